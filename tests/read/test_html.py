"""HTML pages: the article, its headings, and what the markup says of it."""

from __future__ import annotations

from datetime import date

import pytest

from legation.read import article
from legation.records import Article, Page

ONE = (
    "The foreign minister will travel to the capital next week for talks with his counterpart, officials said on Monday. "
    "The two sides are expected to discuss trade and security, and the situation on the border."
)
TWO = (
    "A spokesman declined to confirm the trip, saying only that contacts between the two governments continue and that "
    "any visit would be announced in good time. The last such visit took place on May 5, 2019."
)


def html(*, head: str = "", body: str | None = None) -> str:
    body = body if body is not None else f"<h1>Minister to travel</h1><p>{ONE}</p><h2>Few details</h2><p>{TWO}</p>"
    return f"""<!DOCTYPE html><html lang="en"><head><title>Minister to travel | The Daily</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article>{body}</article></main>
<div class="share"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
<section id="comments"><h3>Leave a reply</h3><form><textarea></textarea></form></section>
<footer><p>© 2024 The Daily. All rights reserved.</p></footer></body></html>"""


def read(markup: str, **known: object) -> Article:
    return article(Page(source="t", text=markup, **known))  # type: ignore[arg-type]


def test_text_and_headings_without_furniture() -> None:
    found = read(html())
    assert [(b.kind, found.text[b.start : b.end]) for b in found.blocks] == [
        ("paragraph", ONE),
        ("heading", "Few details"),
        ("paragraph", TWO),
    ]
    assert found.title == "Minister to travel"


LD = '<script type="application/ld+json">{}</script>'
DATES = [
    ("nothing says a day", "", None),
    ("meta", '<meta property="article:published_time" content="2023-06-07T10:00:00Z">', date(2023, 6, 7)),
    ("JSON-LD", LD.format('{"@type": "NewsArticle", "datePublished": "2023-06-07T10:00:00+02:00"}'), date(2023, 6, 7)),
    (
        "JSON-LD in a graph",
        LD.format('{"@graph": [{"@type": "NewsArticle", "datePublished": "2023-06-07"}]}'),
        date(2023, 6, 7),
    ),
    ("broken JSON-LD", LD.format('{"@type": "NewsArticle", '), None),
]


@pytest.mark.parametrize(("head", "day"), [d[1:] for d in DATES], ids=[d[0] for d in DATES])
def test_the_day_is_what_the_page_says_and_never_what_the_article_speaks_of(head: str, day: date | None) -> None:
    assert read(html(head=head)).published == day


def test_a_given_day_wins() -> None:
    head = '<meta property="article:published_time" content="2023-06-07">'
    assert read(html(head=head), published=date(2020, 1, 1)).published == date(2020, 1, 1)


SECTIONS = [
    ("meta", '<meta property="article:section" content="World">', "World"),
    (
        "breadcrumb",
        LD.format(
            '{"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Home"},'
            '{"@type": "ListItem", "position": 2, "name": "Asia"}, {"@type": "ListItem", "position": 3, "name": "Minister to travel"}]}'
        ),
        "Asia",
    ),
    ("none", "", None),
]


@pytest.mark.parametrize(("head", "section"), [s[1:] for s in SECTIONS], ids=[s[0] for s in SECTIONS])
def test_the_section(head: str, section: str | None) -> None:
    assert read(html(head=head)).section == section


def test_site_and_address() -> None:
    head = '<meta property="og:site_name" content="The Daily"><link rel="canonical" href="https://daily.example.org/a">'
    found = read(html(head=head))
    assert (found.site, found.url) == ("The Daily", "https://daily.example.org/a")


def test_line_breaks_that_stand_for_paragraphs() -> None:
    found = read(html(body=f"<div>{ONE}<br><br>{TWO}<br/>\n<br/>{ONE} Again.</div>"))
    assert [found.text[b.start : b.end] for b in found.blocks] == [ONE, TWO, f"{ONE} Again."]


def test_lists_are_items() -> None:
    found = read(
        html(
            body=f"<p>{ONE}</p><ul><li>Talks in Rome on Monday.</li><li>Talks in Oslo on Friday.</li></ul><p>{TWO}</p>"
        )
    )
    items = [found.text[b.start : b.end] for b in found.blocks if b.kind == "item"]
    assert items == ["Talks in Rome on Monday.", "Talks in Oslo on Friday."]


def test_a_dateline_in_html() -> None:
    found = read(html(body=f"<p>ROME (ANSA) - {ONE}</p><p>{TWO}</p>"))
    assert found.dateline is not None
    assert found.dateline.place == "ROME"


def test_reading_twice_gives_the_same() -> None:
    assert read(html()) == read(html())
