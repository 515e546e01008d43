"""Whose an event noun is, and whom a clause on it has together."""

from __future__ import annotations

from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules


def possessors(doc: Annotation, i: int) -> list[int]:
    """Whose the noun at ``i`` is: of "King Bo and Queen Mo's trip" both, though the parser takes the trip for the second."""
    owners = [c.i for c in doc.children(i, "poss")]
    first = doc.tokens[doc.tokens[i].head]
    if not owners or doc.tokens[i].dep != "conj" or first.pos != "PROPN" or doc.tokens[owners[0]].pos != "PROPN":
        return owners
    between = [t.lower for t in doc.tokens[first.i + 1 : doc.subtree(owners[0])[0]]]
    return [first.i, *owners] if between == ["and"] else owners


def owner_before(doc: Annotation, i: int) -> list[int]:
    """ "discusses PM's upcoming visit": the parser may take "'s" for what is discussed, and leave the visit no owner."""
    first = min((c.i for c in doc.children(i, "amod", "compound", "nmod", "nummod")), default=i)
    stray = first >= 2 and doc.tokens[first - 1].tag == "POS" and doc.tokens[first - 1].dep != "case"
    return [first - 2] if stray else []


def assembled(doc: Annotation, rules: EngagementRules, clause: Token) -> list[int]:
    """ "Talks bringing together A and B", "that were to bring together A and B": those whom the clause of a noun has together."""
    verbs = [v for v in (clause, *doc.children(clause.i, "xcomp", "ccomp")) if v.lemma in rules.words["assembling"]]
    subject = doc.child(clause.i, "nsubj")
    is_its = subject is not None and subject.lower in rules.words["relatives"]
    return [
        c.i
        for v in verbs
        if is_its or v.tag == "VBG" or any(x.lower == "together" for x in doc.children(v.i))
        for c in doc.children(v.i, "dobj", "npadvmod", "oprd")
    ]
