"""The tables that migrations make are the tables that the code speaks to; old data stay."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, select

from ledger_pages import engagement, page
from legation.records import Correction
from legation.store import Store, migrations, open_calendar, schema
from legation.store._database import connect


def test_migrations_make_the_tables_of_the_schema(address: str) -> None:
    with open_calendar(address) as store, store.reading() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), schema.metadata)
    ours = set(schema.metadata.tables)
    # The search tables and column are made by hand: the two databases do it each in its own way.
    told = [
        d for d in differences if not (d[0] == "remove_table" and d[1].name not in ours) and "search" not in repr(d)
    ]
    assert told == []


def test_head_is_the_newest_version() -> None:
    assert max(migrations.known_versions()) == migrations.HEAD


def test_opening_again_migrates_nothing_and_keeps_all(address: str) -> None:
    record = page("2023-06-01", engagement("announced", when="2023-06-18"))
    with open_calendar(address) as store:
        added = store.add(record)
    with open_calendar(address) as store:
        assert store.record(added.page) == record
        with store.reading() as connection:
            assert migrations.version_of(connection) == migrations.HEAD


def test_an_empty_file_becomes_a_calendar(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "c.sqlite"
    path.touch()
    with open_calendar(str(path)) as store:
        assert store.pages() == []


def test_four_open_a_new_calendar_at_once(address: str) -> None:
    failures: list[Exception] = []

    def begin() -> None:
        try:
            with open_calendar(address) as store:
                store.pages()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=begin) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


STORY = [
    page("2023-01-17", engagement("announced", when="2023-02-05..2023-02-06"), speakers=["a US official"]),
    page("2023-02-03", engagement("postponed", by=0), site="b.example", speakers=["a US official"]),
    page("2023-06-14", engagement("announced", when="2023-06-18..2023-06-19", whom="Xi Jinping/president/CN")),
    page("2023-06-19", engagement("held", when="2023-06-18..2023-06-19"), engagement("held", kind="meeting", host="JP",
         whom="Hayashi Yoshimasa/foreign minister/JP", when="2023-06-21")),
]  # fmt: skip
LEARNED = datetime(2024, 1, 1, tzinfo=UTC)


def told(store: Store) -> dict[str, Any]:
    """All that a calendar says of itself."""
    entries = store.entries(today=date(2023, 7, 1))
    return {
        "entries": [store.entry(e.id, today=date(2023, 7, 1)) for e in entries],
        "revisions": [store.revisions(e.id, every=True) for e in entries],
        "claims": [store.claims(e.id) for e in entries],
        "matches": [store.matches(e.id) for e in entries],
        "records": [store.record(p.id) for p in store.pages()],
        "statements": store.statements(),
        "corrections": store.corrections(),
        "found": [p.id for p in store.pages(text="postponed visit")],
        "as of": [
            store.entries(as_of=day, learned_by=learned)
            for day in (date(2023, 1, 20), date(2023, 3, 1), date(2023, 6, 30))
            for learned in (None, LEARNED + timedelta(days=1, hours=1), LEARNED + timedelta(days=9))
        ],
    }


def an_older_one(address: str, version: str, newest: Store) -> None:
    """Makes a calendar as ``version`` made it, with all that ``newest`` holds and that version had room for."""
    engine = connect(address, create=True)
    migrations.upgrade(engine, version)
    tables = MetaData()
    with engine.connect().execution_options(legation_writes=True) as old, old.begin(), newest.reading() as new:
        tables.reflect(old, only=lambda name, _: name in schema.metadata.tables)
        for table in tables.sorted_tables:
            columns = [c for c in table.columns if c.name in schema.metadata.tables[table.name].c]
            rows = new.execute(select(*(schema.metadata.tables[table.name].c[c.name] for c in columns)))
            if values := [dict(zip([c.name for c in columns], row, strict=True)) for row in rows]:
                old.execute(table.insert(), values)
        if engine.dialect.name != "sqlite":  # rows with numbers of their own leave the counters behind
            for table in tables.sorted_tables:
                if "seq" in table.c:
                    old.exec_driver_sql(
                        f"SELECT setval(pg_get_serial_sequence('{table.name}', 'seq'), max(seq)) FROM {table.name}"
                    )
    engine.dispose()


@pytest.mark.parametrize("version", sorted(migrations.known_versions()))
def test_a_calendar_of_any_version_opens_with_all_its_data(address: str, version: str, tmp_path: Path) -> None:
    with open_calendar(str(tmp_path / "newest.sqlite")) as newest:
        added = [newest.add(record, LEARNED + timedelta(days=n)) for n, record in enumerate(STORY)]
        newest.correct(
            Correction(kind="set", report=added[0].created[0], field="place", value="Beijing", person="E. Ditor",
                       reason="seen myself", said_on=date(2023, 6, 20)), LEARNED + timedelta(days=5)
        )  # fmt: skip
        wanted = told(newest)
        assert len(wanted["entries"]) == 2
        an_older_one(address, version, newest)
    with open_calendar(address) as store:
        with store.reading() as connection:
            assert migrations.version_of(connection) == migrations.HEAD
        assert told(store) == wanted
        assert store.check() == []
        assert not store.add(STORY[0]).is_new
        assert store.add(page("2023-06-20", engagement("held", when="2023-06-18..2023-06-19"), site="c.example")).is_new
        assert store.check() == []
