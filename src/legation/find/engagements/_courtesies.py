"""Who asked a traveller to come, where the words only say so in passing: "at the invitation of his Polish counterpart"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.find.engagements._clauses import prepositional
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
