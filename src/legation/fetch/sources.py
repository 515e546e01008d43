"""What a caller names -> pages: files, JSON lines, standard input, addresses. One bad source never hides the others."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec

from legation.errors import SourceError, UsageError
from legation.ports import Fetcher
from legation.read import LARGEST_PAGE
from legation.records import Page

LONGEST_LINE = 60_000_000
"""Bytes of one JSON line; the rest of a longer one is skipped."""

_JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_HTML_NAMES = (".html", ".htm", ".xhtml")


def pages(
    sources: Sequence[str],
    *,
    published: date | None = None,
    is_final: bool = False,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Page | SourceError]:
    """The pages that ``sources`` name, in order, read as they are asked for.

    A source is a file (HTML or text, told apart by its content), JSON lines (``.jsonl``, also gzipped), ``-`` for
    ``stdin`` or an http(s) address. What cannot be had is yielded as a SourceError, and the rest follows.
    ``published`` is every page's day unless its own JSON line says another; ``is_final`` takes texts as they stand.
    """
    for source in sources:
        try:
            for found in _of(source, stdin, fetcher):
                yield found if isinstance(found, SourceError) else _told(found, published, is_final)
        except SourceError as error:
            yield error


def parse_date(text: str) -> date:
    """The day that ``text`` writes as ``YYYY-MM-DD``, perhaps with a time behind it; UsageError where it is none."""
    words = text.strip()
    with suppress(ValueError):
        return date.fromisoformat(words)
    with suppress(ValueError):
        return datetime.fromisoformat(words).date()
    raise UsageError(f"{text!r} is not a date: write it as YYYY-MM-DD, for example 2023-06-07")


def _told(page: Page, published: date | None, is_final: bool) -> Page:
    return msgspec.structs.replace(page, published=page.published or published, is_final=is_final)


def _of(source: str, stdin: BinaryIO | None, fetcher: Fetcher | None) -> Iterator[Page | SourceError]:
    if source == "-":
        yield from _stream(stdin or sys.stdin.buffer)
    elif "://" in source:
        yield from _fetched(source, fetcher)
    else:
        yield from _file(source)


def _fetched(url: str, fetcher: Fetcher | None) -> Iterator[Page]:
    if fetcher is not None:
        yield fetcher.page(url)
        return
    # Loaded here: most calls read files, and an HTTP client takes a moment to load.
    from legation.fetch._http import HttpFetcher

    with HttpFetcher() as own:
        yield own.page(url)


def _file(source: str) -> Iterator[Page | SourceError]:
    path = Path(source)
    try:
        if path.is_dir():
            raise SourceError(source, "a directory: name the files in it, or give it to legation backfill")
        name = path.name.lower()
        if name.endswith(_JSON_LINES):
            with cast(BinaryIO, gzip.open(path) if name.endswith(".gz") else path.open("rb")) as lines:
                yield from _json_lines(lines, source)
            return
        if path.is_file() and path.stat().st_size > LARGEST_PAGE:
            size = path.stat().st_size
            raise SourceError(source, f"refused: {size / 1e6:,.0f} MB, at most {LARGEST_PAGE / 1e6:,.0f} MB are read")
        with path.open("rb") as file:
            content = file.read(LARGEST_PAGE + 1)
    except FileNotFoundError as error:
        raise SourceError(source, "no such file") from error
    except PermissionError as error:
        raise SourceError(source, "cannot be read: permission denied") from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise SourceError(source, f"cannot be decompressed: {error}") from error
    except (OSError, ValueError) as error:
        raise SourceError(source, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    yield Page(source=source, content=content, media_type="html" if name.endswith(_HTML_NAMES) else None)


def _stream(stdin: BinaryIO) -> Iterator[Page | SourceError]:
    """Standard input: JSON lines where its first line is an object with a page in it, else one page."""
    head = stdin.readline(LONGEST_LINE)
    if head.lstrip().startswith(b"{") and isinstance(_page_of(head, "-", 1), Page):
        yield from _json_lines(stdin, "-", first=head)
        return
    rest = stdin.read(LARGEST_PAGE + 1)
    yield Page(source="-", content=head + rest)


def _json_lines(lines: BinaryIO, source: str, *, first: bytes | None = None) -> Iterator[Page | SourceError]:
    number = 0
    while True:
        line = first if first is not None else lines.readline(LONGEST_LINE)
        first = None
        if not line:
            return
        number += 1
        if len(line) >= LONGEST_LINE and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = lines.readline(LONGEST_LINE)
            yield SourceError(source, f"line {number}: refused: it is longer than {LONGEST_LINE / 1e6:,.0f} MB")
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _page_of(line, source, number)


def _page_of(line: bytes, source: str, number: int) -> Page | SourceError:
    try:
        entry = msgspec.json.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return SourceError(source, f"line {number}: not JSON: {error}")
    if not isinstance(entry, dict):
        return SourceError(source, f"line {number}: not a JSON object")
    return page_of(entry, source, number)


def page_of(entry: dict[str, Any], source: str, number: int) -> Page | SourceError:
    """The page that one JSON line or table row gives, or a SourceError naming its number."""
    text, html = entry.get("text"), entry.get("html")
    is_html = not isinstance(text, str) and isinstance(html, str)
    if not isinstance(text, str) and not is_html:
        return SourceError(source, f"line {number}: neither text nor html in it")
    try:
        day = _day(entry.get("published"))
    except UsageError as error:
        return SourceError(source, f"line {number}: published: {error}")
    return Page(
        source=f"{source}:{number}",
        text=html if is_html else text,
        media_type="html" if is_html else "text",
        id=_words(entry.get("id")),
        url=_words(entry.get("url")),
        title=_words(entry.get("title")),
        published=day,
    )


def _day(value: Any) -> date | None:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise UsageError(f"{value!r} is not a date: write it as YYYY-MM-DD, for example 2023-06-07")
    return parse_date(value)


def _words(value: Any) -> str | None:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (str, int, float)):
        return str(value)
    return None
