"""The Fetcher port without a network, for tests."""

from __future__ import annotations

from collections.abc import Mapping

from legation.errors import SourceError
from legation.records import Page


class FakeFetcher:
    """Answers from ``pages`` (address -> HTML or text, a Page, or the error to raise); anything else is unreachable."""

    def __init__(self, pages: Mapping[str, str | bytes | Page | SourceError]) -> None:
        self._pages = dict(pages)
        self.asked: list[str] = []

    def page(self, url: str) -> Page:
        self.asked.append(url)
        found = self._pages.get(url)
        if found is None:
            raise SourceError(url, "unreachable: no such page")
        if isinstance(found, SourceError):
            raise found
        if isinstance(found, Page):
            return found
        if isinstance(found, bytes):
            return Page(source=url, content=found, url=url)
        return Page(source=url, text=found, url=url)
