"""What a page itself says of who holds which office: the raw material of the who's who."""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.records import Cast, OfficeStanding, OfficeTold, PersonMention
from legation.rules.names import name_words
from legation.rules.office_claims import OfficeClaimRules

_WORD = re.compile(r"[^\W\d_]+")


def offices_told(
    people: tuple[PersonMention, ...], cast: Cast, text: str, rules: OfficeClaimRules
) -> tuple[OfficeTold, ...]:
    """Every full name that stands with its office and its country or body in one expression, once each, in text order.

    Nothing is completed: what the who's who, another sentence or the page's home add makes no claim.
    """
    persons = {(m.start, m.end) for m in cast.mentions if m.actor is not None and cast.actors[m.actor].kind == "person"}
    found: dict[tuple[str | None, ...], OfficeTold] = {}
    for told in _each(people, persons, text, rules):
        key = (told.name, told.office_class, told.country, told.organisation, told.standing)
        found.setdefault(key, told)
    return tuple(found.values())


def _each(
    people: tuple[PersonMention, ...], persons: set[tuple[int, int]], text: str, rules: OfficeClaimRules
) -> Iterator[OfficeTold]:
    for mention in people:
        if mention.kind != "person" or (mention.start, mention.end) not in persons:
            continue
        if not mention.name or not mention.office or not mention.office_class:
            continue
        is_whole = len(name_words(mention.name)) > 1 and (mention.country or mention.organisation)
        if not is_whole or mention.office_class in rules.kept.not_classes or mention.clue or mention.is_plural:
            continue
        yield OfficeTold(
            name=mention.name,
            office=mention.office,
            office_class=mention.office_class,
            country=mention.country,
            organisation=mention.organisation,
            gender=mention.gender,
            standing=_standing(mention, text, rules),
            start=mention.start,
            end=mention.end,
        )


def _standing(mention: PersonMention, text: str, rules: OfficeClaimRules) -> OfficeStanding:
    if mention.is_former:
        return "former"
    start, end = mention.name_start or mention.start, mention.name_end or mention.start
    around = text[mention.start : start] + " " + text[end : mention.end]
    words = {word.lower() for word in _WORD.findall(around)}
    if words & rules.standings.designate:
        return "designate"
    return "acting" if words & rules.standings.acting else "holder"
