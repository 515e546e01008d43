"""What stands on a news page and is not the news: the rules of the reading room, checked and frozen."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import msgspec

from legation.errors import RulesError
from legation.rules import table


class FurnitureRules(msgspec.Struct, frozen=True, kw_only=True):
    """One language's furniture. Phrases are casefolded whole lines; patterns match whole lines, without case.

    ``issuers`` begin the line that signs a state's release, behind ``signature_lead``.
    """

    phrases: frozenset[str]
    line_patterns: tuple[re.Pattern[str], ...]
    share_words: frozenset[str]
    share_glue: frozenset[str]
    cut_always: frozenset[str]
    cut_after_body: frozenset[str]
    cut_patterns: tuple[re.Pattern[str], ...]
    crumb_roots: frozenset[str]
    crumb_separators: re.Pattern[str]
    sections: frozenset[str]
    byline_patterns: tuple[re.Pattern[str], ...]
    date_patterns: tuple[re.Pattern[str], ...]
    leading_stamps: tuple[re.Pattern[str], ...]
    author: re.Pattern[str]
    signature_lead: re.Pattern[str]
    issuers: tuple[str, ...]
    months: tuple[str, ...]
    not_places: frozenset[str]
    language: str
    language_words: frozenset[str]
    language_also: frozenset[str]
    language_share: float
    language_least_share: float
    fewest_words: int

    def month_number(self, name: str) -> int:
        """1 to 12 for a month's name or its first three letters; ValueError where it is none."""
        starts = [month[:3] for month in self.months[:12]]
        return starts.index(name.casefold()[:3]) + 1


@cache
def furniture_rules(language: str = "en") -> FurnitureRules:
    """The furniture of pages in ``language``; raises RulesError where a part is missing or a pattern wrong."""
    name = f"{language}/furniture"
    data = table(name)
    try:
        months = tuple(data["dateline"]["months"])
        if len(months) < 12:
            raise RulesError(f"rules/{name}.toml: dateline.months needs all twelve months, full names first")
        alternatives = "|".join(sorted(months, key=len, reverse=True))
        return FurnitureRules(
            phrases=_phrases(data["lines"]["phrases"]),
            line_patterns=_joined(_patterns(name, data["lines"]["patterns"])),
            share_words=_phrases(data["lines"]["share_words"]),
            share_glue=_phrases(data["lines"]["share_glue"]),
            cut_always=_phrases(data["cut"]["always"]),
            cut_after_body=_phrases(data["cut"]["after_body"]),
            cut_patterns=_patterns(name, data["cut"]["patterns"]),
            crumb_roots=_phrases(data["crumbs"]["roots"]),
            crumb_separators=re.compile("|".join(rf"\s*{re.escape(s)}\s*" for s in data["crumbs"]["separators"])),
            sections=_phrases(data["crumbs"]["sections"]),
            byline_patterns=_patterns(name, data["byline"]["patterns"]),
            date_patterns=_patterns(name, [p.format(months=alternatives) for p in data["byline"]["dates"]]),
            leading_stamps=_patterns(name, data["byline"]["leading"]),
            author=_patterns(name, [data["byline"]["author"]])[0],
            signature_lead=_patterns(name, [data["signature"]["lead"]])[0],
            issuers=_issuers(**data["signature"]),
            months=months,
            not_places=_phrases(data["dateline"]["not_places"]),
            language=data["language"]["code"],
            language_words=_phrases(data["language"]["words"]),
            language_also=_phrases(data["language"]["also"]),
            language_share=float(data["language"]["share"]),
            language_least_share=float(data["language"]["least_share"]),
            fewest_words=int(data["language"]["fewest_words"]),
        )
    except KeyError as error:
        raise RulesError(f"rules/{name}.toml: {error} is missing") from error


def _issuers(*, issuers: list[str], before_a_comma: list[str], **_: Any) -> tuple[str, ...]:
    return (*(i.casefold() for i in issuers), *(f"{i.casefold()}," for i in before_a_comma))


def _joined(patterns: tuple[re.Pattern[str], ...]) -> tuple[re.Pattern[str], ...]:
    """The same as one pattern: a page of 100,000 short lines asks all of them of each."""
    return (re.compile("|".join(f"(?:{p.pattern})" for p in patterns), re.IGNORECASE | re.DOTALL),)


def _phrases(entries: Any) -> frozenset[str]:
    return frozenset(str(entry).casefold() for entry in entries)


def _patterns(name: str, entries: list[str]) -> tuple[re.Pattern[str], ...]:
    compiled = []
    for entry in entries:
        try:
            compiled.append(re.compile(entry, re.IGNORECASE | re.DOTALL))
        except re.error as error:
            raise RulesError(f"rules/{name}.toml: {entry!r} is no pattern: {error}") from error
    return tuple(compiled)
