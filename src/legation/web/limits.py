"""What a stranger may send: bodies up to a size, and tries up to a number in a time."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class BodyLimit:
    """ASGI middleware that answers 413 to a body over ``most`` bytes, whether its length was announced or not."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        self.app = app
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = next((v for k, v in scope["headers"] if k == b"content-length"), b"0")
        if announced.isdigit() and int(announced) > self.most:
            await _refuse(send)
            return
        taken = 0

        async def limited() -> Message:
            nonlocal taken
            if taken > self.most:
                return {"type": "http.disconnect"}
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.most:
                # Raised where the route reads the body; the application makes a page of it.
                raise HTTPException(413)
            return message

        await self.app(scope, limited, send)


async def _refuse(send: Send) -> None:
    body = b"What was sent is larger than this desk takes.\n"
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 413, "headers": [*headers, (b"connection", b"close")]})
    await send({"type": "http.response.body", "body": body})


class RateLimit:
    """At most ``tries`` in ``seconds`` for each key (an address, an account). Kept in memory, bounded."""

    def __init__(
        self, tries: int, seconds: float, *, clock: Callable[[], float] = time.monotonic, most_keys: int = 10_000
    ) -> None:
        self.tries, self.seconds = tries, seconds
        self._clock = clock
        self._most_keys = most_keys
        self._lock = Lock()
        self._seen: OrderedDict[str, list[float]] = OrderedDict()

    def allows(self, key: str) -> bool:
        """Counts one try; False where there were too many."""
        now = self._clock()
        with self._lock:
            recent = [t for t in self._seen.pop(key, []) if now - t < self.seconds]
            allowed = len(recent) < self.tries
            self._seen[key] = [*recent, now] if allowed else recent
            while len(self._seen) > self._most_keys:
                self._seen.popitem(last=False)
        return allowed

    def forget(self, key: str) -> None:
        """Starts anew for ``key``, after a try that was right."""
        with self._lock:
            self._seen.pop(key, None)
