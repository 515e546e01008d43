"""WebSub: a hub says when a feed has something new, so that it need not be asked (W3C Recommendation of 2018).

What a hub sends is taken as a hint only: once its signature is found right, the feed itself is fetched, under the same
limits as ever. Requests come in on a thread of their own, which changes nothing but the memory here; the watcher
takes what was heard between two steps, so that the calendar has one writer.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

import msgspec

from legation.errors import SourceError, UsageError
from legation.fetch._http import HttpFetcher

LARGEST = 5_000_000
"""Bytes of a hub's message; feeds are smaller."""

LEASE_SECONDS = 10 * 86_400
_LONGEST_LEASE = 90 * 86_400
_METHODS = ("sha256", "sha384", "sha512", "sha1")


class Subscription(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked of a hub for ``feed``: ``token`` is the secret part of the callback's address, ``secret`` signs."""

    feed: str
    hub: str
    topic: str
    token: str
    secret: str


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """What a hub said of ``feed``: a lease granted, for so many seconds, or that there is something new."""

    feed: str
    lease_seconds: int | None = None


class Hubs:
    """Listens on ``host``:``port`` (0: any free one) for hubs, which reach it at ``callback``, an address that a reverse
    proxy or a tunnel passes on. A context manager; raises UsageError where it cannot listen."""

    def __init__(self, callback: str, port: int, host: str = "127.0.0.1") -> None:
        if urlsplit(callback).scheme not in ("http", "https") or not urlsplit(callback).hostname:
            raise UsageError(f"--callback {callback}: not an http(s) address")
        self._callback, self._host, self.port = callback.rstrip("/"), host, port
        self._known: dict[str, Subscription] = {}
        self._heard: SimpleQueue[Heard] = SimpleQueue()

    def __enter__(self) -> Self:
        handler = type("Handler", (_Handler,), {"hubs": self})
        try:
            self._server = ThreadingHTTPServer((self._host, self.port), handler)
        except (OSError, OverflowError) as error:
            raise UsageError(f"--listen {self.port}: cannot listen there ({error})") from error
        self._server.daemon_threads = True
        self.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def know(self, subscription: Subscription) -> None:
        """Answers for a subscription from now on."""
        self._known[subscription.token] = subscription

    def subscribe(self, http: HttpFetcher, subscription: Subscription) -> None:
        """Asks the hub. Raises SourceError where it refuses; that it agrees is heard later."""
        self.know(subscription)
        form = {
            "hub.mode": "subscribe",
            "hub.topic": subscription.topic,
            "hub.callback": f"{self._callback}/{subscription.token}",
            "hub.secret": subscription.secret,
            "hub.lease_seconds": str(LEASE_SECONDS),
        }
        answer = http.post(subscription.hub, form)
        if not 200 <= answer.status < 300:
            raise SourceError(subscription.hub, f"the hub answered {answer.status}")

    def heard(self) -> list[Heard]:
        """What has been heard since the last call."""
        found = []
        while True:
            try:
                found.append(self._heard.get_nowait())
            except Empty:
                return found

    def verify(self, token: str, query: dict[str, list[str]]) -> str | None:
        """The challenge to send back where the hub asks about a subscription that is ours; None where it is not."""
        known = self._known.get(token)
        one = {name: values[0] for name, values in query.items()}
        if known is None or one.get("hub.topic") != known.topic or one.get("hub.mode") != "subscribe":
            return None
        lease = one.get("hub.lease_seconds", "")
        seconds = min(int(lease), _LONGEST_LEASE) if lease.isdecimal() and len(lease) < 12 else LEASE_SECONDS
        self._heard.put(Heard(feed=known.feed, lease_seconds=seconds))
        return one.get("hub.challenge", "")

    def knows(self, token: str) -> bool:
        """Whether a subscription goes by this token."""
        return token in self._known

    def take(self, token: str, body: bytes, signature: str) -> None:
        """A hub's message on a known subscription; one whose signature is wrong is let fall."""
        known = self._known[token]
        method, _, given = signature.partition("=")
        if method in _METHODS:
            right = hmac.new(known.secret.encode(), body, getattr(hashlib, method)).hexdigest()
            if hmac.compare_digest(right.encode(), given.strip().lower().encode()):
                self._heard.put(Heard(feed=known.feed))


def new_subscription(feed: str, hub: str, topic: str) -> Subscription:
    """A subscription under a token and a secret of its own."""
    return Subscription(feed=feed, hub=hub, topic=topic, token=secrets.token_urlsafe(24), secret=secrets.token_hex(32))


class _Handler(BaseHTTPRequestHandler):
    hubs: Hubs
    timeout = 20.0

    def do_GET(self) -> None:
        challenge = self.hubs.verify(self._token(), parse_qs(urlsplit(self.path).query))
        self._answer(404 if challenge is None else 200, (challenge or "").encode())

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not self.hubs.knows(self._token()):  # a stranger's message is not even read
            self._answer(410)
            return
        if not length.isdecimal() or int(length) > LARGEST:
            self._answer(413 if length.isdecimal() else 411)
            return
        body = self.rfile.read(int(length))
        self.hubs.take(self._token(), body, self.headers.get("X-Hub-Signature", ""))
        self._answer(202)

    def _token(self) -> str:
        return urlsplit(self.path).path.rpartition("/")[2]

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.close_connection = True
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: addresses here are secrets."""
