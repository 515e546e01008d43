"""What happens next: how often engagements like this one took place, from the calendar's own history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import sqrt
from statistics import median

import msgspec

from legation.records import Odds, Revision, State
from legation.rules.ledger import LedgerRules

# Fewer cases than this say nothing.
FEWEST = 20
# Days ahead, in classes within which engagements are alike.
_AHEAD = ((7, "within a week"), (30, "within a month"), (90, "within three months"), (10**6, "later"))
# Two-sided 95 per cent.
_Z = 1.96


class Situation(msgspec.Struct, frozen=True):
    """What makes two engagements alike: kind class, status, how far ahead, how well sourced."""

    kind: int
    status: str
    ahead: str
    weight: str


class Case(msgspec.Struct, frozen=True):
    """One engagement of the past in a situation, and what came of it. ``days`` is from then to the day it was held."""

    situation: Situation
    was_held: bool
    days: int | None = None


def situation_of(state: State, on: date, sources: int, rules: LedgerRules) -> Situation:
    """The situation of an engagement on a day."""
    if state.earliest is None:
        ahead = "without a date"
    else:
        days = (state.earliest - on).days
        ahead = next(name for limit, name in _AHEAD if days <= limit) if days >= 0 else "overdue"
    weight = "one source" if sources <= 1 else "several sources"
    return Situation(rules.kind_class.get(state.kind, -1), state.status, ahead, weight)


def cases_of(revisions: Sequence[Revision], sources: int, today: date, rules: LedgerRules) -> Iterable[Case]:
    """Every situation an engagement was in, once, with its outcome; nothing while the outcome is open."""
    last = revisions[-1].state
    is_over = last.status in rules.done or last.status in rules.final
    if not is_over and (last.latest is None or (today - last.latest).days <= rules.days.recent):
        return
    seen: set[Situation] = set()
    for number, revision in enumerate(revisions):
        if revision.state.status in rules.done:
            return
        # How well sourced it was then is not kept; later changes mean that others had told of it.
        situation = situation_of(revision.state, revision.said_on, min(sources, number + 1), rules)
        if situation in seen:
            continue
        seen.add(situation)
        held = last.status in rules.done
        end = last.earliest if held and last.earliest else None
        yield Case(situation, held, (end - revision.said_on).days if end else None)


def odds(entry: str, situation: Situation, cases: Iterable[Case]) -> Odds:
    """How often engagements in this situation took place. Where there are too few alike in everything, the source's
    kind is disregarded, then the distance; below twenty cases it abstains."""
    every = list(cases)
    views: tuple[tuple[str, ...], ...] = (
        ("kind", "status", "ahead", "weight"),
        ("kind", "status", "ahead"),
        ("status", "ahead"),
    )
    alike: list[Case] = []
    for view in views:
        alike = [c for c in every if all(getattr(c.situation, f) == getattr(situation, f) for f in view)]
        if len(alike) >= FEWEST:
            return _counted(entry, alike, view)
    return Odds(entry=entry, cases=len(alike), reason=f"only {len(alike)} cases like it; at least {FEWEST} are needed")


def _counted(entry: str, alike: list[Case], view: tuple[str, ...]) -> Odds:
    n, held = len(alike), sum(c.was_held for c in alike)
    share = held / n
    # Wilson's interval (1927): honest near 0 and 1, and for few cases.
    middle = (share + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2)) / (1 + _Z**2 / n)
    days = [c.days for c in alike if c.days is not None]
    return Odds(
        entry=entry,
        cases=n,
        held=held,
        share=round(share, 4),
        low=round(max(0.0, middle - half), 4),
        high=round(min(1.0, middle + half), 4),
        median_days=int(median(days)) if days else None,
        alike=view,
    )
