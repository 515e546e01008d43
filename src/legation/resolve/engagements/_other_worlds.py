"""Words of diplomacy told of other worlds: sport, shows, fiction, courts, business."""

from __future__ import annotations

from legation.records import Token
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._company import Company, Page
from legation.resolve.engagements._lookup import Lookup

OF_SPORT = 0.2
"""Part of its sentences from which a page on which only states meet is about their teams."""


def _is_fiction(page: Page, candidate: Candidate) -> bool:
    sentence = page.doc.sentences[candidate.mention.sentence]
    start, end = page.doc.span(sentence.first, sentence.last)
    told = page.doc.text[start:end].lower()
    return any(words in told for words in page.rules.words["fiction"])


def is_contest(page: Page, group: list[Candidate]) -> bool:
    """ "Chad met Jordan", "Uruguay will visit Japan", "their tour of Fiji": states as such neither travel nor meet; their
    teams do."""
    lookup, sporting = page.lookup, page.rules.words["sporting"]
    peopled = [c for c in group if c.everybody]
    if peopled and _are_countries(lookup, peopled) and _is_of_sport(page):
        return True  # "only the second meeting between the two countries", of their teams
    return bool(peopled) and all(
        (c.mention.form == "verb" or page.doc.tokens[c.mention.head].lemma in sporting)
        and c.kind in {"visit", "meeting"}
        and all(
            lookup.actor(p.actor).kind == "country" and p.form not in {"capital", "seat", "description"}
            for p in (*c.travellers, *c.parties)
        )
        for c in peopled
    )


def _are_countries(lookup: Lookup, group: list[Candidate]) -> bool:
    actors = (lookup.actor(p.actor) for c in group for p in c.everybody)
    return all(a.kind == "country" or (a.kind == "group" and a.office_class is None and a.country is not None) for a in actors)


def _is_of_sport(page: Page) -> bool:
    """Whether so many of the page's sentences speak of sport that it is about that."""
    words, sentences = page.rules.worlds["sport"], page.doc.sentences
    told = sum(any(t.lower in words for t in page.doc.tokens[s.first : s.last]) for s in sentences)
    return told >= OF_SPORT * len(sentences)


def is_another_world(page: Page, group: list[Candidate], company: Company) -> bool:
    """Whether the sentences speak of sport, shows, courts, business or tourism and nobody in office takes part."""
    lookup = page.lookup
    if any(_is_fiction(page, c) for c in group):
        return True
    everybody = (*company.everybody, *(p for c in group for p in c.everybody))
    if any(lookup.actor(p.actor).office for p in everybody):
        return False
    words = set()
    for c in group:
        sentence = page.doc.sentences[c.mention.sentence]
        words |= {t.lower for t in page.doc.tokens[sentence.first : sentence.last] if not _is_in_a_body(page, t)}
    return any(words & vocabulary for vocabulary in page.rules.worlds.values())


def _is_in_a_body(page: Page, token: Token) -> bool:
    """Whether a word stands in the name of a body between states: the Arab League plays in none."""
    bodies = page.lookup.world.bodies
    return any(
        m.start <= token.start < m.end and m.actor is not None and page.lookup.actor(m.actor).organisation in bodies
        for m in page.lookup.cast.mentions
    )
