"""Where somebody is told to have spoken: he met others there, on that day or right before ("said in Vienna after meeting X")."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from legation.records import Engagement, Token
from legation.resolve.engagements._candidate import SEATED
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._parties import parties_at
from legation.resolve.engagements._status import DONE
from legation.resolve.engagements._top_of import top_of


class Spoken(msgspec.Struct, frozen=True):
    """Somebody spoke at a place, on a day that the sentence gives or None."""

    names: frozenset[str]
    sentence: int
    country: str
    place: str | None
    day: date | None


def where_they_spoke(
    page: Page, engagements: tuple[Engagement, ...], said_at: set[int]
) -> tuple[Engagement, ...]:
    """The engagements, those held at no place told put where one of their people spoke on the same day, or in the next
    sentence on none said; ``said_at`` are the numbers of those that a saying is set beside: its place is theirs. Open where
    two states could be meant."""
    spoken, together = _spoken(page), _together(page)
    found = (_placed(page, e, spoken, is_said_at=n in said_at) for n, e in enumerate(engagements))
    return tuple(_where_both_are(page, e, together) for e in found)


def _together(page: Page) -> dict[int, set[tuple[str, str | None]]]:
    """By sentence, where it tells of two or more as being: "the two were in Muscat for a conference", "both attending a
    forum in Cairo", "they spoke at a hotel in Doha"."""
    doc, words = page.doc, page.rules.words
    found: dict[int, set[tuple[str, str | None]]] = {}
    for place in page.lookup.cast.places:
        if place.country is None or place is page.lookup.scene:
            continue
        above = list(doc.ancestors(place.head))
        verb = next((t for t in above if t.pos in {"VERB", "AUX"}), None)
        within = above[: above.index(verb)] if verb is not None else []
        is_there = doc.tokens[doc.tokens[place.head].head].lower in words["situated"]
        if verb is None or verb.lemma not in words["being_there"] or not is_there or any(t.lower == "of" for t in within):
            continue
        who = [*doc.children(verb.i, "nsubj"), *doc.tokens[max(verb.i - 1, 0) : verb.i]]
        if any(t.lower in words["together"] and t.sentence == verb.sentence for t in who):
            found.setdefault(verb.sentence, set()).add((place.country, place.place))
    return found


def _where_both_are(
    page: Page, engagement: Engagement, together: dict[int, set[tuple[str, str | None]]]
) -> Engagement:
    """A sitting at no place told, put where its own sentence or the next says that the two are."""
    is_open = engagement.host_country is None and engagement.place is None and engagement.occasion is None
    if not is_open or engagement.kind not in SEATED or engagement.background or not engagement.evidence:
        return engagement
    here = {page.doc.tokens_in(e.start, e.end)[0].sentence for e in engagement.evidence}
    places = {p for n in here for k in (n, n + 1) for p in together.get(k, ())}
    if len({country for country, _ in places}) != 1:
        return engagement
    country, place = next(iter(places))
    return replace(engagement, host_country=country, place=place if len(places) == 1 else None)


def _placed(page: Page, engagement: Engagement, spoken: list[Spoken], *, is_said_at: bool) -> Engagement:
    is_open = engagement.host_country is None and engagement.place is None
    if not is_open or engagement.kind not in SEATED or engagement.background or engagement.status not in DONE:
        return engagement
    names = {p.name for p in engagement.participants if p.name}
    here = {page.doc.tokens_in(e.start, e.end)[0].sentence for e in engagement.evidence}
    when = engagement.when
    day = when.earliest if when.earliest == when.latest and when.convention != "inside-visit" else None
    theirs = [
        s
        for s in spoken
        if s.names & names
        and (
            (is_said_at and s.sentence in here)
            or (day is not None and s.day == day)
            or (s.day is None and s.sentence - 1 in here)
        )
    ]
    if len({s.country for s in theirs}) != 1:
        return engagement
    place = theirs[0].place if len({s.place for s in theirs}) == 1 else None
    return replace(engagement, host_country=theirs[0].country, place=place)


def _spoken(page: Page) -> list[Spoken]:
    doc, lookup = page.doc, page.lookup
    found = []
    for place in lookup.cast.places:
        verb = _verb_over(page, place.head)
        if place.country is None or place is lookup.scene or verb is None:
            continue
        subject = _subject(page, verb)
        if subject is None:
            continue
        people = [lookup.actor(p.actor) for p in parties_at(lookup, subject)]
        names = frozenset(a.name for a in people if a.name and a.kind == "person")
        if names:
            found.append(
                Spoken(names, doc.tokens[place.head].sentence, place.country, place.place, _day_under(page, verb))
            )
    return found


def _verb_over(page: Page, place: int) -> Token | None:
    """The verb of saying that a place hangs on: "said in Vienna", "told a press conference in Vienna"."""
    doc = page.doc
    token = doc.tokens[doc.tokens[place].head]
    if token.lower not in page.rules.words["situated"]:
        return None
    above = doc.tokens[token.head]
    while above.lemma in page.rules.words["audiences"] and above.pos == "NOUN" and above.head != above.i:
        above = doc.tokens[above.head]
        if above.pos == "ADP":
            above = doc.tokens[above.head]
    is_saying = above.lemma in page.rules.reporting or above.lemma == "speak"
    return above if above.pos == "VERB" and is_saying else None


def _subject(page: Page, verb: Token) -> int | None:
    """Whoever says it; of "Speaking in Vienna, X said" the subject of the clause above."""
    own = page.doc.child(verb.i, "nsubj")
    if own is None and verb.dep in {"advcl", "conj"} and verb.head != verb.i:
        own = page.doc.child(verb.head, "nsubj")
    return own.i if own is not None else None


def _day_under(page: Page, verb: Token) -> date | None:
    doc = page.doc
    for when in page.times:
        if when.precision != "day" or when.earliest != when.latest:
            continue
        top = top_of(doc, when)
        if top is None:
            continue
        above = next((t for t in doc.ancestors(top.i) if t.pos == "VERB"), None)
        if above is not None and above.i == verb.i:
            return when.earliest
    return None
