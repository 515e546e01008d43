"""One suite for both databases: ``address`` is a fresh SQLite file and, where its programs are, a PostgreSQL one."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from legation.store import Store, open_calendar


def _programs() -> Path | None:
    found = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return Path(found).parent if found else next((f for f in folders if (f / "initdb").exists()), None)


def _as_user() -> tuple[list[str], int | None]:
    """PostgreSQL refuses to run as root: the command prefix that makes it another user's, and that user's number."""
    if os.geteuid() != 0:
        return [], None
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        if shutil.which("setpriv"):
            return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"], user.pw_uid
    pytest.skip("PostgreSQL does not run as root, and there is no other user here")


@contextmanager
def a_server(folder: Path, *options: str) -> Iterator[str]:
    """The address of a PostgreSQL server that keeps its files in ``folder``; skips, saying so, where there is none."""
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL server programs on this machine (initdb not found)")
    prefix, user = _as_user()
    if user is not None:
        os.chown(folder, user, -1)
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run([*prefix, *command], check=True, cwd=folder, capture_output=True, timeout=120)

    try:
        run(
            str(programs / "initdb"), "-D", str(data), "-U", "legation", "-A", "trust", "-E", "UTF8", "--no-locale", "-N",
            "--wal-segsize=1",
        )  # fmt: skip
        told = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=40 {' '.join(options)}"
        run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", told, "start")
        yield f"postgresql://legation@/postgres?host={folder}"
    finally:
        subprocess.run([*prefix, str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"], cwd=folder,
                       capture_output=True, timeout=60)  # fmt: skip


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server of this test run."""
    folder = Path(tempfile.mkdtemp(prefix="legation-pg-", dir="/tmp"))
    try:
        with a_server(folder) as address:
            yield address
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A file system of 48 megabytes; skips, saying so, where none may be mounted."""
    folder = Path(tempfile.mkdtemp(prefix="legation-disk-", dir="/tmp"))
    mount = ["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode != 0:
        folder.rmdir()
        pytest.skip("no file system may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
        folder.rmdir()


@pytest.fixture(params=["sqlite", "postgresql"])
def address_on_small_disk(request: pytest.FixtureRequest, small_disk: Path) -> Iterator[str]:
    """A calendar that does not exist yet, on a file system that is soon full."""
    if request.param == "sqlite":
        yield str(small_disk / "calendar.sqlite")
    else:
        with a_server(small_disk, "-c max_wal_size=4MB", "-c min_wal_size=2MB") as address:
            yield address


def new_database(server: str) -> str:
    """A fresh database on the server."""
    import psycopg

    name = f"t{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A calendar that does not exist yet."""
    if request.param == "sqlite":
        return str(tmp_path / "calendar.sqlite")
    return new_database(request.getfixturevalue("server"))


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_calendar(address) as opened:
        yield opened


@pytest.fixture
def server_address(server: str) -> str:
    """A fresh PostgreSQL database."""
    return new_database(server)
