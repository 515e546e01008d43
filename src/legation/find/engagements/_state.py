"""What the words around an event say of its state: governors are climbed one by one and folded from the inside out."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from msgspec.structs import replace

from legation.find.engagements._adjuncts import adjunct, adverbial, of_changed_trip
from legation.find.engagements._attitudes import attitude, purpose_of_noun
from legation.find.engagements._chain import Chain
from legation.find.engagements._clauses import (
    LISTING,
    OBJECTS,
    VERBAL,
    counted_by,
    finite_state,
    infinitive_before,
)
from legation.find.engagements._effects import PLANS, compose, governor_rule, own_effect, phrased
from legation.find.engagements._governing import govern
from legation.find.engagements._untrue import folds_as_untrue, is_tale
from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules


def climb(chain: Chain, i: int) -> Chain:
    """Walks from token ``i`` to the sentence's root, folding what each governor says."""
    doc = chain.doc
    seen = {i}
    child = doc.tokens[i]
    while child.head not in seen:
        chain.note_conditions(child)
        head = phrased(doc, chain.rules, doc.tokens[child.head])
        if child.dep == "prep" and head.pos == "ADV" and head.lower not in chain.rules.adjuncts:
            head = doc.tokens[head.head]  # "stays away from": parsed onto the adverb
        seen.add(head.i)
        if not _step(chain, child, head):
            break
        child = head
    chain.note_conditions(child)
    return chain


def _step(chain: Chain, child: Token, head: Token) -> bool:
    """Folds ``head`` over what stands; False ends the climb."""
    doc, rules, state_of = chain.doc, chain.rules, partial(_clause_state, chain.doc, chain.rules)
    if _is_parted(chain, child, head):
        return False
    if _is_rejected(chain, child):
        stays = head.lemma in rules.words["staying"] or chain.doc.tokens[head.head].lemma in rules.words["staying"]
        # "is staying at home rather than flying there"
        given_up = "cancelled" if stays and child.lemma not in rules.words["attending"] else "no_plan"
        chain.effect = given_up if chain.effect in PLANS | {"held"} else chain.effect
        return False
    if child.dep == "conj" and (first := infinitive_before(chain.doc, child.i)) is not None:
        chain.effect = None if chain.effect == "present" else chain.effect
        return govern(chain, first, head)
    if child.dep == "conj" and child.pos == "NOUN" and head.pos in VERBAL and doc.child(head.i, "dobj") is not None:
        return govern(chain, replace(child, dep="dobj"), head)  # "cancelled a trip and talks": parsed beside the verb
    if child.dep == "conj" or head.lower == LISTING:
        return True
    if folds_as_untrue(chain, child, head):
        return False
    if of_changed_trip(chain, child, head):
        return False
    if child.lower == LISTING:
        return head.pos in {"NOUN", "PROPN"}  # "proposed closer ties, including a visit"
    if head.lower in rules.adjuncts and head.pos == "VERB" and child.dep in {*OBJECTS, "pobj"}:
        # "came following a meeting", "following talks": a preposition that is tagged a verb
        return head.dep == "prep" or chain.doc.child(child.i, "det", "poss") is not None
    if child.lower in rules.adjuncts and (
        (child.pos == "VERB" and child.dep in {"prep", "advcl"}) or (child.pos == "ADV" and child.dep == "advmod")
    ):
        return adjunct(chain, child, head, state_of)
    if head.lower in rules.adjuncts and head.pos == "ADV" and child.dep == "prep":
        return True  # "ahead of", "prior to": an adverb to the parser, with a preposition of its own
    is_phrase = child.dep in {"prep", "agent"} or (child.dep == "advcl" and child.pos == "ADP")  # "while on a visit"
    if head.pos == "ADP" or is_phrase:
        if head.pos != "ADP":
            return adjunct(chain, child, head, state_of)
        return True
    if child.dep in {"relcl", "acl"} and is_tale(chain, child, head):
        return True
    if child.dep in {"relcl"}:
        chain.is_subordinate = True
        if head.lemma in rules.nouns and child.lemma in rules.words["including"]:
            chain.effect = (
                None  # "the trip, which included a stop in Riyadh, was put off": the stop stands as the trip does
            )
            return True
        if head.lemma in rules.attitudes and finite_state(chain.doc, rules, child.i) == "infinitive":
            return attitude(chain, child, head, state_of)  # "sees no reason to call it off"
        return purpose_of_noun(chain, child, head, state_of)
    counting = counted_by(chain.doc, rules, head) if child.dep == "acl" and child.tag == "VBG" else None
    if counting is not None:
        outer = own_effect(chain.doc, rules, counting.i)
        chain.effect = chain.effect or ("under_way" if outer == "present" else outer)
        chain.nodes.append(counting.i)
        return False
    if child.dep in {"acl"} or (child.dep in {"compound", "nmod", "amod"} and head.pos == "NOUN"):
        return attitude(chain, child, head, state_of)
    if child.dep in {"advcl"}:
        between = chain.doc.tokens[head.i + 1 : child.i]
        behind = child.i > head.i and all(t.dep == "prt" for t in between)
        if child.tag == "VBG" and behind and governor_rule(chain.doc, rules, head.i):
            return govern(chain, child, head)  # "ruled out attending the summit"
        return adverbial(chain, child, head)
    if child.dep == "appos":
        return False
    if head.pos in VERBAL or head.lemma in rules.governors:
        return govern(chain, child, head)
    if head.pos in {"NOUN", "PROPN"} and head.lemma in rules.attitudes:
        return attitude(chain, child, head, state_of)
    return head.pos == "ADP"


def _is_parted(chain: Chain, child: Token, head: Token) -> bool:
    """ "Minister calls on President X; ways to strengthen ties discussed": a semicolon parts two sentences, whatever was parsed."""
    return child.dep == "ccomp" and any(t.text == ";" for t in chain.doc.tokens[child.i : head.i])


def _is_rejected(chain: Chain, verb: Token) -> bool:
    """ "stayed at home instead of attending", "will stay rather than travel": what is not done."""
    if verb.pos not in VERBAL or verb.dep not in {"pcomp", "conj", "advcl"}:
        return False
    before = chain.doc.tokens[max(verb.i - 3, 0) : verb.i]
    pairs = (f"{one.lower} {other.lower}" for one, other in pairwise(before))
    return any(pair in chain.rules.words["rejecting"] for pair in pairs)


def _clause_state(doc: Annotation, rules: EngagementRules, verb: Token) -> str:
    """The tense of the clause a phrase hangs on; an infinitive's is what its own governors make of it."""
    state = finite_state(doc, rules, verb.i)
    if state not in {"infinitive", "gerund"}:
        return state
    effect = climb(Chain(doc, rules, verb.i, own_effect(doc, rules, verb.i)), verb.i).effect
    if effect in {"held", "under_way", "present"}:
        return "past"
    above = next((t for t in doc.ancestors(verb.i) if t.pos in VERBAL), None)
    outer = finite_state(doc, rules, above.i) if above is not None else "none"
    if effect in {"no_plan", "declined"}:
        # "refused to comment after talks", but "decided not to travel there for talks"
        return outer if verb.lemma in rules.words["words_refused"] else "denied"
    if effect in PLANS - {None, "agreed"}:
        # "sought to raise it in his meeting": where the wish is past, it does not say whether the meeting is.
        return "none" if effect == "wanted" and outer in {"past", "pluperfect"} else "future"
    return finite_state(doc, rules, above.i) if above is not None else state


def headline(chain: Chain, i: int) -> None:
    """ "Premier postpones visit", "Premier delays Oslo trip": a verb that the parser takes for a part of the name of what is at
    ``i``, with whoever does it before."""
    doc = chain.doc
    at = i - 1
    while at > i - 3 and at > 0 and doc.tokens[at].pos == "PROPN" and doc.tokens[at].tag != "NNPS":
        at -= 1  # where the trip goes
    verb = doc.tokens[at]
    who = doc.tokens[at - 1] if at > 0 else verb
    named = who.i != at and who.pos in {"NOUN", "PROPN"} and who.tag not in {"NNS", "NNPS"} and who.sentence == verb.sentence
    is_part = verb.tag in {"NNS", "VBZ"} and verb.dep in {"compound", "nmod", "nsubj"}
    if not is_part or not named or verb.lemma in chain.rules.nouns:
        return
    rule = governor_rule(doc, chain.rules, verb.i)
    if rule is not None:
        chain.effect = compose(chain.effect, rule, "present", False)
        chain.note(verb, rule.effect, "present", change=rule.change, negated=False)


def changed_in_headline(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "Premier scraps visit to Oslo": the visit, taken for the verb of what is taken for a plural."""
    if token.pos != "VERB" or token.tag not in {"VB", "VBP"} or token.lower not in rules.nouns or token.i == 0:
        return False
    before = doc.tokens[token.i - 1]
    rule = governor_rule(doc, rules, before.i) if before.tag == "NNS" and before.head == token.i else None
    return rule is not None and rule.change and before.lemma not in rules.nouns
