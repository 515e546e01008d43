"""An office told of two states that the page has named before: "President A and President B will meet. The foreign ministers
of the two countries met on Sunday", "the two foreign ministers", "their foreign ministers" are not the presidents."""

from __future__ import annotations

from legation.records import PersonMention
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.plural import holder_of

REACH = 4
"""Sentences back to which "the two" may point."""


def resolve_offices_of_both(builder: CastBuilder) -> None:
    """A plural office without states of its own, told of two that were named, becomes a group of one holder each."""
    for number, mention in enumerate(builder.people):
        if number in builder.actor_of or mention.kind != "group" or not mention.office or not mention.office_class:
            continue
        if mention.office_class in builder.offices.several_holders:
            continue  # "officials of the two countries": nobody in particular
        if mention.owner is not None and mention.office_class == "leader":
            continue  # "Dutch and Belgian farmers and their leaders"
        states = _states_of(builder, number, mention)
        if len(states) == 2:
            members = tuple(dict.fromkeys(holder_of(builder, mention, code) for code in states))
            if len(members) == 2:
                builder.reasons.pop(number, None)
                builder.settle(number, builder.new(kind="group", is_plural=True, members=members))


def _states_of(builder: CastBuilder, number: int, mention: PersonMention) -> tuple[str, ...]:
    """The states of the two that its words point to: whose they are, "of the two countries", of the last two people."""
    doc = builder.annotation
    owners = [*([doc.tokens[mention.owner]] if mention.owner is not None else []), *doc.children(mention.head, "poss")]
    of = next((p for p in doc.children(mention.head, "prep") if p.lower == "of"), None)
    behind = doc.child(of.i, "pobj") if of is not None else None
    for token in [*owners, *([behind] if behind is not None else [])]:
        actor = builder.actor_at(token.i)
        if actor is not None and (states := builder.states_of(actor)):
            return states
    return _states_of_the_last_two(builder, number) if mention.clue == "pair_people" else ()


def _states_of_the_last_two(builder: CastBuilder, number: int) -> tuple[str, ...]:
    """The states told of last before a mention, their people's too, where these are two; none where a third comes in."""
    found: dict[str, None] = {}
    for before, actor in builder.settled_before(number):
        if builder.sentence(number) - builder.sentence(before) > REACH:
            break
        if builder.actors[actor].kind != "organisation":
            found.update(dict.fromkeys(builder.states_of(actor)))
    return tuple(found) if len(found) == 2 else ()
