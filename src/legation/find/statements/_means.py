"""By what something is told, and by whom: ``confirmed by phone that``, ``was confirmed by letter by the mayor``."""

from __future__ import annotations

from legation.find.statements._grammar import is_passive, is_time, subject
from legation.records import Annotation, Token
from legation.rules.speech import SpeechRules


def by_whom(annotation: Annotation, rules: SpeechRules, i: int) -> Token | None:
    """The noun of the by-phrase of passive verb ``i``; of several the one that is no means of telling."""
    for by in annotation.children(i, "agent"):
        noun = annotation.child(by.i, "pobj")
        if noun is not None and not is_time(annotation, noun) and not _is_means(annotation, rules, noun):
            return noun
    return _of_a_side(annotation, rules, i)


def _of_a_side(annotation: Annotation, rules: SpeechRules, i: int) -> Token | None:
    """``On both sides it was stressed that``, ``From the Norwegian side it was underlined that``."""
    for at in annotation.children(i, "prep"):
        side = annotation.child(at.i, "pobj") if at.lower in ("on", "from") else None
        if side is not None and side.lemma == "side":
            return side
    return None


def is_spoken_of(annotation: Annotation, rules: SpeechRules, token: Token) -> bool:
    """Whether a verb is passive, and not only told "by phone"."""
    if not is_passive(annotation, token.i):
        return False
    by = annotation.child(token.i, "agent")
    noun = annotation.child(by.i, "pobj") if by is not None else None
    if noun is None or not _is_means(annotation, rules, noun):
        return True
    is_main = token.dep == "acl" and annotation.tokens[token.head].dep == "ROOT"
    is_bare = token.dep in ("acl", "xcomp", "oprd") and not is_main
    has_passive = annotation.child(token.i, "auxpass", "nsubjpass") is not None
    return is_bare or has_passive or subject(annotation, token.i) is None


def _is_means(annotation: Annotation, rules: SpeechRules, noun: Token) -> bool:
    return noun.lower in rules.means and annotation.child(noun.i, "det", "poss") is None


__all__ = ["by_whom", "is_spoken_of"]
