"""The rules of causes, validated and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from legation.errors import RulesError
from legation.rules import table


class CauseRules(msgspec.Struct, frozen=True, kw_only=True):
    """``markers`` are tuples of lower-case words, longest first; ``types`` gives a word's kinds of cause in their order."""

    markers: tuple[tuple[str, ...], ...]
    weak: frozenset[str]
    causatives: frozenset[str]
    reasons: frozenset[str]
    reasons_on: frozenset[str]
    reasons_at: frozenset[str]
    explaining: frozenset[str]
    mild: frozenset[str]
    tending: frozenset[str]
    preventing: frozenset[str]
    tracing: frozenset[str]
    general: frozenset[str]
    change_nouns: frozenset[str]
    arrivals: frozenset[str]
    replies: frozenset[str]
    types: Mapping[str, frozenset[str]]

    def type_said(self, words: list[str]) -> str | None:
        """The type of what the words say in their order: a phrase ("clash of dates") before its words."""
        text = f" {' '.join(words)} "
        said = (name for name, vocabulary in self.types.items() for v in vocabulary if " " in v and f" {v} " in text)
        return next(said, None) or self.type_of(set(words))

    def type_of(self, words: set[str]) -> str | None:
        """The type with most of its words among ``words``, the first of those; None where none has any."""
        hits = {name: len(words & vocabulary) for name, vocabulary in self.types.items()}
        best = max(hits.values(), default=0)
        return next((name for name, count in hits.items() if count == best), None) if best else None


@cache
def cause_rules(language: str = "en") -> CauseRules:
    """The frozen rules of one language. Raises RulesError where the table does not have its shape."""
    rows = table(f"{language}/causes")
    try:
        return CauseRules(
            markers=tuple(sorted((tuple(m.split()) for m in rows["markers"]), key=lambda m: -len(m))),
            weak=frozenset(rows["weak"]),
            causatives=frozenset(rows["causatives"]),
            reasons=frozenset(rows["reasons"]),
            reasons_on=frozenset(rows["reasons_on"]),
            reasons_at=frozenset(rows["reasons_at"]),
            mild=frozenset(rows["mild"]),
            explaining=frozenset(rows["explaining"]),
            tending=frozenset(rows["tending"]),
            preventing=frozenset(rows["preventing"]),
            tracing=frozenset(rows["tracing"]),
            general=frozenset(rows["general"]),
            change_nouns=frozenset(rows["change_nouns"]),
            arrivals=frozenset(rows["arrivals"]),
            replies=frozenset(rows["replies"]),
            types=MappingProxyType({name: frozenset(words) for name, words in rows["types"].items()}),
        )
    except (KeyError, AttributeError, TypeError) as error:
        raise RulesError(f"{language}/causes.toml: {error}") from error
