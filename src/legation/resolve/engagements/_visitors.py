"""Who "the guest", "the visitor" and "his host" are: the traveller, or whoever receives, of whom the page has told before."""

from __future__ import annotations

from collections.abc import Iterable

from legation.records import Annotation
from legation.records.engagements import EngagementMention
from legation.rules.engagements import EngagementRules

FAR = 8
"""Sentences back, at most, to whoever is meant."""


def heads_of_guests(
    doc: Annotation, rules: EngagementRules, mentions: Iterable[EngagementMention], token: int
) -> tuple[int, ...]:
    """The words before ``token`` for those who can be meant by the guest or host that stands there, the nearest last; none
    where no such word does, or not one that points back ("a guest", "hotel guests")."""
    here = doc.tokens[token]
    if here.tag not in {"NN", "NNP"} or not doc.child(token, "det", "poss"):
        return ()
    if any(c.lower not in rules.words["definite"] for c in doc.children(token, "det")):
        return ()
    if doc.child(token, "compound") is not None:
        return ()  # "the hotel guest"
    if here.lower in rules.words["guests"]:
        roles = {"traveller"}
    elif here.lower in rules.words["hosts"]:
        roles = {"host"}
    else:
        return ()
    found = []
    for mention in mentions:
        if not 0 <= here.sentence - mention.sentence <= FAR:
            continue
        theirs = roles | ({"subject"} if roles == {"traveller"} and mention.kind == "visit" else set())
        found += [a.head for a in mention.arguments if a.role in theirs and a.head < token]
    return tuple(sorted(set(found)))
