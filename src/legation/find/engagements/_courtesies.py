"""Who asked a traveller to come, where the words only say so in passing ("at the invitation of his Polish counterpart"), and whom a
letter asks ("handed X a letter inviting him").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from legation.find.engagements._clauses import VERBAL, prepositional, subjects
from legation.find.engagements._spread import GUESSED, spread
from legation.records import Annotation, Token
from legation.records.engagements import Argument
from legation.rules.engagements import EngagementRules


def is_courtesy(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """Whether the invitation at ``noun`` tells why somebody comes, and is not itself the news: "at the invitation of",
    "in response to an invitation from"."""
    frame = rules.nouns.get(noun.lemma)
    prep = doc.tokens[noun.head]
    if frame is None or not frame.invitation or noun.dep != "pobj" or prep.pos not in {"ADP", "SCONJ"}:
        return False
    if prep.lower in rules.words["courtesies"]:
        return True
    return prep.lower == "to" and doc.tokens[prep.head].lemma in rules.words["answers"]


def inviters(doc: Annotation, rules: EngagementRules, tokens: Iterable[int]) -> Iterator[Argument]:
    """Who invites, of the courtesies that hang on ``tokens``: the visit and the verbs that carry it."""
    for i in dict.fromkeys(tokens):
        for _, leaf in prepositional(doc, i):
            courtesies = [leaf, *(deep for word, deep in prepositional(doc, leaf.i) if word == "to")]
            for noun in courtesies:
                if not is_courtesy(doc, rules, noun):
                    continue
                who = [x.i for word, x in prepositional(doc, noun.i) if word in {"of", "from", "by"}]
                yield from spread(doc, "host", [*who, *(c.i for c in doc.children(noun.i, "poss"))], GUESSED)


def asked_in_writing(
    doc: Annotation, rules: EngagementRules, arguments: tuple[Argument, ...], inviting: Iterable[int]
) -> tuple[Argument, ...]:
    """The arguments with the sender for the letter that invites ("a message from X inviting her"), and whoever gets it for the
    "him" whom it invites: "handed X a letter inviting him", "received a message inviting her", "wrote to X to invite him"."""
    arguments = tuple(_from_sender(doc, rules, a) if a.role == "host" else a for a in arguments)
    who = [a for a in arguments if a.role == "traveller" and a.strength]
    if len(who) != 1 or doc.tokens[who[0].head].tag != "PRP":
        return arguments
    found = next((r for i in inviting if doc.tokens[i].pos in VERBAL and (r := _recipient(doc, rules, i)) is not None), None)
    if found is None:
        return arguments
    others = (a for a in arguments if a.head != found or a.role != "host")  # "to X inviting him": taken for who invites
    return tuple(replace(a, head=found) if a is who[0] else a for a in others)


def _from_sender(doc: Annotation, rules: EngagementRules, host: Argument) -> Argument:
    letter = doc.tokens[host.head]
    if letter.lemma not in rules.words["letters"]:
        return host
    sender = next((leaf.i for word, leaf in prepositional(doc, letter.i) if word == "from"), letter.i)
    return replace(host, head=sender)


def _recipient(doc: Annotation, rules: EngagementRules, inviting: int) -> int | None:
    """Who gets what the verb of inviting hangs on: a letter that somebody hands over or receives, or the writing itself."""
    words = rules.words
    above = next((t for t in doc.ancestors(inviting) if t.pos in VERBAL), None)
    if above is None or above.i > inviting or above.lemma not in words["giving"] | words["receiving"] | words["writing"]:
        return None
    things = [c for c in doc.children(above.i, "dobj") if c.lemma in words["letters"]]
    if not things and above.lemma not in words["writing"]:
        return None
    if above.lemma in words["receiving"]:
        return next(iter(subjects(doc, rules, above.i)), None)
    to = [leaf for i in (above.i, *(t.i for t in things)) for word, leaf in prepositional(doc, i) if word == "to"]
    given = [c for c in (*doc.children(above.i, "dative"), *to) if c.pos in {"PROPN", "NOUN"}]
    return given[0].i if given else None
