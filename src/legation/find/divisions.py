"""Whose a governor is: the province or land beside the title, "Kogi State Governor", "the governor of Hokkaido"."""

from __future__ import annotations

from legation.records import Annotation, Token
from legation.rules.world import World

REACH = 6
"""Tokens to the left of a title, and behind its "of", in which the division stands."""


def division_of(
    first: int, last: int, annotation: Annotation, world: World, nouns: frozenset[str] = frozenset()
) -> str | None:
    """The state of the division that a title of tokens ``first`` to ``last`` (exclusive) is of: the longest name wins;
    None where no name is known, or more states than one have it. ``nouns`` may stand before it: "of the state of Jalisco"."""
    tokens = annotation.tokens
    left: list[Token] = []
    for token in reversed(tokens[max(0, first - REACH) : first]):
        if token.sentence != tokens[first].sentence or not _may_be_part(token):
            break
        left.insert(0, token)
    if (found := _named(left, world)) is not None:
        return found
    if last >= len(tokens) or tokens[last].lower not in ("of", "for"):
        return None
    right: list[Token] = []
    for token in tokens[last + 1 : last + 1 + REACH]:
        if token.sentence != tokens[first].sentence or not (_may_be_part(token) or token.lower in nouns | {"the", "of"}):
            break
        right.append(token)
    return _named(right, world)


def _may_be_part(token: Token) -> bool:
    return (
        token.tag == "POS" or token.text == "-" or (token.text[0].isupper() and token.text.replace("-", "").isalpha())
    )


def _named(tokens: list[Token], world: World) -> str | None:
    words = [t.lower for t in tokens if t.tag != "POS"]
    for length in range(len(words), 0, -1):
        for begin in range(len(words) - length + 1):
            state = world.division(" ".join(words[begin : begin + length]))
            if state is not None:
                return state
    return None
