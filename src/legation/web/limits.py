"""What a stranger may send: bodies up to a size, and tries up to a number in a time."""

from __future__ import annotations

import sqlite3
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
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
    """At most ``tries`` in ``seconds`` for each key (an address, an account), counted in memory, which is bounded. Where
    several processes answer, ``shared`` names a file in which they count together."""

    def __init__(
        self,
        tries: int,
        seconds: float,
        *,
        shared: Path | None = None,
        clock: Callable[[], float] = time.monotonic,  # one for all processes of a machine
        most_keys: int = 10_000,
    ) -> None:
        self.tries, self.seconds = tries, seconds
        self._clock = clock
        self._shared = shared
        self._most_keys = most_keys
        self._lock = Lock()
        self._seen: OrderedDict[str, list[float]] = OrderedDict()

    def allows(self, key: str) -> bool:
        """Counts one try; False where there were too many. A file that cannot be used is as if there were none."""
        now = self._clock()
        if self._shared is not None:
            with suppress(sqlite3.Error), self._counting() as db:
                db.execute("DELETE FROM tried WHERE at <= ?", [now - self.seconds])
                (recent,) = db.execute("SELECT count(*) FROM tried WHERE key = ?", [key]).fetchone()
                if recent < self.tries:
                    db.execute("INSERT INTO tried VALUES (?, ?)", [key, now])
                return bool(recent < self.tries)
        with self._lock:
            seen = [t for t in self._seen.pop(key, []) if now - t < self.seconds]
            allowed = len(seen) < self.tries
            self._seen[key] = [*seen, now] if allowed else seen
            while len(self._seen) > self._most_keys:
                self._seen.popitem(last=False)
        return allowed

    def forget(self, key: str) -> None:
        """Starts anew for ``key``, after a try that was right."""
        if self._shared is not None:
            with suppress(sqlite3.Error), self._counting() as db:
                db.execute("DELETE FROM tried WHERE key = ?", [key])
        with self._lock:
            self._seen.pop(key, None)

    @contextmanager
    def _counting(self) -> Iterator[sqlite3.Connection]:
        """The shared file, for one process at a time."""
        assert self._shared is not None
        with closing(sqlite3.connect(self._shared, isolation_level=None)) as db:
            db.execute("PRAGMA synchronous = OFF")  # it lives no longer than the processes
            db.execute("BEGIN IMMEDIATE")
            db.execute("CREATE TABLE IF NOT EXISTS tried (key TEXT, at REAL)")
            yield db
            db.execute("COMMIT")


def shared_count(folder: str | None, name: str) -> Path | None:
    """Where the processes that share ``folder`` count what is called ``name``; None where there is but one process."""
    return Path(folder) / f"tries-{name}.sqlite" if folder is not None else None
