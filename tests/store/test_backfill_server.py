"""A backfill into PostgreSQL: the same calendar as into a file, and a server that goes away in the middle."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import psycopg
import pytest

from crawl_pages import pages, record
from legation.batch import backfill, shards
from legation.store import Store, intake, open_calendar
from legation.store.intake import shard_totals


def crawl(tmp_path: Path, count: int) -> str:
    folder = tmp_path / "crawl"
    folder.mkdir()
    for k in range(2):
        made = pages(count, every=4)[k::2]
        (folder / f"{k}.warc.gz").write_bytes(b"".join(gzip.compress(record(u, c)) for u, c in made))
    return str(folder)


def held(store: Store) -> tuple[list[str], list[str]]:
    assert store.check() == []
    return sorted(page.id for page in store.pages(limit=1000)), sorted(entry.id for entry in store.entries(limit=1000))


def test_a_server_holds_what_a_file_holds(server_address: str, tmp_path: Path) -> None:
    source = crawl(tmp_path, 40)
    with open_calendar(str(tmp_path / "c.sqlite")) as store:
        backfill(store, shards([source]))
        wanted = held(store)
    with open_calendar(server_address) as store:
        assert backfill(store, shards([source]), processes=2).new == 10
        assert held(store) == wanted
        assert backfill(store, shards([source])).skipped == 2
        assert shard_totals(store)["seen"] == 40


def test_a_connection_that_is_cut_in_mid_transaction(
    server_address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cuts: list[int] = []
    waits: list[float] = []
    noted = intake.note_failures

    def cut_first(*told: Any) -> None:
        """Ends the writer's connection when it has written its pages and not yet its position."""
        if len(cuts) < 2:
            with psycopg.connect(server_address, autocommit=True) as connection:
                found = connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                    "AND pid <> pg_backend_pid() AND state = 'idle in transaction'"
                )
                cuts.append(len(found.fetchall()))
        noted(*told)

    monkeypatch.setattr(intake, "note_failures", cut_first)
    with open_calendar(server_address) as store:
        totals = backfill(store, shards([crawl(tmp_path, 40)]), sleep=waits.append)
        assert (cuts, waits) == ([1, 1], [1.0, 2.0])
        assert totals.new == len(store.pages(limit=1000)) == 10
        assert store.check() == []
