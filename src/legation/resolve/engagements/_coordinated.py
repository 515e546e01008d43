"""Times that stand side by side, put right by each other: "on Wednesday and Thursday next week", "in June or July"."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise

from msgspec.structs import replace

from legation.records import When
from legation.resolve.engagements._when import DATED

AND = re.compile(r",?\s+(?:and|to|through|until|till)\s+(?:on\s+)?|\s?[-–]\s?")
OR = re.compile(r",?\s+or\s+(?:perhaps\s+|possibly\s+)?(?:in\s+|on\s+)?")
APART = timedelta(days=200)
"""What lies further apart are no two guesses at one day."""
WEEK = timedelta(days=7)


def coordinated(times: tuple[When, ...], text: str) -> tuple[When, ...]:
    """The times, in their order: of two weekdays joined by "and" the one that a convention placed goes into the days beside
    the other, which has words of its own ("next Wednesday and Thursday"); two joined by "or" are one window each."""
    found = list(times)
    for i, j in pairwise(range(len(found))):
        one, other = found[i], found[j]
        if one.end is None or other.start is None or not {one.type, other.type} <= DATED:
            continue
        between = text[one.end : other.start]
        if OR.fullmatch(between):
            found[i], found[j] = _either(one, other)
        elif AND.fullmatch(between):
            found[i], found[j] = _both(one, other)
    return tuple(found)


def _either(one: When, other: When) -> tuple[When, When]:
    if one.earliest is None or other.earliest is None or one.latest is None or other.latest is None:
        return one, other
    earliest, latest = min(one.earliest, other.earliest), max(one.latest, other.latest)
    if latest - earliest > APART:
        return one, other
    words = f"{one.words} or {other.words}"
    window = {"words": words, "earliest": earliest, "latest": latest, "value": None, "precision": "window"}
    return replace(one, **window), replace(other, **window)


def _both(one: When, other: When) -> tuple[When, When]:
    if one.earliest is None or other.earliest is None or one.precision != "day" or other.precision != "day":
        return one, other
    gap = other.earliest - one.earliest
    if timedelta() < gap < WEEK:
        return one, other
    if _is_placed(one) and not _is_placed(other):
        moved = other.earliest - (other.earliest - one.earliest) % WEEK
        return replace(one, earliest=moved, latest=moved, value=moved.isoformat(), convention=other.convention), other
    if _is_placed(other):
        moved = one.earliest + (other.earliest - one.earliest) % WEEK
        return one, replace(other, earliest=moved, latest=moved, value=moved.isoformat(), convention=one.convention)
    return one, other


def _is_placed(when: When) -> bool:
    """Whether a convention chose the week of a bare weekday."""
    return when.convention in {"weekday-ahead", "weekday-back", "weekday-nearest"}
