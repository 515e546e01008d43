"""Killed, full, locked, damaged: every page is wholly in or wholly out, and one clear line says what happened."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ledger_pages import engagement, page
from legation.errors import CalendarError
from legation.records import Record
from legation.store import open_calendar
from postgres import PostgresServer


def records(turn: int = 0, pages: int = 80) -> list[Record]:
    """Pages of one turn: no other has any of them, nor tells of the same engagements."""
    began = date(2000, 1, 1) + timedelta(40 * turn)
    planned, over = (began + timedelta(25)).isoformat(), (began - timedelta(9)).isoformat()
    return [
        page((began + timedelta(n % 20)).isoformat(), engagement(("announced", "confirmed")[n % 2], when=planned),
             engagement("held", who=f"Person {chr(65 + n % 20)}ov//F{chr(65 + n % 20)}", host="JP", when=over),
             site=f"{turn}-{n}.example")
        for n in range(pages)
    ]  # fmt: skip


RECORDS = records()

_CHILD = f"""
import sys
sys.path[:0] = {[str(Path(__file__).parents[1]), str(Path(__file__).parent)]!r}
from test_crash import PAGES, records
from legation.store import open_calendar
with open_calendar(sys.argv[1]) as store:
    print("open", flush=True)
    for record in records(int(sys.argv[2]), PAGES):
        store.add(record)
        print("added", flush=True)
print("done", flush=True)
"""
KILLS = int(os.environ.get("LEGATION_KILLS", "4"))
# Of each turn: some are stored when its process is killed, some are not.
PAGES = 12


def test_killed_at_any_moment(address: str) -> None:
    """Every process has pages of its own to add, so that each kill finds one at work."""
    dice = random.Random(7)
    with open_calendar(address):
        pass
    stored = in_the_middle = 0
    for turn in range(KILLS):
        child = subprocess.Popen([sys.executable, "-c", _CHILD, address, str(turn)], stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        for _ in range(1 + dice.randrange(PAGES)):
            assert child.stdout.readline() in ("open\n", "added\n")
        time.sleep(dice.random() * 0.05)
        child.send_signal(signal.SIGKILL)
        child.wait()
        with open_calendar(address) as store:
            assert store.check() == []
            in_the_middle += 0 < store.count_pages() - stored < PAGES
            for record in records(turn, PAGES):
                store.add(record)
            stored += PAGES
            assert store.count_pages() == stored
    with open_calendar(address) as store:
        assert store.check() == []
        assert len(store.pages()) == KILLS * PAGES
    print(f"{in_the_middle} of {KILLS} killed with some pages stored and some not")


def test_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with open_calendar(str(path)) as store:
        store.add(RECORDS[0])
        with store.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        with store._engine.connect() as connection:  # as small as it is now: the next page does not fit
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
            connection.rollback()
        with pytest.raises(CalendarError, match="disk is full"):  # noqa: PT012
            for record in RECORDS[1:]:
                store.add(record)
    with open_calendar(str(path)) as store:
        assert store.check() == []
        kept = len(store.pages())
        for record in RECORDS[:10]:
            store.add(record)
        assert len(store.pages()) == max(kept, 10)


def test_a_disk_that_fills(address_on_small_disk: str, small_disk: Path) -> None:
    added = 0
    filler = small_disk / "filler"
    with open_calendar(address_on_small_disk) as store:
        store.add(RECORDS[0])
        free = os.statvfs(small_disk)
        filler.write_bytes(b"x" * (free.f_bavail * free.f_frsize - 300_000))
        with pytest.raises(CalendarError, match="disk is full") as raised:  # noqa: PT012
            for record in RECORDS[1:]:
                store.add(record)
                added += 1
        assert "\n" not in str(raised.value)
    filler.unlink()
    with open_calendar(address_on_small_disk) as store:
        assert store.check() == []
        assert store.count_pages() == 1 + added
        for record in RECORDS[: added + 5]:
            store.add(record)
        assert store.check() == []
        assert store.count_pages() == added + 5


def test_a_server_locked_by_another(server_address: str) -> None:
    import psycopg

    from legation.store.migrations import WRITER_LOCK

    with open_calendar(server_address, lock_seconds=0.1) as store, psycopg.connect(server_address) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [WRITER_LOCK])
        with pytest.raises(CalendarError, match="locked by another program"):
            store.add(RECORDS[0])
        other.rollback()
        assert store.add(RECORDS[0]).is_new


def test_locked_by_another(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with open_calendar(str(path), lock_seconds=0.2) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CalendarError, match="locked"):
            store.add(RECORDS[0])
        other.execute("ROLLBACK")
        assert store.add(RECORDS[0]).is_new


def test_an_exception_in_the_middle_stores_nothing(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import legation.store._write as write

    with open_calendar(address) as store:
        store.add(RECORDS[0])

        def fail(*_: object, **__: object) -> None:
            raise RuntimeError("in the middle")

        with monkeypatch.context() as patch:
            patch.setattr(write, "settle_entries", fail)
            with pytest.raises(RuntimeError):
                store.add(RECORDS[1])
        assert len(store.pages()) == 1
        assert store.check() == []
        assert store.add(RECORDS[1]).is_new
        assert store.check() == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"not a database, but long enough for a header", "not a calendar"),
        (b"SQLite format 3\0" + b"\xff" * 4000, "calendar|damaged|malformed|not a database"),
    ],
    ids=["another file", "a damaged one"],
)
def test_no_calendar(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(content)
    with pytest.raises(CalendarError, match=words) as raised, open_calendar(str(path)):
        pass
    assert "\n" not in str(raised.value)
    assert path.read_bytes() == content


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmark (id)")
    with pytest.raises(CalendarError, match="not a Legation calendar"), open_calendar(str(path)):
        pass


def test_a_newer_calendar_is_refused(address: str) -> None:
    with open_calendar(address) as store, store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CalendarError, match="newer Legation"), open_calendar(address):
        pass


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write read-only files")
def test_a_read_only_file(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    with open_calendar(str(path)):
        pass
    path.chmod(0o444)
    with open_calendar(str(path)) as store, pytest.raises(CalendarError, match="read-only"):
        store.add(RECORDS[0])


def test_a_lost_connection(server: PostgresServer, server_address: str) -> None:
    import psycopg

    with open_calendar(server_address) as store:
        store.add(RECORDS[0])
        with pytest.raises(CalendarError, match="connection"), store.writing() as connection:  # noqa: PT012
            (pid,) = connection.exec_driver_sql("SELECT pg_backend_pid()").one()
            with psycopg.connect(server.address, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(%s)", [pid])
            connection.exec_driver_sql("SELECT 1")
        assert store.add(RECORDS[1], datetime(2024, 1, 1, tzinfo=UTC)).is_new
        assert store.check() == []


def test_a_connection_cut_in_the_middle_of_a_page(server_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """When all of the page but its engagements is written."""
    import psycopg

    import legation.store._write as write

    settle = write.settle_entries
    with open_calendar(server_address) as store:
        store.add(RECORDS[0])

        def cut(connection: Any, *rest: Any, **more: Any) -> Any:
            (pid,) = connection.exec_driver_sql("SELECT pg_backend_pid()").one()
            with psycopg.connect(server_address, autocommit=True) as other:
                other.execute("SELECT pg_terminate_backend(%s)", [pid])
            return settle(connection, *rest, **more)

        with monkeypatch.context() as patch:
            patch.setattr(write, "settle_entries", cut)
            with pytest.raises(CalendarError, match="connection") as raised:
                store.add(RECORDS[1])
        assert "\n" not in str(raised.value)
        assert store.count_pages() == 1
        assert store.check() == []
        assert store.add(RECORDS[1]).is_new
        assert store.check() == []
