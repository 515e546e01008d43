"""Weekdays told in the course of a journey: each is after the one before it."""

from __future__ import annotations

from legation.records import Annotation, Token, When
from legation.resolve.engagements._days import later_by
from legation.resolve.engagements._top_of import top_of

AHEAD = "weekday-ahead"
BEFORE = "before"


def in_course(doc: Annotation, times: tuple[When, ...]) -> tuple[When, ...]:
    """The times; of "leaves on Monday for Kenya and arrives in Uganda on Wednesday", read on a Tuesday, both weekdays are of the
    next week: what is joined to a verb comes after what that verb tells."""
    found = list(times)
    verbs = [_verb_of(doc, when) if when.convention == AHEAD else None for when in found]
    for j, verb in enumerate(verbs):
        before = [i for i in range(j) if (v := verbs[i]) is not None and verb is not None and _goes_on(doc, verb, v)]
        if before:
            found[j] = _after(found[j], found[before[-1]])
    return tuple(found)


def _after(when: When, before: When) -> When:
    is_earlier = when.latest is not None and before.earliest is not None and when.latest < before.earliest
    return later_by(when, 1) if is_earlier else when


def _goes_on(doc: Annotation, verb: Token, first: Token) -> bool:
    """Whether ``verb`` is joined to ``first``, nobody else doing it: "and arrives", "going on to", "before travelling to"."""
    token = verb
    while token.head != token.i and doc.child(token.i, "nsubj", "nsubjpass") is None:
        above = doc.tokens[token.head]
        behind = token.tag == "VBG" and token.i > above.i
        if behind and token.dep == "pcomp" and above.lower == BEFORE:
            above = doc.tokens[above.head]
        elif token.dep != "conj" and not (behind and token.dep == "advcl" and _is_bare(doc, token)):
            return False
        token = above
        if token.i == first.i:
            return True
    return False


def _is_bare(doc: Annotation, verb: Token) -> bool:
    """Whether no other word than "before" opens the participle's clause."""
    return all(c.lower == BEFORE for c in doc.children(verb.i, "mark", "prep", "advmod", "aux") if c.i < verb.i)


def _verb_of(doc: Annotation, when: When) -> Token | None:
    """The verb right above a time, at most one preposition between."""
    top = top_of(doc, when)
    if top is None:
        return None
    head = doc.tokens[top.head]
    head = doc.tokens[head.head] if head.pos == "ADP" else head
    return head if head.pos in {"VERB", "AUX"} else None
