"""The days of a gathering, told in its own clause, as those of whoever goes to it."""

from __future__ import annotations

from legation.records import Annotation, Token
from legation.records.engagements import EngagementMention
from legation.rules.engagements import EngagementRules

GONE_TO = frozenset({"visit", "summit", "ceremony"})
"""Kinds by which somebody goes to a gathering."""


def goers(doc: Annotation, rules: EngagementRules, mentions: tuple[EngagementMention, ...], clause: Token) -> list[int]:
    """ "Will travel to Lima for the forum, which takes place on June 3", "for the ceremony in which X takes office on August 7":
    the mentions of the gathering, or of going to it, that ``clause`` is about, where it says when that is."""
    noun = _gathering(doc, rules, clause)
    if noun is None or not (_is_held(doc, rules, clause) or _is_at_it(doc, rules, clause)):
        return []
    above: list[int] = []
    for token in doc.ancestors(noun.i):  # "take part in the forum", "go there in his place for the forum"
        above.append(token.i)
        if token.pos == "VERB" or (token.pos == "ADP" and rules.adjuncts.get(token.lower) in {"after", "before"}):
            break
    return [n for n, m in enumerate(mentions) if m.head == noun.i or (m.kind in GONE_TO and not _words(m).isdisjoint(above))]


def _gathering(doc: Annotation, rules: EngagementRules, clause: Token) -> Token | None:
    """The gathering that a clause tells of: the one that it hangs on, or that a "to be held" stands right behind."""
    noun = doc.tokens[clause.head]
    if clause.dep == "advcl":
        is_to_be = {c.lower for c in doc.children(clause.i, "aux", "auxpass")} >= {"to", "be"}
        noun = doc.tokens[max(doc.subtree(clause.i)[0] - 1, 0)]
        noun = doc.tokens[noun.i - 1] if noun.text == "," else noun
        return noun if is_to_be and _is_gathering(rules, noun) else None
    while noun.pos == "PROPN" and doc.tokens[noun.head].lower == "of":  # "the funeral of X, which is to be held on Friday"
        noun = doc.tokens[doc.tokens[noun.head].head]
    return noun if clause.dep == "relcl" and _is_gathering(rules, noun) else None


def _is_gathering(rules: EngagementRules, noun: Token) -> bool:
    return noun.lemma in rules.occasions or noun.lower in rules.occasions


def _words(mention: EngagementMention) -> set[int]:
    return {mention.head, *mention.nodes, *mention.change_nodes, *(g.token for g in mention.governors)}


def _is_held(doc: Annotation, rules: EngagementRules, clause: Token) -> bool:
    """Whether the clause says of the gathering that it is held, takes place, begins."""
    subject = doc.child(clause.i, "nsubj", "nsubjpass")
    if subject is not None and subject.lower not in rules.words["relatives"]:
        return False
    takes_place = any(c.lower == "place" for c in doc.children(clause.i, "dobj"))
    passive = clause.lemma in rules.support and doc.child(clause.i, "auxpass") is not None
    return takes_place or passive or clause.lemma in rules.begins | rules.words["runs"]


def _is_at_it(doc: Annotation, rules: EngagementRules, clause: Token) -> bool:
    """Whether the clause tells of what happens there: "at which", "where"."""
    at = (leaf.lower for prep in doc.children(clause.i, "prep") for leaf in doc.children(prep.i, "pobj"))
    where = (c.lower for c in doc.children(clause.i, "advmod"))
    return any(w in rules.words["relatives"] for w in at) or any(w in rules.words["relatives_of_place"] for w in where)
