"""Where the ledger finds what is known near a report; the store keeps one in a database, tests keep one in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from legation.ledger.keys import index_keys, lookup_keys
from legation.ledger.reports import Report
from legation.ledger.walk import Order, Walk
from legation.rules.ledger import LedgerRules


class Shelf(Protocol):
    """Reports in groups, each group named by its ``root`` (the report that is first in order)."""

    def roots_under(self, keys: frozenset[str], report: Report) -> Iterable[str]:
        """The roots of groups with a report filed under one of ``keys``. May give more, never fewer, than those
        within reach of ``report``."""
        ...

    def members(self, root: str) -> Sequence[Report]:
        """The reports of a group, in order."""
        ...

    def walk(self, root: str) -> Walk:
        """The telling of a whole group; not to be read on or changed."""
        ...

    def later(self, keys: frozenset[str], after: Order) -> Sequence[Report]:
        """Every report that looks under one of ``keys`` and comes after ``after``, in order."""
        ...

    def root(self, report: str) -> str | None:
        """The group a report is in; None for one not known yet."""
        ...

    def apart(self, report: str) -> frozenset[str]:
        """Reports that a person has said are of another engagement."""
        ...


class MemoryShelf:
    """A shelf in memory, for tests and simulations. ``put`` files reports; ``settle`` applies an amendment."""

    def __init__(self, rules: LedgerRules) -> None:
        self.rules = rules
        self.reports: dict[str, Report] = {}
        self.roots: dict[str, str] = {}
        self.groups: dict[str, list[Report]] = {}
        self.splits: dict[str, set[str]] = {}
        self._walks: dict[str, Walk] = {}
        self._indexed: dict[str, set[str]] = {}
        self._looking: dict[str, set[str]] = {}

    def roots_under(self, keys: frozenset[str], report: Report) -> Iterable[str]:
        return {self.roots[r] for key in keys for r in self._indexed.get(key, ())}

    def members(self, root: str) -> Sequence[Report]:
        return self.groups.get(root, [])

    def walk(self, root: str) -> Walk:
        if root not in self._walks:
            self._walks[root] = Walk(self.members(root), self.rules).whole()
        return self._walks[root]

    def later(self, keys: frozenset[str], after: Order) -> Sequence[Report]:
        found = {r for key in keys for r in self._looking.get(key, ())}
        return sorted((self.reports[r] for r in found if self.reports[r].order > after), key=lambda r: r.order)

    def root(self, report: str) -> str | None:
        return self.roots.get(report)

    def apart(self, report: str) -> frozenset[str]:
        return frozenset(self.splits.get(report, ()))

    def settle(self, roots: dict[str, str], new: Iterable[Report]) -> None:
        """Files ``new`` reports and moves every report of ``roots`` into its group."""
        for report in new:
            self.reports[report.id] = report
            for key in index_keys(report, self.rules):
                self._indexed.setdefault(key, set()).add(report.id)
            for key in lookup_keys(report, self.rules):
                self._looking.setdefault(key, set()).add(report.id)
        touched = set(roots.values()) | {self.roots[r] for r in roots if r in self.roots}
        for root in touched:
            self._walks.pop(root, None)
        moved = {r.id: r for root in touched for r in self.groups.pop(root, [])}
        moved |= {r: self.reports[r] for r in roots}
        self.roots |= roots
        for report in moved.values():
            self.groups.setdefault(self.roots[report.id], []).append(report)
        for root in {self.roots[r] for r in moved}:
            self.groups[root].sort(key=lambda r: r.order)
