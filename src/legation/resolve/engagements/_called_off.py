"""The days on which what was put off or called off was to be: not before the day on which that was done."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from legation.records import When
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._days import WEEK, later_by
from legation.resolve.engagements._status import CHANGED, RECENT, was_planned

DUE = frozenset({"expected", "awaited", "likely"})


def with_days_of_plans(groups: list[list[Candidate]], published: date | None) -> list[list[Candidate]]:
    """The groups; in those of what is off, a weekday that only a convention placed goes to the first such day from the change
    on: "called off a visit on Tuesday. He had been expected on Friday" means the Friday to come."""
    if published is None:
        return groups
    return [_with_its_days(group, published) if any(_is_off(c) for c in group) else group for group in groups]


def _is_off(candidate: Candidate) -> bool:
    return candidate.status in CHANGED - {"rescheduled"} and candidate.mention.tense != "pluperfect"


def _with_its_days(group: list[Candidate], published: date) -> list[Candidate]:
    days = {c.changed.earliest for c in group if c.changed is not None and c.changed.precision == "day" and c.changed.earliest}
    recent = {day for day in days if published - RECENT <= day <= published}
    if days and not recent:
        return group  # "was called off on March 3": an old story
    since = recent.pop() if len(recent) == 1 else published
    return [_from(c, since) for c in group]


def _from(candidate: Candidate, since: date) -> Candidate:
    mention = candidate.mention
    was_due = was_planned(mention, candidate.status) or (mention.effect in DUE and mention.tense in {"past", "pluperfect"})
    when = _first_from(candidate.when, since) if was_due else candidate.when
    return replace(candidate, when=when, planned=_first_from(candidate.planned, since))


def _first_from(when: When | None, since: date) -> When | None:
    """The first such weekday from a day on; the same where no convention chose its week."""
    if when is None or when.earliest is None or when.convention not in {"weekday-back", "weekday-ahead"}:
        return when
    weeks = -((when.earliest - since) // WEEK)
    return later_by(when, weeks) if abs(weeks) <= 1 else when
