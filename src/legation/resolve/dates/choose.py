"""Which of several like-named days, months or seasons is meant: the conventions, each with its name.

Every function takes candidate stretches in order of time and answers the chosen one with the convention's name.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from legation.resolve.dates import spans
from legation.resolve.dates.frame import Frame
from legation.resolve.dates.spans import Stretch

SURE_DAYS = 75
"""A day this near is meant even where the verb's tense says otherwise ("agreed to close on 30 November")."""


def around(base: date, make: Callable[[int], Stretch | None], reach: int = 2) -> list[Stretch]:
    """The candidates of the years around ``base``."""
    found = (make(year) for year in range(max(base.year - reach, 1), min(base.year + reach, 9998) + 1))
    return [stretch for stretch in found if stretch is not None]


def which(candidates: list[Stretch], base: date, number: int) -> Stretch | None:
    """ "last", "this" or "next": ``number`` -1, 0 or 1 (and -2, 2 one further)."""
    if number == 0:
        inside = [c for c in candidates if c.earliest <= base <= c.latest]
        return inside[0] if inside else next((c for c in candidates if c.earliest.year == base.year), None)
    if number < 0:
        before = [c for c in candidates if c.latest < base]
        return before[number] if len(before) >= -number else None
    after = [c for c in candidates if c.earliest > base]
    return after[number - 1] if len(after) >= number else None


def by_sense(candidates: list[Stretch], frame: Frame, base: date, kind: str) -> tuple[Stretch, str] | None:
    """By the governing words: the last one that has begun, or the first that has not ended; else the nearest."""
    if not candidates:
        return None
    nearest = min(candidates, key=lambda c: (distance(c, base), c.earliest))
    back = next((c for c in reversed(candidates) if c.earliest <= base), None)
    ahead = next((c for c in candidates if c.latest >= base), None)
    if frame.sense == "back" and back is not None:
        return back, f"{kind}-back"
    if frame.sense == "ahead" and ahead is not None:
        return ahead, f"{kind}-ahead"
    return nearest, f"{kind}-nearest"


def distance(stretch: Stretch, base: date) -> int:
    if stretch.earliest <= base <= stretch.latest:
        return 0
    return min(abs((stretch.earliest - base).days), abs((stretch.latest - base).days))


def weekday(number: int, base: date, *, ahead: bool) -> Stretch:
    """The weekday on ``base`` or within the six days before it (after it where ``ahead``)."""
    if ahead:
        return spans.day(base + timedelta(days=(number - 1 - base.weekday()) % 7))
    return spans.day(base - timedelta(days=(base.weekday() - number + 1) % 7))
