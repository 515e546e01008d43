"""Days on which somebody is told to leave and to be back: the bounds of the journey that his visits are on."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

import msgspec
from msgspec.structs import replace

from legation.records import Dates, Engagement, Token, When
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._days import WEEK, dates_of
from legation.resolve.engagements._parties import parties_at
from legation.resolve.engagements._status import PLANNED
from legation.resolve.engagements._top_of import tokens_of, top_of

LONGEST = 31
"""Days: what is further apart than this is not one journey."""
WIDE = frozenset({"week", "month", "window", "weekend"})
"""Precisions of days that a told arrival narrows."""

Side = Literal["leaves", "arrives", "returns", "stays"]
SIDES: tuple[Side, ...] = get_args(Side)


class Bound(msgspec.Struct, frozen=True):
    """A day of setting out, arriving, leaving again or of the end of a stay; ``names`` is empty where only "the delegation" or
    "he" of nobody known does."""

    names: frozenset[str]
    when: When
    side: Side


def on_journeys(page: Page, engagements: tuple[Engagement, ...]) -> tuple[Engagement, ...]:
    """The engagements, the days of visits put right by when their traveller is told to come and go ("leaves on Sunday and
    returns on Friday", "arrives on Monday ... will stay until Thursday"), where the page tells of one such journey of his."""
    bounds = _bounds(page)
    if not bounds:
        return engagements
    return tuple(_over(_between(e, bounds, engagements), e, page.published) for e in engagements)


def _over(visit: Engagement, before: Engagement, published: date | None) -> Engagement:
    """ "landed on Saturday. He left the country on Monday": held, where the day of leaving is past."""
    last = visit.when.latest
    is_over = visit is not before and visit.status == "under_way" and published is not None and last is not None
    return replace(visit, status="held") if is_over and last < published else visit  # type: ignore[operator]


def departures(page: Page) -> list[Bound]:
    """The days on which somebody is told to leave again or to go home, from wherever he is."""
    return [b for b in _bounds(page) if b.side in {"leaves", "returns", "stays"}]


def _between(visit: Engagement, bounds: list[Bound], engagements: tuple[Engagement, ...]) -> Engagement:
    if not _is_journey(visit):
        return visit
    names = _travellers(visit)
    others = {name for e in engagements if _is_journey(e) and e is not visit for name in _travellers(e)}
    theirs = [b for b in bounds if (b.names & names) or (not b.names and others <= names)]
    stretch = _stretch(theirs)
    if stretch is None:
        return visit
    first, last, when = stretch
    elsewhere = (e for e in engagements if _is_journey(e) and e.host_country != visit.host_country)
    is_alone = not any(names & _travellers(e) for e in elsewhere)
    if last is None:
        is_within = visit.when.precision in WIDE and is_alone and _holds(visit.when, first, first)
        return replace(visit, when=replace(dates_of(when), latest=first)) if is_within else visit
    if visit.when.words is None and not visit.no_date_set:
        return replace(visit, when=replace(dates_of(when), latest=last, precision="window", convention="of-the-tour"))
    begins_then = visit.when.precision == "day" and visit.when.earliest == visit.when.latest == first
    if is_alone and (begins_then or (visit.when.precision in WIDE and _holds(visit.when, first, last))):
        return replace(visit, when=replace(dates_of(when), earliest=first, latest=last, precision="day"))
    return visit


def _stretch(bounds: list[Bound]) -> tuple[date, date | None, When] | None:
    """First and last day of the one journey that the bounds tell of and the words of the first; the last is None where only
    the arrival is told. None where they tell of none, or of several."""
    days = {side: {b.when.latest: b.when for b in bounds if b.side == side} for side in SIDES}
    if any(len(found) > 1 for found in days.values()):
        return None
    told = {side: next(iter(found.values())) for side, found in days.items() if found}
    start = told.get("arrives") or told.get("leaves")
    if start is None or start.latest is None:
        return None
    first = start.latest
    end = told.get("returns") or told.get("stays")
    if end is None and "arrives" in told and "leaves" in told:
        end = told["leaves"]  # "arrives on Thursday and leaves on Saturday"
    if end is None or end.latest is None:
        return (first, None, start) if "arrives" in told else None
    last = end.latest
    if last < first and (end.convention or "").startswith("weekday"):
        last += WEEK  # "leaves on Sunday and returns next Saturday": the one after that Sunday
    return (first, last, start) if 0 <= (last - first).days <= LONGEST else None


def _holds(when: Dates, first: date, last: date) -> bool:
    return when.earliest is not None and when.latest is not None and when.earliest <= first and last <= when.latest


def _travellers(visit: Engagement) -> set[str]:
    return {p.name for p in visit.participants if p.role == "traveller" and p.name}


def _is_journey(engagement: Engagement) -> bool:
    is_ahead = engagement.status in PLANNED | {"under_way"} and not engagement.background
    return engagement.kind == "visit" and is_ahead


def _bounds(page: Page) -> list[Bound]:
    found = []
    for when in page.times:
        if when.start is None or when.end is None or when.latest is None:
            continue
        if (when.precision != "day" or when.earliest != when.latest) and when.relation != "until":
            continue
        verb = _verb_of(page, when)
        side = _side(page, verb, when) if verb is not None else None
        if verb is None or side is None:
            continue
        names = (page.lookup.actor(p.actor).name for i in _subject(page, verb) for p in parties_at(page.lookup, i))
        found.append(Bound(frozenset(name for name in names if name), when, side))
    return found


def _side(page: Page, verb: Token, when: When) -> Side | None:
    """What of a journey a verb tells the day of."""
    words = page.rules.words
    forms = {verb.lemma, verb.lower}
    if when.relation == "until":
        return "stays" if verb.lemma in words["staying"] else None
    if forms & words["returning"] or any(c.lower in words["back"] for c in page.doc.children(verb.i)):
        return "returns"
    if forms & words["departing"]:
        return "leaves"
    return "arrives" if verb.lemma in words["arriving"] else None


def _verb_of(page: Page, when: When) -> Token | None:
    """The verb that a time hangs on, nothing but a preposition or "back" between."""
    top = top_of(page.doc, when)
    if top is None:
        return None
    head = page.doc.tokens[top.head]
    while head.pos in {"ADP", "ADV"} and head.head != head.i:
        head = page.doc.tokens[head.head]
    # "leaves on Sunday, and returns": the second is tagged as a noun, often
    before = page.doc.tokens[max(tokens_of(page.doc, when)[0].i - 1, 0)]
    beside = page.doc.tokens[max(before.i - 1, 0)] if before.pos == "ADP" else before
    if beside.dep == "conj" and beside.head == head.i:
        return beside
    return head if head.pos in {"VERB", "AUX"} or head.dep == "conj" else None


def _subject(page: Page, verb: Token) -> tuple[int, ...]:
    """Whoever does it; of "leaves on Sunday and returns on Friday" the second's subject is the first's."""
    token = verb
    while page.doc.child(token.i, "nsubj") is None and token.dep in {"conj", "xcomp"} and token.head != token.i:
        token = page.doc.tokens[token.head]
    subject = page.doc.child(token.i, "nsubj")
    return (subject.i,) if subject is not None else ()
