"""The land that a town's name has behind it: "Manchester, New Hampshire", "London, Ont."."""

from __future__ import annotations

from legation.records import Annotation
from legation.rules.world import World

WORDS = 3
"""Words of the longest name of a land."""


def land_behind(
    first: int, last: int, annotation: Annotation, world: World, country: str | None
) -> tuple[int, str] | None:
    """(token where the land's name begins, its state) behind the town at tokens ``first`` to ``last``, which another may
    follow with an "and" ("Manchester and Concord, New Hampshire"); None where no land stands there, or it is the town's own
    ``country`` too ("Tbilisi, Georgia")."""
    tokens = annotation.tokens
    if annotation.text[slice(*annotation.span(first, last))].isupper():
        return None  # in capitals, abbreviations of the post are words
    i = last
    if i < len(tokens) and tokens[i].lower == "and":
        i += 1
        while i < len(tokens) and tokens[i].pos == "PROPN" and i <= last + WORDS:
            i += 1
    if i == last + 1 or i + 1 >= len(tokens) or tokens[i].text != ",":
        return None
    for end in range(min(i + 1 + WORDS, len(tokens)), i + 1, -1):
        words = annotation.text[slice(*annotation.span(i + 1, end))]
        state = world.provinces.get(words) or world.provinces.get(words.rstrip("."))
        if state is not None and any(r.kind == "country" and r.country == country for r in world.readings(words)):
            return None
        if state is not None and not _is_listed(end, annotation, world, words):
            return i + 1, state
    return None


def _is_listed(end: int, annotation: Annotation, world: World, words: str) -> bool:
    """ "Yerevan, Georgia and Turkey": a land that is a state too, in a list of states."""
    behind = annotation.tokens[end] if end < len(annotation.tokens) else None
    is_state_too = any(r.kind == "country" and r.country != world.provinces.get(words) for r in world.readings(words))
    return is_state_too and behind is not None and behind.lower in {"and", "or"}
