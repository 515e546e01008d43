"""A full disk, and a watcher killed at any moment: what is stored is whole, and a repeat completes it."""

from __future__ import annotations

import gzip
import os
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from crawl_pages import DIPLOMATIC, html, pages, record
from legation.batch import backfill, local, shards
from legation.batch.worker import Piece
from legation.cli import main
from legation.errors import CalendarError
from legation.store import open_calendar

WANTED = sorted(f"https://news.example.org/{i}" for i in range(0, 90, 3))


@pytest.fixture
def warc(tmp_path: Path) -> str:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(u, c)) for u, c in pages(90, every=3)))
    return str(path)


def urls(calendar: Path) -> list[str]:
    with open_calendar(str(calendar)) as store:
        assert store.check() == []
        return sorted(page.url or "" for page in store.pages(limit=1000))


@contextmanager
def a_file_limit(folder: Path) -> Iterator[tuple[Path, Callable[[], None]]]:
    """A disk on which no file of this process's may grow further."""
    calendar = folder / "c.sqlite"
    with open_calendar(str(calendar)):
        pass
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def free() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    resource.setrlimit(resource.RLIMIT_FSIZE, (calendar.stat().st_size + 20_000, hard))
    try:
        yield calendar, free
    finally:
        free()


@contextmanager
def a_tiny_disk(folder: Path) -> Iterator[tuple[Path, Callable[[], None]]]:
    """A file system of 16 MB, nearly all of it taken; only the system's administrator may make one. (What is freed must do
    for the log of as many pieces as a busy machine makes of the pages.)"""
    disk, ballast = folder / "disk", folder / "disk" / "ballast"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "legation", str(disk)], capture_output=True)
    if made.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        calendar = disk / "c.sqlite"
        with open_calendar(str(calendar)):
            pass
        room = os.statvfs(disk)
        ballast.write_bytes(b"x" * max(0, room.f_bavail * room.f_frsize - 60_000))
        yield calendar, ballast.unlink
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


FULL = [a_file_limit, a_tiny_disk]


@pytest.mark.parametrize("full", FULL)
def test_a_disk_that_fills_up_is_waited_for(tmp_path: Path, warc: str, full: Callable[..., Any]) -> None:
    waits: list[float] = []
    with full(tmp_path) as (calendar, free):

        def sleep(seconds: float) -> None:
            waits.append(seconds)
            if len(waits) == 2:
                free()

        with open_calendar(str(calendar)) as store:
            backfill(store, shards([warc]), sleep=sleep)
        assert waits == [1.0, 2.0]
        assert urls(calendar) == WANTED


def test_a_disk_that_stays_full_ends_it_and_a_repeat_completes_it(tmp_path: Path, warc: str) -> None:
    with a_file_limit(tmp_path) as (calendar, free):
        with open_calendar(str(calendar)) as store, pytest.raises(CalendarError, match="disk") as caught:
            backfill(store, shards([warc]), sleep=lambda seconds: None)
        assert "\n" not in str(caught.value)
        free()
        assert set(urls(calendar)) < set(WANTED)
        with open_calendar(str(calendar)) as store:
            backfill(store, shards([warc]))
        assert urls(calendar) == WANTED


def test_a_calendar_that_is_gone_for_a_minute_is_waited_for(tmp_path: Path, warc: str) -> None:
    calendar, away = tmp_path / "c.sqlite", tmp_path / "away"
    again = tmp_path / "again.warc.gz"  # a second file, so that something is stored after the calendar has gone
    shutil.copy(warc, again)
    waits: list[float] = []

    def told(_: Piece) -> None:
        if not waits and calendar.exists():
            calendar.rename(away)

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        if sum(waits) >= 60 and away.exists():
            away.rename(calendar)

    with open_calendar(str(calendar)) as store:
        totals = backfill(store, shards([warc, str(again)]), told=told, sleep=sleep)
    assert sum(waits) >= 60
    assert (totals.counts["seen"], totals.new) == (180, 30)
    assert urls(calendar) == WANTED


def test_a_page_on_which_workers_die_is_listed_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    deadly, path, calendar = "https://news.example.org/3", tmp_path / "crawl.warc.gz", tmp_path / "c.sqlite"
    made = dict(pages(7)) | {deadly: html("Long", *(f"{DIPLOMATIC} So says report {i}." for i in range(1000)))}
    path.write_bytes(b"".join(gzip.compress(record(url, content)) for url, content in made.items()))
    workers: list[local._Worker] = []
    killed: list[int] = []
    stop = threading.Event()

    class Watched(local._Worker):
        def __init__(self) -> None:
            super().__init__()
            workers.append(self)

    def killer() -> None:
        while not stop.wait(0.002):
            for worker in list(workers):
                pid = worker.process.pid
                if worker.current.value == 3 and pid is not None and pid not in killed:
                    os.kill(pid, signal.SIGKILL)
                    killed.append(pid)

    monkeypatch.setattr(local, "_Worker", Watched)
    thread = threading.Thread(target=killer)
    thread.start()
    try:
        with open_calendar(str(calendar)) as store:
            backfill(store, shards([str(path)]))
    finally:
        stop.set()
        thread.join()
    assert len(killed) == 2  # it is tried once more, since a worker may die of anything
    assert urls(calendar) == ["https://news.example.org/0", "https://news.example.org/5"]
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main(["status", "--calendar", str(calendar)])
    told = capsys.readouterr().out
    assert "failures: 1\n" in told
    assert f"{deadly}: given up: reading it killed or hung a worker" in told


class Site(BaseHTTPRequestHandler):
    """A feed of twenty-four pages, each of which takes a moment."""

    asked: Counter[str]

    def do_GET(self) -> None:
        self.asked[self.path] += 1
        kind, body = "text/html", html("A visit", DIPLOMATIC, f"This is report number {self.path[1:]} of the desk.")
        if self.path == "/robots.txt":
            body = b""
        elif self.path == "/feed":
            items = "".join(f"<item><link>/{i}</link></item>" for i in range(24))
            kind, body = "text/xml", f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
        else:
            time.sleep(0.05)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[tuple[str, Counter[str]]]:
    asked: Counter[str] = Counter()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Asked", (Site,), {"asked": asked}))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


_WATCH = """
import sys
from pathlib import Path
from typing import Any
from legation.batch.watch import Watcher, feeds_of
from legation.fetch import HttpFetcher, Limits
from legation.parse import default_parser
from legation.store import open_calendar
with open_calendar(sys.argv[1]) as store, HttpFetcher(limits=Limits(pause_seconds=0.0), allows_private=True) as http:
    watcher = Watcher(store, feeds_of(Path(sys.argv[2])), http, default_parser())
    print("open", flush=True)
    while watcher.step():
        print("step", flush=True)
"""


def test_kill_9_of_a_watcher_loses_and_doubles_nothing(tmp_path: Path, site: tuple[str, Counter[str]]) -> None:
    address, asked = site
    calendar, feeds = tmp_path / "c.sqlite", tmp_path / "feeds.toml"
    feeds.write_text(f'[[feed]]\nurl = "{address}/feed"\n')
    kills = 0
    for steps, moment in [(1, 0.0), (6, 0.04), (7, 0.08), (99, 0.0)]:
        child = subprocess.Popen(
            [sys.executable, "-c", _WATCH, str(calendar), str(feeds)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        for _, line in zip(range(steps + 1), child.stdout, strict=False):
            assert line in ("open\n", "step\n")
        if steps < 99:
            time.sleep(moment)  # into the middle of the next page
            child.send_signal(signal.SIGKILL)
            kills += 1
        child.stdout.close()
        child.wait()
    assert urls(calendar) == sorted(f"{address}/{i}" for i in range(24))
    assert asked["/feed"] == 1
    again = sum(count - 1 for path, count in asked.items() if path[1:].isdigit())
    assert again <= kills  # only what was under way is fetched again
