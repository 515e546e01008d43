"""Days of the legs of one journey: those of the whole, and of a leg between two others."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from legation.records import Dates, Engagement
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._open_days import is_open
from legation.resolve.engagements._status import PLANNED

LONGEST = timedelta(days=14)
"""What begins later than this after the leg before is not known to follow it."""


class Legs:
    """By engagement, the mentions of which it is one leg (``of``), and the first characters of the times that are told of
    all legs together (``whole``)."""

    def __init__(self) -> None:
        self.of: dict[int, set[int]] = {}
        self.whole: dict[int, set[int]] = {}

    def note(self, page: Page, number: int, group: list[Candidate]) -> None:
        self.of[number] = {c.number for c in group if c.is_leg}
        told = (c.when for c in group if c.when is not None and (_names_all(page, c) or (c.is_leg and _is_set_off(page, c))))
        self.whole[number] = {w.start for w in told if w.start is not None}

    def siblings(self, number: int) -> list[int]:
        """The other legs of the same mention."""
        return [n for n, of in self.of.items() if n != number and of & self.of.get(number, set())]


def with_legs_to_come(groups: list[list[Candidate]], published: date | None) -> list[list[Candidate]]:
    """The groups; of "began a trip that takes him to Amman and Muscat ... is due in Muscat on Wednesday" the leg that has its day
    to come is not under way with the whole."""
    return [[_yet_to_come(c, group, published) for c in group] for group in groups]


def _yet_to_come(leg: Candidate, group: list[Candidate], published: date | None) -> Candidate:
    if published is None or not leg.is_leg or leg.status != "under_way" or leg.when is not None:
        return leg
    days = (c.when.earliest for c in group if c.status in PLANNED and c.when is not None and c.when.precision == "day")
    return replace(leg, status=None) if any(day is not None and day > published for day in days) else leg


def _names_all(page: Page, candidate: Candidate) -> bool:
    """ "Was to be in the three countries from Friday to Monday"."""
    goals = (page.doc.tokens[a.head] for a in candidate.mention.arguments if a.role == "goal")
    return candidate.kind == "visit" and any(t.tag == "NNS" and t.lemma in page.rules.words["states"] for t in goals)


def _is_set_off(page: Page, candidate: Candidate) -> bool:
    """ "Will visit Oslo, then go to Riga and to Vilnius, where he will meet X, from June 30 to July 6"."""
    start = candidate.when.start if candidate.when is not None else None
    before, _, link = page.doc.text[: start or 0].rstrip().rpartition(" ")
    return before.endswith(",") and link in page.rules.words["first_day"]


def on_days_of_all(engagements: tuple[Engagement, ...], legs: Legs) -> tuple[Engagement, ...]:
    """The engagements; a leg without days is on the stretch of days that another was given as those of all."""
    return tuple(_on_days_of_all(n, e, engagements, legs) for n, e in enumerate(engagements))


def _on_days_of_all(number: int, leg: Engagement, engagements: tuple[Engagement, ...], legs: Legs) -> Engagement:
    if leg.kind != "visit" or leg.background or not is_open(leg):
        return leg
    others = [n for n in legs.siblings(number) if engagements[n].status == leg.status and not engagements[n].background]
    whole = [w for n in others if (w := engagements[n].when).start in legs.whole[n] and w.earliest != w.latest]
    if len({(w.earliest, w.latest) for w in whole}) != 1:
        return leg
    return replace(leg, when=replace(whole[0], precision="window", convention="of-the-tour"))


def between_legs(page: Page, engagements: tuple[Engagement, ...], legs: Legs) -> tuple[Engagement, ...]:
    """The engagements; a leg told of before one that has its day is by then, where the traveller is elsewhere at publication:
    "has arrived in Ulaanbaatar ... will travel on to Vietnam and then to Indonesia, for the meeting on July 7"."""
    return tuple(_between(page, n, e, engagements, legs) for n, e in enumerate(engagements))


def _between(page: Page, number: int, leg: Engagement, engagements: tuple[Engagement, ...], legs: Legs) -> Engagement:
    published = page.published
    if leg.kind != "visit" or leg.background or leg.status not in PLANNED or not is_open(leg) or published is None:
        return leg
    names = _travellers(leg)
    behind = [n for n in legs.siblings(number) if n > number]
    others = (e for n, e in enumerate(engagements) if n not in behind and e.kind == "visit")
    now = (e for e in others if e.status == "under_way" and names & _travellers(e))
    if not any(e.host_country != leg.host_country for e in now):
        return leg
    whens = [engagements[n].when for n in behind]
    days = {w.earliest for w in whens if w.earliest is not None and w.precision == "day"}
    if len(days) != 1 or not published <= (last := days.pop()) <= published + LONGEST:
        return leg
    return replace(leg, when=Dates(earliest=published, latest=last, precision="window", convention="of-the-tour"))


def _travellers(visit: Engagement) -> set[str]:
    return {p.name for p in visit.participants if p.role == "traveller" and p.name}
