"""Sources as callers name them: what is yielded for each, good or bad."""

from __future__ import annotations

import gzip
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import SourceError, UsageError
from legation.fetch import FakeFetcher
from legation.fetch.sources import pages, parse_date
from legation.records import Page

DAY = date(2023, 6, 7)


def lines(path: Path, content: str) -> str:
    path.write_text(content, encoding="utf-8")
    return str(path)


def test_files_are_pages(tmp_path: Path) -> None:
    text = lines(tmp_path / "a.txt", "The minister will travel.")
    html = lines(tmp_path / "b.html", "<p>The minister will travel.</p>")
    found = list(pages([text, html], published=DAY))
    assert [(p.source, p.media_type, p.published) for p in found if isinstance(p, Page)] == [
        (text, None, DAY),
        (html, "html", DAY),
    ]


def test_one_bad_source_never_hides_the_others(tmp_path: Path) -> None:
    good = lines(tmp_path / "a.txt", "The minister will travel.")
    fake = FakeFetcher({"https://example.org/": "<p>Good</p>"})
    named = [str(tmp_path), str(tmp_path / "none.txt"), "https://example.org/gone", good, "https://example.org/"]
    found = [str(f) if isinstance(f, SourceError) else f.source for f in pages(named, fetcher=fake)]
    assert found == [
        f"{tmp_path}: a directory: name the files in it, or give it to legation backfill",
        f"{tmp_path / 'none.txt'}: no such file",
        "https://example.org/gone: unreachable: no such page",
        good,
        "https://example.org/",
    ]


LINES = [
    # a line, what it gives
    ('{"text": "One."}', ("One.", "text", None, None)),
    ('{"html": "<p>One.</p>", "id": "a", "published": "2020-02-29"}', ("<p>One.</p>", "html", "a", date(2020, 2, 29))),
    ('{"text": "One.", "id": 7, "published": "2020-02-29T23:30:00-05:00"}', ("One.", "text", "7", date(2020, 2, 29))),
    ('{"text": "One.", "html": "<p>", "published": null, "more": [1]}', ("One.", "text", None, None)),
    ("nonsense", "line 1: not JSON"),
    ('"text"', "line 1: not a JSON object"),
    ('{"id": "a"}', "line 1: neither text nor html in it"),
    ('{"text": 3}', "line 1: neither text nor html in it"),
    ('{"text": "One.", "published": "yesterday"}', "line 1: published: 'yesterday' is not a date"),
    ('{"text": "One.", "published": 20200229}', "line 1: published: 20200229 is not a date"),
    ("[" * 100_000, "line 1: not JSON"),
]


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line[0][:40] for line in LINES])
def test_json_lines(tmp_path: Path, line: str, expected: tuple[object, ...] | str) -> None:
    first, second = pages([lines(tmp_path / "a.jsonl", f'{line}\n{{"text": "Two."}}\n')])
    assert isinstance(second, Page)
    assert second.text == "Two."
    if isinstance(expected, str):
        assert isinstance(first, SourceError)
        assert first.problem.startswith(expected)
    else:
        assert isinstance(first, Page)
        assert (first.text, first.media_type, first.id, first.published) == expected


def test_a_line_knows_its_own_day_better(tmp_path: Path) -> None:
    source = lines(tmp_path / "a.jsonl", '{"text": "One.", "published": "2020-01-01"}\n\n{"text": "Two."}')
    assert [p.published for p in pages([source], published=DAY) if isinstance(p, Page)] == [date(2020, 1, 1), DAY]


def test_compressed_lines_and_a_broken_one(tmp_path: Path) -> None:
    whole = tmp_path / "a.jsonl.gz"
    whole.write_bytes(gzip.compress(b'{"text": "One."}\n' * 2000))
    assert len(list(pages([str(whole)]))) == 2000
    broken = tmp_path / "b.jsonl.gz"
    broken.write_bytes(whole.read_bytes()[:-20])
    found = list(pages([str(broken), str(whole)]))
    assert sum(isinstance(f, SourceError) for f in found) == 1
    assert sum(isinstance(f, Page) for f in found) >= 2000


INPUTS = [
    ("text", b"The minister will travel.\nSoon.", ["text"]),
    ("JSON lines", b'{"text": "One."}\n{"text": "Two."}\n', ["-:1", "-:2"]),
    ("a text that begins with a brace", b"{sic} the minister", ["text"]),
    ("nothing", b"", ["text"]),
]


@pytest.mark.parametrize(("content", "expected"), [i[1:] for i in INPUTS], ids=[i[0] for i in INPUTS])
def test_standard_input(content: bytes, expected: list[str]) -> None:
    found = list(pages(["-"], stdin=io.BytesIO(content)))
    assert all(isinstance(f, Page) for f in found)
    assert [f.source if f.source != "-" else "text" for f in found] == expected


def test_a_file_too_large_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    (found,) = pages([str(path)])
    assert isinstance(found, SourceError)
    assert found.problem == "refused: 50 MB, at most 20 MB are read"


def test_pages_come_as_they_are_asked_for() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            line = b'{"text": "One."}\n'
            buffer[: len(line)] = line
            return len(line)

    endless = pages(["-"], stdin=io.BufferedReader(Endless(), buffer_size=64))
    assert isinstance(next(endless), Page)


DATES = [
    ("2023-06-07", DAY),
    (" 2023-06-07 ", DAY),
    ("20230607", DAY),
    ("2023-06-07T10:00:00Z", DAY),
    ("2023-06-07 10:00", DAY),
    ("2023-02-30", None),
    ("7 June 2023", None),
    ("tomorrow", None),
    ("", None),
    ("06/07/2023", None),
]


@pytest.mark.parametrize(("words", "day"), DATES)
def test_parse_date(words: str, day: date | None) -> None:
    if day is None:
        with pytest.raises(UsageError, match="is not a date"):
            parse_date(words)
    else:
        assert parse_date(words) == day


@given(st.text())
def test_any_words_are_a_date_or_an_error(words: str) -> None:
    try:
        assert isinstance(parse_date(words), date)
    except UsageError as error:
        assert "\n" not in str(error)


@given(st.binary(max_size=200))
def test_any_line_is_a_page_or_an_error(line: bytes) -> None:
    head = b'{"text": "One."}\n'
    found = list(pages(["-"], stdin=io.BytesIO(head + line + b'\n{"text": "Last."}')))
    assert isinstance(found[-1], Page)
    assert found[-1].text == "Last."
