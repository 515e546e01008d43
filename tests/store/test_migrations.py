"""The tables that migrations make are the tables that the code speaks to; old data stay."""

from __future__ import annotations

import threading

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from ledger_pages import engagement, page
from legation.store import migrations, open_calendar, schema


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
