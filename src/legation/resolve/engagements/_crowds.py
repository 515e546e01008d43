"""Groups that act for their state, and people of a state who do not: "the Uruguayan team", "a delegation of Polish traders"."""

from __future__ import annotations

from collections.abc import Set

from legation.resolve.engagements._company import Page
from legation.resolve.engagements._lookup import Party


def is_sent(page: Page, party: Party) -> bool:
    """Whether a state sent the group: its delegation, officials, lawmakers; not its team or its traders."""
    actor = page.lookup.actor(party.actor)
    words = {t.lower for t in page.doc.tokens_in(party.start, party.end)}
    is_state = actor.country is not None or actor.organisation in page.lookup.world.bodies
    return actor.kind == "group" and is_state and bool(words & page.rules.words["sent"]) and not is_crowd(page, party)


def is_crowd(page: Page, party: Party) -> bool:
    """ "the Uruguayan team", "German tourists": people of a state who do not act for it."""
    if page.lookup.actor(party.actor).kind in {"person", "office"}:
        return False
    words = _words_of(page, party) | _words_of_group(page, party)
    if page.lookup.actor(party.actor).organisation and words & page.rules.words["delegations"]:
        return False  # "a World Bank team": a body's people act for it
    return bool(words & page.rules.words["crowds"]) or _sends(page, party, page.rules.words["crowds"])


def _sends(page: Page, party: Party, crowds: Set[str]) -> bool:
    """ "a delegation of Polish business circles", "a group from the football federation": whose people a group is, where no
    officials or ministry are among them."""
    doc = page.doc
    official = page.rules.words["delegations"] | page.rules.words["sending_state"]
    heads = [t for t in doc.tokens_in(party.start, party.end) if t.pos in {"NOUN", "PROPN"}]
    for prep in (p for head in heads for p in doc.children(head.i, "prep")):
        if prep.lower in page.rules.words["belonging"]:
            words = {t.lower for t in doc.tokens[slice(*doc.subtree(prep.i))]}
            if words & crowds and not words & official:
                return True
    return False


def _words_of(page: Page, party: Party) -> set[str]:
    """The words that name a party, with the noun that its last word only tells apart: "a delegation of Chilean traders"."""
    tokens = page.doc.tokens_in(party.start, party.end)
    words = {t.lower for t in tokens}
    if tokens and tokens[-1].dep in {"amod", "compound", "nmod"} and tokens[-1].head > tokens[-1].i:
        words |= {t.lower for t in page.doc.tokens[tokens[-1].i : tokens[-1].head + 1]}
    return words


def _words_of_group(page: Page, party: Party) -> set[str]:
    """Of "they", the words that name the group: "investors from Kuwait and Bahrain ... They met"."""
    if party.form != "pronoun":
        return set()
    lookup, doc = page.lookup, page.doc
    states = [m for m in lookup.cast.mentions if m.actor == party.actor and m.form == "country" and m.end <= party.start]
    for state in states[-1:]:  # "they" are taken for the states that the group is from
        above = [doc.tokens[i] for i in (state.head, *(t.i for t in doc.ancestors(state.head)))]
        senders = (doc.tokens[t.head] for t in above if t.dep == "prep" and t.lower in page.rules.words["belonging"])
        if (sender := next(senders, None)) is not None and sender.lower in page.rules.words["crowds"]:
            return {sender.lower}
    groups = (m for m in lookup.cast.mentions if m.actor is not None and m.form != "pronoun" and m.end <= party.start)
    named = [m for m in groups if m.actor is not None and party.actor in lookup.actor(m.actor).members]
    return {t.lower for m in named[-1:] for t in page.doc.tokens_in(m.start, m.end)}
