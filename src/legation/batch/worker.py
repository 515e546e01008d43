"""What a worker of any engine does: takes a shard, reads its pages, and hands over what it read piece by piece."""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized

import msgspec

from legation.batch.events import Event
from legation.batch.limits import PageTimeout, within
from legation.batch.limits import arm as time_pages
from legation.batch.shards import Shard, pages_of
from legation.batch.stages import counted, through
from legation.errors import SourceError
from legation.ports import Parser
from legation.records import KnownOffice, Page, Record

PIECE = 200
"""Pages after which a worker hands over, at the latest."""

PATIENCE = 2.0
"""Seconds after which it hands over what it has."""


COLLECTED = (50_000, 20, 20)
"""After how many new objects the collector looks at the youngest, and how many such looks make one at the older."""


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A shard to read from page ``start`` on; ``poison`` are pages that a worker died on: listed, and left out. Pages
    before number ``one_by_one`` are handed over singly, so that a death can be laid at one page's door. ``known`` is
    the calendar's who's-who file; None: that of the settings."""

    shard: Shard
    start: int = 0
    one_by_one: int = 0
    poison: tuple[int, ...] = ()
    gated: bool = True
    page_seconds: float = 30.0
    known: tuple[KnownOffice, ...] | None = None


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """What was read of a shard since the last piece: everything before ``position`` is now dealt with.

    ``is_left`` says that the shard itself cannot be read on: its failure is listed, and a later run takes it up again.
    """

    key: str
    position: int
    is_done: bool
    is_left: bool = False
    records: tuple[Record, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()
    counts: dict[str, int] = {}

    @property
    def is_last(self) -> bool:
        """Whether nothing more comes of the shard in this run."""
        return self.is_done or self.is_left


def events(piece: Piece) -> Iterator[Event]:
    """What a stored piece tells the log: each failure, and how far its shard now is."""
    for source, problem in piece.failures:
        yield Event(kind="page", result="failed", source=source, words=problem)
    count = sum(piece.counts.get(name, 0) for name in ("seen", "failed"))
    words = f"up to page {piece.position}{', done' if piece.is_done else ''}; {len(piece.records)} kept"
    yield Event(kind="piece", result="stored", source=piece.key, words=words, count=count)


def work(
    tasks: Connection,
    current: Synchronized[int],
    since: Synchronized[float],
    spent: Synchronized[float],
    environment: dict[str, str],
) -> None:
    """The worker's life: a Task in, its Pieces out, until the connection closes.

    ``current``, ``since`` and ``spent`` tell the parent which page is being read, since when (monotonic seconds) and what
    this process had used of the processor by then (seconds), so that it can end a worker that hangs where no signal
    reaches it. ``environment`` is the parent's of now (credentials, proxies): the server that workers are forked from
    keeps that of its own start.
    """
    os.environ.clear()
    os.environ.update(environment)
    arm()
    from legation.batch.ready import parser

    loaded = parser()

    def begins(number: int) -> None:
        current.value, since.value, spent.value = number, time.monotonic(), time.process_time()

    try:
        while True:
            task: Task | None = tasks.recv()
            if task is None:
                return
            _shard(task, tasks, begins, loaded)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _shard(task: Task, out: Connection, begins: Callable[[int], None], parser: Parser) -> None:
    begins(-1)
    for piece in pieces(task, parser, begins):
        out.send(piece)


def warmed(parser: Parser) -> Parser:
    """``parser``, with every table that reading needs loaded: the first page's time limit is for the page alone.

    For a process of its own: what is loaded by now stays, so Python's collector of cycles no longer walks through it,
    and looks less often at what pages leave behind.
    """
    through(Page(source="", text="<p>The minister arrived on Monday.</p>", media_type="html"), parser, gated=False)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECTED)
    return parser


def pieces(task: Task, parser: Parser, begins: Callable[[int], None] = lambda number: None) -> Iterator[Piece]:
    """The shard read piece by piece, the last one marked; ``begins`` hears of each page before it is read.

    Pages are timed by signals: to be called in a process's main thread, with ``arm`` called before.
    """
    records: list[Record] = []
    failures: list[tuple[str, str]] = []
    counts: dict[str, int] = {}
    position, pending = task.start, 0
    last = time.monotonic()

    def piece(*, is_done: bool = False, is_left: bool = False) -> Piece:
        return Piece(
            key=task.shard.key,
            position=position,
            is_done=is_done,
            is_left=is_left,
            records=tuple(records),
            failures=tuple(failures),
            counts=counts,
        )

    try:
        for number, page in pages_of(task.shard, task.start):
            begins(number)
            if number in task.poison:
                failures.append((page.source, "given up: reading it killed or hung a worker"))
                counts = _one_failed(counts)
            elif isinstance(page, SourceError):
                failures.append((page.source, page.problem))
                counts = _one_failed(counts)
            else:
                counts = _page(page, parser, task, records, failures, counts)
            position, pending = number + 1, pending + 1
            if pending >= PIECE or time.monotonic() - last > PATIENCE or number < task.one_by_one:
                yield piece()
                records, failures, counts, pending = [], [], {}, 0
                last = time.monotonic()
    except SourceError as error:
        failures.append((error.source, error.problem))
        counts = _one_failed(counts)
        yield piece(is_left=True)
        return
    yield piece(is_done=True)


def _one_failed(counts: dict[str, int]) -> dict[str, int]:
    return {**counts, "failed": counts.get("failed", 0) + 1}


def _page(
    page: Page,
    parser: Parser,
    task: Task,
    records: list[Record],
    failures: list[tuple[str, str]],
    counts: dict[str, int],
) -> dict[str, int]:
    try:
        with within(task.page_seconds):
            outcome = through(page, parser, gated=task.gated, known=task.known)
    except PageTimeout:
        failures.append((page.source, f"given up: not read within {task.page_seconds:g} seconds"))
        return _one_failed(counts)
    if outcome.record is not None:
        records.append(outcome.record)
    if outcome.problem is not None:
        failures.append((page.source, outcome.problem))
    return counted(counts, outcome)


def arm() -> None:
    """Makes this process a worker: pages are timed, and Ctrl-C is the parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    time_pages()
