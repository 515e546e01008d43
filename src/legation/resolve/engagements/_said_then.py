"""Days of the saying before a clause without "that": "said on Monday he would visit Peru", "told us today Kenya will"."""

from __future__ import annotations

from collections.abc import Sequence

from legation.records import Annotation, Token, When
from legation.rules.engagements import EngagementRules

SUBJECTS = ("nsubj", "nsubjpass", "expl")


def is_of_saying(doc: Annotation, rules: EngagementRules, when: When, words: Sequence[Token]) -> bool:
    """Whether the time stands right behind a verb of saying (and whom it tells) and right before the subject of what is said.

    "Said that on Monday he would" is of the visit; so may be the day of "said on Monday he met X".
    """
    if when.precision != "day" or when.relation is not None or words[0].lower in rules.words["tomorrow"]:
        return False
    first = words[0].i
    while first > 0 and doc.tokens[first - 1].lower in rules.words["before_its_day_said"]:
        first -= 1
    verb = _saying_before(doc, rules, first)
    clause = next((c for c in doc.children(verb.i, "ccomp") if c.i > first), None) if verb is not None else None
    if clause is None or (clause.tag == "VBD" and doc.child(clause.i, "aux", "auxpass") is None):
        return False
    subject = doc.child(clause.i, *SUBJECTS)
    return subject is not None and doc.subtree(subject.i)[0] == words[-1].i + 1


def _saying_before(doc: Annotation, rules: EngagementRules, first: int) -> Token | None:
    """The verb of saying that ends before a token, past the one that it tells: "told reporters"."""
    for token in reversed(doc.tokens[max(first - 5, 0) : first]):
        if token.pos == "VERB":
            is_past = token.tag in {"VBD", "VBN", "VBZ", "VBP"}
            return token if token.lemma in rules.reporting and is_past else None
        if token.pos not in {"NOUN", "PROPN", "PRON", "DET", "ADJ"} or token.dep == "mark":
            return None
    return None
