"""Who is meant: people, offices, countries and bodies of one page, and the words that stand for them."""

from __future__ import annotations

from datetime import date
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
    ISO 3166-1 alpha-2 code its words give, ``organisation`` the body's short name. ``owner`` is the token of a
    possessor ("*his* counterpart", "*Biden*'s adviser"); ``clue`` the kind of description or pronoun.
    ``is_elsewhere``: the words name a state or place of the office that is not known ("Freedonia's foreign minister").
    ``members`` are the country codes of states named together ("the two Koreas").
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
    owner: int | None = None
    clue: str | None = None
    is_definite: bool = False
    is_elsewhere: bool = False
    members: tuple[str, ...] = ()


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One participant of the page's world, after resolution.

    ``name`` is the fullest form the page gives (or the who's who, then ``known_from`` says which page or file).
    A group ("both leaders", "Biden and Xi" taken together) has ``members``: numbers of other actors of the cast.
    ``is_elsewhere``: the page names a state or place of the office that is not known, so that its country must not be
    inferred from anything else.
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
    is_elsewhere: bool = False


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


class KnownOffice(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the who's who: who held which office for whom, and how that is known.

    ``since`` and ``until`` are the first and last day in office (None: open), ``aliases`` other spellings of the
    name, ``family_name`` its part that news uses alone where that is not the last word; ``source`` is a page's
    address or the name of a file. ``is_known_alone``: the surname is enough on a page that says neither office nor state.
    """

    name: str
    office: str
    office_class: str
    country: str | None = None
    organisation: str | None = None
    gender: Literal["f", "m"] | None = None
    aliases: tuple[str, ...] = ()
    family_name: str | None = None
    since: date | None = None
    until: date | None = None
    source: str = "whoswho"
    is_known_alone: bool = True

    def holds_on(self, day: date | None) -> bool:
        """Whether the office was held on ``day``; True where the day is not known."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
