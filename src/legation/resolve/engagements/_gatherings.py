"""Where and when what another phrase says: a gathering's place and days, and the place the page is told from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from legation.records import Engagement, When
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._days import dates_of
from legation.resolve.engagements._status import DONE, STAY

LEAD = 12
"""Sentences at the head of a page in which what is told without a day is its news."""


def placed(
    page: Page, engagements: list[Engagement], groups: list[list[Candidate]], remote: set[int]
) -> list[Engagement]:
    """Hosts that another phrase gives: a gathering's place, told once, is that of all that is said to be at it; what was
    held with no place said, by a state's own people, was held where the page is told from, unless it is ``remote``."""
    seats = {_named(c.occasion): c for group in groups for c in group if c.occasion and c.host_country}
    days = {_named(c.occasion): c.when for group in groups for c in group if c.occasion and _is_dated_gathering(c)}
    ceremonies = {c.host_country: c for group in groups for c in group if c.kind == "ceremony" and c.host_country}
    solemn = {_named(c.occasion or "") for group in groups for c in group if c.kind == "ceremony"} - {""}
    placed = []
    for number, engagement in enumerate(engagements):
        occasion = _named(engagement.occasion or "")
        seat = seats.get(occasion)
        if seat is None and occasion in solemn and len(ceremonies) == 1:
            seat = next(iter(ceremonies.values()))  # "the memorial in Johannesburg", further up "at the service for"
        if engagement.host_country is None and seat is not None:
            engagement = replace(engagement, host_country=seat.host_country, place=engagement.place or seat.place)
        engagement = _at_gathering(engagement, days.get(occasion))
        placed.append(engagement if number in remote else on_the_spot(page, engagement, engagements))
    return placed


def on_the_spot(page: Page, engagement: Engagement, all_of_page: Sequence[Engagement]) -> Engagement:
    """What was held at no place told, by a state's own people and others, put where the page is told from, unless these
    people are told of as having gone elsewhere."""
    scene = page.lookup.scene
    is_open = engagement.host_country is None and engagement.place is None and not engagement.occasion
    if scene is None or not is_open or not _is_told_on_the_spot(page, engagement):
        return engagement
    bodies = (page.lookup.world.bodies.get(p.organisation or "") for p in engagement.participants)
    is_theirs = scene.country in {p.country for p in engagement.participants} or any(
        body is not None and scene.country in body.members for body in bodies
    )
    if not (is_theirs or _is_at_a_gathering(page, engagement)) or _are_away(engagement, all_of_page, scene.country):
        return engagement
    return replace(engagement, host_country=scene.country, place=scene.place)


def _is_at_a_gathering(page: Page, engagement: Engagement) -> bool:
    """ "met during a climate summit", "on the sidelines of a forum": of no name and at no place told, so that of the dateline."""
    doc, words = page.doc, page.rules.words
    for token in doc.tokens_in(engagement.evidence[0].start, engagement.evidence[0].end):
        prep = doc.tokens[token.head]
        if token.lemma not in page.rules.occasions or token.lemma not in words["gatherings_here"] or token.dep != "pobj":
            continue
        above = doc.tokens[prep.head]
        if prep.lower in words["at_a_gathering"] or (prep.lower == "of" and above.lower in words["sidelines"]):
            return doc.child(token.i, "prep") is None
    return False


def _are_away(engagement: Engagement, all_of_page: Sequence[Engagement], home: str | None) -> bool:
    """Whether one of the people of the state that the page is told from has gone to another on these days."""
    names = {p.name for p in engagement.participants if p.name and p.country == home}
    journeys = (
        e
        for e in all_of_page
        if e is not engagement
        and e.status in DONE | {"under_way"}
        and not e.background
        and e.host_country not in {None, home}
        and (e.kind in {"visit", "summit"})
    )
    return any(p.name in names and p.country == home for e in journeys for p in e.participants)


def _named(occasion: str) -> str:
    """An occasion's name as one would compare it: "the 2016 G-20 Summit", "the Group of 20 (G20) summit" is the G20 summit."""
    occasion = re.sub(r"^.*\((\w{2,12})\)", r"\1", occasion)
    return " ".join(
        w for w in occasion.lower().replace("-", "").split() if not re.fullmatch(r"\d{4}|\d+(st|nd|rd|th)", w)
    )


def _is_dated_gathering(candidate: Candidate) -> bool:
    when = candidate.when
    return candidate.kind == "summit" and when is not None and when.earliest is not None and when.precision == "day"


def _at_gathering(engagement: Engagement, when: When | None) -> Engagement:
    """What is to be at a gathering is on one of its days, where it says no day itself or one as wide as these."""
    if when is None or when.earliest is None or when.latest is None or engagement.kind not in {"meeting", "talks"}:
        return engagement
    own = engagement.when
    wide = own.earliest is not None and own.latest is not None and own.precision != "day"
    if own.words is not None and not (wide and own.earliest <= when.earliest and when.latest <= own.latest):  # type: ignore[operator]
        return engagement
    inside = replace(dates_of(when), precision="window", convention="inside-visit")
    return replace(engagement, when=inside)


def _is_told_on_the_spot(page: Page, engagement: Engagement) -> bool:
    """Whether it is a sitting of these last days: older ones may have been anywhere."""
    if (
        engagement.kind not in {"meeting", "talks", "ceremony"}
        or engagement.status not in DONE
        or engagement.background
    ):
        return False
    when, here = engagement.when, page.doc.tokens_in(engagement.evidence[0].start, engagement.evidence[0].end)[0].sentence
    if when.latest is None:
        return when.words is None and here < LEAD
    return page.published is not None and when.latest >= page.published - STAY
