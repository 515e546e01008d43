"""A text against a date grammar: which rules match where, and what they read. Knows no language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from legation.rules.dates import DateRules, Rule, number_kind
from legation.rules.notation import TOKEN, Choice, Item, Literal, Number, Symbol

Reading = dict[str, Any]
Match = tuple[int, Reading]
"""Where a match ends (token number, exclusive) and what it reads."""

DEEPEST = 40
"""How deep rules may stand in one another ("the day before the day before ..."); no sentence needs a third of it."""

_BREAK = re.compile(r"\n\s*\n")


class Lattice:
    """The tokens of one text and every match that was asked for, remembered.

    ``breaks`` are character offsets no match may run across (block bounds); blank lines always are. ``within`` are the
    only stretches that are looked at, in text order, each from a break on; None: all of it.
    """

    def __init__(
        self,
        text: str,
        rules: DateRules,
        breaks: frozenset[int] = frozenset(),
        within: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        parts = [(0, len(text))] if within is None else within
        found = [match for start, end in parts for match in TOKEN.finditer(text, start, end)]
        self.rules = rules
        self.words = [m[0] for m in found]
        self.lowers = [w.lower() for w in self.words]
        self.kinds = [(w, number_kind(w)) if w.isdigit() else (w,) for w in self.lowers]
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]
        self.gaps = [2] * len(found)
        for i in range(1, len(found)):
            start, end = self.ends[i - 1], self.starts[i]
            if start == end:
                self.gaps[i] = 0
            elif start + 1 == end or not _BREAK.search(text, start, end):
                self.gaps[i] = 1
            if self.starts[i] in breaks:
                self.gaps[i] = 2
        self._depth = 0
        self._memo: dict[tuple[str, int], tuple[Match, ...]] = {}

    def matches(self, symbol: str, i: int) -> tuple[Match, ...]:
        """Every way ``symbol`` matches from token ``i``, one for each end, the earlier rule first."""
        key = (symbol, i)
        known = self._memo.get(key)
        if known is not None:
            return known
        if self._depth >= DEEPEST:
            return ()
        self._depth += 1
        found: dict[int, Reading] = {}
        index = self.rules.index[symbol]
        kinds = self.kinds[i]
        nexts = self.kinds[i + 1] if i + 1 < len(self.kinds) else ()
        for kind in kinds:
            for rule, seconds in index.get(kind, ()):
                if seconds is None or any(n in seconds for n in nexts):
                    self._apply(rule, i, found)
        self._depth -= 1
        result = tuple(found.items())
        self._memo[key] = result
        return result

    def _apply(self, rule: Rule, i: int, found: dict[int, Reading]) -> None:
        if not self._side(rule.after, rule.not_after, i - 1, i):
            return
        for end, reading in self._sequence(rule.items, 0, i, {}, is_first=True):
            if end not in found and self._side(rule.before, rule.not_before, end, end):
                found[end] = _given(reading, rule.gives) if rule.gives else reading

    def _side(self, wanted: frozenset[str], unwanted: frozenset[str], neighbour: int, edge: int) -> bool:
        """Whether the token next to the match is one that the rule wants and none that it forbids."""
        if not wanted and not unwanted:
            return True
        is_edge = not 0 <= neighbour < len(self.words) or (edge < len(self.gaps) and self.gaps[edge] == 2)
        word = "^" if is_edge else self.lowers[neighbour]
        kinds = {word, "#"} if word.isdigit() else {word}
        if not is_edge and self.words[neighbour][0].isupper():
            kinds.add("Aa")
        return (not wanted or not wanted.isdisjoint(kinds)) and unwanted.isdisjoint(kinds)

    def _sequence(
        self, items: tuple[Item, ...], at: int, i: int, reading: Reading, *, is_first: bool = False
    ) -> Iterator[Match]:
        if at == len(items):
            yield i, reading
            return
        item = items[at]
        if isinstance(item, Choice):
            for option in item.options:
                for end, inner in self._sequence(option, 0, i, reading, is_first=is_first):
                    yield from self._sequence(items, at + 1, end, inner, is_first=is_first and end == i)
            return
        if i >= len(self.words):
            return
        gap = self.gaps[i]
        if not is_first and (gap == 2 or (item.is_glued and gap)):
            return
        for end, inner in self._item(item, i, reading):
            yield from self._sequence(items, at + 1, end, inner)

    def _item(self, item: Literal | Number | Symbol, i: int, reading: Reading) -> Iterator[Match]:
        if isinstance(item, Literal):
            if _says(item.word, self.words[i]):
                yield i + 1, reading
        elif isinstance(item, Number):
            number = self._number(item, i)
            if number is not None:
                yield i + 1, reading if item.key is None else {**reading, item.key: number}
        elif item.name in self.rules.words:
            for end, value in self._listed(item.name, i):
                yield end, reading if value == "" else {**reading, item.key or item.name.lower(): value}
        else:
            for end, inner in self.matches(item.name, i):
                if item.key is None:
                    yield end, {**reading, **inner} if inner else reading
                else:
                    yield end, {**reading, item.key: {**inner, "at": (self.starts[i], self.ends[end - 1])}}

    def _number(self, item: Number, i: int) -> int | None:
        word = self.words[i]
        if not word.isdecimal() or not word.isascii():
            return None
        if len(word) > len(str(item.high)) or (item.digits and len(word) != item.digits):
            return None
        number = int(word)
        return number if item.low <= number <= item.high else None

    def _listed(self, name: str, i: int) -> Iterator[Match | tuple[int, Any]]:
        for tokens, value in self.rules.words[name].get(self.lowers[i], ()):
            end = i + len(tokens)
            if end > len(self.words) or not _says(tokens[0], self.words[i]):
                continue
            if all(_says(t, self.words[i + k]) and self.gaps[i + k] < 2 for k, t in enumerate(tokens) if k):
                yield end, value


def _says(wanted: str, word: str) -> bool:
    """Whether the text's word is the wanted one; a wanted capital must be there."""
    if wanted == word:
        return True
    return wanted.lower() == word.lower() and (wanted.islower() or word[0].isupper())


def _given(reading: Reading, gives: dict[str, Any]) -> Reading:
    """The reading with what its rule adds. ``{sum = [...]}``, ``{product = [...]}`` and ``{decimal = [...]}`` reckon
    with numbers and with keys of the reading, which they use up."""
    used: set[str] = set()
    added: Reading = {}
    for key, value in gives.items():
        if isinstance(value, dict) and len(value) == 1 and next(iter(value)) in _RECKONINGS:
            added[key] = _reckoned(value, reading, used)
        else:
            added[key] = value
    return {**{k: v for k, v in reading.items() if k not in used}, **added}


def _reckoned(value: Any, reading: Reading, used: set[str]) -> Any:
    if isinstance(value, str):
        used.add(value)
        return reading.get(value, 0)
    if isinstance(value, dict):
        ((name, parts),) = value.items()
        return _RECKONINGS[name]([_reckoned(part, reading, used) for part in parts])
    return value


def _product(numbers: list[Any]) -> Any:
    result = 1
    for number in numbers:
        result *= number
    return result


_RECKONINGS: dict[str, Any] = {
    "sum": sum,
    "product": _product,
    "decimal": lambda parts: float(f"{parts[0]}.{parts[1]}"),
    "same": lambda parts: parts[0],
}
