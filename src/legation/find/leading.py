"""Offices told by a verb of leading: "Bo Oe, who heads Peru's central bank,", "Ana Berg, who now leads the Social Democrats"."""

from __future__ import annotations

from msgspec.structs import replace

from legation.find.complements import noun_phrase
from legation.find.lexicon import Lexicon
from legation.find.named import name_with_country
from legation.find.personhood import Name
from legation.records import Annotation, PersonMention
from legation.rules.offices import OfficeRules


def leader_told(
    name: Name, annotation: Annotation, lexicon: Lexicon, offices: OfficeRules, name_at: dict[int, Name]
) -> PersonMention | None:
    """The mention of a name that "who leads" gives an office, of a body that has heads; None for any other. A delegation, a
    race or talks have none."""
    tokens, syntax = annotation.tokens, offices.syntax
    i = name.last + (name.last < len(tokens) and tokens[name.last].text == ",")
    if i + 3 >= len(tokens) or tokens[i].lower != "who":
        return None
    i += 1 + (tokens[i + 1].pos == "ADV")
    office = syntax.leading.get(tokens[i].lower)
    if office is None:
        return None
    first = i + 1
    end, world = noun_phrase(first, annotation, lexicon, name_at, offices, is_lower_allowed=True)
    led = annotation.child(i, "dobj")
    if led is not None and end <= led.i < end + 3:
        end = led.i + 1  # "Sweden's parliament's defence | committee"
    body = _body_class(first, end, lexicon, annotation, offices)
    if body is None:
        return None
    start, stop = annotation.span(first, end)
    bare = name_with_country(name, annotation, lexicon, offices)
    return replace(
        bare,
        office=f"{office} of {annotation.text[start:stop]}",
        office_class=body,
        country=bare.country or (world.country if world is not None else None),
    )


def _body_class(
    first: int, end: int, lexicon: Lexicon, annotation: Annotation, offices: OfficeRules
) -> str | None:
    """The class of who leads the body that some words name; None where they name none."""
    for i in range(first, end):
        hit, place = lexicon.title_at.get(i), lexicon.world_at.get(i)
        if hit is not None and hit.found.is_institution:
            return hit.found.office_class if hit.found.office_class in offices.syntax.led_by_name else "head"
        if place is not None and place.found[0].kind == "institution":
            return place.found[0].office_class or "head"
    words = {t.lower for t in annotation.tokens[first:end]}
    if words & offices.syntax.parties:
        return "party_official"
    return "head" if words & offices.syntax.led_bodies else None
