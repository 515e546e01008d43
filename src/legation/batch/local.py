"""Backfilling on one machine: worker processes read, this process alone writes, piece by piece.

A piece's records, failures and position are stored in one transaction, so a crash anywhere repeats at most the pieces
that were not stored, and repeating changes nothing. A worker that dies or hangs is replaced; the page it was on is
tried once more and then listed as a failure.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any

import msgspec

from legation.batch.shards import Shard
from legation.batch.worker import Piece, Task, work
from legation.errors import CalendarError, SourceError
from legation.store import Store
from legation.store.intake import Failed, Progress, progress_of, take_in

HUNG = 2.0
"""Times its page limit after which a worker that no signal reaches is ended from outside."""

START_TRIES = 5
"""Times a worker may die before it has begun with a shard."""

STORE_TRIES = 8
"""Times a piece is offered to a calendar that cannot be reached, the wait doubling from one second."""


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """What a backfill did: shards read and left out as done before, new pages, counts by stage."""

    shards: int = 0
    skipped: int = 0
    new: int = 0
    counts: dict[str, int] = {}


def backfill(
    store: Store,
    shards: Sequence[Shard],
    *,
    processes: int = 1,
    gated: bool = True,
    page_seconds: float = 30.0,
    told: Callable[[Piece], None] = lambda piece: None,
) -> Totals:
    """Reads ``shards`` into ``store``, resuming each where it was left; ``told`` hears of every piece once stored.

    Raises CalendarError where the calendar stays out of reach; what was stored until then stays stored.
    """
    run = _Run(store, gated=gated, page_seconds=page_seconds, told=told)
    return run.all(shards, processes)


class _Worker:
    """A process and the task it is at."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.current = context.Value("q", -1, lock=False)
        self.since = context.Value("d", time.monotonic(), lock=False)
        self.pipe: Connection
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=work, args=(theirs, self.current, self.since), daemon=True)
        self.process.start()
        theirs.close()
        self.task: Task | None = None

    def give(self, task: Task | None) -> None:
        self.task = task
        self.current.value = -1
        self.since.value = time.monotonic() + 60.0  # the first task also loads the parser
        self.pipe.send(task)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _Run:
    def __init__(self, store: Store, *, gated: bool, page_seconds: float, told: Callable[[Piece], None]) -> None:
        self._store, self._gated, self._page_seconds, self._told = store, gated, page_seconds, told
        self._waiting: deque[Task] = deque()
        self._progress: dict[str, Progress] = {}
        self._tries: dict[tuple[str, int], int] = {}
        self._totals = Totals()

    def all(self, shards: Sequence[Shard], processes: int) -> Totals:
        for shard in shards:
            progress = progress_of(self._store, shard.key)
            self._progress[shard.key] = progress
            if progress.is_done:
                self._totals = msgspec.structs.replace(self._totals, skipped=self._totals.skipped + 1)
            else:
                self._waiting.append(self._task(shard, progress.position))
        workers = [_Worker() for _ in range(min(processes, len(self._waiting)))]
        try:
            for worker in workers:
                worker.give(self._waiting.popleft())
            while any(w.task is not None for w in workers):
                workers = self._turn(workers)
        finally:
            for worker in workers:
                worker.end()
        return self._totals

    def _task(self, shard: Shard, start: int, poison: tuple[int, ...] = ()) -> Task:
        return Task(shard=shard, start=start, poison=poison, gated=self._gated, page_seconds=self._page_seconds)

    def _turn(self, workers: list[_Worker]) -> list[_Worker]:
        """Takes in what has come, and replaces the workers that died or hang."""
        busy = [w for w in workers if w.task is not None]
        ready = set(map(id, wait([w.pipe for w in busy], timeout=0.5)))
        kept = []
        for worker in workers:
            if worker.task is None:
                kept.append(worker)
            elif id(worker.pipe) in ready:
                kept.append(self._heard(worker))
            elif not worker.process.is_alive() or self._hangs(worker):
                kept.append(self._replaced(worker))
            else:
                kept.append(worker)
        return kept

    def _heard(self, worker: _Worker) -> _Worker:
        try:
            piece: Piece = worker.pipe.recv()
        except (EOFError, OSError, msgspec.DecodeError):
            return self._replaced(worker)
        assert worker.task is not None
        self._store_piece(worker.task, piece)
        if piece.is_done:
            worker.give(self._waiting.popleft() if self._waiting else None)
        return worker

    def _hangs(self, worker: _Worker) -> bool:
        return bool(time.monotonic() - worker.since.value > HUNG * self._page_seconds + 5.0)

    def _replaced(self, worker: _Worker) -> _Worker:
        """A new worker on the same shard: from the last stored piece on, without a page that failed twice."""
        task = worker.task
        assert task is not None
        page = int(worker.current.value)
        worker.end()
        tries = self._tries[task.shard.key, page] = self._tries.get((task.shard.key, page), 0) + 1
        if page < 0 and tries >= START_TRIES:
            raise SourceError(task.shard.source, f"not read: {tries} workers died before they had begun")
        # A worker that dies before its first page says nothing about any page.
        poison = (*task.poison, page) if page >= 0 and tries > 1 else task.poison
        new = _Worker()
        new.give(self._task(task.shard, self._progress[task.shard.key].position, poison))
        return new

    def _store_piece(self, task: Task, piece: Piece) -> None:
        before = self._progress[piece.key]
        counts = dict(before.counts)
        for name, count in piece.counts.items():
            counts[name] = counts.get(name, 0) + count
        after = Progress(position=piece.position, is_done=piece.is_done, counts=counts)
        failures = [Failed(source, problem) for source, problem in piece.failures]
        new = patiently(
            lambda: take_in(self._store, piece.key, task.shard.source, after, records=piece.records, failures=failures)
        )
        self._progress[piece.key] = after
        totals = dict(self._totals.counts)
        for name, count in piece.counts.items():
            totals[name] = totals.get(name, 0) + count
        self._totals = msgspec.structs.replace(
            self._totals, shards=self._totals.shards + piece.is_done, new=self._totals.new + new, counts=totals
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
