"""What a page as a whole adds to an engagement half told: (passage, (kind, status, states) of each reported), read as published
on Wednesday 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2024, 5, 15)

COMPLETED: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "A strong earthquake shook Ecuador on Tuesday during a visit by Norwegian Prime Minister Jonas Gahr Store. "
        "Ecuador has had several quakes this year. Officials in Ecuador said nobody was hurt.",
        [("visit", "held", "EC NO")],
    ),
    (
        "Estonian Foreign Minister Margus Tsahkna is visiting Namibia this week. On Tuesday he met Finance Minister "
        "Iipumbu Shiimi and discussed fisheries.",
        [("visit", "under_way", "EE NA"), ("meeting", "held", "EE NA")],
    ),
    (
        "Portuguese Foreign Minister Paulo Rangel will visit Cape Verde on May 20. A meeting is planned with "
        "Cape Verdean Prime Minister Ulisses Correia e Silva.",
        [("visit", "announced", "CV PT"), ("meeting", "announced", "CV PT")],
    ),
    (
        "Ministers from Ethiopia, Egypt and Sudan met in Cairo on Monday. Ministers from the three countries will meet again "
        "on Friday.",
        [("meeting", "held", "EG ET SD"), ("meeting", "announced", "EG ET SD")],
    ),
    (
        '"We will receive the Turkish foreign minister on Friday," Greek Prime Minister Kyriakos Mitsotakis told reporters.',
        [("visit", "announced", "GR TR")],
    ),
    (
        '"I will travel to Ankara next week," Greek Foreign Minister Giorgos Gerapetritis said.',
        [("visit", "announced", "GR TR")],
    ),
    (
        '"I am sorry that your trip to Ankara has been postponed," Greek Foreign Minister Giorgos Gerapetritis wrote.',
        [],
    ),
]
LEFT_OPEN = [
    # two states are spoken of as much as each other
    "Kenya and Uganda are at odds over fish. Kenya and Uganda spoke of the visit by Norwegian Prime Minister Jonas Gahr Store.",
    # a word says where, though not which state it is in
    "Norwegian Prime Minister Jonas Gahr Store visited a farm on Tuesday. Ecuador sells bananas. Ecuador and Ecuador alone.",
    # an adviser is nobody's host
    "Estonian Foreign Minister Margus Tsahkna had talks with an aide on Tuesday, an adviser said. Namibia was quiet.",
]


def told(text: str) -> list[tuple[str, str, str]]:
    found = []
    for e in read_text(text, published=PUBLISHED, is_final=True).engagements:
        states = {p.country or p.organisation for p in e.participants} | {e.host_country}
        found.append((e.kind, e.status, " ".join(sorted(s for s in states if s))))
    return found


@pytest.mark.parametrize(("text", "expected"), COMPLETED)
def test_a_side_left_out_is_taken_from_the_page(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", LEFT_OPEN)
def test_a_side_stays_open_where_the_page_leaves_a_choice(text: str) -> None:
    assert told(text) == []
