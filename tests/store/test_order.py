"""A generated story with copies, put into two calendars in different orders: the same ledger, sources included."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from legation.records import Record
from legation.store import open_calendar
from world import World

LEARNED = datetime(2030, 1, 1, tzinfo=UTC)


def ledger(path: Path, records: list[Record]) -> tuple[list[Any], set[str]]:
    with open_calendar(str(path)) as store:
        store.add_all(records, LEARNED)
        found = [
            (tuple((r.said_on, r.state) for r in store.revisions(e.id)), e.sources, e.pages, e.outlets)
            for e in store.entries()
        ]
        assert store.check() == []
        return sorted(found, key=repr), {page.dispatch for page in store.pages()}


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_gives_the_same_ledger(tmp_path: Path, seed: int) -> None:
    records = [told.record for told in World(seed, 6, pages_each=14, per_day=2).pages()]
    shuffled = list(records)
    random.Random(seed).shuffle(shuffled)
    assert ledger(tmp_path / "one.sqlite", records) == ledger(tmp_path / "other.sqlite", shuffled)
