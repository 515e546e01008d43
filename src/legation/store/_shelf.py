"""The ledger's shelf in a database: reports and groups near a report, inside one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, or_, select

from legation.ledger.amend import hull_of
from legation.ledger.reports import Report
from legation.ledger.shelf import Order
from legation.rules.ledger import LedgerRules
from legation.store import schema
from legation.store._json import read


class StoredShelf:
    """Reads through ``connection``; what it has read it keeps for the transaction."""

    def __init__(self, connection: Connection, rules: LedgerRules) -> None:
        self.connection, self.rules = connection, rules
        self._groups: dict[str, list[Report]] = {}
        self._roots: dict[str, str | None] = {}
        self._apart: dict[str, set[str]] | None = None

    def roots_under(self, keys: frozenset[str], report: Report) -> Iterable[str]:
        hull = hull_of(report).widened(self.rules.days.reach)
        filed, cluster = schema.cluster_key.c, schema.cluster.c
        rows = self.connection.execute(
            select(filed.root)
            .distinct()
            .join(schema.cluster, cluster.root == filed.root)
            .where(filed.key.in_(sorted(keys)))
            .where(cluster.first <= hull.last.isoformat(), cluster.last >= hull.first.isoformat())
        )
        return [row.root for row in rows]

    def members(self, root: str) -> Sequence[Report]:
        if root not in self._groups:
            rows = self.connection.execute(select(schema.report.c.body).where(schema.report.c.root == root))
            reports = sorted((read(row.body, Report) for row in rows), key=lambda r: r.order)
            self._groups[root] = reports
            self._roots |= {r.id: root for r in reports}
        return self._groups[root]

    def later(self, keys: frozenset[str], after: Order) -> Sequence[Report]:
        key = schema.report_key.c
        ids = (
            select(key.report)
            .where(key.key.in_(sorted(keys)), key.role == "l", key.said_on >= after[0].isoformat())
            .distinct()
        )
        rows = self.connection.execute(
            select(schema.report.c.id, schema.report.c.root, schema.report.c.body).where(schema.report.c.id.in_(ids))
        )
        found = []
        for row in rows:
            report = read(row.body, Report)
            if report.order > after:
                found.append(report)
                self._roots[row.id] = row.root
        return sorted(found, key=lambda r: r.order)

    def root(self, report: str) -> str | None:
        if report not in self._roots:
            self._roots[report] = self.connection.scalar(
                select(schema.report.c.root).where(schema.report.c.id == report)
            )
        return self._roots[report]

    def apart(self, report: str) -> frozenset[str]:
        if self._apart is None:
            c = schema.correction.c
            self._apart = {}
            rows = self.connection.execute(
                select(c.report, c.other).where(c.kind == "split", or_(c.other.is_not(None)))
            )
            for row in rows:
                self._apart.setdefault(row.report, set()).add(row.other)
                self._apart.setdefault(row.other, set()).add(row.report)
        return frozenset(self._apart.get(report, ()))
