"""Perfects of what is yet to be: "will decide once she has returned from Lima", "nothing will be said until they have met",
"will be the second premier whom he has met"."""

from __future__ import annotations

from legation.find.engagements._ranks import is_ranked
from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules

AHEAD = frozenset({"future", "possible", "would"})
"""What a modal says of a clause that is not over."""


def is_yet_to_be(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """Whether the perfect at ``i`` stands in a clause of time on something that is ahead, or tells of whom it is that somebody
    is yet to be one more: it is not done yet.

    "would decide once she had returned" is the same told afterwards; "signed it once she had returned" is of what was.
    """
    verb = doc.tokens[i]
    noun = doc.tokens[verb.head]
    if verb.dep == "relcl" and noun.dep == "attr" and is_ranked(doc, rules, noun):
        return _is_ahead(doc, rules, doc.tokens[noun.head])
    marks = (c.lower for c in doc.children(i, "mark", "advmod", "prep"))
    if verb.dep != "advcl" or not rules.words["once_done"].intersection(marks):
        return False
    return _is_ahead(doc, rules, doc.tokens[verb.head])


def _is_ahead(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "will decide", "can resume", "is to sign", "plans to fly": a modal, or an infinitive of what is to be."""
    auxiliaries = list(doc.children(verb.i, "aux"))
    if any(c.lemma == "have" for c in auxiliaries):
        return False  # "would have signed"
    if any(rules.modals.get(c.lower) in AHEAD for c in auxiliaries if c.tag == "MD"):
        return True
    is_infinitive = any(c.lower == "to" for c in auxiliaries) and verb.dep == "xcomp"
    to_be = verb.lemma == "be" and verb.tag in {"VBZ", "VBP"} and doc.child(verb.i, "xcomp") is not None
    return to_be or (is_infinitive and doc.tokens[verb.head].tag in {"VBZ", "VBP"})
