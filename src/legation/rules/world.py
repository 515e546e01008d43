"""The world as news names it: countries, capitals, seats of power, bodies between states.

Names come from pycountry and Babel, the words news uses besides from ``world/countries.toml``, ``world/bodies.toml``
and ``world/seats.toml``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Literal

import msgspec
import pycountry
from babel import Locale

from legation.errors import RulesError
from legation.rules import table
from legation.rules.phrases import Phrases, lowered

SHORTENED = (
    ("South ", ("S. ", "S.")),
    ("North ", ("N. ", "N.")),
    ("Saint ", ("St. ", "St ")),
    ("St. ", ("Saint ", "St ")),
)
"""How names of states begin, and how news writes it besides."""

NameKind = Literal[
    "country", "adjective", "people", "capital", "city", "region", "seat", "institution", "body", "states", "other"
]


class WorldName(msgspec.Struct, frozen=True, kw_only=True):
    """What one phrase can stand for. ``place`` is the place it names (None for a whole country); ``members`` are the
    states named together. An institution (a party, a central bank) is one state's and no actor itself.
    """

    kind: NameKind
    country: str | None = None
    organisation: str | None = None
    place: str | None = None
    office_class: str | None = None
    is_place: bool = True
    is_actor: bool = True
    is_plural: bool = False
    members: tuple[str, ...] = ()


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """``code`` is ISO 3166-1 alpha-2 (XK: Kosovo); ``name`` the usual English one."""

    code: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """An alliance or body of states; ``members`` are country codes (empty where membership is not kept here)."""

    short: str
    names: tuple[str, ...]
    members: tuple[str, ...]
    part_of: str | None = None
    country: str | None = None


class Homonym(msgspec.Struct, frozen=True, kw_only=True):
    """Another place called ``name``, in ``country``, a state itself or a ministry (``kind``): meant where a word of ``near``
    stands on the page and none of ``against``."""

    name: str
    country: str
    near: tuple[str, ...]
    against: tuple[str, ...] = ()
    kind: Literal["region", "country", "adjective", "seat"] = "region"


class PastStates(msgspec.Struct, frozen=True, kw_only=True):
    """States that are no more: the words that name them, and the year after which what they did is told as history only."""

    words: frozenset[str]
    last: int


class World(msgspec.Struct, frozen=True, kw_only=True):
    """All of it. ``tails`` are words that make another name of a place's ("Jordan County").

    ``phrases.find(text)`` gives each phrase's readings, the likeliest first. ``domains`` are the top-level domains that
    belong to one state without being its code, ``sold_domains`` the codes that are sold to anybody; ``outlets`` gives the
    state of a registered domain whose outlet writes for that state;
    ``sovereigns`` gives a dependent land's state; ``outlet_words`` make an outlet's name of a state's, ``prefixed`` are
    collections whose headlines open with one; ``squeezed`` gives the state of a name in small letters without spaces;
    ``divisions`` gives the state of a province's name in small letters without accents (``division`` looks one up);
    ``gatherings`` gives the country and place of those that always sit in one; ``headquarters`` those of bodies that
    people meet at by their bare name ("at the United Nations"); ``meeting_grounds`` are states in whose capitals others
    meet; ``provinces`` gives the state of a land behind a town's name ("Manchester, New Hampshire"); ``towns`` the states of lesser
    towns, which are places only where ``town_words`` say so.
    """

    countries: dict[str, Country]
    bodies: dict[str, Body]
    homonyms: tuple[Homonym, ...]
    tails: frozenset[str]
    halves: dict[str, str]
    phrases: Phrases[tuple[WorldName, ...]]
    sold_domains: frozenset[str]
    domains: dict[str, str]
    outlets: dict[str, str]
    sovereigns: dict[str, str]
    outlet_words: tuple[str, ...]
    prefixed: tuple[str, ...]
    squeezed: dict[str, str]
    gatherings: dict[str, tuple[str, str]]
    headquarters: dict[str, tuple[str, str]]
    meeting_grounds: frozenset[str]
    provinces: dict[str, str]
    divisions: dict[str, str]
    assemblies: tuple[str, ...]
    towns: Phrases[str]
    town_words: dict[str, frozenset[str]]
    past_states: PastStates

    def division(self, words: str) -> str | None:
        """The one state of which these words name a province or land, in any case; None where none or several do."""
        return self.divisions.get(_folded(words))

    def is_assembly(self, occasion: str) -> bool:
        """Whether the words name a gathering of states that belongs to no one body ("Summit of the Americas")."""
        words = f" {occasion.lower()} "
        return any(f" {name} " in words for name in self.assemblies)

    def seat_of(self, occasion: str) -> tuple[str | None, str | None]:
        """(country, place) of the gathering with a fixed seat that these words name; (None, None) where they name none."""
        alone = self.headquarters.get(occasion.lower().removeprefix("the "))
        if alone is not None:
            return alone
        words = f" {occasion.lower()} "
        for name, seat in self.gatherings.items():
            _, found, behind = words.partition(f" {name}")
            if found and not behind[:1].isalpha():
                return seat
        return None, None

    def name_of(self, code: str) -> str:
        """The usual English name of a country code; the code itself where it is unknown."""
        country = self.countries.get(code)
        return country.name if country else code

    def readings(self, words: str) -> tuple[WorldName, ...]:
        """What exactly these words can stand for; empty where they stand for nothing known."""
        found = self.phrases.find(words)
        return found[0][2] if len(found) == 1 and found[0][:2] == (0, len(words)) else ()


@cache
def world_rules() -> World:
    """The world, read once. Raises RulesError where a table is wrong."""
    rows = dict(_rows())
    owners = {name: code for code, row in rows.items() for name in row.get("names", ())}
    countries = {code: _country(code, row, owners) for code, row in rows.items()}
    bodies = {row["short"]: _body(row, countries) for row in table("world/bodies")["body"]}
    seats = table("world/seats")
    domains = table("world/domains")
    readings: dict[str, list[WorldName]] = {}
    for phrase, name in _names(countries, bodies, seats):
        known = readings.setdefault(phrase, [])
        if name not in known:
            known.append(name)
    return World(
        countries=countries,
        bodies=bodies,
        homonyms=tuple(msgspec.convert(row, Homonym) for row in seats["homonyms"]),
        tails=frozenset(seats["tails"]),
        halves=seats["halves"],
        phrases=Phrases({phrase: tuple(names) for phrase, names in readings.items()}),
        sold_domains=frozenset(domains["sold"]),
        domains={**domains["government"], **domains["code"]},
        outlets=_outlets(countries),
        sovereigns={land: state for state, lands in table("world/territories").items() for land in lands},
        outlet_words=tuple(domains["outlets"]["words"]),
        prefixed=tuple(domains["outlets"]["prefixed"]),
        squeezed=_squeezed(countries, {h["name"] for h in seats["homonyms"]}),
        gatherings=_gatherings(countries),
        headquarters={
            name: (row["country"], row["place"])
            for row in table("world/gatherings")["gathering"]
            for name in row.get("alone", ())
        },
        meeting_grounds=_meeting_grounds(countries),
        provinces={name: code for code, names in table("world/provinces").items() for name in names},
        divisions=_divisions(countries),
        assemblies=tuple(table("world/gatherings")["assemblies"]["names"]),
        towns=Phrases(_towns(countries)),
        town_words={name: frozenset(words) for name, words in table("world/towns")["words"].items()},
        past_states=_past_states(),
    )


def _divisions(countries: dict[str, Country]) -> dict[str, str]:
    """Provinces of one state by name, the words for their kind left out; names of states and of several are none."""
    rows = table("world/divisions")
    generic, barred = set(rows["generic"]), set(rows["not_divisions"])
    barred |= {_folded(name) for country in countries.values() for name in country.names}
    found: dict[str, set[str]] = {}
    for division in pycountry.subdivisions:
        for name in (division.name, division.name.partition(",")[0]):
            words = _folded(name).split()
            while len(words) > 1 and words[-1].strip("'") in generic:
                words.pop()
            if " ".join(words) in barred:
                continue  # "Central Province": a state has one here, and many others too
            for known in {_folded(name), " ".join(words)}:
                found.setdefault(known, set()).add(division.country_code)
    kept = {n: codes.pop() for n, codes in found.items() if len(codes) == 1 and len(n) > 2 and n not in barred}
    return {**kept, **{_folded(name): code for code, names in rows["names"].items() for name in names}}


def _folded(words: str) -> str:
    """Small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", words.lower()) if not unicodedata.combining(c))


def _institutions() -> Iterator[tuple[str, WorldName]]:
    private = WorldName(kind="institution", office_class="head", is_place=False, is_actor=False)
    for office_class, rows in table("world/institutions").items():
        for owner, names in rows.items():
            if office_class == "private":
                made = msgspec.structs.replace(private, organisation=owner)
            else:
                made = msgspec.structs.replace(private, country=owner, office_class=office_class)
            yield from ((name, made) for name in names)


def _gatherings(countries: dict[str, Country]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for row in table("world/gatherings")["gathering"]:
        for name in row["names"]:
            if row["country"] not in countries or name in found or name != name.lower():
                raise RulesError(f"world/gatherings.toml: {name}: no such state, there already, or in capitals")
            found[name] = (row["country"], row["place"])
    return found


def _past_states() -> PastStates:
    rows = table("world/past_states")
    words = [word for names in rows["names"].values() for word in names]
    for word in words:
        if word != word.lower() or " " in word or words.count(word) > 1:
            raise RulesError(f"world/past_states.toml: {word}: in capitals, more than one word, or there already")
    return PastStates(words=frozenset(words), last=rows["last"])


def _meeting_grounds(countries: dict[str, Country]) -> frozenset[str]:
    states = frozenset(table("world/gatherings")["meeting_grounds"]["states"])
    if stray := states - countries.keys():
        raise RulesError(f"world/gatherings.toml: meeting_grounds: no such state {', '.join(sorted(stray))}")
    return states


def _towns(countries: dict[str, Country]) -> dict[str, str]:
    cities = {city for country in countries.values() for city in (*country.cities, *country.capitals, *country.regions)}
    found: dict[str, str] = {}
    for code, names in table("world/towns")["towns"].items():
        for name in names:
            if code not in countries or name in found or name in cities:
                raise RulesError(f"world/towns.toml: {name}: no such state, or there already: {code}")
            found[name] = code
    return found


def _outlets(countries: dict[str, Country]) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, addresses in table("world/outlets").items():
        for address in addresses:
            if code not in countries or address in found:
                raise RulesError(f"world/outlets.toml: {address}: no such state, or there already: {code}")
            found[address] = code
    return found


def _squeezed(countries: dict[str, Country], shared: set[str]) -> dict[str, str]:
    """The one state that a name in small letters without spaces is of; names that other places bear are left out."""
    found: dict[str, set[str]] = {}
    for country in countries.values():
        for name in (*country.names, *country.adjectives, *country.capitals):
            if name not in shared:
                found.setdefault(squeezed(name), set()).add(country.code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1 and len(name) > 3}


def squeezed(words: str) -> str:
    """Words as a host's name has them: small letters, without spaces, hyphens and points."""
    return "".join(c for c in words.lower() if c.isalnum())


def _rows() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every territory: those of ``countries.toml`` first, then what pycountry knows besides."""
    known = table("world/countries")
    yield from known.items()
    for territory in sorted(pycountry.countries, key=lambda c: c.alpha_2):
        if territory.alpha_2 not in known:
            yield territory.alpha_2, {}


def _country(code: str, row: dict[str, Any], owners: dict[str, str]) -> Country:
    unknown = row.keys() - {"names", "adjectives", "people", "capital", "names_capital", "cities", "regions"}
    if unknown or len(code) != 2:
        raise RulesError(f"world/countries.toml: {code}: unknown key {', '.join(sorted(unknown)) or code}")
    usual = Locale("en").territories.get(code) or code
    adjectives = tuple(dict.fromkeys(_spelt(row.get("adjectives", ()))))
    return Country(
        code=code,
        name=next(iter(_plain([usual])), row.get("names", [usual])[0]),
        names=tuple(dict.fromkeys(_spelt([*row.get("names", ()), *_plain(_library_names(code, usual, owners))]))),
        adjectives=adjectives,
        people=tuple(row["people"]) if "people" in row else tuple(p for a in adjectives for p in _demonyms(a)),
        capitals=(row["capital"], *row.get("names_capital", ())) if "capital" in row else (),
        cities=tuple(row.get("cities", ())),
        regions=tuple(row.get("regions", ())),
    )


def _library_names(code: str, usual: str, owners: dict[str, str]) -> list[str]:
    """What pycountry and Babel call a state, and "Republic of" before its usual name: but the Republic of China, by its row
    in ``countries.toml``, is another (``owners``)."""
    territory = pycountry.countries.get(alpha_2=code)
    names = [usual]
    if territory:
        names += [territory.name, getattr(territory, "common_name", ""), getattr(territory, "official_name", "")]
    republic = f"Republic of {usual}"
    names += [republic] if owners.get(republic, code) == code else []
    return [variant for name in names for variant in (name, name.replace("’", "'"), name.replace("&", "and"))]


def _plain(names: list[str]) -> list[str]:
    """Names that prose can hold: no inverted forms, no notes in brackets."""
    return [n for n in names if n and not set(n) & set(",()[]") and " - " not in n and " SAR " not in n]


def _spelt(names: Iterable[str]) -> Iterator[str]:
    """Each name, and after all of them how news spells them besides: "Guinea Bissau", "S. Korea", "St Lucia"."""
    names = tuple(names)
    yield from names
    for name in names:
        if "-" in name:
            yield name.replace("-", " ")
        for whole, short in SHORTENED:
            if name.startswith(whole):
                yield from (ending + name.removeprefix(whole) for ending in short)
        if " and " in name:
            yield name.replace(" and ", " & ")


def _demonyms(adjective: str) -> tuple[str, ...]:
    if adjective.endswith(("se", "sh", "ch", "ss", "s")):
        return (adjective,)
    return (adjective, f"{adjective}s")


def _body(row: dict[str, Any], countries: dict[str, Country]) -> Body:
    stray = set(row["members"]) - countries.keys()
    if stray:
        raise RulesError(f"world/bodies.toml: {row['short']}: no such member {', '.join(sorted(stray))}")
    return Body(
        short=row["short"],
        names=tuple(row["names"]),
        members=tuple(row["members"]),
        part_of=row.get("part_of"),
        country=row.get("country"),
    )


def _names(
    countries: dict[str, Country], bodies: dict[str, Body], seats: dict[str, Any]
) -> Iterator[tuple[str, WorldName]]:
    for words in seats["not_countries"]:
        yield words, WorldName(kind="other")
    claimed: set[str] = set()
    for country in countries.values():
        # "Congo" is given by two codes in pycountry: who says it first in countries.toml has it.
        for name in country.names:
            if lowered(name) not in claimed:
                yield name, WorldName(kind="country", country=country.code)
        claimed.update(lowered(name) for name in country.names)
    for country in countries.values():
        code = country.code
        for words in country.people:
            plural = words not in country.adjectives
            yield words, WorldName(kind="people", country=code, is_plural=plural and words.endswith(("s", "en")))
        for words in country.adjectives:
            yield words, WorldName(kind="adjective", country=code)
        for words in country.capitals:
            yield words, WorldName(kind="capital", country=code, place=country.capitals[0])
        for words in country.cities:
            yield words, WorldName(kind="city", country=code, place=words, is_actor=False)
        for words in country.regions:
            yield words, WorldName(kind="region", country=code, place=words, is_actor=False)
    for states in seats["states"]:
        for words in states["names"]:
            yield words, WorldName(kind="states", members=tuple(states["members"]), is_place=False, is_plural=True)
    for body in bodies.values():
        for words in body.names:
            yield words, WorldName(kind="body", organisation=body.short, country=body.country, is_place=False)
    yield from _institutions()
    for seat in seats["seat"]:
        for words in seat["names"]:
            yield (
                words,
                WorldName(
                    kind="seat",
                    country=seat.get("country"),
                    organisation=seat.get("organisation"),
                    place=seat["names"][0],
                    office_class=seat.get("class"),
                    is_place=seat.get("is_place", False),
                    is_actor=seat.get("is_actor", True),
                ),
            )
