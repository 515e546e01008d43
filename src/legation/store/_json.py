"""Records to and from the JSON that the tables keep."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def text_of(value: Any) -> str:
    """JSON text of a record; the same bytes for the same value."""
    return msgspec.json.encode(value).decode()


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)


def read(text: str, kind: type[T]) -> T:
    """The record that ``text`` holds. Raises msgspec.DecodeError where it holds none."""
    decoder: msgspec.json.Decoder[T] = _decoder(kind)  # type: ignore[arg-type]
    return decoder.decode(text)


def moment(value: datetime) -> str:
    """A moment as text that compares as it reads: UTC, microseconds."""
    if value.tzinfo is None:
        value = value.replace(tzinfo=UTC)
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")


@lru_cache(maxsize=4096)
def as_moment(text: str) -> datetime:
    return datetime.fromisoformat(text + "+00:00")


def day(value: date | None) -> str | None:
    return value.isoformat() if value is not None else None


@lru_cache(maxsize=65536)
def as_day(text: str) -> date:
    return date.fromisoformat(text)


@lru_cache(maxsize=4096)
def as_texts(text: str) -> tuple[str, ...]:
    """A list of texts, such as the outlets of an engagement; many have the same."""
    return read(text, tuple[str, ...])
