"""What the tables ``daily`` and ``statuses`` of ``benchmarks/grids`` tell rightly stays right, row by row, and is counted."""

from __future__ import annotations

from grids import daily, statuses

DAILY = 188
"""Rows of 241 that are right."""
STATUSES = 239
"""Rows of 305 that are right."""


def test_the_table_of_ordinary_engagements() -> None:
    rows = [row for _, row in daily.rows()]
    right = [row for row in rows if daily.faults(row["text"], row["want"]) == ([], [])]
    assert [row["text"] for row in rows if row not in right and not row.get("is_open")] == []
    assert len(right) >= DAILY


def test_the_table_of_states() -> None:
    rows = list(statuses.rows())
    right = [row for row in rows if statuses.is_right(row.wanted, row.text)]
    assert [row.text for row in rows if row not in right and not row.is_open] == []
    assert len(right) >= STATUSES
