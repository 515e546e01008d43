"""Who comes while somebody receives him: "X received Y at the airport as he arrived on a visit" tells of Y's arrival."""

from __future__ import annotations

from msgspec.structs import replace

from legation.find.engagements._clauses import VERBAL
from legation.records import Annotation, Token
from legation.records.engagements import Argument, EngagementMention
from legation.rules.engagements import EngagementRules


def with_arrivals(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> EngagementMention:
    """The mention; a pronoun that is the subject of such a clause is whom the verb above it has as object."""
    if mention.kind != "visit" or not any(doc.tokens[a.head].tag == "PRP" for a in mention.arguments):
        return mention
    return replace(mention, arguments=tuple(_settled(doc, rules, a) for a in mention.arguments))


def _settled(doc: Annotation, rules: EngagementRules, argument: Argument) -> Argument:
    subject = doc.tokens[argument.head]
    clause = doc.tokens[subject.head]
    received = whom_received(doc, rules, clause) if subject.tag == "PRP" and subject.dep == "nsubj" else None
    return argument if received is None else replace(argument, head=received.i)


def whom_received(doc: Annotation, rules: EngagementRules, clause: Token) -> Token | None:
    """Whom somebody receives as a clause says: "received Y as he arrived", "welcomed Y when he landed"."""
    verb = doc.tokens[clause.head]
    is_while = any(c.lower in rules.words["while"] for c in doc.children(clause.i, "mark", "advmod"))
    if clause.dep != "advcl" or verb.pos not in VERBAL or not is_while or verb.lemma not in rules.words["receiving_guests"]:
        return None
    if doc.child(verb.i, "auxpass") is not None:
        return None
    return doc.child(verb.i, "dobj")
