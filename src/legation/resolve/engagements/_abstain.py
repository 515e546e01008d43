"""Which of the clusters that are no engagement are worth an abstention: where an engagement may well be, too vague to say."""

from __future__ import annotations

from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._company import Company, Page
from legation.resolve.engagements._crowds import is_crowd
from legation.resolve.engagements._lookup import PRIVATE
from legation.resolve.engagements._verdict import DOMESTIC

SHARE = 0.25
"""Part of a page's sentences that speak of sport, shows, courts, business or travel, from which on the page is about those."""


def is_idle(page: Page, group: list[Candidate], company: Company) -> bool:
    """Whether nothing is left open that could be between states: "was in London", "visited the flood victims", the journey of
    a federation's head, whom a governor met, a meeting within one government, and visits of nobody named on a page about
    sport or shows."""
    if all(c.mention.needs_official for c in group):
        return True
    if not company.everybody:
        return _is_about_another_world(page) or any(_has_plain_traveller(page, c) for c in group)
    if any(_has_plain_goal(page, c) for c in group):
        return True
    actors = {p: page.lookup.actor(p.actor) for p in company.everybody}
    open_ones = [actors[p] for p in company.everybody if company.state(p) is None]
    if any(a.office_class in PRIVATE for a in open_ones) or any(is_crowd(page, p) for p in company.everybody):
        return True
    if company.travellers:
        return False
    if not open_ones and len(actors) > 1:
        return True  # within one government
    # With whom is said well enough, and it is nobody of another state that the page knows: "the president met Ana Oe".
    return any(a.office_class is None or a.office_class in DOMESTIC for a in open_ones)


def _has_plain_traveller(page: Page, candidate: Candidate) -> bool:
    """ "contestants went to visit", "the squad's trip": a common noun that is no delegation travels."""
    tokens = page.doc.tokens
    who = (a.head for a in candidate.mention.arguments if a.role == "traveller" and a.strength == 2)
    return any(tokens[i].pos == "NOUN" and tokens[i].lower not in page.rules.words["delegations"] for i in who)


def _has_plain_goal(page: Page, candidate: Candidate) -> bool:
    """ "visited the relief camp", "visits flood victims": where it goes is said, and is no state."""
    plain = page.rules.words["sites"] | page.rules.words["states"]
    goals = (page.doc.tokens[a.head] for a in candidate.mention.arguments if a.role == "goal")
    return candidate.host_country is None and any(t.pos == "NOUN" and t.lemma not in plain for t in goals)


def _is_about_another_world(page: Page) -> bool:
    worlds = frozenset().union(*page.rules.worlds.values())
    sentences = page.doc.sentences
    told = sum(any(t.lower in worlds for t in page.doc.tokens[s.first : s.last]) for s in sentences)
    return told >= SHARE * len(sentences)
