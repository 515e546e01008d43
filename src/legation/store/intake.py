"""Where pages came from: how far each shard is, and what failed, kept in the same transaction as what was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from legation.records import Record
from legation.store import schema
from legation.store._json import moment, text_of
from legation.store.calendar import Store


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a shard is: the pages dealt with, whether that is all of them, and how many each stage let through."""

    position: int = 0
    is_done: bool = False
    counts: dict[str, int] = {}


class Failed(msgspec.Struct, frozen=True):
    """A source that could not be read, why, and when that was learned."""

    source: str
    problem: str
    learned: str = ""


def progress_of(store: Store, key: str) -> Progress:
    """How far the shard ``key`` is; nothing at all where it was never begun."""
    with store.reading() as connection:
        row = connection.execute(select(schema.shard).where(schema.shard.c.key == key)).mappings().first()
    if row is None:
        return Progress()
    counts = msgspec.json.decode(row["counts"], type=dict[str, int])
    return Progress(position=row["position"], is_done=bool(row["is_done"]), counts=counts)


def take_in(
    store: Store,
    key: str,
    source: str,
    progress: Progress,
    *,
    records: Sequence[Record],
    failures: Sequence[Failed] = (),
    learned: datetime | None = None,
) -> int:
    """Stores a piece of a shard: its records, its failures and how far it now is, all of them or none.

    Returns how many pages were new. A repeat after a crash changes nothing that is there already.
    """
    when = learned or datetime.now(UTC)
    with store.writing() as connection:
        added = [store.add_within(connection, r, learned=when) for r in records]
        note_failures(connection, failures, when)
        connection.execute(delete(schema.shard).where(schema.shard.c.key == key))
        connection.execute(
            insert(schema.shard).values(
                key=key,
                source=source,
                position=progress.position,
                is_done=int(progress.is_done),
                counts=text_of(progress.counts),
                changed=moment(when),
            )
        )
    return sum(a.is_new for a in added)


def note_failures(connection: Connection, failures: Sequence[Failed], when: datetime) -> None:
    """Adds to the list of what failed."""
    if failures:
        rows = [{"source": f.source, "problem": f.problem, "learned": moment(when)} for f in failures]
        connection.execute(insert(schema.failure), rows)


def note_failed(store: Store, source: str, problem: str, when: datetime) -> None:
    """Adds one failure to the list, alone."""
    with store.writing() as connection:
        note_failures(connection, [Failed(source, problem)], when)


def latest_failures(store: Store, limit: int = 20) -> list[Failed]:
    """What failed last, the latest first."""
    with store.reading() as connection:
        rows = connection.execute(select(schema.failure).order_by(schema.failure.c.seq.desc()).limit(limit)).mappings()
        return [Failed(row["source"], row["problem"], row["learned"]) for row in rows]


def shard_totals(store: Store) -> Mapping[str, int]:
    """Over all shards: how many there are, how many are done, and what each stage let through."""
    totals: dict[str, int] = {"shards": 0, "shards done": 0}
    with store.reading() as connection:
        for row in connection.execute(select(schema.shard)).mappings():
            totals["shards"] += 1
            totals["shards done"] += row["is_done"]
            for name, count in msgspec.json.decode(row["counts"], type=dict[str, int]).items():
                totals[name] = totals.get(name, 0) + count
        totals["failures"] = connection.scalar(select(func.count()).select_from(schema.failure)) or 0
    return totals
