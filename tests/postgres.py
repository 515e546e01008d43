"""A PostgreSQL server of the test run's own, where its programs are installed: it can be stopped and started."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from contextlib import suppress
from pathlib import Path

import pytest


class PostgresServer:
    """A server in ``folder`` (None: one of its own), reached through a socket there. Skips the test, saying so, where there is no
    PostgreSQL on this machine."""

    def __init__(self, folder: Path | None = None) -> None:
        found = _programs()
        if found is None:
            pytest.skip("no PostgreSQL server programs on this machine (initdb not found)")
        self._programs = found
        self._prefix, user = _as_user()
        self._is_own = folder is None
        self.folder = folder or Path(tempfile.mkdtemp(prefix="legation-pg-", dir="/tmp"))
        if user is not None:
            os.chown(self.folder, user, -1)
        self._data = str(self.folder / "data")
        self.address = f"postgresql://legation@/postgres?host={self.folder}"
        self._run("initdb", "-D", self._data, "-U", "legation", "-A", "trust", "-E", "UTF8", "--no-locale", "-N",
                  "--wal-segsize=1")  # fmt: skip

    def start(self, *more: str) -> None:
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c max_connections=60 {' '.join(more)}"
        self._run("pg_ctl", "-D", self._data, "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self._data, "-m", "immediate", "stop")

    def remove(self) -> None:
        with suppress(subprocess.CalledProcessError):  # it may be stopped already
            self.stop()
        if self._is_own:
            shutil.rmtree(self.folder, ignore_errors=True)

    def new_database(self) -> str:
        """A fresh database on the server."""
        import psycopg

        name = f"t{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.address.replace("/postgres?", f"/{name}?")

    def _run(self, program: str, *arguments: str) -> None:
        command = [*self._prefix, str(self._programs / program), *arguments]
        subprocess.run(command, check=True, cwd=self.folder, capture_output=True, timeout=120)


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
