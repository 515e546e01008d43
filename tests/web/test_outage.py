"""A calendar that really goes away while ``legation serve`` serves it, and comes back."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
import pytest

import desk_calendar as story
from postgres import PostgresServer

_PATIENCE = 60.0
ADDRESSES = ["/", "/engagements", "/api/v1/engagements", "/feeds/engagements.ics"]


@contextmanager
def serving(address: str) -> Iterator[httpx.Client]:
    """``legation serve`` in a process of its own, and a client of it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "legation", "serve", "--calendar", address, "--port", str(port)]
    with subprocess.Popen(command, env=os.environ | {"COLUMNS": "100"}, stderr=subprocess.PIPE) as server:
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
                until(client, "/robots.txt", 200)
                check_who_may_listen(server.pid, port)
                yield client
        finally:
            server.terminate()
            server.communicate(timeout=30)


def check_who_may_listen(pid: int, port: int) -> None:
    """Nothing listens beyond this machine unless it was asked to."""
    server = psutil.Process(pid)
    sockets = [c.laddr for p in (server, *server.children(recursive=True)) for c in p.net_connections("inet")
               if c.status == psutil.CONN_LISTEN]  # fmt: skip
    assert {(s.ip, s.port) for s in sockets} == {("127.0.0.1", port)}


def until(client: httpx.Client, path: str, status: int) -> httpx.Response:
    """Asks until the answer has this status."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            answer = client.get(path)
        except httpx.TransportError:
            time.sleep(0.1)
            continue
        if answer.status_code == status:
            return answer
        time.sleep(0.1)
    raise AssertionError(f"{path} never answered {status}")


def check_is_away(client: httpx.Client, inside: str) -> None:
    """Every kind of address says so clearly, and nothing of the server's inside."""
    page = until(client, "/", 503)
    assert "The calendar is out of reach" in page.text
    for path in ADDRESSES:
        answer = client.get(path)
        assert (answer.status_code, answer.headers.get("retry-after")) == (503, "10"), path
        assert inside not in answer.text
        assert client.get(path, headers={"If-None-Match": "*"}).status_code == 503
    assert client.get("/robots.txt").status_code == 200


@pytest.mark.slow
def test_a_database_server_stops_and_starts() -> None:
    server = PostgresServer()
    try:
        server.start()
        address = server.new_database()
        story.filled(address).close()
        with serving(address) as client:
            before = {path: client.get(path) for path in ADDRESSES}
            assert {a.status_code for a in before.values()} == {200}
            server.stop()
            check_is_away(client, "legation@")
            server.start()
            until(client, "/", 200)
            assert {path: client.get(path).content for path in ADDRESSES} == {p: a.content for p, a in before.items()}
    finally:
        server.remove()


@pytest.mark.slow
def test_a_file_is_moved_away_and_back(tmp_path: Path) -> None:
    path, aside = tmp_path / "c.sqlite", tmp_path / "aside.sqlite"
    story.filled(path, story.announced()).close()
    with serving(str(path)) as client:
        before = client.get("/engagements").content
        path.rename(aside)
        check_is_away(client, str(tmp_path))
        assert not path.exists(), "an empty calendar was put in its place"
        aside.rename(path)
        assert until(client, "/engagements", 200).content == before


@pytest.mark.slow
def test_a_file_that_was_replaced_is_the_new_one(tmp_path: Path) -> None:
    path, other = tmp_path / "c.sqlite", tmp_path / "other.sqlite"
    story.filled(path, story.announced()).close()
    story.filled(other, story.summit(), story.vague()).close()
    with serving(str(path)) as client:
        assert "Borin" in client.get("/engagements").text
        other.replace(path)
        end = time.monotonic() + _PATIENCE
        while "Borin" in client.get("/engagements").text:
            assert time.monotonic() < end
            time.sleep(0.1)
