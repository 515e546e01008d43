"""Pages out of a WARC, damaged ones included: what is broken is told, and reading goes on behind it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from legation.errors import SourceError
from legation.read import LARGEST_PAGE
from legation.records import Page

_MEMBER = b"\x1f\x8b\x08"
_STRIDE = 1 << 20


def warc_pages(path: str) -> Iterator[Page | SourceError]:
    """Each HTML or text response of status 200, in order; a damaged record is a SourceError in its place. Raises
    SourceError where the file cannot be opened."""
    from legation.batch.shards import opened

    with opened(path) as file:
        start: int | None = 0
        while start is not None:
            last = start
            try:
                for record, offset in _records(file, start):
                    last = offset
                    page = _page(record, path)
                    if page is not None:
                        yield page
                return
            # FastWARC raises a family of its own for damage, and OSError for the file.
            except Exception as error:
                yield SourceError(path, f"damaged at byte {last:,}: {str(error) or type(error).__name__}")
            start = _next_member(file, last + 1)


def _records(file: BinaryIO, start: int) -> Iterator[tuple[Any, int]]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    file.seek(start)
    for record in ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=True, auto_decode="all"):
        yield record, start + int(record.stream_pos)


def _page(record: Any, path: str) -> Page | SourceError | None:
    headers = record.http_headers
    if headers is None or headers.status_code != 200:
        return None
    kind = (record.http_content_type or "").lower()
    if kind and not kind.startswith(("text/html", "text/plain", "application/xhtml")):
        return None
    url = record.headers.get("WARC-Target-URI", "").strip("<>") or None
    whole = record.content_length
    content = record.reader.read(LARGEST_PAGE + 1)
    source = url or f"{path} at byte {record.stream_pos}"
    is_coded = headers.get("Transfer-Encoding") or headers.get("Content-Encoding")
    if len(content) < min(whole, LARGEST_PAGE) and not is_coded:
        # FastWARC gives what is left of a record that the file's end cuts off, and says nothing.
        return SourceError(source, f"damaged: {len(content):,} of {whole:,} bytes are there")
    if len(content) > LARGEST_PAGE:
        return SourceError(source, f"refused: more than {LARGEST_PAGE / 1e6:,.0f} MB")
    if not content.strip():
        return None
    is_html = "html" in kind
    if record.http_charset:
        from legation.read.decode import decode

        try:
            text = decode(content, source=source, charset=record.http_charset)
        except SourceError as error:
            return error
        return Page(source=source, text=text, url=url, media_type="html" if is_html else None)
    return Page(source=source, content=content, url=url, media_type="html" if is_html else None)


def _next_member(file: BinaryIO, start: int) -> int | None:
    """Where the next gzip member may begin, or None at the end of the file."""
    position = start
    while True:
        file.seek(position)
        piece = file.read(_STRIDE)
        found = piece.find(_MEMBER)
        if found >= 0:
            return position + found
        if len(piece) < _STRIDE:
            return None
        position += _STRIDE - len(_MEMBER) + 1
