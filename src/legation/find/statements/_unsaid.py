"""Words that are announced, kept back or only turned over, so that nobody has said them: ``is going to announce``,
``left without saying whether he would stay``, ``the two talked about how to share the work``, ``ordered by a judge``,
``appealed to voters``."""

from __future__ import annotations

from legation.find.statements._deeds import is_quoting, is_several
from legation.find.statements._grammar import is_infinitive, is_passive
from legation.records import Annotation, Token
from legation.rules.speech import Cue, SpeechRules

NEAREST = 3
"""Tokens between a preposition and the participle it leads, at most."""


def is_unsaid(annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token) -> bool:
    """Whether ``token``, a form of the verb ``cue``, tells of words that have not been said or are not told."""
    return (
        _is_going_to(annotation, token)
        or _is_without(annotation, token)
        or _is_question_talked_of(annotation, rules, token)
        or _is_told_of(annotation, cue, token)
        or _is_order_of_a_thing(annotation, cue, token)
        or _is_motion(annotation, cue, token)
        or _is_courting(annotation, rules, token)
    )


def _is_going_to(annotation: Annotation, token: Token) -> bool:
    """``is going to announce that``, ``which evidence it is going to admit``."""
    going = annotation.tokens[token.head]
    is_future = token.dep == "xcomp" and going.lower == "going" and annotation.child(going.i, "aux") is not None
    return is_future and is_infinitive(annotation, token)


def _is_without(annotation: Annotation, token: Token) -> bool:
    """``left without saying whether he would stay``, ``resigned without explaining why``."""
    if token.tag != "VBG" or is_quoting(annotation, token):
        return False
    before = annotation.tokens[max(0, token.i - NEAREST) : token.i]
    return any(t.lower == "without" and (token.head == t.i or t.i == token.i - 1) for t in before)


def _is_question_talked_of(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``They talked about how the islands work together``, ``spoke about making the ties deeper``: what several turn over."""
    if token.lemma not in rules.conversing or not is_several(annotation, rules, token):
        return False
    about = [c for c in annotation.children(token.i, "prep") if c.lower in ("about", "of") and c.i > token.i]
    return any(annotation.child(c.i, "pcomp") is not None for c in about)


def _is_told_of(annotation: Annotation, cue: Cue, token: Token) -> bool:
    """``Berg, told of the plan, laughed``: he has heard of it."""
    is_heard = token.tag == "VBN" and token.dep in ("acl", "advcl") and annotation.child(token.i, "aux", "auxpass") is None
    return is_heard and cue.force == "told" and any(c.lower in ("of", "about") for c in annotation.children(token.i, "prep"))


def _is_order_of_a_thing(annotation: Annotation, cue: Cue, token: Token) -> bool:
    """``The suspension was ordered by the judge``: a deed, unlike ``was ordered to pay``."""
    if cue.force != "ordered" or not is_passive(annotation, token.i) or is_quoting(annotation, token):
        return False
    return annotation.child(token.i, "xcomp", "ccomp") is None


def _is_motion(annotation: Annotation, cue: Cue, token: Token) -> bool:
    """``the bridge is going to open``, ``is going to three capitals``: nobody goes on in words."""
    return cue.force == "continued" and any(c.lemma == "be" for c in annotation.children(token.i, "aux"))


def _is_courting(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """``appealed to voters``, ``appealed the ruling``: nothing is asked of anybody; ``appealed to both sides to wait`` is told."""
    if token.lemma not in rules.courting or annotation.child(token.i, "xcomp", "ccomp") or is_quoting(annotation, token):
        return False
    linked = {c.lower for c in annotation.children(token.i, "prep")}
    return "for" not in linked and not any(t.tag == "TO" for t in annotation.tokens[token.i : annotation.subtree(token.i)[1]])


__all__ = ["is_unsaid"]
