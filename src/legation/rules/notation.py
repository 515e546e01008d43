"""The notation that date grammars are written in, and its compiled form. It knows no language.

    the? DAY of month:MONTH ,? year:<1000-2199>

- a lower-case word or a sign stands for itself (any case in the text; a capital in the notation asks for one);
- ``NAME`` is a word list or another rule of the grammar; ``<1-31>`` a whole number written in digits, ``<00-59>``
  with two of them;
- ``key:`` before an item stores what it means under that key: a word list or a number its value, a rule its whole
  reading. Without a key a rule's reading is merged into the present one and a word list's value is stored under the
  list's own name in lower case;
- ``?`` makes an item optional, ``(a | b c)`` is a choice, ``~`` asks that there be no space before the next item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from legation.errors import RulesError


class Literal(msgspec.Struct, frozen=True, tag="literal"):
    """One token of the text, by its form."""

    word: str
    is_glued: bool = False


class Number(msgspec.Struct, frozen=True, tag="number"):
    """A whole number in digits from ``low`` to ``high``; ``digits`` asks for that many of them (0: any)."""

    low: int
    high: int
    digits: int = 0
    key: str | None = None
    is_glued: bool = False


class Symbol(msgspec.Struct, frozen=True, tag="symbol"):
    """A word list or a rule, by name."""

    name: str
    key: str | None = None
    is_glued: bool = False


class Choice(msgspec.Struct, frozen=True, tag="choice"):
    """One of several sequences; an empty one makes the item optional."""

    options: tuple[tuple[Item, ...], ...]


Item = Literal | Number | Symbol | Choice

_LEX = re.compile(
    r"\s*(?:(?P<num>(?:[a-z_][a-z0-9_]*:)?<\d+-\d+>)|(?P<sym>(?:[a-z_][a-z0-9_]*:)?[A-Z][A-Z0-9_]+)"
    r"|(?P<sign>[()|?~])|(?P<word>\w+|\\?[^\w\s]))"
)
TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
"""What a token of a text is to the date grammar: digits, letters, or one sign."""


def compiled(pattern: str) -> tuple[Item, ...]:
    """The items of one pattern. Raises RulesError where it is not well formed."""
    pieces = list(_pieces(pattern))
    options, rest = _options(pieces, 0, pattern)
    if rest != len(pieces):
        raise RulesError(f"pattern {pattern!r}: unbalanced bracket")
    return options[0] if len(options) == 1 else (Choice(options),)


def _pieces(pattern: str) -> Iterator[tuple[str, str]]:
    at = 0
    text = pattern.rstrip()
    while at < len(text):
        found = _LEX.match(text, at)
        if not found or not found.lastgroup:
            raise RulesError(f"pattern {pattern!r}: not understood from {text[at:]!r}")
        yield found.lastgroup, found[found.lastgroup]
        at = found.end()


def _options(pieces: list[tuple[str, str]], at: int, pattern: str) -> tuple[tuple[tuple[Item, ...], ...], int]:
    options: list[tuple[Item, ...]] = []
    items: list[Item] = []
    is_glued = False
    while at < len(pieces):
        kind, piece = pieces[at]
        if (kind, piece) == ("sign", ")"):
            break
        at += 1
        if kind != "sign":
            items.append(_item(kind, piece, is_glued))
            is_glued = False
        elif piece == "~":
            is_glued = True
        elif piece == "|":
            options.append(tuple(items))
            items = []
        elif piece == "?":
            if not items:
                raise RulesError(f"pattern {pattern!r}: '?' with nothing before it")
            items.append(Choice(((items.pop(),), ())))
        else:
            inner, at = _options(pieces, at, pattern)
            if at >= len(pieces):
                raise RulesError(f"pattern {pattern!r}: bracket not closed")
            at += 1
            items.append(Choice(inner))
    options.append(tuple(items))
    return tuple(options), at


def _item(kind: str, piece: str, is_glued: bool) -> Item:
    if kind == "word":
        return Literal(piece[-1] if piece.startswith("\\") else piece, is_glued)
    key, _, name = piece.rpartition(":")
    if kind == "sym":
        return Symbol(name, key or None, is_glued)
    low, high = name[1:-1].split("-")
    return Number(int(low), int(high), len(high) if low.startswith("0") and len(low) > 1 else 0, key or None, is_glued)
