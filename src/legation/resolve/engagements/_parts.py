"""Meetings inside a visit: linked to it, and told by it where and when where they do not say so themselves."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from legation.records import Dates, Engagement, Participant
from legation.resolve.engagements._status import CHANGED, DONE, PLANNED, STAY

DAY = timedelta(days=1)
INSIDE = frozenset({"meeting", "talks", "summit", "ceremony"})


def linked(engagements: list[Engagement], said: dict[int, int] | None = None) -> tuple[Engagement, ...]:
    """The engagements, in order; ``part_of`` set where one falls into a visit by one of its people.

    ``said`` gives, by number, the visit that a sentence sets an engagement in.
    A part without host or date takes the visit's: its own day is somewhere inside, so the precision is a window.
    """
    parts = [_part(e, engagements, (said or {}).get(n)) for n, e in enumerate(engagements)]
    return tuple(_same_stay(engagement, parts) for engagement in parts)


def _part(engagement: Engagement, engagements: list[Engagement], said: int | None) -> Engagement:
    if engagement.kind not in INSIDE:
        return engagement
    if said is not None and _fits(engagement, engagements[said]) and _is_only(engagements[said], engagements):
        return _within(engagement, engagements, said)
    inside = [n for n, visit in enumerate(engagements) if visit.kind == "visit" and _is_inside(engagement, visit)]
    states = {p.country for p in engagement.participants}
    # On a tour of several states a meeting belongs to the leg whose people are in it, else to the one told of last.
    chosen = [n for n in inside if engagements[n].host_country in states] or inside
    if not chosen:
        return engagement
    parent = min(chosen, key=lambda n: _distance(engagement, engagements[n]))
    return _within(engagement, engagements, parent)


def _fits(engagement: Engagement, visit: Engagement) -> bool:
    """Whether what a sentence sets inside a visit can stand there after all that the page says of both."""
    is_visit = visit.kind == "visit" and visit.host_country is not None
    return is_visit and engagement.host_country in {None, visit.host_country} and _touch(engagement.when, visit.when)


def _within(engagement: Engagement, engagements: list[Engagement], parent: int) -> Engagement:
    visit = engagements[parent]
    only = _is_only(visit, engagements)
    same_host = engagement.host_country in {None, visit.host_country}
    return replace(
        engagement,
        part_of=parent,
        participants=tuple(_at_home(p, visit) for p in engagement.participants) if only else engagement.participants,
        host_country=engagement.host_country or visit.host_country,
        place=engagement.place or (visit.place if same_host else None),
        when=engagement.when if engagement.when.words else _inside(visit.when),
    )


def _same_stay(engagement: Engagement, engagements: list[Engagement]) -> Engagement:
    """What a traveller does with the same hosts on the same days, told beside a meeting or visit whose place or day is
    known, is there and then: "met the king in Riyadh on Tuesday ... he also met the crown prince"."""
    if engagement.kind not in {"meeting", "talks"} or engagement.background or engagement.part_of is not None:
        return engagement
    for other in engagements:
        if other is engagement or other.kind not in {"visit", "meeting", "talks"} or other.background:
            continue
        if other.host_country is None or engagement.host_country not in {None, other.host_country}:
            continue
        if _is_beside(engagement, other) and _shares_guest(engagement, other, other.host_country):
            when = engagement.when if engagement.when.words else _inside(other.when)
            return replace(engagement, host_country=other.host_country, when=when)
    return engagement


def _is_beside(one: Engagement, other: Engagement) -> bool:
    """Whether two are of the same days: both just held, or dated a day apart at most."""
    if None in {one.when.earliest, one.when.latest, other.when.earliest, other.when.latest}:
        return {one.status, other.status} <= DONE and one.when.words is None
    if not {one.status, other.status} <= DONE | PLANNED:
        return False
    return one.when.earliest <= other.when.latest + DAY and other.when.earliest <= one.when.latest + DAY  # type: ignore[operator]


def _shares_guest(one: Engagement, other: Engagement, host: str) -> bool:
    """Whether one named foreigner is in both, and everybody else of the first is of the host's state."""
    guests = {p.name for p in other.participants if p.name and p.country != host}
    rest = [p for p in one.participants if p.name not in guests]
    return len(rest) < len(one.participants) and bool(rest) and all(p.country == host for p in rest)


def _is_only(visit: Engagement, engagements: list[Engagement]) -> bool:
    """Whether the page tells of no visit of the same people elsewhere: on a tour, "his stop" may be any."""
    theirs = [v for v in engagements if v.kind == "visit" and _travellers(v) & _travellers(visit)]
    return len({v.host_country for v in theirs}) == 1


def _travellers(visit: Engagement) -> set[tuple[str | None, str | None]]:
    return {(p.name or p.office, p.country) for p in visit.participants if p.role == "traveller"}


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
    travellers = _travellers(visit)
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
    precision = "window" if when.precision == "day" else when.precision
    return replace(when, precision=precision, convention="inside-visit")
