"""What the words around an event say of its state: governors are climbed one by one and folded from the inside out."""

from __future__ import annotations

from legation.find.engagements._clauses import (
    LISTING,
    OBJECTS,
    SUBJECTS,
    VERBAL,
    finite_state,
    is_date_denied,
    is_first_of,
    is_negated,
    is_ranked,
)
from legation.find.engagements._effects import (
    CHANGES,
    FIRM,
    FROM_TENSE,
    NEGATED,
    PLANS,
    REALISED,
    compose,
    governor_rule,
    has_condition,
    hedge,
    own_effect,
    tense_of,
)
from legation.records import Annotation, Token
from legation.records.engagements import Governor
from legation.rules.engagements import EngagementRules


class Chain:
    """The climb from one event upwards. Collects governors, the nodes whose dates count, and the folded effect."""

    def __init__(self, doc: Annotation, rules: EngagementRules, head: int, effect: str | None) -> None:
        self.doc = doc
        self.rules = rules
        self.effect = effect
        self.before: str | None = None
        self.governors: list[Governor] = []
        self.nodes: list[int] = [head]
        self.change_nodes: list[int] = []
        self.hedge = hedge(doc, head)
        self.is_subordinate = False
        self.is_hypothetical = False
        self.tense = "none"
        self.support: int | None = None

    def climb(self, i: int) -> Chain:
        """Walks from token ``i`` to the sentence's root, folding what each governor says."""
        doc = self.doc
        seen = {i}
        child = doc.tokens[i]
        while child.head not in seen:
            self._conditions(child)
            head = doc.tokens[child.head]
            if child.dep == "prep" and head.pos == "ADV" and head.lower not in self.rules.adjuncts:
                head = doc.tokens[head.head]  # "stays away from": parsed onto the adverb
            seen.add(head.i)
            if not self._step(child, head):
                break
            child = head
        self._conditions(child)
        return self

    def headline(self, i: int) -> None:
        """ "Premier postpones visit": a verb that the tagger takes for a plural before the noun at ``i``."""
        for child in self.doc.children(i, "compound", "nmod"):
            named = any(c.pos in {"NOUN", "PROPN"} for c in self.doc.children(child.i, "compound", "nmod"))
            if child.tag != "NNS" or child.i != i - 1 or not named or child.lemma in self.rules.nouns:
                continue
            rule = governor_rule(self.doc, self.rules, child.i)
            if rule is not None:
                self.effect = compose(self.effect, rule, "present", False)
                self._note(child, rule.effect, "present", change=rule.change, negated=False)

    def _conditions(self, token: Token) -> None:
        marks = {c.lower for c in self.doc.children(token.i, "mark", "advmod")}
        if token.pos in VERBAL and "if" in marks and token.dep in {"advcl", "ccomp"}:
            self.is_hypothetical = True
        if token.pos in VERBAL and "whether" in marks:
            self.is_hypothetical = True

    def _step(self, child: Token, head: Token) -> bool:
        """Folds ``head`` over what stands; False ends the climb."""
        rules = self.rules
        if child.dep == "conj" or head.lower == LISTING:
            return True
        if self._of_changed_trip(child, head):
            return False
        if child.lower == LISTING:
            return head.pos in {"NOUN", "PROPN"}  # "proposed closer ties, including a visit"
        if head.lower in rules.adjuncts and head.pos == "VERB" and child.dep in {*OBJECTS, "pobj"}:
            # "came following a meeting": a preposition that is tagged a verb
            return self.doc.child(child.i, "det", "poss") is not None
        if child.lower in rules.adjuncts and (
            (child.pos == "VERB" and child.dep in {"prep", "advcl"}) or (child.pos == "ADV" and child.dep == "advmod")
        ):
            return self._adjunct(child, head)
        if head.lower in rules.adjuncts and head.pos == "ADV" and child.dep == "prep":
            return True  # "ahead of", "prior to": an adverb to the parser, with a preposition of its own
        if head.pos == "ADP" or child.dep in {"prep", "agent"}:
            if head.pos != "ADP":
                return self._adjunct(child, head)
            return True
        if child.dep in {"relcl"}:
            self.is_subordinate = True
            if head.lemma in rules.nouns and child.lemma in rules.words["including"]:
                self.effect = (
                    None  # "the trip, which included a stop in Riyadh, was put off": the stop stands as the trip does
                )
                return True
            return self._purpose_of_noun(child, head)
        if child.dep in {"acl"} or (child.dep in {"compound", "nmod", "amod"} and head.pos == "NOUN"):
            return self._attitude(child, head)
        if child.dep in {"advcl"}:
            between = self.doc.tokens[head.i + 1 : child.i]
            if child.tag == "VBG" and all(t.dep == "prt" for t in between) and governor_rule(self.doc, rules, head.i):
                return self._govern(child, head)  # "ruled out attending the summit"
            return self._adverbial(child, head)
        if child.dep == "appos":
            return False
        if head.pos in VERBAL or head.lemma in rules.governors:
            return self._govern(child, head)
        if head.pos in {"NOUN", "PROPN"} and head.lemma in rules.attitudes:
            return self._attitude(child, head)
        return head.pos == "ADP"

    def _note(self, head: Token, effect: str, state: str, *, change: bool, negated: bool) -> None:
        self.governors.append(Governor(head.i, effect, state, change, negated))
        if change:
            self.change_nodes.append(head.i)
        elif head.lemma not in self.rules.reporting:
            self.nodes.append(head.i)
        if change or self.tense == "none":
            self.tense = tense_of(state)

    def _govern(self, child: Token, head: Token) -> bool:
        doc, rules = self.doc, self.rules
        is_adjective = head.pos == "ADJ" and head.dep == "acomp"  # "had been due to": as its copula stands
        state = finite_state(doc, rules, head.head if is_adjective else head.i)
        if state == "would" and self._is_told(head):
            state = "future"  # "said it would postpone the visit": the past's future
        negated = is_negated(doc, head.i) or (child.pos in {"NOUN", "PROPN"} and is_negated(doc, child.i))
        if child.tag == "VB" and child.dep in {"xcomp", "ccomp"} and finite_state(doc, rules, child.i) == "infinitive":
            counted = governor_rule(doc, rules, child.i) is not None and child.i != self.nodes[0]
            negated = negated or (not counted and is_negated(doc, child.i))  # "decided not to travel"
        if self.hedge is None:
            self.hedge = hedge(doc, head.i)
        if is_date_denied(doc, rules, child, head):
            self.effect = "wanted" if self.effect in {None, "planned"} else self.effect
            return False
        if head.lemma in rules.words["talking_over"] and child.pos not in VERBAL and self._stands_already(child):
            self.governors.append(Governor(head.i, "transparent", state, False, negated))
            return False
        rule = governor_rule(doc, rules, head.i, child.i if child.i == self.nodes[0] else None)
        frame = rules.nouns.get(child.lemma)
        if frame is not None and frame.invitation and head.lemma in rules.words["giving"]:
            return self._support(child, head, state, negated)
        clausal = child.dep in {"ccomp", "xcomp", "pcomp"} and child.pos in VERBAL
        if (
            rule is not None
            and not (clausal and rule.change)
            and not (rule.lemmas[0] == "likely" and child.pos == "NOUN")
        ):
            if child.dep in SUBJECTS and not rule.change and not _is_passive_like(doc, head, child):
                occurs = any(c.lemma in rules.support for c in doc.children(head.i, "xcomp"))
                if rule.effect != "not_held" or not occurs:  # "the meeting failed to take place"
                    return False
            if rule.change and child.dep == "nsubj" and not rule.of_subject and not _is_cut_passive(doc, head):
                return False
            if rule.effect == "confirmed" and state == "infinitive":
                return True  # "has yet to confirm", "refused to confirm"
            goes = rule.effect == "confirmed" and rule.of_subject and child.dep in SUBJECTS and not negated
            if goes and FROM_TENSE.get(state) in {"held", "under_way"}:
                self.effect = FROM_TENSE[state]  # "the visit went ahead on Monday"
                self._note(head, "transparent", state, change=False, negated=False)
                return True
            if rule.effect == "declined" and child.lemma in rules.reporting and child.pos in VERBAL:
                self.effect = self.effect or "possible"  # "refused to confirm": nothing is declined but the word
                return True
            if rule.effect == "expected" and not negated and _is_of_its_course(doc, rules, child, head):
                self.effect = self.effect or "future"  # "is expected to focus on": that it will be is taken as read
                self._note(head, "future", state, change=False, negated=False)
                return True
            if self.effect is not None and rule.change:
                self.before = self.effect
            if rule.effect == "declined" and rules.attitudes.get(child.lemma) == "reported":
                self.effect = "possible" if negated else "no_plan"  # "rejected reports of a visit"
            else:
                self.effect = compose(self.effect, rule, self._above(head, state), negated)
            self._note(head, rule.effect, state, change=rule.change, negated=negated)
            return True
        if head.lemma in rules.reporting and (child.dep in {"ccomp", "xcomp", "advcl", "conj"} or clausal):
            return False
        if child.dep in {*OBJECTS, *SUBJECTS, "attr", "oprd", "dep"} and child.pos not in VERBAL:
            if self.support is None and head.lemma in rules.support:
                return self._support(child, head, state, negated)
            if child.dep == "nsubj" and self.effect is None and not negated:
                self._told_of(child, head, state)
            return False
        if child.dep in {"xcomp", "ccomp"} and head.lemma == "be" and finite_state(doc, rules, child.i) == "infinitive":
            past = state in {"past", "pluperfect"}
            self.effect = "no_plan" if negated and not past else "lapsed" if past else self._planned()
            self._note(head, self.effect or "planned", state, change=False, negated=negated)
            return True
        if child.dep == "acomp" and head.lemma in {"be", "look", "seem", "appear", "remain"}:
            if self.effect is None:
                self.effect = FROM_TENSE.get(state)
            if negated and self.effect in {"planned", "expected", "likely", "future"}:
                self.effect = "doubtful" if self.effect == "likely" else "no_plan"
            return True
        if child.dep == "xcomp":
            if self.effect is None:
                self.effect = FROM_TENSE.get(state)
                if negated and self.effect:
                    self.effect = NEGATED.get(self.effect, self.effect)
            self.nodes.append(head.i)
            return True
        return child.dep in {"aux", "auxpass"}

    def _stands_already(self, noun: Token) -> bool:
        """Whether a noun that is talked over is a plan of its own, or definite: "the visit", "his visit"."""
        definite = any(c.lower in self.rules.words["definite"] for c in self.doc.children(noun.i, "det", "poss"))
        return self.effect in FIRM or definite or self.doc.child(noun.i, "poss") is not None

    def _is_told(self, verb: Token) -> bool:
        """Whether the verb's clause is what somebody said, with no condition of its own."""
        above = self.doc.tokens[verb.head]
        said = verb.dep == "ccomp" and above.lemma in self.rules.reporting and above.tag in {"VBD", "VBN"}
        return said and not has_condition(self.doc, self.rules, verb.i)

    def _planned(self) -> str | None:
        return self.effect if self.effect in {"postponed", "cancelled", "confirmed"} else "planned"

    def _above(self, head: Token, state: str) -> str:
        """The state a change stands in: an infinitive or gerund takes its own governor's ("may have to cancel")."""
        if state in {"infinitive", "gerund"} and head.dep in {"xcomp", "pcomp", "ccomp", "conj", "dobj"}:
            above = self.doc.tokens[head.head]
            if above.pos == "ADP":
                above = self.doc.tokens[above.head]
            rule = governor_rule(self.doc, self.rules, above.i)
            if above.pos in VERBAL and (rule is None or rule.effect not in {"wanted", "expected", "likely"}):
                return finite_state(self.doc, self.rules, above.i)
        return state

    def _described(self, subject: Token, head: Token, state: str, negated: bool) -> bool:
        """ "The summit is due to take place", "the visit is due on Monday", "the talks are to be held": what a form of be
        says of its subject, and no more: "is likely to focus on" says nothing of when it is."""
        doc, rules = self.doc, self.rules
        said = doc.child(head.i, "acomp", "xcomp", "ccomp", "oprd")
        if head.lemma != "be" or subject.dep != "nsubj" or self.effect not in PLANS - {"lapsed"} or said is None:
            return False
        inner = said if said.pos in VERBAL else doc.child(said.i, "xcomp")
        occurs = inner is not None and inner.lemma in rules.support and inner.lemma != "be"
        if inner is not None and not (occurs and finite_state(doc, rules, inner.i) == "infinitive"):
            return False
        rule = governor_rule(doc, rules, said.i) if said.pos == "ADJ" else None
        if said.pos == "ADJ" and (rule is None or rule.change or rule.effect in {"wanted", "transparent"}):
            return False
        if rule is not None:
            self.effect = compose(self.effect, rule, state, negated)
        else:
            past = state in {"past", "pluperfect"}
            self.effect = "no_plan" if negated and not past else "lapsed" if past else "planned"
        self._note(said, self.effect or "planned", state, change=False, negated=negated)
        self.nodes.append(head.i)
        if inner is not None:
            self.nodes.append(inner.i)
        return True

    def _support(self, child: Token, head: Token, state: str, negated: bool) -> bool:
        self.support = head.i
        if self._described(child, head, state, negated):
            return True
        effect = FROM_TENSE.get(state)
        begins = head.lemma in self.rules.begins or child.lemma in self.rules.words["beginnings"]
        if begins and effect in {"held", "present"} and state != "pluperfect":
            effect = "under_way"
        if head.lemma in self.rules.ends and effect == "present":
            effect = "held"
        if head.lemma == "be" and child.dep in {"nsubj", "attr"}:
            effect = None if effect in {"held", "present"} else effect
        if effect == "present" and child.dep == "nsubj" and head.lemma not in self.rules.begins | self.rules.ends:
            effect = None  # "the visit comes as ties warm": not whether it is yet to come
        if effect and negated:
            effect = NEGATED.get(effect, effect)
        if effect == "not_held" and self.effect in FIRM:
            self.effect = "cancelled"  # "the planned meeting did not take place"
        planned = self.effect in PLANS - {None} and effect == "held"
        if effect is not None and self.effect not in CHANGES and not planned:
            self.effect = effect
        self.nodes.append(head.i)
        self.tense = tense_of(state)
        return True

    def _told_of(self, event: Token, verb: Token, state: str) -> None:
        """ "the talks will focus on trade", "the talks produced no accord": what an event does says when it is."""
        rules = self.rules
        definite = all(c.lower in rules.words["definite"] for c in self.doc.children(event.i, "det"))
        if state == "future" and definite:
            self.effect = "future"
        elif state in {"past", "perfect", "past_progressive"} and verb.lemma in rules.tells:
            self.effect = FROM_TENSE[state]
        else:
            return
        self.nodes.append(verb.i)
        self.tense = tense_of(state)

    def _purpose_of_noun(self, child: Token, head: Token) -> bool:
        """ "begin her trip to Ankara to meet X": an infinitive parsed onto a noun takes its clause's state."""
        if self.effect is None and child.pos in VERBAL and finite_state(self.doc, self.rules, child.i) == "infinitive":
            if is_ranked(self.doc, self.rules, head):
                self._of_rank(head)
                return False
            above = next((t for t in self.doc.ancestors(head.i) if t.pos in VERBAL), None)
            if above is not None:
                outer = FROM_TENSE.get(self._clause_state(above))
                self.effect = "planned" if outer in {"held", "under_way", "present"} else outer
        return False

    def _of_changed_trip(self, child: Token, head: Token) -> bool:
        """ "called off his trip to attend the summit in Bali": what a trip that goes nowhere else is for stands as the trip."""
        verb = _change_of_trip(self.doc, self.rules, child, head)
        rule = governor_rule(self.doc, self.rules, verb.i) if verb is not None else None
        if self.effect is not None or verb is None or rule is None:
            return False
        state, negated = finite_state(self.doc, self.rules, verb.i), is_negated(self.doc, verb.i)
        self.effect = compose(None, rule, self._above(verb, state), negated)
        self._note(verb, rule.effect, state, change=True, negated=negated)
        return True

    def _of_rank(self, noun: Token) -> None:
        """ "is the first premier to visit": as the predicate has it; in an apposition the words leave the state open."""
        verb = self.doc.tokens[noun.head]
        if is_first_of(self.doc, self.rules, noun) or (noun.dep in SUBJECTS and verb.lemma == "be"):
            self.effect = FROM_TENSE.get(finite_state(self.doc, self.rules, verb.i))
            self.nodes.append(verb.i)

    def _adjunct(self, prep: Token, head: Token) -> bool:
        """``prep`` hangs the event on ``head``: "during a visit", "after talks", "ahead of the summit", "plans for a trip"."""
        doc, rules = self.doc, self.rules
        if head.pos in {"NOUN", "PROPN"}:
            if head.lemma in rules.attitudes:
                return self._attitude(prep, head)
            if head.lemma in rules.containers and prep.lower == "of":
                self.nodes.append(head.i)
                return True
            above = next((t for t in doc.ancestors(head.i) if t.pos in VERBAL), None)
            event = rules.nouns.get(doc.tokens[self.nodes[0]].lemma)
            if above is None and event is not None and event.kind == "visit" and prep.lower in {"on", "in"}:
                self.effect = self.effect or "under_way"  # "Leader X on visit to Y", a headline
                return False
            if above is None or prep.lower in {"of", "between", "with", "by", "to"}:
                return False
            head = above
        rule = governor_rule(doc, rules, head.i)
        governs = prep.lower in rules.words["governing"] or (head.pos == "ADJ" and prep.lower in rules.words["governing_of"])
        if rule is not None and governs:
            copula = doc.tokens[head.head] if head.pos == "ADJ" and head.dep == "acomp" else head
            state = finite_state(doc, rules, copula.i)
            negated = is_negated(doc, head.i) or is_negated(doc, copula.i)
            if negated and any(c.lemma in rules.undated for c in doc.children(head.i, *SUBJECTS, *OBJECTS)):
                return False
            if not rule.change or prep.lower in rules.words["changing"]:
                self.effect = compose(self.effect, rule, state, negated)
                self._note(head, rule.effect, state, change=rule.change, negated=negated)
                return True
        if head.pos not in VERBAL:
            return False
        if _change_of_trip(doc, rules, head, doc.tokens[head.head]) is not None:
            return False  # "cancelled a trip to speak at the summit": nothing is said of the summit
        if rule is not None and rule.change and any(c.lemma in rules.nouns for c in doc.children(head.i, "dobj")):
            return False  # "cancelled his attendance at the summit": parsed onto the verb, tells of the attendance
        if prep.lower == "for" and self.effect is None:
            # "preparations are under way for a visit": parsed onto the verb
            plan = next((c for c in doc.children(head.i, *SUBJECTS) if c.lemma in rules.attitudes), None)
            if plan is not None and not (is_negated(doc, head.i) and plan.lemma in rules.undated):
                return self._attitude(prep, plan)
        self._conditions(head)
        group = rules.adjuncts.get(prep.lower)
        if self.effect is not None or (prep.lower == "on" and head.lemma in rules.about):
            return False
        gerund = doc.tokens[self.nodes[0]].tag == "VBG"
        if group == "means":
            by_phone = doc.tokens[self.nodes[0]].lower in rules.words["phone"]
            group = "during" if (gerund and prep.dep == "prep") or by_phone else None
        state = self._clause_state(head)
        if prep.lower == "on" and state in {"past", "perfect"} and self._sets_out(head):
            self.effect = "under_way"  # "left yesterday on a visit to"
        elif (group == "during" and state in {"past", "pluperfect", "perfect", "past_progressive"}) or (
            group == "after" and (state in REALISED or prep.lower == "since")
        ):
            self.effect = "held"
        elif group == "before":
            is_verb = doc.tokens[self.nodes[0]].pos in VERBAL  # "met A before meeting B" tells of two that were
            self.effect = "held" if is_verb and state in REALISED else "planned"
        elif group in {"purpose", "during"} and state in {"future", "would"}:
            self.effect = "future"
        elif group == "during" and state in {"present", "progressive"}:
            attends = any(f.kind == "summit" and prep.lower in f.prepositions for f in rules.verbs.get(head.lemma, ()))
            self.effect = "present" if attends else "under_way"
            if attends:
                self.nodes.append(head.i)  # "participates in a working lunch with"
        elif state == "denied":
            return False
        elif group == "purpose" and head.lemma in rules.words["crediting"] and state in REALISED:
            self.effect = "held"  # "thanked X for hosting her"
        elif group == "purpose":
            leaves = any(f.aspect == "under_way" and f.agent == "traveller" for f in rules.verbs.get(head.lemma, ()))
            on_the_way = leaves and state in {"past", "perfect"} and doc.tokens[self.nodes[0]].lemma in rules.nouns
            visit = on_the_way and rules.nouns[doc.tokens[self.nodes[0]].lemma].kind == "visit"
            self.effect = "under_way" if visit else "planned" if on_the_way else "purpose"
        self.tense = tense_of(state)
        if group in {"purpose"}:
            self.nodes.append(head.i)
        return False

    def _sets_out(self, verb: Token) -> bool:
        """Whether the verb tells of somebody leaving or arriving and the event under it is a visit."""
        event = self.rules.nouns.get(self.doc.tokens[self.nodes[0]].lemma)
        frames = self.rules.verbs.get(verb.lemma, ())
        travels = any(f.aspect == "under_way" and f.agent == "traveller" and not f.particles for f in frames)
        return event is not None and event.kind == "visit" and travels

    def _clause_state(self, verb: Token) -> str:
        """The tense of the clause a phrase hangs on; an infinitive's is what its own governors make of it."""
        doc, rules = self.doc, self.rules
        state = finite_state(doc, rules, verb.i)
        if state not in {"infinitive", "gerund"}:
            return state
        effect = Chain(doc, rules, verb.i, own_effect(doc, rules, verb.i)).climb(verb.i).effect
        if effect in {"held", "under_way", "present"}:
            return "past"
        if effect in {"no_plan", "declined"}:
            return "denied"  # "decided not to travel there for talks"
        above = next((t for t in doc.ancestors(verb.i) if t.pos in VERBAL), None)
        outer = finite_state(doc, rules, above.i) if above is not None else "none"
        if effect in PLANS - {None, "agreed"}:
            # "sought to raise it in his meeting": where the wish is past, it does not say whether the meeting is.
            return "none" if effect == "wanted" and outer in {"past", "pluperfect"} else "future"
        return finite_state(doc, rules, above.i) if above is not None else state

    def _adverbial(self, child: Token, head: Token) -> bool:
        marks = {c.lower for c in self.doc.children(child.i, "mark", "advmod", "prep")}
        state = finite_state(self.doc, self.rules, child.i)
        self.is_subordinate = True
        if "when" in marks and state == "gerund":
            self.is_hypothetical = True  # "when visiting Kenya": anybody, any time
        if self.effect == "present" and marks & {"until", "before", "when", "once", "till", "after"}:
            self.effect = "planned"
        if self.effect is None and head.pos in VERBAL:
            if state == "infinitive" and self.doc.child(child.i, "mark") is None:
                outer = own_effect(self.doc, self.rules, head.i)
                self.effect = "planned" if outer in {"held", "under_way", "present"} else outer
            elif "after" in marks or (state == "participle"):
                self.effect = "held"
            elif "before" in marks:
                outer = own_effect(self.doc, self.rules, head.i)
                self.effect = outer if outer in {"held", "future"} else "planned"
            elif state == "gerund":
                self.effect = own_effect(self.doc, self.rules, head.i)
        return False

    def _attitude(self, child: Token, head: Token) -> bool:
        doc, rules = self.doc, self.rules
        group = rules.attitudes.get(head.lemma)
        if group is None:
            return self._purpose_of_noun(child, head)
        negated = is_negated(doc, head.i)
        if negated and head.lemma in rules.undated:
            return False
        if group == "reported":
            return True
        if group in {"postponed", "cancelled", "rescheduled", "confirmed"}:
            self.effect = group
            self.governors.append(Governor(head.i, group, "past", group != "confirmed", negated))
            self.change_nodes.append(head.i)
            return True
        if self.effect in {"postponed", "cancelled", "declined", "rescheduled"} and group != "reported":
            self.effect = _of_change(self.effect, group, negated=negated)
        elif group == "absent":
            if negated:
                return False  # "no lack of meetings"
            self.effect = "no_plan"
        elif negated and group in {"planned", "expected", "proposed", "announced"}:
            self.effect = "no_plan"
        elif group == "refused":
            self.effect = "declined"
        elif group == "announced":
            self.effect = self.effect or "planned"
        else:
            self.effect = {"planned": "planned", "proposed": "wanted", "expected": "expected"}[group]
            frame = rules.nouns.get(head.lemma)
            if frame is not None and frame.invitation:
                self.effect = "invited"
        self.governors.append(Governor(head.i, self.effect, "none", False, negated))
        self.nodes.append(head.i)
        return True


def _of_change(change: str, group: str, *, negated: bool) -> str:
    """ "the decision to cancel the visit" cancels; "the threat to cancel it" puts it in doubt; "the refusal" keeps it."""
    if negated or group in {"refused", "absent"}:
        return "confirmed"
    return "doubtful" if group in {"proposed", "expected"} else change


def _is_of_its_course(doc: Annotation, rules: EngagementRules, event: Token, verb: Token) -> bool:
    """Whether what is expected of an event is not that it takes place but what it will be like or do."""
    inner = doc.child(verb.i, "xcomp") if event.dep == "nsubjpass" and event.pos == "NOUN" else None
    return inner is not None and (inner.lemma == "be" or inner.lemma not in rules.support)


def _is_cut_passive(doc: Annotation, head: Token) -> bool:
    """ "Trip to Lisbon put on hold": a headline's passive without its auxiliary."""
    return head.tag in {"VBD", "VBN"} and doc.child(head.i, *OBJECTS, "aux", "ccomp", "xcomp") is None


def _is_passive_like(doc: Annotation, head: Token, child: Token) -> bool:
    """Whether the subject is what the governor speaks of: "the visit is planned", "the trip is unlikely"."""
    return child.dep == "nsubjpass" or head.tag in {"VBN", "JJ"} or head.pos == "ADJ"


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
