"""Days compared: how far two spans of days agree."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec


class Window(msgspec.Struct, frozen=True):
    """The days something may fall on, both ends included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def widened(self, days: int) -> Window:
        return Window(self.first - timedelta(days), self.last + timedelta(days))

    def overlaps(self, other: Window, *, slack: int = 0) -> bool:
        return gap(self, other) <= slack

    def covers(self, other: Window) -> bool:
        return self.first <= other.first and other.last <= self.last


def gap(a: Window, b: Window) -> int:
    """Days between two windows; 0 where they touch or overlap."""
    return max(0, (b.first - a.last).days, (a.first - b.last).days)


def closeness(a: Window, b: Window, *, tight: int, loose: int) -> float:
    """How much an overlap says, by the days both together span: 3 close, 2 near (a few days within some weeks, or the
    very same weeks), 1 wide, 0.5 hardly anything."""
    span = (max(a.last, b.last) - min(a.first, b.first)).days + 1
    if span <= tight:
        return 3.0
    if span <= loose and (min(a.days, b.days) <= tight or a == b):
        return 2.0
    return 1.0 if span <= loose * 3 else 0.5
