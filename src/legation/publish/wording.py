"""Findings in plain English words, for summaries and pages: who, when, what. Codes become names; nothing is added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from legation.records import Dates, Speaker, Statement, Status
from legation.rules.world import world_rules

STATUS_WORDS: dict[Status, str] = {
    "proposed": "proposed",
    "expected": "expected",
    "announced": "announced",
    "confirmed": "confirmed",
    "under_way": "under way",
    "held": "held",
    "postponed": "postponed",
    "rescheduled": "rescheduled",
    "cancelled": "cancelled",
    "declined": "declined",
    "denied": "denied",
}


class Party(Protocol):
    """A participant, of a record or of the calendar."""

    @property
    def name(self) -> str | None: ...
    @property
    def office(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def organisation(self) -> str | None: ...
    @property
    def role(self) -> str: ...


def who(party: Party | Speaker) -> str:
    """``Antony Blinken, Secretary of State (United States)``, or as much of it as is known."""
    body = world_rules().name_of(party.country) if party.country else None
    body = " / ".join(b for b in (party.organisation, body) if b) or None
    own = ", ".join(w for w in (party.name, party.office) if w)
    if own and body:
        return f"{own} ({body})"
    return own or body or "somebody not named"


def listed(names: Iterable[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    words = list(dict.fromkeys(names))
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def headline(kind: str, parties: Sequence[Party], host_country: str | None, place: str | None) -> str:
    """``Visit of Antony Blinken to China``: the engagement in one line, by its parties' shortest names."""
    world = world_rules()
    where = place or (world.name_of(host_country) if host_country else None)
    travellers = [p for p in parties if p.role == "traveller"]
    if kind == "visit" and travellers:
        going = f"Visit of {listed(map(_short, travellers))}"
        return f"{going} to {where}" if where else going
    title = kind.capitalize() if kind != "other" else "Engagement"
    if parties:
        title = f"{title} of {listed(map(_short, parties))}"
    return f"{title} in {place}" if place and kind != "call" else title


def country(code: str) -> str:
    """The usual English name of an ISO code."""
    return world_rules().name_of(code)


def where(place: str | None, host_country: str | None) -> str | None:
    """``Bali, Indonesia``; None where neither is known."""
    return ", ".join(w for w in (place, country(host_country) if host_country else None) if w) or None


def days(earliest: date | None, latest: date | None, precision: str) -> str:
    """The days in words that keep the precision: ``7 June 2023``, ``February 2023``, ``7 June to 19 July 2023``."""
    first, last = earliest or latest, latest or earliest
    if first is None or last is None:
        return "no day given"
    if earliest is None:
        return f"by {day(last)}"
    if latest is None:
        return f"from {day(first)}"
    if first == last:
        return day(first)
    if precision == "month" and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    if precision == "year" and first.year == last.year:
        return f"{first.year:04d}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def day(value: date) -> str:
    return f"{value.day} {value:%B} {value.year}"


def when(dates: Dates | None, *, no_date_set: bool = False) -> str:
    """``“in the coming weeks”: 7 June to 19 July 2023 (window); no date set``, or why it stays open."""
    parts = []
    if dates is not None and dates.words:
        known = dates.earliest is not None or dates.latest is not None
        meant = days(dates.earliest, dates.latest, dates.precision) if known else _open(dates)
        parts.append(f"“{dates.words}”: {meant}")
    elif dates is not None and (dates.earliest or dates.latest):
        parts.append(days(dates.earliest, dates.latest, dates.precision))
    if parts and dates is not None and dates.precision in ("weekend", "week", "season", "window"):
        parts[0] += f" ({dates.precision})"
    if no_date_set:
        parts.append("no date set")
    return "; ".join(parts) or "no day given"


def source(statement: Statement) -> str:
    """Who says it: a name with its office, an anonymous source as the page describes it, or the page's own words."""
    speaker = statement.speaker
    is_known = any((speaker.name, speaker.office, speaker.organisation, speaker.country))
    if statement.anonymous and not speaker.name:
        words = statement.described_as or (who(speaker) if is_known else "a source not named")
        return f"{words} (anonymous)"
    if is_known:
        return who(speaker)
    if statement.source_words:
        return f"“{statement.source_words}”"
    return statement.described_as or "a source not named"


def said(statement: Statement, text: str) -> str:
    """What is said; where the page reports no content ("declined to comment"), its words for that."""
    return statement.content or text[statement.start : statement.end]


def _open(dates: Dates) -> str:
    return f"open ({dates.unresolved})" if dates.unresolved else "no day given"


def _short(party: Party) -> str:
    world = world_rules()
    country = world.name_of(party.country) if party.country else None
    if party.name:
        return party.name
    if party.office and country:
        return f"{country}’s {party.office}"
    return party.office or party.organisation or country or "somebody not named"
