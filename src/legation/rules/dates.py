"""The date grammar and its conventions for one language, validated and frozen.

Three tables make a language: ``<language>/dates`` (the grammar's rules), ``<language>/dates_words`` (its word lists)
and ``<language>/dates_sense`` (the words that look back or ahead). The amounts behind vague words are conventions of
ours, documented in docs/dates.md.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from legation.errors import RulesError
from legation.rules import ROOT, table
from legation.rules.notation import TOKEN, Choice, Item, Literal, Number, Symbol, compiled

Words = dict[str, tuple[tuple[tuple[str, ...], Any], ...]]
"""A word list: first token in lower case -> the (tokens, value) pairs that begin with it, longest first."""


class Rule(msgspec.Struct, frozen=True):
    """One way to say ``symbol``. ``gives`` is added to the reading of its parts. ``after`` and ``before`` ask for,
    ``not_after`` and ``not_before`` forbid, the token next to the match (lower case; ``^`` is the text's edge)."""

    symbol: str
    items: tuple[Item, ...]
    gives: dict[str, Any]
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()


Index = dict[str, dict[str, tuple[tuple[Rule, frozenset[str] | None], ...]]]


class SenseRules(msgspec.Struct, frozen=True):
    """Words that say whether a clause looks back or ahead; all in lower case.

    ``plans`` announce something to come ("scheduled"); those in ``plan_followers`` only before certain words.
    ``ahead_lemmas`` are their lemmas, for parsed text; after ``promises`` an infinitive is still to
    come. ``bounds`` are words that bound what follows ("by");
    ``leads`` stand before an amount of time that is counted from publication ("in two weeks").
    """

    ahead: frozenset[str]
    ahead_before: frozenset[str]
    ahead_surely: tuple[tuple[str, ...], ...]
    timetable: frozenset[str]
    ahead_lemmas: frozenset[str]
    promises: frozenset[str]
    ahead_nouns: frozenset[str]
    plans: frozenset[str]
    plan_followers: dict[str, frozenset[str]]
    back: frozenset[str]
    reporting: frozenset[str]
    reported: frozenset[str]
    of_a_day: frozenset[str]
    moved: frozenset[str]
    move_lemmas: frozenset[str]
    infinitive: frozenset[str]
    bare: frozenset[str]
    past_be: frozenset[str]
    perfect: frozenset[str]
    present: frozenset[str]
    past_suffixes: tuple[str, ...]
    not_past: frozenset[str]
    breaks: frozenset[str]
    bounds: dict[str, str]
    leads: dict[str, str]
    lead_stops: frozenset[str]


class DateRules(msgspec.Struct, frozen=True):
    """Everything that finding and resolving dates in one language needs.

    ``index[symbol]`` maps a first token (lower case, or a ``number_kind``) to the rules that can begin with it, each
    with the second tokens it then needs (None: the first can be all of it). ``vague`` gives the amounts a vague
    number can mean, ``reach`` how many units a bare plural reaches.
    """

    language: str
    words: dict[str, Words]
    rules: dict[str, tuple[Rule, ...]]
    index: Index
    vague: dict[str, tuple[int, int]]
    reach: dict[str, int]
    veto_tags: dict[str, frozenset[str]]
    numeric_order: str
    sense: SenseRules


@cache
def date_rules(language: str = "en") -> DateRules:
    """The rules of ``language``. Raises RulesError, naming the rule, where a table is wrong or missing."""
    grammar = table(f"{language}/dates")
    lists = table(f"{language}/dates_words")
    words = {name.upper(): _word_list(entries) for name, entries in lists["words"].items()}
    rules: dict[str, tuple[Rule, ...]] = {}
    for symbol, rows in grammar["rules"].items():
        rules[symbol] = tuple(_rule(symbol, row, language) for row in rows)
    for name, listed in rules.items():
        for rule in listed:
            _check(rule.items, set(words) | set(rules), f"{language}/dates: {name}")
    return DateRules(
        language=language,
        words=words,
        rules=rules,
        index=_index(rules, words),
        vague={name: (low, high) for name, (low, high) in lists["vague"].items()},
        reach=lists["reach"],
        veto_tags={word: frozenset(tags) for word, tags in lists.get("veto_tags", {}).items()},
        numeric_order=lists["conventions"]["numeric_order"],
        sense=_sense(table(f"{language}/dates_sense")),
    )


class FeastRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the days of feasts come from, by the feast's key; see world/feasts.toml."""

    fixed: dict[str, tuple[int, int]]
    nth: dict[str, tuple[int, int, int]]
    easter: dict[str, int]
    orthodox: dict[str, int]
    islamic: dict[str, tuple[int, int, int]]
    kept_in: dict[str, tuple[str, str]]

    def __contains__(self, name: str) -> bool:
        tables = (self.fixed, self.nth, self.easter, self.orthodox, self.islamic, self.kept_in)
        return any(name in listed for listed in tables)


@cache
def feast_rules() -> FeastRules:
    """The feasts' table. Raises RulesError where it is wrong."""
    try:
        return msgspec.convert(table("world/feasts"), FeastRules)
    except msgspec.ValidationError as error:
        raise RulesError(f"world/feasts: {error}") from error


def languages() -> tuple[str, ...]:
    """The languages that have a date grammar."""
    return tuple(sorted(path.parent.name for path in ROOT.glob("*/dates.toml")))


def _word_list(entries: dict[str, Any]) -> Words:
    found: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for phrase, value in entries.items():
        tokens = tuple(TOKEN.findall(phrase))
        found.setdefault(tokens[0].lower(), []).append((tokens, value))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _rule(symbol: str, row: str | dict[str, Any], language: str) -> Rule:
    if isinstance(row, str):
        row = {"say": row}
    unknown = set(row) - {"say", "give", "after", "not_after", "before", "not_before"}
    if unknown or "say" not in row:
        raise RulesError(f"{language}/dates: {symbol}: a rule has 'say' and knows no {sorted(unknown)}")
    try:
        items = compiled(row["say"])
    except RulesError as error:
        raise RulesError(f"{language}/dates: {symbol}: {error}") from error
    sides = {side: frozenset(row.get(side, ())) for side in ("after", "not_after", "before", "not_before")}
    return Rule(symbol=symbol, items=items, gives=row.get("give", {}), **sides)


def _check(items: tuple[Item, ...], known: set[str], where: str) -> None:
    for item in items:
        if isinstance(item, Symbol) and item.name not in known:
            raise RulesError(f"{where}: no word list or rule is called {item.name}")
        if isinstance(item, Choice):
            for option in item.options:
                _check(option, known, where)


def number_kind(digits: str) -> str:
    """The kind of a token in digits, by its length."""
    return f"#{min(len(digits), 9)}"


def number_kinds(item: Number) -> tuple[str, ...]:
    """The kinds of token that a number of the grammar can be."""
    shortest = item.digits or len(str(item.low))
    return tuple(number_kind("0" * length) for length in range(shortest, len(str(item.high)) + 1))


class _Opening(msgspec.Struct, frozen=True):
    """How a pattern can begin: each first token with the second ones that can follow it, the tokens that can be all of
    it, whether it can be nothing. A number in digits is ``#`` and how many it has."""

    pairs: dict[str, frozenset[str]] = {}
    singles: frozenset[str] = frozenset()
    is_empty: bool = False

    def then(self, other: _Opening) -> _Opening:
        nothing: frozenset[str] = frozenset()
        after = frozenset(other.pairs)
        pairs = {word: seconds | after if word in self.singles else seconds for word, seconds in self.pairs.items()}
        return _Opening(
            _merged(pairs, other.pairs) if self.is_empty else pairs,
            (self.singles if other.is_empty else nothing) | (other.singles if self.is_empty else nothing),
            self.is_empty and other.is_empty,
        )

    def otherwise(self, other: _Opening) -> _Opening:
        return _Opening(_merged(self.pairs, other.pairs), self.singles | other.singles, self.is_empty or other.is_empty)


def _merged(one: dict[str, frozenset[str]], other: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return {**one, **{word: one[word] | seconds if word in one else seconds for word, seconds in other.items()}}


_NOTHING = _Opening(is_empty=True)


class _Openings:
    """The openings of every word list and rule, each worked out once."""

    def __init__(self, rules: dict[str, tuple[Rule, ...]], words: dict[str, Words]) -> None:
        self.rules = rules
        self.known = {name: _list_opening(listed) for name, listed in words.items()}

    def of(self, name: str, path: tuple[str, ...] = ()) -> _Opening:
        if name in path:
            raise RulesError(f"rule {name} begins with itself: {' > '.join(path)}")
        if name not in self.known:
            found = _Opening()
            for rule in self.rules[name]:
                found = found.otherwise(self.sequence(rule.items, (*path, name)))
            if found.is_empty:
                raise RulesError(f"rule {name} can match nothing")
            self.known[name] = found
        return self.known[name]

    def sequence(self, items: tuple[Item, ...], path: tuple[str, ...]) -> _Opening:
        found = _NOTHING
        for item in items:
            found = found.then(self.item(item, path if found.is_empty else ()))
            if not found.is_empty and not found.singles:
                break
        return found

    def item(self, item: Item, path: tuple[str, ...]) -> _Opening:
        if isinstance(item, Literal):
            word = item.word.lower()
            return _Opening({word: frozenset()}, frozenset((word,)))
        if isinstance(item, Number):
            lengths = number_kinds(item)
            return _Opening(dict.fromkeys(lengths, frozenset()), frozenset(lengths))
        if isinstance(item, Symbol):
            return self.of(item.name, path)
        found = _Opening()
        for option in item.options:
            found = found.otherwise(self.sequence(option, path))
        return found


def _list_opening(listed: Words) -> _Opening:
    pairs: dict[str, frozenset[str]] = {}
    singles = set()
    for first, entries in listed.items():
        pairs[first] = frozenset(tokens[1].lower() for tokens, _ in entries if len(tokens) > 1)
        if any(len(tokens) == 1 for tokens, _ in entries):
            singles.add(first)
    return _Opening(pairs, frozenset(singles))


def _index(rules: dict[str, tuple[Rule, ...]], words: dict[str, Words]) -> Index:
    openings = _Openings(rules, words)
    index: Index = {}
    for name, listed in rules.items():
        openings.of(name)
        by_word: dict[str, list[tuple[Rule, frozenset[str] | None]]] = {}
        for rule in listed:
            opening = openings.sequence(rule.items, (name,))
            for word, seconds in opening.pairs.items():
                by_word.setdefault(word, []).append((rule, None if word in opening.singles else seconds))
        index[name] = {word: tuple(some) for word, some in by_word.items()}
    return index


def _sense(rows: dict[str, Any]) -> SenseRules:
    def listed(name: str) -> frozenset[str]:
        return frozenset(str(rows.get(name, "")).split())

    return SenseRules(
        ahead=listed("ahead"),
        ahead_before=listed("ahead_before"),
        ahead_surely=tuple(tuple(phrase.split()) for phrase in rows.get("ahead_surely", ())),
        timetable=listed("timetable"),
        ahead_lemmas=listed("ahead_lemmas"),
        promises=listed("promises"),
        ahead_nouns=listed("ahead_nouns"),
        plans=listed("plans"),
        plan_followers={word: frozenset(after.split()) for word, after in rows.get("plan_followers", {}).items()},
        back=listed("back"),
        reporting=listed("reporting"),
        reported=listed("reported"),
        of_a_day=listed("of_a_day"),
        moved=listed("moved"),
        move_lemmas=listed("move_lemmas"),
        infinitive=listed("infinitive"),
        bare=listed("bare"),
        past_be=listed("past_be"),
        perfect=listed("perfect"),
        present=listed("present"),
        past_suffixes=tuple(str(rows.get("past_suffixes", "")).split()),
        not_past=listed("not_past"),
        breaks=listed("breaks"),
        bounds=dict(rows.get("bounds", {})),
        leads=dict(rows.get("leads", {})),
        lead_stops=listed("lead_stops"),
    )
