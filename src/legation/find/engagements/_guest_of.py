"""Whoever is said to be another's guest is with him: "Conti will have the Taoiseach as his guest in Rome", "Novak was the guest
of President Otieno", "is to be the president's guest of honour at the parade in Nairobi"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.engagements._build import mention_of
from legation.find.engagements._chain import Chain
from legation.find.engagements._clauses import finite_state, is_negated, prepositional, subjects
from legation.find.engagements._effects import own_effect, tense_of
from legation.find.engagements._spread import GOVERNED, OWN, spread
from legation.find.engagements._state import climb
from legation.records import Annotation, Token
from legation.records.engagements import Argument, EngagementMention
from legation.rules.engagements import EngagementRules


def guest_of(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """What the word "guest" tells of, a visit where it is yet to be; None where it is not said whose, or that it is not so."""
    if token.lower not in rules.words["guests_had"] or token.pos != "NOUN":
        return None
    verb = _verb_of(doc, rules, token)
    if verb is None or is_negated(doc, verb.i):
        return None
    if verb.lemma == "be":
        guests, hosts = subjects(doc, rules, verb.i), tuple(_whose(doc, token))
    else:
        guests, hosts = tuple(c.i for c in doc.children(verb.i, "dobj")), subjects(doc, rules, verb.i)
    if not guests or not hosts:
        return None
    chain = Chain(doc, rules, verb.i, own_effect(doc, rules, verb.i))
    climb(chain, verb.i)
    chain.nodes.append(token.i)
    near = [(word, leaf) for i in (verb.i, token.i, *guests) for word, leaf in prepositional(doc, i)]
    places = [leaf.i for word, leaf in near if word in rules.words["situated"] and leaf.pos == "PROPN"]
    arguments: tuple[Argument, ...] = (*spread(doc, "traveller", guests, OWN), *spread(doc, "host", hosts, OWN))
    arguments += tuple(spread(doc, "place", places, GOVERNED))
    tense = tense_of(finite_state(doc, rules, verb.i))
    return mention_of(doc, rules, chain, token, "verb", "meeting", arguments, tense=tense, phone=False, needs_official=True)


def _verb_of(doc: Annotation, rules: EngagementRules, guest: Token) -> Token | None:
    """ "Was the guest", "will have X as his guest"."""
    above = doc.tokens[guest.head]
    if guest.dep == "attr" and above.lemma == "be":
        return above
    has = doc.tokens[above.head]
    return has if guest.dep == "pobj" and above.lower == "as" and has.lemma == "have" else None


def _whose(doc: Annotation, guest: Token) -> Iterator[int]:
    """ "The president's guest", "guest of the president"; not "guest of honour", "the first guest of such rank"."""
    yield from (c.i for c in doc.children(guest.i, "poss"))
    behind = [leaf for word, leaf in prepositional(doc, guest.i) if word == "of"]
    behind += [below for leaf in behind for word, below in prepositional(doc, leaf.i) if word == "of"]
    yield from (leaf.i for leaf in behind if leaf.pos == "PROPN" or doc.child(leaf.i, "det", "poss") is not None)
