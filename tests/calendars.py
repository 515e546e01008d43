"""Comparing two calendars to the byte, but for what the clock and the order of arrival put in."""

from __future__ import annotations

import json
from typing import Any

from legation.store import Store, schema


def everything(store: Store) -> dict[str, list[str]]:
    """All that the calendar holds, table by table, each row as JSON."""
    told: dict[str, list[str]] = {}
    with store.reading() as connection:
        for table in schema.metadata.sorted_tables:
            rows = [dict(row) for row in connection.execute(table.select()).mappings()]
            for row in rows:
                for name in ("seq", "page_seq", "learned", "changed", "added"):
                    row.pop(name, None)
                if table.name == "shard":
                    counts = json.loads(row["counts"])
                    row["counts"] = {k: v for k, v in counts.items() if not k.endswith(" us")}
            told[table.name] = sorted(json.dumps(row, sort_keys=True, default=_plain) for row in rows)
    return told


def _plain(value: Any) -> str:
    return str(value)
