"""Several states and as many names, in one order."""

from __future__ import annotations

import pytest

from legation import read_text

Told = set[tuple[str | None, str | None]]


def people(text: str) -> Told:
    return {(p.name, p.country) for e in read_text(text, is_final=True).engagements for p in e.participants}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The presidents of Kenya and Uganda, Peter Otieno and Moses Okello, will hold talks in Entebbe.",
            {("Peter Otieno", "KE"), ("Moses Okello", "UG")},
        ),
        (
            "The foreign ministers of Egypt, Sudan and Ethiopia, Sameh Fahmi, Mariam Hassan and Bekele Alemu, met in Cairo.",
            {("Sameh Fahmi", "EG"), ("Mariam Hassan", "SD"), ("Bekele Alemu", "ET")},
        ),
        (
            "The Egyptian and Sudanese foreign ministers, Sameh Fahmi and Mariam Hassan, met in Cairo.",
            {("Sameh Fahmi", "EG"), ("Mariam Hassan", "SD")},
        ),
        (
            "Sameh Fahmi and Mariam Hassan, the foreign ministers of Egypt and Sudan, met in Cairo.",
            {("Sameh Fahmi", "EG"), ("Mariam Hassan", "SD")},
        ),
        (
            "Talks were led by the trade ministers of Malta and Tunisia: Joe Borg and Ali Salah.",
            {("Joe Borg", "MT"), ("Ali Salah", "TN")},
        ),
        (
            "The deputy foreign ministers of South Korea, the United States and Japan, Lim Sung-il, Tom Blake and Akira Saito, are "
            "likely to meet in Tokyo this month.",
            {("Lim Sung-il", "KR"), ("Tom Blake", "US"), ("Akira Saito", "JP")},
        ),
    ],
)
def test_names_go_to_states_in_their_order(text: str, told: Told) -> None:
    assert people(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The defence ministers of Kenya and Uganda, Peter Otieno, Moses Okello and Jane Doe, met in Riga.",
        "The presidents of Kenya and Uganda, Peter Otieno said, will meet in Riga.",
    ],
)
def test_more_or_fewer_names_are_given_no_state(text: str) -> None:
    assert {state for name, state in people(text) if name} <= {None}
