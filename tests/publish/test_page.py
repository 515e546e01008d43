"""The HTML page: the text is whole, every finding leads to its words and back, and nothing of a page gets to act."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from legation.publish._spans import Highlight, paragraphs
from legation.publish.page import html_page
from legation.records import (
    Abstention,
    ArticleRecord,
    Cause,
    Dates,
    Engagement,
    Evidence,
    Incident,
    Offsets,
    Participant,
    Past,
    ReaderStamp,
    Record,
    Speaker,
    Statement,
)

TEXT = "A storm hit Accra.\n\nPeru's president will not visit Ghana in May, an official said.\n\nNo date was given."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def record(text: str = TEXT, *, title: str | None = "A storm", url: str | None = "https://a.example/1") -> Record:
    sentence = at("Peru's president will not visit Ghana in May")
    storm = at("A storm hit Accra")
    return Record(
        article=ArticleRecord(text=text, title=title, url=url),
        engagements=(
            Engagement(
                kind="visit",
                status="cancelled",
                participants=(Participant(office="president", country="PE", role="traveller", start=20, end=36),),
                host_country="GH",
                when=Dates(words="in May", precision="month", unresolved="no publication date"),
                asserted_by=0,
                history=(Past(status="announced", evidence=Evidence(*sentence, TEXT[slice(*sentence)])),),
                cause=Cause(incident=0, type="weather", words="A storm hit Accra", start=storm[0], end=storm[1]),
                evidence=(Evidence(*sentence, TEXT[slice(*sentence)]),),
            ),
        ),
        statements=(
            Statement(
                speaker=Speaker(),
                anonymous=True,
                described_as="an official",
                cue="said",
                kind="indirect",
                content="Peru's president will not visit Ghana in May",
                start=sentence[0],
                end=at("an official said")[1],
                quotes=(Offsets(0, 1),),
            ),
        ),
        incidents=(Incident(words="A storm hit Accra", start=storm[0], end=storm[1]),),
        abstentions=(Abstention(about="date", reason="none is given", start=at("No date")[0], end=at("No date")[1]),),
        reader=ReaderStamp("1", "2", "3"),
    )


def tree(*records: Record) -> html.HtmlElement:
    return html.document_fromstring(html_page(records).decode("utf-8"))


def shown_text(page: html.HtmlElement) -> str:
    for ref in page.xpath('//a[@class="ref"]'):
        ref.drop_tree()
    return "\n\n".join(p.text_content() for p in page.xpath('//article[@class="text"]/p'))


def test_the_text_is_whole() -> None:
    assert shown_text(tree(record())) == TEXT


def test_every_link_leads_somewhere_and_every_finding_has_its_words() -> None:
    page = tree(record())
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    links = [h[1:] for h in page.xpath("//a/@href") if h.startswith("#")]
    assert set(links) <= set(ids)
    for finding in page.xpath("//li"):
        into = finding.xpath(".//a/@href")
        assert into, finding.get("id")
        for link in into:
            (back,) = page.xpath(f'//a[@id="{link[1:]}-back"]')
            assert back.get("href") == f"#{finding.get('id')}"


def test_overlapping_evidence_is_marked_with_all_its_kinds() -> None:
    marks = [(m.text_content(), m.get("class")) for m in tree(record()).xpath('//article[@class="text"]//mark')]
    assert marks == [
        ("A storm hit Accra", "e i"),
        ("Peru's president will not visit Ghana in May", "e s"),
        (", an official said", "s"),
        ("No date", "a"),
    ]


def test_no_script_no_request_no_style_from_outside() -> None:
    page = tree(record())
    assert page.xpath("//script | //link | //img | //iframe | //object | //form | //*[@style] | //base") == []
    assert [a for e in page.iter() if isinstance(e.tag, str) for a in e.attrib if a.startswith("on")] == []
    policy = page.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert re.search(r"url\(|@import", page.xpath("//style")[0].text) is None


def test_the_policy_admits_the_style_it_has() -> None:
    import base64
    import hashlib

    page = html_page([record()]).decode("utf-8")
    style = page.split("<style>", 1)[1].split("</style>", 1)[0]
    assert base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() in page


HOSTILE = (
    "<script>alert(1)</script> & \"quoted\" '<img src=x onerror=alert(2)>' {{ 7 * 7 }} </p></article> \x00\x1b[31m"
)


def test_hostile_words_stay_words() -> None:
    page = tree(
        Record(
            article=ArticleRecord(text=HOSTILE, title=HOSTILE, url="javascript:alert(3)", site=HOSTILE),
            abstentions=(Abstention(about=HOSTILE, reason=HOSTILE, start=0, end=len(HOSTILE)),),
            reader=ReaderStamp("1", "2", "3"),
        )
    )
    assert page.xpath("//script | //img | //a[starts-with(@href, 'javascript')]") == []
    assert "<script>alert(1)</script>" in shown_text(page)
    assert "{{ 7 * 7 }}" in shown_text(page)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", None])
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert tree(record(url=url)).xpath("//header//a/@href") == []
    assert tree(record()).xpath("//header//a/@href") == ["https://a.example/1"]


def test_the_page_says_what_it_found() -> None:
    words = tree(record()).text_content()
    for part in (
        "president (Peru): visit to Ghana",
        "cancelled",
        "an official (anonymous)",
        "no publication date",
        "weather",
    ):
        assert part in words


def test_several_records_share_a_page_without_sharing_names() -> None:
    page = tree(record(), record())
    ids = page.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert len(page.xpath('//article[@class="text"]')) == 2


def test_it_has_landmarks_a_language_and_headings_in_order() -> None:
    page = tree(record())
    assert page.get("lang") == "en"
    assert len(page.xpath("//main")) == len(page.xpath("//footer")) == len(page.xpath("//h1")) == 1
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3")]
    assert all(b - a <= 1 for a, b in pairwise(levels))
    assert all(a.text_content().strip() or a.get("aria-label") for a in page.xpath("//a"))


def test_it_is_valid_html() -> None:
    html5lib = pytest.importorskip("html5lib")
    html5lib.HTMLParser(strict=True).parse(html_page([record(), record()]))


def test_nothing_found_is_said() -> None:
    page = tree(Record(article=ArticleRecord(text="It rained."), reader=ReaderStamp("1", "2", "3")))
    assert "No engagement between states, statement or incident was found" in page.text_content()


def test_no_record_is_an_error() -> None:
    with pytest.raises(ValueError, match="no record"):
        html_page([])


@given(
    st.text(alphabet="ab \n<&", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6)
)
def test_any_spans_keep_every_word_in_order(text: str, bounds: list[tuple[int, int]]) -> None:
    spans = [
        Highlight(start=min(a, b), end=max(a, b), kind="e", finding="f", tag="E1", label="l", id=f"w{n}")
        for n, (a, b) in enumerate(bounds)
        if a != b and max(a, b) <= len(text)
    ]
    pieces = paragraphs(text, spans)
    words = "\n\n".join("".join(piece.words for piece in paragraph) for paragraph in pieces)
    assert words.split() == text.split()
    told = {h.id for h in spans if text[h.start : h.end].strip()}
    assert {a for paragraph in pieces for p in paragraph for a in p.anchors} == told
    assert {r.id.removesuffix("-back") for paragraph in pieces for p in paragraph for r in p.refs} == told
