"""The calendar: a month as a table that works without script, and the same as events for FullCalendar."""

from __future__ import annotations

import calendar as months
from datetime import date, timedelta
from typing import Any

import msgspec
from babel.dates import format_date, get_day_names
from msgspec.structs import replace
from starlette.datastructures import QueryParams

from legation.errors import UsageError
from legation.records import Entry, Filter
from legation.web.desk import Desk, open_plans
from legation.web.filters import parse
from legation.web.home import is_on_days
from legation.web.present import Card, Presenter
from legation.web.site import Shown

_MOST = 400
_MOST_ON_SHELF = 30
_LONGEST_SPAN = 400
_YEARS = range(1800, 2201)


class Day(msgspec.Struct, frozen=True, kw_only=True):
    date: date
    label: str
    is_outside: bool
    is_today: bool
    cards: tuple[Card, ...]


def month_of(given: str | None, today: date) -> date:
    """The first day of the month asked for, of the present one where none is. Raises UsageError."""
    if not given:
        return today.replace(day=1)
    try:
        month = date.fromisoformat(f"{given[:7]}-01")
    except ValueError:
        raise UsageError(f"month={given[:20]}: must be a month written as 2031-05") from None
    if month.year not in _YEARS:
        raise UsageError(f"month={given[:20]}: this calendar runs from {_YEARS[0]} to {_YEARS[-1]}")
    return month


def calendar(desk: Desk, presenter: Presenter, month: date, wanted: Filter) -> Shown:
    today = desk.today()
    weeks = months.Calendar().monthdatescalendar(month.year, month.month)
    first, last = weeks[0][0], weeks[-1][-1]
    within = replace(wanted, since=first, until=last, undated=None)
    entries = desk.store.entries(within, today=today, limit=_MOST)
    plans = tuple(s for s in open_plans() if not wanted.statuses or s in wanted.statuses)
    shelf: list[Entry] = []
    if plans:
        undated = replace(wanted, since=None, until=None, undated=True, statuses=(*plans, "postponed"))
        shelf = desk.store.entries(undated, today=today, limit=_MOST_ON_SHELF)
    days = {day: [e for e in entries if is_on_days(e) and _covers(e, day)] for week in weeks for day in week}
    cards = {e.id: presenter.card(e) for e in entries}
    return Shown(
        "calendar.html",
        {
            "title": format_date(month, "MMMM y", locale=presenter.locale),
            "month": month,
            "wanted": wanted,
            "before": _shift(month, -1),
            "after": _shift(month, 1),
            "names": [get_day_names("abbreviated", locale=presenter.locale)[i] for i in range(7)],
            "weeks": [
                [
                    Day(
                        date=day,
                        label=presenter.weekday(day),
                        is_outside=day.month != month.month,
                        is_today=day == today,
                        cards=tuple(cards[e.id] for e in days[day]),
                    )
                    for day in week
                ]
                for week in weeks
            ],
            "bands": [cards[e.id] for e in entries if not is_on_days(e)],
            "shelf": presenter.cards(shelf),
            "is_cut": len(entries) == _MOST,
        },
    )


def events(desk: Desk, presenter: Presenter, query: QueryParams) -> list[dict[str, Any]]:
    """FullCalendar's events for the span it asks for. Vague dates are bands, marked so."""
    start, end = _day(query, "start"), _day(query, "end")
    if end - start > timedelta(_LONGEST_SPAN):
        raise UsageError(f"start and end: more than {_LONGEST_SPAN} days apart")
    wanted = replace(parse(query), since=start, until=end - timedelta(1), undated=None)
    return [_event(e, presenter.card(e)) for e in desk.store.entries(wanted, today=desk.today(), limit=_MOST)]


def _event(entry: Entry, card: Card) -> dict[str, Any]:
    first, last = entry.state.earliest, entry.state.latest
    assert first is not None
    assert last is not None
    is_band = not is_on_days(entry)
    return {
        "id": card.id,
        "title": f"{card.label}: {card.title}" + (f" ({card.when})" if is_band else ""),
        "start": first.isoformat(),
        "end": (last + timedelta(1)).isoformat(),
        "allDay": True,
        "url": card.url,
        "classNames": [f"s-{card.standing}", *(["band"] if is_band else [])],
    }


def _covers(entry: Entry, day: date) -> bool:
    first, last = entry.state.earliest, entry.state.latest
    return first is not None and last is not None and first <= day <= last


def _shift(month: date, by: int) -> date | None:
    """The month before or after; None where this calendar ends."""
    number = month.year * 12 + month.month - 1 + by
    year = number // 12
    return date(year, number % 12 + 1, 1) if year in _YEARS else None


def _day(query: QueryParams, name: str) -> date:
    value = query.get(name) or ""
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        raise UsageError(f"{name}={value[:40]}: must be a day written as 2031-05-20") from None
