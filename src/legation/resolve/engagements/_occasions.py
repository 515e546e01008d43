"""The names of gatherings: "the G20 summit", "the 47th Association of Southeast Asian Nations (ASEAN) summit"."""

from __future__ import annotations

from legation.records import Annotation
from legation.rules.engagements import EngagementRules

LONG = 12
"""Words of the longest name read as one."""


def named_occasion(doc: Annotation, rules: EngagementRules, head: int) -> tuple[str | None, int]:
    """(the words of the gathering named at ``head``, the token of its noun); (None, ``head``) where none is."""
    words = occasion_words(doc, rules, head)
    if words is not None:
        return words, head
    noun = _end_of_name(doc, rules, head)
    if noun is None:
        return None, head
    first = doc.subtree(head)[0]
    first += doc.tokens[first].pos == "DET"
    return doc.text[doc.tokens[min(first, head)].start : doc.tokens[noun].end], noun


def _end_of_name(doc: Annotation, rules: EngagementRules, head: int) -> int | None:
    """ "the Asia-Pacific Economic Cooperation (APEC) Leaders' Meeting": the noun at the end of a name that the parser
    takes for a name and something beside it."""
    if doc.tokens[head].pos != "PROPN":
        return None
    last = doc.sentence_of(head).last
    for token in doc.tokens[head + 1 : min(last, head + LONG)]:
        if token.lemma.lower() in rules.occasions or token.lower in rules.occasions:
            return token.i
        if not (token.text[:1].isupper() or token.lower in rules.words["inside_names"]):
            return None
    return None


def occasion_words(doc: Annotation, rules: EngagementRules, head: int) -> str | None:
    """The words of a named gathering ("the G20 summit"), without its article."""
    token = doc.tokens[head]
    if token.lemma not in rules.occasions and token.lower not in rules.occasions:
        return None
    names = [
        c
        for c in doc.children(head, "compound", "nmod", "amod", "poss", "nummod")
        if c.text[:1].isupper() or c.text[:1].isdigit()
    ]
    frame = rules.nouns.get(token.lemma)
    beside = {c.lower for c in doc.children(head, "compound", "amod", "nmod")}
    if not names and frame is not None and frame.needs_modifier and not beside & set(frame.needs_modifier):
        return None  # "a wreath-laying ceremony" is part of a visit, not what it is for
    if not names and frame is not None and frame.kind == "ceremony":
        clauses = [doc.subtree(c.i)[0] for c in doc.children(head, "acl", "relcl") if c.i > head]
        last = min(doc.subtree(head)[1], head + 8, *clauses)  # "a ceremony to be attended by" is called no more than that
        return doc.text[token.start : doc.tokens[last - 1].end]
    if not names and token.pos == "PROPN" and any(c.lower == "of" for c in doc.children(head, "prep")):
        _, last = doc.subtree(next(c.i for c in doc.children(head, "prep") if c.lower == "of"))
        return doc.text[token.start : doc.tokens[min(last, head + 6) - 1].end]
    if not names:
        return None
    first = min(c.i for c in names)
    for c in names:
        first = min(first, doc.subtree(c.i)[0])
    return doc.text[doc.tokens[first].start : token.end]
