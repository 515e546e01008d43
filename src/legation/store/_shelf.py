"""The ledger's shelf in a database: reports and groups near a report, inside one transaction."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from legation.ledger.reports import Report
from legation.ledger.walk import Order, Walk, hull_of
from legation.rules.ledger import LedgerRules
from legation.store import _prepared as prepared
from legation.store._json import read


class GroupCache:
    """Groups as they were last read, each with the version it had; what another writer has changed is read again.

    Holds groups of at most ``most`` reports together (about two kilobytes each), however large the calendar.
    """

    def __init__(self, most: int = 10_000) -> None:
        self.most = most
        self._held = 0
        self._walks: OrderedDict[str, tuple[int, Walk]] = OrderedDict()

    def get(self, root: str, version: int) -> Walk | None:
        found = self._walks.get(root)
        if found is None or found[0] != version:
            return None
        self._walks.move_to_end(root)
        return found[1]

    def put(self, root: str, version: int, walk: Walk) -> None:
        before = self._walks.pop(root, None)
        self._held += len(walk.group) - (len(before[1].group) if before else 0)
        self._walks[root] = (version, walk)
        while self._held > self.most and len(self._walks) > 1:
            _, (_, dropped) = self._walks.popitem(last=False)
            self._held -= len(dropped.group)

    def clear(self) -> None:
        self._walks.clear()
        self._held = 0


class StoredShelf:
    """Reads through ``connection``, and each group at most once for every version of it."""

    def __init__(self, connection: Connection, rules: LedgerRules, groups: GroupCache | None = None) -> None:
        self.connection, self.rules = connection, rules
        self._cache = groups if groups is not None else GroupCache()
        self._versions: dict[str, int] = {}
        self._roots: dict[str, str | None] = {}
        self._apart: dict[str, set[str]] | None = None

    def roots_under(self, keys: frozenset[str], report: Report) -> Iterable[str]:
        hull = hull_of(report).widened(self.rules.days.reach)
        asked = {"keys": sorted(keys), "since": hull.first.isoformat(), "until": hull.last.isoformat()}
        rows = self.connection.execute(prepared.GROUPS_UNDER, asked)
        found = []
        for row in rows:
            self._versions[row.root] = row.version
            found.append(row.root)
        return found

    def members(self, root: str) -> Sequence[Report]:
        return self.walk(root).group

    def walk(self, root: str) -> Walk:
        version = self._version(root)
        known = self._cache.get(root, version)
        if known is None:
            rows = self.connection.execute(prepared.REPORTS_OF_GROUP, {"root": root})
            reports = sorted((read(row.body, Report) for row in rows), key=lambda r: r.order)
            known = Walk(reports, self.rules).whole()
            self._cache.put(root, version, known)
        return known

    def _version(self, root: str) -> int:
        if root not in self._versions:
            version = self.connection.scalar(prepared.VERSION_OF_GROUP, {"root": root})
            self._versions[root] = version or 0
        return self._versions[root]

    def later(self, keys: frozenset[str], after: Order) -> Sequence[Report]:
        rows = self.connection.execute(prepared.LATER_REPORTS, {"keys": sorted(keys), "since": after[0].isoformat()})
        found = []
        for row in rows:
            report = read(row.body, Report)
            if report.order > after:
                found.append(report)
                self._roots[row.id] = row.root
        return sorted(found, key=lambda r: r.order)

    def root(self, report: str) -> str | None:
        if report not in self._roots:
            self._roots[report] = self.connection.scalar(prepared.ROOT_OF_REPORT, {"report": report})
        return self._roots[report]

    def apart(self, report: str) -> frozenset[str]:
        if self._apart is None:
            self._apart = {}
            for row in self.connection.execute(prepared.APART):
                for one, other in ((row.report, row.other), (row.other, row.report)):
                    others = self._apart.setdefault(one, set())
                    if row.kind == "split":
                        others.add(other)
                    else:
                        others.discard(other)
        return frozenset(self._apart.get(report, ()))
