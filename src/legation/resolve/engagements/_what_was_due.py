"""The plan of a meeting that is off, told as a journey or a reception, is that meeting: "has put off her talks with X. He had been
due to receive her in Quito today" tells of one engagement, where it was to be and when."""

from __future__ import annotations

from msgspec.structs import replace

from legation.resolve.engagements._called_off import DUE
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._lookup import Lookup
from legation.resolve.engagements._status import CHANGED, was_planned

NEAR = 3
"""Sentences, at most, between what is off and its plan."""
TALKED = frozenset({"meeting", "talks"})
OFF = CHANGED - {"denied"}
PAST = frozenset({"past", "pluperfect"})


def with_plans_of_what_is_off(lookup: Lookup, groups: list[list[Candidate]]) -> list[list[Candidate]]:
    """The groups; a journey told of only as what had been planned goes to the one meeting of the same people that is off."""
    found = [list(group) for group in groups]
    for plan in groups:
        if not all(c.kind == "visit" and _was_due(c) for c in plan):
            continue
        off = [group for group in found if _is_off(group) and _is_of(lookup, group, plan)]
        if len(off) == 1:
            off[0].extend(_as_talks(c, off[0][0]) for c in plan)
            found = [group for group in found if group != plan]
    return found


def _was_due(c: Candidate) -> bool:
    return was_planned(c.mention, c.status) or (c.mention.effect in DUE and c.mention.tense in PAST)


def _is_off(group: list[Candidate]) -> bool:
    return all(c.kind in TALKED for c in group) and any(c.status in OFF for c in group)


def _is_of(lookup: Lookup, off: list[Candidate], plan: list[Candidate]) -> bool:
    """Whether a journey is to the meeting: of the same two states, at least one of the people the same, near it and to no other
    place than is said of it."""
    near = min(abs(a.mention.sentence - b.mention.sentence) for a in off for b in plan) <= NEAR
    hosts = {c.host_country for c in off} - {None}
    people = {p.actor for c in off for p in c.everybody}
    shared = any(p.actor in people for c in plan for p in c.everybody)
    return near and shared and _states(lookup, off) == _states(lookup, plan) and hosts <= {c.host_country for c in plan}


def _states(lookup: Lookup, group: list[Candidate]) -> set[str | None]:
    sides = {lookup.state(p.actor) for c in group for p in c.everybody}
    return (sides | {c.host_country for c in group if c.kind == "visit"}) - {None}


def _as_talks(plan: Candidate, talks: Candidate) -> Candidate:
    people = (*plan.travellers, *plan.hosts, *plan.parties)
    return replace(plan, kind=talks.kind, travellers=(), hosts=(), parties=people)
