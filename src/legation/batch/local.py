"""Backfilling on one machine: worker processes read, this process alone writes, piece by piece.

A piece's records, failures and position are stored in one transaction, so a crash anywhere repeats at most the pieces
that were not stored, and repeating changes nothing. A worker that dies or hangs is replaced; the page it was on is
tried once more and then listed as a failure.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

import psutil

from legation.batch.keeper import Keeper, Totals
from legation.batch.limits import HUNG, hung_seconds
from legation.batch.shards import Shard, largest_first
from legation.batch.worker import Piece, Task, work
from legation.errors import SourceError
from legation.store import Store

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

START_TRIES = 5
"""Times a worker may die before it has begun with a shard."""

LOADING_SECONDS = 60.0
"""What a worker may take beyond a page's time before its first page."""


def backfill(
    store: Store,
    shards: Sequence[Shard],
    *,
    processes: int = 1,
    gated: bool = True,
    page_seconds: float = 30.0,
    told: Callable[[Piece], None] = lambda piece: None,
    sleep: Callable[[float], Any] = time.sleep,
) -> Totals:
    """Reads ``shards`` into ``store``, resuming each where it was left; ``told`` hears of every piece once stored.

    Raises CalendarError where the calendar stays out of reach (``sleep`` waits for it); what was stored until then
    stays stored.
    """
    keeper = Keeper(store, told, sleep)
    _Run(keeper, gated=gated, page_seconds=page_seconds).all(shards, processes)
    return keeper.totals


def _context() -> ForkServerContext | SpawnContext:
    """How workers are started: forked from a server that has loaded the parser, once however many workers there are,
    so that one which takes another's place begins at once. (The server is a process of its own with no calendar open in
    it; it ends with this one.) Only Linux has libraries that all bear being forked; elsewhere each worker loads.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["legation.batch.ready"])
    return context


class _Worker:
    """A process and the task it is at."""

    def __init__(self) -> None:
        context = _context()
        self.current = context.Value("q", -1, lock=False)
        self.since = context.Value("d", time.monotonic(), lock=False)
        self.spent = context.Value("d", 0.0, lock=False)
        self.pipe: Connection
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(
            target=work, args=(theirs, self.current, self.since, self.spent, dict(os.environ)), daemon=True
        )
        self.process.start()
        theirs.close()
        self.task: Task | None = None

    def give(self, task: Task | None) -> None:
        self.task = task
        self.current.value = -1
        # With the first task, one that is not forked from what has loaded the parser loads it.
        self.since.value = time.monotonic() + LOADING_SECONDS
        self.spent.value = self.processor_seconds() + LOADING_SECONDS
        # One that has just died cannot be told: with a task it is replaced at the next turn, without one it is not missed.
        with suppress(OSError):
            self.pipe.send(task)

    def processor_seconds(self) -> float:
        """What its process has used of the processor so far; nothing where it is gone."""
        try:
            times = psutil.Process(self.process.pid).cpu_times()
        except psutil.Error:
            return 0.0
        return float(times.user + times.system)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class _Run:
    def __init__(self, keeper: Keeper, *, gated: bool, page_seconds: float) -> None:
        self._keeper, self._gated, self._page_seconds = keeper, gated, page_seconds
        self._waiting: deque[Task] = deque()
        self._tries: dict[tuple[str, int], int] = {}

    def all(self, shards: Sequence[Shard], processes: int) -> None:
        wanted = largest_first(shards) if processes > 1 else shards
        self._waiting.extend(self._task(shard, start) for shard, start in self._keeper.unfinished(wanted))
        workers = [_Worker() for _ in range(min(processes, len(self._waiting)))]
        try:
            for worker in workers:
                worker.give(self._waiting.popleft())
            while any(w.task is not None for w in workers):
                workers = self._turn(workers)
        finally:
            for worker in workers:
                worker.end()

    def _task(self, shard: Shard, start: int, poison: tuple[int, ...] = ()) -> Task:
        return Task(
            shard=shard,
            start=start,
            poison=poison,
            gated=self._gated,
            page_seconds=self._page_seconds,
            known=self._keeper.known,
        )

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
        except (EOFError, OSError):
            return self._replaced(worker)
        assert worker.task is not None
        self._keeper.keep(worker.task.shard, piece)
        if piece.is_last:
            worker.give(self._waiting.popleft() if self._waiting else None)
        return worker

    def _hangs(self, worker: _Worker) -> bool:
        """Whether its page has taken far too much of the processor, or of the clock."""
        if time.monotonic() - worker.since.value > hung_seconds(self._page_seconds):
            return True
        return bool(worker.processor_seconds() - worker.spent.value > HUNG * self._page_seconds + 5.0)

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
        new.give(self._task(task.shard, self._keeper.position(task.shard), poison))
        return new
