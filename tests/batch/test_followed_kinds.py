"""All that can be followed, from a server on this machine: every kind names its pages, is asked again under conditions
only, and one sitemap of an index that fails is listed and costs no other."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from crawl_pages import DIPLOMATIC, html
from legation.batch.watch import Watcher, feeds_of
from legation.fetch import HttpFetcher, Limits
from legation.parse import default_parser
from legation.store import open_calendar
from legation.store.intake import latest_failures

DAY = "Wed, 07 Jun 2023 10:00:00 GMT"
XML = '<?xml version="1.0"?>'
SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def index(*names: str) -> str:
    inner = "".join(f"<sitemap><loc>HERE/{name}</loc></sitemap>" for name in names)
    return f"{XML}<sitemapindex {SITEMAP}>{inner}</sitemapindex>"


def sitemap(path: str) -> str:
    news = "<news:news><news:publication_date>2023-06-07</news:publication_date><news:title>A visit</news:title></news:news>"
    return f"{XML}<urlset {SITEMAP} {NEWS}><url><loc>HERE{path}</loc>{news}</url></urlset>"


FOLLOWED = {
    "/rss": f'{XML}<rss version="2.0"><channel><item><link>/from/rss</link></item></channel></rss>',
    "/atom": f'{XML}<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/from/atom"/></entry></feed>',
    "/json": json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "HERE/from/json"}]}
    ),
    "/sitemap": sitemap("/from/sitemap"),
    "/index": index("gone", "closed", "inner"),
    "/inner": sitemap("/from/index"),
    "/barred": index("barred/inner", "inner"),
    "/front": '<html><body><nav><a href="/about">About</a></nav><article><a href="/from/2023/06/07/the-minister-visits-china-for-talks">'
    "The minister visits China for talks</a></article></body></html>",
}
CASES = [
    ("feed", "/rss", ["/from/rss"], []),
    ("feed", "/atom", ["/from/atom"], []),
    ("feed", "/json", ["/from/json"], []),
    ("sitemap", "/sitemap", ["/from/sitemap"], []),
    ("sitemap", "/index", ["/from/index"], [("/closed", "the site answered 404")]),
    ("sitemap", "/barred", ["/from/index"], [("/barred/inner", "refused: robots.txt closes it")]),
    ("page", "/front", ["/from/2023/06/07/the-minister-visits-china-for-talks"], []),
]


class Site(BaseHTTPRequestHandler):
    asked: Counter[str]
    unchanged: Counter[str]

    def do_GET(self) -> None:
        self.asked[self.path] += 1
        if self.path in FOLLOWED and self.headers.get("If-Modified-Since") == DAY:
            self.unchanged[self.path] += 1
            self.send_response(304)
            self.end_headers()
            return
        host = f"http://{self.headers['Host']}"
        status, kind, body = 200, "text/html; charset=utf-8", html("A visit", DIPLOMATIC, f"Report {self.path}.")
        if self.path == "/robots.txt":
            body = b"User-agent: *\nDisallow: /barred/"
        elif self.path in FOLLOWED:
            kind = "application/json" if self.path == "/json" else "text/html" if self.path == "/front" else "text/xml"
            body = FOLLOWED[self.path].replace("HERE", host).encode()
        elif not self.path.startswith("/from/"):
            status = 404
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Last-Modified", DAY)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[tuple[str, type[Site]]]:
    handler = type("Asked", (Site,), {"asked": Counter(), "unchanged": Counter()})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", handler
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(("kind", "path", "found", "failed"), CASES, ids=[c[1] for c in CASES])
def test_what_can_be_followed(
    tmp_path: Path,
    site: tuple[str, type[Site]],
    kind: str,
    path: str,
    found: list[str],
    failed: list[tuple[str, str]],
) -> None:
    address, handler = site
    feeds = tmp_path / "feeds.toml"
    feeds.write_text(f'[[feed]]\nurl = "{address}{path}"\nkind = "{kind}"\n')
    start = datetime(2023, 6, 7, 12, tzinfo=UTC)
    with open_calendar(str(tmp_path / "c.sqlite")) as store:
        for day in range(2):
            limits = Limits(pause_seconds=0.0)
            with HttpFetcher(limits=limits, allows_private=True) as http:
                watcher = Watcher(
                    store, feeds_of(feeds), http, default_parser(), now=lambda day=day: start + timedelta(days=day)
                )
                watcher.finish()
        assert sorted(p.url or "" for p in store.pages(limit=100)) == [address + page for page in found]
        assert [(f.source, f.problem) for f in latest_failures(store)] == [(address + p, words) for p, words in failed]
    assert {page: handler.asked[page] for page in found} == dict.fromkeys(found, 1)
    assert handler.unchanged[path] == 1
