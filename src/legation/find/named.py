"""Mentions of a name alone: the name with its honorific, and the country that is said beside it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from legation.find.grammar import head_of
from legation.find.lexicon import Lexicon
from legation.find.names import Name
from legation.records import Annotation, PersonMention
from legation.rules.offices import OfficeRules
from legation.rules.world import WorldName

FACTION = re.compile(r",? [(]?([A-Z])[-–](?=[A-Z])")
"""A party's letter and a land behind a lawmaker's name: "(R-Texas)", ", D-Ohio"."""
LETTERS = re.compile(r"\([A-Z]+\)")
"""A name's letters in brackets: "Mohammed bin Salman (MBS) bin Abdulaziz"."""


def country_beside(name: Name, annotation: Annotation, lex: Lexicon) -> tuple[int, WorldName | None]:
    """What "of Turkey" or ", of France," after a name gives, and the token after it; else "Malaysia's" before it,
    or "Azerbaijan (" """
    tokens = annotation.tokens
    i = name.last + (name.last < len(tokens) and tokens[name.last].text == ",")
    if i + 1 < len(tokens) and tokens[i].lower == "of":
        i += 1 + (tokens[i + 1].lower == "the")
        hit = lex.world_at.get(i)
        if hit is not None and hit.found[0].kind in ("country", "body", "seat", "institution"):
            return hit.last, hit.found[0]
        title = lex.title_at.get(hit.last) if hit is not None and hit.found[0].kind == "adjective" else None
        if hit is not None and title is not None and title.found.is_institution:
            return title.last, hit.found[0]  # "Deputy Minister Bo Oe of the Danish foreign ministry"
    faction = FACTION.match(annotation.text, tokens[name.last - 1].end)
    if faction is not None and faction[1] in lex.letters:
        behind = annotation.tokens_in(faction.start(), faction.end())[-1].i + 1
        return behind, WorldName(kind="country", country=lex.letters[faction[1]])
    before = name.first if name.honorific is None else name.honorific
    if before > 1 and (tokens[before - 1].tag == "POS" or tokens[before - 1].text == "("):
        hit = lex.world_at.get(before - 2)
        if hit is not None and hit.found[0].kind in ("country", "body", "capital"):
            return name.last, hit.found[0]
    return name.last, None


def is_of_elsewhere(name: Name, annotation: Annotation) -> bool:
    """ "President Bo Oe of Sylvania", "President Bo Oe of the Republic of Sylvania": a place that nobody here knows."""
    tokens = annotation.tokens
    i = name.last
    while i + 1 < len(tokens) and tokens[i].lower == "of" and tokens[i].sentence == tokens[name.first].sentence:
        i += 1 + (tokens[i + 1].lower == "the")
        if i < len(tokens) and tokens[i].text[0].isupper():
            return True
        i += 1
    return False


def name_with_country(name: Name, annotation: Annotation, lex: Lexicon, offices: OfficeRules) -> PersonMention:
    """A name without a title, with the country said beside it."""
    mention = name_mention(name, annotation, offices)
    last, world = country_beside(name, annotation, lex)
    if world is None:
        return mention
    end = annotation.tokens[last - 1].end
    return replace(mention, end=end, country=world.country, organisation=world.organisation)


def name_mention(name: Name, annotation: Annotation, offices: OfficeRules) -> PersonMention:
    """A name with nothing but an honorific."""
    tokens = annotation.tokens
    first = name.first if name.honorific is None else name.honorific
    start, end = annotation.span(first, name.last)
    name_start, name_end = annotation.span(name.first, name.last)
    honorific = " ".join(t.text for t in tokens[first : name.first]) or None
    words = [t for t in tokens[name.first : name.last] if t.text != "-"]
    is_one_word = len(words) == 1 or " " not in annotation.text[name_start:name_end]
    return PersonMention(
        start=start,
        end=end,
        head=head_of(first, name.last, annotation, (name.first, name.last)),
        form="surname" if is_one_word else "name",
        kind="person",
        name=" ".join(LETTERS.sub(" ", annotation.text[name_start:name_end]).split()),
        name_start=name_start,
        name_end=name_end,
        gender=next((g for t in tokens[first : name.first] if (g := offices.words.honorifics.get(t.lower))), None),
        honorific=honorific,
        is_definite=True,
    )
