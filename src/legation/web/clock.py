"""The clock that tells the real time. Tests have their own."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """``ports.Clock`` on this machine's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)
