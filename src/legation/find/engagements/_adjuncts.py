"""What a clause says of an event that only hangs on it: "during a visit", "before meeting", "his trip to attend"."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from legation.find.engagements._attitudes import attitude, is_new_date, is_outcome_told
from legation.find.engagements._chain import Chain
from legation.find.engagements._clauses import (
    OBJECTS,
    SUBJECTS,
    VERBAL,
    finite_state,
    is_negated,
    is_place_gone_to,
    particles,
    prepositional,
)
from legation.find.engagements._effects import (
    CHANGES,
    FROM_TENSE,
    NEGATED,
    REALISED,
    compose,
    governor_rule,
    hedge,
    own_effect,
    tense_of,
)
from legation.find.engagements._entities import is_time
from legation.find.engagements._evaluations import of_its_topic
from legation.find.engagements._governing import govern, state_above
from legation.find.engagements._sitting_bodies import is_left_out, is_whose
from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules

UNSETTLED = frozenset({"future", "possible"})
"""States of a clause that tells of what may or will be."""
MET = frozenset({"meeting", "talks", "summit"})
"""Kinds that somebody goes somewhere for."""


def adjunct(chain: Chain, prep: Token, head: Token, state_of: Callable[[Token], str]) -> bool:
    """``prep`` hangs the event on ``head``: "during a visit", "after talks", "ahead of the summit", "plans for a trip"."""
    doc, rules = chain.doc, chain.rules
    if head.pos in {"NOUN", "PROPN"}:
        if prep.lower == "from" and head.lemma in rules.words["leave_taking"]:
            return False  # "his departure from the summit was delayed": the summit was not
        topic = of_its_topic(doc, rules, head) if chain.effect is None and prep.lower in {"of", "at", "in", "during"} else None
        if topic is not None:
            chain.effect = topic
            return False
        if prep.lower == "of" and chain.effect is None and is_outcome_told(chain, head):
            chain.effect = "held"
            return False
        if prep.lower == "of" and head.lemma in rules.words["bodies_do"] and is_whose(doc, rules, doc.tokens[chain.nodes[0]]):
            return False
        if head.lemma in rules.attitudes and prep.lower not in rules.words["temporal"]:
            return attitude(chain, prep, head, state_of)
        if head.lemma in rules.containers and prep.lower == "of":
            if head.lemma in rules.words["eves"]:
                chain.effect = chain.effect or "planned"  # "on the eve of his visit": it is yet to be
                return False
            chain.nodes.append(head.i)
            return True
        above = next((t for t in doc.ancestors(head.i) if t.pos in VERBAL), None)
        event = rules.nouns.get(doc.tokens[chain.nodes[0]].lemma)
        if above is None and event is not None and event.kind == "visit" and prep.lower in {"on", "in"}:
            chain.effect = chain.effect or "under_way"  # "Leader X on visit to Y", a headline
            return False
        if above is None and event is not None and event.kind in MET and prep.lower == "for" and head.dep == "ROOT":
            chain.effect = chain.effect or "planned"  # "Minister in Beirut for talks", a headline
            return False
        if above is None or prep.lower in {"of", "between", "with", "by", "to"}:
            return False
        head = above
    if prep.lower == "for" and head.pos in VERBAL:
        # "a new date is being sought for the visit": parsed onto the verb
        date = next((c for c in doc.children(head.i, *SUBJECTS, *OBJECTS) if is_new_date(chain, c)), None)
        if date is not None and chain.effect is None:
            return attitude(chain, prep, date, state_of)
    if head.pos in VERBAL and chain.effect is None and prep.lower in {"to", "for", "on"}:
        door = next((c for c in doc.children(head.i, "dobj", "nsubjpass") if c.lemma in rules.words["doors"]), None)
        if door is not None:
            return attitude(chain, prep, door, state_of)  # "opened the door to a meeting": parsed onto the verb
    if prep.lower in rules.words["along"] and chain.effect is None:
        changed = next((c for c in doc.children(head.i, *SUBJECTS, *OBJECTS) if c.lemma in rules.nouns), None)
        rule = governor_rule(doc, rules, head.i, changed.i if changed is not None else None)
        if changed is not None and rule is not None and rule.change:
            return govern(chain, replace(changed, i=prep.i), head)  # "was moved to June, along with his visit to Y"
    rule = governor_rule(doc, rules, head.i, prep=prep.lower)
    by_phrase = rule is not None and any(phrase.endswith(f" {prep.lower}") for phrase in rule.particles)
    governs = by_phrase or prep.lower in rules.words["governing"] or (
        head.pos == "ADJ" and prep.lower in rules.words["governing_of"]
    )
    if rule is not None and governs and (by_phrase or not _is_occasion(doc, rules, prep, head)):
        copula = doc.tokens[head.head] if head.pos == "ADJ" and head.dep == "acomp" else head
        state = finite_state(doc, rules, copula.i)
        negated = is_negated(doc, head.i) or is_negated(doc, copula.i)
        if negated and any(c.lemma in rules.undated for c in doc.children(head.i, *SUBJECTS, *OBJECTS)):
            return False
        if by_phrase or not rule.change or prep.lower in rules.words["changing"]:
            chain.effect = compose(chain.effect, rule, state, negated)
            chain.note(head, rule.effect, state, change=rule.change, negated=negated)
            return True
    if head.pos not in VERBAL:
        return False
    if _change_of_trip(doc, rules, head, doc.tokens[head.head]) is not None:
        return False  # "cancelled a trip to speak at the summit": nothing is said of the summit
    if rule is not None and rule.change and any(c.lemma in rules.nouns for c in doc.children(head.i, "dobj")):
        return False  # "cancelled his attendance at the summit": parsed onto the verb, tells of the attendance
    if prep.lower == "for" and chain.effect is None:
        # "preparations are under way for a visit": parsed onto the verb
        plan = next((c for c in doc.children(head.i, *SUBJECTS) if c.lemma in rules.attitudes), None)
        if plan is not None and not (is_negated(doc, head.i) and plan.lemma in rules.undated):
            return attitude(chain, prep, plan, state_of)
    chain.note_conditions(head)
    group = rules.adjuncts.get(prep.lower)
    if chain.effect is not None or (prep.lower == "on" and head.lemma in rules.about):
        return False
    gerund = doc.tokens[chain.nodes[0]].tag == "VBG"
    if group == "means":
        by_phone = doc.tokens[chain.nodes[0]].lower in rules.words["phone"]
        group = "during" if (gerund and prep.dep == "prep") or by_phone else None
    if prep.lower == "with" and head.lemma in rules.begins | rules.ends:
        group = "during"  # "ended the visit with a meeting with X", "his tour began in Lima with talks with Y"
    if prep.lower in rules.words["contained"] and doc.tokens[chain.nodes[-1]].lemma in rules.containers:
        group = "during"  # "as part of his visit"
    if group == "purpose" and _is_way_home(chain, head):
        return False
    if group == "purpose" and _is_journey_to_be(doc, rules, head):
        # "is expected to travel there for talks", "may go there for talks": as the journey stands
        going = doc.tokens[head.head]
        verb = going if head.dep == "xcomp" and going.lower == "going" else head  # "is not going to travel there for talks"
        is_finite = finite_state(doc, rules, verb.i) in UNSETTLED or is_negated(doc, verb.i)
        chain.effect = own_effect(doc, rules, verb.i) if is_finite else "planned"
        chain.hedge = chain.hedge or hedge(doc, head.i)
        chain.nodes.append(head.i)
        return True
    state = state_of(head)
    if state == "unreal" and group in {"purpose", "during"}:
        chain.effect, chain.tense = "lapsed", tense_of(state)  # "should have arrived there on a visit"
        return False
    if group == "during" and _attends(rules, head, prep) and is_negated(doc, head.i):
        chain.effect = NEGATED.get(FROM_TENSE.get(state, ""))  # "did not take part in the summit"
        chain.nodes.append(head.i)
        return False
    if group == "purpose" and state in REALISED and is_left_out(doc, rules, head, doc.tokens[chain.nodes[0]]):
        chain.effect = "not_held"
        chain.nodes.append(head.i)
        return False
    if prep.lower == "on" and state in {"past", "perfect"} and _sets_out(chain, head):
        chain.effect = "under_way"  # "left yesterday on a visit to"
    elif prep.lower == "on" and state in {"present", "progressive"} and _sets_out(chain, head) and _has_day(doc, head):
        chain.effect = "present" if state == "present" else "planned"  # "leaves on Sunday on a trip to"
        chain.nodes.append(head.i)
    elif (group == "during" and state in {"past", "pluperfect", "perfect", "past_progressive"}) or (
        group == "after" and (state in REALISED or prep.lower == "since" or _is_below_past(doc, rules, head))
    ):
        chain.effect = "held"
    elif group == "before":
        is_verb = doc.tokens[chain.nodes[0]].pos in VERBAL  # "met A before meeting B" tells of two that were
        chain.effect = "held" if is_verb and state in REALISED else "planned"
    elif group in {"purpose", "during"} and state in {"future", "would"}:
        if prep.lower == "on" and _sets_out(chain, head):
            chain.nodes.append(head.i)  # "will set out on Thursday on a visit"
        stays = group == "purpose" and head.lemma in rules.words["sending"] and is_negated(doc, head.i)
        chain.effect = "no_plan" if stays else "future"  # "no minister will be sent to the talks"
    elif group == "during" and state in {"present", "progressive"}:
        attends = _attends(rules, head, prep)
        chain.effect = "present" if attends or (state == "present" and _sits(chain)) else "under_way"
        if attends:
            chain.nodes.append(head.i)  # "participates in a working lunch with"
    elif state == "denied":
        if group == "during" and _attends(rules, head, prep):
            chain.effect = "no_plan"  # "ruled out taking part in the summit"
            chain.nodes.append(head.i)
        return False
    elif group == "purpose" and head.lemma in rules.words["crediting"] and state in REALISED:
        chain.effect = "held"  # "thanked X for hosting her"
    elif group == "purpose":
        leaves = any(f.aspect == "under_way" and f.agent == "traveller" for f in rules.verbs.get(head.lemma, ()))
        on_the_way = leaves and state in {"past", "perfect"} and doc.tokens[chain.nodes[0]].lemma in rules.nouns
        visit = on_the_way and rules.nouns[doc.tokens[chain.nodes[0]].lemma].kind == "visit"
        chain.effect = "under_way" if visit else "planned" if on_the_way else "purpose"
    chain.tense = tense_of(state)
    if group in {"purpose"}:
        chain.nodes.append(head.i)
    return False


def _is_journey_to_be(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """Whether a verb of travelling is one of what is yet to be, as a modal or what stands above it says."""
    frames = (f for f in rules.verbs.get(verb.lemma, ()) if f.kind == "visit" and f.agent == "traveller")
    travels = any(f.object == "goal" or f.prepositions.get("to") == "goal" for f in frames)  # not "spend two days in"
    state = finite_state(doc, rules, verb.i)
    is_governed = verb.dep in {"xcomp", "acl", "pcomp", "ccomp"} and state in {"infinitive", "gerund"}
    stays = is_negated(doc, verb.i) and state in {"progressive", "present"}  # "is not going to the meeting"
    return travels and (is_governed or stays or state in UNSETTLED)


def _is_below_past(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "vowed to fight on after talks": an infinitive under a verb of the past, on which the parser hangs what was before."""
    above = next((t for t in doc.ancestors(verb.i) if t.pos in VERBAL), None)
    is_infinitive = finite_state(doc, rules, verb.i) == "infinitive" and verb.dep == "xcomp"
    return is_infinitive and above is not None and finite_state(doc, rules, above.i) == "past"


def _is_occasion(doc: Annotation, rules: EngagementRules, prep: Token, head: Token) -> bool:
    """ "discussed trade at a meeting", "rejected the claim on a visit": the preposition tells where, not what."""
    if prep.lower == "at" and head.lemma not in rules.words["governing_at"]:
        return True
    of_its_own = head.pos in VERBAL and doc.child(head.i, "dobj") is not None
    return of_its_own and prep.lower in rules.words["governing_occasion"]


def _attends(rules: EngagementRules, verb: Token, prep: Token) -> bool:
    """ "takes part in", "participates in": the preposition gives what is attended."""
    return any(f.kind == "summit" and prep.lower in f.prepositions for f in rules.verbs.get(verb.lemma, ()))


def _is_way_home(chain: Chain, verb: Token) -> bool:
    """ "Does not intend to come back for his visit": who is at home then is no visitor."""
    doc, rules, noun = chain.doc, chain.rules, chain.doc.tokens[chain.nodes[0]]
    frame = rules.nouns.get(noun.lemma)
    goes_back = bool(particles(doc, verb.i) & rules.words["homeward"]) or verb.lemma in rules.words["going_home"]
    is_told = doc.child(noun.i, "poss") is not None or any(c.lower in rules.words["definite"] for c in doc.children(noun.i, "det"))
    goes_somewhere = any(word == "to" for word, _ in prepositional(doc, verb.i))
    return frame is not None and frame.kind == "visit" and goes_back and is_told and not goes_somewhere


def _has_day(doc: Annotation, verb: Token) -> bool:
    """ "Leaves on Sunday on a trip", "leaves Sunday": not the headline "Leaves on trip"."""
    times = [leaf for _, leaf in prepositional(doc, verb.i)] + list(doc.children(verb.i, "npadvmod"))
    return verb.pos == "VERB" and any(is_time(doc, t) for t in times)  # not "is on the second day of"


def _sits(chain: Chain) -> bool:
    """ "In phone call, Lund urges Mora to": a headline's present of what is over; not "On a visit, Lund urges"."""
    event = chain.rules.nouns.get(chain.doc.tokens[chain.nodes[0]].lemma)
    return event is not None and event.kind in {*MET, "call"}


def _sets_out(chain: Chain, verb: Token) -> bool:
    """Whether the verb tells of somebody leaving or arriving and the event under it is a visit."""
    event = chain.rules.nouns.get(chain.doc.tokens[chain.nodes[0]].lemma)
    frames = chain.rules.verbs.get(verb.lemma, ())
    by = particles(chain.doc, verb.i)
    leaving = (f for f in frames if f.aspect == "under_way" and f.agent == "traveller")
    travels = any(not f.particles or by & set(f.particles) for f in leaving)  # "set out on a visit"
    return event is not None and event.kind == "visit" and travels


def adverbial(chain: Chain, child: Token, head: Token) -> bool:
    """Folds the clause on which the event's own clause hangs: "after meeting", "to attend the talks"; ends the climb."""
    marks = {c.lower for c in chain.doc.children(child.i, "mark", "advmod", "prep")}
    state = finite_state(chain.doc, chain.rules, child.i)
    chain.is_subordinate = True
    if "when" in marks and state == "gerund":
        chain.is_hypothetical = True  # "when visiting Kenya": anybody, any time
    if chain.effect == "present" and marks & {"until", "before", "when", "once", "till", "after"}:
        chain.effect = "planned"
    if chain.effect is None and head.pos in VERBAL:
        subject = chain.doc.child(child.i, "nsubj")
        is_going = subject is not None and is_place_gone_to(chain.doc, chain.rules, child.i, subject.i)
        if state == "infinitive" and (is_going or chain.doc.child(child.i, "mark") is None):
            chain.note_conditions(head)
            chain.hedge = chain.hedge or hedge(chain.doc, head.i)
            if _is_journey_to_be(chain.doc, chain.rules, head) and finite_state(chain.doc, chain.rules, head.i) not in UNSETTLED:
                chain.effect = "planned"  # "hopes to fly there to meet X"
                chain.nodes.append(head.i)
                return True
            outer = own_effect(chain.doc, chain.rules, head.i)
            chain.effect = "planned" if outer in {"held", "under_way", "present"} else outer
        elif "after" in marks or (state == "participle"):
            chain.effect = "held"
        elif "before" in marks:
            outer = own_effect(chain.doc, chain.rules, head.i)
            chain.effect = outer if outer in {"held", "future"} else "planned"
        elif state == "gerund":
            chain.effect = own_effect(chain.doc, chain.rules, head.i)
    return False


def of_changed_trip(chain: Chain, child: Token, head: Token) -> bool:
    """ "called off his trip to attend the summit in Bali": what a trip that goes nowhere else is for stands as the trip."""
    verb = _change_of_trip(chain.doc, chain.rules, child, head)
    rule = governor_rule(chain.doc, chain.rules, verb.i) if verb is not None else None
    if chain.effect is not None or verb is None or rule is None:
        return False
    state, negated = finite_state(chain.doc, chain.rules, verb.i), is_negated(chain.doc, verb.i)
    chain.effect = compose(None, rule, state_above(chain, verb, state), negated)
    chain.note(verb, rule.effect, state, change=True, negated=negated)
    return True


def _change_of_trip(doc: Annotation, rules: EngagementRules, child: Token, head: Token) -> Token | None:
    """The verb of change whose object is a trip that the infinitive ``child`` gives the purpose of.

    Not "cancelled his trip to Bali to attend a funeral": with a goal of its own, the infinitive may give the reason.
    """
    if child.pos not in VERBAL or finite_state(doc, rules, child.i) != "infinitive":
        return None
    trips = [head] if head.pos == "NOUN" else list(doc.children(head.i, "dobj"))
    trip = next((t for t in trips if t.i < child.i and _is_trip_nowhere(doc, rules, t)), None)
    if trip is None or trip.dep not in {*OBJECTS, "nsubjpass"} or doc.tokens[trip.head].pos not in VERBAL:
        return None
    rule = governor_rule(doc, rules, trip.head)
    return doc.tokens[trip.head] if rule is not None and rule.change and rule.effect in CHANGES else None


def _is_trip_nowhere(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    frame = rules.nouns.get(noun.lemma)
    goals = {c.lower for c in doc.children(noun.i, "prep")} & {"to", "in"}
    return frame is not None and frame.kind == "visit" and not frame.invitation and not goals
