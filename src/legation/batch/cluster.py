"""Backfilling on a Ray cluster: actors read where there is room, this process alone writes.

The actors run the very loop of a local worker, and their pieces are kept by the same keeper, so that both engines leave
the same calendar. An actor that dies or hangs is replaced. Which page it was on cannot be seen from here, so the pages
behind the last stored one are then handed over singly; one that ends two more actors is listed and left out.
"""

from __future__ import annotations

import importlib
import logging
import os
import socket
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from legation.batch.keeper import Keeper, Totals
from legation.batch.limits import hung_seconds
from legation.batch.local import START_TRIES
from legation.batch.shards import Shard, largest_first
from legation.batch.worker import PIECE, Piece, Task, arm, pieces, warmed
from legation.errors import SourceError, UsageError
from legation.store import Store

START_SECONDS = 300.0
"""How long an actor may take to be placed, to start and to load the parser."""


def backfill_on_ray(
    store: Store,
    shards: Sequence[Shard],
    *,
    address: str | None = None,
    processes: int | None = None,
    gated: bool = True,
    page_seconds: float = 30.0,
    told: Callable[[Piece], None] = lambda piece: None,
) -> Totals:
    """As ``backfill``, read by ``processes`` actors (as many as the cluster has processors) of the cluster at ``address``
    (``ray://host:port``, ``host:port`` or ``auto``; without one, a cluster of this machine's, for this run; a
    program that is connected to one already reads there).

    The cluster's machines need this version of Legation and must reach the shards' files under the same names. Raises
    UsageError where Ray is not installed or does not answer, SourceError and CalendarError as ``backfill`` does.
    """
    keeper = Keeper(store, told)
    with _cluster(address, processes) as room:
        _Run(keeper, gated=gated, page_seconds=page_seconds).all(shards, processes or room)
    return keeper.totals


@contextmanager
def _cluster(address: str | None, processes: int | None) -> Iterator[int]:
    """Ray, connected; gives the number of its processors. A program that is connected already stays so."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent to anyone
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    ray = _ray()
    if ray.is_initialized():
        yield max(1, int(ray.cluster_resources().get("CPU", 1)))
        return
    if address is not None:
        _answers(address)
    is_own = address is None
    own: dict[str, Any] = {"address": "local", "num_cpus": processes, "include_dashboard": False}
    try:
        ray.init(**(own if is_own else {"address": address}), log_to_driver=False, logging_level=logging.ERROR)
    except Exception as error:  # each way of connecting raises its own
        what = str(error).strip().splitlines() or [type(error).__name__]
        raise UsageError(f"Ray at {address or 'this machine'}: {what[0]}") from error
    try:
        yield max(1, int(ray.cluster_resources().get("CPU", 1)))
    finally:
        ray.shutdown()


def _answers(address: str) -> None:
    """Asks at the door first: Ray itself tries for minutes, and writes pages about it."""
    host, _, port = address.rpartition("//")[2].rpartition(":")
    if not (host and port.isdigit()):
        return
    try:
        socket.create_connection((host, int(port)), timeout=10.0).close()
    except (OSError, OverflowError) as error:
        raise UsageError(f"Ray at {address}: does not answer ({error})") from error


def _ray() -> Any:
    """The library, loaded only here: most backfills go without. Its types are not to be relied on, nor always there."""
    try:
        return importlib.import_module("ray")
    except ImportError as error:
        raise UsageError("--engine ray needs Ray: pip install 'legation[ray]'") from error


class Reader:
    """What runs on the cluster: one process that reads one shard at a time."""

    def __init__(self) -> None:
        from legation.parse import default_parser

        arm()
        self._parser = warmed(default_parser())
        self._pieces: Iterator[Piece] = iter(())

    def begin(self, task: Task) -> None:
        """Takes a shard up."""
        self._pieces = pieces(task, self._parser)

    def more(self) -> Piece:
        """The shard's next piece."""
        return next(self._pieces)


class _Actor:
    """An actor, the task it is at, and the piece it owes."""

    def __init__(self, task: Task) -> None:
        ray = _ray()
        self.actor = ray.remote(Reader).options(num_cpus=1, max_restarts=0, max_task_retries=0).remote()
        self.task: Task | None = None
        self.is_new = True
        self.give(task)

    def give(self, task: Task | None) -> None:
        self.task = task
        if task is not None:
            self._owes(self.actor.begin.remote(task))

    def ask(self) -> None:
        self._owes(self.actor.more.remote())

    def _owes(self, answer: Any) -> None:
        self.owed, self.since = answer, time.monotonic()

    def end(self) -> None:
        ray = _ray()
        ray.kill(self.actor)


class _Run:
    def __init__(self, keeper: Keeper, *, gated: bool, page_seconds: float) -> None:
        self._keeper, self._gated, self._page_seconds = keeper, gated, page_seconds
        self._waiting: deque[Task] = deque()
        self._tries: dict[tuple[str, int], int] = {}

    def all(self, shards: Sequence[Shard], processes: int) -> None:
        for shard, start in self._keeper.unfinished(largest_first(shards) if processes > 1 else shards):
            known, seconds = self._keeper.known, self._page_seconds
            self._waiting.append(Task(shard=shard, start=start, gated=self._gated, page_seconds=seconds, known=known))
        actors = [_Actor(self._waiting.popleft()) for _ in range(min(processes, len(self._waiting)))]
        try:
            while any(a.task is not None for a in actors):
                actors = self._turn(actors)
        finally:
            for actor in actors:
                actor.end()

    def _turn(self, actors: list[_Actor]) -> list[_Actor]:
        ray = _ray()
        owed = [a.owed for a in actors if a.task is not None]
        ready = set(ray.wait(owed, num_returns=1, timeout=0.5)[0])
        kept = []
        for actor in actors:
            if actor.task is None:
                kept.append(actor)
            elif actor.owed in ready:
                kept.append(self._heard(actor, actor.task))
            elif time.monotonic() - actor.since > self._limit(actor):
                kept.append(self._replaced(actor, actor.task))
            else:
                kept.append(actor)
        return kept

    def _limit(self, actor: _Actor) -> float:
        """Seconds within which an answer must come: a page may begin just before the worker's patience ends."""
        return (START_SECONDS if actor.is_new else 5.0) + hung_seconds(self._page_seconds)

    def _heard(self, actor: _Actor, task: Task) -> _Actor:
        ray = _ray()
        try:
            piece: Piece | None = ray.get(actor.owed)
        except ray.exceptions.RayTaskError as error:
            cause = error.cause
            raise SourceError(task.shard.source, f"not read: {cause}") from error
        except ray.exceptions.RayError:
            return self._replaced(actor, task)
        actor.is_new = False
        if piece is None or not piece.is_last:
            actor.ask()  # it reads on while this piece is stored
        if piece is not None:
            self._keeper.keep(task.shard, piece)
        if piece is not None and piece.is_last:
            actor.give(self._waiting.popleft() if self._waiting else None)
        return actor

    def _replaced(self, actor: _Actor, task: Task) -> _Actor:
        """A new actor on the same shard: from the last stored piece on, page by page, without one that failed again."""
        position = self._keeper.position(task.shard)
        # Of an actor that handed over singly, the page it died on is known: the first that is not stored. One that
        # died before it had begun says nothing about any page.
        page = -1 if actor.is_new else position if position < task.one_by_one else None
        poison = task.poison
        if page is not None:
            tries = self._tries[task.shard.key, page] = self._tries.get((task.shard.key, page), 0) + 1
            if page < 0 and tries >= START_TRIES:
                raise SourceError(task.shard.source, f"not read: {tries} actors died before they had begun")
            if page >= 0 and tries > 1:
                poison = (*poison, page)
        actor.end()
        return _Actor(msgspec.structs.replace(task, start=position, one_by_one=position + PIECE, poison=poison))
