"""Following feeds, with a site that behaves and one that does not."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from legation.batch import watch
from legation.batch.events import Event, Told, as_json, as_text
from legation.batch.metrics import Metrics
from legation.batch.watch import Watcher, feeds_of
from legation.errors import CalendarError, LegationError, UsageError
from legation.fetch import HttpFetcher, Limits
from legation.parse import default_parser
from legation.store import Store, open_calendar
from legation.store.feeds import Feed, begin_page, due_feed, due_pages, feed_lines
from legation.store.intake import latest_failures

NEWS = (
    "<html><head><title>Minister to visit China</title>{head}</head><body><article><p>BEIJING - The foreign minister of "
    "Norway, Anna Berg, will visit China next week for talks with Foreign Minister Wang Yi, the ministry in Beijing said "
    "on Tuesday. The visit was announced after a phone call between the two ministers.</p></article></body></html>"
)
SPORT = "<html><body><article><p>The home side won by three goals to one after a strong second half, and the trainer said that he had never seen such a match.</p></article></body></html>"


class Site:
    """Answers from ``pages``; counts what was asked, and honours conditional requests."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.feed_status = 200
        self.page_status = 200
        self.robots = ""
        self.items = ["/news", "/sport"]
        self.day = "Wed, 07 Jun 2023 10:00:00 GMT"
        self.head = ""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.asked.append(path)
        if path == "/robots.txt":
            return httpx.Response(200, text=self.robots)
        if path == "/feed":
            if request.headers.get("if-none-match") == '"1"' and self.feed_status == 200:
                return httpx.Response(304)
            items = "".join(
                f"<item><title>A</title><link>{i}</link><pubDate>{self.day}</pubDate></item>" for i in self.items
            )
            body = f'<rss version="2.0"><channel>{items}</channel></rss>'
            return httpx.Response(self.feed_status, headers={"etag": '"1"', "content-type": "text/xml"}, text=body)
        html = NEWS.format(head=self.head) if path.startswith("/news") else SPORT
        return httpx.Response(self.page_status, headers={"content-type": "text/html"}, text=html)


class Clock:
    def __init__(self) -> None:
        self.at = datetime(2023, 6, 7, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


FEED = Feed(url="https://news.example.org/feed")


def watcher(
    store: Store, site: Site, clock: Clock, feeds: list[Feed] | None = None, told: Told = lambda event: None
) -> Watcher:
    limits = Limits(pause_seconds=0.0, retries=0)
    http = HttpFetcher(limits=limits, transport=httpx.MockTransport(site))
    return Watcher(store, feeds or [FEED], http, default_parser(), now=clock, told=told)


def work(found: Watcher) -> None:
    while found.step():
        pass


def urls(store: Store) -> list[str | None]:
    return [page.url for page in store.pages(limit=100)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_calendar(str(tmp_path / "c.sqlite"))


def test_what_is_new_is_read_once(store: Store) -> None:
    site, clock = Site(), Clock()
    work(watcher(store, site, clock))
    assert urls(store) == ["https://news.example.org/news"]
    clock.at += timedelta(hours=1)
    work(watcher(store, site, clock))  # a second watcher, as after a crash
    assert site.asked.count("/news") == 1
    assert site.asked.count("/feed") == 2
    assert urls(store) == ["https://news.example.org/news"]


def test_a_feed_is_not_asked_before_it_is_due(store: Store) -> None:
    site, clock = Site(), Clock()
    work(watcher(store, site, clock))
    clock.at += timedelta(minutes=5)
    work(watcher(store, site, clock))
    assert site.asked.count("/feed") == 1


def test_a_failing_feed_is_asked_ever_more_rarely_and_told(store: Store) -> None:
    site, clock = Site(), Clock()
    site.feed_status = 500
    found = watcher(store, site, clock)
    for _ in range(12):
        work(found)
        clock.at += timedelta(minutes=30)
    assert 3 <= site.asked.count("/feed") <= 4
    assert latest_failures(store)[0].problem == "the site answered 500"
    assert "failing" in feed_lines(store)[0]


def test_robots_are_kept_to(store: Store) -> None:
    site, clock = Site(), Clock()
    site.robots = "User-agent: *\nDisallow: /news"
    work(watcher(store, site, clock))
    assert "/news" not in site.asked
    assert urls(store) == []


def test_a_page_that_fails_is_tried_again_and_then_given_up(store: Store) -> None:
    site, clock = Site(), Clock()
    site.page_status, site.items = 503, ["/news"]
    found = watcher(store, site, clock)
    for _ in range(30):
        work(found)
        clock.at += timedelta(minutes=20)
    assert site.asked.count("/news") == 4
    assert latest_failures(store)[0].problem == "the site answered 503"


DAYS = [
    ("the page says nothing: the feed's", "Wed, 07 Jun 2023 10:00:00 GMT", "", "2023-06-07"),
    ("a day to come is a lie", "Wed, 07 Jun 2034 10:00:00 GMT", "", None),
    (
        "the page's own wins",
        "Wed, 07 Jun 2023 10:00:00 GMT",
        '<meta property="article:published_time" content="2023-06-05">',
        "2023-06-05",
    ),
]


@pytest.mark.parametrize(("said", "head", "expected"), [d[1:] for d in DAYS], ids=[d[0] for d in DAYS])
def test_which_day_is_believed(store: Store, said: str, head: str, expected: str | None) -> None:
    site, clock = Site(), Clock()
    site.day, site.head, site.items = said, head, ["/news"]
    work(watcher(store, site, clock))
    (page,) = store.pages(limit=10)
    assert (page.published.isoformat() if page.published else None) == expected


def test_events_and_figures(store: Store) -> None:
    site, clock = Site(), Clock()
    site.items = ["/news", "/sport", "/news/gone"]
    with Metrics(store, 0) as metrics:
        heard: list[Event] = []

        def told(event: Event) -> None:
            heard.append(event)
            metrics(event)

        found = watcher(store, site, clock, told=told)
        work(found)
        site.feed_status = 500
        clock.at += timedelta(hours=1)
        work(found)
        answer = httpx.get(f"http://127.0.0.1:{metrics.port}/metrics", trust_env=False)
    assert [(e.kind, e.result) for e in heard] == [
        ("feed", "new"),
        ("page", "read"),
        ("page", "read"),
        ("page", "left"),
        ("feed", "failed"),
    ]
    assert heard[0].count == 3
    lines = [json.loads(as_json(event, clock.at)) for event in heard]
    assert [line["level"] for line in lines] == ["info"] * 4 + ["warning"]
    assert lines[0]["time"] == "2023-06-07T13:00:00.000Z"
    assert as_text(heard[3]) is None
    samples = {
        (s.name, *s.labels.values()): s.value
        for family in text_string_to_metric_families(answer.text)
        for s in family.samples
    }
    assert samples["legation_feed_fetches_total", "new"] == 1
    assert samples["legation_feed_fetches_total", "failed"] == 1
    assert samples["legation_pages_total", "read"] == 2
    assert samples["legation_engagements_total",] == heard[1].count + heard[2].count > 0
    assert samples["legation_pages_named", "read"] == 2
    assert samples["legation_pages_named", "skipped"] == 1
    assert samples["legation_feed_failures", FEED.url] == 1
    assert samples["legation_feed_fresh_seconds", FEED.url] == datetime(2023, 6, 7, 12, tzinfo=UTC).timestamp()
    assert samples["legation_calendar_up",] == 1


def test_a_port_that_is_taken_is_one_clear_line(store: Store) -> None:
    with (
        Metrics(store, 0) as first,
        pytest.raises(UsageError, match="cannot listen") as caught,
        Metrics(store, first.port),
    ):
        pass
    assert "\n" not in str(caught.value)


FILES = [
    (
        "f.toml",
        'every_minutes = 5\n[[feed]]\nurl = "https://a.example/rss"\n[[feed]]\nurl = "https://b.example/s.xml"\nkind = "sitemap"\nevery_minutes = 60',
        2,
    ),
    ("f.opml", '<opml><body><outline xmlUrl="https://a.example/rss"/></body></opml>', 1),
    ("f.toml", "", None),
    ("f.toml", "[[feed]]\nname = 3", None),
    ("f.toml", '[[feed]]\nurl = "https://a.example/rss"\nkind = "telex"', None),
    ("f.toml", "not toml", None),
    ("f.opml", "not xml", None),
]


@pytest.mark.parametrize(("name", "content", "count"), FILES)
def test_feed_files(tmp_path: Path, name: str, content: str, count: int | None) -> None:
    path = tmp_path / name
    path.write_text(content)
    if count is None:
        with pytest.raises(LegationError) as caught:
            feeds_of(path)
        assert "\n" not in str(caught.value)
    else:
        assert len(feeds_of(path)) == count


def test_a_page_that_hangs_is_given_up_in_time_and_tried_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(*_: object, **__: object) -> None:
        while True:
            pass

    monkeypatch.setattr(watch, "through", hangs)
    site, clock = Site(), Clock()
    site.items = ["/news"]
    limits = Limits(pause_seconds=0.0, retries=0)
    http = HttpFetcher(limits=limits, transport=httpx.MockTransport(site))
    work(Watcher(store, [FEED], http, default_parser(), now=clock, page_seconds=0.3))
    assert latest_failures(store)[0].problem == "not read within 0.3 seconds"
    monkeypatch.undo()
    clock.at += timedelta(hours=1)
    work(watcher(store, site, clock))
    assert urls(store) == ["https://news.example.org/news"]


def test_a_page_that_ends_its_watchers_is_left(store: Store) -> None:
    site, clock = Site(), Clock()
    site.items = ["/news/deadly", "/news"]
    first = watcher(store, site, clock)
    first._fetch(FEED)
    for _ in range(4):  # begun, and never ended
        (page,) = [p for p in due_pages(store, clock(), 9) if p.url.endswith("/deadly")]
        begin_page(store, page)
    work(watcher(store, site, clock))
    assert "/news/deadly" not in site.asked
    assert latest_failures(store)[0].problem == "given up: reading it ended its watcher 4 times"
    assert urls(store) == ["https://news.example.org/news"]


def test_a_calendar_out_of_reach_is_waited_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    site, clock, heard = Site(), Clock(), []
    found = watcher(store, site, clock, told=heard.append)
    failing = iter([True, True])

    def due(*arguments: Any) -> Feed | None:
        if next(failing, False):
            raise CalendarError("the calendar is away")
        return due_feed(*arguments)

    waits: list[float] = []
    monkeypatch.setattr(watch, "due_feed", due)
    monkeypatch.setattr(
        found._stop, "wait", lambda seconds: waits.append(seconds) or (len(waits) > 2 and found._stop.set())
    )
    found.run()
    assert waits == [1.0, 2.0, 5.0]
    assert [e.kind for e in heard[:3]] == ["calendar", "calendar", "feed"]
    assert urls(store) == ["https://news.example.org/news"]
