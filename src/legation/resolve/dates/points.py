"""Points of the calendar: named days, months, seasons, quarters, years, pages ("last week") -> days."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from legation.resolve.dates import choose, feasts, spans
from legation.resolve.dates.frame import NO_PUBLICATION, Frame, Meaning, Reading, meant, open_meaning, stretch_of
from legation.resolve.dates.parts import clocked, modified
from legation.resolve.dates.spans import Stretch

NO_NARRATIVE = "relative to a day told before, which the text does not give"
CLOCK_REACH = 300
"""Characters after which a clock time no longer belongs to the day told last."""
CLOCK_DAYS = 10
"""Days from publication beyond which a day told is not the day of a bare clock time."""
NO_SUCH_DAY = "no such day in the calendar"


def point(reading: Reading, frame: Frame) -> Meaning:
    """The days of a point, with its part of day and its modifier."""
    meaning = _bare(reading, frame)
    meaning = clocked(meaning, reading)
    return modified(meaning, reading, frame)


def _bare(reading: Reading, frame: Frame) -> Meaning:
    if "date" in reading:
        return meant(spans.day(date.fromisoformat(reading["date"])))
    if "page" in reading and {"day", "feast"} & reading.keys():
        return _page(reading, frame)
    if "feast" in reading or reading.get("calendar") == "islamic":
        return feasts.feast(reading, frame, _within_year(reading, frame))
    if reading.get("era") == "BC":
        return open_meaning(f"BC{reading['year']:04d}", "before the first year of the calendar")
    if "decade" in reading or "short_decade" in reading or "century" in reading:
        return _ages(reading)
    if "first" in reading and "other" in reading:
        return _numeric(reading, frame)
    if "shift" in reading:
        return _shifted(reading, frame)
    if {"nth", "nth_day", "nth_week", "nth_weekend"} & reading.keys():
        return _nth(reading, frame)
    if "weekday" in reading and not {"month", "day"} & reading.keys():
        return _weekday(reading, frame)
    if "quarter" in reading or "half" in reading:
        return _fraction(reading, frame)
    if "season" in reading:
        return _season(reading, frame)
    if "day" in reading:
        return _day(reading, frame)
    if "month" in reading:
        return _month(reading, frame)
    if "page" in reading:
        return _page(reading, frame)
    if "year" in reading or "short" in reading:
        return _year(reading, frame)
    if {"hour", "clock", "daypart"} & reading.keys():
        return _today(frame)
    return open_meaning(None, "not understood")


def _today(frame: Frame) -> Meaning:
    base = frame.published
    told = frame.then_day
    # A bare clock time belongs to the day just told; a day told long before, or of another year, is another story.
    if told and frame.at - frame.then_at <= CLOCK_REACH and (base is None or abs((told - base).days) <= CLOCK_DAYS):
        base = told
    return meant(spans.day(base)) if base else open_meaning("XXXX-XX-XX")


def _base(reading: Reading, frame: Frame) -> date | None:
    """The day that "last" or "next" counts from."""
    if reading.get("base") == "then":
        return frame.then.earliest if frame.then else None
    return frame.published


def _no_base(reading: Reading) -> str:
    return NO_NARRATIVE if reading.get("base") == "then" or reading.get("from") == "then" else NO_PUBLICATION


def _within(reading: Reading, frame: Frame) -> Stretch | None:
    return stretch_of(point(reading["within"], frame)) if "within" in reading else None


def _within_year(reading: Reading, frame: Frame) -> int | None:
    if "year" in reading and "calendar" not in reading:
        return int(reading["year"])
    whole = _within(reading, frame)
    return whole.earliest.year if whole else None


def _ages(reading: Reading) -> Meaning:
    if "century" in reading:
        number = reading["century"]
        if reading.get("era") == "BC":
            return open_meaning(None, "before the first year of the calendar")
        return meant(spans.century(number))
    first = reading.get("decade", 1900 + reading.get("short_decade", 0))
    if "short_decade" in reading:
        return meant(spans.decade(1900 + reading["short_decade"]), "decade-twentieth-century")
    if first % 100 == 0 and first < 1900:
        return meant(Stretch(date(first, 1, 1), date(first + 99, 12, 31), f"{first // 100}", "window"))
    return meant(spans.decade(first // 10 * 10))


def full_year(short: int, published: date | None) -> int:
    """A two-digit year: up to twenty years ahead of publication (of 2025 where unknown), else of the century before."""
    base = published.year if published else 2025
    year = base // 100 * 100 + short
    return year - 100 if year > base + 20 else year


def _numeric(reading: Reading, frame: Frame) -> Meaning:
    first, other = reading["first"], reading["other"]
    order = reading.get("order", frame.rules.numeric_order)
    convention: str | None = None
    if first > 12 or other > 12:
        order = "day-first" if first > 12 else "month-first"
    elif first != other and "order" not in reading:
        convention = f"numeric-{order}"
    day, month = (first, other) if order == "day-first" else (other, first)
    rest = {k: v for k, v in reading.items() if k not in ("first", "other", "order")}
    meaning = _day({**rest, "day": day, "month": month}, frame)
    return msgspec.structs.replace(meaning, convention=convention or meaning.convention)


def _shifted(reading: Reading, frame: Frame) -> Meaning:
    source = reading.get("from", "now")
    if isinstance(source, dict):
        whole = stretch_of(point(source, frame))
        base = whole.earliest if whole else None
    else:
        base = frame.then_day if source == "then" else frame.published
    if base is None:
        return open_meaning("XXXX-XX-XX", _no_base(reading))
    return meant(spans.day(spans.plus(base, reading["shift"] * reading.get("sign", 1), reading["unit"])))


def _nth_weekend(number: int, whole: Stretch) -> Meaning:
    """A weekend is of the month that its Saturday is in."""
    days = [whole.earliest + timedelta(days=k) for k in range((whole.latest - whole.earliest).days + 1)]
    saturdays = [d for d in days if d.isoweekday() == 6]
    if abs(number) > len(saturdays):
        return open_meaning(None, NO_SUCH_DAY)
    return meant(spans.weekend(saturdays[number if number < 0 else number - 1]))


def _nth(reading: Reading, frame: Frame) -> Meaning:
    whole = _within(reading, frame)
    if whole is None:
        return open_meaning("XXXX-XX-XX")
    if "nth_week" in reading:
        number = reading["nth_week"]
        first = whole.latest - timedelta(days=6) if number < 0 else whole.earliest + timedelta(days=7 * (number - 1))
        last = min(first + timedelta(days=6), whole.latest)
        if first > last:
            return open_meaning(None, NO_SUCH_DAY)
        iso = spans.week(first + timedelta(days=3)).value
        return meant(Stretch(first, last, iso, "week"), "weeks-from-the-first")
    if "nth_weekend" in reading:
        return _nth_weekend(reading["nth_weekend"], whole)
    if "nth_day" in reading:
        number = reading["nth_day"]
        found = whole.latest if number < 0 else whole.earliest + timedelta(days=number - 1)
    else:
        days = [whole.earliest + timedelta(days=k) for k in range((whole.latest - whole.earliest).days + 1)]
        same = [d for d in days if d.isoweekday() == reading["weekday"]]
        number = reading["nth"]
        if abs(number) > len(same):
            return open_meaning(None, NO_SUCH_DAY)
        found = same[number if number < 0 else number - 1]
    return meant(spans.day(found)) if whole.earliest <= found <= whole.latest else open_meaning(None, NO_SUCH_DAY)


def _weekday(reading: Reading, frame: Frame) -> Meaning:
    number = reading["weekday"]
    unknown = f"XXXX-WXX-{number}"
    if "within" in reading:
        whole = _within(reading, frame)
        if whole is None:
            return open_meaning(unknown)
        return meant(choose.weekday(number, whole.earliest, ahead=True))
    base = _base(reading, frame)
    if base is None:
        return open_meaning(unknown, _no_base(reading))
    if "weeks" in reading:
        start = choose.weekday(number, base, ahead=True).earliest
        return meant(spans.day(start + timedelta(weeks=reading["weeks"])), "weekday-weeks-on")
    if "which" in reading:
        chosen = reading["which"]
        if chosen == 0 and reading.get("base") != "then":
            return meant(choose.weekday(number, spans.week(base).earliest, ahead=True), "weekday-this-week")
        if chosen == 0:
            return meant(choose.weekday(number, base, ahead=False))
        step = timedelta(days=1 if chosen > 0 else -1)
        found = choose.weekday(number, base + step, ahead=chosen > 0).earliest
        found += timedelta(weeks=chosen - (1 if chosen > 0 else -1))
        return meant(spans.day(found), "weekday-next" if chosen > 0 else "weekday-last")
    ahead = frame.sense in ("ahead", "moved")
    return meant(choose.weekday(number, base, ahead=ahead), "weekday-ahead" if ahead else "weekday-back")


def _fraction(reading: Reading, frame: Frame) -> Meaning:
    kind = "quarter" if "quarter" in reading else "half"
    number = reading[kind]
    make = spans.quarter if kind == "quarter" else spans.half
    letter = "Q" if kind == "quarter" else "H"
    if number > (4 if kind == "quarter" else 2):
        return open_meaning(None, NO_SUCH_DAY)
    back = reading.get("back", 0)
    fiscal = "fiscal-as-calendar" if "fiscal" in reading else None
    whole = _within(reading, frame)
    if kind == "half" and whole is not None and whole.precision == "month":
        middle = whole.earliest + timedelta(days=14 if number == 1 else 15)
        days = (whole.earliest, middle) if number == 1 else (middle, whole.latest)
        return Meaning(whole.value, *days, "window", "START" if number == 1 else "END")
    if number and ("year" in reading or "within" in reading):
        within = _within_year(reading, frame)
        return meant(make(within, number), fiscal) if within else open_meaning(f"XXXX-{letter}{number}")
    if frame.published is None:
        return open_meaning(f"XXXX-{letter}{number or 'X'}")
    if not number:
        latest = frame.quarter or spans.page("quarter", spans.plus(frame.published, -1, "quarter"))
        found = spans.page("quarter", spans.plus(latest.earliest, -back, "year"))
        return meant(found, "quarter-of-the-text" if frame.quarter else "quarter-completed")
    candidates = choose.around(frame.published, lambda y: make(y, number))
    now = frame.published
    found = min(candidates, key=lambda c: choose.distance(c, now))
    convention = f"{kind}-nearest"
    if choose.distance(found, now) > choose.SURE_DAYS or frame.sense == "back":
        if frame.sense == "ahead":
            found, convention = next(c for c in candidates if c.latest >= now), f"{kind}-ahead"
        else:
            found, convention = next(c for c in reversed(candidates) if c.earliest <= now), f"{kind}-back"
    if back:
        found = make(found.earliest.year - back, number)
    return meant(found, fiscal or convention)


def _season(reading: Reading, frame: Frame) -> Meaning:
    code = reading["season"]
    within = _within_year(reading, frame)
    if within:
        return meant(spans.season(within, code), "northern-seasons")
    if frame.published is None:
        return open_meaning(f"XXXX-{code}")
    candidates = choose.around(frame.published, lambda y: spans.season(y, code))
    if "which" in reading:
        found = choose.which(candidates, frame.published, reading["which"])
        return meant(found, "northern-seasons") if found else open_meaning(f"XXXX-{code}")
    chosen = choose.by_sense(candidates, frame, frame.published, "season")
    return meant(*chosen) if chosen else open_meaning(f"XXXX-{code}")


def _day(reading: Reading, frame: Frame) -> Meaning:
    """A day of a month, with or without month and year; a weekday beside it decides the year."""
    number, month = reading["day"], reading.get("month")
    unknown = f"XXXX-{month:02d}-{number:02d}" if month else f"XXXX-XX-{number:02d}"
    if "short" in reading:
        reading = {**reading, "year": full_year(reading["short"], frame.published)}
    if month and ("year" in reading or "within" in reading):
        year = _within_year(reading, frame)
        if year is None:
            return open_meaning(unknown)
        found = _real_day(year, month, number)
        return meant(found) if found else open_meaning(None, NO_SUCH_DAY)
    if month and _real_day(2000, month, number) is None:
        return open_meaning(None, NO_SUCH_DAY)
    base = frame.published
    if base is None:
        return open_meaning(unknown)
    if month:
        candidates = choose.around(base, lambda y: _real_day(y, month, number), 4)
    else:
        months = [spans.plus(base.replace(day=1), k, "month") for k in range(-3, 4)]
        candidates = [c for m in months if (c := _real_day(m.year, m.month, number))]
    if "weekday" in reading:
        same = [c for c in candidates if c.earliest.isoweekday() == reading["weekday"]]
        candidates = same or candidates
    chosen = choose.by_sense(candidates, frame, base, "day")
    if chosen is None:
        return open_meaning(unknown, NO_SUCH_DAY)
    nearest = min(candidates, key=lambda c: choose.distance(c, base))
    if nearest != chosen[0] and choose.distance(nearest, base) <= choose.SURE_DAYS:
        chosen = nearest, "day-nearest"
    return meant(*chosen)


def _real_day(year: int, month: int, number: int) -> Stretch | None:
    try:
        return spans.day(date(year, month, number))
    except ValueError:
        return None


def _month(reading: Reading, frame: Frame) -> Meaning:
    number = reading["month"]
    unknown = f"XXXX-{number:02d}"
    if not 1 <= number <= 12:
        return open_meaning(None, NO_SUCH_DAY)
    if "year" in reading or "within" in reading:
        year = _within_year(reading, frame)
        return meant(spans.month(year, number)) if year else open_meaning(unknown)
    base = _base(reading, frame)
    if base is None:
        return open_meaning(unknown, _no_base(reading))
    candidates = choose.around(base, lambda y: spans.month(y, number))
    if "which" in reading:
        found = choose.which(candidates, base, reading["which"])
        return meant(found, "month-which") if found else open_meaning(unknown)
    chosen = choose.by_sense(candidates, frame, base, "month")
    return meant(*chosen) if chosen else open_meaning(unknown)


_PAGE_UNKNOWN = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX"}


def _page(reading: Reading, frame: Frame) -> Meaning:
    unit, number = reading["page"], reading.get("which", 0)
    if "day" in reading or "feast" in reading:
        inner = stretch_of(_bare({k: v for k, v in reading.items() if k != "page"}, frame))
        return meant(spans.page(unit, inner.earliest)) if inner else open_meaning(_PAGE_UNKNOWN.get(unit, "XXXX"))
    base = _base(reading, frame)
    if base is None:
        return open_meaning(_PAGE_UNKNOWN.get(unit, "XXXX"), _no_base(reading))
    fiscal = "fiscal-as-calendar" if "fiscal" in reading else None
    if number == 9:
        number = -1 if base.weekday() < 5 and frame.sense != "ahead" else 0
        fiscal = "weekend-back" if frame.sense != "ahead" else "weekend-ahead"
    elif unit == "weekend" and number == 0 and frame.sense == "back" and base.weekday() < 3:
        number, fiscal = -1, "weekend-back"
    step = "week" if unit in ("weekend", "fortnight") else unit
    return meant(spans.page(unit, spans.plus(spans.page(unit, base).earliest, number, step)), fiscal)


def _year(reading: Reading, frame: Frame) -> Meaning:
    number = reading["year"] if "year" in reading else full_year(reading["short"], frame.published)
    fiscal = "fiscal-as-calendar" if "fiscal" in reading else None
    if not 1 <= number <= 9998:
        return open_meaning(None, NO_SUCH_DAY)
    if "span_years" in reading:
        last = number // 100 * 100 + reading["to"]
        if last != number + 1 and not number < last <= number + 60:
            return open_meaning(None, NO_SUCH_DAY)
        both = Stretch(date(number, 1, 1), date(last, 12, 31), f"{number:04d}/{last:04d}", "window")
        return meant(both)
    return meant(spans.year(number), fiscal)
