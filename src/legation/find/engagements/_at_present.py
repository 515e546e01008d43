"""Visits said to go on now, whatever is told beside them: "X, currently on a visit to Y, was received by", "during her ongoing
tour of India she will meet"."""

from __future__ import annotations

from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules

LOOSE = frozenset({None, "held", "present", "future", "planned", "purpose"})
"""What a clause may say of a visit that only frames it; changes, denials and wishes are said of the visit itself."""


def is_at_present(doc: Annotation, rules: EngagementRules, noun: Token, effect: str | None) -> bool:
    """Whether a word right on the visit at ``noun`` says that it goes on."""
    if effect not in LOOSE:
        return False
    if any(c.lower in rules.words["going_on"] for c in doc.children(noun.i, "amod")):
        return noun.dep == "pobj"  # "the ongoing visit will end on Friday" is told of itself
    prep = doc.tokens[noun.head]
    if noun.dep != "pobj" or prep.lower not in rules.words["on_a_visit"] or prep.i < 2:
        return False
    before = doc.tokens[prep.i - 1].lower
    return before in rules.words["now"] or f"{doc.tokens[prep.i - 2].lower} {before}" in rules.words["now"]
