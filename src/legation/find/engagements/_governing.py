"""What a verb or an adjective says of the event that it governs."""

from __future__ import annotations

from msgspec.structs import replace

from legation.find.engagements._against_plan import is_moved, is_that_very, put_off
from legation.find.engagements._agenda import agenda_of
from legation.find.engagements._chain import Chain
from legation.find.engagements._clauses import (
    OBJECTS,
    SUBJECTS,
    VERBAL,
    finite_state,
    is_date_denied,
    is_negated,
    prepositional,
)
from legation.find.engagements._effects import (
    CHANGES,
    FIRM,
    FROM_TENSE,
    NEGATED,
    PLANS,
    compose,
    governor_rule,
    has_condition,
    hedge,
    tense_of,
)
from legation.find.engagements._evaluations import is_counted, is_judged, is_valued
from legation.find.engagements._never_fixed import was_never_fixed
from legation.find.engagements._sitting_bodies import sits
from legation.records import Annotation, Token
from legation.records.engagements import Governor
from legation.rules.engagements import EngagementRules


def _raised(chain: Chain, subject: Token, head: Token) -> Token | None:
    """ "The visit had to be cancelled", "is going to be put off", "ended up being scrapped": the change that is said of it."""
    doc = chain.doc
    if subject.dep != "nsubj" or head.lemma not in chain.rules.words["raising"]:
        return None
    below = list(doc.children(head.i, "xcomp", "acomp", "ccomp", "oprd"))
    below += [c for word in (head, *below) for c in doc.children(word.i, "prep", "prt", "xcomp", "ccomp")]
    below += [c for word in below for c in doc.children(word.i, "pcomp")]
    for verb in below:
        rule = governor_rule(doc, chain.rules, verb.i)
        is_passive = verb.tag == "VBN" and doc.child(verb.i, "auxpass") is not None
        if rule is not None and rule.change and (is_passive or (rule.of_subject and not rule.needs_time)):
            return verb
    return None


def govern(chain: Chain, child: Token, head: Token) -> bool:
    """Folds a verb or adjective that governs the event: "postponed the visit", "is due to"; False ends the climb."""
    doc, rules = chain.doc, chain.rules
    if child.dep == "ccomp" and child.i < head.i and doc.child(head.i, "xcomp") is not None:
        return False  # "talks are set for noon, at the end of which papers are expected to be signed": a clause of its own
    is_adjective = head.pos == "ADJ" and head.dep == "acomp"  # "had been due to": as its copula stands
    state = finite_state(doc, rules, head.head if is_adjective else head.i)
    below = _raised(chain, child, head)
    outer_negated = below is not None and is_negated(doc, head.i)
    if below is not None:
        if doc.tokens[below.head].i != head.i and below.dep == "xcomp":
            state = "possible"  # "looks set to be cancelled", "is likely to be"
        child, head = replace(child, dep="nsubjpass"), below
    if state == "would" and _is_told(chain, head):
        state = "future"  # "said it would postpone the visit": the past's future
    negated = outer_negated or is_negated(doc, head.i) or (child.pos in {"NOUN", "PROPN"} and is_negated(doc, child.i))
    if child.tag == "VB" and child.dep in {"xcomp", "ccomp"} and finite_state(doc, rules, child.i) == "infinitive":
        counted = governor_rule(doc, rules, child.i) is not None and child.i != chain.nodes[0]
        negated = negated or (not counted and is_negated(doc, child.i))  # "decided not to travel"
    if chain.hedge is None:
        chain.hedge = hedge(doc, head.i)
    if is_date_denied(doc, rules, child, head):
        chain.effect = "wanted" if chain.effect in {None, "planned"} else chain.effect
        return False
    if head.lemma in rules.words["talking_over"] and child.pos not in VERBAL and _stands_already(chain, child):
        chain.governors.append(Governor(head.i, "transparent", state, False, negated))
        return False
    if chain.effect is None and child.pos not in VERBAL and is_judged(doc, rules, child, head):
        chain.effect, chain.tense = "held", "past"  # "described the talks as fruitful"
        chain.nodes.append(head.i)
        return False
    rule = governor_rule(doc, rules, head.i, child.i if child.i == chain.nodes[0] else None)
    frame = rules.nouns.get(child.lemma)
    if frame is not None and frame.invitation and head.lemma in rules.words["giving"]:
        return _support(chain, child, head, state, negated)
    clausal = child.dep in {"ccomp", "xcomp", "pcomp"} and child.pos in VERBAL
    if rule is not None and not (clausal and rule.change) and not (rule.lemmas[0] == "likely" and child.pos == "NOUN"):
        if child.dep in SUBJECTS and not rule.change and not _is_passive_like(doc, head, child):
            occurs = any(c.lemma in rules.support for c in doc.children(head.i, "xcomp"))
            if rule.effect != "not_held" or not occurs:  # "the meeting failed to take place"
                return False
        if rule.change and child.dep == "nsubj" and not rule.of_subject and not _is_cut_passive(doc, head):
            return False
        if rule.effect == "postponed" and child.dep == "nsubj" and _is_on_again(chain, head):
            chain.before, chain.effect = "postponed", "rescheduled"
            return False
        if rule.effect == "confirmed" and state == "infinitive":
            return True  # "has yet to confirm", "refused to confirm"
        goes = rule.effect == "confirmed" and rule.of_subject and child.dep in SUBJECTS and not negated
        if goes and FROM_TENSE.get(state) in {"held", "under_way"}:
            chain.effect = FROM_TENSE[state]  # "the visit went ahead on Monday"
            chain.note(head, "transparent", state, change=False, negated=False)
            return True
        if rule.effect == "declined" and child.lemma in rules.reporting and child.pos in VERBAL:
            chain.effect = chain.effect or "possible"  # "refused to confirm": nothing is declined but the word
            return True
        if rule.effect == "expected" and not negated and _is_of_its_course(doc, rules, child, head):
            chain.effect = chain.effect or "future"  # "is expected to focus on": that it will be is taken as read
            chain.note(head, "future", state, change=False, negated=False)
            return True
        if chain.effect is not None and rule.change:
            chain.before = chain.effect
        if rule.effect == "declined" and rules.attitudes.get(child.lemma) == "reported":
            chain.effect = "possible" if negated else "no_plan"  # "rejected reports of a visit"
        else:
            chain.effect = compose(chain.effect, rule, state_above(chain, head, state), negated)
            if negated and rule.change and was_never_fixed(doc, rules, head):
                chain.effect = "possible"  # "could not be put off because no day had been fixed"
            if child.lemma == "be" and head.lemma in rules.words["glad"] and state == "present" and not negated:
                chain.effect = "under_way"  # "I am happy to be in Kenya"
            if state == "pluperfect" and head.lemma in rules.words["wished"]:
                chain.effect = "not_held"  # "had wanted to meet him": nobody wants it now
        chain.note(head, rule.effect, state, change=rule.change, negated=negated)
        return True
    if head.lemma in rules.reporting and (child.dep in {"ccomp", "xcomp", "advcl", "conj"} or clausal):
        return False
    if child.dep in {*OBJECTS, *SUBJECTS, "attr", "oprd", "dep"} and child.pos not in VERBAL:
        is_told_by = head.lemma in rules.support or _draws_to_an_end(chain, head) or sits(doc, rules, child, head)
        if chain.support is None and is_told_by:
            return _support(chain, child, head, state, negated)
        is_told = child.dep == "nsubj" or (child.dep == "nsubjpass" and state == "future")
        if is_told and chain.effect is None and not negated:
            _told_of(chain, child, head, state)
        return False
    if child.dep in {"xcomp", "ccomp"} and head.lemma == "be" and finite_state(doc, rules, child.i) == "infinitive":
        past = state in {"past", "pluperfect"}
        chain.effect = "no_plan" if negated and not past else "lapsed" if past else _planned(chain)
        if head.lower in chain.rules.words["gone_there"] and state in {"perfect", "pluperfect"}:
            chain.effect = "held"  # "has just been to see X"
        chain.note(head, chain.effect or "planned", state, change=False, negated=negated)
        return True
    if child.dep == "acomp" and head.lemma in {"be", "look", "seem", "appear", "remain"}:
        if chain.effect is None:
            chain.effect = FROM_TENSE.get(state)
        if negated and chain.effect in {"planned", "expected", "likely", "future"}:
            chain.effect = "doubtful" if chain.effect == "likely" else "no_plan"
        return True
    if child.dep == "xcomp":
        if chain.effect is None:
            chain.effect = FROM_TENSE.get(state)
            if negated and chain.effect:
                chain.effect = NEGATED.get(chain.effect, chain.effect)
        chain.nodes.append(head.i)
        return True
    return child.dep in {"aux", "auxpass"}


def _described(chain: Chain, subject: Token, head: Token, state: str, negated: bool) -> bool:
    """ "The summit is due to take place", "the visit is due on Monday", "the talks are to be held": what a form of be
    says of its subject, and no more: "is likely to focus on" says nothing of when it is."""
    doc, rules = chain.doc, chain.rules
    said = doc.child(head.i, "acomp", "xcomp", "ccomp", "oprd")
    if head.lemma != "be" or subject.dep != "nsubj" or chain.effect not in PLANS - {"lapsed"} or said is None:
        return False
    inner = said if said.pos in VERBAL else doc.child(said.i, "xcomp")
    occurs = inner is not None and inner.lemma in rules.support and inner.lemma != "be"
    if inner is not None and not (occurs and finite_state(doc, rules, inner.i) == "infinitive"):
        return False
    rule = governor_rule(doc, rules, said.i) if said.pos == "ADJ" else None
    if said.pos == "ADJ" and (rule is None or rule.change or rule.effect in {"wanted", "transparent"}):
        return False
    if rule is not None:
        chain.effect = compose(chain.effect, rule, state, negated)
    else:
        past = state in {"past", "pluperfect"}
        chain.effect = "no_plan" if negated and not past else "lapsed" if past else "planned"
    chain.note(said, chain.effect or "planned", state, change=False, negated=negated)
    chain.nodes.append(head.i)
    if inner is not None:
        chain.nodes.append(inner.i)
    return True


def _support(chain: Chain, child: Token, head: Token, state: str, negated: bool) -> bool:
    chain.support = head.i
    if _described(chain, child, head, state, negated):
        return True
    effect = FROM_TENSE.get(state)
    begins = head.lemma in chain.rules.begins or child.lemma in chain.rules.words["beginnings"]
    if begins and effect in {"held", "present"} and state != "pluperfect" and not (effect == "held" and _is_next_part(chain, head)):
        effect = "under_way"
    if head.lemma in chain.rules.ends and effect == "present":
        effect = "held"
    if effect == "present" and (agenda_of(chain.doc, chain.rules, child.i) is not None or _has_before_him(chain, child, head)):
        effect = "planned"  # "his agenda includes a meeting"
    elif head.lemma == "be" and child.dep == "nsubj" and effect is not None and is_valued(chain.doc, chain.rules, head):
        effect = None if state == "would" else effect  # "the talks were constructive"; not "a meeting would be useful"
    elif head.lemma == "be" and child.dep == "nsubj" and effect == "held" and is_counted(chain.doc, chain.rules, head):
        pass  # "was the first in ten years"
    elif head.lemma == "be" and child.dep in {"nsubj", "attr"}:
        effect = None if effect in {"held", "present"} else effect
    if effect == "present" and child.dep == "nsubj" and head.lemma not in chain.rules.begins | chain.rules.ends:
        effect = None  # "the visit comes as ties warm": not whether it is yet to come
    if effect and negated:
        off = put_off(chain.doc, chain.rules, head.i, effect)
        if effect == "future" and head.lemma in chain.rules.words["occurring"] and is_that_very(chain.doc, chain.rules, child):
            off = off or "cancelled"  # "the visit will not take place": there was one to be
        effect = off or NEGATED.get(effect, effect)
    elif (effect == "future" and is_moved(chain.doc, chain.rules, head.i)) or (child.dep == "nsubj" and _has_new_date(chain, head)):
        effect = "rescheduled"
    if effect == "not_held" and chain.effect in FIRM:
        chain.effect = "cancelled"  # "the planned meeting did not take place"
    planned = chain.effect in PLANS - {None} and effect == "held"
    if effect is not None and chain.effect not in CHANGES and not planned:
        chain.effect = effect
    chain.nodes.append(head.i)
    chain.tense = tense_of(state)
    return True


def _draws_to_an_end(chain: Chain, verb: Token) -> bool:
    """ "The visit drew to a close"."""
    words = chain.rules.words
    leaves = (leaf.lower for word, leaf in prepositional(chain.doc, verb.i) if word == "to")
    return verb.lemma in words["drawing_to"] and any(leaf in words["an_end"] for leaf in leaves)


def _is_next_part(chain: Chain, verb: Token) -> bool:
    """ "The meeting then continued", "continued in an expanded format": told to its end."""
    words = chain.rules.words
    then = any(c.lower in words["in_turn"] for c in chain.doc.children(verb.i, "advmod"))
    widened = any(word == "in" and leaf.lower in words["formats"] for word, leaf in prepositional(chain.doc, verb.i))
    return verb.lemma in words["continuing"] and (then or widened)


def _has_before_him(chain: Chain, event: Token, verb: Token) -> bool:
    """ "Has a meeting planned", "has talks with X on Thursday": what somebody has with a plan or a day is yet to be."""
    if verb.lemma != "have" or event.dep not in OBJECTS:
        return False
    near = (leaf for word in (event, verb) for _, leaf in prepositional(chain.doc, word.i))
    days = (t for t in (*near, *chain.doc.children(verb.i, "npadvmod")) if t.entity >= 0)
    return chain.effect in FIRM or any(chain.doc.entities[day.entity].label == "DATE" for day in days)


def _has_new_date(chain: Chain, verb: Token) -> bool:
    """ "The visit has a new date: June 10"."""
    words = chain.rules.words
    dates = (c for c in chain.doc.children(verb.i, "dobj") if c.lemma in chain.rules.undated)
    return any(c.lower in words["renewing"] for date in dates for c in chain.doc.children(date.i, "amod", "det"))


def _told_of(chain: Chain, event: Token, verb: Token, state: str) -> None:
    """ "the talks will focus on trade", "the talks produced no accord": what an event does says when it is."""
    rules = chain.rules
    definite = all(c.lower in rules.words["definite"] for c in chain.doc.children(event.i, "det"))
    named = any(w == "with" and leaf.pos == "PROPN" for w, leaf in prepositional(chain.doc, event.i))
    if state == "future" and (definite or named):
        chain.effect = "future"
    elif state in {"past", "perfect", "past_progressive"} and verb.lemma in rules.tells:
        chain.effect = FROM_TENSE[state]
    else:
        return
    chain.nodes.append(verb.i)
    chain.tense = tense_of(state)


def state_above(chain: Chain, head: Token, state: str) -> str:
    """The state a change stands in: an infinitive or gerund takes its own governor's ("may have to cancel")."""
    if state in {"infinitive", "gerund"} and head.dep in {"xcomp", "pcomp", "ccomp", "conj", "dobj"}:
        above = chain.doc.tokens[head.head]
        if above.pos == "ADP":
            above = chain.doc.tokens[above.head]
        rule = governor_rule(chain.doc, chain.rules, above.i)
        if above.pos in VERBAL and (rule is None or rule.effect not in {"wanted", "expected", "likely"}):
            return finite_state(chain.doc, chain.rules, above.i)
    return state


def _planned(chain: Chain) -> str | None:
    return chain.effect if chain.effect in {"postponed", "cancelled", "confirmed", "declined"} else "planned"


def _stands_already(chain: Chain, noun: Token) -> bool:
    """Whether a noun that is talked over is a plan of its own, or definite: "the visit", "his visit"."""
    definite = any(c.lower in chain.rules.words["definite"] for c in chain.doc.children(noun.i, "det", "poss"))
    return chain.effect in FIRM or definite or chain.doc.child(noun.i, "poss") is not None


def _is_told(chain: Chain, verb: Token) -> bool:
    """Whether the verb's clause is what somebody said, with no condition of its own."""
    above = chain.doc.tokens[verb.head]
    said = verb.dep == "ccomp" and above.lemma in chain.rules.reporting and above.tag in {"VBD", "VBN"}
    return said and not has_condition(chain.doc, chain.rules, verb.i)


def _is_of_its_course(doc: Annotation, rules: EngagementRules, event: Token, verb: Token) -> bool:
    """Whether what is expected of an event is not that it takes place but what it will be like or do."""
    inner = doc.child(verb.i, "xcomp") if event.dep == "nsubjpass" and event.pos == "NOUN" else None
    return inner is not None and (inner.lemma == "be" or inner.lemma not in rules.support)


def _is_on_again(chain: Chain, participle: Token) -> bool:
    """ "The visit, twice postponed, is to take place on Thursday": parsed as if it were postponed and then is to be."""
    doc, rules = chain.doc, chain.rules
    if participle.tag != "VBN" or doc.child(participle.i, "aux", "auxpass") is not None:
        return False
    for verb in doc.children(participle.i, "conj"):
        planned = any(finite_state(doc, rules, c.i) == "infinitive" for c in doc.children(verb.i, "xcomp"))
        future = finite_state(doc, rules, verb.i) == "future"
        if (future or (verb.lemma == "be" and planned)) and not is_negated(doc, verb.i):
            chain.nodes += [verb.i, *(c.i for c in doc.children(verb.i, "xcomp"))]
            return True
    return False


def _is_cut_passive(doc: Annotation, head: Token) -> bool:
    """ "Trip to Lisbon put on hold": a headline's passive without its auxiliary."""
    return head.tag in {"VBD", "VBN"} and doc.child(head.i, *OBJECTS, "aux", "ccomp", "xcomp") is None


def _is_passive_like(doc: Annotation, head: Token, child: Token) -> bool:
    """Whether the subject is what the governor speaks of: "the visit is planned", "the trip is unlikely"."""
    return child.dep == "nsubjpass" or head.tag in {"VBN", "JJ"} or head.pos == "ADJ"
