"""Quoted stretches of a text, by their marks alone, in one pass over each paragraph.

Conventions: a stretch holds its own marks. A quotation that runs over several paragraphs, each opened anew and only
the last one closed, gives one stretch a paragraph, with ``closed`` false for all but the last. Quotations inside
quotations belong to the outer one. A paragraph whose mark is never closed is quoted to its end; one with a closing
mark and no opening mark is quoted from its beginning only where the mark follows punctuation, as it then ends speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

CLOSERS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』", "``": "''"}
MARKS = re.compile(r"``|''|[“”„«»‹›「」『』\"‘’']")
ENDS_SPEECH = ",.?!…-—–;:"
ELISIONS = re.compile(r"['’](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|round\b|n\b|s\b|t\b|re\b|ve\b|ll\b|d\b|m\b)", re.I)


class Quote(msgspec.Struct, frozen=True):
    """A quoted stretch with its marks: ``text[start:end]``; ``paragraph`` is the number of the paragraph."""

    start: int
    end: int
    paragraph: int
    opened: bool = True
    closed: bool = True


def find_quotes(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[Quote, ...]:
    """Every top-level quoted stretch of ``text`` in its order; time is linear in the text."""
    found: list[Quote] = []
    for number, (start, end) in enumerate(paragraphs):
        found.extend(_paragraph(text, start, end, number))
    return tuple(found)


def _paragraph(text: str, start: int, end: int, number: int) -> Iterator[Quote]:
    marks = list(MARKS.finditer(text, start, end))
    singles = _single_closers(text, marks, start, end)
    open_at: int | None = None
    closers = ""
    any_found = False
    k = 0
    while k < len(marks):
        mark = marks[k]
        sign, at = mark.group(), mark.start()
        k += 1
        if open_at is None:
            if sign in "‘'" and len(sign) == 1:
                close = singles.get(at)
                if close is not None:
                    any_found = True
                    yield Quote(at, close + 1, number)
                    while k < len(marks) and marks[k].start() <= close:
                        k += 1
                continue
            if sign == "’":
                continue
            if _opens(text, mark, start, end):
                open_at, closers = at, _closers(sign)
            elif not any_found and sign in '”"' and at - start > 2 and text[at - 1] in ",.?!":
                any_found = True
                yield Quote(start, mark.end(), number, opened=False)
        elif _closes(text, mark, closers, end):
            any_found = True
            if mark.end() - open_at > 2:
                yield Quote(open_at, mark.end(), number)
            open_at = None
    if open_at is not None and end - open_at > 2:
        yield Quote(open_at, end, number, closed=False)


def _closers(sign: str) -> str:
    if sign == "”":
        return "”"
    if sign == "»":
        return "«"
    return CLOSERS.get(sign, sign)


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    sign, at, after = mark.group(), mark.start(), mark.end()
    before = text[at - 1] if at > start else " "
    following = text[after] if after < end else " "
    if before == "=":
        # An attribute of leftover markup (author="...").
        return False
    if sign in CLOSERS:
        return True
    if sign in ('"', "''"):
        # An inch mark or a stray closing mark stands after a character and before a space.
        return not following.isspace() and (not before.isalnum() or (following.isalnum() and not before.isdigit()))
    if sign in "”»":
        return before.isspace() and following.isalnum()
    return False


def _closes(text: str, mark: re.Match[str], closers: str, end: int) -> bool:
    sign, at, after = mark.group(), mark.start(), mark.end()
    same = sign == closers or (len(sign) == 1 and sign in closers and closers != "''")
    mixed = (closers == "”" and sign == '"') or (closers == '"' and sign == "”")
    # An opening mark in the place of a closing one ("abhorrent“ in a tweet) closes.
    slip = sign == "“" and closers == "”" and not text[at - 1].isspace() and not text[after : after + 1].isalnum()
    slip = slip or (
        sign == "``" and closers == "''" and not text[at - 1].isspace() and not text[after : after + 1].isalnum()
    )
    if not (same or mixed or slip):
        return False
    if sign in ('"', "''"):
        before = text[at - 1]
        following = text[after] if after < end else " "
        # A straight mark between a space and a letter opens a quotation within the quotation.
        return not (before.isspace() and following.isalnum()) or closers != sign
    return True


def _single_closers(text: str, marks: list[re.Match[str]], start: int, end: int) -> dict[int, int]:
    """For each single mark that can open a quotation, the offset of the mark that closes it."""
    found: dict[int, int] = {}
    opener: int | None = None
    fallback: int | None = None
    for mark in marks:
        sign, at = mark.group(), mark.start()
        if sign not in ("‘", "’", "'"):
            continue
        before = text[at - 1] if at > start else " "
        following = text[at + 1] if at + 1 < end else " "
        if opener is None:
            opening = before in ' \t(\n[—–-“"' and (
                following.isalnum() or following in '[(…“"' or text.startswith("..", at + 1)
            )
            if opening and (sign == "‘" or not ELISIONS.match(text, at)) and sign != "’":
                opener, fallback = at, None
            continue
        if sign == "‘" or following.isalnum() or (sign == "'" and before.isspace()):
            continue
        if before == "s" and following == " " and at + 2 < end and text[at + 2].islower():
            # A possessive plural looks the same as the end of a quotation; prefer a later mark.
            fallback = at if fallback is None else fallback
            continue
        found[opener] = at
        opener = None
    if opener is not None and fallback is not None:
        found[opener] = fallback
    return found
