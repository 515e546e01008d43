"""What a feed, a sitemap or a front page names: addresses of pages, with the day and title it gives them."""

from __future__ import annotations

import calendar
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, Literal
from urllib.parse import urljoin, urlsplit

import msgspec

from legation.errors import SourceError

FeedKind = Literal["feed", "sitemap", "page"]
MOST = 2_000
"""Entries taken from one answer; the first are the newest in feeds and news sitemaps."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One page named. ``published`` is the feed's word for it."""

    url: str
    title: str | None = None
    published: date | None = None


class Named(msgspec.Struct, frozen=True):
    """The pages an answer names, and the further sitemaps it points to."""

    entries: tuple[Entry, ...] = ()
    sitemaps: tuple[str, ...] = ()


def named(content: bytes, kind: FeedKind, *, url: str, media_type: str = "") -> Named:
    """What ``content``, fetched from ``url``, names. Raises SourceError where it is nothing of its ``kind``."""
    if kind == "page":
        return Named(tuple(_links(content, url))[:MOST])
    if kind == "sitemap":
        return _sitemap(content, url)
    if media_type.endswith("json") or content.lstrip()[:1] == b"{":
        return Named(tuple(_json_feed(content, url))[:MOST])
    return Named(tuple(_feed(content, url))[:MOST])


def hub_of(content: bytes, headers: dict[str, str], *, url: str) -> tuple[str, str] | None:
    """The WebSub hub that a feed names, in its Link header or in itself, and the address it goes by; None without."""
    links: dict[str, str] = {}
    for target, words in re.findall(r"<([^>]*)>([^<]*)", headers.get("link", "")[:4_000]):
        said = re.search(r'rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))', words)
        for rel in (said[1] or said[2] or "").lower().split() if said else ():
            links.setdefault(rel, target)
    if "hub" not in links:
        links = _links_inside(content, url)
    hub = _entry(url, links.get("hub"), None, None)
    topic = _entry(url, links.get("self") or url, None, None)
    return (hub.url, topic.url) if hub and topic else None


def _links_inside(content: bytes, url: str) -> dict[str, str]:
    links: dict[str, str] = {}
    if content.lstrip()[:1] == b"{":
        try:
            feed = json.loads(content)
            hub = next(iter(feed.get("hubs") or ()), None)
            links = {"hub": hub["url"] if hub else "", "self": feed.get("feed_url") or ""}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            pass
        return links
    try:
        root = _xml(content, url)
    except SourceError:
        return links
    for node in root.iter():
        if _local(node.tag) == "link" and node.get("href"):
            links.setdefault((node.get("rel") or "").lower(), node.get("href"))
    return links


def opml(content: bytes, *, source: str) -> tuple[str, ...]:
    """The feeds that an OPML file lists, in order."""
    root = _xml(content, source)
    found = [node.get("xmlUrl") for node in root.iter("outline")]
    return tuple(dict.fromkeys(u.strip() for u in found if u and u.strip()))


def _feed(content: bytes, url: str) -> Iterator[Entry]:
    import feedparser

    # As a stream: given bytes, feedparser would open them as a file's name where they are one.
    parsed = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.entries and not parsed.get("version"):
        raise SourceError(url, "not a feed: neither RSS, Atom nor JSON Feed")
    for entry in parsed.entries:
        moment = entry.get("published_parsed" if "published" in entry else "updated_parsed")
        found = _entry(url, entry.get("link"), entry.get("title"), _day_of(moment))
        if found is not None:
            yield found


def _day_of(moment: Any) -> date | None:
    try:
        return datetime.fromtimestamp(calendar.timegm(moment), UTC).date() if moment else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _json_feed(content: bytes, url: str) -> Iterator[Entry]:
    try:
        items = json.loads(content)["items"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SourceError(url, "not a feed: neither RSS, Atom nor JSON Feed") from error
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict):
            found = _entry(url, item.get("url"), item.get("title"), _iso(item.get("date_published")))
            if found is not None:
                yield found


def _sitemap(content: bytes, url: str) -> Named:
    root = _xml(content, url)
    name = _local(root.tag)
    if name == "sitemapindex":
        inner = [loc for node in root for loc in _texts(node, "loc")]
        return Named((), tuple(urljoin(url, loc) for loc in inner[:MOST]))
    if name != "urlset":
        raise SourceError(url, "not a sitemap: it is neither a urlset nor a sitemapindex")
    entries = []
    for node in root:
        day = next(iter([*_texts(node, "publication_date"), *_texts(node, "lastmod")]), None)
        title = next(iter(_texts(node, "title")), None)
        found = _entry(url, next(iter(_texts(node, "loc")), None), title, _iso(day))
        if found is not None:
            entries.append(found)
    return Named(tuple(entries[:MOST]))


def _links(content: bytes, url: str) -> Iterator[Entry]:
    """Links of a front page to pages of the same site whose words are long enough to be a headline."""
    from selectolax.lexbor import LexborHTMLParser

    host = urlsplit(url).hostname
    seen = set()
    for node in LexborHTMLParser(content).css("a[href]"):
        words = " ".join(node.text().split())
        found = _entry(url, node.attributes.get("href"), words, None)
        if found and len(words.split()) >= 4 and urlsplit(found.url).hostname == host and found.url not in seen:
            seen.add(found.url)
            yield found


def _entry(base: str, link: Any, title: Any, day: date | None) -> Entry | None:
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        whole = urljoin(base, link.strip()).partition("#")[0]
        parts = urlsplit(whole)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    words = " ".join(title.split())[:500] if isinstance(title, str) else None
    return Entry(url=whole, title=words or None, published=day)


def _iso(value: Any) -> date | None:
    try:
        return datetime.fromisoformat(value.strip()).date() if isinstance(value, str) else None
    except ValueError:
        return None


def _xml(content: bytes, source: str) -> Any:
    from lxml import etree

    # No entity is resolved and nothing is loaded: feeds are strangers' XML.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(source, f"not XML: {error}".splitlines()[0]) from error
    if root is None:
        raise SourceError(source, "not XML")
    return root


def _local(tag: Any) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _texts(node: Any, name: str) -> list[str]:
    return [e.text.strip() for e in node.iter() if _local(e.tag) == name and e.text and e.text.strip()]
