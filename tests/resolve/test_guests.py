"""Whose guest somebody is: (passage, "kind host" of all that it tells), each read as published on Wednesday 12 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

MEETING = "Kenyan President Peter Mwangi met Chilean Foreign Minister Luis Soto on Tuesday."
TALKS = "Polish Foreign Minister Ewa Bielak held talks with Mexican Foreign Minister Pablo Cano on Tuesday."

ROWS = [
    # who thanks is the guest
    (f"{MEETING} Soto thanked Mwangi for the warm welcome.", ["meeting KE"]),
    (f"{MEETING} Soto expressed gratitude for the hospitality shown to him.", ["meeting KE"]),
    (f"{TALKS} Cano thanked the government of Poland for the reception.", ["talks PL"]),
    (f"{MEETING} Soto thanked Mwangi for his support.", ["meeting None"]),
    # guests and hosts
    (f"{MEETING} Mwangi told his guest that trade should grow.", ["meeting KE"]),
    (f"{MEETING} The Chilean guest praised the reforms.", ["meeting KE"]),
    (f"{MEETING} Soto briefed his Kenyan hosts on the drought.", ["meeting KE"]),
    (f"{MEETING} The visiting minister praised the country's reforms.", ["meeting KE"]),
    (f"{MEETING} The two men were guests of honour at a fair.", ["meeting None"]),
    (f"{MEETING} Mwangi said he was pleased to welcome Soto to Kenya.", ["meeting KE"]),
    # who gets a welcome, who has come or is leaving
    (
        "Mexican President Hector Ruiz was given a ceremonial welcome on Tuesday before holding talks with Polish President "
        "Jan Wolski.",
        ["talks PL"],
    ),
    ("Polish President Jan Wolski and Mexican President Hector Ruiz, who flew in on Monday, held talks on Tuesday.", ["talks PL"]),
    ("Polish President Jan Wolski held talks on Tuesday with Mexican President Hector Ruiz, who is on a state visit.", ["talks PL"]),
    ("Mexican President Hector Ruiz met Polish President Jan Wolski on Tuesday before flying home.", ["meeting PL"]),
    # held at a distance, though the page is told from somewhere
    (
        "WARSAW, March 12 - Polish President Jan Wolski and Mexican President Hector Ruiz held an online meeting on Tuesday.",
        ["meeting None"],
    ),
    ("WARSAW, March 12 - Polish President Jan Wolski and Mexican President Hector Ruiz held a meeting on Tuesday.", ["meeting PL"]),
    # houses of bodies
    ("Mexican President Hector Ruiz met Polish President Jan Wolski at UN headquarters on Tuesday.", ["meeting US"]),
    ("Mexican President Hector Ruiz met Polish President Jan Wolski at NATO headquarters on Tuesday.", ["meeting BE"]),
]


@pytest.mark.parametrize(("passage", "expected"), ROWS, ids=[passage[-60:] for passage, _ in ROWS])
def test_hosts(passage: str, expected: list[str]) -> None:
    found = read_text(passage, published=date(2025, 3, 12), is_final=True).engagements
    assert [f"{e.kind} {e.host_country}" for e in found if not e.background] == expected
