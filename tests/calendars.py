"""Comparing two calendars to the byte, but for what the clock and the order of arrival put in."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from legation.store import Store, intake, schema


class _Noon(datetime):
    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        return datetime(2023, 6, 8, 12, tzinfo=UTC)


def stop_the_clock(patch: pytest.MonkeyPatch) -> None:
    """Whatever a backfill of this process stores now is learned at one moment."""
    patch.setattr(intake, "datetime", _Noon)


def everything(store: Store) -> dict[str, list[str]]:
    """All that the calendar holds, table by table, each row as JSON."""
    told: dict[str, list[str]] = {}
    with store.reading() as connection:
        for table in schema.metadata.sorted_tables:
            rows = [dict(row) for row in connection.execute(table.select()).mappings()]
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


def _plain(value: Any) -> str:
    return str(value)
