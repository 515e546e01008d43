"""Places that are said to be parts of a journey: "Kuwait is her first destination", "his next stop will be Malawi", "the Croatian
capital Zagreb is Mr Varadkar's first port of call", "the first leg of his tour will be Hanoi"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.engagements._clauses import prepositional
from legation.find.engagements._spread import GOVERNED, OWN, spread
from legation.records import Annotation, Token
from legation.records.engagements import Argument
from legation.rules.engagements import EngagementRules

STOP = "stop"
"""The noun that such words stand for."""


def is_own_station(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """Whether a word for a part of a journey, such as "destination", tells of one by itself: whose it is stands before it, which
    one it is, and what place it is; not "the port's first pier", "a popular destination"."""
    if noun.lemma not in rules.words["stations"]:
        return False
    owner = doc.child(noun.i, "poss")
    owned = owner is not None and (owner.pos == "PRON" or _is_of_somebody(doc, owner))
    numbered = any(c.lower in rules.words["numbers_of_stations"] for c in doc.children(noun.i, "amod", "compound"))
    calls = noun.lemma not in rules.words["ports"] or any(leaf.lemma == "call" for _, leaf in prepositional(doc, noun.i))
    return owned and numbered and calls and doc.tokens[noun.head].lemma == "be" and (
        noun.dep == "nsubj" or _place_said(doc, doc.child(noun.head, "nsubj")) is not None
    )


def _is_of_somebody(doc: Annotation, owner: Token) -> bool:
    """Somebody's, not a region's or a ship's."""
    label = doc.entities[owner.entity].label if owner.entity >= 0 else None
    return label == "PERSON" or (owner.pos == "PROPN" and label is None) or owner.pos == "NOUN"


def as_station(doc: Annotation, rules: EngagementRules, argument: Argument) -> Argument:
    """ "Fiji is the first stop of a trip", "Kenya is the second leg of her tour": where the journey goes, and not who makes it."""
    subject = doc.tokens[argument.head]
    place = _place_said(doc, subject)
    if argument.role != "subject" or place is None or doc.tokens[subject.head].lemma != "be":
        return argument
    said = (c.lemma for c in doc.children(subject.head, "attr"))
    is_station = any(word in rules.words["stations"] for word in said)
    return Argument("goal", place.i, GOVERNED) if is_station else argument


def _place_said(doc: Annotation, subject: Token | None) -> Token | None:
    """ "Kuwait", "the Croatian capital Zagreb", "the Kenyan capital"; nobody's name."""
    if subject is None:
        return None
    named = subject if subject.pos == "PROPN" else doc.child(subject.i, "appos")
    if named is None or named.pos != "PROPN":
        return subject if subject.lemma == "capital" else None
    return None if named.entity >= 0 and doc.entities[named.entity].label == "PERSON" else named


def stops_at(doc: Annotation, rules: EngagementRules, noun: Token) -> Iterator[Argument]:
    """ "His next stop will be Malawi", "the first leg of his tour will be Hanoi": the place that a stop is said to be is where the
    journey goes."""
    station = _station_of(doc, rules, noun)
    verb = doc.tokens[station.head]
    if station.dep != "nsubj" or verb.lemma != "be" or station.lemma not in rules.words["stations"]:
        return
    journeys = [leaf for word, leaf in prepositional(doc, station.i) if word in {"of", "on"}]
    of = [c for journey in journeys for c in doc.children(journey.i, "poss", "compound")]
    if any(c.pos == "NOUN" for c in of):
        return  # "the next stop of the band's tour"
    for leaf in doc.children(verb.i, "attr", "acomp"):
        if leaf.pos == "PROPN":
            yield from spread(doc, "goal", [leaf.i], OWN)


def _station_of(doc: Annotation, rules: EngagementRules, noun: Token) -> Token:
    """The leg that a tour is named behind: "the first leg of his tour"; else the noun itself."""
    leg = doc.tokens[doc.tokens[noun.head].head]
    behind = noun.dep == "pobj" and doc.tokens[noun.head].lower in {"of", "on"} and leg.lemma in rules.words["stations"]
    return leg if behind and leg.lemma not in rules.nouns else noun


def is_to_come(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """ "Is her first destination on Monday": a station said in the present, wherever the noun stands."""
    return noun.dep == "attr" and noun.lemma in rules.words["stations"] and doc.tokens[noun.head].lower in {"is", "'s"}
