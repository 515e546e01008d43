"""Where somebody is called on: at home, unless he is on a visit to those who call on him."""

from __future__ import annotations

from msgspec.structs import replace

from legation.records import Dates, Engagement
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._status import DONE, PLANNED


def is_called_on(group: list[Candidate]) -> bool:
    """Whether an engagement is somewhere only because the one called on holds office there."""
    return any(a.role == "home" for c in group for a in c.mention.arguments) and not any(c.place for c in group)


def with_guests(engagements: list[Engagement], called_on: set[int]) -> list[Engagement]:
    """The engagements; those numbered ``called_on`` put where the one called on travels, if that is to the other's state:
    "arrived in Delhi on a visit ... Minister X will call on her on Saturday"."""
    return [_abroad(e, engagements) if n in called_on else e for n, e in enumerate(engagements)]


def _abroad(call: Engagement, engagements: list[Engagement]) -> Engagement:
    names = {p.name for p in call.participants if p.name and p.country == call.host_country}
    states = {p.country for p in call.participants} - {call.host_country, None}
    stays = [
        e
        for e in engagements
        if e.kind == "visit"
        and e.host_country in states
        and e.background == call.background
        and any(p.role == "traveller" and p.name in names for p in e.participants)
        and _are_of_one_time(call, e)
    ]
    hosts = {e.host_country for e in stays}
    return replace(call, host_country=hosts.pop(), place=stays[0].place) if len(hosts) == 1 else call


def _are_of_one_time(call: Engagement, stay: Engagement) -> bool:
    """Whether the call can be in the stay, which may last some days more than is told of it."""
    sides = {call.status, stay.status}
    if not any(sides <= group for group in (PLANNED | {"under_way"}, DONE, DONE | {"announced"})):
        return False
    return _starts_by(stay.when, call.when)


def _starts_by(stay: Dates, call: Dates) -> bool:
    if stay.earliest is None or call.latest is None or call.earliest is None:
        return True
    last = stay.latest or stay.earliest
    return stay.earliest <= call.latest and (call.earliest - last).days < 4
