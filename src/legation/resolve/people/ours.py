"""Whose "the Prime Minister" is, on a page that names several: its own state's, or whom it has called so all along."""

from __future__ import annotations

from legation.records import PersonMention
from legation.resolve.people.cast import CastBuilder


def own_holder(builder: CastBuilder, number: int, candidates: list[int]) -> int | None:
    """The one that a bare title of one holder a state ("the Prime Minister") means though others stand nearer.

    Of several who come near (``candidates``) he who holds it at the page's home, else the one whom the page has called so
    before; None where that leaves nothing to choose.
    """
    mention = builder.people[number]
    if not candidates or mention.office_class in builder.offices.several_holders or not _is_bare(mention):
        return None
    said = builder.annotation.text[mention.start : mention.end].lower().split()
    words = set(said) - {"the"}  # "the incoming president" is not President X
    people = [
        a
        for a, told in enumerate(builder.actors)
        if told.kind == "person" and told.office_class == mention.office_class and not (told.is_former or told.organisation)
        and words <= set((told.office or "").lower().split())
    ]  # fmt: skip
    holders = [a for a in people if any(n < number for n in builder.mentions_of(a))]
    if not holders and builder.sentence(number) == 0:
        return _of_lead(builder, people)
    at_home = [a for a in holders if builder.home is not None and builder.actors[a].country == builder.home]
    if len(candidates) < 2:
        return None
    if len(at_home) == 1:
        return at_home[0]
    called_so = {a for n, a in builder.settled_before(number) if a in holders and _is_same_title(builder.people[n], mention)}
    return called_so.pop() if len(called_so) == 1 else None


def _of_lead(builder: CastBuilder, people: list[int]) -> int | None:
    """ "Prime Minister to visit Italy" over "Prime Minister X will leave on Monday for talks with Prime Minister Y": whom the page
    names first, where a sentence is about him."""
    named = sorted((n, a) for a in people for n in builder.mentions_of(a)[:1] if builder.people[n].name)
    tokens = builder.annotation.tokens
    is_subject = bool(named) and tokens[builder.people[named[0][0]].head].dep in ("nsubj", "nsubjpass")
    return named[0][1] if is_subject else None


def _is_bare(mention: PersonMention) -> bool:
    """ "the Prime Minister", with nothing that says whose."""
    says_whose = mention.country or mention.owner is not None or mention.organisation or mention.is_elsewhere
    return mention.kind == "office" and mention.is_definite and not (mention.name or says_whose or mention.is_former)


def _is_same_title(before: PersonMention, mention: PersonMention) -> bool:
    return _is_bare(before) and before.office_class == mention.office_class
