"""What the recogniser of names says of a word: a time, a place."""

from __future__ import annotations

from legation.records import Annotation, Token


def is_time(doc: Annotation, token: Token) -> bool:
    """Whether the word is of a day or an hour."""
    return token.entity >= 0 and doc.entities[token.entity].label in {"DATE", "TIME"}


def is_named_place(doc: Annotation, token: Token) -> bool:
    """Whether the word is of the name of a state, a land, a town or a building."""
    return token.entity >= 0 and doc.entities[token.entity].label in {"GPE", "LOC", "FAC"}
