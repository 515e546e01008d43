"""Days that no word beside an engagement gives but the page does: those of its parts, of the stay it falls into, of the day
its people are told of, and of the state itself (what is under way is so on the day of publication)."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from legation.records import Annotation, Dates, Engagement, Past, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._bounds import departures, on_journeys
from legation.resolve.engagements._called_on import is_called_on
from legation.resolve.engagements._candidate import SEATED, Candidate
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._days import WEEK, dates_of
from legation.resolve.engagements._gatherings import on_the_spot
from legation.resolve.engagements._going_on_to import off_with_its_journey
from legation.resolve.engagements._legs import Legs, between_legs, on_days_of_all
from legation.resolve.engagements._news import of_news
from legation.resolve.engagements._nth_day import day_of_stay, nth_day
from legation.resolve.engagements._open_days import is_open
from legation.resolve.engagements._status import DONE, PLANNED, STAY, was_planned
from legation.resolve.engagements._still_there import still_there
from legation.resolve.engagements._whereabouts import where_they_spoke
from legation.rules.engagements import EngagementRules

LONG_AGO = timedelta(days=365)
DAY = timedelta(days=1)


class Marks:
    """What the mentions of engagements say that the engagements themselves do not keep, by number: ``said_at`` those that a
    saying is set beside, ``lapsed`` those told of only as what had been planned, ``beside`` those on the sidelines of a
    gathering, ``called_on`` those that are where somebody holds office, ``stay_days`` which day of a stay they are on,
    ``remote`` those held at a distance."""

    def __init__(self) -> None:
        self.said_at: set[int] = set()
        self.lapsed: set[int] = set()
        self.beside: set[int] = set()
        self.called_on: set[int] = set()
        self.stay_days: dict[int, int] = {}
        self.remote: set[int] = set()
        self.legs = Legs()

    def note(self, page: Page, number: int, group: list[Candidate]) -> None:
        self.legs.note(page, number, group)
        if any(_is_said_at(page.doc, page.rules, c.mention) for c in group):
            self.said_at.add(number)
        if is_called_on(group):
            self.called_on.add(number)
        nth = next((d for c in group if (d := day_of_stay(page.doc, page.rules, c.mention)) is not None), None)
        if nth is not None:
            self.stay_days[number] = nth
        if any(c.mention.by_phone for c in group):
            self.remote.add(number)
        if any(c.mention.on_sidelines for c in group):
            self.beside.add(number)
        if all(was_planned(c.mention, c.status) for c in group if c.status is not None):
            self.lapsed.add(number)


def implied(
    page: Page, engagements: tuple[Engagement, ...], groups: list[list[Candidate]], marks: Marks
) -> tuple[Engagement, ...]:
    """The engagements, those without days given what the page implies; ``convention`` says how.

    Nothing for what has words of its own for its day ("recently") or has no date set.
    """
    found = tuple(
        _as_the_stay(e, engagements) if n in marks.lapsed or _is_off(e, engagements) else e for n, e in enumerate(engagements)
    )
    found = off_with_its_journey(page, found, marks.lapsed)
    found = tuple(_of_parts(page, n, e, found) for n, e in enumerate(found))
    tours = _tours(page, groups)
    found = on_days_of_all(found, marks.legs)
    found = on_journeys(page, tuple(_of_tour(page, e, tours) for e in found))
    found = tuple(_of_stay(e, found) for e in found)
    found = tuple(_on_its_day(page, e, _stay(e, found), marks.stay_days.get(n)) for n, e in enumerate(found))
    found = tuple(_at_stay(e, found) if n in marks.beside or _is_undated(e) else e for n, e in enumerate(found))
    found = of_news(page, found, groups, marks.said_at)
    found = tuple(_of_state(page, e) for e in found)
    found = between_legs(page, found, marks.legs)
    found = tuple(_on_its_side(page, e, found) for e in found)
    found = tuple(_during_stay(page, e, found) for e in found)
    found = still_there(where_they_spoke(page, found, marks.said_at), page.published, departures(page), marks.stay_days)
    return tuple(e if n in marks.remote else on_the_spot(page, e, found) for n, e in enumerate(found))


def _is_said_at(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> bool:
    """ "said after meeting X", "he said at the start of a meeting": whether a saying is set beside the event."""
    for token in doc.ancestors(mention.head):
        if token.pos == "VERB" and token.i not in mention.nodes and token.lower not in rules.adjuncts:
            return token.lemma in rules.reporting or token.lemma in rules.words["speaking_out"]
    return False


def _is_undated(engagement: Engagement) -> bool:
    """Whether no words but those of a stay or a gathering give its days ("on the first day of the conference")."""
    when = engagement.when
    inside = when.earliest is None or when.convention == "inside-visit"
    return inside and not engagement.no_date_set and not engagement.background


def _of_parts(page: Page, number: int, visit: Engagement, engagements: tuple[Engagement, ...]) -> Engagement:
    """ "is visiting Lima ... met the president on Tuesday": a visit is on the days of what happens inside it; one under way
    has begun by publication, whatever is still to come in it."""
    if visit.kind != "visit" or not is_open(visit) or visit.background:
        return visit
    parts = [e.when for e in engagements if e.part_of == number and e.when.precision == "day"]
    dated = sorted((w.earliest, w.latest) for w in parts if w.earliest is not None and w.latest is not None)
    if not dated:
        return visit
    first = next(w for w in parts if w.earliest == dated[0][0])
    earliest, latest = dated[0][0], max(last for _, last in dated)
    if visit.status == "under_way" and page.published is not None:
        earliest = min(earliest, page.published)
    return replace(visit, when=replace(first, earliest=earliest, latest=latest, convention="of-its-parts"))


def _stay(engagement: Engagement, engagements: tuple[Engagement, ...]) -> Engagement | None:
    """The visit of one of its people, where the page tells of no other that he makes."""
    stays = _stays(engagement, engagements)
    return stays[0] if len({e.host_country for e in stays}) == 1 else None


def _stays(engagement: Engagement, engagements: tuple[Engagement, ...]) -> list[Engagement]:
    """The visits of its people, and the gatherings abroad that they attend: those where it is, where that is known."""
    names = {(p.name, p.country) for p in engagement.participants if p.name}
    host = engagement.host_country
    return [
        e
        for e in engagements
        if (e.kind == "visit" or (e.kind == "summit" and e.host_country is not None and e is not engagement))
        and not e.background
        and host in {None, e.host_country}
        and any(
            (p.role == "traveller" or (e.kind == "summit" and p.country != e.host_country)) and (p.name, p.country) in names
            for p in e.participants
        )
    ]


def _is_off(part: Engagement, engagements: tuple[Engagement, ...]) -> bool:
    """Whether the visit that a plan is part of does not take place."""
    return part.part_of is not None and engagements[part.part_of].status in {"postponed", "cancelled"}


def _as_the_stay(engagement: Engagement, engagements: tuple[Engagement, ...]) -> Engagement:
    """ "He was to call on the president": what had been planned for a visit stands as the visit does, and for several if they
    all stand so."""
    if engagement.kind not in SEATED or engagement.status not in PLANNED:
        return engagement
    stays = _stays(engagement, engagements)
    statuses = {stay.status for stay in stays}
    if len(statuses) != 1 or not statuses <= {"postponed", "rescheduled", "cancelled", "denied", "under_way"}:
        return engagement
    hosts = {stay.host_country for stay in stays}
    host = engagement.host_country or (hosts.pop() if len(hosts) == 1 else None)
    if statuses == {"under_way"}:
        return replace(engagement, host_country=host, background=False)
    engagement = _on_their_day(engagement, stays)
    if statuses == {"denied"}:
        return replace(engagement, status="denied", host_country=host, background=False)
    planned = Past(status="announced", when=engagement.when, evidence=engagement.evidence[0])
    if statuses <= {"cancelled", "denied"}:
        history = (*engagement.history, planned)
        return replace(engagement, status=stays[0].status, host_country=host, background=False, history=history)
    return replace(
        engagement,
        status="postponed",
        when=Dates(),
        history=(*engagement.history, planned),
        host_country=host,
        background=False,
    )


def _on_their_day(engagement: Engagement, stays: list[Engagement]) -> Engagement:
    """ "She had been expected in Reykjavik on Friday for talks": the same words, put on one day for the visit and on another for
    what was planned for it, mean the visit's."""
    told = engagement.when
    same = [s.when for s in stays if told.start is not None and s.when.start == told.start and s.when.earliest]
    is_torn = len(same) == 1 and told.earliest != same[0].earliest
    return replace(engagement, when=same[0]) if is_torn else engagement


def _of_stay(engagement: Engagement, engagements: tuple[Engagement, ...]) -> Engagement:
    """What one of a visit's travellers does, where the page tells of no other visit of his, falls into it."""
    if engagement.kind not in SEATED or engagement.background or not is_open(engagement):
        return engagement
    stay = _stay(engagement, engagements)
    if stay is None or stay.when.earliest is None:
        return engagement
    if not _of_one_time(engagement, stay):
        return engagement
    precision = "window" if stay.when.precision == "day" else stay.when.precision
    return replace(engagement, when=replace(stay.when, precision=precision, convention="inside-visit"))


def _at_stay(engagement: Engagement, engagements: tuple[Engagement, ...]) -> Engagement:
    """What is on the sidelines of a gathering, or has no day of its own, is where one of its people travels, where the page
    tells of no other visit of his and their days touch."""
    if engagement.kind not in SEATED or engagement.host_country is not None or engagement.place is not None:
        return engagement
    stay = _stay(engagement, engagements)
    if stay is None or engagement.background != stay.background or not _of_one_time(engagement, stay):
        return engagement
    one, other = engagement.when, stay.when
    if one.earliest and other.latest and one.earliest > other.latest + STAY:
        return engagement
    if one.latest and other.earliest and other.earliest > one.latest:
        return engagement
    return replace(engagement, host_country=stay.host_country, place=stay.place)


def _during_stay(page: Page, engagement: Engagement, engagements: tuple[Engagement, ...]) -> Engagement:
    """What one of a visit's travellers does on one of its days, or by tomorrow where it goes on, is where he is."""
    when, published = engagement.when, page.published
    is_open = engagement.host_country is None and engagement.place is None and engagement.occasion is None
    if engagement.kind not in SEATED or not is_open or engagement.background or engagement.status not in PLANNED | DONE:
        return engagement
    stay = _stay(engagement, engagements)
    if stay is None or published is None or when.latest is None or not _of_one_time(engagement, stay):
        return engagement
    last = max(stay.when.latest or published, published + DAY) if stay.status == "under_way" else stay.when.latest
    if stay.when.earliest is None or last is None or stay.when.earliest > (when.earliest or published) or when.latest > last:
        return engagement
    is_loose = stay.status in PLANNED and stay.when.latest is not None and stay.when.latest - stay.when.earliest > WEEK
    if is_loose and stay.host_country not in {p.country for p in engagement.participants}:
        return engagement  # "will leave for Uganda later in the month": whom he meets today he meets elsewhere
    return replace(engagement, host_country=stay.host_country, place=stay.place)


def _on_its_day(page: Page, engagement: Engagement, stay: Engagement | None, nth: int | None) -> Engagement:
    """ "On the second day of the visit": that day, where the page gives the visit's and it can be."""
    if nth is None or stay is None or engagement.kind not in SEATED or not _is_undated(engagement):
        return engagement
    day = nth_day(stay.when, nth, is_over=stay.status in DONE)
    is_past, is_ahead = engagement.status in DONE, engagement.status in PLANNED
    if day is None or (page.published and ((is_past and day > page.published) or (is_ahead and day < page.published))):
        return engagement
    when = replace(stay.when, earliest=day, latest=day, precision="day", convention="day-of-the-stay")
    return replace(engagement, when=when)


def _of_one_time(engagement: Engagement, stay: Engagement) -> bool:
    sides = {engagement.status, stay.status}
    return sides <= PLANNED | {"under_way"} or sides <= DONE or sides == {"cancelled"}


def _tours(page: Page, groups: list[list[Candidate]]) -> list[tuple[set[str], When]]:
    """Stretches of time to come in which somebody travels, told without a word of where ("leaves on a ten-day trip"), or not
    with all of them ("to France and to several states of Latin America")."""
    found = []
    for c in (c for group in groups for c in group if c.kind == "visit" and (c.host_country is None or _goes_farther(page, c))):
        ahead = c.when is not None and c.when.latest is not None and page.published and c.when.latest > page.published
        if ahead and c.when is not None and c.when.earliest != c.when.latest and c.status in PLANNED | {None}:
            names = {name for p in c.travellers if (name := page.lookup.actor(p.actor).name)}
            found.append((names, c.when))
    return found


def _goes_farther(page: Page, candidate: Candidate) -> bool:
    """Whether a journey goes to a region or to states not named, beside where it is told to go."""
    goals = [page.doc.tokens[a.head] for a in candidate.mention.arguments if a.role == "goal" and a.strength]
    known = {place.head for place in page.lookup.cast.places if place.country}
    named = (t for t in goals if t.i not in known and t.entity >= 0)
    is_region = any(page.doc.entities[t.entity].label in {"LOC", "GPE"} for t in named)
    return is_region or any(t.tag == "NNS" and t.lemma in page.rules.words["counted_stops"] for t in goals)


def _of_tour(page: Page, visit: Engagement, tours: list[tuple[set[str], When]]) -> Engagement:
    """A visit to come, without a day, of somebody of whom the page says when he travels."""
    if visit.kind != "visit" or visit.status not in PLANNED or visit.background or not is_open(visit):
        return visit
    names = {p.name for p in visit.participants if p.role == "traveller"}
    when = next((w for whose, w in tours if whose & names), None)
    if when is None:
        return visit
    precision = "window" if when.precision == "day" else when.precision
    return replace(visit, when=replace(dates_of(when), precision=precision, convention="of-the-tour"))


def _on_its_side(page: Page, engagement: Engagement, engagements: tuple[Engagement, ...]) -> Engagement:
    """Of the days of the stay that it falls into, those that it can still be on: what was held by publication, what is to
    come from then on. Where of a stay that goes on only a day gone by is known, what is to come is on the next ones."""
    when, published = engagement.when, page.published
    inside = when.convention == "inside-visit" and when.earliest is not None and when.latest is not None
    if published is None or engagement.kind not in SEATED or engagement.background:
        return engagement
    is_to_come = engagement.status in PLANNED
    if is_to_come and (is_open(engagement) or (inside and when.latest < published)):  # type: ignore[operator]
        stay = _stay(engagement, engagements)
        if stay is None or stay.status != "under_way" or stay.when.earliest is None or stay.when.latest is None:
            return engagement
        last = stay.when.latest if stay.when.latest >= published else published + STAY
        days = Dates(earliest=published, latest=last, precision="window", convention="inside-visit")
        return replace(engagement, when=days)
    if inside and engagement.status in DONE and when.earliest > published:  # type: ignore[operator]
        return replace(engagement, when=Dates())  # nothing was held tomorrow, whenever the stay is
    if not inside or not when.earliest <= published <= when.latest:  # type: ignore[operator]
        return engagement
    if engagement.status in DONE:
        return replace(engagement, when=replace(when, latest=published))
    return replace(engagement, when=replace(when, earliest=published)) if is_to_come else engagement


def _of_state(page: Page, engagement: Engagement) -> Engagement:
    """ "is in Lima": under way on the day of publication. What was held is given no day by its state: it may have been any."""
    published = page.published
    if published is None or engagement.background or not is_open(engagement):
        return engagement
    if engagement.status == "under_way":
        days = Dates(earliest=published, latest=published, precision="day", convention="under-way-at-publication")
        return replace(engagement, when=days)
    if engagement.status == "held" and _opens_long_ago(page, engagement, published - LONG_AGO):
        return replace(engagement, background=True)
    return engagement


def _opens_long_ago(page: Page, engagement: Engagement, bound: date) -> bool:
    """Whether its sentence opens with a time before ``bound``: "In 1995 he stepped in during the talks in Lima"."""
    starts = [page.doc.tokens_in(e.start, e.end)[0].i for e in engagement.evidence]
    opening = {t.start for first in starts for t in page.doc.tokens[first : first + 2]}
    return any(w.start in opening and w.latest is not None and w.latest < bound for w in page.times)
