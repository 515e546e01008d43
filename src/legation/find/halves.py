"""Halves of a divided land on a page about them: "North Korea calls off talks with the South", "will travel to the North"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.records import Annotation, Token
from legation.rules.world import World


def halves_named(
    annotation: Annotation, world: World, named: Sequence[tuple[int, str | None]]
) -> Iterator[tuple[int, str]]:
    """The tokens that stand for one half each, with its state; ``named`` are the states that the page names, by token.

    Only where the page names the halves as often as all other states together: a page on Sudan has a south of its own.
    """
    both = set(world.halves.values())
    of_both = sum(state in both for _, state in named)
    if not of_both or 2 * of_both < len(named):
        return
    for token in annotation.tokens:
        if token.text in world.halves and _stands_alone(annotation, token):
            yield token.i, world.halves[token.text]


def _stands_alone(annotation: Annotation, token: Token) -> bool:
    """ "The South", not "the South Sea", "South Africa", "the South of the city"; a headline has no article."""
    tokens = annotation.tokens
    before = tokens[token.i - 1].lower if token.i else ""
    after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
    is_name_of_more = after is not None and (after.text[:1].isupper() or after.text == "-" or after.lower == "of")
    in_headline = token.dep in {"pobj", "dobj"} and before in {"with", "to", "by"}
    return not is_name_of_more and (before == "the" or in_headline)
