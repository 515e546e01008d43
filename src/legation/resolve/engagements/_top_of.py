"""The word of a time that its others hang on: what stands above it in the sentence stands above the time."""

from __future__ import annotations

from collections.abc import Sequence

from legation.records import Annotation, Token, When


def tokens_of(doc: Annotation, when: When) -> Sequence[Token]:
    """The words of a time, in order; none where it has no place in the text."""
    return doc.tokens_in(when.start, when.end) if when.start is not None and when.end is not None else ()


def top_of(doc: Annotation, when: When) -> Token | None:
    """The first of its words that hangs on none of them; None where it has no words, or nothing stands above them."""
    inside = tokens_of(doc, when)
    return next((t for t in inside if not inside[0].i <= t.head <= inside[-1].i), None)
