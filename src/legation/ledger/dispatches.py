"""Copies and light rewrites of one report: recognised by their words (MinHash) and the quotations they share.

A *dispatch* is all of them together; sources are counted by dispatch. The words of a text are compared as a set of
runs of four words (shingles); MinHash estimates how much of two sets is shared (Broder 1997). Bands of a signature
find candidates without comparing all pages; each quotation of some length finds candidates too.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

import msgspec
from rensa import RMinHash

SHINGLE = 4
BANDS, ROWS = 20, 5
# Two texts this much alike are one dispatch; with quotations in common, this little is enough.
ALIKE, ALIKE_QUOTING = 0.5, 0.2
QUOTATIONS = 2
# A quotation counts from this many words on: shorter ones are anybody's.
QUOTE_WORDS = 8
# Copies appear within this many days of each other.
WITHIN_DAYS = 7
REMEMBERED = 256
"""Texts whose signatures are kept at hand: some megabytes at most."""

_WORD = re.compile(r"\w+")
_QUOTE = re.compile(r"[“\"«„]([^“”\"«»„]{20,600})[”\"»“]")


class Signature(msgspec.Struct, frozen=True):
    """A text's words as numbers: ``minima`` of its shingles, ``quotes`` of its longer quotations."""

    minima: tuple[int, ...]
    quotes: frozenset[int]

    @property
    def bands(self) -> tuple[int, ...]:
        """What a page is filed under: one number a band, one a quotation. Empty for a text too short to judge."""
        if not self.minima:
            return ()
        found = [_number(f"{b}:{self.minima[b * ROWS : (b + 1) * ROWS]}") for b in range(BANDS)]
        return (*found, *sorted(self.quotes))


@lru_cache(maxsize=REMEMBERED)
def signature(text: str) -> Signature:
    """The signature of a text; the same for the same words anywhere. Empty below twenty words.

    Those of the last texts are remembered: the copies of a story come close together, each compared with all before it.
    """
    words = [w.casefold() for w in _WORD.findall(text)]
    quotes = frozenset(
        _number("quote " + " ".join(spoken))
        for quote in _QUOTE.findall(text)
        if len(spoken := [w.casefold() for w in _WORD.findall(quote)]) >= QUOTE_WORDS
    )
    if len(words) < 20:
        return Signature((), quotes)
    hashed = RMinHash(num_perm=BANDS * ROWS, seed=1)
    hashed.update([" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)])
    return Signature(tuple(hashed.digest()), quotes)


def likeness(a: Signature, b: Signature) -> float:
    """The estimated share of shingles that two texts have in common."""
    if not a.minima or not b.minima:
        return 0.0
    return sum(x == y for x, y in zip(a.minima, b.minima, strict=True)) / len(a.minima)


def is_one_dispatch(a: Signature, b: Signature) -> bool:
    """Whether two pages are copies or light rewrites of one report."""
    alike = likeness(a, b)
    return alike >= ALIKE or (alike >= ALIKE_QUOTING and len(a.quotes & b.quotes) >= QUOTATIONS)


def _number(words: str) -> int:
    """A number that fits a signed 64-bit column."""
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=8).digest(), "big", signed=True)
