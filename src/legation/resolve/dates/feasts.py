"""Feasts and other calendars: their days from maintained libraries, else an abstention that names the feast."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from typing import Any

from legation.resolve.dates import choose, spans
from legation.resolve.dates.frame import Frame, Meaning, Reading, meant, open_meaning
from legation.resolve.dates.spans import Stretch
from legation.rules.dates import feast_rules

NEAR_DAYS = 14
"""A feast this near is meant whatever the tense says ("sent greetings for the Lunar New Year")."""
HIJRI = "islamic-umm-al-qura"
KEPT_FROM, KEPT_TO = 1950, 2100
"""The years that the tables of movable feasts are good for."""


def feast(reading: Reading, frame: Frame, year: int | None) -> Meaning:
    """The days of a feast in ``year``, or in the year that the governing words point to."""
    if "islamic_month" in reading:
        return _islamic_day(reading, frame)
    if "feast" not in reading:
        return _islamic_year(reading)
    name = reading["feast"]
    unknown = f"no calendar at hand knows {name}"
    convention = HIJRI if name in feast_rules().islamic else None
    if year is not None:
        found = days_of(name, year)
        return meant(found, convention) if found else open_meaning(f"{year:04d}", unknown)
    if frame.published is None:
        return open_meaning("XXXX")
    candidates = choose.around(frame.published, lambda y: days_of(name, y))
    if "which" in reading:
        chosen = choose.which(candidates, frame.published, reading["which"])
        return meant(chosen, convention) if chosen else open_meaning("XXXX", unknown)
    now = frame.published
    near = min(candidates, key=lambda c: choose.distance(c, now), default=None)
    if near is not None and choose.distance(near, now) <= NEAR_DAYS:
        return meant(near, convention or "feast-nearest")
    found_by = choose.by_sense(candidates, frame, now, "feast")
    if found_by is None:
        return open_meaning("XXXX", unknown)
    return meant(found_by[0], convention or found_by[1])


@cache
def days_of(name: str, year: int) -> Stretch | None:
    """The day or days of a feast in a year of the common calendar, or None where no library knows them."""
    rules = feast_rules()
    try:
        if name in rules.fixed:
            return spans.day(date(year, *rules.fixed[name]))
        if name in rules.nth:
            month, weekday, nth = rules.nth[name]
            whole = spans.month(year, month)
            days = [whole.earliest + timedelta(days=k) for k in range((whole.latest - whole.earliest).days + 1)]
            return spans.day([d for d in days if d.isoweekday() == weekday][nth if nth < 0 else nth - 1])
        if name in rules.easter:
            return spans.day(_easter(year) + timedelta(days=rules.easter[name]))
        if name in rules.orthodox:
            return spans.day(_easter(year, orthodox=True) + timedelta(days=rules.orthodox[name]))
        if name in rules.islamic:
            return _islamic(*rules.islamic[name], year)
        if name in rules.kept_in:
            return _kept(*rules.kept_in[name], year)
    except (ValueError, OverflowError, IndexError):
        return None
    return None


def _easter(year: int, *, orthodox: bool = False) -> date:
    easter: Callable[..., date] = import_module("dateutil.easter").easter
    return easter(year, 2 if orthodox else 3)


def _hijri(year: int, month: int, day: int) -> date | None:
    """A day of the Hijri calendar by the tables of Umm al-Qura, None outside them (1343 to 1500)."""
    library: Any = import_module("hijridate")
    try:
        found = library.Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def _islamic(month: int, day: int, lasts: int, year: int) -> Stretch | None:
    """The occurrence that begins in the common year (the earlier one, where two do)."""
    for hijri_year in (year - 580, year - 579, year - 578):
        start = _hijri(hijri_year, month, day)
        if start is None or start.year != year:
            continue
        if lasts == 1:
            return spans.day(start)
        after = start + timedelta(days=lasts) if lasts else _hijri(hijri_year, month + 1, 1)
        if after is None:
            return None
        return Stretch(start, after - timedelta(days=1), start.isoformat(), "window")
    return None


def _islamic_day(reading: Reading, frame: Frame) -> Meaning:
    month, day = reading["islamic_month"], reading["day"]
    unknown = open_meaning(None, "outside the Hijri tables")
    if "year" in reading:
        exact = _hijri(reading["year"], month, day)
        return meant(spans.day(exact), HIJRI) if exact else unknown
    if frame.published is None:
        return open_meaning("XXXX-XX-XX")
    years = range(frame.published.year - 582, frame.published.year - 575)
    candidates = [spans.day(d) for y in years if (d := _hijri(y, month, day))]
    chosen = choose.by_sense(candidates, frame, frame.published, "day")
    return meant(chosen[0], HIJRI) if chosen else unknown


def _islamic_year(reading: Reading) -> Meaning:
    start, after = _hijri(reading["year"], 1, 1), _hijri(reading["year"] + 1, 1, 1)
    if start is None or after is None:
        return open_meaning(None, "outside the Hijri tables")
    end = after - timedelta(days=1)
    return meant(Stretch(start, end, f"{start.isoformat()}/{end.isoformat()}", "year"), HIJRI)


def _kept(country: str, name: str, year: int) -> Stretch | None:
    """The first day in the year that the country's calendar calls by that name."""
    if not KEPT_FROM <= year <= KEPT_TO:
        return None
    wanted = name.lower()
    for day, label in sorted(_holidays(country, year).items()):
        if wanted in (part.strip() for part in re.split(r"[;/]", label.lower())):
            return spans.day(day)
    return None


@cache
def _holidays(country: str, year: int) -> dict[date, str]:
    library: Any = import_module("holidays")
    categories = library.country_holidays(country).supported_categories
    try:
        kept = library.country_holidays(country, years=year, language="en_US", categories=categories)
    except (NotImplementedError, ValueError, KeyError):
        return {}
    return dict(kept.items())
