"""Known engagements and new reports -> which report belongs where.

The promise is that arrival order does not matter. The ledger's groups are defined without it: walk through all reports
in their own order (the day they were said, then the page), and put each into the best-fitting group formed by the
reports before it, or let it found a group. ``amend`` keeps that result up to date as reports arrive in any order,
without walking through everything: a new report is placed; wherever a group changes, those later reports for which the
group now scores differently are placed again, in order, until nothing changes. A report that arrives in its turn, which
is the rule, touches nothing after it, so the cost of adding does not grow with the calendar.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

import msgspec

from legation.ledger.keys import index_keys, lookup_keys
from legation.ledger.match import Verdict, compare
from legation.ledger.policy import Telling
from legation.ledger.reports import Report
from legation.ledger.shelf import Order, Shelf
from legation.ledger.windows import Window, gap
from legation.rules.ledger import LedgerRules


class Placement(msgspec.Struct, frozen=True):
    """Where a report belongs (``root``), how well it fits, and the groups it was compared with in vain."""

    root: str
    score: float
    reasons: tuple[str, ...]
    others: tuple[tuple[str, Verdict], ...] = ()


class Amendment(msgspec.Struct, frozen=True):
    """``placed``: every report placed or placed again. ``roots``: those whose group changed. ``touched``: the groups
    that gained or lost a report."""

    placed: dict[str, Placement]
    roots: dict[str, str]
    touched: frozenset[str]


def amend(known: Shelf, new: Iterable[Report], rules: LedgerRules) -> Amendment:
    """Places ``new`` reports among the ``known`` ones. Nothing of ``known`` is changed. Reports that name nobody are
    left out: an engagement of nobody cannot be found again."""
    work = _Work(known, rules)
    for report in new:
        if index_keys(report, rules):
            work.push(report)
    return work.run()


def again(known: Shelf, reports: Iterable[Report], rules: LedgerRules) -> Amendment:
    """Places reports that are already known once more, for instance after a person's correction."""
    return amend(known, reports, rules)


class _Work:
    """One amendment under way: the changes so far, over what the shelf says."""

    def __init__(self, known: Shelf, rules: LedgerRules) -> None:
        self.known, self.rules = known, rules
        self.roots: dict[str, str] = {}
        self.groups: dict[str, list[Report]] = {}
        self.queue: list[tuple[Order, str]] = []
        self.queued: dict[str, Report] = {}
        self.placed: dict[str, Placement] = {}
        self.before: dict[str, str | None] = {}

    def push(self, report: Report) -> None:
        if report.id not in self.queued:
            self.queued[report.id] = report
            heapq.heappush(self.queue, (report.order, report.id))

    def run(self) -> Amendment:
        while self.queue:
            _, report_id = heapq.heappop(self.queue)
            self._place(self.queued.pop(report_id))
        roots = {r: root for r, root in self.roots.items() if self.before.get(r) != root}
        touched = set(roots.values()) | {old for r in roots if (old := self.before.get(r))}
        return Amendment(self.placed, roots, frozenset(touched))

    # -- groups as they are by now --------------------------------------------------------------------------------

    def _root(self, report: str) -> str | None:
        return self.roots.get(report) or self.known.root(report)

    def _group(self, root: str) -> list[Report]:
        if root not in self.groups:
            self.groups[root] = sorted(self.known.members(root), key=lambda r: r.order)
        return self.groups[root]

    def _candidates(self, report: Report) -> list[str]:
        """Roots of groups that the reports before this one form, and that can be found under its keys."""
        keys = lookup_keys(report, self.rules)
        roots = set(self.known.roots_under(keys, report))
        roots |= {root for root in self.groups if self.groups[root]}
        found = []
        for root in roots:
            group = self._group(root)
            if group and group[0].order < report.order and _is_filed(group, keys, report, self.rules):
                found.append(root)
        return found

    # -- placing --------------------------------------------------------------------------------------------------

    def _place(self, report: Report) -> None:
        compared = [(root, _verdict(report, self._group(root), self)) for root in self._candidates(report)]
        possible = [(verdict, root) for root, verdict in compared if verdict[0].score >= self.rules.match.threshold]
        best = max(possible, key=lambda pair: (pair[0][0].score, pair[0][1], pair[1]), default=None)
        root = best[1] if best else report.id
        others = sorted(((r, v[0]) for r, v in compared if r != root), key=lambda pair: (-pair[1].score, pair[0]))
        self.placed[report.id] = Placement(
            root, best[0][0].score if best else 0.0, best[0][0].reasons if best else ("the first report of it",),
            tuple(others[:5]),
        )  # fmt: skip
        old = self._root(report.id)
        if old != root:
            self._move(report, old, root)

    def _move(self, report: Report, old: str | None, root: str) -> None:
        self.before.setdefault(report.id, self.known.root(report.id))
        if old is not None:
            left = self._group(old)
            remaining = [r for r in left if r.id != report.id]
            self.groups[old] = remaining
            if old == report.id:
                for follower in remaining:
                    self.push(follower)
            else:
                self._propagate(left, remaining, report)
        joined = [r for r in self._group(root) if r.id != report.id]
        grown = sorted([*joined, report], key=lambda r: r.order)
        self.groups[root] = grown
        self.roots[report.id] = root
        self._propagate(joined, grown, report)

    def _propagate(self, before: Sequence[Report], after: Sequence[Report], changed: Report) -> None:
        """Queues every later report that sees the group differently now."""
        keys = frozenset(key for r in {*before, *after} for key in index_keys(r, self.rules))
        old, new = _Walk(before, self.rules), _Walk(after, self.rules)
        for report in self.known.later(keys, changed.order):
            if report.id not in self.queued and old.fit(report, self) != new.fit(report, self):
                self.push(report)


def _is_filed(group: Sequence[Report], keys: frozenset[str], report: Report, rules: LedgerRules) -> bool:
    return any(r.order < report.order and index_keys(r, rules) & keys for r in group)


def _verdict(report: Report, group: Sequence[Report], work: _Work) -> tuple[Verdict, Order]:
    """How well ``report`` fits the part of ``group`` that comes before it, and the last report of that part."""
    walk = _Walk(group, work.rules)
    walk.forward(report)
    return walk.verdict(report, work), walk.last


class _Walk:
    """A group's telling, read forward up to any later report."""

    def __init__(self, group: Sequence[Report], rules: LedgerRules) -> None:
        self.group, self.rules = group, rules
        self.position = 0
        self.telling: Telling | None = None
        self.keys: set[str] = set()

    @property
    def last(self) -> Order:
        return self.group[self.position - 1].order

    def forward(self, report: Report) -> None:
        """Reads on to the last member before ``report``."""
        while self.position < len(self.group) and self.group[self.position].order < report.order:
            member = self.group[self.position]
            if self.telling is None:
                self.telling = Telling(member, self.rules)
            else:
                self.telling.read(member)
            self.keys |= index_keys(member, self.rules)
            self.position += 1

    def fit(self, report: Report, work: _Work) -> tuple[float, Order] | None:
        """All that placing ``report`` asks of the group: score and last report; None where it cannot take it."""
        self.forward(report)
        if not lookup_keys(report, self.rules) & self.keys:
            return None
        verdict = self.verdict(report, work)
        return (verdict.score, self.last) if verdict.score >= self.rules.match.threshold else None

    def verdict(self, report: Report, work: _Work) -> Verdict:
        if self.telling is None or not _in_reach(report, self.telling):
            return Verdict(0.0, ("out of reach",))
        members = self.group[: self.position]
        apart = work.known.apart(report.id)
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
