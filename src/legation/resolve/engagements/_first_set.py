"""Plans looked back on: the day for which something was set at first, and what was to have been."""

from __future__ import annotations

from legation.records import Annotation
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._status import PLANNED
from legation.rules.engagements import EngagementRules


def is_first_set(doc: Annotation, rules: EngagementRules, candidate: Candidate) -> bool:
    """ "The trip had been planned for Wednesday", "was originally scheduled for Thursday": the day of a plan looked back on."""
    mention, when = candidate.mention, candidate.when
    if candidate.status not in PLANNED or when is None or when.earliest is None or when.start is None or mention.form == "verb":
        return False
    plans = [g for g in mention.governors if g.effect in {"planned", "expected"} and not g.is_negated]
    at_first = any(c.lower in rules.words["at_first"] for g in plans for c in doc.children(g.token, "advmod"))
    looks_back = any(g.tense == "pluperfect" or (g.tense == "past" and at_first) for g in plans)
    before = doc.text[: when.start].rsplit(maxsplit=1)[-1:]
    return looks_back and any(word.lower() in rules.words["planned_for"] for word in before)


def is_unfulfilled(doc: Annotation, candidate: Candidate) -> bool:
    """ "Was to have visited", "should have met": by its own words it has not come to be."""
    mention = candidate.mention
    if mention.effect != "lapsed" or candidate.when is None:
        return False
    told = (mention.head, *mention.nodes, *(g.token for g in mention.governors))
    verbs = (node for node in told if doc.tokens[node].tag == "VBN")
    return any({"have", "to"} <= _beside(doc, node) or {"have", "should"} <= _beside(doc, node) for node in verbs)


def _beside(doc: Annotation, verb: int) -> set[str]:
    return {c.lower for c in doc.children(verb, "aux")}
