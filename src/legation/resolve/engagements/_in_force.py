"""The days in force: which of the days that the mentions of one engagement give are its own as it stands now."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from legation.records import Status, When
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._closing import until_its_end
from legation.resolve.engagements._days import stretched
from legation.resolve.engagements._status import CHANGED, DONE, LASTING, PLANNED, STAY

LONGEST = timedelta(days=31)
"""What ends later than this after its first day is not one visit."""

UNDONE: frozenset[Status] = frozenset({"cancelled", "declined", "denied"})
"""States in which an engagement keeps the day on which it would have been."""
NARROWED: frozenset[Status] = PLANNED | UNDONE | {"held", "rescheduled"}
"""States in which the most precise of several days counts."""


def days_in_force(group: list[Candidate], leading: Candidate, status: Status, published: date | None) -> When | None:
    """The days of an engagement in this state, as long as it lasts; None where no mention gives any."""
    when = _ending(_lasting(_when(group, leading, status, published), group, status), group, status, published)
    when = until_its_end(when, group, status)
    if when is not None and status == "under_way" and _is_since(when, published):
        when = replace(when, latest=published, precision="window")  # "has been in Lima since Sunday"
    if when is not None and when.precision == "day" and when.earliest != when.latest and _is_of_tour(group, when):
        when = replace(when, precision="window")  # the days of a tour are not all days of each of its legs
    return when


def _is_since(when: When, published: date | None) -> bool:
    """Whether what goes on is told of by the day it began, before that of publication."""
    if published is None or when.relation != "since" or when.earliest is None:
        return False
    return when.earliest == when.latest and when.earliest < published


def _is_of_tour(group: list[Candidate], when: When) -> bool:
    return any(c.is_leg and c.when is not None and c.when.start == when.start for c in group)


def _when(group: list[Candidate], leading: Candidate, status: Status, published: date | None) -> When | None:
    """The leading mention's own days, else those that another mention in the same state gives; words that give no days
    ("recently") only where no mention gives any."""
    if status == "postponed":
        return None
    vague = leading.when if leading.when is not None and leading.when.earliest is None else None
    if leading.when is not None and vague is None:
        is_first = leading.is_opening or (leading.kind == "visit" and status in PLANNED)  # "on May 21 ... from May 21 to 23"
        if is_first and (whole := _whole(group, leading.when)) is not None:
            return whole
        return _narrowest(group, leading.when, status) if status in NARROWED else leading.when
    if status in UNDONE:
        undone = next((c.planned for c in group if c.status == status and c.planned is not None), None)
        if undone is not None and undone.earliest is not None:
            return _narrowest(group, undone, status)
    for c in group:
        if c.when is None or c.when.earliest is None:
            continue
        if c.mention.effect in {"lapsed", "not_held"} and status not in UNDONE:  # "was due to come on April 1 but cancelled"
            continue
        if c.status is None and not _fits(status, c.when, published):
            continue
        is_of_it = c.status == status or c.status is None or (status in PLANNED and c.status in PLANNED)
        if is_of_it or (status in UNDONE and c.status in PLANNED):
            return _narrowest(group, c.when, status) if status in NARROWED else c.when
        if status == "under_way" and c.status in {*PLANNED, "held"} and _is_now(c.when, published):
            return c.when
        if status == "held" and c.status == "under_way" and _fits(status, c.when, published):
            return c.when  # "concludes visit ... is ending his visit, which ran from Monday to Thursday"
    if status in UNDONE:
        return next((d for c in group if (d := c.planned or c.when) is not None), None)
    told = (c.when for c in group if c.status == status and c.mention.effect not in {"lapsed", "not_held"})
    return vague or next((when for when in told if when is not None), None)


def _whole(group: list[Candidate], first: When) -> When | None:
    """ "from May 20 ... will be in Mauritius on May 20-21": the days that begin with the first one."""
    others = (c.when for c in group if c.when is not None and c.when.precision == "day" and c.when.latest is not None)
    return next((w for w in others if w.earliest == first.earliest and w.latest != w.earliest), None)


def _is_now(when: When, published: date | None) -> bool:
    """Whether the days are these: something under way began on one of them."""
    if published is None or when.earliest is None or when.latest is None or when.precision != "day":
        return False
    return when.earliest <= published <= when.latest + STAY


def _fits(status: Status, when: When, published: date | None) -> bool:
    """Whether a day can be that of something in this state: no plan is for last week, nothing was held next week."""
    if published is None or when.earliest is None or when.latest is None:
        return True
    if status in PLANNED:
        return when.latest >= published
    return when.earliest <= published if status in DONE else True


def _lasting(when: When | None, group: list[Candidate], status: Status) -> When | None:
    """ "arrived on Tuesday for a three-day visit": the length stands with another mention of the same visit."""
    lengths = [length for c in group if c.kind in LASTING and c.status not in CHANGED for length in c.lengths]
    return stretched(when, lengths, ends=False) if status in PLANNED | {"under_way", "rescheduled"} else when


def _ending(when: When | None, group: list[Candidate], status: Status, published: date | None) -> When | None:
    """ "arrived on Monday ... The visit, which ends on Thursday": up to the last day; for what is under way since a day that
    nobody tells, from publication."""
    until = next((c.until for c in group if c.kind in LASTING and c.until is not None), None)
    if until is None or until.latest is None or until.precision != "day" or status not in PLANNED | {"under_way", "held"}:
        return when
    if when is None and status == "under_way" and published is not None and until.latest >= published:
        whole = stretched(until, [length for c in group if c.kind in LASTING for length in c.lengths], ends=True)
        if whole is not None and whole is not until and whole.earliest is not None and whole.earliest <= published:
            return whole  # "on a three-day visit that ends on Wednesday"
        return replace(until, earliest=published, convention="under-way-at-publication")
    if when is None or when.earliest is None or when.precision != "day":
        return when
    return replace(when, latest=until.latest) if when.earliest <= until.latest <= when.earliest + LONGEST else when


def _narrowest(group: list[Candidate], days: When, status: Status) -> When:
    """The most precise of the dates given for the same plan: "in June", further down "on June 18". For what was called off
    "was to come on June 18" is that plan too."""
    best = days
    for c in group:
        if c.when is None or c.status not in ({"held"} if status == "held" else PLANNED) or c.when.earliest is None:
            continue
        if c.mention.effect == "lapsed" and status in PLANNED:
            continue
        if c.is_opening and best.earliest != best.latest:
            continue  # "this weekend ... opens on Saturday": its first day is not all of it
        is_stretch = best.precision == "day" and best.earliest != best.latest and not _is_of_tour(group, best)
        if is_stretch and c.kind == "visit":
            continue  # "from Monday until Wednesday ... will be welcomed on Monday morning": a part of it
        if best.earliest is None or best.latest is None:
            best = c.when
        elif c.when.latest and best.earliest <= c.when.earliest <= c.when.latest <= best.latest:
            best = c.when if c.when.latest - c.when.earliest < best.latest - best.earliest else best
    return best
