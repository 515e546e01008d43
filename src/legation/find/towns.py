"""Towns that no list of the world's chief cities has: by a list of towns, or by the state that stands behind them."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.lexicon import Hit
from legation.records import Annotation, PlaceMention, Token
from legation.rules.world import World, WorldName

LONGEST = 4
"""Words of the longest name of an unknown town."""


def find_towns(annotation: Annotation, world: World, hits: tuple[Hit[tuple[WorldName, ...]], ...]) -> Iterator[PlaceMention]:
    """Places beside the ``hits`` of the world: known towns where a word says that a place follows ("in Kisumu", "the city of
    Samsun"), and unknown names with their state behind a comma ("in Lusail, Qatar")."""
    taken = {i for hit in hits for i in range(hit.first, hit.last)}
    found: set[int] = set()
    for start, end, country in world.towns.find(annotation.text):
        tokens = annotation.tokens_in(start, end)
        if not tokens or tokens[0].start != start or tokens[-1].end != end or taken & {t.i for t in tokens}:
            continue
        if _is_place(tokens[0].i, tokens[-1].i + 1, annotation, world, found):
            found.update(t.i for t in tokens)
            yield _mention(tokens[0].i, tokens[-1].i + 1, annotation, country)
    for hit in hits:
        reading = hit.found[0]
        first = _town_before(hit.first, annotation, world, taken | found)
        is_land = reading.kind in {"country", "region"} and not _is_owner(hit.last, annotation)
        if is_land and reading.country is not None and first is not None:
            yield _mention(first, hit.first - 1, annotation, reading.country)


def _is_place(first: int, last: int, annotation: Annotation, world: World, towns: set[int]) -> bool:
    tokens = annotation.tokens
    behind = tokens[last] if last < len(tokens) and tokens[last].sentence == tokens[first].sentence else None
    is_site = behind is not None and behind.lower in world.town_words["behind"]
    if behind is not None and behind.pos == "PROPN" and not is_site:
        return False  # "in Samara Jones's words"
    if not is_site and _is_of_person(first, last, annotation, longer=_is_sure(first, annotation, world, towns)):
        return False
    opens = first == 0 or tokens[first - 1].sentence != tokens[first].sentence
    if opens:  # a dateline
        return behind is not None and behind.text in {",", "-", "–", "—", "("}
    return is_site or _follows_place_word(first, annotation, world, towns)


def _follows_place_word(first: int, annotation: Annotation, world: World, towns: set[int]) -> bool:
    """ "in Kisumu", "visited Kisumu", "the city of Kisumu", "in Eldoret, Nakuru and Kisumu"."""
    words, before = world.town_words, annotation.tokens[first - 1]
    if before.lower == "of":
        return first > 1 and annotation.tokens[first - 2].lower in words["kinds"]
    if before.lower in words["before"] or before.lower in words["kinds"]:
        return True
    if before.lower == "the" and first > 1:
        return annotation.tokens[first - 2].lower in words["before"]
    return before.lower in {",", "and", "or"} and first - 2 in towns


def _is_sure(first: int, annotation: Annotation, world: World, towns: set[int]) -> bool:
    """Whether only a place follows the word before: "in Trabzon", "visited Trabzon", and what is joined to that."""
    before = annotation.tokens[first - 1].lower if first else ""
    return before in world.town_words["sure"] or (first > 1 and first - 2 in towns)


def _town_before(land: int, annotation: Annotation, world: World, taken: set[int]) -> int | None:
    """Where an unknown name begins that a state's name at token ``land`` tells apart behind a comma, if it stands where a
    place does."""
    tokens = annotation.tokens
    if land < 3 or tokens[land - 1].text != "," or tokens[land - 1].sentence != tokens[land].sentence:
        return None
    first = land - 1
    while first > 0 and land - 1 - first < LONGEST and _is_name(tokens[first - 1]) and first - 1 not in taken:
        first -= 1
    fits = first < land - 1 and tokens[first - 1].lower in world.town_words["in"]
    return first if fits and not _is_of_person(first, land - 1, annotation) else None


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[0].isupper()


def _is_owner(last: int, annotation: Annotation) -> bool:
    """ "in Lusail, Qatar's new city"; "in Lusail, Qatar Airways said"."""
    behind = annotation.tokens[last] if last < len(annotation.tokens) else None
    return behind is not None and (behind.tag == "POS" or behind.pos in {"PROPN", "NOUN", "VERB", "AUX"})


def _is_of_person(first: int, last: int, annotation: Annotation, *, longer: bool = False) -> bool:
    """Whether a person's name is there; where ``longer``, one of more words than these."""
    named = (annotation.entities[t.entity] for t in annotation.tokens[first:last] if t.entity >= 0)
    return any(e.label == "PERSON" and (not longer or e.last - e.first > last - first) for e in named)


def _mention(first: int, last: int, annotation: Annotation, country: str) -> PlaceMention:
    start, end = annotation.span(first, last)
    head = next((i for i in range(first, last) if annotation.tokens[i].head not in range(first, last)), last - 1)
    return PlaceMention(start=start, end=end, head=head, place=annotation.text[start:end], country=country)
