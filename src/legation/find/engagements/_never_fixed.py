"""Whether a change is denied because there is nothing to change: "could not be put off, because no day had ever been fixed"."""

from __future__ import annotations

from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules


def was_never_fixed(doc: Annotation, rules: EngagementRules, change: Token) -> bool:
    """Whether a clause of cause on the verb of change says that no day is set, or nothing agreed."""
    return any(
        any(m.lower in rules.words["causal"] for m in doc.children(clause.i, "mark")) and _denies_a_plan(doc, rules, clause)
        for clause in doc.children(change.i, "advcl")
    )


def _denies_a_plan(doc: Annotation, rules: EngagementRules, clause: Token) -> bool:
    words = doc.tokens[slice(*doc.subtree(clause.i))]
    plans = rules.undated | rules.words["arranging"]
    return any(t.lower in rules.words["denying"] for t in words) and any(t.lemma in plans for t in words)
