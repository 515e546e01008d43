"""Who is the same: names, offices and bodies compared without knowing more than their words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from legation.records import Who
from legation.rules.ledger import LedgerRules, NamesPutRight
from legation.rules.names import name_words

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LETTERS = re.compile(r"[^\W\d_]+")
# Transliterations that vary between outlets: Zelensky/Zelenskyy/Zelenskiy, Khamenei/Kamenei, Faisal/Faysal.
_FOLDS = ((re.compile(r"(iy|yy|ii|ij|yi|y|i)+"), "i"), (re.compile(r"kh"), "k"), (re.compile(r"ou|oo"), "u"))
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def name_tokens(name: str) -> tuple[str, ...]:
    """The words of a name folded for comparison: no case, accents, suffixes or varying transliteration."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    folded = []
    for word in _LETTERS.findall(plain):
        if word in _SUFFIXES:
            continue
        for pattern, replacement in _FOLDS:
            word = pattern.sub(replacement, word)
        folded.append(_DOUBLED.sub(r"\1", word))
    return tuple(folded)


def names_agree(a: str, b: str, told: NamesPutRight) -> bool:
    """Whether two names can be one person's: by what people have put right about these two, else where a writing of the
    one agrees in its words with a writing of the other and no two of them have been told apart."""
    judged = told.judged(a, b)
    if judged is not None:
        return judged
    left, right = told.writings_of(a), told.writings_of(b)
    if len(left) == len(right) == 1 or name_words(a) == name_words(b):
        return words_agree(a, b)
    pairs = [(x, y) for x in left for y in right]
    return not any(told.judged(x, y) is False for x, y in pairs) and any(words_agree(x, y) for x, y in pairs)


@lru_cache(maxsize=32768)
def words_agree(a: str, b: str) -> bool:
    """Whether two names can be one person's: one holds all words of the other, or the surname and an initial."""
    left, right = name_tokens(a), name_tokens(b)
    if not left or not right:
        return False
    if set(left) <= set(right) or set(right) <= set(left):
        return True
    return left[-1] == right[-1] and left[0][0] == right[0][0] and 1 in (len(left[0]), len(right[0]))


@lru_cache(maxsize=16384)
def _folded(words: str) -> str:
    return " ".join(words.casefold().replace(".", "").split())


def office_form(office: str | None, rules: LedgerRules) -> str | None:
    """The form of an office that is compared, or None."""
    if not office:
        return None
    plain = _folded(office)
    if plain in rules.office_form:
        return rules.office_form[plain]
    # "US Secretary of State", "Chinese foreign minister": the country's word in front is not part of the office.
    _, _, rest = plain.partition(" ")
    return rules.office_form.get(rest, plain)


def side_of(who: Who) -> str | None:
    """The state or body a participant stands for."""
    return who.country or who.organisation


def same_words(a: str | None, b: str | None) -> bool:
    """Whether two short texts (places, occasions) are the same or one holds the other's words."""
    if not a or not b:
        return False
    left, right = set(name_tokens(a)), set(name_tokens(b))
    return bool(left and right) and (left <= right or right <= left)
