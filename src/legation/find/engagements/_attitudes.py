"""What a noun says of the event that hangs on it: a plan, a refusal, a purpose, a rank."""

from __future__ import annotations

from collections.abc import Callable

from legation.find.engagements._chain import Chain
from legation.find.engagements._clauses import SUBJECTS, VERBAL, finite_state, is_first_of, is_negated
from legation.find.engagements._effects import FROM_TENSE
from legation.find.engagements._ranks import is_ranked
from legation.records import Token
from legation.records.engagements import Governor


def attitude(chain: Chain, child: Token, head: Token, state_of: Callable[[Token], str]) -> bool:
    """Folds a noun that tells of the event: "plans for a visit", "the postponement of the talks"; False ends the climb."""
    doc, rules = chain.doc, chain.rules
    group = rules.attitudes.get(head.lemma)
    negated = is_negated(doc, head.i)
    if doc.tokens[head.head].lemma in rules.words["shutting"] and head.dep in {"dobj", "nsubjpass"} and group == "proposed":
        chain.effect = "wanted" if is_negated(doc, head.head) else "no_plan"  # "closed the door to a meeting"
        return False
    if group == "asked":
        # "no question of a visit", "no reason to cancel it"; a need for talks is no word of them
        is_change = chain.effect in {"postponed", "cancelled", "declined", "rescheduled"}
        is_none = negated and head.lemma in rules.words["unthinkable"]
        group = "proposed" if is_change or is_none else None
    if group is None:
        return purpose_of_noun(chain, child, head, state_of)
    if negated and head.lemma in rules.undated:
        return False
    if is_new_date(chain, head):
        chain.before = "planned"
        chain.effect = "rescheduled" if _is_settled(chain, head) else "postponed"
        chain.nodes.append(head.i)
        chain.governors.append(Governor(head.i, chain.effect, "past", True, negated))
        return False
    if group == "reported":
        return True
    if group in {"postponed", "cancelled", "rescheduled", "confirmed"}:
        chain.effect = group
        chain.governors.append(Governor(head.i, group, "past", group != "confirmed", negated))
        chain.change_nodes.append(head.i)
        return True
    if chain.effect in {"postponed", "cancelled", "declined", "rescheduled"} and group != "reported":
        chain.effect = _change_told_of(chain.effect, group, negated=negated)
    elif group == "absent":
        if negated:
            return False  # "no lack of meetings"
        chain.effect = "no_plan"
    elif negated and group in {"planned", "expected", "proposed", "announced"}:
        chain.effect = "no_plan"
    elif group == "refused":
        chain.effect = "declined"
    elif group == "announced":
        chain.effect = chain.effect or "planned"
    else:
        chain.effect = {"planned": "planned", "proposed": "wanted", "expected": "expected"}[group]
        frame = rules.nouns.get(head.lemma)
        if frame is not None and frame.invitation:
            chain.effect = "invited"
    chain.governors.append(Governor(head.i, chain.effect, "none", False, negated))
    chain.nodes.append(head.i)
    return True


def is_outcome_told(chain: Chain, noun: Token) -> bool:
    """ "briefed the cabinet on the results of his talks with X", but not "awaits the outcome", "hoped for a good outcome"."""
    verb = next((t for t in chain.doc.ancestors(noun.i) if t.pos == "VERB"), None)
    words = chain.rules.words
    is_outcome = noun.lemma in words["results_had"] and chain.doc.tokens[noun.head].lower in words["told_on"]
    return is_outcome and verb is not None and finite_state(chain.doc, chain.rules, verb.i) in {"past", "perfect"}


def is_new_date(chain: Chain, date: Token) -> bool:
    """ "a new date for the visit", "new dates": another one than was planned."""
    beside = chain.doc.children(date.i, "amod", "det")
    return date.lemma in chain.rules.undated and any(c.lower in chain.rules.words["renewing"] for c in beside)


def _is_settled(chain: Chain, date: Token) -> bool:
    """ "have set a new date": known, but not "a new date will be announced", "is being discussed"."""
    verb = chain.doc.tokens[date.head]
    is_object = date.dep in {"dobj", "nsubjpass"} and verb.lemma in chain.rules.words["settling"]
    return is_object and finite_state(chain.doc, chain.rules, verb.i) in {"past", "perfect"} and not is_negated(chain.doc, verb.i)


def _change_told_of(change: str, group: str, *, negated: bool) -> str:
    """ "the decision to cancel the visit" cancels; "the threat to cancel it" puts it in doubt; "the refusal" keeps it."""
    if negated or group in {"refused", "absent"}:
        return "confirmed"
    return "doubtful" if group in {"proposed", "expected"} else change


def purpose_of_noun(chain: Chain, child: Token, head: Token, state_of: Callable[[Token], str]) -> bool:
    """ "begin her trip to Ankara to meet X": an infinitive parsed onto a noun takes its clause's state."""
    if chain.effect is None and child.pos in VERBAL and finite_state(chain.doc, chain.rules, child.i) == "infinitive":
        if is_ranked(chain.doc, chain.rules, head):
            _of_rank(chain, head, state_of)
            return False
        above = next((t for t in chain.doc.ancestors(head.i) if t.pos in VERBAL), None)
        if above is not None:
            outer = FROM_TENSE.get(state_of(above))
            chain.effect = "planned" if outer in {"held", "under_way", "present"} else outer
    return False


def _of_rank(chain: Chain, noun: Token, state_of: Callable[[Token], str]) -> None:
    """ "is the first premier to visit": as the predicate has it; in an apposition the words leave the state open."""
    verb = chain.doc.tokens[noun.head]
    if is_first_of(chain.doc, chain.rules, noun) or (noun.dep in SUBJECTS and verb.lemma == "be"):
        chain.effect = FROM_TENSE.get(state_of(verb))  # "is to be the first": as what is above has it
        chain.nodes.append(verb.i)
