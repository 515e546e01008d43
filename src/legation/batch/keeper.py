"""The one writer of a backfill, whatever engine reads: pieces go into the calendar, each wholly and once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from legation.batch.shards import Shard
from legation.batch.worker import Piece
from legation.errors import CalendarError
from legation.store import Store
from legation.store.intake import Failed, Progress, progress_of, take_in

STORE_TRIES = 8
"""Times a piece is offered to a calendar that cannot be reached, the wait doubling from one second."""


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """What a backfill did: shards read and left out as done before, new pages, counts by stage."""

    shards: int = 0
    skipped: int = 0
    new: int = 0
    counts: dict[str, int] = {}


class Keeper:
    """Keeps what workers hand over, and knows how far each shard is. ``told`` hears of every piece once stored;
    ``sleep`` waits for a calendar out of reach."""

    def __init__(
        self,
        store: Store,
        told: Callable[[Piece], None] = lambda piece: None,
        sleep: Callable[[float], Any] = time.sleep,
    ) -> None:
        self._store, self._told, self._sleep = store, told, sleep
        self._progress: dict[str, Progress] = {}
        self.totals = Totals()
        self.known = store.known_offices()
        """The who's-who file that pages are read with, as people have put it right in this calendar."""

    def unfinished(self, shards: Sequence[Shard]) -> Iterator[tuple[Shard, int]]:
        """The shards that are not done, each with the page to go on from."""
        for shard in shards:
            progress = self._progress[shard.key] = progress_of(self._store, shard.key)
            if progress.is_done:
                self.totals = msgspec.structs.replace(self.totals, skipped=self.totals.skipped + 1)
            else:
                yield shard, progress.position

    def position(self, shard: Shard) -> int:
        """The page from which ``shard`` is not stored yet."""
        return self._progress[shard.key].position

    def keep(self, shard: Shard, piece: Piece) -> None:
        """Stores a piece of ``shard``. Raises CalendarError where the calendar stays out of reach."""
        before = self._progress[piece.key]
        after = Progress(position=piece.position, is_done=piece.is_done, counts=_sum(before.counts, piece.counts))
        failures = [Failed(source, problem) for source, problem in piece.failures]
        new = patiently(
            lambda: take_in(self._store, piece.key, shard.source, after, records=piece.records, failures=failures),
            self._sleep,
        )
        self._progress[piece.key] = after
        self.totals = msgspec.structs.replace(
            self.totals,
            shards=self.totals.shards + piece.is_done,
            new=self.totals.new + new,
            counts=_sum(self.totals.counts, piece.counts),
        )
        self._told(piece)


def patiently(store: Callable[[], int], sleep: Callable[[float], Any] = time.sleep) -> int:
    """Tries again while the calendar is out of reach, two minutes in all; then raises its CalendarError."""
    for attempt in range(STORE_TRIES):
        try:
            return store()
        except CalendarError:
            if attempt + 1 == STORE_TRIES:
                raise
            sleep(min(60.0, 2.0**attempt))
    raise AssertionError("unreachable")


def _sum(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    return {name: one.get(name, 0) + other.get(name, 0) for name in {**one, **other}}
