"""What a clause behind "where" says of the day on which somebody is at a place."""

from __future__ import annotations

from legation.records import Annotation, Token
from legation.records.engagements import EngagementMention
from legation.rules.engagements import EngagementRules


def coming_there(doc: Annotation, rules: EngagementRules, mentions: tuple[EngagementMention, ...], clause: Token) -> list[int]:
    """ "Flies to Riga, where she is due on Friday", "where X is expecting her on Friday": the visits to where ``clause`` says
    that somebody comes."""
    due = rules.words["due_there"]
    words = [clause, *doc.children(clause.i, "acomp", "xcomp")]
    who = [t for t in doc.children(clause.i, "nsubj", "nsubjpass", "dobj") if _is_somebody(doc, t)]
    if not who or not _is_where(doc, rules, clause) or not any(t.lemma in due or t.lower in due for t in words):
        return []
    visits = ((n, m) for n, m in enumerate(mentions) if m.kind == "visit")
    return [n for n, m in visits if any(a.role == "goal" and a.head == clause.head for a in m.arguments)]


def happening_there(doc: Annotation, rules: EngagementRules, mentions: tuple[EngagementMention, ...], verb: Token) -> list[int]:
    """ "On March 2 it will be the turn of Cyprus, where she will meet X": what happens at the place whose day ``verb`` tells."""
    return [n for n, m in enumerate(mentions) if any(_is_under(doc, rules, doc.tokens[node], verb) for node in m.nodes)]


def _is_under(doc: Annotation, rules: EngagementRules, clause: Token, verb: Token) -> bool:
    """Whether ``clause`` is of a place that hangs on ``verb``, only nouns and prepositions between."""
    if not _is_where(doc, rules, clause):
        return False
    token = doc.tokens[clause.head]
    while token.pos in {"NOUN", "PROPN", "ADP"} and token.head != token.i:
        token = doc.tokens[token.head]
    return token.i == verb.i


def _is_somebody(doc: Annotation, token: Token) -> bool:
    """A person's name or a word for one: not "where an election is due"."""
    named = token.entity >= 0 and doc.entities[token.entity].label == "PERSON"
    return named or (token.tag == "PRP" and token.lower != "it")


def _is_where(doc: Annotation, rules: EngagementRules, clause: Token) -> bool:
    where = rules.words["relatives_of_place"]
    return clause.dep == "relcl" and any(c.lower in where for c in doc.children(clause.i, "advmod"))
