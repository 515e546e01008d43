"""Feasts and other calendars: their days from maintained libraries, else an abstention that names the feast."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from typing import Any

from legation.resolve.dates import choose, spans
from legation.resolve.dates.frame import Frame, Meaning, Reading, meant, open_meaning
from legation.resolve.dates.spans import Stretch


def feast(reading: Reading, frame: Frame, year: int | None) -> Meaning:
    """The days of a feast in ``year``, or in the year that the governing words point to."""
    if "islamic_month" in reading:
        return _islamic_day(reading, frame)
    if "feast" not in reading:
        return _islamic_year(reading)
    name = reading["feast"]
    convention = "islamic-umm-al-qura" if name in _ISLAMIC else None
    if year is not None:
        found = days_of(name, year)
        return meant(found, convention) if found else open_meaning(f"{year:04d}", f"no calendar at hand knows {name}")
    if frame.published is None:
        return open_meaning("XXXX")
    candidates = choose.around(frame.published, lambda y: days_of(name, y))
    if "which" in reading:
        chosen = choose.which(candidates, frame.published, reading["which"])
        return meant(chosen, convention) if chosen else open_meaning("XXXX", f"no calendar at hand knows {name}")
    found_by = choose.by_sense(candidates, frame, frame.published, "feast")
    if found_by is None:
        return open_meaning("XXXX", f"no calendar at hand knows {name}")
    return meant(found_by[0], convention or found_by[1])


@cache
def days_of(name: str, year: int) -> Stretch | None:
    """The day or days of a feast in a year of the common calendar, or None where no library knows them."""
    try:
        if name in _FIXED:
            return spans.day(date(year, *_FIXED[name]))
        if name in _NTH:
            month, weekday, nth = _NTH[name]
            whole = spans.month(year, month)
            days = [whole.earliest + timedelta(days=k) for k in range((whole.latest - whole.earliest).days + 1)]
            return spans.day([d for d in days if d.isoweekday() == weekday][nth])
        if name in _FROM_EASTER:
            return spans.day(_easter(year) + timedelta(days=_FROM_EASTER[name]))
        if name == "orthodox-easter":
            return spans.day(_easter(year, orthodox=True))
        if name in _ISLAMIC:
            return _islamic(name, year)
        if name in _LISTED:
            return _listed(name, year)
    except (ValueError, OverflowError, IndexError):
        return None
    return None


_FIXED = {
    "christmas": (12, 25),
    "christmas-eve": (12, 24),
    "boxing-day": (12, 26),
    "new-years-eve": (12, 31),
    "new-year": (1, 1),
    "valentine": (2, 14),
    "st-patrick": (3, 17),
    "halloween": (10, 31),
    "bastille-day": (7, 14),
    "may-day": (5, 1),
    "womens-day": (3, 8),
    "armistice-day": (11, 11),
    "veterans-day": (11, 11),
    "epiphany": (1, 6),
    "orthodox-christmas": (1, 7),
    "juneteenth": (6, 19),
    "china-national-day": (10, 1),
    "songkran": (4, 13),
}
_NTH = {
    "thanksgiving": (11, 4, 3),
    "labor-day": (9, 1, 0),
    "memorial-day": (5, 1, -1),
    "presidents-day": (2, 1, 2),
    "columbus-day": (10, 1, 1),
    "mlk-day": (1, 1, 2),
}
_FROM_EASTER = {
    "easter": 0,
    "easter-monday": 1,
    "good-friday": -2,
    "palm-sunday": -7,
    "ash-wednesday": -46,
    "pentecost": 49,
}
_ISLAMIC = {
    "ramadan": (9, 1, None),
    "eid-al-fitr": (10, 1, 1),
    "eid-al-adha": (12, 10, 1),
    "ashura": (1, 10, 1),
    "muharram": (1, 1, None),
    "mawlid": (3, 12, 1),
    "hajj": (12, 8, 6),
}
"""Feast -> month and day of the Hijri year and how many days it lasts (None: the month)."""
_LISTED = {
    "lunar-new-year": ("HK", "Chinese New Year", "the first day of Chinese New Year"),
    "mid-autumn": ("CN", "Mid-Autumn Festival", ""),
    "dragon-boat": ("CN", "Dragon Boat Festival", ""),
    "qingming": ("CN", "Tomb-Sweeping Day", ""),
    "diwali": ("SG", "Deepavali", ""),
    "vesak": ("SG", "Vesak Day", ""),
    "holi": ("IN", "Holi", ""),
    "nowruz": ("AZ", "Novruz", ""),
    "passover": ("IL", "Passover", "Pesach"),
    "yom-kippur": ("IL", "Yom Kippur", ""),
    "rosh-hashanah": ("IL", "Rosh Hashanah", ""),
    "sukkot": ("IL", "Sukkot", ""),
    "hanukkah": ("IL", "Hanukkah", ""),
    "purim": ("IL", "Purim", ""),
}
"""Feast -> a country of the ``holidays`` library that keeps it and its English names there."""


def _easter(year: int, *, orthodox: bool = False) -> date:
    easter: Callable[..., date] = import_module("dateutil.easter").easter
    return easter(year, 2 if orthodox else 3)


def _islamic(name: str, year: int) -> Stretch | None:
    """The occurrence that begins in the common year (the first, where two do)."""
    month, day, lasts = _ISLAMIC[name]
    hijri: Any = import_module("hijridate").Hijri
    for hijri_year in (year - 579, year - 580, year - 578):
        try:
            first = hijri(hijri_year, month, day).to_gregorian()
        except (ValueError, OverflowError):
            continue
        start = date(first.year, first.month, first.day)
        if start.year != year:
            continue
        if lasts == 1:
            return spans.day(start)
        days = lasts or hijri(hijri_year, month, 1).month_length()
        return Stretch(start, start + timedelta(days=days - 1), start.isoformat(), "window")
    return None


def _islamic_day(reading: Reading, frame: Frame) -> Meaning:
    hijri: Any = import_module("hijridate").Hijri

    def one(hijri_year: int) -> Stretch | None:
        try:
            found = hijri(hijri_year, reading["islamic_month"], reading["day"]).to_gregorian()
        except (ValueError, OverflowError):
            return None
        return spans.day(date(found.year, found.month, found.day))

    if "year" in reading:
        exact = one(reading["year"])
        return meant(exact, "islamic-umm-al-qura") if exact else open_meaning(None, "outside the Hijri tables")
    if frame.published is None:
        return open_meaning("XXXX-XX-XX")
    candidates = [c for y in range(frame.published.year - 582, frame.published.year - 575) if (c := one(y))]
    candidates.sort(key=lambda c: c.earliest)
    chosen = choose.by_sense(candidates, frame, frame.published, "day")
    return meant(chosen[0], "islamic-umm-al-qura") if chosen else open_meaning(None, "outside the Hijri tables")


def _islamic_year(reading: Reading) -> Meaning:
    hijri: Any = import_module("hijridate").Hijri
    try:
        first = hijri(reading["year"], 1, 1).to_gregorian()
        after = hijri(reading["year"] + 1, 1, 1).to_gregorian()
    except (ValueError, OverflowError):
        return open_meaning(None, "outside the Hijri tables")
    start = date(first.year, first.month, first.day)
    end = date(after.year, after.month, after.day) - timedelta(days=1)
    return meant(Stretch(start, end, f"{start.isoformat()}/{end.isoformat()}", "year"), "islamic-umm-al-qura")


def _listed(name: str, year: int) -> Stretch | None:
    country, *names = _LISTED[name]
    if not 1950 <= year <= 2100:
        return None
    wanted = [n.lower() for n in names if n]
    for day, label in sorted(_holidays(country, year).items()):
        if any(n in label.lower() for n in wanted):
            return spans.day(day)
    return None


@cache
def _holidays(country: str, year: int) -> dict[date, str]:
    library: Any = import_module("holidays")
    try:
        kept = library.country_holidays(country, years=year, language="en_US", categories=_categories(library, country))
    except (NotImplementedError, ValueError, KeyError):
        return {}
    return dict(kept.items())


def _categories(library: Any, country: str) -> tuple[str, ...]:
    return tuple(library.country_holidays(country).supported_categories)
