"""Where the words of the world and of offices stand on a page, in token numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

import msgspec

from legation.find.divisions import division_of
from legation.find.halves import halves_named
from legation.find.provinces import land_behind
from legation.records import Annotation
from legation.rules.offices import OfficeRules, OfficeTitle
from legation.rules.phrases import Phrases
from legation.rules.world import World, WorldName

OWNER = 4
"""Tokens into which a possessor of what an office is for may go."""
NAMING = frozenset({"country", "adjective", "people"})
"""Kinds of names that are names of states."""
TOWNS = frozenset({"city", "capital", "country"})
"""Kinds of names that are names of towns besides."""
Found = TypeVar("Found")
Readings = tuple[WorldName, ...]


class Hit(msgspec.Struct, Generic[Found], frozen=True):
    """Tokens ``first`` to ``last`` (exclusive) are one phrase."""

    first: int
    last: int
    found: Found


class Lexicon(msgspec.Struct, frozen=True):
    """The hits of a page, and for each token the hit that covers it. ``fields`` are the tokens of what an office is for:
    "Internal Relations, Justice and Peace" after "Minister for"; ``bodies`` gives the state of a body that the page explains
    by its state: "PCB" after "Pakistan Cricket Board (PCB)"; ``divisions`` the state of the province beside a title, by the
    title's first token; ``letters`` that of the parties that one letter stands for ("D-Ohio")."""

    world: tuple[Hit[tuple[WorldName, ...]], ...]
    titles: tuple[Hit[OfficeTitle], ...]
    world_at: dict[int, Hit[tuple[WorldName, ...]]]
    title_at: dict[int, Hit[OfficeTitle]]
    fields: frozenset[int] = frozenset()
    bodies: dict[str, str] = {}
    divisions: dict[int, str] = {}
    letters: dict[str, str] = {}


def world_hits(
    annotation: Annotation, world: World, barred: Sequence[tuple[int, int]] = ()
) -> tuple[Hit[tuple[WorldName, ...]], ...]:
    """Every phrase of the world on the page; names that only look like one ("China Airlines") among them as "other"."""
    hits = [
        Hit(hit.first, hit.last, _settled(hit.found, annotation, hit, world))
        for hit in _hits(annotation, world.phrases, barred)
    ]
    said = [_said(hits[n - 1], hit, annotation) if n else hit for n, hit in enumerate(hits)]
    placed = tuple(_in_lands(said, annotation, world))
    named = [(hit.first, hit.found[0].country) for hit in placed if hit.found[0].kind in NAMING]
    taken = {i for hit in placed for i in range(hit.first, hit.last)}
    halves: list[Hit[Readings]] = [
        Hit(i, i + 1, (WorldName(kind="country", country=state),))
        for i, state in halves_named(annotation, world, named)
        if i not in taken
    ]
    return tuple(sorted((*placed, *halves), key=lambda hit: hit.first))


def _in_lands(hits: Sequence[Hit[Readings]], annotation: Annotation, world: World) -> Iterator[Hit[Readings]]:
    """Towns of the land that stands behind them, and that land: "Manchester, New Hampshire", "Athens, Georgia"."""
    towns: dict[int, str] = {}  # where a land's name begins, the state it is of
    for hit in hits:
        reading = hit.found[0]
        is_town = reading.kind in TOWNS
        found = land_behind(hit.first, hit.last, annotation, world, reading.country) if is_town else None
        land, state = found or (-1, towns.get(hit.first))
        if state is None or state == reading.country:
            yield hit
            continue
        if found is not None:
            towns[land] = state
        place = annotation.text[slice(*annotation.span(hit.first, hit.last))]
        yield Hit(hit.first, hit.last, (WorldName(kind="region" if found is None else "city", country=state, place=place),))


def _said(before: Hit[Readings], hit: Hit[Readings], annotation: Annotation) -> Hit[Readings]:
    """A ministry's name with the state that is said right before it: "the German Foreign Office"."""
    seat, state = hit.found[0], before.found[0]
    between = annotation.tokens[before.last : hit.first]
    is_said = state.kind in ("country", "adjective", "people") and state.country not in (None, seat.country)
    if (
        seat.kind not in ("seat", "institution")
        or not seat.office_class
        or not is_said
        or any(t.tag != "POS" for t in between)
    ):
        return hit
    return Hit(hit.first, hit.last, (msgspec.structs.replace(seat, country=state.country), *hit.found[1:]))


def lexicon(annotation: Annotation, world: World, offices: OfficeRules) -> Lexicon:
    """All hits of a page; where a title and a world phrase overlap, the longer has the words."""
    at = {i: h for h in world_hits(annotation, world) for i in range(h.first, h.last)}
    kept = [
        title
        for title in (_behind_body(hit, at, annotation, offices) for hit in _hits(annotation, offices.titles))
        if _is_noun(annotation, title, offices)
        and not _is_other_name(annotation, title, offices)
        and all(at[i].last - at[i].first <= title.last - title.first for i in range(title.first, title.last) if i in at)
    ]
    barred = [annotation.span(h.first, h.last) for h in kept]
    places = world_hits(annotation, world, barred)
    world_at = {i: h for h in places for i in range(h.first, h.last)}
    return Lexicon(
        world=places,
        titles=tuple(kept),
        world_at=world_at,
        title_at={i: h for h in kept for i in range(h.first, h.last)},
        fields=frozenset(_fields(kept, annotation, offices)),
        bodies=dict(_bodies(annotation, world_at)),
        letters=offices.syntax.faction_letters,
        divisions={
            h.first: state
            for h in kept
            if (h.found.office_class in offices.syntax.of_divisions or _heads_division(h, annotation, offices))
            and (state := division_of(h.first, h.last, annotation, world, offices.syntax.division_nouns)) is not None
        },
    )


def _behind_body(
    title: Hit[OfficeTitle], at: dict[int, Hit[Readings]], annotation: Annotation, offices: OfficeRules
) -> Hit[OfficeTitle]:
    """The title behind a longer name that shares its first words: "chair" of "Rastriya Prajatantra Party chair"."""
    body = at.get(title.first)
    if body is None or body.last >= title.last or body.last - body.first <= title.last - title.first:
        return title
    found = offices.title_named(" ".join(t.lower for t in annotation.tokens[body.last : title.last]))
    return Hit(body.last, title.last, found) if found is not None and not found.is_institution else title


def _heads_division(title: Hit[OfficeTitle], annotation: Annotation, offices: OfficeRules) -> bool:
    """ "chairman of the Quang Ninh People's Committee", "head of the Kharkiv military administration"."""
    if title.found.office_class not in ("head", "party_official"):
        return False
    tokens = annotation.tokens[title.last : title.last + 8]
    inside = [t for t in tokens if t.sentence == annotation.tokens[title.first].sentence]
    words = annotation.text[inside[0].start : inside[-1].end].lower() if inside else ""
    return any(body in words for body in offices.syntax.division_bodies)


def _fields(titles: Sequence[Hit[OfficeTitle]], annotation: Annotation, offices: OfficeRules) -> Iterator[int]:
    """The tokens of every list of fields behind a title, commas and "and" among them."""
    tokens, fields = annotation.tokens, offices.syntax.fields
    titled = {i for title in titles for i in range(title.first, title.last) if not title.found.is_institution}
    for title in titles:
        i = title.last
        if tokens[i - 1].lower in fields and title.last - title.first > 1:
            # "Minister of Health and Wellness": the list begins inside the title.
            while (last := _field_after(i, annotation, offices)) is not None and last not in titled:
                i = last + 1
            yield from range(title.last, i)
        while i + 1 < len(tokens) and tokens[i].lower in ("of", "for", "on"):
            i += 1 + (tokens[i + 1].tag == "DT")
            # "chair of Parliament's Foreign Affairs, Defence and Trade Committee"
            i = next((k + 1 for k in range(i + 1, min(i + OWNER, len(tokens))) if tokens[k].tag == "POS"), i)
            first = i
            while i < len(tokens) and tokens[i].sentence == tokens[title.first].sentence:
                last = i if i == first and tokens[i].lower in fields else None
                last = _field_after(i, annotation, offices) if i > first else last
                if last is None:
                    break
                i = last + 1
            yield from range(first, i)


def _field_after(i: int, annotation: Annotation, offices: OfficeRules) -> int | None:
    """The next word of a list of fields that goes on at token ``i``, a comma or an "and" before it or not."""
    tokens = annotation.tokens
    ahead = i + _link_at(i, annotation, offices) if i < len(tokens) else i
    if ahead >= len(tokens) or tokens[ahead].lower not in offices.syntax.fields or tokens[ahead].sentence != tokens[i - 1].sentence:
        return None
    is_like = ahead == i or tokens[ahead].text[0].isupper() == tokens[i - 1].text[0].isupper()
    return ahead if is_like else None


def _bodies(annotation: Annotation, world_at: dict[int, Hit[Readings]]) -> Iterator[tuple[str, str]]:
    """Bodies with the state that the page says is theirs: letters behind a name that holds its state's ("Pakistan Cricket
    Board (PCB)"), a name with its state's behind a comma ("ZimTrade, Zimbabwe's trade agency,")."""
    tokens = annotation.tokens
    for i in range(1, len(tokens) - 2):
        token = tokens[i]
        if token.text == "(" and tokens[i + 2].text == ")" and i + 1 not in world_at:
            letters = tokens[i + 1].text
            states = (
                _states_of_letters(letters, i, annotation, world_at) if sum(c.isupper() for c in letters) > 1 else set()
            )
            if len(states) == 1:
                yield letters, states.pop()
        elif token.text == "," and i + 1 in world_at and tokens[i - 1].pos == "PROPN" and i - 1 not in world_at:
            hit = world_at[i + 1]
            is_owner = hit.last < len(tokens) and tokens[hit.last].tag == "POS" and hit.found[0].kind == "country"
            if is_owner and hit.found[0].country and tokens[i - 1].dep not in ("compound", "amod"):
                yield tokens[i - 1].text, hit.found[0].country


def _states_of_letters(letters: str, i: int, annotation: Annotation, world_at: dict[int, Hit[Readings]]) -> set[str]:
    """The states named in the words before token ``i`` whose initials the letters are; small words may be left out."""
    states: set[str] = set()
    left, i = letters.lower(), i - 1
    while i >= 0 and left:
        token = annotation.tokens[i]
        if token.lower[0] == left[-1] and token.text[0].isupper():
            left = left[:-1]
            if i in world_at and world_at[i].found[0].kind in ("country", "adjective", "people"):
                states |= {world_at[i].found[0].country or ""}
        elif token.text[0].isupper() or not token.text.isalpha():
            return set()
        i -= 1
    return states - {""} if not left else set()


def _link_at(i: int, annotation: Annotation, offices: OfficeRules) -> int:
    """How many tokens join two words of a list here: "," "and" ", and"."""
    words = [t.lower for t in annotation.tokens[i : i + 4]]
    if words[:1] == [","]:
        return 2 if words[1:2] in (["and"], ["&"]) else 1
    if words[:1] not in (["and"], ["&"]):
        return int(words[:1] == ["-"] and annotation.tokens[i - 1].end == annotation.tokens[i].start)
    if any(word in offices.syntax.crowned for word in words[2:3]):
        return 4  # "and His Majesty's Armed Forces"
    return 2 if words[1:2] == ["the"] else 1


def _hits(
    annotation: Annotation, phrases: Phrases[Found], barred: Sequence[tuple[int, int]] = ()
) -> tuple[Hit[Found], ...]:
    hits = []
    for start, end, found in phrases.find(annotation.text, barred):
        tokens = annotation.tokens_in(start, end)
        if not tokens:
            continue
        # A token that only holds the phrase ("pro-Beijing") does not stand for it.
        if tokens[0].start == start and tokens[-1].end <= end + 1 and tokens[0].sentence == tokens[-1].sentence:
            hits.append(Hit(tokens[0].i, tokens[-1].i + 1, found))
    return tuple(hits)


def _is_noun(annotation: Annotation, hit: Hit[OfficeTitle], offices: OfficeRules) -> bool:
    """A title is a noun: "to head", "may chair" and "they minister" are none."""
    tokens = annotation.tokens[hit.first : hit.last]
    if hit.found.words.isupper() and _is_hour(annotation, hit, offices):
        return False
    if any(t.pos in ("NOUN", "PROPN") for t in tokens):
        return True
    after = annotation.tokens[hit.last] if hit.last < len(annotation.tokens) else None
    names_follow = after is not None and after.text[0].isupper() and after.pos == "PROPN"
    return names_follow or (hit.last - hit.first > 1 and tokens[0].text[0].isupper())


def _is_hour(annotation: Annotation, hit: Hit[OfficeTitle], offices: OfficeRules) -> bool:
    """ "5:03 PM", "at 7 PM Monday"; not "on June 7 PM X met"."""
    tokens = annotation.tokens
    if not hit.first or not tokens[hit.first - 1].text[-1].isdigit():
        return False
    before, after = tokens[max(hit.first - 2, 0)], tokens[hit.last] if hit.last < len(tokens) else None
    ends_day = before.pos == "PROPN" and before.lower in offices.words.names.not_names
    opens_name = after is not None and after.pos == "PROPN" and after.lower not in offices.words.names.not_names
    return not (ends_day and opens_name)


def _is_other_name(annotation: Annotation, hit: Hit[OfficeTitle], offices: OfficeRules) -> bool:
    """ "the English Premier League", "the General Secretariat": the title's word begins another name."""
    tokens = annotation.tokens
    if hit.found.words in offices.syntax.names_too and not _is_used_as_title(annotation, hit, offices):
        return True
    if hit.last >= len(tokens) or hit.last - hit.first > 1 or not tokens[hit.first].text[0].isupper():
        return False
    after = tokens[hit.last]
    if hit.found.words in offices.syntax.fathered and after.lower in offices.syntax.lineage:
        return True
    is_date = after.entity >= 0 and annotation.entities[after.entity].label in ("DATE", "TIME")
    is_person = after.entity >= 0 and annotation.entities[after.entity].label == "PERSON"
    if is_person and after.lower in offices.words.names.names_too:
        return False
    capital = after.text[0].isupper() and after.pos == "PROPN" and after.sentence == tokens[hit.first].sentence
    return capital and not is_date and after.lower in offices.words.names.not_names


def _is_used_as_title(annotation: Annotation, hit: Hit[OfficeTitle], offices: OfficeRules) -> bool:
    """ "the Amir", "Qatar's Amir", "Amir of Kuwait", "Amir Sheikh Tamim", where "Amir Khan" is a name."""
    tokens = annotation.tokens
    after = tokens[hit.last].lower if hit.last < len(tokens) else ""
    if after == "of" or after in offices.words.honorifics:
        return True
    return hit.first > 0 and tokens[hit.first - 1].tag in ("DT", "POS", "JJ", "PRP$")


def _settled(
    readings: tuple[WorldName, ...], annotation: Annotation, hit: Hit[tuple[WorldName, ...]], world: World
) -> tuple[WorldName, ...]:
    """The readings with a homonym put first where the text around speaks for it (Georgia beside Atlanta)."""
    after = annotation.tokens[hit.last] if hit.last < len(annotation.tokens) else None
    if after is not None and after.lower in world.tails and after.text[0].isupper() and after.pos == "PROPN":
        return (WorldName(kind="other"),)
    words = annotation.text[annotation.tokens[hit.first].start : annotation.tokens[hit.last - 1].end]
    for homonym in world.homonyms:
        if words in (homonym.name, homonym.name.upper()):  # "MANCHESTER, N.H. -"
            text = annotation.text
            if any(w in text for w in homonym.near) and not any(w in text for w in homonym.against):
                if homonym.kind == "seat":
                    return (msgspec.structs.replace(readings[0], country=homonym.country),)
                is_state = homonym.kind != "region"
                place = None if is_state else homonym.name
                return (WorldName(kind=homonym.kind, country=homonym.country, place=place, is_actor=is_state),)
    return readings
