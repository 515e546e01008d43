"""Journeys told by what a place is to them ("his first port of call"), by whose guest somebody is, and by going on; bodies
that receive, or put a visit off; and what is told in an aside.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host.
"""

from __future__ import annotations

import pytest

from facts import facts

TOUR = "Slovak Trade Minister Pavel Novak is going to three African capitals this week."
STATIONS = [
    ("The Kenyan capital Nairobi is Slovak Trade Minister Pavel Novak's first port of call today.", ["visit announced KE,SK @KE"]),
    (f"{TOUR} Kenya is his first destination on Thursday.", ["visit announced KE,SK @KE"]),
    (f"{TOUR} The first leg of his tour will be Kampala on Thursday.", ["visit announced SK,UG @UG"]),
    ("The Kenyan capital was Slovak Trade Minister Pavel Novak's first port of call on Monday.", ["visit held KE,SK @KE"]),
    ("The French port of Marseille was the ship's first port of call. The French president praised the crew.", []),
    ("Rome is often the first port of call for tourists, Italian Trade Minister Dario Conti said.", []),
]
GUESTS = [
    (
        "Italian Trade Minister Dario Conti will have Slovak Trade Minister Pavel Novak as his guest in Rome on Thursday.",
        ["visit announced IT,SK @IT"],
    ),
    ("Slovak Trade Minister Pavel Novak was the guest of Kenyan Trade Minister Grace Wanjiru on Monday.", ["meeting held KE,SK @KE"]),
    ("Peru will have Norwegian Trade Minister Kari Berg as its guest next week.", ["visit announced NO,PE @PE"]),
    (
        "Slovak Trade Minister Pavel Novak is to be Kenyan Trade Minister Grace Wanjiru's guest of honour at the parade in Nairobi on Friday.",
        ["visit announced KE,SK @KE"],
    ),
    ("Kenyan Trade Minister Grace Wanjiru had the singer Miriam Otieno as her guest on Monday.", []),
    ("Slovak Trade Minister Pavel Novak was a guest on the Kenyan radio show Morning Nairobi on Monday.", []),
]
ONWARD = [
    (
        "Slovak Trade Minister Pavel Novak met Kenyan Trade Minister Grace Wanjiru in Nairobi on Monday. He then proceeded to Kampala.",
        ["meeting held KE,SK @KE", "visit held SK,UG @UG"],
    ),
    ("From Nairobi Slovak Trade Minister Pavel Novak will continue on to Uganda on Friday.", ["visit announced SK,UG @UG"]),
    ("The violence will continue to Friday, Kenyan Trade Minister Grace Wanjiru said.", []),
]
BODIES = [
    ("The EU puts off a visit by the Ukrainian trade minister.", ["visit postponed EU,UA"]),
    ("NATO will host Slovak Trade Minister Pavel Novak on Thursday.", ["visit announced BE,NATO,SK @BE"]),
    ("The African Union has cancelled a visit by Slovak Trade Minister Pavel Novak.", ["visit cancelled AU,SK"]),
    (
        "A meeting between the European Union and Trade Minister Pavel Novak of Ukraine was put off by the EU on Tuesday. On Thursday "
        "Novak was to have sat down with European Commission officials in Brussels for discussions on free trade.",
        ["meeting postponed BE,EU,European Commission,UA @BE"],
    ),
    ("Slovak Trade Minister Pavel Novak sat down with Kenyan officials in Nairobi to sign a text.", ["meeting held KE,SK @KE"]),
    ("European Commission President Ana Ruiz met the EU foreign policy chief, Martin Holt, in Brussels on Monday.", []),
]  # fmt: skip

ASIDES = [
    (
        "Slovak Trade Minister Pavel Novak held talks with Kenyan Trade Minister Grace Wanjiru, who has just been to see Ugandan Trade "
        "Minister Okello Musa.",
        ["meeting held KE,UG", "talks held KE,SK"],
    ),
    (
        "Slovak Trade Minister Pavel Novak and Kenyan Trade Minister Grace Wanjiru held talks before the SAARC summit.",
        ["talks held KE,SK"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*STATIONS, *GUESTS, *ONWARD, *BODIES, *ASIDES])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)
