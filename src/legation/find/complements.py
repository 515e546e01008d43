"""What follows a title and belongs to it: "of Foreign Affairs of Peru", "for trade and industry", "to Japan"."""

from __future__ import annotations

from typing import NamedTuple

from legation.find.lexicon import Hit, Lexicon
from legation.find.personhood import Name
from legation.records import Annotation, Entity, Token
from legation.rules.offices import OfficeRules, OfficeTitle
from legation.rules.world import WorldName

PLACES = frozenset({"GPE", "LOC", "NORP"})
"""What the parser calls states, places and peoples."""


ROUNDS = 4
"""Prepositions that a title goes on with, at most: "Director-General of the Department of Asian Affairs of the Ministry"."""


class Complement(NamedTuple):
    """What follows a title: where it ends, whose it is, and where the office's own words end."""

    last: int
    country: str | None
    organisation: str | None
    words: int
    is_elsewhere: bool


def complement_of(
    hit: Hit[OfficeTitle], annotation: Annotation, lexicon: Lexicon, offices: OfficeRules, names: dict[int, Name]
) -> Complement:
    tokens = annotation.tokens
    last = hit.last
    country = organisation = None
    is_elsewhere = False
    if last + 1 < len(tokens) and tokens[last].text == "-" and f"-{tokens[last + 1].lower}" in offices.syntax.suffixes:
        last += 2
    while last in lexicon.fields:
        last += 1
    words_last = last
    beside = lexicon.world_at.get(last)
    if beside is not None and beside.found[0].kind == "country" and _begins_name(beside.last, names):
        # "Foreign Minister Thailand Don Pramudwinai"
        last, country = beside.last, beside.found[0].country
    charge = _phrase_at(last, annotation, offices.syntax.charges)
    if charge:
        end, _ = noun_phrase(last + charge, annotation, lexicon, names, offices, is_lower_allowed=True)
        last = words_last = end if end > last + charge else last
    if not charge and (alone := _phrase_at(last, annotation, offices.syntax.charges_alone)):
        last = words_last = last + alone
    for _ in range(ROUNDS):
        if last + 3 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")" and last > hit.last:
            # "the Ministry of Foreign Affairs (MFA) of Armenia"
            last += 3
        if last >= len(tokens) or not offices.allows_complement(hit.found.office_class, tokens[last].lower):
            break
        preposition = tokens[last].lower
        if served := _served_between(hit, last + 1, annotation, lexicon, names):
            last = words_last = served
            break
        if preposition == "in" and not _is_inside(hit, last + 1, annotation, lexicon):
            break
        end, world = noun_phrase(
            last + 1,
            annotation,
            lexicon,
            names,
            offices,
            is_lower_allowed=preposition in ("of", "for") or (preposition == "on" and _is_of_fields(last + 1, annotation, offices)),
        )
        # "the senator from Ohio" sits for it; any other of an office may be from anywhere.
        seats = ("country", "region") if hit.found.office_class == "legislator" else ("country",)
        if end == last + 1 or (preposition == "from" and (world is None or world.kind not in seats)):
            break
        is_for_state = preposition == "for" and hit.found.office_class == "foreign_minister"
        is_seat = preposition == "in" and hit.found.office_class == "ambassador"  # "the ambassador in Nairobi"
        gives = (
            (preposition in ("of", "in", "from") and not is_seat)
            or is_for_state
            or (preposition == "for" and hit.found.office_class == "spokesperson")
        )
        gives |= world is not None and world.kind == "institution" and preposition in ("for", "at", "with")
        # "head of mission at Ghana's embassy", "an official at the Chinese foreign ministry"
        hosts = [lexicon.title_at[i].found for i in range(last, end) if i in lexicon.title_at]
        gives |= preposition == "at" and any(title.is_institution for title in hosts)
        if world and gives:
            country, organisation = country or world.country, organisation or world.organisation
        if world is None and gives:
            # "the spokesperson for the Ministry of Trade" is of no other place.
            is_body = any(i in lexicon.title_at for i in range(hit.last, end))
            is_one = hit.found.office_class not in offices.several_holders and not is_body
            quarters = offices.syntax.quarters
            is_elsewhere |= is_one or any(
                names_a_place(i, annotation.entities, tokens, quarters) for i in range(last + 1, end)
            )
        last = end
        # "president of France" is the office of president; "minister of health of Peru" keeps its field.
        bare = world is not None and gives and (preposition == "in" or world.kind in ("country", "body", "states"))
        words_last = words_last if bare or is_seat else end
    return Complement(last, country, organisation, words_last, is_elsewhere)


def _served_between(
    hit: Hit[OfficeTitle], i: int, annotation: Annotation, lexicon: Lexicon, names: dict[int, Name]
) -> int:
    """The end of "to the President" in "Adviser to the President Bo Oe": in capitals, with no article before the first title
    or only one, the name is his who serves; 0 where there is no such thing."""
    tokens = annotation.tokens
    served = lexicon.title_at.get(i + 1)
    if served is None or served.first != i + 1 or served.found.is_institution or tokens[i].lower != "the":
        return 0
    is_capital = tokens[hit.first].text[0].isupper() and tokens[served.first].text[0].isupper()
    return served.last if is_capital and not hit.found.is_plural and _begins_name(served.last, names) else 0


def _is_of_fields(i: int, annotation: Annotation, offices: OfficeRules) -> bool:
    """ "special assistant on foreign affairs": one of the next two words is a field of offices."""
    return any(t.lower in offices.syntax.fields for t in annotation.tokens[i : i + 2])


def _phrase_at(i: int, annotation: Annotation, phrases: tuple[str, ...]) -> int:
    """How many tokens the first of these phrases has that stands here ("Minister of State with responsibility for Trade");
    0 for none."""
    for words in phrases:
        length = words.count(" ") + 1
        if " ".join(t.lower for t in annotation.tokens[i : i + length]) == words:
            return length
    return 0


def _begins_name(i: int, names: dict[int, Name]) -> bool:
    return (i in names and names[i].first == i) or (i + 1 in names and names[i + 1].honorific == i)


def _is_inside(title: Hit[OfficeTitle], i: int, annotation: Annotation, lexicon: Lexicon) -> bool:
    """Whether what stands here goes with the title by "in": a capital ("the ministry in Beijing"), an institution ("the
    permanent secretary in the Ministry of Trade")."""
    if title.found.is_institution or title.found.office_class == "ambassador":
        # "the ambassador in Nairobi" sits there.
        hit = lexicon.world_at.get(i)
        is_seat = title.found.is_institution
        return hit is not None and hit.found[0].kind in (("capital",) if is_seat else ("capital", "city"))
    i += i < len(annotation.tokens) and annotation.tokens[i].tag == "DT"
    if not title.found.office_class:
        is_state = i in lexicon.world_at and lexicon.world_at[i].found[0].kind == "country"
        return is_state and _is_plain_counterpart(title, annotation, lexicon)  # "his counterpart in Peru"
    owner = lexicon.world_at.get(i)
    if owner is not None and owner.last < len(annotation.tokens) and annotation.tokens[owner.last].tag == "POS":
        i = owner.last + 1  # "the permanent secretary in Peru's Ministry of Trade"
    return i in lexicon.title_at and lexicon.title_at[i].found.is_institution


def _is_plain_counterpart(title: Hit[OfficeTitle], annotation: Annotation, lexicon: Lexicon) -> bool:
    """Whether this is somebody's counterpart, of a state not said before: "his Chilean counterpart in Peru" is met there."""
    before = range(max(title.first - 2, 0), title.last)
    is_whose = any(annotation.tokens[i].tag == "PRP$" for i in before)
    return title.found.words == "counterpart" and is_whose and not any(i in lexicon.world_at for i in before)


def names_a_place(
    i: int, entities: tuple[Entity, ...], tokens: tuple[Token, ...], quarters: frozenset[str] = frozenset()
) -> bool:
    """Whether the parser takes a capitalised word that the world's tables do not know for a state, place or people; parts of
    the world (``quarters``) that an office deals with are no states: "the South Asia wing"."""
    token = tokens[i]
    return token.lower not in quarters and token.text[0].isupper() and token.entity >= 0 and entities[token.entity].label in PLACES


def served_by(
    last: int,
    annotation: Annotation,
    lexicon: Lexicon,
    offices: OfficeRules,
    title: OfficeTitle,
    names: dict[int, Name],
) -> int | None:
    """The title's token of him whom this one serves: "an adviser to Japanese Prime Minister Shinzo Abe"."""
    tokens = annotation.tokens
    if last >= len(tokens) or not offices.allows_complement(title.office_class, tokens[last].lower):
        return None
    for i in range(last + 1, min(last + 5, len(tokens))):
        if i in names and title.office_class in offices.syntax.serving:
            # "special adviser to Buhari on media"
            return i
        if i in lexicon.title_at:
            return None if lexicon.title_at[i].found.is_institution else lexicon.title_at[i].last - 1
        if i not in lexicon.world_at and tokens[i].tag not in ("DT", "JJ"):
            return None
    return None


def noun_phrase(
    first: int,
    annotation: Annotation,
    lexicon: Lexicon,
    names: dict[int, Name],
    offices: OfficeRules,
    *,
    is_lower_allowed: bool,
) -> tuple[int, WorldName | None]:
    """The end of the noun phrase that begins at ``first`` (``first`` itself where none does) and its country."""
    tokens = annotation.tokens
    i, world = first, None
    if first >= len(tokens):
        return first, None
    sentence = tokens[first - 1].sentence
    if tokens[i].tag == "DT" or (tokens[i].lower == "its" and tokens[i].tag == "PRP$"):
        i += 1  # "the head of its women's wing"
    if i < len(tokens) and tokens[i].lower in offices.syntax.ruling:
        i += 1  # "vice-president of the ruling MPLA"
    begun = i
    while i < len(tokens) and tokens[i].sentence == sentence and i not in names:
        token = tokens[i]
        label = annotation.entities[token.entity].label if token.entity >= 0 else ""
        if label in ("DATE", "TIME"):
            break
        if i in lexicon.world_at:
            hit = lexicon.world_at[i]
            world = world or hit.found[0]
            i = hit.last
            if world.kind != "other" and (
                _names_a_department(i, annotation, offices.syntax.departments)
                or (world.kind in ("adjective", "people") and _is_affairs(i, annotation, offices.syntax.departments))
                or (world.kind == "body" and _is_a_field(i, annotation, offices.syntax.fields))
            ):
                # "Head of the GCC and Regional Neighbourliness Department", "Minister of Foreign and CARICOM Affairs"
                world = WorldName(kind="other")
            if i < len(tokens) and tokens[i].tag == "POS":
                i += 1
        elif i in lexicon.fields or (token.tag == "POS" and i > begun):
            i += 1
        elif token.text == "-" and i > begun and tokens[i - 1].end == token.start and token.end == tokens[i + 1].start:
            i += 1  # "the University of Bu-Ali"
        elif token.text in lexicon.bodies:
            world, i = world or WorldName(kind="body", country=lexicon.bodies[token.text]), i + 1
        elif i in lexicon.title_at and lexicon.title_at[i].found.is_institution:
            i = lexicon.title_at[i].last
        elif i in lexicon.title_at and lexicon.title_at[i].found.words in offices.syntax.ranks and world is not None:
            # "Minister of Defence of Peru General Bo Oe": the rank is the name's.
            break
        elif i in lexicon.title_at and i > begun and lexicon.title_at[i].found.words in offices.words.honorifics:
            # "Minister of Sports Prince Bo Oe"
            break
        elif i in lexicon.title_at:
            # "adviser to Japanese Prime Minister Shinzo Abe": that is another person.
            return first, None
        elif token.lower in offices.words.honorifics and token.text[0].isupper():
            # "Chief of Defence Forces Gen Bo Oe": the name begins.
            break
        elif _belongs(token, is_lower_allowed and (not world or _goes_with(world, token, offices))) or (
            token.lower == "and" and i > begun and _goes_on(i + 1, annotation, lexicon, names, offices)
        ):
            i += 1
        else:
            break
    return (i, world) if i > begun else (first, None)


def _names_a_department(i: int, annotation: Annotation, departments: frozenset[str]) -> bool:
    """Whether the name goes on after a body's and ends in a noun of its own: "the EU Enlargement Directorate"."""
    tokens, last = annotation.tokens, i
    while last < len(tokens) and tokens[last].sentence == tokens[i - 1].sentence and last - i < 6:
        token = tokens[last]
        if not (
            token.lower in ("and", "&", ",") or (token.pos in ("PROPN", "ADJ", "NOUN") and token.text[0].isupper())
        ):
            break
        last += 1
    return last - i > 1 and tokens[last - 1].lower in departments


def _is_affairs(i: int, annotation: Annotation, departments: frozenset[str]) -> bool:
    """ "the Department of American Affairs", "director of African studies": a people's name before what is dealt with."""
    tokens = annotation.tokens
    return i < len(tokens) and tokens[i].lower in departments and tokens[i].sentence == tokens[i - 1].sentence


def _is_a_field(i: int, annotation: Annotation, fields: frozenset[str]) -> bool:
    """Whether the name before ``i`` is only what a minister is for: "European Union Affairs", "NATO integration"."""
    tokens = annotation.tokens
    return i < len(tokens) and tokens[i].sentence == tokens[i - 1].sentence and tokens[i].lower in fields


def _belongs(token: Token, is_lower_allowed: bool) -> bool:
    return token.pos in ("PROPN", "NOUN", "ADJ") and (token.text[0].isupper() or is_lower_allowed)


def _goes_with(world: WorldName, token: Token, offices: OfficeRules) -> bool:
    """Whether a small word belongs to the division or state before it: "the Kharkiv regional administration", "the Peruvian
    electoral commission"."""
    if world.kind in ("adjective", "people"):
        return token.pos in ("NOUN", "PROPN", "ADJ") and token.dep in ("amod", "compound", "nmod", "pobj", "poss", "conj", "appos")
    return world.kind in ("city", "region", "capital") and token.lower in offices.syntax.division_words


def _goes_on(i: int, annotation: Annotation, lexicon: Lexicon, names: dict[int, Name], offices: OfficeRules) -> bool:
    """Whether the word after an "and" is of the same field: "on China and Taiwan Affairs", "for trade and industry"."""
    tokens = annotation.tokens
    if i >= len(tokens) or i in names or i in lexicon.title_at or tokens[i].pos not in ("PROPN", "NOUN", "ADJ"):
        return False
    if i in lexicon.world_at and lexicon.world_at[i].found[0].kind == "adjective":
        return False
    if tokens[i].lower in offices.words.honorifics:
        return False
    return tokens[i].text[0].isupper() == tokens[i - 2].text[0].isupper()
