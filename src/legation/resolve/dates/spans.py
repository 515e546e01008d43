"""Calendar arithmetic: what a day, week, month, quarter, season, year or decade is, and its TIMEX3 value.

Pure and without any convention of language; seasons are the meteorological ones of the northern hemisphere
(December to February is the winter of the year it begins in), weeks are ISO 8601.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Literal

import msgspec

from legation.records import Precision

Unit = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "half", "year", "decade", "century"]

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
CODES = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
    "millennium": "ML",
    "weekend": "WE",
    "half": "H",
}
"""TIMEX3 letters of duration units; those of the clock stand after a ``T``."""

_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}


class Stretch(msgspec.Struct, frozen=True):
    """A stretch of days with its TIMEX3 value and the precision of the words that gave it."""

    earliest: date
    latest: date
    value: str
    precision: Precision


def day(d: date) -> Stretch:
    return Stretch(d, d, d.isoformat(), "day")


def month(year: int, number: int) -> Stretch:
    last = calendar.monthrange(year, number)[1]
    return Stretch(date(year, number, 1), date(year, number, last), f"{year:04d}-{number:02d}", "month")


def quarter(year: int, number: int) -> Stretch:
    first = 3 * number - 2
    return Stretch(month(year, first).earliest, month(year, first + 2).latest, f"{year:04d}-Q{number}", "season")


def half(year: int, number: int) -> Stretch:
    first = 6 * number - 5
    return Stretch(month(year, first).earliest, month(year, first + 5).latest, f"{year:04d}-H{number}", "season")


def season(year: int, code: str) -> Stretch:
    """The season that begins in ``year``."""
    first = month(year, SEASON_MONTHS[code]).earliest
    return Stretch(first, plus(first, 3, "month") - timedelta(days=1), f"{year:04d}-{code}", "season")


def year(number: int) -> Stretch:
    return Stretch(date(number, 1, 1), date(number, 12, 31), f"{number:04d}", "year")


def decade(first: int) -> Stretch:
    return Stretch(date(first, 1, 1), date(first + 9, 12, 31), f"{first // 10:03d}", "window")


def century(number: int) -> Stretch:
    """The ``number``-th century AD, as it is counted in everyday speech (the 20th: 1900 to 1999)."""
    first = max(100 * (number - 1), 1)
    return Stretch(date(first, 1, 1), date(100 * number - 1, 12, 31), f"{number - 1:02d}", "window")


def week(d: date) -> Stretch:
    """The ISO week that holds ``d``."""
    monday = d - timedelta(days=d.weekday())
    iso = monday.isocalendar()
    return Stretch(monday, monday + timedelta(days=6), f"{iso.year:04d}-W{iso.week:02d}", "week")


def weekend(d: date) -> Stretch:
    """The Saturday and Sunday of the ISO week that holds ``d``."""
    whole = week(d)
    return Stretch(whole.latest - timedelta(days=1), whole.latest, f"{whole.value}-WE", "weekend")


def page(unit: str, d: date) -> Stretch:
    """The calendar's ``unit`` that holds ``d``."""
    if unit == "day":
        return day(d)
    if unit in ("week", "fortnight"):
        return week(d)
    if unit == "weekend":
        return weekend(d)
    if unit == "month":
        return month(d.year, d.month)
    if unit == "quarter":
        return quarter(d.year, (d.month + 2) // 3)
    if unit == "half":
        return half(d.year, (d.month + 5) // 6)
    if unit == "decade":
        return decade(d.year // 10 * 10)
    if unit == "century":
        return century(d.year // 100 + 1)
    if unit == "millennium":
        number = d.year // 1000
        first, last = max(number * 1000, 1), number * 1000 + 999
        return Stretch(date(first, 1, 1), date(last, 12, 31), str(number), "window")
    return year(d.year)


def plus(d: date, amount: float, unit: str) -> date:
    """``d`` moved by ``amount`` units, the day clipped to the month's last; units of the clock stay on their day
    unless they add up to whole ones. Raises OverflowError outside the years 1 to 9999."""
    if unit in _MONTHS_IN:
        months = round(amount * _MONTHS_IN[unit])
        number = d.year * 12 + d.month - 1 + months
        if not 12 <= number < 120_000:
            raise OverflowError("outside the calendar")
        y, m = divmod(number, 12)
        return date(y, m + 1, min(d.day, calendar.monthrange(y, m + 1)[1]))
    if unit in _DAYS_IN:
        return d + timedelta(days=round(amount * _DAYS_IN[unit]))
    seconds = {"hour": 3600, "minute": 60}.get(unit, 1) * amount
    return d + timedelta(days=int(seconds / 86_400))


def part(stretch: Stretch, mod: str) -> tuple[date, date]:
    """The days of a stretch that ``mod`` leaves (START, MID, END): the three tens of a month, the four-month thirds
    of a year, the months of a season, years 0-3, 4-6 and 7-9 of a decade, else thirds; nothing less than a day."""
    if mod not in ("START", "MID", "END"):
        return stretch.earliest, stretch.latest
    nth = ("START", "MID", "END").index(mod)
    days = (stretch.latest - stretch.earliest).days + 1
    if stretch.precision == "month":
        firsts = [stretch.earliest + timedelta(days=10 * k) for k in range(3)]
    elif stretch.precision == "year":
        firsts = [plus(stretch.earliest, 4 * k, "month") for k in range(3)]
    elif stretch.precision == "season":
        firsts = [plus(stretch.earliest, k * (2 if "H" in stretch.value else 1), "month") for k in range(3)]
    elif len(stretch.value) == 3 and stretch.precision == "window":
        firsts = [plus(stretch.earliest, k, "year") for k in (0, 4, 7)]
    elif days < 3:
        return stretch.earliest, stretch.latest
    else:
        firsts = [stretch.earliest + timedelta(days=k * days // 3) for k in range(3)]
    ends = [f - timedelta(days=1) for f in firsts[1:]] + [stretch.latest]
    return firsts[nth], ends[nth]
