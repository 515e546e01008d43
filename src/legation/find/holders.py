"""One title and several names: "Presidents Xi and Putin", "the Presidents of Peru, X; of Brazil, Y"."""

from __future__ import annotations

from msgspec.structs import replace

from legation.find.lexicon import Lexicon
from legation.find.named import country_beside, name_mention, name_with_country
from legation.find.personhood import Name
from legation.find.titles import OfficePhrase
from legation.records import Annotation, PersonMention
from legation.rules.offices import OfficeRules

HONORIFICS = 8
"""Honorifics before a name at most: "H.E. Tun Dr." """


def name_from(i: int, name_at: dict[int, Name]) -> Name | None:
    """The name that begins at a token, its honorifics taken with it."""
    for k in range(i, i + HONORIFICS + 1):
        if k in name_at:
            name = name_at[k]
            return name if i in (name.first, name.honorific) else None
    return None


def names_of_states(
    phrase: OfficePhrase, annotation: Annotation, lex: Lexicon, name_at: dict[int, Name]
) -> tuple[tuple[Name, str], ...]:
    """ "the Presidents of Peru, X; of Brazil, Y; and Canada, Z": each name with the state before it; none unless there are
    two."""
    tokens = annotation.tokens
    if not phrase.title.is_plural or phrase.title.is_institution or phrase.title_last >= len(tokens):
        return ()
    found: list[tuple[Name, str]] = []
    i = phrase.title_last
    while i + 2 < len(tokens):
        while i < len(tokens) and tokens[i].lower in ("of", ",", ";", "and", "the"):
            i += 1
        hit = lex.world_at.get(i)
        if hit is None or hit.last + 1 >= len(tokens) or tokens[hit.last].text != ",":
            break
        name, state = name_from(hit.last + 1, name_at), hit.found[0].country
        if name is None or state is None or hit.found[0].kind != "country":
            break
        found.append((name, state))
        i = name.last
    return tuple(found) if len(found) > 1 else ()


def mentions_of_states(
    phrase: OfficePhrase, each: tuple[tuple[Name, str], ...], annotation: Annotation, offices: OfficeRules
) -> list[PersonMention]:
    office = _as_written(offices.singular(phrase.title.words), phrase.words)
    return [
        replace(
            name_mention(name, annotation, offices),
            office=office,
            office_class=phrase.office_class or None,
            country=state,
            is_former=phrase.is_former,
        )
        for name, state in each
    ]


def listed_names(
    phrase: OfficePhrase, annotation: Annotation, lex: Lexicon, name_at: dict[int, Name]
) -> tuple[Name, ...]:
    """ "Presidents Xi Jinping and Vladimir Putin": the names that a plural title stands before."""
    if not phrase.title.is_plural or phrase.title.is_institution:
        return ()
    tokens = annotation.tokens
    names: list[Name] = []
    i = phrase.last
    if i < len(tokens) and tokens[i].text == "," and phrase.title.words == "counterpart":
        # "his Jordanian and Iraqi counterparts, X and Y,"
        i += 1
    while i in name_at and name_at[i].first == i:
        names.append(name_at[i])
        i = country_beside(name_at[i], annotation, lex)[0]
        while i < len(tokens) and tokens[i].lower in (",", "and", "&"):
            i += 1
    return tuple(names) if len(names) > 1 else ()


def mentions_of_list(
    phrase: OfficePhrase, names: tuple[Name, ...], annotation: Annotation, lex: Lexicon, offices: OfficeRules
) -> list[PersonMention]:
    """One mention for each name, all with the office in the singular; the first covers the title."""
    made = []
    states = _states_of(phrase, annotation, lex)
    is_each = len(states) == len(names)
    clue = phrase.title.words if phrase.title.words in ("counterpart",) else None
    for number, name in enumerate(names):
        bare = name_with_country(name, annotation, lex, offices)
        start = annotation.tokens[phrase.first].start if name is names[0] else bare.start
        made.append(
            replace(
                bare,
                start=start,
                office=None if clue else _as_written(offices.singular(phrase.words), phrase.words),
                office_class=phrase.office_class or None,
                country=bare.country or (states[number] if is_each else phrase.country),
                clue=clue,
                owner=phrase.owner,
                organisation=bare.organisation or phrase.organisation,
                is_former=phrase.is_former,
            )
        )
    return made


def _states_of(phrase: OfficePhrase, annotation: Annotation, lex: Lexicon) -> tuple[str, ...]:
    """The states in a title's words, in order: "his Jordanian and Iraqi counterparts", "ministers of Peru and Chile"."""
    hits = dict.fromkeys(lex.world_at[i] for i in range(phrase.first, phrase.last) if i in lex.world_at)
    return tuple(hit.found[0].country for hit in hits if hit.found[0].country)


def _as_written(title: str, words: str) -> str:
    """A title with the capitals of the words it was made from: "Foreign Minister" of "Foreign Ministers"."""
    if not words[:1].isupper():
        return title
    small = {word for word in words.split() if word.islower()}
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in title.split())
