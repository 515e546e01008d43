"""What the words tell of as a custom or as somebody's belief: no one event, or none that was."""

from __future__ import annotations

from legation.find.engagements._clauses import SUBJECTS, VERBAL, finite_state, is_passive
from legation.find.engagements._entities import is_time
from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules

BELIEVED = frozenset({"past", "past_progressive", "would", "progressive", "future"})
"""States of a clause that tells what somebody took to be so of himself."""


def is_customary(doc: Annotation, rules: EngagementRules, nodes: list[int]) -> bool:
    """ "usually visit", "visited whenever they", "used to meet", "for decades met", "every president travels": time and again."""
    words = rules.words
    for node in nodes:
        verb = doc.tokens[node]
        if verb.pos not in VERBAL:
            continue
        if any(c.lower in words["customary"] for c in doc.children(node, "advmod", "npadvmod", "advcl")):
            return True
        head = doc.tokens[verb.head]
        if verb.dep == "xcomp" and head.lemma in words["accustomed"] and finite_state(doc, rules, node) == "infinitive":
            return True
        clauses = [node, *(c.i for c in doc.children(node, "advcl"))]
        if any(c.lower in words["whenever"] for i in clauses for c in doc.children(i, "advmod", "mark")):
            return True
        if any(_is_every(doc, rules, c) for c in doc.children(node, *SUBJECTS)):
            return True
        if _is_at_all_times(doc, rules, verb) or _goes_on_since(doc, rules, verb) or _is_looked_after(doc, rules, verb):
            return True
    return False


def _is_looked_after(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "The peace talks are led by the co-chairs of the Minsk Group", "are being mediated by Norway": with no day, whose task a
    process of years is. "Talks are being led by the two ministers this week" are some of today's."""
    state = finite_state(doc, rules, verb.i)
    is_run = verb.lemma in rules.words["conducting"] and state in {"present", "progressive"} and is_passive(doc, verb.i)
    if not is_run or doc.child(verb.i, "agent") is None:
        return False
    below = doc.tokens[slice(*doc.subtree(verb.i))]
    return not any(is_time(doc, t) and t.lower not in rules.words["nowadays"] for t in below)


def _goes_on_since(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "Talks have been going on since the two were at school": for years, and no one of them is told."""
    lasts = verb.tag == "VBG" and any(c.lemma == "be" and c.tag == "VBN" for c in doc.children(verb.i, "aux"))
    clauses = (mark for clause in doc.children(verb.i, "advcl") for mark in doc.children(clause.i, "mark"))
    return lasts and any(mark.lower in rules.words["ever_since"] for mark in clauses)


def is_believed(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """ "believed he was coming to London for talks", "lured to Malta for a meeting", "under the impression that he would meet":
    what somebody was made to think of his own journey."""
    words = rules.words
    child = doc.tokens[i]
    for head in doc.ancestors(i):
        if head.lemma in words["luring"] and head.pos in VERBAL and child.dep != "conj" and child.lower not in words["temporal"]:
            return True
        if head.lemma in words["imagined"] and head.pos == "NOUN" and child.dep in {"acl", "ccomp", "prep", "relcl"}:
            return True
        if child.dep in {"ccomp", "acl"} and child.pos in VERBAL and _is_of_himself(doc, rules, child, head):
            return True
        child = head
    return False


def _is_of_himself(doc: Annotation, rules: EngagementRules, clause: Token, head: Token) -> bool:
    subject = doc.child(clause.i, *SUBJECTS)
    believer = doc.child(head.i, *SUBJECTS)
    if subject is None or believer is None or subject.lower not in rules.words["himself"] or believer.tag == "PRP$":
        return False
    state = finite_state(doc, rules, clause.i)
    if head.lemma in rules.words["believing"] and not is_passive(doc, head.i):
        past = finite_state(doc, rules, head.i) in {"past", "pluperfect"}
        return past and believer.lower not in rules.words["speaking_self"] and state in BELIEVED
    return is_passive(doc, head.i) and head.lemma in rules.words["promising"] and state == "past_progressive"


def _is_every(doc: Annotation, rules: EngagementRules, subject: Token) -> bool:
    """ "every new president", "most leaders", "any minister": whoever holds the office."""
    return any(c.lower in rules.words["every"] for c in doc.children(subject.i, "det", "amod"))


def _is_at_all_times(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """ "every year", "in most years", "for decades", "over the years"."""
    words = rules.words
    for child in doc.children(verb.i):
        phrases = [child] if child.dep in {"npadvmod", "tmod"} else list(doc.children(child.i, "pobj", "npadvmod"))
        if child.dep == "prep" and not phrases and child.i + 1 < len(doc.tokens):
            continue
        for unit in phrases:
            if unit.lemma not in words["units"]:
                continue
            if any(c.lower in words["every"] for c in doc.children(unit.i, "det", "amod")):
                return True
            is_long = unit.tag == "NNS" or unit.lemma in words["ages"]
            numbered = unit.lemma not in words["ages"] and doc.child(unit.i, "nummod") is not None
            if child.lower in words["throughout"] and unit.lemma in words["spans"] and is_long and not numbered:
                return True
    return False
