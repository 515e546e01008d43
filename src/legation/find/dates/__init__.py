"""Temporal expressions of a text: found and read by the date grammar, not yet resolved to days."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from legation.find.dates.lattice import Lattice, Match
from legation.find.dates.light import LIGHT_MODEL, light
from legation.records import Annotation, TimeMention, TimexType
from legation.rules.dates import DateRules

__all__ = ["LIGHT_MODEL", "find_dates", "light"]

_LETTER = re.compile(r"[^\W\d_]")
"""What stands between two sentences and has no letter is a sign of the layout, such as a list's numbers."""

_CLOCK_UNITS = frozenset(("hour", "minute", "second"))
_TIME_KEYS = frozenset(("daypart", "hour", "clock"))


def find_dates(annotation: Annotation, rules: DateRules) -> tuple[TimeMention, ...]:
    """Every temporal expression of ``annotation.text``, in text order, none overlapping another.

    Of several readings that begin at one word the longest is taken. ``annotation`` may be light
    (``find.dates.light``): then look-alikes such as the verb "may" are told apart by their spelling and neighbours
    alone. A range ("28-31 March", "from Monday to Wednesday") is one mention.
    """
    lattice = Lattice(annotation.text, rules, _breaks(annotation), _read(annotation))
    mentions = []
    i = 0
    while i < len(lattice.words):
        best = _longest(lattice, i) if _fits_left(lattice, i) else None
        if best is None:
            i += 1
            continue
        end, reading = best
        start_char, end_char = lattice.starts[i], lattice.ends[end - 1]
        if reading and not _is_vetoed(annotation, start_char, rules):
            mentions.append(
                TimeMention(
                    start=start_char,
                    end=end_char,
                    words=annotation.text[start_char:end_char],
                    type=_type(reading),
                    reading=reading,
                )
            )
        i = end
    return tuple(mentions)


def _breaks(annotation: Annotation) -> frozenset[int]:
    """Where blocks begin: no expression runs from one into the next."""
    sentences = annotation.sentences
    return frozenset(
        annotation.tokens[s.first].start
        for before, s in pairwise(sentences)
        if s.block != before.block and s.first < len(annotation.tokens)
    )


def _read(annotation: Annotation) -> list[tuple[int, int]]:
    """The stretches of the text that sentences cover: all of it, but where only passages of it were parsed."""
    text, tokens = annotation.text, annotation.tokens
    bounds = [(tokens[s.first].start, tokens[s.last - 1].end) for s in annotation.sentences]
    found = [[0, 0]]
    for start, end in bounds:
        if _LETTER.search(text, found[-1][1], start):
            found.append([start, end])
        found[-1][1] = end
    if not bounds or not _LETTER.search(text, found[-1][1]):
        found[-1][1] = len(text)
    return [(start, end) for start, end in found]


def _longest(lattice: Lattice, i: int) -> Match | None:
    """The longest expression from token ``i``; an empty reading where a look-alike is as long."""
    best: Match | None = None
    for end, reading in lattice.matches("TIMEX", i):
        if (best is None or end > best[0]) and _fits_right(lattice, end):
            best = (end, reading)
    for end, _ in lattice.matches("NOTDATE", i):
        if best is None or end >= best[0]:
            best = (end, {})
    return best


def _fits_left(lattice: Lattice, i: int) -> bool:
    """Whether a word can begin here: not in the middle of ``A330``, ``$5``, ``2.5`` or ``F-16``."""
    if i == 0 or lattice.gaps[i]:
        return True
    before = lattice.words[i - 1]
    if before[-1].isalnum():
        return False
    if _is_in_slug(lattice, i):
        return False
    if not lattice.words[i][0].isdigit():
        return before not in "@#_/\\" and not (before == "." and i > 1 and not lattice.gaps[i - 1])
    if before in "$£€¥#@+*=.,:/\\_&":
        return False
    return before not in "-–" or i < 2 or lattice.gaps[i - 1] != 0 or not lattice.words[i - 2][-1].isalnum()


def _is_in_slug(lattice: Lattice, i: int) -> bool:
    """Whether the word stands in an address such as ``/talks-in-october-2021``: behind two glued hyphens or slashes."""
    signs = 0
    while i > 0 and not lattice.gaps[i]:
        i -= 1
        signs += lattice.words[i] in "-/"
    return signs > 1


def _fits_right(lattice: Lattice, end: int) -> bool:
    """Whether a word can end here."""
    if end >= len(lattice.words) or lattice.gaps[end]:
        return True
    after = lattice.words[end]
    if after[0].isalnum():
        return False
    ends_in_digit = lattice.words[end - 1][-1].isdigit()
    if after in "@_\\" or (ends_in_digit and after in "%°$£€"):
        return False
    follows = end + 1 < len(lattice.words) and not lattice.gaps[end + 1]
    if ends_in_digit and after in ".,:/" and follows:
        return not lattice.words[end + 1][0].isdigit()
    return True


def _is_vetoed(annotation: Annotation, start: int, rules: DateRules) -> bool:
    """Whether the tagger says that the first word is no date after all (the modal "may", the verb "march")."""
    token = annotation.token_at(start)
    return token is not None and token.tag in rules.veto_tags.get(token.lower, ())


def _type(reading: dict[str, Any]) -> TimexType:
    kind = reading.get("kind")
    if kind == "set":
        return "SET"
    if kind is None and "unit" in reading and "shift" not in reading:
        return "DURATION"
    if kind == "window" and "n" in reading:
        return "DURATION"
    if kind == "shift" and reading.get("amount", reading).get("unit") in _CLOCK_UNITS:
        return "TIME"
    if kind is None and _TIME_KEYS & reading.keys():
        return "TIME"
    return "DATE"
