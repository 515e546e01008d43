"""Times that stand side by side, put right by each other: "on Wednesday and Thursday next week", "in June or July", "on
Thursday, two days after meeting X", "next Thursday (March 20)"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise

from msgspec.structs import replace

from legation.records import When
from legation.resolve.engagements._attached import DATED
from legation.resolve.engagements._days import WEEK

APART = timedelta(days=200)
"""What lies further apart are no two guesses at one day."""
LENGTH = re.compile(r"P(\d{1,2}|X)([DWMY])")
STOP = re.compile(r"[.;:!?]\s")
AHEAD = frozenset({"in-from-publication", "within-from-publication"})
"""Conventions by which a length of time points at days to come: "in three days", "within two weeks"."""
APART_FROM = {"after": "days-after", "before": "days-before"}
"""Conventions of a day counted from another: the engagement is what the other was so many days after, or before."""


Patterns = Mapping[str, re.Pattern[str]]


def coordinated(times: tuple[When, ...], text: str, words: Patterns) -> tuple[When, ...]:
    """The times, in their order: of two weekdays joined by "and" the one that a convention placed goes into the days beside
    the other, which has words of its own ("next Wednesday and Thursday"); two joined by "or" are one window each. ``words``
    are ``EngagementRules.side_by_side``."""
    found = list(times)
    for i, j in pairwise(range(len(found))):
        one, other = found[i], found[j]
        if one.end is None or other.start is None or not {one.type, other.type} <= DATED:
            continue
        between = text[one.end : other.start]
        if words["bracket"].fullmatch(between):
            found[i], found[j] = _same(one, other)
        elif words["either"].fullmatch(between):
            found[i], found[j] = _either(one, other)
        elif words["both"].fullmatch(between):
            found[i], found[j] = _both(one, other)
        elif words["within"].fullmatch(between):
            found[i], found[j] = _within(one, other)
    for i, when in enumerate(found):
        found[i] = _apart(found, i, when, text, words)
        if when.type == "DURATION" and when.convention in AHEAD and when.earliest is not None:
            found[i] = replace(when, type="DATE")
    return tuple(found)


def _apart(times: list[When], i: int, when: When, text: str, words: Patterns) -> When:
    """ "arrived on Thursday, two days after he met X": the day of what stands behind, counted from the day before it in the
    sentence; without one its day stays open, but is not that of what stands before. ``convention`` says which way."""
    length = LENGTH.fullmatch(when.value or "")
    side = next((s for s in APART_FROM if when.end is not None and words[s].match(text, when.end)), None)
    if when.type != "DURATION" or length is None or side is None or when.start is None:
        return when
    if words["lasting"].search(text[max(0, when.start - 20) : when.start]):
        return when  # "met for two days before leaving"
    counted = length[1] != "X" and length[2] in "DW"
    days = timedelta(days=int(length[1]) * (7 if length[2] == "W" else 1)) if counted else None
    base = next((w for w in reversed(times[:i]) if w.type in DATED and w.earliest is not None), None)
    day: date | None = None
    if days is not None and base is not None and _is_base(base, text, when.start):
        first = base.earliest or date.min
        day = first - days if side == "after" else first + days
    return replace(
        when,
        type="DATE",
        value=day.isoformat() if day else None,
        earliest=day,
        latest=day,
        precision="day" if day else "none",
        convention=APART_FROM[side],
    )


def _is_base(base: When, text: str, start: int) -> bool:
    """Whether a time is one day, of the sentence that goes on to ``start``."""
    is_day = base.precision == "day" and base.earliest == base.latest and base.end is not None
    return is_day and STOP.search(text, base.end or 0, start) is None


def _same(one: When, other: When) -> tuple[When, When]:
    """ "next Thursday (March 20)": one day told twice, as it is called in the calendar."""
    if one.earliest is None or other.earliest is None or {one.precision, other.precision} != {"day"}:
        return one, other
    if _is_weekday(one) == _is_weekday(other):
        return one, other
    day = other if _is_weekday(one) else one
    told = {"earliest": day.earliest, "latest": day.latest, "value": day.value, "convention": day.convention}
    return replace(one, **told), replace(other, **told)


def _within(one: When, other: When) -> tuple[When, When]:
    """ "next week, from Tuesday", "last week, on Monday and Tuesday": weekdays that a convention placed are of the week told
    beside them, which they narrow."""
    if one.precision != "week" or one.earliest is None or not _is_placed(other) or other.precision != "day":
        return one, other
    if other.earliest is None or other.latest is None:
        return one, other
    step = (other.earliest - one.earliest) % WEEK - (other.earliest - one.earliest)
    days = {"earliest": other.earliest + step, "latest": other.latest + step, "value": None, "precision": "day"}
    day = replace(other, **days, convention=one.convention)
    return replace(day, start=one.start, end=one.end, words=one.words, parts=()), replace(day, parts=())


def _is_weekday(when: When) -> bool:
    return (when.convention or "").startswith("weekday-")


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
