"""Who is meant: mentions -> the cast of a page.

``cast`` holds the page's actors while they are made out, ``named`` takes names,
``offices`` titles and counterparts, ``reference`` pronouns and groups, ``scene`` offices named without a state.
"""

from __future__ import annotations

from datetime import date

from legation.records import Annotation, Cast, KnownOffice, PersonMention, PlaceMention
from legation.resolve.people.both import resolve_offices_of_both
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.company import resolve_company
from legation.resolve.people.home import resolve_home
from legation.resolve.people.named import inherit_countries, resolve_named
from legation.resolve.people.offices import resolve_bodies, resolve_countries, resolve_offices
from legation.resolve.people.plural import resolve_plural_offices
from legation.resolve.people.reference import resolve_references
from legation.resolve.people.respectively import resolve_respectively
from legation.resolve.people.scene import resolve_foreign_page, resolve_only_state, resolve_scene
from legation.resolve.people.things import resolve_things
from legation.rules.offices import OfficeRules
from legation.rules.world import World

__all__ = ["resolve_people"]


def resolve_people(
    people: tuple[PersonMention, ...],
    places: tuple[PlaceMention, ...],
    annotation: Annotation,
    world: World,
    offices: OfficeRules,
    *,
    known: tuple[KnownOffice, ...] = (),
    published: date | None = None,
    home: str | None = None,
) -> Cast:
    """The cast of a page: one actor for each person, office, country, body or group that its mentions mean.

    ``known`` is a who's who, used for names the page does not explain, as of ``published``; the actor then says
    so in ``known_from``. ``home`` is the country of the page itself, where its bringer knows it: offices of state
    named without a country are taken to be of it; without it the page must show its home by its own words.
    A mention for which not exactly one candidate remains stays without actor and says why.
    """
    builder = CastBuilder(people, places, annotation, world, offices)
    resolve_countries(builder)
    resolve_things(builder)
    resolve_named(builder, known, published)
    resolve_respectively(builder)
    resolve_company(builder, home)
    resolve_scene(builder, places, known, published)
    resolve_foreign_page(builder, home, places, known, published)
    resolve_home(builder, home, known, places, published)
    resolve_only_state(builder, places, known, published)
    resolve_bodies(builder)
    resolve_offices(builder)
    resolve_plural_offices(builder)
    resolve_references(builder)
    resolve_offices_of_both(builder)
    inherit_countries(builder)
    return builder.cast()
