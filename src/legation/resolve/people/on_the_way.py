"""Whom "he" means in what is told of a journey: "the announcement followed the trip of Minister X to Lima, during which he met Y".

Whoever made the journey is meant, and not the subject of the sentence before, however prominent he is.
"""

from __future__ import annotations

from legation.records import Token
from legation.resolve.people.cast import CastBuilder

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def whose_journey(builder: CastBuilder, number: int) -> int | None:
    """The traveller of the journey that the pronoun's clause hangs on, where the words say whose it was."""
    doc, words = builder.annotation, builder.offices.words.scenes
    pronoun = doc.tokens[builder.people[number].head]
    clause = doc.tokens[pronoun.head]
    if pronoun.dep not in SUBJECTS or clause.dep not in ("relcl", "advcl") or not _leads_back(builder, clause, pronoun):
        return None
    opens = doc.subtree(clause.i)[0]
    for before in reversed(doc.tokens[doc.sentence_of(clause.i).first : opens]):  # the parser hangs it anywhere
        if before.pos in ("VERB", "AUX"):
            return None
        if before.pos == "NOUN" and before.lemma in words.journeys:
            return _owner(builder, before, pronoun)
    return None


def _leads_back(builder: CastBuilder, clause: Token, pronoun: Token) -> bool:
    """Whether the clause opens with "during which", "when" or "where"."""
    tokens = builder.annotation.tokens
    first = builder.annotation.subtree(clause.i)[0]
    return any(t.lower in builder.offices.words.scenes.leading_back for t in tokens[first : pronoun.i])


def _owner(builder: CastBuilder, journey: Token, pronoun: Token) -> int | None:
    """Who went: "X's trip", "the trip of X", "a trip to Lima by X"."""
    doc = builder.annotation
    owners = [*doc.children(journey.i, "poss")]
    links = [journey]
    for link in links:  # "the trip to Lima of Minister X": parsed onto the town
        for prep in doc.children(link.i, "prep"):
            inside = list(doc.children(prep.i, "pobj"))
            owners += inside if prep.lower in ("of", "by") else []
            links += inside if prep.lower not in ("of", "by") and len(links) < 4 else []
    for owner in owners:
        mention = builder.mention_at(owner.i)
        actor = builder.actor_of.get(mention) if mention is not None and owner.i < pronoun.i else None
        if actor is not None and builder.actors[actor].kind in ("person", "office"):
            return actor
    return None
