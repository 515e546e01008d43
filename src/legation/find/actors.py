"""Actors that are not persons by name: countries and what stands for them, bodies, descriptions, pronouns."""

from __future__ import annotations

from collections.abc import Iterator, Set

from msgspec.structs import replace

from legation.find.grammar import head_of, part_of
from legation.find.lexicon import Hit, Lexicon
from legation.records import Annotation, PersonMention
from legation.rules.offices import OfficeRules, OfficeTitle
from legation.rules.world import WorldName


def world_mentions(
    annotation: Annotation, lex: Lexicon, offices: OfficeRules, *, taken: frozenset[int]
) -> Iterator[PersonMention]:
    """Countries, capitals, seats and bodies that act or are acted on; words inside an office phrase are its own."""
    for hit in lex.world:
        reading = hit.found[0]
        if reading.kind == "other" or not reading.is_actor or hit.first in taken:
            continue
        head = head_of(hit.first, hit.last, annotation)
        part, word = part_of(head, annotation, offices.words.roles)
        kinds = {r.kind for r in hit.found}
        start, end = annotation.span(hit.first, hit.last)
        first = hit.first - (annotation.tokens[hit.first - 1].lower == "the" and hit.first > 0)
        base = PersonMention(
            start=annotation.tokens[first].start if "country" in kinds or "body" in kinds or "seat" in kinds else start,
            end=end,
            head=head,
            form="country",
            kind="country",
            country=reading.country,
            is_definite=True,
        )
        made = _of_kind(base, hit, kinds, part, word, annotation, offices)
        if made is not None:
            yield made


def _of_kind(
    base: PersonMention,
    hit: Hit[tuple[WorldName, ...]],
    kinds: Set[str],
    part: str,
    word: str,
    annotation: Annotation,
    offices: OfficeRules,
) -> PersonMention | None:
    roles = offices.words.roles
    reading = hit.found[0]
    if reading.members:
        return replace(base, form="description", kind="group", is_plural=True, members=reading.members)
    if "body" in kinds:
        return replace(base, form="organisation", kind="organisation", organisation=reading.organisation)
    if "country" in kinds:
        if part in ("modifier", "trip"):
            return replace(base, form="adjective", start=annotation.tokens[hit.first].start)
        if part == "place" and word not in roles.party_prepositions:
            return None
        return base
    if "capital" in kinds or "seat" in kinds:
        acts = part in ("subject", "possessor") or (part in ("party", "place") and word in roles.metonym_prepositions)
        if "seat" in kinds:
            acts = acts or (part in ("party", "other", "object") and not reading.is_place)
        if not acts:
            return None
        speaks_for_state = offices.rank(reading.office_class) <= 2 or reading.office_class is None
        organisation = reading.organisation or (None if speaks_for_state else reading.place)
        form = "capital" if "capital" in kinds else "seat"
        return replace(base, form=form, organisation=organisation if form == "seat" else None)
    if part in ("modifier", "trip") or annotation.tokens[base.head].dep in ("amod", "compound", "nmod"):
        return replace(base, form="adjective")
    if "people" in kinds:
        return replace(base, form="adjective", kind="group", is_plural=True)
    return None


def description_hits(annotation: Annotation, lex: Lexicon, offices: OfficeRules) -> Iterator[Hit[OfficeTitle]]:
    """Nouns that describe without naming an office, as titles of no class whose words are the kind of description."""
    d = offices.words.descriptions
    for token in annotation.tokens:
        if token.i in lex.title_at or token.i in lex.world_at or token.pos not in ("NOUN", "PROPN"):
            continue
        clue, is_plural = "", False
        has_marker = _has_marker(token.i, annotation, offices)
        first = (
            token.i - 1 if token.i and _with_before(token.i, annotation) in d.counterpart | d.counterparts else token.i
        )
        words = _with_before(token.i, annotation) if first < token.i else token.lower
        if words in d.counterpart:
            clue = "counterpart"
        elif words in d.counterparts:
            clue, is_plural = "counterpart", True
        elif token.lower in d.host:
            clue = "host"
        elif token.lower in d.guest:
            clue = "guest"
        elif token.lower in d.pair_alone or (token.lower in d.country_plurals and has_marker):
            clue, is_plural = ("pair_people" if token.lower in d.pair_markers else "pair_countries"), True
        elif token.lower in d.person_plurals and has_marker:
            clue, is_plural = "pair_people", True
        elif token.lower in d.side:
            clue = "side"
        elif token.lower in d.group_nouns:
            clue, is_plural = "group", True
        if clue:
            yield Hit(first, token.i + 1, OfficeTitle(words=clue, office_class="", is_plural=is_plural))


def _with_before(i: int, annotation: Annotation) -> str:
    """The word with the one before it: "opposite number"."""
    return f"{annotation.tokens[i - 1].lower} {annotation.tokens[i].lower}"


def _has_marker(i: int, annotation: Annotation, offices: OfficeRules) -> bool:
    """Whether "two" or "both" belongs to the noun."""
    markers = offices.words.descriptions.pair_markers
    return any(annotation.tokens[c].lower in markers for c in annotation.dependants[i])


def pronouns(annotation: Annotation, offices: OfficeRules) -> Iterator[PersonMention]:
    """Every personal and relative pronoun; ``clue`` is its number as the language's table names it."""
    for token in annotation.tokens:
        pronoun = offices.words.pronouns.get(token.lower)
        if pronoun is None or not token.tag.startswith(("PRP", "WP")):
            continue
        yield PersonMention(
            start=token.start,
            end=token.end,
            head=token.i,
            form="pronoun",
            kind="group" if pronoun.number == "many" else "unknown",
            gender=pronoun.gender,
            is_plural=pronoun.number == "many",
            clue=pronoun.number,
            is_definite=True,
        )
