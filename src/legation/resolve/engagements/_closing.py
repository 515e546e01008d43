"""The day on which a visit ended, told apart from the day on which it began: "arrived in Kenya on May 11 ... The visit ended on
Monday", "whose two-day visit came to an end on May 24"."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from legation.records import Annotation, Status, Token, When
from legation.resolve.engagements._candidate import Candidate
from legation.rules.engagements import EngagementRules

LONGEST = timedelta(days=14)
"""What ended later than this after its first day is not one visit."""


def ends_it(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """Whether a verb says that its event ends: "ended", "wrapped up", "came to a close"."""
    if verb.lemma in rules.ends:
        return True
    if verb.lemma not in rules.words["drawing_to"]:
        return False
    leaves = (leaf for prep in doc.children(verb.i, "prep") if prep.lower == "to" for leaf in doc.children(prep.i, "pobj"))
    return any(leaf.lower in rules.words["an_end"] for leaf in leaves)


def is_end_of(group: list[Candidate], new: Candidate) -> bool:
    """Whether one of the two is told by its last day and the other by its first, not long before."""
    closing = [c for c in (*group, new) if c.is_closing and _day(c.when) is not None]
    opening = [c for c in (*group, new) if not c.is_closing and _day(c.when) is not None]
    if not closing or not opening or any(c.kind != "visit" for c in (*closing, *opening)):
        return False
    return all(_is_before(start.when, end.when) for start in opening for end in closing)


def until_its_end(when: When | None, group: list[Candidate], status: Status) -> When | None:
    """The days of a visit that is over, from its first to its last where the page tells both."""
    if status != "held" or _day(when) is None or when is None:
        return when
    first = [c.when for c in group if not c.is_closing and c.kind == "visit" and c.status is not None and _day(c.when)]
    last = [c.when for c in group if c.is_closing and c.kind == "visit" and _day(c.when)]
    both = [(a, b) for a in first for b in last if a is not None and b is not None and _is_before(a, b)]
    if not both:
        return when
    start, end = min(both, key=lambda pair: (pair[0].earliest, pair[1].latest))
    return replace(start, latest=end.latest) if when.start in {start.start, end.start} else when


def _day(when: When | None) -> When | None:
    """A time that is a day or several, known; None of any other."""
    is_known = when is not None and when.precision == "day" and when.earliest is not None and when.latest is not None
    return when if is_known else None


def _is_before(first: When | None, last: When | None) -> bool:
    if first is None or last is None or first.earliest is None or first.latest is None or last.latest is None:
        return False
    return first.latest <= last.latest <= first.earliest + LONGEST
