"""Several watchers of one PostgreSQL calendar: they share the work, and what one leaves another takes up."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import psycopg
import pytest

from calendars import everything, history
from crawl_pages import pages
from legation.batch.claims import HEARTBEAT, Claims, queue_lines
from legation.batch.events import Event
from legation.batch.watch import Watcher
from legation.cli import main
from legation.fetch import HttpFetcher, Limits
from legation.parse import default_parser
from legation.store import Store, open_calendar
from legation.store.feeds import Feed, Found, due_pages, follow, note_feed, note_page, page_states
from legation.store.intake import latest_failures

NOON = datetime(2023, 6, 8, 12, tzinfo=UTC)
HOSTS = ("127.0.0.1", "127.0.0.2", "127.0.0.3")
PAGES = 18
HELD = 10
"""The page at which a watcher is killed: more of its site wait behind it."""

WATCHER = """
import signal, sys, threading
from datetime import UTC, datetime
from legation.batch.claims import Claims
from legation.batch.watch import Watcher
from legation.fetch import HttpFetcher, Limits
from legation.parse import default_parser
from legation.store import open_calendar
from legation.store.feeds import Feed

address, feed, name = sys.argv[1:]
stop = threading.Event()
signal.signal(signal.SIGTERM, lambda *_: stop.set())
parser = default_parser()
with (
    open_calendar(address) as store,
    HttpFetcher(limits=Limits(pause_seconds=0.0, retries=0), allows_private=True) as http,
    Claims(address, room=2, heartbeat=2.0) as claims,
):
    http._client.headers["X-Watcher"] = name
    now = lambda: datetime(2023, 6, 8, 12, tzinfo=UTC)
    Watcher(store, [Feed(url=feed)], http, parser, now=now, stop=stop, claims=claims).run()
"""


class Site:
    """A feed whose pages lie on three hosts; the first who asks for page ``held`` gets no answer."""

    def __init__(self, held: int | None = None) -> None:
        self.asked: list[tuple[str, str]] = []
        self.holder: str | None = None
        self.let_go = threading.Event()
        self._held = held
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._servers = [ThreadingHTTPServer((host, 0), Handler) for host in HOSTS]
        for server in self._servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()
        self.made = [body for _, body in pages(PAGES, every=2)]
        self.urls = [f"{self._base(i % len(HOSTS))}/page/{i}" for i in range(PAGES)]
        self.feed = f"{self._base(0)}/feed"

    def _base(self, k: int) -> str:
        return f"http://{HOSTS[k]}:{self._servers[k].server_port}"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        who = request.headers.get("X-Watcher", "")
        path = request.path
        self.asked.append((who, path))
        if path == "/robots.txt":
            self._send(request, 404, b"", "text/plain")
        elif path == "/feed":
            items = "".join(f"<item><link>{url}</link></item>" for url in self.urls)
            self._send(request, 200, f'<rss version="2.0"><channel>{items}</channel></rss>'.encode(), "text/xml")
        else:
            number = int(path.rpartition("/")[2])
            if number == self._held and self.holder is None:
                self.holder = who
                self.let_go.wait(60)
            self._send(request, 200, self.made[number], "text/html")

    @staticmethod
    def _send(request: BaseHTTPRequestHandler, status: int, body: bytes, kind: str) -> None:
        try:
            request.send_response(status)
            request.send_header("Content-Type", kind)
            request.send_header("Content-Length", str(len(body)))
            request.end_headers()
            request.wfile.write(body)
        except OSError:
            pass  # its watcher is dead

    def close(self) -> None:
        self.let_go.set()
        for server in self._servers:
            server.shutdown()
            server.server_close()


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    found = Site(getattr(request, "param", None))
    yield found
    found.close()


def until(is_so: Callable[[], bool], *watching: Watching, saw: Callable[[], object] = lambda: "") -> None:
    """Waits for it; fails at once where one of ``watching`` has died, and in the end with what it ``saw``."""
    end = time.monotonic() + 240.0  # many times what it takes, for a machine with much else to do
    while not is_so():
        for each in watching:
            each.fail_where_dead()
        assert time.monotonic() < end, f"it did not come about: {saw()}"
        time.sleep(0.05)


def state_of(store: Store) -> str:
    """What became of the pages, what failed, and who is at what."""
    failed = [f"{f.source}: {f.problem}" for f in latest_failures(store)]
    return "\n".join([str(page_states(store)), *failed, *queue_lines(store.address)])


def fetcher() -> HttpFetcher:
    return HttpFetcher(limits=Limits(pause_seconds=0.0, retries=0), allows_private=True)


def alone(store: Store, site: Site, **more: object) -> Watcher:
    return Watcher(store, [Feed(url=site.feed)], fetcher(), default_parser(), now=lambda: NOON, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("site", [HELD], indirect=True)
def test_one_of_two_is_killed_at_a_page(server_address: str, site: Site, tmp_path: Path) -> None:
    with open_calendar(server_address) as store:
        both = {
            name: subprocess.Popen([sys.executable, "-c", WATCHER, server_address, site.feed, name]) for name in "AB"
        }

        def saw() -> str:
            ended = {name: process.poll() for name, process in both.items()}
            return f"{state_of(store)}\nended: {ended}\nasked: {site.asked}"

        try:
            until(lambda: site.holder is not None, saw=saw)
            dead = both.pop(site.holder or "")
            os.kill(dead.pid, signal.SIGKILL)
            dead.wait()
            until(lambda: page_states(store) == {"read": PAGES // 2, "skipped": PAGES - PAGES // 2}, saw=saw)
            (other,) = both.values()
            other.send_signal(signal.SIGTERM)
            assert other.wait(timeout=30) == 0
        finally:
            for process in both.values():
                process.kill()
        asked = [path for _, path in site.asked if path.startswith("/page/")]
        assert sorted(asked) == sorted([*(f"/page/{i}" for i in range(PAGES)), f"/page/{HELD}"])
        assert queue_lines(server_address)[0] == "queue: 0 waiting, 0 held by watchers"
        assert store.check() == []
        with open_calendar(str(tmp_path / "alone.sqlite")) as one:
            alone(one, site).finish()
            wanted, shared = everything(one, in_any_order=True), everything(store, in_any_order=True)
            assert len(wanted["page"]) == PAGES // 2
            once, tried = wanted.pop("found"), shared.pop("found")
            assert [(row["url"], row["tries"]) for row in map(json.loads, set(tried) - set(once))] == [
                (site.urls[HELD], 2)
            ]
            assert shared == wanted
            assert history(store) == history(one) != []


def test_both_work_and_no_page_is_asked_for_twice(server_address: str, site: Site) -> None:
    with open_calendar(server_address) as store:
        each_had_one = threading.Barrier(2, timeout=60)
        both = [Watching(server_address, site, each_had_one) for _ in range(2)]
        for watching in both:
            watching.start()
        until(
            lambda: page_states(store) == {"read": PAGES // 2, "skipped": PAGES - PAGES // 2},
            *both,
            saw=lambda: f"{state_of(store)}\ntold: {[watching.told for watching in both]}\nasked: {site.asked}",
        )
        for watching in both:
            watching.end()
        assert sorted(path for _, path in site.asked if path.startswith("/page/")) == sorted(
            f"/page/{i}" for i in range(PAGES)
        )
        assert [path for _, path in site.asked].count("/feed") == 1
        assert sum(len(watching.did) for watching in both) == PAGES
        assert all(watching.did for watching in both)


class Watching(threading.Thread):
    """A watcher with a connection and a queue of its own. Behind its first page it waits for the others at a barrier."""

    def __init__(
        self, address: str, site: Site, barrier: threading.Barrier | None = None, *, heartbeat: float = HEARTBEAT
    ) -> None:
        super().__init__(daemon=True)
        self._heartbeat = heartbeat
        self._address, self._site, self._stopped, self._barrier = address, site, threading.Event(), barrier
        self._died_of: BaseException | None = None
        self.told: list[Event] = []

    @property
    def did(self) -> list[str]:
        return [event.source for event in self.told if event.kind == "page"]

    def run(self) -> None:
        try:
            with (
                open_calendar(self._address) as store,
                Claims(self._address, room=1, heartbeat=self._heartbeat) as claims,
            ):
                alone(store, self._site, claims=claims, stop=self._stopped, told=self._hear).run()
        except BaseException as error:
            self._died_of = error

    def _hear(self, event: Event) -> None:
        self.told.append(event)
        if self._barrier is not None and len(self.did) == 1 and event.kind == "page":
            self._barrier.wait()

    def fail_where_dead(self) -> None:
        if self._died_of is not None:
            raise AssertionError("a watcher died") from self._died_of

    def end(self) -> None:
        self._stopped.set()
        self.join(timeout=30)
        self.fail_where_dead()
        assert not self.is_alive()


def test_what_was_done_meanwhile_is_not_done_again(server_address: str, site: Site) -> None:
    """As where a watcher dies between keeping a page and giving its job out of hand."""
    with open_calendar(server_address) as store, Claims(server_address) as claims:
        alone(store, site).finish()
        before = list(site.asked)
        assert claims.offer([("page", site.urls[1]), ("feed", site.feed)]) == 2
        watcher = alone(store, site, claims=claims)
        until(lambda: [watcher.step() for _ in range(3)] == [False] * 3, saw=lambda: state_of(store))
        assert site.asked == before


def test_the_later_of_two_keepers_keeps_nothing(address: str) -> None:
    """As where a watcher slept so long that another took its page."""
    with open_calendar(address) as store:
        feed = Feed(url="https://news.example.org/feed")
        follow(store, [feed], NOON)
        note_feed(store, feed, NOON, [Found(url="https://news.example.org/1", feed=feed.url)], NOON)
        (page,) = due_pages(store, NOON, 9)
        assert note_page(store, page, None, None, NOON, again=None)
        assert not note_page(store, page, None, "late", NOON, again=None)
        assert page_states(store) == {"skipped": 1}


def test_one_site_is_in_one_hand_and_feeds_come_first(server_address: str) -> None:
    jobs = [("page", f"https://{site}.example/{k}") for site in "ab" for k in range(2)]
    with open_calendar(server_address), Claims(server_address) as first, Claims(server_address) as second:
        first.offer([*jobs, ("feed", "https://a.example/feed")])  # type: ignore[list-item]
        assert second.offer(jobs) == 0  # type: ignore[arg-type]
        held = [claim for _ in range(4) for claims in (first, second) if (claim := claims.next(0.5)) is not None]
        assert {claim.url for claim in held} <= {"https://a.example/feed", "https://a.example/0", "https://b.example/0"}
        assert len({httpx.URL(claim.url).host for claim in held}) == len(held) == 2
        (of_a,) = [claim for claim in held if "a.example" in claim.url]
        of_a.end(rest_seconds=0.6)
        assert first.next(0.2) is second.next(0.2) is None, "the site rests"
        until(lambda: (first.next(0.1) or second.next(0.1)) is not None)


def test_a_watcher_that_stops_gives_back_what_it_had_not_done(server_address: str) -> None:
    jobs = [("page", f"https://{site}.example/1") for site in "abcdef"]
    with open_calendar(server_address):
        with Claims(server_address) as claims:
            claims.offer(jobs)  # type: ignore[arg-type]
            assert claims.next(10) is not None
            lines = queue_lines(server_address)
            assert lines[0].startswith("queue: ")
            assert any("page https://a.example/1" in line for line in lines[1:])
            began = time.monotonic()
        assert time.monotonic() - began < 10
        with Claims(server_address) as others:
            others.offer(jobs)  # type: ignore[arg-type]
            taken = []
            for _ in jobs:
                claim = others.next(10)
                assert claim is not None
                taken.append(claim.url)
                claim.end()
            assert sorted(taken) == [url for _, url in jobs]


REFUSING = """
CREATE SEQUENCE refused;
CREATE FUNCTION refuses() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM nextval('public.refused'); RAISE EXCEPTION 'not now'; END $$;
CREATE TRIGGER refuses BEFORE DELETE ON {jobs} FOR EACH ROW EXECUTE FUNCTION refuses();
"""


def test_a_site_is_free_again_where_the_queue_was_not_told_that_its_page_is_done(server_address: str) -> None:
    """As where the connection is lost just when a job is given out of hand."""
    with (
        open_calendar(server_address),
        Claims(server_address, heartbeat=0.5) as claims,
        psycopg.connect(server_address, autocommit=True) as connection,
    ):
        (jobs,) = connection.execute(
            "SELECT oid::regclass::text FROM pg_class WHERE relname = 'procrastinate_jobs'"
        ).fetchone() or ("",)
        connection.execute(REFUSING.format(jobs=jobs))
        claims.offer([("page", "https://a.example/1")])
        claim = claims.next(10)
        assert claim is not None
        claim.end()
        until(lambda: connection.execute("SELECT is_called FROM refused").fetchone() == (True,))
        connection.execute(f"DROP TRIGGER refuses ON {jobs}")
        until(
            lambda: claims.offer([("page", "https://a.example/2")]) >= 0 and claims.next(0.1) is not None,
            saw=lambda: queue_lines(server_address),
        )


def test_the_database_is_gone_for_a_while(server_address: str, site: Site) -> None:
    """Every connection is cut, the queue's too, again and again while pages are read."""
    with open_calendar(server_address) as store:
        # What it held when its connections were cut is its own again after three heartbeats.
        watching = Watching(server_address, site, heartbeat=1.0)
        watching.start()
        for count in (1, 5, 9):
            until(lambda n=count: len(watching.did) >= n, watching, saw=lambda: watching.told)  # type: ignore[misc]
            with psycopg.connect(server_address, autocommit=True) as connection:
                connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
        until(
            lambda: sum(page_states(store).values()) == PAGES and "new" not in page_states(store),
            watching,
            saw=lambda: f"{state_of(store)}\ntold: {watching.told}",
        )
        watching.end()
        assert page_states(store) == {"read": PAGES // 2, "skipped": PAGES - PAGES // 2}
        assert store.check() == []


def test_the_commands(server_address: str, site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    feeds = tmp_path / "feeds.toml"
    feeds.write_text(f'[[feed]]\nurl = "{site.urls[0].rpartition("/page/")[0]}/feed"\n')
    site.urls = site.urls[:2]
    for command in (["watch", str(feeds), "--once", "--allow-private"], ["status"]):
        with pytest.raises(SystemExit) as ended:
            main([*command, "--calendar", server_address])
        assert ended.value.code == 0
    told = capsys.readouterr().out
    assert "queue: 0 waiting, 0 held by watchers" in told
    assert "pages named: 1 read, 1 skipped" in told
