"""The ontology of offices and their titles, and the words for people who are not named.

Offices stand in ``world/offices.toml``; honorifics, pronouns and descriptions in ``<language>/people.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from typing import Any, Literal

import msgspec

from legation.errors import RulesError
from legation.rules import table
from legation.rules.phrases import Phrases

Gender = Literal["f", "m"]


class OfficeTitle(msgspec.Struct, frozen=True, kw_only=True):
    """One title. ``by_country`` names the class it means elsewhere; ``implies`` is the country that alone has it, unless
    the page has one of the words ``unless``, or one of the words ``implies_beside`` with a country of its own stands near.
    An institution ("foreign ministry") speaks for the class of office that heads it."""

    words: str
    office_class: str
    is_plural: bool = False
    is_institution: bool = False
    gender: Gender | None = None
    countries: tuple[str, ...] = ()
    by_country: dict[str, str] = {}
    implies: str | None = None
    unless: tuple[str, ...] = ()
    implies_beside: dict[str, str] = {}
    implies_organisation: str | None = None


class OfficeClass(msgspec.Struct, frozen=True, kw_only=True):
    """``rank`` 1 speaks for the state, 9 is nobody in particular."""

    name: str
    rank: int
    label: str


class Prefixes(msgspec.Struct, frozen=True):
    """Words before a title: ``former`` is a flag, ``kept`` are part of the office, ``dropped`` are not,
    ``styles`` are those of "His Majesty", ``once`` behind a name's comma say that the office is over."""

    former: frozenset[str]
    kept: frozenset[str]
    dropped: frozenset[str]
    styles: frozenset[str]
    once: frozenset[str]


class Syntax(msgspec.Struct, frozen=True):
    joints: frozenset[str]
    suffixes: tuple[str, ...]
    weak_before_name: frozenset[str]
    only_before_name: frozenset[str]
    departments: frozenset[str]
    fields: frozenset[str]
    quarters: frozenset[str]
    of_a_part: frozenset[str]
    of_divisions: frozenset[str]
    factions: dict[str, str]
    faction_letters: dict[str, str]
    faction_classes: frozenset[str]
    unused: dict[str, frozenset[str]]
    vague: frozenset[str]
    parties: frozenset[str]
    names_too: frozenset[str]
    fathered: frozenset[str]
    lineage: frozenset[str]
    after_names: frozenset[str]
    holding: frozenset[str]
    held: frozenset[str]
    entering: frozenset[str]
    appointing: frozenset[str]
    taking: frozenset[str]
    appointments: frozenset[str]
    removals: frozenset[str]
    capacities: frozenset[str]
    leading: dict[str, str]
    led_by_name: frozenset[str]
    led_bodies: frozenset[str]
    charges: tuple[str, ...]
    charges_alone: tuple[str, ...]
    crowned: frozenset[str]
    owned_by_name: frozenset[str]
    serving: frozenset[str]
    deputies: frozenset[str]
    deputy_classes: dict[str, str]
    heading: frozenset[str]
    headed: frozenset[str]
    headed_classes: dict[str, str]
    organisation_head_from: frozenset[str]
    unions: frozenset[str]
    private_bodies: frozenset[str]
    ruling: frozenset[str]
    ruling_bodies: frozenset[str]
    of_any_body: frozenset[str]
    public: frozenset[str]
    ranks: frozenset[str]
    mere_styles: frozenset[str]
    retired: frozenset[str]
    letters: frozenset[str]
    division_nouns: frozenset[str]
    division_bodies: frozenset[str]
    division_words: frozenset[str]


class Pronoun(msgspec.Struct, frozen=True):
    words: frozenset[str]
    number: Literal["one", "many", "relative", "speaker", "speaker_side", "thing"]
    gender: Gender | None = None


class NameWords(msgspec.Struct, frozen=True):
    """How personal names are written: see the table's own comments."""

    crediting: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    juniors: frozenset[str]
    shortened: frozenset[str]
    initials: frozenset[str]
    surname_first: frozenset[str]
    given_used: frozenset[str]
    first_surnames: frozenset[str]
    common_surnames: frozenset[str]
    not_names: frozenset[str]
    names_too: frozenset[str]
    places_too: frozenset[str]
    pair_nouns: frozenset[str]
    things: frozenset[str]
    glued: frozenset[str]
    person_verbs: frozenset[str]
    speaking_verbs: frozenset[str]


class Descriptions(msgspec.Struct, frozen=True):
    counterpart: frozenset[str]
    counterparts: frozenset[str]
    host: frozenset[str]
    guest: frozenset[str]
    pair_markers: frozenset[str]
    country_plurals: frozenset[str]
    person_plurals: frozenset[str]
    pair_alone: frozenset[str]
    side: frozenset[str]
    country_words: frozenset[str]
    group_nouns: frozenset[str]
    visiting: frozenset[str]
    speakers: frozenset[str]
    own: frozenset[str]


class Roles(msgspec.Struct, frozen=True):
    place_prepositions: frozenset[str]
    party_prepositions: frozenset[str]
    metonym_prepositions: frozenset[str]
    going: frozenset[str]
    trip_nouns: frozenset[str]
    place_verbs: frozenset[str]


class Scenes(msgspec.Struct, frozen=True):
    """What shows whose a bare office is; see the table's own comments."""

    going: frozenset[str]
    journeys: frozenset[str]
    goals: frozenset[str]
    plain_goals: frozenset[str]
    homeward: frozenset[str]
    homecoming: frozenset[str]
    leading_back: frozenset[str]
    meeting: frozenset[str]
    talking: frozenset[str]
    talks: frozenset[str]
    mutual: frozenset[str]
    receiving: frozenset[str]
    inviting: frozenset[str]
    calls: frozenset[str]
    calling: frozenset[str]
    sending: frozenset[str]
    comprising: frozenset[str]
    composing: frozenset[str]
    counting: frozenset[str]
    leading: frozenset[str]
    parts: frozenset[str]
    within: frozenset[str]
    along: frozenset[str]
    placing: frozenset[str]
    carrying: frozenset[str]
    accompanying: frozenset[str]
    representing: frozenset[str]
    greeting: frozenset[str]
    bringing: frozenset[str]
    signing: frozenset[str]
    gatherings: frozenset[str]


class Links(msgspec.Struct, frozen=True):
    """What stands between the names of several who belong together; see the table's own comments."""

    coordinating: frozenset[str]
    beside: frozenset[str]
    listing: frozenset[str]
    counting: frozenset[str]
    introducing: frozenset[str]


class PeopleWords(msgspec.Struct, frozen=True):
    """One language's words for people. ``abbreviated`` are those honorifics and ranks that a stop belongs to ("hon.")."""

    honorifics: dict[str, Gender | None]
    beside: frozenset[str]
    abbreviated: tuple[str, ...]
    pronouns: dict[str, Pronoun]
    names: NameWords
    descriptions: Descriptions
    roles: Roles
    scenes: Scenes
    links: Links
    given_names: dict[str, Gender]

    def gender_of(self, name: str) -> Gender | None:
        """The gender that the first word of a name tells; None where it tells none, or is a surname."""
        first = name.split()[0].lower() if " " in name else ""
        return self.given_names.get(first)


class OfficeRules(msgspec.Struct, frozen=True, kw_only=True):
    classes: dict[str, OfficeClass]
    titles: Phrases[OfficeTitle]
    prefixes: Prefixes
    complements: dict[str, frozenset[str]]
    syntax: Syntax
    broader: dict[str, frozenset[str]]
    several_holders: frozenset[str]
    of_a_state: frozenset[str]
    unlike_titles: tuple[frozenset[str], ...]
    words: PeopleWords
    singulars: dict[str, str]

    def singular(self, title: str) -> str:
        """The title of one holder ("foreign ministers" gives "foreign minister"); unchanged where it is no plural."""
        return self.singulars.get(title.lower(), title)

    def rank(self, office_class: str | None) -> int:
        """The rank of a class; 10 for none."""
        known = self.classes.get(office_class or "")
        return known.rank if known else 10

    def opens_complement(self, word: str) -> bool:
        """Whether some title goes on with this preposition."""
        return word in self.complements["any"] or word in self.complements

    def title_named(self, words: str) -> OfficeTitle | None:
        """The title that is exactly these words, in any case; None where there is none."""
        return self.titles.get(words.lower())

    def are_unlike(self, words: Set[str], others: Set[str]) -> bool:
        """Whether two titles of one class cannot be one person's: "President X" is no emir."""
        groups = [{n for n, group in enumerate(self.unlike_titles) if group & title} for title in (words, others)]
        return bool(groups[0]) and bool(groups[1]) and groups[0].isdisjoint(groups[1])

    def covers(self, title_class: str, office_class: str | None) -> bool:
        """Whether a title of one class can point back to somebody of another ("the minister": a foreign minister)."""
        return office_class == title_class or office_class in self.broader.get(title_class, ())

    def allows_complement(self, office_class: str, preposition: str) -> bool:
        """Whether a title of this class goes on with this preposition ("ambassador to Japan")."""
        return preposition in self.complements["any"] or office_class in self.complements.get(preposition, ())


@cache
def office_rules(language: str = "en") -> OfficeRules:
    """Offices with one language's people words, read once. Raises RulesError where a table is wrong."""
    rows = table("world/offices")
    try:
        classes = {
            name: OfficeClass(name=name, rank=row["rank"], label=row["label"]) for name, row in rows["class"].items()
        }
        titles = tuple(_titles(rows))
        named = {t.office_class for t in titles} | {c for t in titles for c in t.by_country.values()}
        stray = named - classes.keys() - {"government"}
        if stray:
            raise RulesError(f"world/offices.toml: no such class {', '.join(sorted(stray))}")
        by_words: dict[str, OfficeTitle] = {}
        for title in titles:
            by_words.setdefault(title.words, title)
        return OfficeRules(
            classes=classes,
            titles=Phrases(by_words),
            prefixes=msgspec.convert(rows["prefixes"], Prefixes),
            complements={word: frozenset(of) for word, of in rows["complements"].items()},
            syntax=msgspec.convert(rows["syntax"], Syntax),
            broader={name: frozenset(of) for name, of in rows["broader"].items()},
            several_holders=frozenset(rows["several_holders"]["classes"]),
            of_a_state=frozenset(rows["several_holders"]["of_a_state"]),
            unlike_titles=tuple(frozenset(group) for group in rows["several_holders"]["unlike_titles"]),
            words=_people_words(table(f"{language}/people"), table(f"{language}/given_names")),
            singulars={plural(t.words): t.words for t in titles if not t.is_plural and not t.words.endswith(".")},
        )
    except (KeyError, msgspec.ValidationError) as error:
        raise RulesError(f"offices or people of {language}: {error}") from error


def _titles(rows: dict[str, Any]) -> Iterator[OfficeTitle]:
    for row in rows["title"]:
        yield from _with_plural(
            OfficeTitle(
                words=row["words"],
                office_class=row["class"],
                gender=row.get("gender"),
                countries=tuple(row.get("countries", ())),
                by_country=row.get("by_country", {}),
                implies=row.get("implies"),
                unless=tuple(row.get("unless", ())),
                implies_beside=row.get("implies_beside", {}),
                implies_organisation=row.get("implies_organisation"),
            )
        )
    for name, row in rows["class"].items():
        for words in row["titles"]:
            yield from _with_plural(OfficeTitle(words=words, office_class=name))
    for name, institutions in rows["institutions"].items():
        for words in institutions:
            yield OfficeTitle(words=words, office_class=name, is_institution=True)


def _with_plural(title: OfficeTitle) -> Iterator[OfficeTitle]:
    yield title
    if not title.words.endswith(".") and title.words.islower():
        yield msgspec.structs.replace(title, words=plural(title.words), is_plural=True)


def plural(title: str) -> str:
    """The plural of a title: "secretary of state" gives "secretaries of state"."""
    for break_word in (" of ", " for ", " to ", " without ", " at ", "-in-", " in ", "-at-", "-designate", "-elect"):
        head, middle, rest = title.partition(break_word)
        if middle:
            return plural(head) + middle + rest
    if title.endswith(("general", " general")) and title not in ("general", "lieutenant general", "major general"):
        head, dash, _ = title.rpartition("-") if "-" in title else title.rpartition(" ")
        return f"{plural(head)}{dash}general" if head else "generals"
    if title.endswith("man"):
        return title[:-3] + "men"
    if title.endswith("person"):
        return title[:-6] + "people"
    if title.endswith("y") and title[-2] not in "aeiou":
        return title[:-1] + "ies"
    if title.endswith(("s", "ch", "sh", "x")):
        return title + "es"
    return title + "s"


def _people_words(rows: dict[str, Any], given_names: dict[str, str]) -> PeopleWords:
    women, men = (frozenset(given_names[gender].split()) for gender in ("f", "m"))
    genders: dict[str, Gender] = dict.fromkeys(women - men, "f")
    genders.update((name, "m") for name in men - women)
    honorifics: dict[str, Gender | None] = {}
    for gender, words in rows["honorifics"].items():
        if gender not in ("beside", "titles"):
            honorifics.update((w, None if gender == "any" else gender) for w in words)
    pronouns = {w: msgspec.convert(row, Pronoun) for row in rows["pronoun"] for w in row["words"]}
    return PeopleWords(
        honorifics=honorifics,
        beside=frozenset(rows["honorifics"]["beside"]),
        abbreviated=tuple(
            word
            for words in rows["honorifics"].values()
            for word in words
            if word.endswith(".") and word[:-1].isalpha()
        ),
        pronouns=pronouns,
        names=msgspec.convert(rows["names"], NameWords),
        descriptions=msgspec.convert(rows["descriptions"], Descriptions),
        roles=msgspec.convert(rows["roles"], Roles),
        scenes=msgspec.convert(rows["scenes"], Scenes),
        links=msgspec.convert(rows["links"], Links),
        given_names=genders,
    )
