"""What a watcher or a backfill tells of its work, as a line for a person or as JSON, one object a line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Literal

import msgspec

Kind = Literal["feed", "page", "piece", "websub", "calendar"]
Result = Literal["new", "unchanged", "read", "left", "closed", "failed", "given up", "stored", "subscribed", "pinged"]


class Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened to ``source``. ``words`` say it to a person; an event without is for machines alone.

    ``count`` is of pages (a feed's new ones, a piece's) or of engagements (a page's); ``seconds`` is what it took.
    """

    kind: Kind
    result: Result
    source: str
    words: str = ""
    count: int = 0
    seconds: float = 0.0

    @property
    def is_problem(self) -> bool:
        return self.result in ("failed", "given up")


Told = Callable[[Event], None]


def as_text(event: Event) -> str | None:
    """The line for a person; None where there is nothing to say."""
    return f"{event.source}: {event.words}" if event.words else None


def as_json(event: Event, now: datetime | None = None) -> str:
    """One JSON object: ``time`` (UTC), ``level`` (info or warning), and the event's own fields."""
    at = (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    row = {"time": at, "level": "warning" if event.is_problem else "info", **msgspec.to_builtins(event)}
    if "seconds" in row:
        row["seconds"] = round(row["seconds"], 4)
    return msgspec.json.encode(row).decode()
