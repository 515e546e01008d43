"""Whose an office is that a sentence told from abroad names without a state: "In Nairobi he will call on the president"."""

from __future__ import annotations

from legation.resolve.people.cast import CastBuilder

OBJECTS = frozenset({"dobj", "pobj", "conj"})


def placed_country(builder: CastBuilder, number: int) -> str | None:
    """The state of the place that opens the sentence, for an office of a state that somebody does something with there; None
    where the words say whose it is."""
    doc, mention = builder.annotation, builder.people[number]
    is_bare = mention.is_definite and not (mention.country or mention.organisation or mention.owner or mention.is_former)
    if not is_bare or mention.office_class not in builder.offices.of_a_state or doc.tokens[mention.head].dep not in OBJECTS:
        return None
    opener = doc.tokens[doc.sentence_of(mention.head).first]
    if opener.lower != "in" or opener.dep != "prep":
        return None
    places = {p.country for p in builder.places for leaf in doc.children(opener.i, "pobj") if p.head == leaf.i}
    return next(iter(places)) if len(places) == 1 else None
