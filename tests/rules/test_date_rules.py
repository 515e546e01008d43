"""The grammar's notation and the tables that are written in it."""

from __future__ import annotations

import pytest

from legation.errors import RulesError
from legation.rules.dates import date_rules, feast_rules, languages
from legation.rules.notation import Choice, Literal, Number, Symbol, compiled

PATTERNS = [
    ("ago", (Literal("ago"),)),
    ("MONTH day:<1-31>", (Symbol("MONTH"), Number(1, 31, key="day"))),
    ("<00-59>", (Number(0, 59, 2),)),
    ("from:DATED", (Symbol("DATED", "from"),)),
    ("the?", (Choice(((Literal("the"),), ())),)),
    ("(a | an X1)", (Choice(((Literal("a"),), (Literal("an"), Symbol("X1")))),)),
    ("<1-31> ~ SUFFIX", (Number(1, 31), Symbol("SUFFIX", None, True))),
    ("\\(", (Literal("("),)),
]


@pytest.mark.parametrize(("pattern", "items"), PATTERNS, ids=[p[0] for p in PATTERNS])
def test_notation(pattern: str, items: tuple[object, ...]) -> None:
    assert compiled(pattern) == items


@pytest.mark.parametrize("pattern", ["(a", "a)", "? a"])
def test_notation_refuses(pattern: str) -> None:
    with pytest.raises(RulesError):
        compiled(pattern)


def test_every_language_loads() -> None:
    assert set(languages()) >= {"en", "fr"}
    for language in languages():
        assert date_rules(language).rules["TIMEX"]


@pytest.mark.parametrize("language", languages())
def test_every_rule_and_word_list_is_used(language: str) -> None:
    rules = date_rules(language)
    used = {"TIMEX", "NOTDATE"}
    waiting = list(used)
    while waiting:
        for rule in rules.rules.get(waiting.pop(), ()):
            new = _symbols(rule.items) - used
            used |= new
            waiting += new
    assert set(rules.rules) - used == set()
    assert set(rules.words) - used == set()


@pytest.mark.parametrize("language", languages())
def test_every_feast_has_a_day_somewhere(language: str) -> None:
    listed = date_rules(language).words["FEAST"]
    names = {value for entries in listed.values() for _, value in entries}
    assert {name for name in names if name not in feast_rules()} == set()


def test_unknown_language_is_a_rules_error() -> None:
    with pytest.raises(RulesError, match="no such rules file"):
        date_rules("xx")


def _symbols(items: tuple[object, ...]) -> set[str]:
    found: set[str] = set()
    for item in items:
        if isinstance(item, Symbol):
            found.add(item.name)
        elif isinstance(item, Choice):
            for option in item.options:
                found |= _symbols(option)
    return found
