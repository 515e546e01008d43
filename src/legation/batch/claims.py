"""Who of several watchers is at which feed or page: a queue in the PostgreSQL calendar, kept by procrastinate.

The calendar alone says what is to be done and what was done; the queue only says who is at it. So nothing that the queue
holds can be lost: whoever looks next offers again what the calendar still has open, and what was done meanwhile is seen
to be done before it is begun. A job whose watcher has died (its heartbeat is gone) is taken out and offered again.

The queue stands in a schema of its own, named after its table definitions, so that a newer procrastinate begins with
an empty one and nothing needs migrating.
"""

from __future__ import annotations

import asyncio
import hashlib
import queue
import threading
from collections.abc import Coroutine, Iterable
from contextlib import suppress
from types import TracebackType
from typing import Any, Literal, Self, TypeVar
from urllib.parse import urlsplit

from legation.errors import CalendarError, UsageError
from legation.store import driver_address, shown

Work = Literal["feed", "page"]
T = TypeVar("T")

ROOM = 4
"""Jobs a watcher holds at once: the one it is at, and those of other sites that come next or rest."""

HEARTBEAT = 10.0
"""Seconds between two signs of life; a watcher that misses three is taken for dead."""

POLL = 1.0
"""Seconds after which a watcher with room looks whether another has let a site go; of a new job it is told at once."""

_MISSED = 3
_LOCK = 7_152_309
_TASK = "legation.watch"


class Claim:
    """One job in this watcher's hands, until ``end``."""

    def __init__(self, work: Work, url: str, loop: asyncio.AbstractEventLoop) -> None:
        self.work, self.url = work, url
        self._loop = loop
        self.ended: asyncio.Future[float] = loop.create_future()

    def end(self, rest_seconds: float = 0.0) -> None:
        """Gives it out of hand; its site is left alone, by every watcher, for ``rest_seconds`` more."""

        def ends() -> None:
            if not self.ended.done():
                self.ended.set_result(rest_seconds)

        with suppress(RuntimeError):  # the queue was closed in between: then nothing is held any more
            self._loop.call_soon_threadsafe(ends)


class Claims:
    """The queue of the calendar at ``address``, while it is entered. Two jobs of one site are never held at once.

    Raises UsageError where procrastinate is not installed, and CalendarError where the database does not answer.
    """

    def __init__(self, address: str, *, room: int = ROOM, heartbeat: float = HEARTBEAT) -> None:
        self._address, self._room, self._heartbeat = address, room, heartbeat
        self._given: queue.SimpleQueue[Claim] = queue.SimpleQueue()
        self._open: set[Claim] = set()
        self._ended: dict[int, float] = {}
        self._loop = asyncio.new_event_loop()
        self._is_ready = threading.Event()
        self._is_closing = False
        self._problem: Exception | None = None
        self._thread = threading.Thread(target=self._work, name="claims", daemon=True)

    def __enter__(self) -> Self:
        _prepare(self._address)
        self._thread.start()
        self._is_ready.wait()
        if self._problem is not None:
            raise CalendarError(f"{shown(self._address)}: {self._problem}") from self._problem
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._is_closing = True
        self._loop.call_soon_threadsafe(self._close.set)
        self._thread.join(timeout=30.0)

    def offer(self, jobs: Iterable[tuple[Work, str]]) -> int:
        """Queues the jobs that nobody holds and that do not wait already; returns how many. Frees what the dead held."""
        return self._asked(self._offer(list(jobs)))

    def next(self, seconds: float = 0.0) -> Claim | None:
        """A job that this watcher alone now holds; None where there is none within ``seconds``."""
        try:
            return self._given.get(timeout=seconds) if seconds > 0 else self._given.get_nowait()
        except queue.Empty:
            return None

    def _asked(self, answer: Coroutine[Any, Any, T]) -> T:
        try:
            return asyncio.run_coroutine_threadsafe(answer, self._loop).result(timeout=60.0)
        except Exception as error:  # procrastinate, its pool and psycopg each raise their own
            what = (str(error) or type(error).__name__).splitlines()[0]
            raise CalendarError(f"{shown(self._address)}: the queue does not answer ({what})") from error

    async def _offer(self, jobs: list[tuple[Work, str]]) -> int:
        from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
        from procrastinate.jobs import Status

        manager = self._app.job_manager
        for job in await manager.get_stalled_jobs(seconds_since_heartbeat=_MISSED * self._heartbeat):
            with suppress(ConnectorException):  # another watcher was faster; what else is wrong the next question shows
                await manager.finish_job(job, Status.FAILED, delete_job=True)
        held = await self._waiting_or_held(manager)
        count = 0
        for work, url in jobs:
            name = _name(work, url)
            if name in held:
                continue
            site = urlsplit(url).hostname or url
            job = self._app.configure_task(
                _TASK, queueing_lock=name, lock=site[:500], priority=1 if work == "feed" else 0
            )
            with suppress(AlreadyEnqueued):  # another watcher was faster
                await job.defer_async(work=work, url=url)
                count += 1
        return count

    async def _waiting_or_held(self, manager: Any) -> set[str]:
        """The names of the jobs in the queue, but for those that we gave out of hand and that are still there a heartbeat
        later: the queue was not told, since its connection was lost just then. They would block their sites for ever."""
        from procrastinate.exceptions import ConnectorException
        from procrastinate.jobs import Status

        jobs, late = list(await manager.list_jobs_async()), self._loop.time() - self._heartbeat
        lost = [job for job in jobs if job.status == Status.DOING.value and self._ended.get(job.id, late) < late]
        for job in lost:
            with suppress(ConnectorException):
                await manager.finish_job(job, Status.FAILED, delete_job=True)
        self._ended = {job.id: self._ended[job.id] for job in jobs if job.id in self._ended and job not in lost}
        return {job.queueing_lock for job in jobs if job not in lost}

    def _work(self) -> None:
        """The thread: its own event loop, so that signs of life are given while a page is read."""
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        except Exception as error:
            self._problem = error
        finally:
            self._is_ready.set()
            self._loop.close()

    async def _serve(self) -> None:
        self._close = asyncio.Event()
        self._app = app_of(self._address)
        self._app.task(name=_TASK, pass_context=True)(self._held)
        async with self._app.open_async():
            self._is_ready.set()
            closing = asyncio.create_task(self._close.wait())
            while not closing.done():
                worker = asyncio.create_task(self._claiming())
                await asyncio.wait({worker, closing}, return_when=asyncio.FIRST_COMPLETED)
                if closing.done():
                    self._give_back()
                    worker.cancel()
                with suppress(Exception, asyncio.CancelledError):  # it ends with the connection, and is begun anew
                    await worker
                if not closing.done():
                    await asyncio.wait({closing}, timeout=1.0)

    def _claiming(self) -> Coroutine[Any, Any, None]:
        claiming: Coroutine[Any, Any, None] = self._app.run_worker_async(
            concurrency=self._room,
            install_signal_handlers=False,
            delete_jobs="always",
            update_heartbeat_interval=self._heartbeat,
            stalled_worker_timeout=_MISSED * self._heartbeat,
            fetch_job_polling_interval=POLL,
        )
        return claiming

    async def _held(self, context: Any, work: Work, url: str) -> None:
        """The job as procrastinate runs it: handed to the watcher, held until it ends it and its site has rested."""
        if self._is_closing:
            return
        claim = Claim(work, url, self._loop)
        self._open.add(claim)
        self._given.put(claim)
        try:
            rest = await claim.ended
            self._open.discard(claim)
            if rest > 0 and not self._is_closing:
                await asyncio.wait({asyncio.ensure_future(self._close.wait())}, timeout=rest)
        finally:
            self._ended[context.job.id] = self._loop.time()

    def _give_back(self) -> None:
        """What is not done goes to others: the calendar still has it open."""
        for claim in self._open:
            claim.end()


def queue_lines(address: str) -> list[str]:
    """Who is at what, for ``legation status``; nothing where no watcher has ever shared this calendar."""
    try:
        schema = _schema()
    except UsageError:
        return []
    import psycopg

    with psycopg.connect(driver_address(address)) as connection:
        if connection.execute("SELECT to_regclass(%s)", (f"{schema}.procrastinate_jobs",)).fetchone() == (None,):
            return []
        connection.execute(f"SET LOCAL search_path = {schema}")
        jobs = connection.execute(
            "SELECT status::text, args->>'work', args->>'url', worker_id FROM procrastinate_jobs ORDER BY id"
        ).fetchall()
        workers = connection.execute(
            "SELECT id, extract(epoch FROM now() - last_heartbeat)::int FROM procrastinate_workers ORDER BY id"
        ).fetchall()
    waiting = sum(status == "todo" for status, *_ in jobs)
    lines = [f"queue: {waiting:,} waiting, {len(jobs) - waiting:,} held by watchers"]
    for worker, seconds in workers:
        held = [f"{work} {url}" for status, work, url, holder in jobs if status == "doing" and holder == worker]
        state = "" if seconds <= _MISSED * HEARTBEAT else ", taken for dead"
        lines.append(f"watcher {worker}: last heard {seconds} s ago{state}; {'; '.join(held) or 'at rest'}")
    return lines


def app_of(address: str) -> Any:
    """procrastinate on this calendar's own schema for it; UsageError where it is not installed."""
    procrastinate = _procrastinate()
    connector = procrastinate.PsycopgConnector(
        conninfo=driver_address(address),
        min_size=1,
        max_size=6,
        kwargs={"options": f"-c search_path={_schema()}", "connect_timeout": 10},
    )
    return procrastinate.App(connector=connector)


def _procrastinate() -> Any:
    try:
        import procrastinate
    except ImportError as error:
        raise UsageError("watching into PostgreSQL needs procrastinate: pip install 'legation[postgresql]'") from error
    return procrastinate


def _definitions() -> str:
    found: str = _procrastinate().schema.SchemaManager.get_schema()
    return found


def _schema() -> str:
    return f"legation_queue_{hashlib.sha256(_definitions().encode()).hexdigest()[:8]}"


def _prepare(address: str) -> None:
    """Makes the queue's tables, unless they are there."""
    definitions, schema = _definitions(), _schema()
    import psycopg

    try:
        with psycopg.connect(driver_address(address), connect_timeout=10) as connection:
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
            if connection.execute("SELECT to_regclass(%s)", (f"{schema}.procrastinate_jobs",)).fetchone() == (None,):
                connection.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
                connection.execute(f"SET LOCAL search_path = {schema}")
                connection.execute(definitions)
    except psycopg.Error as error:
        raise CalendarError(f"{shown(address)}: the queue cannot be set up ({str(error).splitlines()[0]})") from error


def _name(work: Work, url: str) -> str:
    """Under which two jobs are the same; an index over it takes no long text."""
    return f"{work} {hashlib.sha256(url.encode('utf-8', 'surrogatepass')).hexdigest()}"
