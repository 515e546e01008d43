"""What a journey is for stands as the journey does: "may travel to Hungary for talks with", "has no plans to go there for"."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

WHO, WHOM = "Croatian President Zoran Babic", "Hungarian Prime Minister Viktor Szabo"

ROWS = [
    ("will go", "announced"),
    ("is to go", "announced"),
    ("is expected to go", "expected"),
    ("is likely to go", "expected"),
    ("may go", "expected"),
    ("will probably go", "expected"),
    ("hopes to go", "proposed"),
    ("has been invited to go", "proposed"),
    ("is considering going", "proposed"),
    ("has cancelled plans to go", "cancelled"),
    ("has postponed plans to go", "postponed"),
    ("will not go", "denied"),
    ("has no plans to go", "denied"),
    ("has refused to go", "declined"),
]


@pytest.mark.parametrize(("goes", "status"), ROWS)
def test_talks_that_a_journey_is_for_stand_as_it_does(goes: str, status: str) -> None:
    text = f"{WHO} {goes} to Hungary next week for talks with {WHOM}."
    found = read_text(text, published=date(2022, 5, 6)).engagements
    assert {e.status for e in found} == {status}
    assert "visit" in {e.kind for e in found}


def test_whether_he_flies_there_leaves_open_whom_he_meets() -> None:
    text = f"It is not clear whether {WHO} will fly to Budapest next week to meet {WHOM}."
    assert read_text(text, published=date(2022, 5, 6)).engagements == ()
