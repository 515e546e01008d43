"""What judges an event tells that it was: "the talks were constructive", "hailed the visit as a success", "trade dominated
the talks", "was the main topic of the talks"."""

from __future__ import annotations

from legation.find.engagements._clauses import VERBAL, finite_state, is_negated
from legation.find.engagements._effects import FROM_TENSE
from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules

PAST = frozenset({"past", "perfect", "pluperfect"})


def is_valued(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """Whether a form of be says how its subject went: "were constructive", "was a success"."""
    said = doc.children(verb.i, "acomp", "attr", "oprd")
    return any(_is_value(doc, rules, c) for c in said)


def is_counted(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "was the first in ten years"."""
    return any(c.lower in rules.words["ordinals"] for c in doc.children(verb.i, "attr"))


def is_judged(doc: Annotation, rules: EngagementRules, event: Token, verb: Token) -> bool:
    """Whether the verb over an event tells how it went or what filled it. Of what is ahead nobody says so."""
    state = finite_state(doc, rules, verb.i)
    if verb.pos not in VERBAL or is_negated(doc, verb.i):
        return False
    if verb.lemma in rules.words["filling"]:
        return state in PAST and event.dep in {"dobj", "nsubjpass"}
    if verb.lemma not in rules.words["describing"] or state not in PAST | {"present"}:
        return False
    if state == "present" and verb.lemma in rules.words["thinking_of"]:
        return False  # "sees the visit as a good sign": also of one yet to be
    as_what = [
        leaf for prep in doc.children(verb.i, "prep", "dep") if prep.lower == "as" for leaf in doc.children(prep.i)
    ]
    said = [
        *as_what,
        *doc.children(verb.i, "oprd", "acomp", "xcomp", "ccomp", "attr"),
        *doc.children(event.i, "amod", "appos"),
    ]
    behind = [c for c in said if c.i > event.i]
    return event.dep in {"dobj", "nsubjpass", "nsubj"} and any(_is_value(doc, rules, c) for c in behind)


def of_its_topic(doc: Annotation, rules: EngagementRules, noun: Token) -> str | None:
    """ "trade was the main topic of the talks", "tops the agenda of the talks": by the tense of what is said of the topic."""
    if noun.lemma not in rules.words["topical"]:
        return None
    above = next((t for t in doc.ancestors(noun.i) if t.pos in VERBAL), None)
    if above is None:
        return None
    effect = FROM_TENSE.get(finite_state(doc, rules, above.i))
    return effect if effect in {"held", "future"} and not is_negated(doc, above.i) else None


def _is_value(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    words = rules.words["evaluations"]
    near = (token, *doc.children(token.i, "amod", "conj", "pobj"))
    return any(t.lower in words or t.lemma in words for t in near)
