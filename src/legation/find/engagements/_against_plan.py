"""What small words beside a verb say of the plan it is measured against: "not after all", "not for now", "earlier than planned"."""

from __future__ import annotations

from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules

OUTSTANDING = frozenset({"future", "present", "under_way"})
"""Effects of what is not yet done."""
REACH = 18
"""Tokens behind the verb in which its clause's small words are looked for."""


def put_off(doc: Annotation, rules: EngagementRules, i: int, effect: str) -> str | None:
    """What a negated verb at ``i`` says where words beside it tell of a plan: "will not visit before June" puts off, "will not
    go next week as planned", "is not coming after all" call off; "did not meet until Monday" tells that they did then."""
    behind = [c for c in doc.children(i) if c.i > i]
    marks = [c for c in behind if c.dep == "prep"] + [m for c in behind if c.dep == "advcl" for m in doc.children(c.i, "mark")]
    if any(c.lower in rules.words["not_before"] for c in marks):
        if effect == "held":
            return "held" if any(c.lower != "before" for c in marks) else None
        return "postponed" if effect in OUTSTANDING else None
    if effect not in OUTSTANDING:
        return None
    if says(doc, i, rules.words["for_now"]):
        return "postponed"
    if any(c.lower in rules.words["by_now"] and c.i < i for c in doc.children(i, "advmod")):
        return "cancelled" if effect == "future" else None  # "would not now visit"
    if says(doc, i, rules.words["after_all"]):
        return "cancelled"
    return "cancelled" if effect in {"future", "under_way"} and _was_planned(doc, rules, i) else None


def is_moved(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """ "Will land on Friday, three days later than planned", "hours ahead of schedule"."""
    last = min(doc.subtree(i)[1], len(doc.tokens))
    for token in doc.tokens[i + 1 : last]:
        behind = [t.lower for t in doc.tokens[token.i + 1 : min(token.i + 6, last)]]
        if token.lower in rules.words["sooner_or_later"] and behind[:1] == ["than"]:
            if any(word in rules.words["as_before"] for word in behind[1:]):
                return True
        elif token.lower in rules.words["ahead_or_behind"] and any(word in rules.words["agendas"] for word in behind[:3]):
            return True
    return False


def says(doc: Annotation, i: int, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands in the rest of the verb's own clause."""
    last = min(max(doc.subtree(i)[1], i + 1), i + REACH, doc.sentence_of(i).last)
    text = f" {' '.join(t.lower for t in doc.tokens[i + 1 : last])} "
    return any(f" {phrase} " in text for phrase in phrases)


def _was_planned(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """ "as planned", "as originally scheduled", "as had been announced" behind the verb."""
    last = doc.subtree(i)[1]
    for token in doc.tokens[i + 1 : last]:
        behind = doc.tokens[token.i + 1 : min(token.i + 4, last)]
        if token.lower == "as" and any(t.lower in rules.words["as_before"] for t in behind):
            return True
    return False


def is_that_very(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """Whether a noun is one already told of: "the visit", "her trip", "the talks between"; not "a visit", "such talks"."""
    definite = any(c.lower in rules.words["definite"] for c in doc.children(noun.i, "det"))
    return definite or doc.child(noun.i, "poss") is not None
