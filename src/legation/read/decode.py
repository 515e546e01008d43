"""Bytes -> characters: byte order marks, declared charsets, UTF-8, and what browsers assume where nothing is said."""

from __future__ import annotations

import codecs
import re

from legation.errors import NotReadError, SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"SQLite format 3",
    b"MZ\x90",
)
_DECLARED = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_HTML = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|title|meta|article|section|main|div|p|h[1-6]|span|table|script)(?:\s[^>]*)?/?>",
    re.IGNORECASE,
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_DEFAULT = "windows-1252"
"""What the WHATWG encoding standard has Western browsers assume; it also reads Latin-1."""


def decode(content: bytes, *, source: str, charset: str | None = None) -> str:
    """The characters of ``content``.

    A byte order mark wins, then ``charset`` (what the transport said), then UTF-8 where it is valid, then the page's
    own declaration, then windows-1252. Raises NotReadError for an empty input and SourceError for a binary one.
    """
    if not content.strip():
        raise NotReadError(source, "empty: there is nothing to read")
    for mark, marked in _MARKS:
        if content.startswith(mark):
            return _checked(content[len(mark) :].decode(marked, "replace"), source)
    if content.startswith(_MAGIC):
        raise SourceError(source, "binary: neither HTML nor text")
    sixteen = _sixteen_bits(content)
    if sixteen:
        return _checked(content.decode(sixteen, "replace"), source)
    declared = _DECLARED.search(content[:4096])
    named = declared.group(1).decode("ascii") if declared else None
    for encoding in (charset, "utf-8", named, _DEFAULT):
        text = _strictly(content, encoding)
        if text is not None:
            return _checked(text, source)
    return _checked(content.decode(_DEFAULT, "replace"), source)


def is_html(text: str) -> bool:
    """True where the first 2,000 characters hold a tag that only HTML has."""
    return bool(_HTML.search(text[:2000]))


def _strictly(content: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        # Browsers read what is labelled Latin-1 or ASCII as windows-1252, for the curly quotes in it.
        canonical = codecs.lookup(encoding).name
        return content.decode(_DEFAULT if canonical in ("iso8859-1", "ascii") else encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _sixteen_bits(content: bytes) -> str | None:
    """UTF-16 without a mark: in text of mostly Latin letters, every other byte is zero."""
    head = content[:4096]
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0) / len(head[0::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    if even > 0.4 and odd < 0.05:
        return "utf-16-be"
    return None


def _checked(text: str, source: str) -> str:
    head = text[:8192]
    strange = len(_CONTROLS.findall(head)) + head.count("�")
    if strange > max(2, len(head) // 50):
        raise SourceError(source, "binary: neither HTML nor text")
    if not text.strip():
        raise NotReadError(source, "empty: there is nothing to read")
    return text
