"""An engagement in words: its title, who takes part, and its dates with the precision they have."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

from legation.records import Dates, Entry, State, Who
from legation.rules.publish import PublishWords

# More names than this make a title unreadable; the rest are counted.
TITLE_NAMES = 3


@lru_cache(maxsize=8192)
def country_name(code: str | None, locale: str = "en") -> str:
    """A country's name in the language of ``locale``; the code itself where it has none."""
    if not code:
        return ""
    name = Locale.parse(locale.replace("-", "_")).territories.get(code)
    return str(name) if name else code


def name_of(who: Who, locale: str = "en") -> str:
    """The shortest sure name of a participant: a person, else office and country, a body, a country."""
    country = country_name(who.country, locale)
    if who.name:
        return who.name
    if who.office:
        return f"{who.office} ({who.organisation or country})" if who.organisation or country else who.office
    return who.organisation or country


def described(who: Who, locale: str = "en") -> str:
    """A participant in full: name, office and country or body."""
    parts = [who.name, who.office, who.organisation or country_name(who.country, locale)]
    return ", ".join(p for p in parts if p)


def place_of(state: State, locale: str = "en") -> str:
    """``Beijing, China``; the place or the country alone where only one is known; else nothing."""
    country = country_name(state.host_country, locale)
    return ", ".join(dict.fromkeys(p for p in (state.place, country) if p))


def countries_of(state: State) -> tuple[str, ...]:
    """The codes of every country that takes part or hosts, in order, each once."""
    codes = [who.country for who in state.participants if who.country]
    return tuple(dict.fromkeys([*codes, *([state.host_country] if state.host_country else [])]))


def title_of(entry: Entry, words: PublishWords, locale: str = "en") -> str:
    """One line that names the engagement, without its status where it is still a plan."""
    state, patterns = entry.state, words.titles
    host = country_name(state.host_country, locale)
    place = state.place or host
    inside = patterns["in"].format(place=place) if place else ""
    occasion = patterns["at"].format(occasion=state.occasion) if state.occasion else ""
    travellers = [w for w in state.participants if w.role != "host"] or list(state.participants)
    if state.kind == "visit":
        pattern = patterns[_visit_form(state, place)]
        return pattern.format(who=_listed(travellers, words, locale), to=_destination(state, host)) + occasion
    everybody = _listed(state.participants, words, locale)
    return patterns[state.kind].format(all=everybody, **{"in": "" if state.kind == "call" else inside}) + occasion


def _visit_form(state: State, place: str) -> str:
    if not place:
        return "visit_nowhere"
    if state.status in ("held", "under_way"):
        return "visit_held"
    return "visit_off" if state.status in ("cancelled", "declined", "denied", "postponed") else "visit"


def _destination(state: State, host: str) -> str:
    return f"{state.place} ({host})" if state.place and host and state.place != host else state.place or host


def _listed(people: tuple[Who, ...] | list[Who], words: PublishWords, locale: str) -> str:
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
    forms, spoken = words.dates, locale.replace("-", "_")
    if when is None or when.earliest is None or when.latest is None:
        said = when.words if when is not None else None
        return said or forms["not_set" if no_date_set else "none"]
    first, last = when.earliest, when.latest
    if when.precision == "day":
        return span(first, last, words, locale)
    if when.precision == "month":
        return forms["month"].format(month=format_date(first, "MMMM y", locale=spoken))
    if when.precision == "year":
        return forms["year"].format(year=first.year)
    if when.precision in ("week", "weekend"):
        return forms[when.precision].format(first=_short(first, spoken))
    about = forms["about"].format(first=_short(first, spoken), last=_short(last, spoken))
    return f"{when.words} ({about})" if when.words else about


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
