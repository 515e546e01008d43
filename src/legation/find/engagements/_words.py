"""Mentions without a frame of their own: "visiting", "in Rome for talks", words that stand for an engagement told before."""

from __future__ import annotations

from collections.abc import Sequence

from legation.find.engagements._build import mention_of
from legation.find.engagements._chain import Chain
from legation.find.engagements._clauses import (
    VERBAL,
    prepositional,
    subjects,
)
from legation.find.engagements._effects import own_effect
from legation.find.engagements._entities import is_time
from legation.find.engagements._modified import adjective_effect
from legation.find.engagements._nouns import predicate
from legation.find.engagements._state import climb
from legation.records import Annotation, Token
from legation.records.engagements import Argument, EngagementMention
from legation.rules.engagements import EngagementRules


def modifies_official(doc: Annotation, token: Token) -> bool:
    """Whether a "visiting" that was parsed as a verb stands before its person: "met visiting Prime Minister X"."""
    before = doc.tokens[token.i - 1] if token.i else None
    if before is None or before.pos not in {"VERB", "ADP", "DET"} or before.sentence != token.sentence:
        return False
    bare = before.tag in {"IN", "DT"} or before.i == token.head
    target = doc.child(token.i, "dobj")
    return bare and target is not None and target.pos == "PROPN" and target.i - token.i >= 2


def opening_visitor(doc: Annotation, token: Token) -> Token | None:
    """The person of a sentence that opens "Visiting Minister X met Y", parsed as a clause whose object or neighbour he is."""
    if doc.sentence_of(token.i).first == token.i and token.dep == "ROOT":
        # "Visiting Samoan Speaker of Parliament", cut off by a new line: all there is.
        target = doc.child(token.i, "dobj")
        return target if target is not None and target.pos == "PROPN" and target.i - token.i >= 2 else None
    if doc.sentence_of(token.i).first != token.i or token.dep not in {"csubj", "advcl"}:
        return None
    verb = doc.tokens[token.head]
    target = doc.child(token.i, "dobj") if token.dep == "csubj" else doc.child(verb.i, "nsubj")
    if target is None or target.pos != "PROPN" or target.i - token.i < 2 or doc.subtree(target.i)[0] != token.i + 1:
        return None
    return target if target.i < verb.i else None


def stands_for_engagement(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "the one scheduled for February": a definite "one" with a plan or date of its own."""
    has_the = any(c.lower in rules.words["pointing_back"] for c in doc.children(token.i, "det"))
    return has_the and any(c.dep in {"acl", "prep", "relcl"} for c in doc.children(token.i))


def takes_place(doc: Annotation, token: Token) -> bool:
    """ "They will take place in San José", "it was held on Friday": only an event takes place."""
    head = doc.tokens[token.head]
    if token.dep == "nsubj" and head.lemma == "take":
        return any(c.lower == "place" for c in doc.children(head.i, "dobj"))
    return token.dep == "nsubjpass" and head.lemma == "hold"


def is_empty_it(doc: Annotation, token: Token) -> bool:
    """ "It is unclear whether", "it is likely that": the clause behind is what is said of."""
    head = doc.tokens[token.head]
    inside = [head, *doc.children(head.i, "acomp", "attr")]
    clauses = [c for t in inside for c in doc.children(t.i, "ccomp", "xcomp", "advcl", "csubj") if c.i > head.i]
    return token.dep == "nsubj" and head.lemma == "be" and any(doc.child(c.i, "mark", "aux") is not None for c in clauses)


def anaphor(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention:
    adjective, nodes, _ = adjective_effect(doc, rules, token.i)
    chain = climb(Chain(doc, rules, token.i, adjective), token.i)
    chain.effect = predicate(doc, rules, token, chain.effect)
    places = tuple(
        Argument("place", leaf.i, 1)
        for node in chain.nodes[1:]
        for word, leaf in prepositional(doc, node)
        if word in {"in", "at"} and leaf.pos == "PROPN"
    )
    return mention_of(
        doc, rules, chain, token, "anaphor", "other", places, tense=chain.tense, plan_nodes=nodes, phone=False
    )


def present_for(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """ "Prime Minister X, in Rome for talks, said": somebody is where he has come for an engagement, with no verb."""
    place = next((c for c in doc.children(token.i, "pobj") if c.pos == "PROPN"), None)
    if place is None or place.i - token.i > 4 or token.i == 0 or is_time(doc, place):
        return None
    behind = doc.tokens[place.i + 1 : min(doc.sentence_of(token.i).last, place.i + 9)]
    before = doc.tokens[token.i - 1]
    if not behind or not (_is_there_for(rules, behind) or before.lower == "while"):
        return None
    if before.text == "," and token.i > 1:
        before = doc.tokens[token.i - 2]
    if before.lower in rules.words["own_places"]:
        return None  # "stopped by his headquarters in Manchester to give a talk"
    effect = "under_way"
    if before.lower == "while":
        above = next((t for t in doc.ancestors(token.i) if t.pos in VERBAL), None)
        taken = tuple(c.i for c in doc.children(above.i, "nsubjpass")) if above is not None else ()
        who = taken or (subjects(doc, rules, above.i) if above is not None else ())
        if above is not None and own_effect(doc, rules, above.i) == "future":
            effect = "future"  # "will meet X while in Rome"
    else:
        is_aside = doc.tokens[token.i - 1].text == ","
        is_free = is_aside or not _is_met(doc, rules, before)
        who = (before.i,) if before.pos in {"PROPN", "NOUN"} and before.sentence == token.sentence and is_free else ()
    if not who:
        return None
    return EngagementMention(
        start=token.start, end=token.end, head=token.i, form="verb", kind="visit",
        arguments=(*(Argument("traveller", i) for i in who), Argument("goal", place.i)), effect=effect,
        tense="present", nodes=(token.i,), sentence=token.sentence, needs_official=True,
    )  # fmt: skip


def _is_met(doc: Annotation, rules: EngagementRules, who: Token) -> bool:
    """Whether somebody is whom others meet: in "sat down with officials in Rome to sign a text" the place is the meeting's."""
    above = doc.tokens[who.head]
    event = doc.tokens[above.head] if who.dep == "pobj" and above.pos == "ADP" else above
    kinds = {frame.kind for frame in rules.verbs.get(event.lemma, ())}
    kinds |= {rules.nouns[event.lemma].kind} if event.lemma in rules.nouns else set()
    return who.dep in {"dobj", "pobj"} and bool(kinds) and "visit" not in kinds


def off_to(doc: Annotation, rules: EngagementRules, token: Token) -> EngagementMention | None:
    """ "Premier off to Rome for talks", "the king is off to Rome": who sets out, with no verb of going."""
    head = doc.tokens[token.head]
    behind = [leaf for i in (token.i, head.i) for c in doc.children(i, "prep") if c.i == token.i + 1 and c.lower in {"to", "for"}
              for leaf in doc.children(c.i, "pobj")]  # fmt: skip
    place = next((leaf for leaf in behind if leaf.pos == "PROPN"), None)
    if place is None or not (head.lemma == "be" or (head.dep == "ROOT" and head.i == token.i - 1)):
        return None
    who = subjects(doc, rules, head.i) if head.lemma == "be" else (head.i,)
    if not who:
        return None
    return EngagementMention(
        start=token.start, end=token.end, head=token.i, form="verb", kind="visit",
        arguments=(*(Argument("traveller", i) for i in who), Argument("goal", place.i)), effect="under_way",
        tense="present", nodes=(token.i,), sentence=token.sentence, needs_official=True,
    )  # fmt: skip


def _is_there_for(rules: EngagementRules, behind: Sequence[Token]) -> bool:
    """ "for talks", "to sign a treaty", "as part of a tour": what somebody is in a place for."""
    if behind[0].lower == "to":
        return behind[1:2] != () and behind[1].tag == "VB"
    is_part = behind[0].lower in rules.words["contained"] and behind[1:2] != () and behind[1].lemma in rules.containers
    return (behind[0].lower == "for" or is_part) and any(t.lemma in rules.nouns and t.pos == "NOUN" for t in behind)


def visiting(token: Token, head: Token) -> EngagementMention:
    return EngagementMention(
        start=token.start, end=token.end, head=token.i, form="visiting", kind="visit",
        arguments=(Argument("traveller", head.i),), effect="under_way", tense="present", nodes=(token.i,),
        sentence=token.sentence,
    )  # fmt: skip
