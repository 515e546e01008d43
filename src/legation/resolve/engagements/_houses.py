"""Whose house a meeting is in ("at the Presidential Palace", "at State House, Mombasa"), where a gathering always sits."""

from __future__ import annotations

from collections.abc import Sequence

from legation.records import Annotation
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._lookup import Lookup, Party
from legation.rules.engagements import EngagementRules

ABROAD = frozenset({"ambassador", "envoy"})
"""Classes of office whose house stands in another state than their own."""

NEAR = 16
"""Words behind the verb or noun in which its place stands."""


def owner_of_house(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention, company: Sequence[Party]
) -> tuple[str | None, str | None]:
    """(country, place) of the house that a sitting is said to be in: that of the town beside it, of the state whose it is
    called, of the one office-holder in the company whose it is; where two could be, of the one at home. (None, None) where
    no word names a house or it may be anybody's."""
    named = [a.head for a in mention.arguments if a.role == "place" and a.strength]
    for head in named or _behind(doc, mention):
        for beside in doc.children(head, "appos", "npadvmod"):
            country, place, _ = lookup.country_here(beside.i)
            if country is not None:
                return country, place
        owner = _owner(lookup, doc, rules, head, company)
        if owner is not None:
            return owner, None
    return None, None


def _behind(doc: Annotation, mention: EngagementMention) -> tuple[int, ...]:
    """What stands under the next "at" behind the verb, before any other verb: "met with his counterpart at State House"."""
    last = doc.sentence_of(mention.head).last
    for token in doc.tokens[mention.head + 1 : min(last, mention.head + NEAR)]:
        if token.pos == "VERB" and token.dep != "amod" and token.i not in mention.nodes:
            return ()
        if token.lower == "at" and token.pos == "ADP":
            return tuple(leaf.i for leaf in doc.children(token.i, "pobj"))
    return ()


def seat_of_gathering(
    lookup: Lookup, doc: Annotation, mention: EngagementMention, occasion: str | None
) -> tuple[str | None, str | None]:
    """ "on the sidelines of the UN General Assembly": (country, place) where a gathering with a fixed seat is."""
    heads = [a.head for a in mention.arguments if a.role in {"place", "occasion", "goal"}]
    spans = [doc.subtree(head) for head in heads or _behind(doc, mention)]
    told = [doc.text[slice(*doc.span(first, last))] for first, last in spans]
    seats = (lookup.world.seat_of(words) for words in (occasion or "", *told))
    return next((seat for seat in seats if seat[0] is not None), (None, None))


def _owner(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, head: int, company: Sequence[Party]
) -> str | None:
    found = lookup.mention(head)
    house = lookup.actor(found.actor) if found is not None and found.actor is not None else None
    states = {s for p in company if (s := lookup.actor(p.actor).country)}
    if house is not None and house.kind == "organisation" and house.organisation not in lookup.world.bodies:
        if house.office_class in ABROAD:
            return None
        if house.country is not None:
            return house.country
        theirs = {
            lookup.actor(p.actor).country for p in company if lookup.actor(p.actor).office_class == house.office_class
        }
        if len(theirs) == 1:
            return theirs.pop()
    elif house is not None or doc.tokens[head].lemma not in rules.words["premises"]:
        return None
    at_home = lookup.scene.country if lookup.scene is not None else lookup.home
    return at_home if at_home in states else None
