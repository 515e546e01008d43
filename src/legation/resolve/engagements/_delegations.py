"""Whose "the delegation" is: that of the one told of before, by its adjective, its leader or its possessor."""

from __future__ import annotations

from collections.abc import Callable

from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules

FAR = 6
"""Sentences back, at most, to the delegation that "the delegation" takes up."""


def is_delegation(doc: Annotation, rules: EngagementRules, token: int) -> bool:
    """Whether a definite delegation stands at ``token`` ("the delegation", "his delegation")."""
    here = doc.tokens[token]
    if here.lemma not in rules.words["parties_travelling"] or here.pos not in {"NOUN", "PROPN"}:
        return False
    return any(c.lower in rules.words["definite"] or c.dep == "poss" for c in doc.children(token, "det", "poss"))


def whose_delegation(
    doc: Annotation, rules: EngagementRules, token: int, is_known: Callable[[int], bool]
) -> int | None:
    """The token that says whose the delegation at ``token`` is: its owner or leader, else the nearest earlier delegation, or
    its owner or leader, of which ``is_known`` says that the page tells whose it is; None where there is none."""
    here = doc.tokens[token]
    owner = _owner(doc, rules, here)
    if owner is not None:
        return owner if is_known(owner) else None
    for before in reversed(doc.tokens[:token]):
        if here.sentence - before.sentence > FAR:
            return None
        if before.lemma not in rules.words["parties_travelling"] or before.pos not in {"NOUN", "PROPN"}:
            continue
        said = before.i if is_known(before.i) else _owner(doc, rules, before)
        if said is not None and is_known(said):
            return said
    return None


def _owner(doc: Annotation, rules: EngagementRules, here: Token) -> int | None:
    owner = doc.child(here.i, "poss")
    if owner is not None:
        return owner.i
    above = doc.tokens[here.head]
    leads = here.dep == "dobj" and above.lemma in rules.words["leading"]
    subject = doc.child(above.i, "nsubj") if leads else None
    return subject.i if subject is not None else None
