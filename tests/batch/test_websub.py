"""WebSub: a hub is asked, believed only where it signs, and asked again before its lease ends."""

from __future__ import annotations

import hashlib
import hmac
import http.client
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from legation.batch.watch import Watcher
from legation.batch.websub import LEASE_SECONDS, Hubs
from legation.errors import UsageError
from legation.fetch import HttpFetcher, Limits
from legation.fetch.feeds import hub_of
from legation.parse import default_parser
from legation.store import Store, open_calendar
from legation.store.feeds import Feed, feed_lines, feed_states

FEED = Feed(url="https://news.example.org/feed")
NAMED = [
    ("Atom", b'<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://hub.example/"/>'
             b'<link rel="self" href="https://news.example.org/a"/></feed>', "", "https://news.example.org/a"),
    ("RSS", b'<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><atom:link rel="hub" href="https://hub.example/"/>'
            b"</channel></rss>", "", FEED.url),
    ("JSON", b'{"hubs": [{"type": "WebSub", "url": "https://hub.example/"}], "feed_url": "/a"}', "",
     "https://news.example.org/a"),
    ("a header", b"<rss/>", '<https://hub.example/>; rel="hub", </a>; rel=self', "https://news.example.org/a"),
    ("none", b"<rss/>", '</x>; rel="next"', None),
    ("no address", b"<rss/>", '<javascript:1>; rel="hub"', None),
    ("broken", b'{"hubs": 3}', "", None),
]  # fmt: skip


@pytest.mark.parametrize(("content", "link", "topic"), [n[1:] for n in NAMED], ids=[n[0] for n in NAMED])
def test_the_hub_that_a_feed_names(content: bytes, link: str, topic: str | None) -> None:
    found = hub_of(content, {"link": link}, url=FEED.url)
    assert found == (("https://hub.example/", topic) if topic else None)


class World:
    """A site and its hub; and the test's clock."""

    def __init__(self, store: Store, hubs: Hubs) -> None:
        self.forms: list[dict[str, str]] = []
        self.fetched = 0
        self.at = datetime(2023, 6, 7, 12, tzinfo=UTC)
        self.hubs = hubs
        fetcher = HttpFetcher(limits=Limits(pause_seconds=0.0, retries=0), transport=httpx.MockTransport(self))
        self.watcher = Watcher(store, [FEED], fetcher, default_parser(), now=lambda: self.at, hubs=hubs)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.host == "hub.example":
            self.forms.append({k: v[0] for k, v in parse_qs(request.content.decode()).items()})
            return httpx.Response(202)
        if request.url.path != "/feed":
            return httpx.Response(404)
        self.fetched += 1
        return httpx.Response(200, headers={"link": '<https://hub.example/>; rel="hub"'}, text='<rss version="2.0"/>')

    def work(self) -> None:
        while self.watcher.step():
            pass

    def here(self, form: dict[str, str]) -> str:
        return f"http://127.0.0.1:{self.hubs.port}{urlsplit(form['hub.callback']).path}"

    def verify(self, form: dict[str, str], **other: str) -> httpx.Response:
        asked = {
            "hub.mode": "subscribe",
            "hub.topic": form["hub.topic"],
            "hub.challenge": "c4",
            "hub.lease_seconds": "864000",
        }
        return httpx.get(self.here(form), params={**asked, **other}, trust_env=False)

    def ping(self, form: dict[str, str], secret: str) -> httpx.Response:
        signed = hmac.new(secret.encode(), b"<rss/>", hashlib.sha256).hexdigest()
        headers = {"X-Hub-Signature": f"sha256={signed}"}
        return httpx.post(self.here(form), content=b"<rss/>", headers=headers, trust_env=False)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_calendar(str(tmp_path / "c.sqlite")) as opened:
        yield opened


@pytest.fixture
def world(store: Store) -> Iterator[World]:
    with Hubs("https://watch.example.org/hub", 0) as hubs:
        yield World(store, hubs)


def test_a_hub_is_asked_and_its_news_fetched_at_once(world: World, store: Store) -> None:
    world.work()
    (form,) = world.forms
    assert form["hub.callback"].startswith("https://watch.example.org/hub/")
    assert (form["hub.topic"], form["hub.lease_seconds"]) == (FEED.url, str(LEASE_SECONDS))
    assert (world.verify(form).status_code, world.verify(form).text) == (200, "c4")
    world.work()
    assert "told by its hub until 2023-06-17" in feed_lines(store)[0]
    fetched = world.fetched
    assert world.ping(form, form["hub.secret"]).status_code == 202
    world.work()
    assert world.fetched == fetched + 1
    world.at += timedelta(minutes=30)  # told by its hub, it is not asked after fifteen minutes
    world.work()
    assert world.fetched == fetched + 1
    assert len(world.forms) == 1


def test_what_is_not_signed_or_not_asked_for_is_let_fall(world: World) -> None:
    world.work()
    (form,) = world.forms
    assert world.verify(form, **{"hub.topic": "https://other.example/feed"}).status_code == 404
    assert world.verify(form, **{"hub.mode": "unsubscribe"}).status_code == 404
    fetched = world.fetched
    assert world.ping(form, "a guess").status_code == 202  # as the standard wants it: the guesser learns nothing
    world.work()
    assert world.fetched == fetched
    assert world.ping({**form, "hub.callback": "https://watch.example.org/hub/nobody"}, "x").status_code == 410
    connection = http.client.HTTPConnection("127.0.0.1", world.hubs.port, timeout=10)
    connection.request("POST", urlsplit(world.here(form)).path, headers={"Content-Length": "9" * 9})
    assert connection.getresponse().status == 413
    connection.close()


def test_a_lease_is_renewed_under_the_same_secret_also_by_the_next_watcher(world: World, store: Store) -> None:
    world.work()
    world.verify(world.forms[0])
    world.work()
    world.at += timedelta(days=9, hours=1)
    world.work()
    assert world.forms[1] == world.forms[0]
    with Hubs("https://watch.example.org/hub", 0) as hubs:
        after = World(store, hubs)
        assert after.verify(world.forms[0]).status_code == 200
    ((feed, _),) = feed_states(store)
    assert feed.secret == world.forms[0]["hub.secret"]


@pytest.mark.parametrize("callback", ["ftp://watch.example.org", "watch.example.org", ""])
def test_a_callback_that_is_none(callback: str) -> None:
    with pytest.raises(UsageError, match="not an http"):
        Hubs(callback, 0)
