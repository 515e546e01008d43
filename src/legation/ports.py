"""What the pipeline needs from outside, as protocols. Layer 1: adapters live in layer 4, fakes beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Protocol

from legation.records import Annotation, Article, Page


class Fetcher(Protocol):
    """Brings a page by its address."""

    def page(self, url: str) -> Page:
        """The page at ``url``; raises SourceError with one clear line where it cannot be had."""
        ...


class Parser(Protocol):
    """Annotates final text with tokens, grammar and named spans."""

    @property
    def model(self) -> str:
        """Name and version of what parses, for the record's stamp."""
        ...

    def annotate(self, article: Article) -> Annotation: ...

    def outline(self, article: Article) -> Annotation:
        """As ``annotate``, but for named spans: cheaper, to learn whether there is anything to read."""
        ...

    def annotate_many(self, articles: Iterable[Article]) -> Iterator[Annotation]: ...


class Clock(Protocol):
    """Tells the time; only layer 4 and above have one."""

    def now(self) -> datetime:
        """The present moment, in UTC, with its time zone."""
        ...
