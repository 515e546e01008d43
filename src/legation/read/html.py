"""An HTML page -> its article's parts, through trafilatura; its metadata through trafilatura and htmldate."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from legation.errors import NotReadError, SourceError
from legation.read.furniture import is_byline, read_head, stated_day, without_furniture
from legation.read.plain import Body
from legation.rules.furniture import FurnitureRules

DEEPEST = 200
"""Levels of nesting that a page keeps; what is nested deeper is read as if it stood there."""

_TOO_DEEP = "boolean(" + "/*" * DEEPEST + ")"

_DATES: dict[str, Any] = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1995-01-01",
    "max_date": "2099-12-31",
}
"""htmldate's bounds. Its own upper bound is today, which would make reading depend on the day it is done."""

_LONG = 80
"""Characters from which a paragraph is running text: a day in it is the news's, not the page's."""

_KINDS = {"head": "heading", "item": "item", "cell": "item"}
_BLOCKS = frozenset({"p", "head", "item", "quote", "cell", "code", "row", "dd", "dt", "def"})
_BREAK = "\x1e"
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


def read_html(
    markup: str,
    rules: FurnitureRules,
    *,
    source: str,
    url: str | None = None,
    title: str | None = None,
    published: date | None = None,
) -> Body:
    """The article in an HTML page; ``url``, ``title`` and ``published`` are what is known of it beforehand.

    Raises NotReadError where the page holds no text and SourceError where no parser gets through it.
    """
    tree = _tree(markup, source)
    about = _metadata(tree, url)
    parts = list(_parts(tree, url))
    known = title or about.title
    head = read_head([words for _, words in parts], rules, title=known)
    own = parts[head.body :]
    kept = [own[i] for i in without_furniture([words for _, words in own], rules)]
    while kept and (is_byline(kept[0][1], rules) or stated_day(kept[0][1], rules)):
        kept.pop(0)
    if not kept:
        raise NotReadError(source, "not read: the HTML holds no article text")
    return Body(
        parts=tuple(kept),
        title=known or head.title,
        section=about.section or head.section,
        site=about.site,
        url=about.url,
        published=published or _published(tree, about.url) or head.published,
    )


def _tree(markup: str, source: str) -> Any:
    _quiet()
    tree = _parsed(markup, source)
    if tree.xpath(_TOO_DEEP):
        tree = _parsed(_shallow(markup), source)
    return tree


def _parsed(markup: str, source: str) -> Any:
    from lxml.etree import LxmlError
    from trafilatura.utils import load_html

    try:
        tree = load_html(markup)
        if tree is None or len(tree) == 0:
            tree = load_html(f"<html><body><div>{markup}</div></body></html>")
    except (LxmlError, ValueError, RecursionError, AssertionError) as error:
        raise SourceError(source, f"not read: the HTML cannot be parsed ({type(error).__name__})") from error
    if tree is None:
        raise NotReadError(source, "not read: the HTML holds no article text")
    return tree


@cache
def _quiet() -> None:
    """trafilatura and htmldate report each discarded page in their own words; ours are one line, and raised."""
    for name in ("trafilatura", "htmldate", "justext", "readability"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def _shallow(markup: str) -> str:
    """The page with the tags nested deeper than ``DEEPEST`` left out: parsers drop what they hold, readers overflow."""
    kept = []
    depth = 0
    last = 0
    for match in _TAG.finditer(markup):
        name = match.group(2).lower()
        if name in _VOID or match.group(3) or name in ("p", "li", "td", "tr", "th", "option", "dd", "dt"):
            continue
        if match.group(1):
            drop = depth > DEEPEST
            depth = max(0, depth - 1)
        else:
            depth += 1
            drop = depth > DEEPEST
        if drop:
            kept.append(markup[last : match.start()])
            kept.append(" ")
            last = match.end()
    kept.append(markup[last:])
    return "".join(kept)


class _About:
    """What a page's markup says of it."""

    def __init__(self) -> None:
        self.title: str | None = None
        self.section: str | None = None
        self.site: str | None = None
        self.url: str | None = None


def _metadata(tree: Any, url: str | None) -> _About:
    from trafilatura import metadata

    about = _About()
    # Others' heuristics over strangers' markup: whatever they trip over, a page without metadata is still a page.
    try:
        found = metadata.extract_meta_json(tree, metadata.examine_meta(tree))
        about.title = _line(found.title or metadata.extract_title(tree))
        about.site = _line(found.sitename or metadata.extract_sitename(tree))
        about.url = found.url or metadata.extract_url(tree, url)
        categories = found.categories or metadata.extract_catstags("category", tree)
        about.section = next((c for c in map(_line, categories) if c and len(c) <= 60), None) or _crumb(tree)
    except Exception:
        return about
    return about


def _published(tree: Any, url: str | None) -> date | None:
    """The day the markup, the address or a line of the page states; never one out of the running text, which ``tree``
    loses here."""
    from htmldate import find_date

    # As above.
    try:
        _drop_prose(tree)
        found = find_date(tree, url=url, **_DATES)
        return date.fromisoformat(found) if found else None
    except Exception:
        return None


def _drop_prose(tree: Any) -> None:
    """Takes the running text out of the page, so that a day the article speaks of is never taken for its own."""
    for element in list(tree.iter("p", "li", "blockquote", "td", "figcaption", "footer")):
        if len(element.text_content()) > _LONG and element.find(".//time") is None and element.getparent() is not None:
            element.drop_tree()


def _crumb(tree: Any) -> str | None:
    """The last but the page's own name in a JSON-LD BreadcrumbList, the root left out."""
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if node.get("@type") == "BreadcrumbList" and isinstance(node.get("itemListElement"), list):
                names = [_crumb_name(item) for item in node["itemListElement"] if isinstance(item, dict)]
                middle = [n for n in names[1:] if n and len(n) <= 40]
                if middle:
                    return middle[0]
    return None


def _crumb_name(item: dict[str, Any]) -> str | None:
    name = item.get("name")
    if name is None and isinstance(item.get("item"), dict):
        name = item["item"].get("name")
    return _line(name) if isinstance(name, str) else None


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document: itself, a list's members, a graph's nodes."""
    for node in data if isinstance(data, list) else [data]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            if isinstance(graph, list):
                yield from (n for n in graph if isinstance(n, dict))


def _parts(tree: Any, url: str | None) -> Iterator[tuple[str, str]]:
    # trafilatura's fast mode is its better one on articles (docs/reading.md); the other also reads odd pages.
    body = _body(tree, url, is_fast=True)
    if body is None or not any(map(str.strip, body.itertext())):
        body = _body(tree, url, is_fast=False)
    if body is None:
        return
    for kind, words in _walk(body):
        for piece in words.split(_BREAK + _BREAK):
            clean = " ".join(piece.replace(_BREAK, " ").split())
            if clean:
                yield kind, clean


def _body(tree: Any, url: str | None, *, is_fast: bool) -> Any:
    from trafilatura import bare_extraction

    # As above: any failure of the extractor means that it found no article.
    try:
        document = bare_extraction(tree, url=url, fast=is_fast, include_comments=False, with_metadata=False)
    except Exception:
        return None
    return getattr(document, "body", None)


def _walk(body: Any) -> Iterator[tuple[str, str]]:
    """(kind, words) of each innermost block, line breaks kept as marks, without recursion."""
    kind = "paragraph"
    words: list[str] = []
    opened: list[str] = []
    from lxml.etree import iterwalk

    for event, element in iterwalk(body, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        is_block = tag in _BLOCKS
        if event == "start":
            if is_block:
                yield kind, "".join(words)
                words = []
                opened.append(_KINDS.get(tag, "paragraph"))
                kind = opened[-1]
            elif tag == "lb":
                words.append(_BREAK)
            words.append(element.text or "")
        else:
            if is_block:
                yield kind, "".join(words)
                words = []
                opened.pop()
                kind = opened[-1] if opened else "paragraph"
            if element is not body:
                words.append(element.tail or "")
    yield kind, "".join(words)


def _line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


__all__ = ["read_html"]
