"""One office in several states: "the presidents of Peru and Ecuador", "the Iranian and Saudi foreign ministers"."""

from __future__ import annotations

import msgspec

from legation.records import PersonMention
from legation.resolve.people.cast import CastBuilder


def resolve_plural_offices(builder: CastBuilder) -> None:
    """A plural office with two or more states in its words becomes a group of one office-holder each."""
    for number, mention in enumerate(builder.people):
        if not mention.is_plural or mention.kind != "group":
            continue
        actor = builder.actor_of.get(number)
        if mention.office is None and mention.clue == "counterpart" and actor is not None:
            told = builder.actors[actor]  # "her Togolese and Beninese counterparts": her own office
            mention = msgspec.structs.replace(mention, office=told.office, office_class=told.office_class)
        elif mention.office is None:
            continue
        states = _states(builder, mention)
        if len(states) < 2:
            continue
        members = tuple(_member(builder, mention, code, number) for code in states)
        if actor is None:
            builder.settle(number, builder.new(kind="group", is_plural=True, members=members))
        else:
            builder.change(actor, country=None, members=members)


def _states(builder: CastBuilder, mention: PersonMention) -> tuple[str, ...]:
    """Country codes in the noun phrase: before its head as adjectives, behind it under "of"."""
    doc = builder.annotation
    first, _ = doc.subtree(mention.head)
    stretches = [(first, mention.head)]
    within = doc.tokens_in(mention.start, mention.end)
    if len(within) > 1 and within[0].i == mention.head:
        # "Zimbabwe, Zambia presidents": a headline, whose first state is taken for the head
        stretches = [(within[0].i, within[-1].i)]
    for prep in doc.children(mention.head, "prep"):
        if prep.lower == "of":
            stretches.append(doc.subtree(prep.i))
            break
    codes: dict[str, None] = {}
    for begin, end in stretches:
        if end <= begin or any(t.pos == "VERB" for t in doc.tokens[begin:end]):
            continue
        start, stop = doc.span(begin, end)
        for _, _, names in builder.world.phrases.find(doc.text[start:stop]):
            codes.update(dict.fromkeys(names[0].members))
            if names[0].country and names[0].kind in {"country", "adjective", "people"}:
                codes.setdefault(names[0].country)
    return tuple(codes)


def _member(builder: CastBuilder, mention: PersonMention, code: str, number: int) -> int:
    """The holder of the office in one state: the one the page names, else an unnamed one."""
    for known, actor in enumerate(builder.actors):
        is_holder = actor.kind in ("person", "office") and not actor.is_former and not actor.is_plural
        if is_holder and actor.country == code and actor.office_class == mention.office_class:
            return known
    office = builder.offices.singular(mention.office) if mention.office else None
    return builder.new(kind="office", office=office, office_class=mention.office_class, country=code)
