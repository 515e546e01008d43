"""A site on this machine that does what sites do wrong, over real connections: nothing is lost, nothing is stored twice,
and ``legation status`` says what failed."""

from __future__ import annotations

import gzip
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from crawl_pages import DIPLOMATIC, html, pages, record
from legation.batch import backfill, shards, stages, watch
from legation.batch.stages import Outcome
from legation.batch.watch import Watcher
from legation.cli import main
from legation.fetch import HttpFetcher, Limits
from legation.parse import default_parser
from legation.records import Page, StoredPage
from legation.store import open_calendar
from legation.store.feeds import Feed

DAY = "Wed, 07 Jun 2023 10:00:00 GMT"
LIES = [DAY, "Wed, 07 Jun 2034 10:00:00 GMT", "the day after tomorrow", ""]
WHOLE = b"".join(gzip.compress(record(url, content)) for url, content in pages(20))


def rss(paths: list[str], days: list[str] | None = None, encoding: str = "utf-8") -> bytes:
    items = "".join(
        f"<item><title>São Paulo – “visit”</title><link>{path}</link><pubDate>{day}</pubDate></item>"
        for path, day in zip(paths, days or [DAY] * len(paths), strict=True)
    )
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    return f'{head}<rss version="2.0"><channel>{items}</channel></rss>'.encode(encoding)


def page(path: str) -> bytes:
    return html("A visit", DIPLOMATIC, f"The envoy Jörg Müller wrote report {path}.")


def corrupt(whole: bytes, member: int) -> bytes:
    """``whole`` with the middle of a gzip member turned over."""
    at = [i for i in range(len(whole)) if whole[i : i + 3] == b"\x1f\x8b\x08"][member] + 30
    return whole[:at] + bytes(byte ^ 0xA5 for byte in whole[at : at + 60]) + whole[at + 60 :]


CRAWLS = {"/whole.warc.gz": WHOLE, "/truncated.warc.gz": WHOLE[:-40], "/corrupt.warc.gz": corrupt(WHOLE, 7)}
HANGING = "/page/hanging"
ENCODINGS = ["utf-8", "utf-16", "windows-1252"]


class Handler(BaseHTTPRequestHandler):
    """The site. ``asked`` counts; what is asked for a second time may be answered otherwise."""

    asked: Counter[str]
    protocol_version = "HTTP/1.0"

    def do_HEAD(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(CRAWLS[self.path])))
        self.end_headers()

    def do_GET(self) -> None:
        self.asked[self.path] += 1
        often = self.asked[self.path]
        if self.path == "/robots.txt":
            self._answer(b"", "text/plain")
        elif self.path in CRAWLS:
            self._answer(CRAWLS[self.path], "application/gzip")
        elif self.path == "/feed/honest":
            self._answer(rss([f"/page/honest/{i}" for i in range(3)]))
        elif self.path == "/feed/liar":
            self._answer(rss([f"/page/liar/{i}" for i in range(len(LIES))], LIES))
        elif self.path == "/feed/declared":
            self._answer(b"", length=10_000_000_000)
        elif self.path == "/feed/endless":
            self._endless()
        elif self.path.startswith("/feed/round"):
            self.send_response(302)
            self.send_header("Location", f"{self.path}x")
            self.end_headers()
        elif self.path == "/feed/busy" and often == 1:
            self.send_response(429)
            self.send_header("Retry-After", "3600")
            self.end_headers()
        elif self.path == "/feed/busy":
            self._answer(rss(["/page/busy"]))
        elif self.path == "/feed/coded":
            encoding = ENCODINGS[min(often, len(ENCODINGS)) - 1]
            self._answer(rss([f"/page/coded/{encoding}"], encoding=encoding))
        elif self.path == "/feed/hanging":
            self._answer(rss([HANGING]))
        else:
            encoding = self.path.rpartition("/")[2] if "/coded/" in self.path else "utf-8"
            self._answer(page(self.path).decode().encode(encoding), f"text/html; charset={encoding}")

    def _answer(self, body: bytes, kind: str = "text/xml", length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/xml")
        self.end_headers()
        try:
            while True:
                self.wfile.write(b" " * 100_000)
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[tuple[str, Counter[str]]]:
    asked: Counter[str] = Counter()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Asked", (Handler,), {"asked": asked}))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def status(capsys: pytest.CaptureFixture[str]) -> Callable[[Path], str]:
    """What ``legation status`` prints of a calendar."""

    def call(calendar: Path) -> str:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(["status", "--calendar", str(calendar)])
        assert ended.value.code == 0
        return capsys.readouterr().out

    return call


@pytest.fixture(autouse=True)
def hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    """One page is never read to its end."""

    def through(found: Page, *arguments: Any, **options: Any) -> Outcome:
        while (found.url or "").endswith(HANGING):
            pass
        return stages.through(found, *arguments, **options)

    stages.through(Page(source="first", text=page("/").decode()), default_parser())  # what loading takes is no page's
    monkeypatch.setattr(watch, "through", through)


def watched(calendar: Path, feeds: list[str], days: int) -> list[StoredPage]:
    """The pages that are stored once ``feeds`` were followed for so many days, each day by another watcher."""
    limits = Limits(pause_seconds=0.0, size=3_000_000)
    start = datetime(2023, 6, 7, 12, tzinfo=UTC)
    with open_calendar(str(calendar)) as store:
        for day in range(days):
            with HttpFetcher(limits=limits, allows_private=True) as http:
                Watcher(
                    store,
                    [Feed(url=url) for url in feeds],
                    http,
                    default_parser(),
                    now=lambda day=day: start + timedelta(days=2 * day),  # type: ignore[misc]
                    page_seconds=10.0,
                ).finish()
        assert store.check() == []
        found = [store.page(p.id) for p in store.pages(limit=100)]
        return [p for p in found if p is not None]


FAULTS = [
    ("lies about dates", "liar", 1, [f"/page/liar/{i}" for i in range(len(LIES))], ""),
    ("10 GB, as declared", "declared", 1, [], "refused: 10,000 MB, at most 3 MB are read"),
    ("no end", "endless", 1, [], "refused: more than 3 MB"),
    ("redirects for ever", "round", 1, [], "redirects more than 5 times"),
    ("answers 429, and a day later no more", "busy", 2, ["/page/busy"], "the site answered 429"),
    ("another encoding every day", "coded", 3, [f"/page/coded/{e}" for e in ENCODINGS], ""),
    ("a page that hangs the parser", "hanging", 2, [], "not read within 10 seconds"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "days", "found", "problem"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_a_faulty_feed_beside_an_honest_one(
    tmp_path: Path,
    site: tuple[str, Counter[str]],
    status: Callable[[Path], str],
    name: str,
    days: int,
    found: list[str],
    problem: str,
) -> None:
    address, asked = site
    calendar, source = tmp_path / "c.sqlite", f"{address}{HANGING if name == 'hanging' else f'/feed/{name}'}"
    kept = watched(calendar, [f"{address}/feed/{name}", f"{address}/feed/honest"], days)
    wanted = [f"/page/honest/{i}" for i in range(3)] + found
    assert sorted(p.url or "" for p in kept) == sorted(address + path for path in wanted)
    assert {path: asked[path] for path in wanted} == dict.fromkeys(wanted, 1)
    told = status(calendar)
    failures = [line.partition("  ")[2].partition("  ")[2] for line in told.splitlines() if line.startswith("  ")]
    assert set(failures) == ({f"{source}: {problem}"} if problem else set())
    assert f"{len(wanted)} read" in told


def test_of_days_that_a_feed_makes_up_none_is_believed(tmp_path: Path, site: tuple[str, Counter[str]]) -> None:
    address, _ = site
    kept = watched(tmp_path / "c.sqlite", [f"{address}/feed/liar"], 1)
    days = {(p.url or "").rpartition("/")[2]: p.published.isoformat() if p.published else None for p in kept}
    assert days == {"0": "2023-06-07", "1": None, "2": None, "3": None}


def test_letters_are_read_in_whatever_encoding_they_come(tmp_path: Path, site: tuple[str, Counter[str]]) -> None:
    address, _ = site
    kept = watched(tmp_path / "c.sqlite", [f"{address}/feed/coded"], 3)
    assert len(kept) == len(ENCODINGS)
    assert [p.text for p in kept if "Jörg Müller" not in p.text] == []


CRAWL_FAULTS = [("/whole.warc.gz", False), ("/truncated.warc.gz", True), ("/corrupt.warc.gz", True)]


@pytest.mark.parametrize(("name", "is_damaged"), CRAWL_FAULTS)
def test_a_damaged_crawl(
    tmp_path: Path,
    site: tuple[str, Counter[str]],
    status: Callable[[Path], str],
    name: str,
    is_damaged: bool,
) -> None:
    pytest.importorskip("aiohttp", reason="aiohttp is not installed: pip install 'legation[batch]'")
    address, _ = site
    calendar = tmp_path / "c.sqlite"
    for _ in range(2):  # a repeat changes nothing
        with open_calendar(str(calendar)) as store:
            backfill(store, shards([address + name]))
            assert sorted(p.url or "" for p in store.pages(limit=100)) == sorted(
                f"https://news.example.org/{i}" for i in (0, 5, 10, 15)
            )
        told = status(calendar)
        assert ("failures: 0\n" in told) is not is_damaged
        assert (f"{address}{name}: damaged at byte" in told or ": damaged: " in told) is is_damaged
