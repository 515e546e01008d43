"""Answers that a reader need not load twice: ETag, Last-Modified and 304.

A page depends on the calendar's version, on the day, on its address and on the reader's language, and on nothing else
as long as nobody is logged in. That makes its tag known before it is made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import urlencode

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response

from legation._version import VERSION
from legation.web.desk import Desk

# What everybody may share, if they ask each time whether it is still good. ``kept`` keeps answers that say so.
SHARED = "public, no-cache"

# Everything that any page, feed or API read makes of its query. What else stands there changes nothing, so nobody can
# fill the cache or tire the database with it.
KNOWN = frozenset(
    {"after", "changed_since", "country", "end", "engagement", "kind", "layout", "limit", "month", "note", "offset",
     "page", "person", "q", "region", "reply", "since", "speaker", "start", "status", "undated", "undated_as", "until"}
)  # fmt: skip


def own_path(request: Request) -> str:
    """The path with those parameters of the query that mean something, in the order they came."""
    query = urlencode([(k, v) for k, v in request.query_params.multi_items() if k in KNOWN])
    return f"{request.url.path}?{query}" if query else request.url.path


def answer(
    request: Request,
    desk: Desk,
    build: Callable[[], bytes],
    *,
    media: str,
    language: str = "",
    mark: str = "",
    is_private: bool = False,
    headers: dict[str, str] | None = None,
) -> Response:
    """The finished answer, 304 where the reader has it already. ``mark`` is what else the page depends on (the notes'
    version); ``is_private`` answers are kept by nobody but the reader."""
    version = desk.version()
    if is_private:
        return Response(build(), media_type=media, headers={"Cache-Control": "private, no-store", **(headers or {})})
    key = "\0".join((VERSION, version.tag, desk.today().isoformat(), own_path(request), language, media, mark))
    tag = f'W/"{hashlib.sha256(key.encode()).hexdigest()[:24]}"'
    changed = max(version.updated or desk.midnight(), desk.midnight()).replace(microsecond=0)
    given = {
        "ETag": tag,
        "Last-Modified": format_datetime(changed, usegmt=True),
        "Cache-Control": SHARED,
        "Vary": "Accept-Language, Accept-Encoding, Cookie",
        **(headers or {}),
    }
    if is_known(request.headers, tag, given["Last-Modified"]):
        return Response(status_code=304, headers=given)
    return Response(build(), media_type=media, headers=given)


def is_known(headers: Headers, tag: str, modified: str) -> bool:
    """Whether the reader's copy is still good. If-None-Match decides where it is given (RFC 9110, section 13.2.2)."""
    matches = headers.get("if-none-match")
    if matches is not None:
        return any(one.strip() in (tag, tag.removeprefix("W/"), "*") for one in matches.split(","))
    since = headers.get("if-modified-since")
    if since is None:
        return False
    try:
        moment = parsedate_to_datetime(since)
    except (TypeError, ValueError):
        return False
    return parsedate_to_datetime(modified) <= (moment if moment.tzinfo else moment.replace(tzinfo=UTC))
