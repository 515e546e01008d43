"""Finished pages, kept until the calendar changes: what nobody has logged in for is the same for everyone.

A page depends on the calendar's edition, on the notes, on the day, on its address and on the reader's language, and on
nothing else as long as nobody is logged in. All but the edition stand in the request, so a kept page is sent without
asking the application.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from legation.errors import LegationError
from legation.web import urls
from legation.web.conditional import SHARED, is_known, own_path
from legation.web.language import locale_of

# Headers and bookkeeping of a kept page, about; its body is counted as it is.
_OVERHEAD = 1000
_LEVEL = 5
# A shorter body is not worth the reader's unpacking.
_WORTH_PACKING = 1000


class Kept(msgspec.Struct, frozen=True):
    """A finished answer. ``body`` is compressed with gzip where ``is_packed``."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    is_packed: bool


class PageCache:
    """Finished answers by key, the least lately asked for thrown out first. Safe among threads; memory is bounded.
    What another process has made is taken from the ``shelf`` that they share."""

    def __init__(self, most_bytes: int, shelf: Shelf | None = None) -> None:
        self._most = most_bytes
        self._held = 0
        self._pages: OrderedDict[str, Kept] = OrderedDict()
        self._lock = Lock()
        self._shelf = shelf

    def get(self, key: str) -> Kept | None:
        with self._lock:
            found = self._pages.get(key)
            if found is not None:
                self._pages.move_to_end(key)
                return found
        found = self._shelf.get(key) if self._shelf is not None else None
        if found is not None:
            self._hold(key, found)
        return found

    def put(self, key: str, page: Kept) -> None:
        if self._hold(key, page) and self._shelf is not None:
            self._shelf.put(key, page)

    def _hold(self, key: str, page: Kept) -> bool:
        # One page may not push out all others.
        if _size(page) > self._most // 8:
            return False
        with self._lock:
            if key not in self._pages:
                self._pages[key] = page
                self._held += _size(page)
            while self._held > self._most:
                _, dropped = self._pages.popitem(last=False)
                self._held -= _size(dropped)
        return True


class Shelf:
    """A folder in which the processes of one server find each other's finished answers. Each takes its own oldest away
    where it has put more than ``most_bytes`` there. A file that cannot be read or written is as if it were not there."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self._folder, self._most = folder, most_bytes
        self._own: OrderedDict[str, int] = OrderedDict()
        self._held = 0
        self._lock = Lock()

    def get(self, key: str) -> Kept | None:
        try:
            return msgspec.msgpack.decode((self._folder / _name(key)).read_bytes(), type=Kept)
        except (OSError, msgspec.DecodeError):
            return None

    def put(self, key: str, page: Kept) -> None:
        name = _name(key)
        unfinished = self._folder / f"{name}.{os.getpid()}"
        with suppress(OSError):
            unfinished.write_bytes(msgspec.msgpack.encode(page))
            unfinished.replace(self._folder / name)
        with self._lock:
            self._held += _size(page) - self._own.pop(name, 0)
            self._own[name] = _size(page)
            while self._held > self._most:
                oldest, size = self._own.popitem(last=False)
                self._held -= size
                with suppress(OSError):
                    (self._folder / oldest).unlink()


def _name(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _size(page: Kept) -> int:
    return len(page.body) + _OVERHEAD


class Edition:
    """A word that differs whenever anything that is shown does, asked for at most every ``seconds``."""

    def __init__(self, ask: Callable[[], str], seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._ask, self._seconds, self._clock = ask, seconds, clock
        self._known: tuple[float, str] | None = None

    def at_hand(self) -> str | None:
        """The word, where it was asked for lately enough."""
        known = self._known
        return known[1] if known is not None and self._clock() - known[0] < self._seconds else None

    def ask(self) -> str:
        """The word of this moment. Raises CalendarError where the calendar does not answer."""
        self.forget()
        asked = self._clock()
        word = self._ask()
        self._known = (asked, word)
        return word

    def forget(self) -> None:
        """Has it asked for anew: the calendar went away meanwhile."""
        self._known = None


class KeptPages:
    """ASGI middleware that answers from the cache and fills it. Only what the application says everybody may share is
    kept, and only for readers without a session or token."""

    def __init__(self, app: ASGIApp, cache: PageCache, edition: Edition, session_cookie: str) -> None:
        self.app, self.cache, self.edition = app, cache, edition
        self.session_cookie = session_cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._may_be_kept(scope):
            await self.app(scope, receive, send)
            return
        try:
            edition = self.edition.at_hand()
            if edition is None:
                edition = await run_in_threadpool(self.edition.ask)
        except LegationError:
            # The application says it in its own words.
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        given = request.headers
        key = "\0".join((edition, own_path(request), locale_of(given.get("accept-language"))))
        kept = self.cache.get(key)
        if kept is None:
            await self._fill(key, scope, receive, send)
            return
        headers = MutableHeaders(raw=list(kept.headers))
        if is_known(given, headers["etag"], headers["last-modified"]):
            del headers["content-length"], headers["content-type"]
            await _send(send, 304, headers, b"")
        else:
            await _send_kept(send, kept, headers, given)

    def _may_be_kept(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(f"{urls.STATIC}/"):
            return False
        headers = Headers(scope=scope)
        return "authorization" not in headers and f"{self.session_cookie}=" not in headers.get("cookie", "")

    async def _fill(self, key: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets the application answer, without compression of its own, and keeps what may be kept."""
        given = Headers(scope=scope)
        begun: Message | None = None
        parts: list[bytes] = []

        async def catch(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                if message["status"] == 200 and Headers(raw=message["headers"]).get("cache-control") == SHARED:
                    begun = message
                    return
                if message["status"] == 503:
                    self.edition.forget()
            elif begun is not None:
                parts.append(message.get("body", b""))
                if not message.get("more_body", False):
                    body = b"".join(parts)
                    is_packed = len(body) >= _WORTH_PACKING
                    packed = gzip.compress(body, _LEVEL, mtime=0) if is_packed else body
                    kept = Kept(tuple(begun["headers"]), packed, is_packed)
                    self.cache.put(key, kept)
                    await _send_kept(send, kept, MutableHeaders(raw=list(kept.headers)), given)
                return
            await send(message)

        plain = [(n, v) for n, v in scope["headers"] if n != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, catch)


async def _send_kept(send: Send, kept: Kept, headers: MutableHeaders, given: Headers) -> None:
    body = kept.body
    if kept.is_packed:
        if "gzip" in given.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
        else:
            body = gzip.decompress(body)
    headers["Content-Length"] = str(len(body))
    await _send(send, 200, headers, body)


async def _send(send: Send, status: int, headers: MutableHeaders, body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers.raw})
    await send({"type": "http.response.body", "body": body})
