"""Copies and light rewrites are one dispatch; independent reports of one event are not."""

from __future__ import annotations

import pytest

from legation.ledger.dispatches import is_one_dispatch, likeness, signature

WIRE = (
    "The foreign minister will travel to the capital of the neighbouring state next week, his office said on Tuesday. "
    "He is to meet the president and the prime minister and to speak about the border, about trade and about the return "
    "of prisoners of war. “We go there to listen first and to speak afterwards, as friends do,” the minister told "
    "reporters. “Nothing is agreed until everything is agreed between both our governments,” he added. It would be the "
    "first such journey in nine years. Relations had cooled after a dispute over fishing rights in the northern sea."
)
REWRITE = (
    "A minister's journey next week has been made public. “We go there to listen first and to speak afterwards, as "
    "friends do,” the minister told reporters. “Nothing is agreed until everything is agreed between both our "
    "governments,” he added. He is to meet the president and the prime minister and to speak about the border, about "
    "trade and about the return of prisoners of war. Observers see a thaw after years of cold between the neighbours."
)
INDEPENDENT = (
    "After nine years a foreign minister goes north again. Diplomats in both capitals confirmed on Wednesday that talks "
    "about fishing would top the agenda. “We go there to listen first and to speak afterwards, as friends do,” he said "
    "outside parliament. Opposition members called the journey overdue, and shop owners in the harbour towns hope for "
    "an end to the quota quarrel that has emptied their sheds since the autumn before last."
)
PAIRS = [
    ("itself", WIRE, WIRE, True),
    ("a copy with a line in front", WIRE, "From our correspondents. " + WIRE, True),
    ("a copy cut short", WIRE, WIRE[: int(len(WIRE) * 0.8)], True),
    ("a light rewrite with the same quotations", WIRE, REWRITE, True),
    ("an independent report with one quotation", WIRE, INDEPENDENT, False),
    ("two short lines", "He will go.", "He will go.", False),
]


@pytest.mark.parametrize(("about", "a", "b", "expected"), PAIRS, ids=[p[0] for p in PAIRS])
def test_one_dispatch_or_two(about: str, a: str, b: str, expected: bool) -> None:
    assert is_one_dispatch(signature(a), signature(b)) is expected


@pytest.mark.parametrize(("about", "a", "b", "expected"), PAIRS, ids=[p[0] for p in PAIRS])
def test_what_is_one_dispatch_meets_in_a_band(about: str, a: str, b: str, expected: bool) -> None:
    assert bool(set(signature(a).bands) & set(signature(b).bands)) >= expected


def test_likeness_is_a_share() -> None:
    assert likeness(signature(WIRE), signature(WIRE)) == 1.0
    assert likeness(signature(WIRE), signature("x")) == 0.0
