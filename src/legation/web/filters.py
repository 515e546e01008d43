"""A filter out of an address's query, or a clear word on what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import get_args

import msgspec
from msgspec.structs import replace
from starlette.datastructures import QueryParams

from legation.errors import UsageError
from legation.records import EngagementKind, Filter, Standing
from legation.rules.regions import regions

STANDINGS: tuple[str, ...] = get_args(Standing)
KINDS: tuple[str, ...] = get_args(EngagementKind)
# Longer input is nobody's question.
_LONGEST = 200
_MOST = 12


def parse(query: QueryParams) -> Filter:
    """The filter that ``urls.query_of`` wrote. Empty values count as not given.

    Raises UsageError for a day that is none, an unknown region, status or kind, and anything unreasonably long.
    """
    statuses = _several(query, "status", STANDINGS)
    kinds = _several(query, "kind", KINDS)
    undated = _one(query, "undated")
    if undated not in (None, "yes", "no"):
        raise UsageError(f"undated={undated}: must be yes or no")
    raw = {
        "countries": tuple(_code(v) for v in _several(query, "country")),
        "regions": _several(query, "region", tuple(regions())),
        "people": _several(query, "person"),
        "since": _day(query, "since"),
        "until": _day(query, "until"),
        "statuses": statuses,
        "kinds": kinds,
        "undated": None if undated is None else undated == "yes",
        "changed_since": _moment(query, "changed_since"),
        "text": _one(query, "q"),
    }
    return msgspec.convert(raw, Filter)


def without(wanted: Filter, field: str, value: str | None = None) -> Filter:
    """The filter with one condition (or one value of it) taken away."""
    current = getattr(wanted, field)
    if isinstance(current, tuple) and value is not None:
        return replace(wanted, **{field: tuple(v for v in current if v != value)})
    return replace(wanted, **{field: () if isinstance(current, tuple) else None})


def with_value(wanted: Filter, field: str, value: str) -> Filter:
    """The filter with one more value, once."""
    return replace(wanted, **{field: tuple(dict.fromkeys((*getattr(wanted, field), value)))})


def _several(query: QueryParams, name: str, allowed: Sequence[str] | None = None) -> tuple[str, ...]:
    values = tuple(dict.fromkeys(_checked(name, v) for v in query.getlist(name) if v.strip()))
    if len(values) > _MOST:
        raise UsageError(f"{name}: {len(values)} values are too many; at most {_MOST}")
    for value in values:
        if allowed is not None and value not in allowed:
            raise UsageError(f"{name}={value}: must be one of {', '.join(allowed)}")
    return values


def _one(query: QueryParams, name: str) -> str | None:
    value = query.get(name)
    return _checked(name, value) if value and value.strip() else None


def _checked(name: str, value: str) -> str:
    text = value.strip()
    if len(text) > _LONGEST:
        raise UsageError(f"{name}: longer than {_LONGEST} characters")
    if not text.isprintable():
        raise UsageError(f"{name}: holds characters that cannot be printed")
    return text


def _code(value: str) -> str:
    """A country's code or a body's short name; codes are written in capitals."""
    return value.upper() if len(value) == 2 else value


def _day(query: QueryParams, name: str) -> date | None:
    value = _one(query, name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise UsageError(f"{name}={value}: must be a day written as 2031-05-20") from None


def _moment(query: QueryParams, name: str) -> datetime | None:
    value = _one(query, name)
    try:
        # A plus sign that was not quoted arrives as a space.
        found = datetime.fromisoformat(value.replace(" ", "+")) if value else None
    except ValueError:
        raise UsageError(f"{name}={value}: must be a moment written as 2031-05-20T09:30:00Z") from None
    return found.replace(tzinfo=UTC) if found is not None and found.tzinfo is None else found
