"""Members of a row of those who did something, counted or weighed: "the first premier to", "the most senior envoy to"."""

from __future__ import annotations

from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules


def is_ranked(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """ "the first premier to", "the most senior official to", "the highest-ranking envoy to": one of a row of such."""
    words = [w for c in doc.children(noun.i, "amod", "nummod", "compound") for w in (c, *doc.children(c.i))]
    return any(w.lower in rules.words["ordinals"] or w.tag in {"JJS", "RBS"} for w in words)
