"""Input that is no article gets one clear line, and input that is hard to read is read."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.errors import NotReadError, SourceError
from legation.read import article
from legation.records import Article, Page

PROSE = "The foreign minister will travel to the capital next week for talks with his counterpart, officials said on Monday."
GERMAN = (
    "Der Außenminister wird in der kommenden Woche in die Hauptstadt reisen, um dort mit seinem Amtskollegen über den "
    "Handel und die Lage an der Grenze zu sprechen, sagte ein Sprecher des Ministeriums am Montag."
)
FRENCH = (
    "Le ministre des Affaires étrangères se rendra la semaine prochaine dans la capitale pour des entretiens avec son "
    "homologue, ont indiqué lundi des responsables du ministère."
)
RUSSIAN = "Министр иностранных дел посетит столицу на следующей неделе, сообщили в понедельник официальные лица."
CHINESE = "外交部长将于下周访问首都，与外方举行会谈，官员周一表示。"
SPANISH = "El ministro de Relaciones Exteriores viajará la próxima semana a la capital para reunirse con su homólogo."


def page(content: bytes | str, **known: object) -> Page:
    if isinstance(content, str):
        return Page(source="page", text=content, **known)  # type: ignore[arg-type]
    return Page(source="page", content=content, **known)  # type: ignore[arg-type]


def html(body: str) -> str:
    return f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>"


REFUSED = [
    ("an empty file", b"", NotReadError, "page: empty: there is nothing to read"),
    ("white space", b" \n\t\n", NotReadError, "page: empty: there is nothing to read"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, SourceError, "page: binary: neither HTML nor text"),
    ("noise", os.urandom(0) + bytes(range(256)) * 50, SourceError, "page: binary: neither HTML nor text"),
    ("zeros", b"\0" * 5000, SourceError, "page: binary: neither HTML nor text"),
    ("HTML with no text", html("").encode(), NotReadError, "page: not read: the HTML holds no article text"),
    ("HTML with a script", html("<script>let a = 1;</script>"), NotReadError, "page: not read: the HTML holds no article text"),
    ("numbers", "12 34 56\n\n78", NotReadError, "page: not read: no text"),
    ("German", GERMAN, NotReadError, "page: not read: the page is in German"),
    ("French", FRENCH.encode("latin-1"), NotReadError, "page: not read: the page is in French"),
    ("Spanish", SPANISH, NotReadError, "page: not read: the page is in Spanish"),
    ("Russian", RUSSIAN, NotReadError, "page: not read: the page is in Russian"),
    ("Chinese", CHINESE, NotReadError, "page: not read: the page is in Chinese"),
    ("German HTML", html(f"<article><p>{GERMAN}</p><p>{GERMAN}</p></article>"), NotReadError, "page: not read: the page is in German"),
    ("a page of 50 MB", b"<html>" + b"a" * 50_000_000, SourceError, "page: refused: 50 MB, at most 20 MB are read"),
    ("6 MB of text", (PROSE + "\n\n") * 52_000, SourceError, None),
]  # fmt: skip


@pytest.mark.parametrize(("content", "kind", "line"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_refused_with_one_line(content: bytes | str, kind: type[SourceError], line: str | None) -> None:
    with pytest.raises(SourceError) as caught:
        article(page(content))
    assert type(caught.value) is kind
    assert "\n" not in str(caught.value)
    assert line is None or str(caught.value) == line


ENCODED = [
    ("UTF-8", "utf-8", b""),
    ("UTF-8 with a mark", "utf-8-sig", b""),
    ("UTF-16 with a mark", "utf-16", b""),
    ("UTF-16 little endian, unmarked", "utf-16-le", b""),
    ("UTF-16 big endian, unmarked", "utf-16-be", b""),
    ("UTF-32 with a mark", "utf-32", b""),
    ("Latin-1", "latin-1", b""),
    ("windows-1252", "windows-1252", b""),
]


@pytest.mark.parametrize("encoding", [e[1] for e in ENCODED], ids=[e[0] for e in ENCODED])
def test_encodings_of_text(encoding: str) -> None:
    text = PROSE.replace("foreign minister", "Señor Müller of Curaçao")
    assert article(page(text.encode(encoding))).text == text


def test_a_declared_charset_is_believed() -> None:
    body = PROSE.replace("capital", "Łódź")
    markup = f'<html><head><meta charset="iso-8859-2"><title>T</title></head><body><article><p>{body}</p></article></body></html>'
    assert body in article(page(markup.encode("iso-8859-2"))).text


def test_ten_thousand_nested_tags_are_read_or_refused_in_a_line() -> None:
    deep = html("<div>" * 10_000 + f"<p>{PROSE}</p>" + "</div>" * 10_000)
    assert PROSE in article(page(deep)).text


def test_ten_thousand_unclosed_inline_tags() -> None:
    deep = html(f"<p>{PROSE}</p>" + "<b><i>" * 5_000 + PROSE)
    assert PROSE in article(page(deep)).text


def test_short_text_gets_the_benefit_of_the_doubt() -> None:
    assert article(page("Blinken visits Beijing.")).language == "en"


def test_headlines_are_english_too() -> None:
    assert (
        article(
            page(
                "Blinken visits Beijing\n\nXi hosts Putin, Modi\n\nUS, China resume military talks\n\nLavrov lands in Pyongyang"
            )
        ).language
        == "en"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Peter Otieno later met Portuguese President Ana Costa and Prime Minister Rui Matos in Geneva.",
        "President Emmerson Mnangagwa hosted Zambian President Hakainde Hichilema and Botswana President Mokgweetsi Masisi on Monday.",
    ],
)
def test_prose_full_of_names_is_english_too(text: str) -> None:
    assert article(page(text)).language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "El presidente Pedro Costa se reunió ayer con la ministra Ana Ruiz y con el embajador Juan Soto para hablar del comercio.",
        "Le président Jean Morel a rencontré hier la ministre Anne Petit et le premier ministre Luc Durand pour parler du commerce.",
        "Der Präsident Karl Braun hat gestern die Ministerin Anna Vogel und den Botschafter Otto Lang in Wien getroffen.",
        "Rais William Ruto alikutana jana na waziri Musalia Mudavadi pamoja na balozi Jane Kamau mjini Nairobi kuhusu biashara.",
    ],
)
def test_other_prose_full_of_names_is_not(text: str) -> None:
    with pytest.raises(NotReadError):
        article(page(text))


def test_html_is_not_final_text() -> None:
    with pytest.raises(SourceError, match="HTML is not final text"):
        article(page(html(PROSE), media_type="html", is_final=True))


def checked(found: Article) -> None:
    last = 0
    for block in found.blocks:
        assert last <= block.start < block.end <= len(found.text)
        assert found.text[block.start : block.end] == found.text[block.start : block.end].strip()
        last = block.end
    if found.dateline:
        assert 0 <= found.dateline.start < found.dateline.end <= len(found.text)


WORDS = st.sampled_from(
    [PROSE, GERMAN, "Home World ", "Leave a reply", "ROME, 3 May (ANSA) - ", "\n", "\n\n", " ", "<p>", "</p>", "<div>", "<html>", "</div>", "<script>", "<!--", "&amp;", "&#0;", "<h2>", "\u2028", "\x00", "\ud800", "Read more", "<br>", "<li>", "•", "1. ", "“", "May 1, 2020", "By A B", "<table><tr><td>", "<title>x</title>"]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.one_of(WORDS, st.text(max_size=20)), max_size=30),
    st.booleans(),
    st.sampled_from([None, "html", "text"]),
)
def test_any_text_is_read_or_refused(parts: list[str], is_final: bool, media_type: str | None) -> None:
    try:
        found = article(page("".join(parts), is_final=is_final, media_type=media_type))
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        checked(found)
        if is_final:
            assert found.text == "".join(parts) or "\ud800" in "".join(parts)


@settings(deadline=None, max_examples=200)
@given(st.one_of(st.binary(max_size=400), st.binary(max_size=100).map(lambda b: b"<html><body><p>" + b + b"</p>" + b)))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        found = article(page(content))
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        checked(found)
