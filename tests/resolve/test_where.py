"""Whose house it is in: (passage, "kind host" of all that it tells), each read as published on Wednesday 12 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

ROWS = [
    # who hosts, in whatever voice
    (
        "Foreign Minister Winston Peters of New Zealand offered to host the 2027 Pacific Islands Forum leaders' meeting.",
        ["meeting NZ"],
    ),
    ("Swiss President Karin Keller-Sutter is ready to host negotiations between Russia and Ukraine.", ["talks CH"]),
    ("Talks between Sudan and Ethiopia, hosted by Egypt, will resume on Sunday.", ["talks EG"]),
    ("Turkey's foreign minister said Ankara could host a meeting of Vladimir Putin and Volodymyr Zelensky.", ["meeting TR"]),
    # somebody is called on where he is, not where he holds office
    (
        "Bangladesh Prime Minister Sheikh Hasina arrived in New Delhi on Tuesday on a four-day visit. Indian External Affairs "
        "Minister Subrahmanyam Jaishankar will call on her on Thursday.",
        ["visit IN", "meeting IN"],
    ),
    (
        "Indian Prime Minister Narendra Modi will visit Sri Lanka on April 4-6. Sri Lankan Foreign Minister Vijitha Herath will "
        "call on Modi on April 5.",
        ["visit LK", "meeting LK"],
    ),
    (
        "Indian Prime Minister Narendra Modi will visit Sri Lanka on April 4-6. On March 11, Sri Lankan Foreign Minister Vijitha "
        "Herath called on Modi.",
        ["visit LK", "meeting IN"],
    ),
    # at the gathering that one of them attends
    (
        "Mexican President Claudia Sheinbaum is attending the G7 summit in Canada. Sheinbaum also plans to hold a meeting with "
        "Indian Prime Minister Narendra Modi.",
        ["summit CA", "meeting CA"],
    ),
    # where the page is told from, on the day that something else gives
    (
        "BRAZZAVILLE, Republic of Congo - President Denis Sassou-Nguesso made the announcement late Monday after meeting with the "
        "president of Central African Republic, Francois Bozize.",
        ["meeting CG"],
    ),
]


@pytest.mark.parametrize(("passage", "expected"), ROWS)
def test_hosts(passage: str, expected: list[str]) -> None:
    found = read_text(passage, published=date(2025, 3, 12), is_final=True).engagements
    assert [f"{e.kind} {e.host_country}" for e in found if not e.background] == expected
