"""Whether two personal names can be one person's: spellings, order, diacritics, the part that news uses alone."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

from legation.rules.offices import NameWords

CLOSE = 0.9
"""How much of two names must be the same letters in the same order for one to be a careless writing of the other."""

KOREAN = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")
"""A family name before a given name in two syllables, the second one written small: "Yun Byung-se"."""


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name without case, diacritics, initials' stops and hyphens; Jr. and the like are dropped."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    for old, new in (
        ("ı", "i"),
        ("ł", "l"),
        ("ø", "o"),
        ("đ", "d"),
        ("ð", "d"),
        ("þ", "th"),
        ("æ", "ae"),
        ("œ", "oe"),
        ("ß", "ss"),
        ("’", ""),
        ("'", ""),
        ("\u02bb", ""),
        ("\u2018", ""),
        (".", " "),
        ("“", " "),
        ("”", " "),
        ('"', " "),
    ):
        plain = plain.replace(old, new)
    for mark in '.-“”"()':
        plain = plain.replace(mark, " ")
    return tuple(w for w in plain.split() if w not in ("jr", "sr"))


def family_names(name: str, country: str | None, words: NameWords) -> tuple[tuple[str, ...], ...]:
    """The word runs that can stand alone for this name: the surname first, then other parts that news uses.

    "Xi" for Xi Jinping, "Borrell" for Josep Borrell, "bin Salman" and "Salman" for Mohammed bin Salman.
    """
    parts = name_words(name)
    if len(parts) < 2:
        return (parts,)
    may_be_first = country is None or country in words.surname_first
    if may_be_first and (parts[0] in words.first_surnames or KOREAN.fullmatch(name)):
        return (parts[:1], parts[-1:]) if country is None else (parts[:1],)
    if country in words.surname_first:
        # "Lawrence Wong" beside "Lee Hsien Loong": a first word that is no known surname may be a given name.
        return (parts[:1], parts[-1:])
    tails = tuple(parts[i:] for i in range(len(parts) - 1, 0, -1))
    if country in words.given_used:
        return (*tails, parts[:1])
    # Spanish and Portuguese names are shortened to the first of two surnames: Pedro Sánchez (Castejón).
    middle = tuple((p,) for p in parts[1:-1] if p not in words.particles and len(p) > 1)
    return tails + middle


def is_same_name(one: str, two: str, words: NameWords) -> bool:
    """Whether two full names can be one: the same words in any order, one a shortening of the other, or variants."""
    a, b = name_words(one), name_words(two)
    if a == b or (len(a) > 1 and sorted(a) == sorted(b)) or "".join(a) == "".join(b):
        return True
    if len(a) < 2 or len(b) < 2:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    initials = [name[1] for name in (a, b) if len(name) > 2 and len(name[1]) == 1]
    if len(initials) == 2 and initials[0] != initials[1]:
        return False
    if len(short) < len(long):
        less, more = tuple(map(_spelling, short)), tuple(map(_spelling, long))
        if set(less) <= set(more) and (less[0] == more[0] or less[-1] == more[-1]):
            return _keeps_order(less, more)
    return is_variant(a[-1], b[-1]) and _is_same_given(a[:-1], b[:-1], words)


def may_be_one(one: str, two: str, words: NameWords) -> bool:
    """Whether two full names are one or differ by so little that they may well be, written carelessly: no proof of it."""
    a, b = "".join(name_words(one)), "".join(name_words(two))
    return is_same_name(one, two, words) or SequenceMatcher(None, a, b).ratio() > CLOSE


def _spelling(word: str) -> str:
    # What comes down to one letter ("Rajji") is no initial.
    bones = skeleton(word) if len(word) > 3 else word
    return bones if len(bones) > 1 else word


def _keeps_order(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(word in rest for word in short)


def _is_same_given(a: tuple[str, ...], b: tuple[str, ...], words: NameWords) -> bool:
    first, second = a[0], b[0]
    if first == second or is_variant(first, second):
        return True
    short, long = sorted((first, second), key=len)
    return (len(short) == 1 or short in words.initials) and long.startswith(short)


def is_variant(one: str, two: str) -> bool:
    """Whether two words are one name in two transliterations: equal once the usual alternations are undone."""
    return one == two or (min(len(one), len(two)) > 3 and _spelling(one) == _spelling(two))


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """A word with the letters that transliterations exchange made one: Zelensky, Zelenskiy, Zelenskyy."""
    for old, new in _ALTERNATIONS:
        word = word.replace(old, new)
    made = ""
    for letter in word:
        if not made or letter != made[-1]:
            made += letter
    return made.rstrip("i")


_ALTERNATIONS = (
    ("muham", "moham"), ("mohamm", "moham"), ("mohamad", "mohamed"),
    ("yy", "i"), ("iy", "i"), ("ii", "i"), ("ij", "i"), ("y", "i"), ("j", "i"), ("kh", "h"), ("ph", "f"), ("q", "k"),
    ("ck", "k"), ("c", "k"), ("ou", "u"), ("oo", "u"), ("o", "u"), ("ee", "i"), ("e", "i"), ("w", "v"), ("ai", "i"),
    ("z", "s"),
)  # fmt: skip
