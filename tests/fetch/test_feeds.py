"""What feeds, sitemaps and front pages name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.errors import SourceError
from legation.fetch.feeds import Entry, named, opml

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>
<item><title>Minister to visit</title><link>/a</link><pubDate>Wed, 07 Jun 2023 10:00:00 GMT</pubDate></item>
<item><title>No link</title></item>
<item><title>Bad day</title><link>https://example.org/b#x</link><pubDate>soon</pubDate></item>
<item><title>Elsewhere</title><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>One</title>
<link href="https://example.org/a"/><updated>2023-06-07T10:00:00Z</updated></entry></feed>"""
JSON = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/a", "title": "One", "date_published": "2023-06-07T10:00:00Z"}, {"title": "x"}, 3]}'
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://example.org/a</loc><news:news><news:publication_date>2023-06-07T10:00:00+00:00</news:publication_date><news:title>One</news:title></news:news></url>
<url><loc>https://example.org/b</loc><lastmod>2023-06-08</lastmod></url></urlset>"""
FRONT = b"""<html><body><nav><a href="/world">World</a></nav><a href="/a">Minister to visit the capital</a>
<a href="/a">Minister to visit the capital</a><a href="https://other.example/b">A page of another site</a></body></html>"""
DAY = date(2023, 6, 7)

GOOD = [
    (
        "feed",
        RSS,
        [
            Entry(url="https://example.org/a", title="Minister to visit", published=DAY),
            Entry(url="https://example.org/b", title="Bad day"),
        ],
    ),
    ("feed", ATOM, [Entry(url="https://example.org/a", title="One", published=DAY)]),
    ("feed", JSON, [Entry(url="https://example.org/a", title="One", published=DAY)]),
    (
        "sitemap",
        SITEMAP,
        [
            Entry(url="https://example.org/a", title="One", published=DAY),
            Entry(url="https://example.org/b", published=date(2023, 6, 8)),
        ],
    ),
    ("page", FRONT, [Entry(url="https://example.org/a", title="Minister to visit the capital")]),
]


@pytest.mark.parametrize(("kind", "content", "expected"), GOOD, ids=["rss", "atom", "json", "sitemap", "page"])
def test_what_is_named(kind: str, content: bytes, expected: list[Entry]) -> None:
    assert list(named(content, kind, url="https://example.org/feed").entries) == expected  # type: ignore[arg-type]


def test_a_sitemap_index_names_sitemaps() -> None:
    index = b"<sitemapindex><sitemap><loc>/one.xml</loc></sitemap><sitemap><loc>/two.xml</loc></sitemap></sitemapindex>"
    found = named(index, "sitemap", url="https://example.org/s.xml")
    assert found.sitemaps == ("https://example.org/one.xml", "https://example.org/two.xml")


BAD = [
    ("feed", b"<html><body>Not found</body></html>"),
    ("feed", b"{not json"),
    ("feed", b"/etc/hostname"),
    ("feed", b'{"a": 1}'),
    ("sitemap", b"<html></html>"),
    ("sitemap", b"nothing"),
    ("sitemap", b""),
]


@pytest.mark.parametrize(("kind", "content"), BAD)
def test_what_is_none_is_told_in_a_line(kind: str, content: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        named(content, kind, url="https://example.org/feed")  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_no_entity_is_resolved() -> None:
    bomb = b"""<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "xxxxxxxxxx">]>
    <urlset><url><loc>https://example.org/&a;</loc></url></urlset>"""
    assert all("root:" not in e.url for e in named(bomb, "sitemap", url="https://example.org/").entries)


def test_opml() -> None:
    text = b'<opml><body><outline text="A"><outline xmlUrl="https://a.example/rss"/></outline><outline xmlUrl="https://a.example/rss"/></body></opml>'
    assert opml(text, source="f.opml") == ("https://a.example/rss",)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=300), st.sampled_from(["feed", "sitemap", "page"]))
def test_any_bytes_are_read_or_refused(content: bytes, kind: str) -> None:
    try:
        named(content, kind, url="https://example.org/")  # type: ignore[arg-type]
    except SourceError as error:
        assert "\n" not in str(error)
