"""Several states and as many names, in one order: "the foreign ministers of Egypt and Sudan, X and Y", "X and Y, the presidents of
Peru and Ecuador"."""

from __future__ import annotations

from legation.records import PersonMention
from legation.resolve.people.bare import is_free
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.plural import states_of

BESIDE = frozenset({",", ":", "(", "-", "–", "—"})
"""What stands between the titles and the names."""


def resolve_respectively(builder: CastBuilder) -> None:
    """Give each of several names the office and the state that stand in its place in the list beside them."""
    for number, mention in enumerate(builder.people):
        if not mention.is_plural or mention.kind != "group" or not mention.office:
            continue
        states = states_of(builder, mention)
        if len(states) < 2:
            continue
        for names in (_behind(builder, number), _before(builder, number)):
            if len(names) == len(states):
                for name, state in zip(names, states, strict=True):
                    _give(builder, name, mention, state)
                break


def _behind(builder: CastBuilder, number: int) -> list[int]:
    """The list of names that opens right behind a mention and the states it counts."""
    text, end = builder.annotation.text, builder.people[number].end
    names: list[int] = []
    for n in range(number + 1, len(builder.people)):
        here = builder.people[n]
        if here.start < end:
            continue
        between = text[end : here.start].strip()
        if here.form == "name":
            if not (_joins(builder, between) if names else between in BESIDE):
                break
            names.append(n)
        elif names or here.kind != "country" or not _joins(builder, between):
            break
        end = here.end
    return names


def _before(builder: CastBuilder, number: int) -> list[int]:
    """The list of names that ends right before a mention."""
    text, start = builder.annotation.text, builder.people[number].start
    names: list[int] = []
    for n in range(number - 1, -1, -1):
        here = builder.people[n]
        between = text[here.end : start].strip()
        if here.form != "name" or not (_joins(builder, between) if names else between in BESIDE):
            break
        names.insert(0, n)
        start = here.start
    return names


def _joins(builder: CastBuilder, between: str) -> bool:
    return between.lower() in builder.offices.words.links.counting


def _give(builder: CastBuilder, number: int, told: PersonMention, state: str) -> None:
    name = builder.people[number]
    if name.office or name.country:
        return
    actor = builder.actor_of.get(number)
    if actor is None:
        actor = builder.new(kind="person", name=name.name)
        builder.settle(number, actor)
    known = builder.actors[actor]
    office = builder.offices.singular(told.office or "")
    if not known.country and not known.organisation and is_free(builder, actor, state):
        builder.change(actor, country=state, office=known.office or office, office_class=known.office_class or told.office_class)
