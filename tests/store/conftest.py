"""One suite for both databases: ``address`` is a fresh SQLite file and, where its programs are, a PostgreSQL one."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.store import Store, open_calendar
from postgres import PostgresServer


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
        return
    server = PostgresServer(small_disk)
    try:
        server.start("-c max_wal_size=4MB", "-c min_wal_size=2MB")
        yield server.address
    finally:
        server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A calendar that does not exist yet."""
    if request.param == "sqlite":
        return str(tmp_path / "calendar.sqlite")
    server: PostgresServer = request.getfixturevalue("server")
    return server.new_database()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    with open_calendar(address) as opened:
        yield opened


@pytest.fixture
def server_address(server: PostgresServer) -> str:
    """A fresh PostgreSQL database."""
    return server.new_database()
