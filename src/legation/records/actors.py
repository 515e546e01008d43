"""Who is meant: people, offices, countries and bodies of one page, and the words that stand for them."""

from __future__ import annotations

from typing import Literal

import msgspec

ActorKind = Literal["person", "office", "country", "organisation", "group", "unknown"]
MentionForm = Literal[
    "name", "surname", "office", "pronoun", "description", "country", "adjective", "capital", "seat", "organisation"
]


class PersonMention(msgspec.Struct, frozen=True, kw_only=True):
    """What ``find.people`` sees: one stretch that names or describes an actor, not yet resolved.

    ``start``/``end`` are characters and cover the whole expression, titles and appositions included; ``head`` is
    the token number that the grammar hangs it on. ``name_start``/``name_end`` bound the personal name alone.
    ``office`` is the title's words, ``office_class`` its class in the ontology of offices, ``country`` the
    ISO 3166-1 alpha-2 code its words give, ``organisation`` the body's short name.
    """

    start: int
    end: int
    head: int
    form: MentionForm
    kind: ActorKind
    name: str | None = None
    name_start: int | None = None
    name_end: int | None = None
    office: str | None = None
    office_class: str | None = None
    country: str | None = None
    organisation: str | None = None
    gender: Literal["f", "m"] | None = None
    is_plural: bool = False
    is_former: bool = False
    honorific: str | None = None


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One participant of the page's world, after resolution.

    ``name`` is the fullest form the page gives (or the who's who, then ``known_from`` says which page or file).
    A group ("both leaders", "Biden and Xi" taken together) has ``members``: numbers of other actors of the cast.
    """

    kind: ActorKind
    name: str | None = None
    office: str | None = None
    office_class: str | None = None
    country: str | None = None
    organisation: str | None = None
    gender: Literal["f", "m"] | None = None
    is_plural: bool = False
    is_former: bool = False
    members: tuple[int, ...] = ()
    known_from: str | None = None


class ActorMention(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch of text and the actor it means; ``actor`` is None where it stays open and ``reason`` says why."""

    start: int
    end: int
    head: int
    form: MentionForm
    actor: int | None
    reason: str | None = None


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A place in its geographic sense: ``place`` is the city or site as named (None for a bare country),
    ``country`` its ISO code where known."""

    start: int
    end: int
    head: int
    place: str | None
    country: str | None


class Cast(msgspec.Struct, frozen=True):
    """Everybody a page speaks of. ``mentions`` and ``places`` are in text order."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
