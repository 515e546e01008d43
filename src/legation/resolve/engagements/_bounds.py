"""Days on which somebody is told to leave and to be back: the bounds of the journey that his visits are on."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from msgspec.structs import replace

from legation.records import Engagement, Token, When
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._days import dates_of
from legation.resolve.engagements._status import PLANNED

WEEK = timedelta(days=7)
LONGEST = 31
"""Days: what is further apart than this is not one journey."""


class Bound(msgspec.Struct, frozen=True):
    """A day of leaving or coming back; ``names`` is empty where only "the delegation" or "he" of nobody known does."""

    names: frozenset[str]
    when: When
    is_return: bool


def on_journeys(page: Page, engagements: tuple[Engagement, ...]) -> tuple[Engagement, ...]:
    """The engagements, those visits to come that have no day given the bounds of their traveller's journey ("leaves on
    Sunday and returns on Friday"): a window, where the page tells of one such journey of his."""
    bounds = _bounds(page)
    if {b.is_return for b in bounds} != {True, False}:
        return engagements
    return tuple(_between(e, bounds, engagements) for e in engagements)


def _between(visit: Engagement, bounds: list[Bound], engagements: tuple[Engagement, ...]) -> Engagement:
    if not _is_open_journey(visit):
        return visit
    names = {p.name for p in visit.participants if p.role == "traveller" and p.name}
    others = {
        p.name
        for e in engagements
        if _is_open_journey(e)
        for p in e.participants
        if p.role == "traveller" and p.name and e is not visit
    }
    theirs = [b for b in bounds if (b.names & names) or (not b.names and others <= names)]
    left = {b.when.earliest: b.when for b in theirs if not b.is_return}
    back = {b.when.earliest: b.when for b in theirs if b.is_return}
    if len(left) != 1 or len(back) != 1:
        return visit
    (first, when), (last, until) = next(iter(left.items())), next(iter(back.items()))
    assert first is not None
    assert last is not None
    if last < first and (until.convention or "").startswith("weekday"):
        last += WEEK  # "leaves on Sunday and returns next Saturday": the one after that Sunday
    if not 0 <= (last - first).days <= LONGEST:
        return visit
    days = replace(dates_of(when), latest=last, precision="window", convention="of-the-tour")
    return replace(visit, when=days)


def _is_open_journey(engagement: Engagement) -> bool:
    when = engagement.when
    is_ahead = engagement.status in PLANNED | {"under_way"} and not engagement.background
    return engagement.kind == "visit" and is_ahead and when.words is None and not engagement.no_date_set


def _bounds(page: Page) -> list[Bound]:
    doc, words = page.doc, page.rules.words
    found = []
    for when in page.times:
        if when.start is None or when.end is None or when.precision != "day" or when.earliest is None:
            continue
        verb = _verb_of(page, when)
        if verb is None or when.earliest != when.latest:
            continue
        is_back = verb.lemma in words["returning"] or any(c.lower in words["back"] for c in doc.children(verb.i))
        if not is_back and verb.lemma not in words["departing"]:
            continue
        names = (page.lookup.actor(p.actor).name for i in _subject(page, verb) for p in page.lookup.parties(i))
        found.append(Bound(frozenset(name for name in names if name), when, is_back))
    return found


def _verb_of(page: Page, when: When) -> Token | None:
    """The verb that a time hangs on, nothing but a preposition or "back" between."""
    assert when.start is not None
    assert when.end is not None
    inside = {t.i for t in page.doc.tokens_in(when.start, when.end)}
    top = next((i for i in sorted(inside) if page.doc.tokens[i].head not in inside), None)
    if top is None:
        return None
    head = page.doc.tokens[page.doc.tokens[top].head]
    while head.pos in {"ADP", "ADV"} and head.head != head.i:
        head = page.doc.tokens[head.head]
    # "leaves on Sunday, and returns": the second is tagged as a noun, often
    return head if head.pos in {"VERB", "AUX"} or head.dep == "conj" else None


def _subject(page: Page, verb: Token) -> tuple[int, ...]:
    """Whoever does it; of "leaves on Sunday and returns on Friday" the second's subject is the first's."""
    token = verb
    while page.doc.child(token.i, "nsubj") is None and token.dep in {"conj", "xcomp"} and token.head != token.i:
        token = page.doc.tokens[token.head]
    subject = page.doc.child(token.i, "nsubj")
    return (subject.i,) if subject is not None else ()
