"""Many phrases found in one pass: an Aho-Corasick automaton over text, whole words only, longest first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

import ahocorasick

Payload = TypeVar("Payload")


def lowered(text: str) -> str:
    """``text`` in lower case with every offset kept (a few letters grow when lowered; they stay as they are)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Phrases(Generic[Payload]):
    """A frozen phrase list. A phrase in lower case matches any case; one in capitals only itself; any other one
    matches where its first letter is a capital in the text too ("turkey" is not "Turkey")."""

    def __init__(self, phrases: Mapping[str, Payload]) -> None:
        self._payloads = dict(phrases)
        self._automaton: Any = ahocorasick.Automaton()
        spellings: dict[str, list[str]] = {}
        for phrase in phrases:
            spellings.setdefault(lowered(phrase), []).append(phrase)
        for low, written in spellings.items():
            self._automaton.add_word(low, (len(low), tuple(written)))
        self._automaton.make_automaton()

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._payloads

    def __getitem__(self, phrase: str) -> Payload:
        return self._payloads[phrase]

    def get(self, phrase: str) -> Payload | None:
        """What exactly this phrase stands for; None where it is not in the list."""
        return self._payloads.get(phrase)

    def __iter__(self) -> Iterator[str]:
        return iter(self._payloads)

    def __len__(self) -> int:
        return len(self._payloads)

    def find(self, text: str, barred: Sequence[tuple[int, int]] = ()) -> tuple[tuple[int, int, Payload], ...]:
        """``(start, end, payload)`` of the longest phrases, in text order, none overlapping another.

        ``barred`` are stretches, in text order, that no phrase may touch.
        """
        low = lowered(text)
        matches = []
        for last, (length, spellings) in self._automaton.iter(low):
            start, end = last + 1 - length, last + 1
            if _is_whole(low, start, end):
                matches += [(start, end, s) for s in spellings if _fits_case(text[start:end], s)][:1]
        ends = [end for _, end in barred]
        found: list[tuple[int, int, Payload]] = []
        for start, end, spelling in sorted(matches, key=lambda m: (m[0], -m[1])):
            nearest = bisect_right(ends, start)
            if nearest < len(barred) and barred[nearest][0] < end:
                continue
            if not found or start >= found[-1][1]:
                found.append((start, end, self._payloads[spelling]))
        return tuple(found)


def _is_whole(low: str, start: int, end: int) -> bool:
    before = start == 0 or not low[start - 1].isalnum()
    # A full stop inside an initialism ("U.S" of "U.S.") leaves the longer phrase to match.
    return before and (end == len(low) or not low[end].isalnum())


def _fits_case(found: str, phrase: str) -> bool:
    if phrase == found:
        return True
    if phrase.islower():
        return True
    if phrase.isupper():
        return False
    return found[:1].isupper() or not phrase[:1].isupper()
