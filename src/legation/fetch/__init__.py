"""Brings pages: over HTTP (``HttpFetcher``), from files and JSON lines (``sources``), from memory (``FakeFetcher``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from legation.fetch._fake import FakeFetcher

if TYPE_CHECKING:
    from legation.fetch._http import HttpFetcher, Limits

__all__ = ["FakeFetcher", "HttpFetcher", "Limits"]


def __getattr__(name: str) -> Any:
    # Loaded when asked for: reading files needs no HTTP client.
    if name in ("HttpFetcher", "Limits"):
        from legation.fetch import _http

        return getattr(_http, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
