"""One worker process: takes a shard, reads its pages, and hands over what it read piece by piece."""

from __future__ import annotations

import signal
import time
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from types import FrameType
from typing import Any

import msgspec

from legation.batch.shards import Shard, pages_of
from legation.batch.stages import counted, through
from legation.errors import SourceError
from legation.records import Page, Record

PIECE = 200
"""Pages after which a worker hands over, at the latest."""

PATIENCE = 2.0
"""Seconds after which it hands over what it has."""


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A shard to read from page ``start`` on; ``poison`` are pages that a worker died on: listed, and left out."""

    shard: Shard
    start: int = 0
    poison: tuple[int, ...] = ()
    gated: bool = True
    page_seconds: float = 30.0


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of a shard since the last piece: everything before ``position`` is now dealt with."""

    key: str
    position: int
    is_done: bool
    records: tuple[Record, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()
    counts: dict[str, int] = {}


class PageTimeout(BaseException):
    """Raised inside a page that takes too long; no handler of ordinary exceptions may swallow it."""


def work(tasks: Connection, current: Synchronized[int], since: Synchronized[float]) -> None:
    """The worker's life: a Task in, its Pieces out, until the connection closes.

    ``current`` and ``since`` tell the parent which page is being read and since when (monotonic seconds), so that it
    can end a worker that hangs where no signal reaches it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, _too_long)
    from legation.parse import default_parser

    parser = default_parser()
    try:
        while True:
            task: Task | None = tasks.recv()
            if task is None:
                return
            _shard(task, tasks, current, since, parser)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _shard(task: Task, out: Connection, current: Synchronized[int], since: Synchronized[float], parser: Any) -> None:
    records: list[Record] = []
    failures: list[tuple[str, str]] = []
    counts: dict[str, int] = {}
    position, pending = task.start, 0
    last = time.monotonic()

    def hand_over(is_done: bool) -> None:
        out.send(
            Piece(
                key=task.shard.key,
                position=position,
                is_done=is_done,
                records=tuple(records),
                failures=tuple(failures),
                counts=counts,
            )
        )

    since.value = time.monotonic()
    for number, page in pages_of(task.shard, task.start):
        current.value, since.value = number, time.monotonic()
        if number in task.poison:
            failures.append((page.source, "given up: reading it killed or hung a worker"))
            counts["failed"] = counts.get("failed", 0) + 1
        elif isinstance(page, SourceError):
            failures.append((page.source, page.problem))
            counts["failed"] = counts.get("failed", 0) + 1
        else:
            counts = _page(page, parser, task, records, failures, counts)
        position, pending = number + 1, pending + 1
        if pending >= PIECE or time.monotonic() - last > PATIENCE:
            hand_over(is_done=False)
            records, failures, counts, pending = [], [], {}, 0
            last = time.monotonic()
    hand_over(is_done=True)


def _page(
    page: Page,
    parser: Any,
    task: Task,
    records: list[Record],
    failures: list[tuple[str, str]],
    counts: dict[str, int],
) -> dict[str, int]:
    signal.setitimer(signal.ITIMER_REAL, task.page_seconds)
    try:
        outcome = through(page, parser, gated=task.gated)
    except PageTimeout:
        failures.append((page.source, f"given up: not read within {task.page_seconds:g} seconds"))
        return {**counts, "failed": counts.get("failed", 0) + 1}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if outcome.record is not None:
        records.append(outcome.record)
    if outcome.problem is not None:
        failures.append((page.source, outcome.problem))
    return counted(counts, outcome)


def _too_long(_: int, __: FrameType | None) -> None:
    raise PageTimeout
