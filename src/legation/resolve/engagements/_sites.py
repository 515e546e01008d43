"""Where a visit goes whose goal is a house, an airport or "the country": to the state spoken of, or the page's own."""

from __future__ import annotations

from collections.abc import Sequence

from legation.records import Annotation
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._lookup import Lookup, Party
from legation.resolve.engagements._parties import parties_at
from legation.rules.engagements import EngagementRules


def land_of_site(
    lookup: Lookup,
    doc: Annotation,
    rules: EngagementRules,
    mention: EngagementMention,
    travellers: Sequence[Party],
    hosts: Sequence[Party] = (),
) -> str | None:
    """The state of the site that a visit goes to, other than the travellers' own; None where no word names a site, where
    whose they are is not known, or where two states could be meant.

    A house or airport is of the state in its name, of the one whose people are in its sentence, else of the state the page
    is told from; "the country", "the island" is that of whoever invites, the one named last beside it, else the page's own;
    "his country" that of whoever invites, else of him."""
    theirs = {lookup.state(p.actor) for p in travellers}
    people = any(lookup.actor(p.actor).kind in {"person", "office", "group"} for p in travellers)
    if None in theirs or not people:
        return None
    for argument in mention.arguments:
        if argument.role not in {"goal", "place"}:
            continue
        inviting = {lookup.actor(p.actor).country for p in hosts} - {None}
        if _is_land(lookup, doc, rules, argument.head):
            country = next(iter(inviting)) if len(inviting) == 1 else _named_beside(lookup, doc, mention, theirs)
            country = country or lookup.own_land
        elif (owner := _owner_of_land(doc, rules, argument.head)) is not None:
            whose = inviting or {lookup.state(p.actor) for p in parties_at(lookup, owner)}
            country = next(iter(whose)) if len(whose) == 1 else None
        elif _is_house(doc, rules, argument.head):
            country = _of_house(lookup, doc, mention, argument.head, theirs)
        else:
            continue
        return country if country not in theirs else None
    return None


def _is_land(lookup: Lookup, doc: Annotation, rules: EngagementRules, head: int) -> bool:
    """Whether a state is meant that no word beside names: "the country", "this island", "the Himalayan kingdom"."""
    here = doc.tokens[head]
    if here.lower not in rules.words["lands"] or doc.child(head, "poss", "relcl", "prep"):
        return False
    modifiers = tuple(doc.children(head, "amod", "compound", "nmod"))
    apart = rules.words["lands_apart"] | rules.words["ordinals"]
    if any(m.lower in apart or lookup.mention(m.i) or lookup.place(m.i) for m in modifiers):
        return False
    return any(c.lower in {"the", "this"} for c in doc.children(head, "det"))


def _owner_of_land(doc: Annotation, rules: EngagementRules, head: int) -> int | None:
    """The "his" of "his country", "her second country"."""
    owner = doc.child(head, "poss") if doc.tokens[head].lower in rules.words["lands"] else None
    return owner.i if owner is not None and owner.tag == "PRP$" else None


def _is_house(doc: Annotation, rules: EngagementRules, head: int) -> bool:
    """Whether a house or airport stands at ``head``: "the residence", "her office", but not "while he was in office"."""
    here = doc.tokens[head]
    bare = here.tag == "NN" and doc.child(head, "det", "poss", "compound", "amod", "nmod") is None
    return here.lower in rules.words["premises"] | rules.words["airports"] and here.dep == "pobj" and not bare


def _named_beside(lookup: Lookup, doc: Annotation, mention: EngagementMention, theirs: set[str | None]) -> str | None:
    """The state of the last place named before, in the sentence or the one before it; else the only other state that the
    one or the other names, as such or by its people."""
    here = doc.tokens[mention.head]
    near = [
        p.country
        for p in lookup.cast.places
        if p.country not in theirs and p.start < here.start and here.sentence - doc.tokens[p.head].sentence <= 1
    ]
    if near:
        return near[-1]
    for sentence in (here.sentence, here.sentence - 1):
        named = _spoken_of(lookup, doc, sentence) - theirs
        named = {c for c in named if c in lookup.world.countries}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _of_house(
    lookup: Lookup, doc: Annotation, mention: EngagementMention, head: int, theirs: set[str | None]
) -> str | None:
    first, last = doc.subtree(head)
    within = {lookup.country_here(i)[0] for i in range(first, last)} - {None}
    if within:
        return within.pop() if len(within) == 1 else None
    spoken_of = _spoken_of(lookup, doc, mention.sentence) - theirs
    if spoken_of:
        return spoken_of.pop() if len(spoken_of) == 1 else None
    if lookup.scene is not None:
        return lookup.scene.country
    return lookup.home if lookup.home in _spoken_of(lookup, doc, mention.sentence + 1) else None


def _spoken_of(lookup: Lookup, doc: Annotation, sentence: int) -> set[str | None]:
    """The states that a sentence names, as such, as places or by their people; the dateline does not count."""
    named = {
        lookup.actor(m.actor).country
        for m in lookup.cast.mentions
        if m.actor is not None and doc.tokens[m.head].sentence == sentence
    }
    places = (p for p in lookup.cast.places if p is not lookup.scene)
    return (named | {p.country for p in places if doc.tokens[p.head].sentence == sentence}) - {None}
