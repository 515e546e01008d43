"""The day of the news, for what a page tells without a day: the day on which its people did something else, on which their
meetings are told to have been, or on which what they meet in place of was to be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import msgspec
from msgspec.structs import replace

from legation.records import Annotation, Dates, Engagement, Token, When
from legation.resolve.engagements._candidate import SEATED, Candidate
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._days import dates_of
from legation.resolve.engagements._open_days import is_without_days
from legation.resolve.engagements._parties import parties_at
from legation.resolve.engagements._status import DONE, STAY
from legation.resolve.engagements._top_of import tokens_of, top_of

LEDE = 3
"""Sentences, a title among them, in which a page says on which day its news happened."""
NEAR = 2
"""Sentences: "the discussions" are those told of as close before as this."""


class DayTold(msgspec.Struct, frozen=True):
    """A day that a sentence gives for what somebody did, or only said."""

    name: str
    sentence: int
    when: When
    is_saying: bool = False


def of_news(
    page: Page, engagements: tuple[Engagement, ...], groups: list[list[Candidate]], said_at: set[int]
) -> tuple[Engagement, ...]:
    """The engagements, those held without a day on the day of the news, where that is one; ``said_at`` are the numbers of
    those that a saying is set beside."""
    told = [*_days_told(page), *_days_of_meetings(page, groups)]
    found = tuple(_on_day_told(page, e, told, is_said_at=n in said_at) for n, e in enumerate(engagements))
    return tuple(_in_place(page, e, found) for e in found)


def _days_told(page: Page) -> list[DayTold]:
    """The days of these last ones on which the page says that somebody did something: "pledged on Monday"."""
    doc = page.doc
    found: list[DayTold] = []
    for when in page.times:
        inside = tokens_of(doc, when)
        if not inside or not _is_recent_day(page, when) or when.convention == "now-is-publication":
            continue
        top = top_of(doc, when) or inside[0]
        verb = next((t for t in doc.ancestors(top.i) if t.pos == "VERB" and t.lower not in page.rules.adjuncts), None)
        while verb is not None and verb.dep == "conj" and doc.child(verb.i, "nsubj") is None:
            verb = doc.tokens[verb.head]
        subject = _who_did(doc, verb) if verb is not None else None
        if verb is None or subject is None:
            continue
        is_saying = verb.lemma in page.rules.reporting
        actors = (page.lookup.actor(p.actor) for p in parties_at(page.lookup, subject.i))
        names = (_label(a.name, a.office, a.country) for a in actors)
        found += [DayTold(name, inside[0].sentence, when, is_saying) for name in names if name]
    return found


def _days_of_meetings(page: Page, groups: list[list[Candidate]]) -> Iterator[DayTold]:
    """ "Held separate discussions with counterparts. The discussions took place today": the day of what whoever held them
    did, whom he met being told of only further down."""
    several = [c for c in chain.from_iterable(groups) if c.kind in SEATED and c.mention.form == "noun" and c.mention.is_plural]
    for c in several:
        if c.when is None or c.status not in DONE or not _is_recent_day(page, c.when):
            continue
        word = page.doc.tokens[c.mention.head].lemma
        same = (o for o in several if 0 < c.mention.sentence - o.mention.sentence <= NEAR)
        before = [o for o in same if page.doc.tokens[o.mention.head].lemma == word]
        actors = (page.lookup.actor(p.actor) for o in before for p in o.everybody)
        names = {_label(a.name, a.office, a.country) for a in actors if a.kind == "person"}
        yield from (DayTold(name, c.mention.sentence, c.when) for name in sorted(n for n in names if n))


def _is_recent_day(page: Page, when: When) -> bool:
    if page.published is None or when.precision != "day" or when.earliest is None or when.earliest != when.latest:
        return False
    return page.published - STAY <= when.earliest <= page.published


def _label(name: str | None, office: str | None, country: str | None) -> str | None:
    """By what somebody is told of again: his name, else his office and whose it is."""
    return name or (f"{office} {country}".lower() if office else None)


def _who_did(doc: Annotation, verb: Token) -> Token | None:
    """The subject of a verb in the past, or of the one that a "speaking on Monday" stands beside."""
    above = doc.tokens[verb.head]
    if verb.tag == "VBG" and verb.dep == "advcl" and doc.child(verb.i, "nsubj", "mark", "aux") is None:
        verb = above
    return doc.child(verb.i, "nsubj") if verb.tag == "VBD" else None


def _on_day_told(page: Page, engagement: Engagement, told: list[DayTold], *, is_said_at: bool) -> Engagement:
    """What somebody is told to have done, without a day, beside what he did on a day that the opening or the sentence
    before names. A day on which he only said something is that of what the saying is set beside."""
    if not _is_held_undated(engagement):
        return engagement
    names = {_label(p.name, p.office, p.country) for p in engagement.participants}
    at = page.doc.tokens_in(engagement.evidence[0].start, engagement.evidence[0].end)[0].sentence
    theirs = [t for t in told if t.name in names and (is_said_at or not t.is_saying)]
    before = [t for t in theirs if t.sentence == at - 1 and not t.is_saying]
    opening = [next(t for t in theirs if t.name == name) for name in {t.name for t in theirs if t.sentence <= LEDE}]
    here = [t for t in theirs if t.sentence == at and is_said_at]
    days = here or before or opening
    if len({t.when.earliest for t in days}) != 1:
        return engagement
    return replace(engagement, when=replace(dates_of(days[0].when), convention="day-of-the-news"))


def _is_held_undated(engagement: Engagement) -> bool:
    return is_without_days(engagement) and engagement.status in DONE and not engagement.background


def _in_place(page: Page, engagement: Engagement, engagements: tuple[Engagement, ...]) -> Engagement:
    """ "The summit did not take place on Sunday ... The host received X in Lome": whoever came for what was called off met
    his host on its day."""
    if not _is_held_undated(engagement) or engagement.kind not in SEATED or engagement.host_country is None:
        return engagement
    days = {days.earliest: days for e in engagements if _was_off_there(e, engagement) and (days := _day_set(page, e)) is not None}
    if len(days) != 1:
        return engagement
    return replace(engagement, when=replace(next(iter(days.values())), convention="day-of-the-news"))


def _was_off_there(off: Engagement, held: Engagement) -> bool:
    """Whether what did not take place was to bring one of its people to where it was held."""
    guests = {(p.name, p.country) for p in held.participants if p.name and p.country != held.host_country}
    is_off = off.status in {"cancelled", "postponed", "declined", "denied"} and off.kind in SEATED and not off.background
    return is_off and off.host_country in {None, held.host_country} and any((p.name, p.country) in guests for p in off.participants)


def _day_set(page: Page, off: Engagement) -> Dates | None:
    """The recent day on which something called off was to be."""
    if page.published is None:
        return None
    whens = [off.when, *(past.when for past in off.history if past.when is not None)]
    recent = (w for w in whens if w.earliest is not None and w.earliest == w.latest and w.precision == "day")
    return next((w for w in recent if w.earliest is not None and page.published - STAY <= w.earliest <= page.published), None)
