"""Opening the database behind a calendar's address, and turning its failures into one clear line each."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, exc
from sqlalchemy.engine import make_url
from sqlalchemy.pool import QueuePool

from legation.errors import CalendarError

# A writer waits this long for another before it gives up.
LOCK_SECONDS = 30.0
# What each connection to a file may keep of it in memory.
CACHE_MB = 64


def is_server(address: str) -> bool:
    """Whether ``address`` names a PostgreSQL database rather than a file."""
    return address.startswith(("postgresql://", "postgres://", "postgresql+"))


def shown(address: str) -> str:
    """The address as it may be printed: without a password."""
    return make_url(address).render_as_string(hide_password=True) if is_server(address) else address


def driver_address(address: str) -> str:
    """The address of a server as PostgreSQL's own programs and drivers take it."""
    url = make_url(address.replace("postgres://", "postgresql://", 1))
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def connect(address: str, *, create: bool, lock_seconds: float = LOCK_SECONDS, cache_mb: int = CACHE_MB) -> Engine:
    """An engine for a file or a ``postgresql://`` address. Raises CalendarError where a file cannot be used."""
    if is_server(address):
        url = make_url(address.replace("postgres://", "postgresql://", 1))
        if url.get_driver_name() != "psycopg":
            url = url.set(drivername="postgresql+psycopg")
        engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
        event.listen(engine, "connect", partial(_prepare_server, lock_seconds=lock_seconds))
        return engine
    path = Path(address).expanduser()
    try:
        _check_file(path, create=create)
    except OSError as error:
        raise CalendarError(f"{path}: cannot be opened ({error.strerror})") from error
    engine = create_engine("sqlite://", creator=lambda: _open_file(path, lock_seconds), poolclass=QueuePool)
    event.listen(engine, "connect", lambda connection, _: _prepare_file(connection, cache_mb))
    event.listen(engine, "checkout", lambda _, record, __: _check_same_file(path, record))
    event.listen(engine, "begin", _begin_file)
    return engine


def _open_file(path: Path, lock_seconds: float) -> sqlite3.Connection:
    has_log = path.with_name(f"{path.name}-wal").exists()
    # Where nobody can be writing, and SQLite could not put its lock files beside the calendar.
    is_still = not os.access(path.parent, os.W_OK) and not has_log
    # Never created here: a calendar that was moved away for a while would come back to an empty one in its place.
    name = f"{path.absolute().as_uri()}?{'immutable=1' if is_still else 'mode=rw'}"
    return sqlite3.connect(name, timeout=lock_seconds, check_same_thread=False, uri=True)


def _check_same_file(path: Path, record: Any) -> None:
    """That a kept connection speaks to the file that is there now, not to one that was moved away or replaced: then it
    is opened anew."""
    try:
        found = os.stat(path)
        file = (found.st_dev, found.st_ino)
    except OSError:
        file = None
    if file is None or record.info.setdefault("file", file) != file:
        raise exc.DisconnectionError(f"unable to open database file: {path} is not there any more")


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise CalendarError(f"{path}: is a folder, not a calendar file; name a file in it")
    if path.exists():
        with path.open("rb") as file:
            head = file.read(16)
        if head and head != b"SQLite format 3\0":
            raise CalendarError(f"{path}: is not a calendar (not an SQLite file); name another file with --calendar")
        return
    if not create:
        raise CalendarError(f"{path}: there is no calendar yet; add pages with: legation add SOURCE...")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CalendarError(f"{path}: cannot create its folder ({error.strerror})") from error
    if not os.access(path.parent, os.W_OK):
        raise CalendarError(f"{path}: cannot be created, {path.parent} is not writable")
    path.touch()


def _prepare_file(connection: sqlite3.Connection, cache_mb: int) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=ON")
    if not cursor.execute("PRAGMA query_only").fetchone()[0]:
        _keep_a_log(cursor)
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA cache_size=-16384")
    cursor.execute("PRAGMA temp_store=MEMORY")
    cursor.close()


def _keep_a_log(cursor: sqlite3.Cursor) -> None:
    """Turns write-ahead logging on. SQLite does not wait for others who do the same at this moment, so we do."""
    for _ in range(100):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "readonly" in str(error):
                return
            if "locked" not in str(error):
                raise
        time.sleep(0.05)


def _begin_file(connection: Connection) -> None:
    writes = connection.get_execution_options().get("legation_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare_server(connection: Any, _: Any, *, lock_seconds: float) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET TIME ZONE 'UTC'")
        cursor.execute(f"SET lock_timeout = {int(lock_seconds * 2000)}")
    connection.commit()


# What a driver says, in words for a person; the first that is found in its message counts.
_PROBLEMS = (
    ("database or disk is full", "the disk is full; nothing of this page was stored. Free some space and repeat"),
    ("could not extend file", "the disk is full; nothing of this page was stored. Free some space and repeat"),
    ("no space left", "the disk is full; nothing of this page was stored. Free some space and repeat"),
    ("readonly database", "is read-only; make it writable or name another with --calendar"),
    ("read-only transaction", "is read-only; use an account that may write"),
    ("unable to open database", "cannot be opened; check that the folder exists and may be written"),
    ("database is locked", "is locked by another program; nothing was stored. Wait for it and repeat"),
    ("lock timeout", "is locked by another program; nothing was stored. Wait for it and repeat"),
    ("malformed", "is damaged; restore a backup, or try: legation check"),
    ("not a database", "is not a calendar; name another with --calendar"),
    ("disk i/o error", "the disk reports an error; nothing of this page was stored"),
    ("password authentication failed", "refuses the user or password"),
    ("does not exist", "does not exist as addressed"),
    ("connection", "the connection failed or was lost; nothing of this page was stored. Repeat when it is back"),
    ("terminating", "the connection was ended by the server; nothing of this page was stored. Repeat"),
)


@contextmanager
def clear_errors(address: str) -> Iterator[None]:
    """Raises whatever the database raises inside as a CalendarError of one line."""
    try:
        yield
    except (exc.DBAPIError, sqlite3.Error, exc.TimeoutError) as error:
        detail = str(getattr(error, "orig", None) or error).strip().splitlines()
        message = " ".join(detail)
        for words, problem in _PROBLEMS:
            if words in message.lower():
                raise CalendarError(f"{shown(address)}: {problem}") from error
        if isinstance(error, exc.OperationalError | sqlite3.OperationalError) or type(error) is exc.DatabaseError:
            raise CalendarError(f"{shown(address)}: {detail[0] if detail else type(error).__name__}") from error
        raise
