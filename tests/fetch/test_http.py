"""HTTP: what is fetched, what is refused, and what a hostile or slow site can do."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from legation.errors import SourceError
from legation.fetch import HttpFetcher, Limits
from legation.fetch._addresses import is_public

QUICK = Limits(pause_seconds=0.0, answer_seconds=2.0, total_seconds=3.0, size=1_000_000)
HTML = b"<html><body><p>The minister will travel.</p></body></html>"
Answer = Callable[[httpx.Request], httpx.Response]


def fetcher(answer: Answer, **options: Any) -> HttpFetcher:
    return HttpFetcher(limits=options.pop("limits", QUICK), transport=httpx.MockTransport(answer), **options)


def test_a_page() -> None:
    with fetcher(lambda r: httpx.Response(200, headers={"content-type": "text/html"}, content=HTML)) as http:
        page = http.page("https://example.org/a")
    assert (page.url, page.media_type, page.text) == ("https://example.org/a", "html", HTML.decode())


def test_the_declared_charset_is_used() -> None:
    body = "<p>Curaçao – “Müller”</p>"
    kind = {"content-type": 'text/html; charset="windows-1252"'}
    with fetcher(lambda r: httpx.Response(200, headers=kind, content=body.encode("windows-1252"))) as http:
        assert http.page("https://example.org/").text == body


def test_redirects_are_followed_and_named() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/a":
            return httpx.Response(301, headers={"location": "/b"})
        return httpx.Response(200, content=HTML)

    with fetcher(answer) as http:
        assert http.page("https://example.org/a").url == "https://example.org/b"


REFUSED: list[tuple[str, Answer, str]] = [
    ("missing", lambda r: httpx.Response(404), "the site answered 404"),
    ("broken", lambda r: httpx.Response(500), "the site answered 500"),
    ("a picture", lambda r: httpx.Response(200, headers={"content-type": "image/png"}, content=b"\x89PNG"), "not a page: image/png"),
    ("for ever elsewhere", lambda r: httpx.Response(302, headers={"location": str(r.url) + "x"}), "redirects more than 5 times"),
    ("to a file", lambda r: httpx.Response(302, headers={"location": "file:///etc/passwd"}), "refused: only http and https are fetched, not file"),
    ("declared large", lambda r: httpx.Response(200, headers={"content-length": "10000000000"}), "refused: 10,000 MB, at most 1 MB are read"),
    ("large", lambda r: httpx.Response(200, content=b"a" * 2_000_000), "refused: 2 MB, at most 1 MB are read"),
    ("a bomb", lambda r: httpx.Response(200, headers={"content-encoding": "gzip"}, content=gzip.compress(b"a" * 5_000_000)), "refused: more than 1 MB"),
    ("not gzip", lambda r: httpx.Response(200, headers={"content-encoding": "gzip"}, content=b"abc"), "the answer cannot be decompressed"),
    ("empty", lambda r: httpx.Response(200, content=b""), "empty: there is nothing to read"),
]  # fmt: skip


@pytest.mark.parametrize(("answer", "problem"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_refused_with_one_line(answer: Answer, problem: str) -> None:
    with fetcher(answer) as http, pytest.raises(SourceError) as caught:
        http.page("https://example.org/")
    assert caught.value.problem == problem


def test_a_busy_site_is_waited_for_once() -> None:
    waits: list[float] = []
    answers = iter([httpx.Response(429, headers={"retry-after": "3"}), httpx.Response(200, content=HTML)])
    with fetcher(lambda r: next(answers), sleep=waits.append) as http:
        assert http.page("https://example.org/").text
    assert waits == [3.0]


def test_a_site_that_asks_for_an_hour_is_left_alone() -> None:
    waits: list[float] = []
    with (
        fetcher(lambda r: httpx.Response(503, headers={"retry-after": "3600"}), sleep=waits.append) as http,
        pytest.raises(SourceError, match="answered 503"),
    ):
        http.page("https://example.org/")
    assert waits == []


def test_one_host_is_not_asked_in_a_hurry() -> None:
    waits: list[float] = []
    limits = Limits(pause_seconds=2.0)
    answer = lambda r: httpx.Response(200, content=HTML)  # noqa: E731
    with fetcher(answer, limits=limits, sleep=waits.append, monotonic=lambda: 100.0) as http:
        http.page("https://a.example/1")
        http.page("https://b.example/1")
        http.page("https://a.example/2")
    assert waits == [2.0]


ADDRESSES = [
    ("127.0.0.1", False), ("10.1.2.3", False), ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False),
    ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("255.255.255.255", False), ("192.0.2.1", False),
    ("::1", False), ("::", False), ("fe80::1%eth0", False), ("fc00::1", False), ("::ffff:127.0.0.1", False),
    ("64:ff9b::7f00:1", False), ("2002:7f00:1::", False), ("ff02::1", False),
    ("93.184.215.14", True), ("8.8.8.8", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True), ("::ffff:8.8.8.8", True),
]  # fmt: skip


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_which_addresses_are_public(address: str, expected: bool) -> None:
    assert is_public(address) is expected


PRIVATE = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://[::1]/",
    "http://0.0.0.0/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://169.254.169.254/latest/meta-data/",
]


@pytest.mark.parametrize("url", PRIVATE)
def test_private_addresses_are_refused_by_default(url: str) -> None:
    with HttpFetcher(limits=QUICK) as http, pytest.raises(SourceError, match=r"refused|unreachable"):
        http.page(url)


def test_a_name_for_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.8", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: answer)
    with HttpFetcher(limits=QUICK) as http, pytest.raises(SourceError) as caught:
        http.page("http://news.example.org/")
    assert caught.value.problem == "refused: news.example.org is at 10.0.0.8, which is not a public address"


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/drip":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(100):
                    self.wfile.write(b"a")
                    self.wfile.flush()
                    stop.wait(0.2)
            except OSError:
                pass
            return
        if self.path == "/silent":
            stop.wait(5)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(HTML + self.headers["Host"].encode())

    def log_message(self, *_: object) -> None:
        pass


stop = threading.Event()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    stop.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"localhost:{server.server_port}"
    stop.set()
    server.shutdown()


def test_a_private_site_may_be_allowed_and_sees_its_own_name(site: str) -> None:
    with HttpFetcher(limits=QUICK, allows_private=True) as http:
        page = http.page(f"http://{site}/")
    assert page.text is not None
    assert site in page.text


SLOW = [("/silent", "no answer within 0.5 seconds"), ("/drip", "not complete after 1 seconds")]


@pytest.mark.parametrize(("path", "problem"), SLOW)
def test_a_slow_site_is_given_up(site: str, path: str, problem: str) -> None:
    limits = Limits(pause_seconds=0.0, answer_seconds=0.5, total_seconds=1.0)
    with HttpFetcher(limits=limits, allows_private=True) as http, pytest.raises(SourceError) as caught:
        http.page(f"http://{site}{path}")
    assert caught.value.problem == problem


def test_nobody_listening() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with HttpFetcher(limits=QUICK, allows_private=True) as http, pytest.raises(SourceError, match="unreachable"):
        http.page(f"http://127.0.0.1:{port}/")
