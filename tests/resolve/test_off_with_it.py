"""What a change of plan takes along, and what it does not; whose year it is; what was never fixed; legs of a tour that is counted."""

from __future__ import annotations

from datetime import date

import pytest

import legation

PUBLISHED = date(2019, 5, 14)
PM = "Slovak Prime Minister Pavel Novak"

ROWS = [
    # text, then kind, status, host and day of each engagement
    (f"{PM} has cancelled a trip to Kenya. He was due to leave on Sunday and was to travel on to Uganda.",
     ["visit cancelled KE -", "visit cancelled UG -"]),
    (f"{PM} has put off his trip to Kenya. Novak was due to depart for Kenya on May 19 and was to go on to Uganda.",
     ["visit postponed KE -", "visit postponed UG -"]),
    (f"{PM} called off his trip to Kenya. From there he was to have gone on to Uganda.",
     ["visit cancelled KE -", "visit cancelled UG -"]),
    (f"{PM} has put off his trip to Kenya. He will however go to Uganda on May 21 as planned.",
     ["visit postponed KE -", "visit announced UG 2019-05-21"]),
    (f"{PM} cancelled a trip to Kenya and talks with Kenyan President Daniel Otieno.",
     ["visit cancelled KE -", "talks cancelled KE -"]),
    (f"{PM} has cancelled not only a visit to Kenya but also a trip to Uganda.",
     ["visit cancelled KE -", "visit cancelled UG -"]),
    (f"{PM} did not just visit Kenya on Monday, he said.", ["visit held KE 2019-05-13"]),
    (f"{PM} did not visit Kenya on Monday.", []),
    (f"{PM} will visit Kenya, next year's host of the forum.", ["visit announced KE -"]),
    (f"{PM}, this year's chair of the group, will visit Kenya.", ["visit announced KE -"]),
    (f"{PM} will visit Kenya this year as chair of the group.", ["visit announced KE 2019-01-01"]),
    (f"{PM}'s visit to Kenya could not be cancelled as there had been no agreement on a day, an aide said.",
     ["visit expected KE -"]),
    (f"Since no date had been fixed, the visit of {PM} to Kenya could not have been delayed, an aide said.",
     ["visit expected KE -"]),
    (f"{PM}'s visit to Kenya could not be put off because the guests had arrived, an aide said.", ["visit confirmed KE -"]),
    (f"{PM} is visiting two African countries. He met Kenyan President Daniel Otieno in Nairobi on Monday. "
     "Uganda is the next stop.", ["meeting held KE 2019-05-13", "visit announced UG -"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][-48:] for row in ROWS])
def test_what_is_off_with_it(text: str, expected: list[str]) -> None:
    told = legation.read_text(text, published=PUBLISHED, is_final=True).engagements
    assert sorted(f"{e.kind} {e.status} {e.host_country} {e.when.earliest or '-'}" for e in told) == sorted(expected)


def test_whom_else_he_was_to_see_is_no_host() -> None:
    text = f"{PM} has called off a visit to Nairobi as well as talks with Ugandan officials."
    visit = next(e for e in legation.read_text(text, published=PUBLISHED, is_final=True).engagements if e.kind == "visit")
    assert {p.country for p in visit.participants} == {"SK"}
