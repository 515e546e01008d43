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
from legation.ledger.match import Verdict
from legation.ledger.reports import Report
from legation.ledger.shelf import Shelf
from legation.ledger.walk import Order, Walk
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
        self.groups: dict[str, Sequence[Report]] = {}
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

    def _group(self, root: str) -> Sequence[Report]:
        return self.groups[root] if root in self.groups else self.known.members(root)

    def _walk(self, root: str, report: Report) -> Walk:
        """The group's telling up to ``report``; the shelf's own where nothing of the group comes after it."""
        if root not in self.groups:
            whole = self.known.walk(root)
            if whole.is_before(report):
                return whole
        walk = Walk(self._group(root), self.rules)
        walk.forward(report)
        return walk

    def _candidates(self, report: Report) -> list[tuple[str, Walk]]:
        """Groups that the reports before this one form, and that can be found under its keys."""
        keys = lookup_keys(report, self.rules)
        roots = set(self.known.roots_under(keys, report)) | {root for root in self.groups if self.groups[root]}
        walks = [(root, self._walk(root, report)) for root in sorted(roots)]
        return [(root, walk) for root, walk in walks if walk.telling is not None and walk.keys & keys]

    # -- placing --------------------------------------------------------------------------------------------------

    def _place(self, report: Report) -> None:
        compared = [(root, (walk.verdict(report, self.known), walk.last)) for root, walk in self._candidates(report)]
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
        old, new = Walk(before, self.rules), Walk(after, self.rules)
        for report in self.known.later(keys, changed.order):
            if report.id not in self.queued and old.fit(report, self.known) != new.fit(report, self.known):
                self.push(report)
