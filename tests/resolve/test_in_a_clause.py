"""Calls, meetings and visits that a clause only frames, or that its verb only talks over."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2024, 3, 15)
CASES: list[tuple[str, list[str]]] = [
    # who is spoken to in a call that only frames what was said
    ("Kenyan President William Ruto offered his condolences to Norwegian Prime Minister Ola Berg in a phone call.",
     ["call held KE,NO None"]),
    ("Kenyan President William Ruto congratulated Norwegian Prime Minister Ola Berg on her victory in a telephone conversation.",
     ["call held KE,NO None"]),
    ("The presidents of Kenya and Somalia agreed on the agenda in a phone call on Monday.", ["call held KE,SO None"]),
    ("Kenyan President William Ruto expressed his concern to Norwegian Prime Minister Ola Berg over the phone.",
     ["call held KE,NO None"]),
    ("Kenyan President William Ruto raised the issue with his Somali counterpart Hassan Sheikh Mohamud by telephone.",
     ["call held KE,SO None"]),
    ("On the phone with Norwegian Prime Minister Ola Berg, Kenyan President William Ruto asked for more time.",
     ["call held KE,NO None"]),
    ("Kenyan President William Ruto and Norwegian Prime Minister Ola Berg reviewed the project in a telephone talk.",
     ["call held KE,NO None"]),
    ("Kenyan President William Ruto told Norwegian television in a phone call that he was well.", []),
    ("Kenyan President William Ruto said by phone that he was well.", []),
    # what is definite is not proposed by being talked over
    ("Kenya and Somalia discussed the upcoming visit of Kenyan President William Ruto to Mogadishu.",
     ["visit announced KE SO"]),
    ("Preparations for the visit of Kenyan President William Ruto to Somalia were discussed by the cabinet.",
     ["visit announced KE SO"]),
    ("Kenyan President William Ruto discussed a visit to Oslo with his ministers.", ["visit proposed KE NO"]),
    # an adjective's subject, and its negation
    ("Kenyan President William Ruto is ready for talks with Norwegian Prime Minister Ola Berg.",
     ["talks proposed KE,NO None"]),
    ("Kenyan President William Ruto is open to a meeting with Norwegian Prime Minister Ola Berg.",
     ["meeting proposed KE,NO None"]),
    ("Kenyan President William Ruto is not interested in a meeting with Norwegian Prime Minister Ola Berg.",
     ["meeting denied KE,NO None"]),
    ("Kenyan President William Ruto is hopeful of a visit by Norwegian Prime Minister Ola Berg.",
     ["visit proposed NO KE"]),
    ("Kenyan President William Ruto is interested in the history of Norway.", []),
    # who asked is the other side; what is not accepted is declined; a change decided against
    ("Kenya decided not to accept a request by Norwegian Prime Minister Ola Berg for a meeting.",
     ["meeting declined KE,NO None"]),
    ("Kenyan President William Ruto refused a request from Norwegian Prime Minister Ola Berg to meet.",
     ["meeting declined KE,NO None"]),
    ("Kenyan President William Ruto did not accept an invitation to visit Norway.", ["visit declined KE NO"]),
    ("Kenyan President William Ruto decided not to postpone his trip to Norway.", ["visit announced KE NO"]),
    ("Kenyan President William Ruto decided not to hold talks with Norwegian Prime Minister Ola Berg.",
     ["talks denied KE,NO None"]),
    # the country is the one spoken of
    ("Kenyan President William Ruto signed a deal with Norway during a visit to the country.", ["visit held KE NO"]),
    ("Kenyan President William Ruto invited Norwegian Prime Minister Ola Berg to visit the country.",
     ["visit proposed KE,NO KE"]),
    ("Bhutan held elections in January. Kenyan President William Ruto arrived in the Himalayan kingdom on Thursday.",
     ["visit under_way KE BT"]),
    ("Kenyan President William Ruto visited villages across the country.", []),
    ("Norway and Bhutan trade. Kenyan President William Ruto will visit the country.", []),
    # an adverb that is a preposition
    ("Ahead of Kenyan President William Ruto's visit to Somalia, officials discussed border trade.",
     ["visit announced KE SO"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: value[:60] if isinstance(value, str) else "")
def test_in_a_clause(text: str, expected: list[str]) -> None:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    told = [
        f"{e.kind} {e.status} {','.join(sorted(p.country or p.organisation or '?' for p in e.participants))} {e.host_country}"
        for e in found
    ]
    assert told == expected
