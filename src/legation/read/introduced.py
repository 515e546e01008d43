"""Who a page makes known: whose name stands beside an office or a power somewhere on it, and where it then acts alone.

Told roughly, by capitals and nearness: this decides which paragraphs of a page that has passed the gate are parsed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from legation.rules.funnel import FunnelRules, Mark

_LOWER = re.compile(r"\b[a-z]{2,}\b")


def introduced(
    text: str, marks: Sequence[tuple[int, int, Mark]], bounds: Sequence[int], rules: FunnelRules
) -> Mapping[str, frozenset[str]]:
    """Each word of a name that stands beside an office or a power -> the power it stands beside most often, and those it
    does at least half as often: where he travels to stands there too. None where it stands beside offices alone. What
    the page has in lower case too is no name."""
    lower = set(_LOWER.findall(text)) | rules.nobody
    found: dict[str, Counter[str]] = {}
    taken: set[str] = set()
    for start, end, mark in marks:
        taken.update(text[start:end].split())
        if mark.power is None and mark.kind not in ("office", "foreign_office"):
            continue
        i = bisect_right(bounds, start) - 1
        for low, high in ((max(bounds[i], start - rules.beside), start), (end, min(bounds[i + 1], end + rules.beside))):
            for word in _whole(text, low, high, rules):
                if word.lower() not in lower:
                    beside = found.setdefault(word, Counter())
                    if mark.power is not None:
                        beside[mark.power] += 1
    return {word: _most(beside) for word, beside in found.items() if word not in taken}


def acts_abroad(
    text: str,
    start: int,
    end: int,
    powers: frozenset[str],
    known: Mapping[str, frozenset[str]],
    rules: FunnelRules,
) -> bool:
    """Whether a sentence that has these ``powers`` names people of whom, with these, two may be of different states. Those
    of whom no state is known are all of one, which is no other's."""
    names: dict[str, frozenset[str]] = {}
    for words in _names(text, start, end, rules):
        met = [word for word in words if word in known]
        if met:
            names[met[-1]] = frozenset().union(*(known[word] for word in met))
    states = powers.union(*(of or {""} for of in names.values()))
    return bool(names) and len(names) + len(powers) > 1 and len(states) > 1


def _names(text: str, start: int, end: int, rules: FunnelRules) -> Iterator[list[str]]:
    """The words of each run of words with a capital."""
    for match in rules.name.finditer(text, start, end):
        words = [word for word in match[0].split() if word[0].isupper()]
        if words:
            yield words


def _whole(text: str, start: int, end: int, rules: FunnelRules) -> Iterator[str]:
    """Words with a capital of which no part lies outside."""
    while start < end and start > 0 and text[start - 1].isalnum():
        start += 1
    while end > start and end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end -= 1
    for words in _names(text, start, end, rules):
        yield from words


def _most(beside: Counter[str]) -> frozenset[str]:
    most = max(beside.values(), default=0)
    return frozenset(power for power, count in beside.items() if 2 * count >= most)
