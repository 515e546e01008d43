"""Findings in words: titles of engagements, who takes part, who speaks, dates with the precision they have.

One way of saying each for everything that is shown: the calendar, its feeds and files, and what ``legation read`` prints
of a single page. Codes become names; nothing is added.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Protocol

from babel import Locale
from babel.dates import format_date

from legation.records import Dates, Engagement, Entry, SaidOn, Speaker, State, Statement, Status
from legation.rules.publish import PublishWords

# More names than this make a title unreadable; the rest are counted.
TITLE_NAMES = 3


class Party(Protocol):
    """A participant or speaker, of a record or of the calendar."""

    @property
    def name(self) -> str | None: ...
    @property
    def office(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...
    @property
    def organisation(self) -> str | None: ...


class Participating(Party, Protocol):
    @property
    def role(self) -> str: ...


@lru_cache(maxsize=8192)
def country_name(code: str | None, locale: str = "en") -> str:
    """A country's name in the language of ``locale``; the code itself where it has none."""
    if not code:
        return ""
    name = Locale.parse(locale.replace("-", "_")).territories.get(code)
    return str(name) if name else code


def name_of(who: Party, locale: str = "en") -> str:
    """The shortest sure name of a participant: a person, else office and country, a body, a country."""
    country = country_name(who.country, locale)
    if who.name:
        return who.name
    if who.office:
        return f"{who.office} ({who.organisation or country})" if who.organisation or country else who.office
    return who.organisation or country


def described(who: Party, locale: str = "en") -> str:
    """A participant in full: name, office and country or body."""
    parts = [who.name, who.office, who.organisation or country_name(who.country, locale)]
    return ", ".join(p for p in parts if p)


def place_of(found: State | Engagement, locale: str = "en") -> str:
    """``Beijing, China``; the place or the country alone where only one is known; else nothing."""
    country = country_name(found.host_country, locale)
    return ", ".join(dict.fromkeys(p for p in (found.place, country) if p))


def countries_of(state: State) -> tuple[str, ...]:
    """The codes of every country that takes part or hosts, in order, each once."""
    codes = [who.country for who in state.participants if who.country]
    return tuple(dict.fromkeys([*codes, *([state.host_country] if state.host_country else [])]))


def title_of(found: Entry | Engagement, words: PublishWords, locale: str = "en") -> str:
    """One line that names the engagement, without its status where it is still a plan."""
    state, patterns = found.state if isinstance(found, Entry) else found, words.titles
    host = country_name(state.host_country, locale)
    place = state.place or host
    inside = patterns["in"].format(place=place) if place else ""
    occasion = patterns["at"].format(occasion=state.occasion) if state.occasion else ""
    everybody: Sequence[Participating] = state.participants
    if state.kind == "visit":
        travellers = [w for w in everybody if w.role != "host"] or everybody
        pattern = patterns[_visit_form(state.status, place)]
        return pattern.format(who=_listed(travellers, words, locale), to=_destination(state.place, host)) + occasion
    at = "" if state.kind == "call" else inside
    return patterns[state.kind].format(all=_listed(everybody, words, locale), **{"in": at}) + occasion


def _visit_form(status: Status, place: str) -> str:
    if not place:
        return "visit_nowhere"
    if status in ("held", "under_way"):
        return "visit_held"
    return "visit_off" if status in ("cancelled", "declined", "denied", "postponed") else "visit"


def _destination(place: str | None, host: str) -> str:
    return f"{place} ({host})" if place and host and place != host else place or host


def _listed(people: Sequence[Party], words: PublishWords, locale: str) -> str:
    names = list(dict.fromkeys(n for n in (name_of(w, locale) for w in people) if n))
    if not names:
        return words.titles["nobody"]
    if len(names) > TITLE_NAMES + 1:
        shown = ", ".join(names[:TITLE_NAMES])
        return words.titles["more"].format(shown=shown, count=len(names) - TITLE_NAMES)
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} and {names[-1]}"


@lru_cache(maxsize=8192)
def day(value: date, locale: str = "en") -> str:
    """A day in the reader's way of writing it, with the weekday."""
    return str(format_date(value, format="full", locale=locale.replace("-", "_")))


def when_of(when: Dates | None, words: PublishWords, *, no_date_set: bool = False, locale: str = "en") -> str:
    """The dates in words, as precise as they are and no more."""
    if when is None or when.earliest is None or when.latest is None:
        said = when.words if when is not None else None
        return said or words.dates["not_set" if no_date_set else "none"]
    meant = _meant(when, when.earliest, when.latest, words, locale)
    is_vague = when.precision not in ("day", "month", "year", "week", "weekend") and when.earliest != when.latest
    return f"{when.words} ({meant})" if is_vague and when.words else meant


def when_told(when: Dates | None, words: PublishWords, *, no_date_set: bool = False) -> str:
    """A page's own words for a date and what they were read as, or why they stay open: ``“in the coming weeks”:
    between 7 June 2023 and 19 July 2023; no date has been set``."""
    forms, parts = words.dates, []
    if when is not None and (when.words or when.earliest or when.latest):
        meant = _days_told(when, words)
        parts.append(forms["told"].format(words=when.words, meant=meant) if when.words else meant)
    if no_date_set:
        parts.append(forms["not_set"])
    return "; ".join(parts) or forms["none"]


def _days_told(when: Dates, words: PublishWords) -> str:
    """The days alone; open ends and unresolved dates are called so."""
    forms = words.dates
    if when.earliest is not None and when.latest is not None:
        return _meant(when, when.earliest, when.latest, words, "en_GB")
    if when.latest is not None:
        return forms["by"].format(last=_short(when.latest, "en_GB"))
    if when.earliest is not None:
        return forms["from"].format(first=_short(when.earliest, "en_GB"))
    return forms["open_because"].format(reason=when.unresolved) if when.unresolved else forms["open"]


def _meant(when: Dates, first: date, last: date, words: PublishWords, locale: str) -> str:
    forms, spoken = words.dates, locale.replace("-", "_")
    if when.precision == "day" or first == last:
        return span(first, last, words, locale)
    if when.precision == "month":
        return forms["month"].format(month=format_date(first, "MMMM y", locale=spoken))
    if when.precision == "year":
        return forms["year"].format(year=first.year)
    if when.precision in ("week", "weekend"):
        return forms[when.precision].format(first=_short(first, spoken))
    return forms["about"].format(first=_short(first, spoken), last=_short(last, spoken))


def span(first: date, last: date, words: PublishWords, locale: str = "en") -> str:
    """One day in full, or from one day to another."""
    if first == last:
        return day(first, locale)
    spoken = locale.replace("-", "_")
    return words.dates["span"].format(first=_short(first, spoken), last=_short(last, spoken))


@lru_cache(maxsize=8192)
def _short(value: date, locale: str) -> str:
    return str(format_date(value, "long", locale=locale))


def status_label(entry: Entry, words: PublishWords) -> str:
    """The standing in a word or two, for people."""
    return words.statuses[entry.standing]


def party_words(who: Party, words: PublishWords) -> str:
    """A participant in full, or that nobody is named."""
    return described(who) or words.titles["somebody"]


def source_of(statement: Statement, words: PublishWords) -> str:
    """Who says it: a name with its office, an anonymous source as the page describes it, or the page's own words."""
    speaker = statement.speaker
    known = described(speaker) if _is_known(speaker) else ""
    if statement.anonymous and not speaker.name:
        who = statement.described_as or known or words.titles["source"]
        return words.titles["anonymous"].format(who=who)
    if known:
        return known
    if statement.source_words:
        return f"“{statement.source_words}”"
    return statement.described_as or words.titles["source"]


def content_of(statement: Statement, text: str) -> str:
    """What is said; where the page reports no content ("declined to comment"), its words for that."""
    return statement.content or text[statement.start : statement.end]


def said_on_words(said_on: SaidOn, words: PublishWords) -> str:
    """The day something was said, or from which day to which."""
    first, last = said_on.earliest or said_on.latest, said_on.latest or said_on.earliest
    if first is None or last is None:
        return said_on.words or ""
    return span(first, last, words, "en_GB")


def _is_known(speaker: Speaker) -> bool:
    return any((speaker.name, speaker.office, speaker.organisation, speaker.country))
