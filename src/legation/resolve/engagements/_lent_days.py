"""A day that a journey lends to the meeting it is made for, given back where the page tells the meeting's own: "departs on
Thursday for Nairobi, where he is to meet the president ... The president will receive him on Friday"."""

from __future__ import annotations

from msgspec.structs import replace

from legation.records import When
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._status import PLANNED, STAY

LENT = "inside-visit"
"""Convention of days that are those of a whole, some of which are the part's own."""


def is_lent(when: When | None) -> bool:
    """Whether a time is the journey's that a meeting is set in, and none that is told of the meeting itself."""
    return when is not None and when.convention == LENT


def with_own_days(group: list[Candidate]) -> list[Candidate]:
    """The group, the lent days of what is planned taken away where a mention of the same plan gives one of its own."""
    own = (c.when for c in group if c.status in PLANNED and c.kind != "visit" and not is_lent(c.when))
    if not any(when is not None and when.earliest is not None for when in own):
        return group
    return [replace(c, when=None) if c.status in PLANNED and is_lent(c.when) else c for c in group]


def stretch_of(when: When | None) -> tuple[int, int] | None:
    """The days between which a time lies, as ordinals; a journey's one day that a meeting took over may be followed by others."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    lasts = STAY.days if is_lent(when) and when.earliest == when.latest else 0
    return when.earliest.toordinal(), when.latest.toordinal() + lasts
