"""A group's reports read forward, so that each later report can be compared with what was known before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from legation.ledger.keys import index_keys, lookup_keys
from legation.ledger.match import Verdict, compare
from legation.ledger.policy import Telling
from legation.ledger.reports import Report
from legation.ledger.windows import Window, gap
from legation.rules.ledger import LedgerRules

Order = tuple[date, str, int]


class Splits(Protocol):
    """Knows which reports a person has told apart."""

    def apart(self, report: str) -> frozenset[str]: ...


class Walk:
    """A group's telling, read forward up to any later report. ``group`` is in order."""

    __slots__ = ("group", "keys", "position", "rules", "telling")

    def __init__(self, group: Sequence[Report], rules: LedgerRules) -> None:
        self.group, self.rules = group, rules
        self.position = 0
        self.telling: Telling | None = None
        self.keys: set[str] = set()

    @property
    def last(self) -> Order:
        return self.group[self.position - 1].order

    def is_before(self, report: Report) -> bool:
        """Whether all of the group comes before ``report``."""
        return bool(self.group) and self.group[-1].order < report.order

    def whole(self) -> Walk:
        """Reads on to the end."""
        while self.position < len(self.group):
            self._step()
        return self

    def forward(self, report: Report) -> None:
        """Reads on to the last member before ``report``."""
        while self.position < len(self.group) and self.group[self.position].order < report.order:
            self._step()

    def _step(self) -> None:
        member = self.group[self.position]
        if self.telling is None:
            self.telling = Telling(member, self.rules)
        else:
            self.telling.read(member)
        self.keys |= index_keys(member, self.rules)
        self.position += 1

    def fit(self, report: Report, splits: Splits) -> tuple[float, Order] | None:
        """All that placing ``report`` asks of the group: score and last report; None where it cannot take it."""
        self.forward(report)
        if not lookup_keys(report, self.rules) & self.keys:
            return None
        verdict = self.verdict(report, splits)
        return (verdict.score, self.last) if verdict.score >= self.rules.match.threshold else None

    def verdict(self, report: Report, splits: Splits) -> Verdict:
        """How well ``report`` fits what has been read so far."""
        if self.telling is None or not _in_reach(report, self.telling):
            return Verdict(0.0, ("out of reach",))
        members = self.group[: self.position]
        apart = splits.apart(report.id)
        if apart and any(m.id in apart for m in members):
            return Verdict(0.0, ("a person has told the two apart",))
        return compare(report, self.telling, same_page=[m for m in members if m.page == report.page])


def _in_reach(report: Report, telling: Telling) -> bool:
    return gap(hull_of(report), _hull(telling)) <= telling.rules.days.reach


def hull_of(report: Report) -> Window:
    """All days a report speaks of, the day it was said included."""
    windows = [w for w in (report.window, *report.past_windows) if w is not None]
    return Window(min([report.said_on, *(w.first for w in windows)]), max([report.said_on, *(w.last for w in windows)]))


def _hull(telling: Telling) -> Window:
    return Window(
        min([telling.first_said, *(w.first for w in telling.windows)]),
        max([telling.last_said, *(w.last for w in telling.windows)]),
    )
