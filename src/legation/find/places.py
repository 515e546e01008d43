"""Places in their geographic sense: countries one goes to, cities one meets in."""

from __future__ import annotations

from legation.find.grammar import head_of, part_of
from legation.find.lexicon import Hit, world_hits
from legation.find.towns import find_towns
from legation.records import Annotation, PlaceMention
from legation.rules.offices import Roles, office_rules
from legation.rules.world import World, WorldName

__all__ = ["find_places"]


def find_places(annotation: Annotation, world: World) -> tuple[PlaceMention, ...]:
    """The places of a page, in text order.

    A country or capital that only acts ("Beijing said", "talks with China") is no place; one that is a goal, a site
    or may be either ("China's visit") is. Cities and regions always are, except inside a person's name.
    """
    roles = office_rules().words.roles
    hits = world_hits(annotation, world)
    found = list(find_towns(annotation, world, hits))
    for hit in hits:
        head = head_of(hit.first, hit.last, annotation)
        reading = next((r for r in hit.found if r.is_place and r.kind not in ("adjective", "people")), None)
        if reading is None or reading.kind == "other" or _is_in_name(hit, annotation):
            continue
        if _is_place(reading, head, annotation, roles):
            start, end = annotation.span(hit.first, hit.last)
            place = annotation.text[start:end] if reading.place else None
            found.append(PlaceMention(start=start, end=end, head=head, place=place, country=reading.country))
    return tuple(sorted(found, key=lambda place: place.start))


def _is_place(reading: WorldName, head: int, annotation: Annotation, roles: Roles) -> bool:
    if reading.kind in ("city", "region"):
        return True
    part, word = part_of(head, annotation, roles)
    if part == "subject":
        return word in roles.place_verbs
    if part == "party":
        return reading.kind != "country" and word not in roles.metonym_prepositions
    if part == "modifier":
        return reading.kind not in ("country", "seat")
    if part == "object" and reading.kind == "country":
        return word in roles.place_verbs or word in roles.going
    return True


def _is_in_name(hit: Hit[tuple[WorldName, ...]], annotation: Annotation) -> bool:
    entity = annotation.tokens[hit.first].entity
    if entity < 0 or annotation.entities[entity].label != "PERSON":
        return False
    return annotation.entities[entity].last - annotation.entities[entity].first > hit.last - hit.first
