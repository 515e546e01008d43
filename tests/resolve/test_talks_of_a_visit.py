"""Talks of two delegations that name nobody belong to the visit that the page tells of; who is met on landing has not met."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

TUESDAY = date(2019, 5, 14)
COMES = "Slovak Foreign Minister Pavel Novak arrived in Kenya on Monday."
ROWS = [
    # text, day of the talks ("" for none of them)
    (f"{COMES} He will lead the Slovak delegation at the bilateral talks on Wednesday.", "2019-05-15"),
    (f"{COMES} Delegation-level talks will be held on Wednesday.", "2019-05-15"),
    (f"{COMES} Official talks are to begin on Wednesday.", "2019-05-15"),
    (f"{COMES} He will hold talks with business leaders.", ""),
    (f"{COMES} Talks at home are to focus on trade.", ""),
    ("Slovak Foreign Minister Pavel Novak will visit Kenya on May 20 and Uganda on May 22. Official talks will be held.", ""),
]


@pytest.mark.parametrize(("text", "day"), ROWS, ids=[r[0][-40:] for r in ROWS])
def test_talks_of_the_delegations(text: str, day: str) -> None:
    talks = [e for e in read_text(text, published=TUESDAY, is_final=True).engagements if e.kind == "talks"]
    assert [(e.host_country, str(e.when.earliest)) for e in talks] == ([("KE", day)] if day else [])
    assert all({p.country for p in e.participants} == {"SK", "KE"} for e in talks)


@pytest.mark.parametrize("opens", ["Upon landing in Hainan province", "On arrival in Beijing", "On reaching Beijing"])
def test_who_is_met_on_landing_has_not_met(opens: str) -> None:
    text = f"{opens}, Slovak Foreign Minister Pavel Novak was received by Slovakia's ambassador in China and Chinese officials."
    assert [e.kind for e in read_text(text, published=TUESDAY, is_final=True).engagements if e.kind == "meeting"] == []


def test_a_state_councillor_acts_for_his_state() -> None:
    text = "Chinese State Councilor and Foreign Minister Li Wen arrived in Islamabad on a three-day visit."
    assert [e.host_country for e in read_text(text, published=TUESDAY, is_final=True).engagements] == ["PK"]

