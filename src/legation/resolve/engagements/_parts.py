"""Meetings inside a visit: linked to it, and told by it where and when where they do not say so themselves."""

from __future__ import annotations

from msgspec.structs import replace

from legation.records import Dates, Engagement, Participant
from legation.resolve.engagements._status import CHANGED, DONE, PLANNED, STAY

INSIDE = frozenset({"meeting", "talks", "summit", "ceremony"})


def linked(engagements: list[Engagement]) -> tuple[Engagement, ...]:
    """The engagements, in order; ``part_of`` set where one falls into a visit by one of its people.

    A part without host or date takes the visit's: its own day is somewhere inside, so the precision is a window.
    """
    return tuple(_part(engagement, engagements) for engagement in engagements)


def _part(engagement: Engagement, engagements: list[Engagement]) -> Engagement:
    if engagement.kind not in INSIDE:
        return engagement
    inside = [n for n, visit in enumerate(engagements) if visit.kind == "visit" and _is_inside(engagement, visit)]
    states = {p.country for p in engagement.participants}
    # On a tour of several states a meeting belongs to the leg whose people are in it, else to the one told of last.
    chosen = [n for n in inside if engagements[n].host_country in states] or inside
    if not chosen:
        return engagement
    parent = min(chosen, key=lambda n: _distance(engagement, engagements[n]))
    visit = engagements[parent]
    same_host = engagement.host_country in {None, visit.host_country}
    return replace(
        engagement,
        part_of=parent,
        participants=tuple(_at_home(p, visit) for p in engagement.participants),
        host_country=engagement.host_country or visit.host_country,
        place=engagement.place or (visit.place if same_host else None),
        when=engagement.when if engagement.when.words else _inside(visit.when),
    )


def _at_home(one: Participant, visit: Engagement) -> Participant:
    """ "In Lisbon he met Prime Minister X": an office-holder of no state said is of the one visited."""
    travels = any(p.role == "traveller" and p.name == one.name and p.office == one.office for p in visit.participants)
    is_open = one.country is None and one.organisation is None and one.office is not None
    return replace(one, country=visit.host_country) if is_open and not travels else one


def _distance(engagement: Engagement, visit: Engagement) -> int:
    """Characters back to where the visit was last told of; what is only told of later comes last."""
    here = engagement.evidence[0].start
    before = [here - e.start for e in visit.evidence if e.start <= here]
    return min(before) if before else 10**9


def _is_inside(engagement: Engagement, visit: Engagement) -> bool:
    if visit.host_country is None or engagement.host_country not in {None, visit.host_country}:
        return False
    if engagement.background != visit.background:
        return False
    states = {engagement.status, visit.status}
    if not any(states <= group for group in (PLANNED | {"under_way"}, DONE, CHANGED)):
        return False
    if not _touch(engagement.when, _stay(engagement, visit)):
        return False
    travellers = {(p.name or p.office, p.country) for p in visit.participants if p.role == "traveller"}
    company = {(p.name or p.office, p.country) for p in engagement.participants}
    if not travellers & company:
        return False
    # With nobody of the host's side in it, a meeting may as well be elsewhere.
    others = {p.country for p in engagement.participants if (p.name or p.office, p.country) not in travellers}
    return engagement.host_country is not None or bool(others & {visit.host_country, None})


def _stay(engagement: Engagement, visit: Engagement) -> Dates:
    """The days of the visit; one told of by a single day may last some more, for what says nowhere else it is."""
    when, status = visit.when, {engagement.status, visit.status}
    if when.earliest is None or when.precision != "day" or when.earliest != when.latest:
        return when
    if status <= CHANGED or engagement.when.earliest is None or engagement.when.precision != "day":
        return when
    others = {p.country for p in engagement.participants} - {
        p.country for p in visit.participants if p.role == "traveller"
    }
    return replace(when, latest=when.latest + STAY) if visit.host_country in others else when


def _touch(one: Dates, other: Dates) -> bool:
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return True
    return one.earliest <= other.latest and other.earliest <= one.latest


def _inside(when: Dates) -> Dates:
    if when.earliest is None:
        return Dates()
    precision = "window" if when.precision == "day" and when.earliest != when.latest else when.precision
    return replace(when, precision=precision, convention="inside-visit")
