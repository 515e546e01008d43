"""Journeys that a page tells of: to which state, and whose, by the grammar of the sentence."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from legation.records import Token
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.met import subject_above


class Journey(msgspec.Struct, frozen=True):
    """Somebody's way to a state: the token of the goal, its state, and the token of who goes, where the grammar says."""

    token: int
    state: str
    traveller: int | None


def journeys_told(builder: CastBuilder, states: Mapping[int, str]) -> tuple[Journey, ...]:
    """The journeys of a page in text order; ``states`` are the states that it names, by token."""
    found = []
    for i, state in sorted(states.items()):
        way = _way_to(builder, builder.annotation.tokens[i])
        if way is not None:
            found.append(Journey(i, state, _goer(builder, way)))
    return tuple(found)


def _way_to(builder: CastBuilder, token: Token) -> Token | None:
    """The verb or noun of going that a place is the goal of."""
    doc, words = builder.annotation, builder.offices.words.scenes
    for _ in range(4):
        if token.dep not in ("conj", "appos", "compound", "nmod", "poss") or token.head == token.i:
            break
        parent = doc.tokens[token.head]
        if token.dep in ("compound", "nmod", "poss") and parent.lemma in words.journeys and parent.pos == "NOUN":
            return parent if token.dep != "poss" else None
        if parent.pos not in ("NOUN", "PROPN", "ADJ"):
            return None
        token = parent
    parent = doc.tokens[token.head]
    if token.dep == "dobj":
        return parent if parent.lemma in words.plain_goals else None
    if token.dep != "pobj" or parent.lower not in words.goals:
        return None
    way = doc.tokens[parent.head]
    if way.pos in ("VERB", "AUX"):
        if way.lemma == "be" and parent.lower == "in" and _is_person(builder, subject_above(builder, way)):
            return way
        if way.lemma in words.carrying and _is_journey_at(builder, subject_above(builder, way)):
            return way
        if way.lemma in words.going and (way.lemma not in ("leave", "depart") or parent.lower in ("to", "for")):
            return way
        # "begins a visit in Hanoi", "pay a visit to": the parser hangs the goal on the verb.
        return next((c for c in doc.children(way.i, "dobj", "prep") if _is_journey(builder, c)), None)
    return way if way.lemma in words.journeys and parent.lower in ("to", "in", "of") else None


def _is_person(builder: CastBuilder, token: int | None) -> bool:
    """Whether somebody with a name stands at a token, or a pronoun for one."""
    number = builder.mention_at(token) if token is not None else None
    return number is not None and (builder.people[number].name is not None or builder.people[number].clue == "one")


def _is_journey(builder: CastBuilder, token: Token) -> bool:
    """Whether a verb's object is a journey, or what stands behind its preposition ("is on a visit in Hanoi")."""
    words = builder.offices.words.scenes
    if token.dep == "prep":
        return any(c.lemma in words.journeys for c in builder.annotation.children(token.i, "pobj"))
    return token.lemma in words.journeys


def _is_journey_at(builder: CastBuilder, token: int | None) -> bool:
    """Whether a trip is told of here, or "that" of one: "a trip that will take them to Tonga"."""
    if token is None:
        return False
    doc = builder.annotation
    told = doc.tokens[token]
    told = next(doc.ancestors(doc.tokens[told.head].i), told) if told.tag.startswith("W") else told
    return told.lemma in builder.offices.words.scenes.journeys


def _goer(builder: CastBuilder, way: Token) -> int | None:
    """The token of who goes: the subject of the verb or of the verb above the noun, its possessor, "by" whom."""
    doc = builder.annotation
    if way.pos in ("NOUN", "PROPN"):
        owner = doc.child(way.i, "poss")
        if owner is not None:
            return owner.i
        by = next((p for p in doc.children(way.i, "prep") if p.lower in ("by", "of")), None)
        if by is not None and (who := doc.child(by.i, "pobj")) is not None:
            return who.i
    return subject_above(builder, way)
