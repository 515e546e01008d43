"""One office in several states: "the presidents of Peru and Ecuador", "the Iranian and Saudi foreign ministers"."""

from __future__ import annotations

import msgspec

from legation.records import PersonMention
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.offices import is_leader_meant


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
        states = states_of(builder, mention)
        if len(states) < 2:
            continue
        members = tuple(holder_of(builder, mention, code) for code in states)
        if actor is None:
            builder.settle(number, builder.new(kind="group", is_plural=True, members=members))
        else:
            builder.change(actor, country=None, members=members)


def states_of(builder: CastBuilder, mention: PersonMention) -> tuple[str, ...]:
    """Country codes in the noun phrase: before its head as adjectives, behind it under "of" or "from"."""
    doc = builder.annotation
    first, _ = doc.subtree(mention.head)
    stretches = [(first, mention.head)]
    within = doc.tokens_in(mention.start, mention.end)
    if len(within) > 1 and within[0].i == mention.head:
        # "Zimbabwe, Zambia presidents": a headline, whose first state is taken for the head
        stretches = [(within[0].i, within[-1].i)]
    is_one = mention.office_class not in builder.offices.several_holders  # not "representatives from nine countries"
    for prep in doc.children(mention.head, "prep"):
        if prep.lower == "of" or (prep.lower == "from" and is_one):
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


def holder_of(builder: CastBuilder, mention: PersonMention, code: str) -> int:
    """The holder of the office in one state: the one the page names, else an unnamed one."""
    holders = [
        n
        for n, a in enumerate(builder.actors)
        if a.kind in ("person", "office") and not (a.is_former or a.is_plural) and a.country == code
    ]
    same = [n for n in holders if builder.actors[n].office_class == mention.office_class]
    if not same and mention.office_class == "leader":
        named = [n for n in holders if builder.actors[n].name]
        same = [n for n in named if is_leader_meant(builder, mention.office_class, builder.actors[n])]
        same = same if len(same) == 1 else []
    if same:
        return same[0]
    office = builder.offices.singular(mention.office) if mention.office else None
    return builder.new(kind="office", office=office, office_class=mention.office_class, country=code)
