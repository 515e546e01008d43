"""Pages over HTTP: polite to sites, bounded in size and time, and closed to private networks by default."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

import httpx
import msgspec

from legation._version import VERSION
from legation.errors import SourceError
from legation.fetch._addresses import resolve
from legation.read.decode import decode
from legation.records import Page

USER_AGENT = f"Legation/{VERSION} (reads news pages for a diplomatic calendar)"
_HTML = ("text/html", "application/xhtml+xml")
_RETRIED = (429, 502, 503, 504)


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What a fetch may cost: bytes after decompression, seconds in all, seconds for one answer, redirects, the pause
    between two requests to one host, and how often and how long a busy site is waited for."""

    size: int = 20_000_000
    total_seconds: float = 60.0
    answer_seconds: float = 15.0
    redirects: int = 5
    pause_seconds: float = 1.0
    retries: int = 1
    longest_wait: float = 10.0


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a site answered: where redirects ended, the status, the headers in lower case, the body."""

    url: str
    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        for part in self.headers.get("content-type", "").split(";")[1:]:
            name, _, value = part.partition("=")
            if name.strip().lower() == "charset":
                return value.strip().strip("\"'") or None
        return None


class HttpFetcher:
    """The Fetcher port over HTTP. One fetcher keeps its connections and its pauses; use it as a context manager.

    ``allows_private`` opens loopback, private and link-local addresses, for intranets and tests. ``transport`` replaces
    the network. ``sleep`` and ``monotonic`` are time, for tests.
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        allows_private: bool = False,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits or Limits()
        self._sleep, self._monotonic = sleep, monotonic
        self._next: dict[str, float] = {}
        self._client = httpx.Client(
            transport=transport or _GuardedTransport(allows_private=allows_private),
            headers={"User-Agent": USER_AGENT, "Accept": "text/html, text/plain;q=0.8, */*;q=0.1"},
            timeout=httpx.Timeout(self._limits.answer_seconds),
            follow_redirects=False,
            trust_env=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    @property
    def pause_seconds(self) -> float:
        """How long a site is left alone between two requests."""
        return self._limits.pause_seconds

    def close(self) -> None:
        """Closes the connections."""
        self._client.close()

    def page(self, url: str) -> Page:
        """The page at ``url``; SourceError where it cannot be had, is no page, or costs more than the limits."""
        answer = self.get(url)
        if answer.status != 200:
            raise SourceError(url, f"the site answered {answer.status}")
        kind = answer.media_type
        if kind and kind not in _HTML and not kind.startswith("text/"):
            raise SourceError(url, f"not a page: {kind}")
        text = decode(answer.content, source=url, charset=answer.charset)
        return Page(source=url, text=text, media_type="html" if kind in _HTML else None, url=answer.url)

    def get(self, url: str, *, headers: dict[str, str] | None = None) -> Answer:
        """What the site answers, redirects followed; a busy site is asked again within the limits."""
        deadline = self._monotonic() + self._limits.total_seconds
        for attempt in range(self._limits.retries + 1):
            answer = self._follow(url, headers or {}, deadline)
            wait = _wait(answer, self._limits.longest_wait)
            if answer.status not in _RETRIED or attempt == self._limits.retries or wait is None:
                break
            self._sleep(wait)
        return answer

    def post(self, url: str, form: dict[str, str]) -> Answer:
        """What the site answers to a form; no redirect is followed. Raises SourceError as ``get`` does."""
        return self._once(url, url, {}, self._monotonic() + self._limits.total_seconds, form=form)

    def _follow(self, url: str, headers: dict[str, str], deadline: float) -> Answer:
        where = url
        for _ in range(self._limits.redirects + 1):
            answer = self._once(where, url, headers, deadline)
            target = answer.headers.get("location")
            if answer.status not in (301, 302, 303, 307, 308) or not target:
                return answer
            try:
                where = str(httpx.URL(where).join(target))
            except (httpx.InvalidURL, ValueError) as error:
                raise SourceError(url, "redirects to an address that is none") from error
        raise SourceError(url, f"redirects more than {self._limits.redirects} times")

    def _once(
        self, where: str, url: str, headers: dict[str, str], deadline: float, form: dict[str, str] | None = None
    ) -> Answer:
        host = _host(where, url)
        self._wait_for(host)
        try:
            with self._client.stream("POST" if form else "GET", where, headers=headers, data=form) as response:
                content = self._body(response, url, deadline)
                return Answer(
                    url=where,
                    status=response.status_code,
                    headers={name.lower(): value for name, value in response.headers.items()},
                    content=content,
                )
        except httpx.TimeoutException as error:
            raise SourceError(url, f"no answer within {self._limits.answer_seconds:g} seconds") from error
        except httpx.DecodingError as error:
            raise SourceError(url, "the answer cannot be decompressed") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise SourceError(url, f"unreachable: {str(error) or type(error).__name__}") from error
        finally:
            self._next[host] = self._monotonic() + self._limits.pause_seconds

    def _body(self, response: httpx.Response, url: str, deadline: float) -> bytes:
        largest = self._limits.size
        declared = response.headers.get("content-length", "")
        if declared.isdigit() and int(declared) > largest:
            raise SourceError(url, f"refused: {int(declared) / 1e6:,.0f} MB, at most {largest / 1e6:,.0f} MB are read")
        received = bytearray()
        for chunk in response.iter_bytes():
            received += chunk
            if len(received) > largest:
                raise SourceError(url, f"refused: more than {largest / 1e6:,.0f} MB")
            if self._monotonic() > deadline:
                raise SourceError(url, f"not complete after {self._limits.total_seconds:g} seconds")
        return bytes(received)

    def _wait_for(self, host: str) -> None:
        pause = self._next.get(host, 0.0) - self._monotonic()
        if pause > 0:
            self._sleep(pause)


class _GuardedTransport(httpx.BaseTransport):
    """Resolves each host itself, refuses what is not public, and connects to exactly what it checked."""

    def __init__(self, *, allows_private: bool) -> None:
        self._allows_private = allows_private
        self._inner = httpx.HTTPTransport(http2=False, retries=0)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        addresses = resolve(host, port, source=str(request.url), allows_private=self._allows_private)
        for i, address in enumerate(addresses):
            pinned = httpx.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=request.headers,
                stream=request.stream,
                extensions={**request.extensions, "sni_hostname": host},
            )
            try:
                return self._inner.handle_request(pinned)
            except httpx.ConnectError:
                if i + 1 == len(addresses):
                    raise
        raise httpx.ConnectError(f"{host} has no address")

    def close(self) -> None:
        self._inner.close()


def _host(where: str, url: str) -> str:
    try:
        parsed = httpx.URL(where)
    except (httpx.InvalidURL, ValueError) as error:
        raise SourceError(url, "not an address") from error
    if parsed.scheme not in ("http", "https"):
        raise SourceError(url, f"refused: only http and https are fetched, not {parsed.scheme or 'this'}")
    if not parsed.host:
        raise SourceError(url, "not an address: it names no host")
    return parsed.host


def _wait(answer: Answer, longest: float) -> float | None:
    """Seconds the site asks to be left alone, one where it does not say; None where it asks for too long."""
    said = answer.headers.get("retry-after", "").strip()
    seconds = float(said) if said.isdigit() else 1.0
    return seconds if seconds <= longest else None
