"""Attributions in the middle of what they report whose verb stands first ("The trip, said the source, will be made in May")
and what such an attribution says of its content: that it goes on behind it ("It is rare, she said, for Oslo to wait")."""

from __future__ import annotations

from collections.abc import Callable

from legation.find.statements._grammar import trim
from legation.records import Annotation, Token
from legation.records.statements import SourceMention

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PRESENT = frozenset({"VBZ", "VBP", "MD"})
NAME_PARTS = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "NUM", "CCONJ", "PART"})
FIRST_OF_NAME = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
LONGEST_NAME = 14
"""Tokens of a source behind its cue, at most."""

Found = tuple[SourceMention, list[tuple[int, int]]]


def verb_first(
    annotation: Annotation,
    token: Token,
    source: Callable[[int, int], SourceMention | None],
    leads_up: Callable[[tuple[Token, ...], int], bool],
) -> Found | None:
    """``The road, says the governor, is shut``, ``In that first call too, says the same source, they went over trade``: the
    source is between a cue that follows a comma and the next comma, and what stands on both sides is one clause."""
    tokens = annotation.tokens
    sentence = annotation.sentence_of(token.i)
    if token.tag not in ("VBD", "VBZ") or token.i - sentence.first < 3 or tokens[token.i - 1].text != ",":
        return None
    comma = token.i + 1
    while comma < min(sentence.last, token.i + LONGEST_NAME) and tokens[comma].pos in NAME_PARTS:
        comma += 1
    if comma + 2 >= sentence.last or tokens[comma].text != "," or tokens[token.i + 1].pos not in FIRST_OF_NAME:
        return None
    opening = tokens[sentence.first : token.i - 1]
    going_on = tokens[comma + 1]
    is_open = not any(t.tag in FINITE for t in opening) and opening[0].pos in FIRST_OF_NAME
    is_whole = is_open and going_on.tag in FINITE
    is_led = opening[0].pos in ("ADP", "SCONJ", "ADV") and not any(t.text == "," for t in opening)
    rest = tokens[comma + 1 : sentence.last]
    is_led = is_led and going_on.pos in FIRST_OF_NAME | {"PRON"} and any(t.tag in FINITE for t in rest)
    who = source(token.i + 1, comma) if is_whole or is_led else None
    if who is None:
        return None
    after = trim(annotation, comma + 1, sentence.last)
    if is_whole or leads_up(opening, comma + 1):
        return who, [trim(annotation, sentence.first, token.i - 1), after]
    return who, [after]


def is_extraposed(opening: tuple[Token, ...], going_on: Token) -> bool:
    """Whether what stands before an attribution only points ahead: ``It is likely, the paper wrote, that the king stays``,
    ``It is very rare, she said, for the bank to wait``."""
    if opening[0].lower != "it" or len(opening) > 6 or going_on.lower not in ("that", "for", "to"):
        return False
    return any(t.lemma == "be" for t in opening) and opening[-1].pos in ("ADJ", "NOUN")


def is_present(words: tuple[Token, ...]) -> bool:
    """Whether the first finite verb of a stretch is in the present: what goes on so is no deed of the narrator's, who tells
    in the past ("Talks are stuck, he said, and nobody has found a way out")."""
    verb = next((t for t in words if t.tag in FINITE), None)
    return verb is not None and verb.tag in PRESENT and verb.lower not in ("would", "could", "should", "might")


__all__ = ["is_extraposed", "is_present", "verb_first"]
