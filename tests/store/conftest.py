"""One suite for both databases: ``address`` is a fresh SQLite file and, where its programs are, a PostgreSQL one."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
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


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server of this test run; skips, saying so, where there is none."""
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL server programs on this machine (initdb not found)")
    prefix, user = _as_user()
    folder = Path(tempfile.mkdtemp(prefix="legation-pg-", dir="/tmp"))
    if user is not None:
        os.chown(folder, user, -1)
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run([*prefix, *command], check=True, cwd=folder, capture_output=True, timeout=120)

    try:
        run(
            str(programs / "initdb"),
            "-D",
            str(data),
            "-U",
            "legation",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
            "-N",
        )
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=40"
        run(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield f"postgresql://legation@/postgres?host={folder}"
    finally:
        subprocess.run([*prefix, str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"], cwd=folder,
                       capture_output=True, timeout=60)  # fmt: skip
        shutil.rmtree(folder, ignore_errors=True)


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
