"""Visits that go on at publication though no word of theirs says so: the guest is yet to leave, or yet to meet somebody there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from msgspec.structs import replace

from legation.records import Engagement, Precision
from legation.resolve.engagements._bounds import Bound
from legation.resolve.engagements._candidate import PARTS
from legation.resolve.engagements._status import DONE, PLANNED, STAY

DAY = timedelta(days=1)


def still_there(
    engagements: tuple[Engagement, ...], published: date | None, bounds: list[Bound], counted: Mapping[int, int]
) -> tuple[Engagement, ...]:
    """The engagements, a visit under way where its traveller has come and has not left by publication. ``counted`` says which
    day of a stay something was on, -1 being the last."""
    if published is None:
        return engagements
    news = [e for n, e in enumerate(engagements) if counted.get(n, -1) >= 0 and _is_of_today(e, published)]
    engagements = tuple(_not_at_its_end(e, news) for e in engagements)
    return tuple(_with_its_end(_gone_on(e, engagements, published), published, bounds) for e in engagements)


def _is_of_today(part: Engagement, published: date) -> bool:
    when = part.when
    return part.status == "held" and when.precision == "day" and when.latest in {published, published - DAY}


def _not_at_its_end(visit: Engagement, news: list[Engagement]) -> Engagement:
    """ "On the second day of his visit he met X on Tuesday": that day was not the last."""
    if visit.kind != "visit" or visit.background or visit.status != "held" or visit.when.earliest != visit.when.latest:
        return visit
    return replace(visit, status="under_way") if any(_is_of(e, visit) for e in news) else visit


def _gone_on(visit: Engagement, engagements: tuple[Engagement, ...], published: date) -> Engagement:
    """ "was received on Friday ... will meet the speaker later in the day": one part is over, another is to come."""
    if visit.kind != "visit" or visit.background or visit.status not in {"announced", "confirmed", "held"}:
        return visit
    when = visit.when
    if when.earliest is not None and when.latest is not None and not when.earliest <= published <= when.latest + STAY:
        return visit
    if visit.status == "held" and when.latest is not None and when.latest < published - DAY:
        return visit
    parts = [e for e in engagements if e.kind in PARTS and not e.background and _is_of(e, visit)]
    over = [e for e in parts if e.status == "held" and _is_near(e, published, past=True)]
    ahead = [e for e in parts if e.status in PLANNED - {"proposed"} and _is_near(e, published, past=False)]
    has_come = visit.status == "held" or bool(over)
    is_to_go_on = bool(ahead) or visit.status != "held"
    dated = any(e.when.earliest is not None for e in (visit, *over, *ahead))
    if not (has_come and is_to_go_on and dated) or (visit.status != "held" and when.earliest is None):
        return visit
    return replace(visit, status="under_way")


def _with_its_end(visit: Engagement, published: date, bounds: list[Bound]) -> Engagement:
    """ "stepped onto Sudanese soil on Monday ... is to leave again on Tuesday"."""
    if visit.kind != "visit" or visit.background or visit.status not in DONE:
        return visit
    names = {p.name for p in visit.participants if p.role == "traveller" and p.name}
    ends = {b.when.earliest: b.when for b in bounds if b.names & names and b.when.earliest is not None}
    if len(ends) != 1:
        return visit
    end, when = next(iter(ends.items()))
    began = visit.when.earliest
    if not published < end <= published + 2 * STAY or (began is not None and not began <= published):
        return visit
    if visit.when.latest is not None and (visit.when.precision != "day" or visit.when.latest < published - STAY):
        return visit
    precision: Precision = "day" if began else "window"
    days = replace(visit.when, earliest=began or published, latest=end, precision=precision, words=visit.when.words or when.words)
    return replace(visit, status="under_way", when=replace(days, convention="until-it-ends"))


def _is_of(part: Engagement, visit: Engagement) -> bool:
    travellers = {(p.name, p.country) for p in visit.participants if p.role == "traveller" and p.name}
    company = {(p.name, p.country) for p in part.participants}
    hosts = {p.country for p in part.participants} - {country for _, country in travellers}
    return bool(travellers & company) and part.host_country in {None, visit.host_country} and hosts <= {visit.host_country}


def _is_near(part: Engagement, published: date, *, past: bool) -> bool:
    """Whether a part's day is one of a stay that holds the day of publication; one without a day may be."""
    first, last = part.when.earliest, part.when.latest
    if first is None or last is None:
        return not part.no_date_set
    return published - STAY <= first <= published if past else published <= last <= published + STAY
