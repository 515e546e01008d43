"""Journeys in the present of headlines and notices, whom a guest meets, and places that are only a topic's."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

TUESDAY = date(2019, 5, 14)
X = "Egyptian President Abdel-Fattah Nasr"

ROWS = (
    # text, (kind, host, first day) of each engagement
    (f"{X} leaves for Cyprus tomorrow and will be there for two days.", [("visit", "CY", 15)]),
    (f"{X} leaves for Cyprus tomorrow.", [("visit", "CY", 15)]),
    (f"{X} leaves tomorrow for Cyprus.", [("visit", "CY", 15)]),
    ("The Egyptian president leaves for Cyprus on Monday for a two-day visit.", [("visit", "CY", 20)]),
    ("Egypt's president leaves for Cyprus on Monday.", [("visit", "CY", 20)]),
    (f"{X} departs for Paris on Monday.", [("visit", "FR", 20)]),
    (
        f"{X} arrives on Monday morning in Nicosia, where he is to meet his Cypriot peer.",
        [("visit", "CY", 20), ("meeting", "CY", 20)],
    ),
    (
        f"{X}'s tour began on Monday in Cyprus, with talks in Nicosia between Nasr and President Nikos Pappas.",
        [("visit", "CY", 13), ("talks", "CY", 13)],
    ),
    (
        f"{X} ended a visit to Cyprus on Monday with a meeting with President Nikos Pappas.",
        [("visit", "CY", 13), ("meeting", "CY", 13)],
    ),
    (f"{X} held talks with Trade Minister Eleni Pappas in Nicosia on Monday.", [("talks", "CY", 13)]),
    (
        "Egypt's Ambassador to Cyprus, Mona Nasr, paid a courtesy call on Trade Minister Eleni Pappas on Monday.",
        [("meeting", "CY", 13)],
    ),
    (f"H.E. President Nikos Pappas of Cyprus received {X} on Monday.", [("meeting", "CY", 13)]),
    ("The wind took the leaves for Cyprus trees tomorrow.", []),
    (
        f"{X} arrived in Nicosia on Monday. He will hold talks with his hosts.",
        [("visit", "CY", 13), ("talks", "CY", 14)],
    ),
    (
        f"{X} and Cypriot President Nikos Pappas will hold a meeting on Wednesday, with a port in southern Egypt on the agenda.",
        [("meeting", None, 15)],
    ),
)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_journeys_and_places(text: str, expected: list[tuple[str, str | None, int]]) -> None:
    found = read_text(text, published=TUESDAY, is_final=True).engagements
    assert [(e.kind, e.host_country, e.when.earliest and e.when.earliest.day) for e in found] == expected


def test_a_station_does_not_travel() -> None:
    text = (
        "Egyptian Foreign Minister Mona Nasr arrived in Nicosia on Monday. Cyprus is the first stop of a trip that will also take "
        "her to Tunisia and Italy."
    )
    found = read_text(text, published=TUESDAY, is_final=True).engagements
    assert {(e.host_country, *(p.country for p in e.participants if p.role == "traveller")) for e in found} == {
        ("CY", "EG"), ("TN", "EG"), ("IT", "EG"),
    }  # fmt: skip
