"""Comparing two calendars to the byte, but for what the clock and the order of arrival put in."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Table

from legation.store import Store, intake, schema


class _Noon(datetime):
    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        return datetime(2023, 6, 8, 12, tzinfo=UTC)


def stop_the_clock(patch: pytest.MonkeyPatch) -> None:
    """Whatever a backfill of this process stores now is learned at one moment."""
    patch.setattr(intake, "datetime", _Noon)


def everything(store: Store, *, in_any_order: bool = False) -> dict[str, list[str]]:
    """All that the calendar holds, table by table, each row as JSON.

    ``in_any_order`` is for pages that arrived in different orders. By docs/ledger.md an engagement is named after the
    report that was stored first: here it is named after the least of its reports, wherever its name stands. And what
    once was and is no more is left out, with the counts of it: names that only lead to another engagement, revisions
    that were superseded, groups that nothing is in.
    """
    told: dict[str, list[str]] = {}
    with store.reading() as connection:
        names: dict[str, str] = {}
        if in_any_order:
            filed = connection.execute(schema.report.select().order_by(schema.report.c.id)).mappings()
            for report in filed:
                names.setdefault(report["entry"], report["id"])
        for table in schema.metadata.sorted_tables:
            rows = [dict(row) for row in connection.execute(table.select()).mappings()]
            if in_any_order:
                rows = [_in_any_order(table, row, names) for row in rows if not _is_past(table, row)]
            for row in rows:
                for name in ("seq", "page_seq", "learned", "changed", "added"):
                    row.pop(name, None)
                if table.name == "cluster":
                    del row["version"]  # how often the group was looked at: by the order of arrival
                if table.name == "shard":
                    counts = json.loads(row["counts"])
                    row["counts"] = {k: v for k, v in counts.items() if not k.endswith(" us")}
            told[table.name] = sorted(json.dumps(row, sort_keys=True, default=_plain) for row in rows)
    return told


def history(store: Store) -> list[str]:
    """The engagements with all that was ever said of each, under no name."""
    found = [([(r.said_on, r.state) for r in store.revisions(e.id)], e.pages, e.sources) for e in store.entries()]
    return sorted(map(repr, found))


def _is_past(table: Table, row: dict[str, Any]) -> bool:
    """Whether a row only tells what was believed on the way."""
    return (
        (table.name == "entry" and row["gone_to"] is not None)
        or (table.name == "revision" and row["superseded"] is not None)
        or (table.name == "cluster" and row["first"] == date.max.isoformat())
    )


def _in_any_order(table: Table, row: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    named = {c.name for c in table.columns if any(key.column is schema.entry.c.id for key in c.foreign_keys)}
    if table.name == "entry":
        named |= {"id", "part_of", "tour"}
    return {k: names.get(v, v) if k in named else v for k, v in row.items() if (table.name, k) != ("entry", "sequence")}


def _plain(value: Any) -> str:
    return str(value)
