"""Gatherings told of as bodies: "the summit sat in Luanda on Tuesday", "it was the decision of the summit, which met there"."""

from __future__ import annotations

from legation.find.engagements._clauses import is_negated
from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules


def sits(doc: Annotation, rules: EngagementRules, noun: Token, verb: Token) -> bool:
    """Whether the verb says that the gathering sat; not "the summit met with scorn", "met its aims"."""
    if verb.lemma not in rules.words["bodies_sit"] or not is_gathering(rules, noun):
        return False
    is_met = any(p.lower == "with" for p in doc.children(verb.i, "prep"))
    return not is_met and doc.child(verb.i, "dobj", "auxpass") is None


def is_whose(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """ "the decision of the summit that", "the call of the summit for peace": a summit decides, and is not decided on."""
    return is_gathering(rules, noun) and any(c.lower == "the" for c in doc.children(noun.i, "det"))


def is_left_out(doc: Annotation, rules: EngagementRules, verb: Token, goal: Token) -> bool:
    """ "Did not go to the summit", "will not be flying to the summit": of the gathering, not of where it is, and of him alone."""
    goes = any(f.kind == "visit" and f.agent == "traveller" for f in rules.verbs.get(verb.lemma, ()))
    return goes and is_negated(doc, verb.i) and is_gathering(rules, goal)


def is_gathering(rules: EngagementRules, noun: Token) -> bool:
    """Whether the noun is a summit or the like."""
    frame = rules.nouns.get(noun.lemma)
    return frame is not None and frame.kind == "summit"
