"""What comes in: a raw page, and the article that is read out of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """Character offsets into ``Article.text``: ``text[start:end]``."""

    start: int
    end: int

    def words(self, text: str) -> str:
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page as it came, with what its bringer knows about it.

    ``source`` is what the caller named (a path, an address, ``-``). Exactly one of ``content`` (bytes of
    HTML or plain text) and ``text`` (already decoded) is set. ``is_final`` says that the text is to be taken
    as it stands, so that every offset is the input's own.
    """

    source: str
    content: bytes | None = None
    text: str | None = None
    media_type: Literal["html", "text"] | None = None
    is_final: bool = False
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None


class Block(msgspec.Struct, frozen=True):
    """One paragraph, heading, list item or dateline of the final text. No sentence runs across a block's bounds."""

    start: int
    end: int
    kind: Literal["paragraph", "heading", "item", "dateline"] = "paragraph"


class Dateline(msgspec.Struct, frozen=True):
    """``WASHINGTON, June 6 (Agency) -``: the place and the day's words where it gives them."""

    start: int
    end: int
    place: str | None = None
    day_words: str | None = None
    agency: str | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A page after reading. ``text`` is final: every span anywhere in Legation indexes it. ``written`` is the day of its
    dateline where that is one of the last before ``published``; relative days count from it."""

    text: str
    blocks: tuple[Block, ...] = ()
    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: date | None = None
    written: date | None = None
    section: str | None = None
    site: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
