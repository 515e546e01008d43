"""Each bad input gets one line that says what and where, exit code 1 or 2, and the other sources are still read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

GOOD = "Ghana's foreign minister will visit Peru on 5 March 2024, the foreign ministry in Accra said on Monday.\n"
GERMAN = (
    "Der Außenminister wird in der kommenden Woche in die Hauptstadt reisen, um dort mit seinem Amtskollegen über den "
    "Handel und die Lage an der Grenze zu sprechen, sagte ein Sprecher des Ministeriums am Montag.\n"
)
CURLY = "Ghana’s foreign minister will visit São Tomé and Príncipe on Friday, the ministry said on Monday.\n"

NOT_READ = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b"  \n\t\n", "empty"),
    ("picture.bin", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "binary"),
    (
        "no_text.html",
        b"<!doctype html><html><head><title>T</title></head><body><img src=x></body></html>",
        "no article",
    ),
    ("german.txt", GERMAN.encode(), "German"),
    ("huge.html", b"<html><body>" + b"<p>words</p>" * 4_200_000 + b"</body></html>", "50 MB"),
    ("huge.txt", GOOD.encode() * 60_000, "characters of text"),
]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "content", "problem"), NOT_READ, ids=[r[0] for r in NOT_READ])
def test_a_file_that_is_not_read_gets_one_line(
    run, tmp_path: Path, good: Path, name: str, content: bytes, problem: str
):
    bad = tmp_path / name
    bad.write_bytes(content)
    ran = run("read", bad, good, "--json")
    assert ran.code == 1
    assert len(ran.complaints) == 1
    assert str(bad) in ran.complaints[0]
    assert problem in ran.complaints[0]
    assert [json.loads(line)["article"]["text"].split()[0] for line in ran.lines] == ["Ghana's"]


def test_a_directory_gets_one_line(run, tmp_path: Path, good: Path) -> None:
    ran = run("read", tmp_path, good, "--json")
    assert (ran.code, len(ran.lines), len(ran.complaints)) == (1, 1, 1)
    assert f"{tmp_path}: a directory" in ran.err


def test_a_missing_file_gets_one_line(run, tmp_path: Path, good: Path) -> None:
    ran = run("read", good, tmp_path / "gone.txt", "--json")
    assert (ran.code, len(ran.lines), len(ran.complaints)) == (1, 1, 1)
    assert f"{tmp_path / 'gone.txt'}: no such file" in ran.err


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/page", "http://nowhere.invalid/page", "ftp://example.org/page", "http://"]
)
def test_an_unreachable_address_gets_one_line(run, good: Path, url: str) -> None:
    ran = run("read", url, good, "--json")
    assert (ran.code, len(ran.lines), len(ran.complaints)) == (1, 1, 1)
    assert url in ran.complaints[0]


@pytest.mark.parametrize("word", ["yesterday", "2023-02-30", "2023", "06/07/2023", ""])
def test_a_date_that_is_none_is_a_usage_error(run, good: Path, word: str) -> None:
    ran = run("read", good, "--published", word)
    assert (ran.code, ran.out, len(ran.complaints)) == (2, "", 1)
    assert repr(word) in ran.complaints[0]
    assert "YYYY-MM-DD" in ran.complaints[0]


BYTES = [
    ("UTF-16", CURLY.encode("utf-16")),
    ("UTF-16 without a mark", CURLY.encode("utf-16-le")),
    ("windows-1252", CURLY.encode("windows-1252")),
    ("Latin-1", CURLY.replace("’", "'").encode("latin-1")),
]


@pytest.mark.parametrize("content", [r[1] for r in BYTES], ids=[r[0] for r in BYTES])
def test_other_encodings_are_read(run, tmp_path: Path, content: bytes) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(content)
    ran = run("read", page, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert "São Tomé and Príncipe" in json.loads(ran.out)["article"]["text"]


def test_ten_thousand_nested_tags_are_read_or_refused_in_one_line(run, tmp_path: Path, good: Path) -> None:
    deep = tmp_path / "deep.html"
    deep.write_text(f"<html><body>{'<div>' * 10_000}<p>{GOOD}</p>{'</div>' * 10_000}</body></html>", encoding="utf-8")
    ran = run("read", deep, good, "--json")
    read = [json.loads(line) for line in ran.lines]
    assert "a bug in Legation" not in ran.err
    if ran.code == 0:
        assert all(GOOD.strip() in r["article"]["text"] for r in read)
        assert len(read) == 2
    else:
        assert (ran.code, len(read), len(ran.complaints)) == (1, 1, 1)
        assert str(deep) in ran.err


def test_bad_lines_of_json_lines_hide_no_good_one(run, tmp_path: Path) -> None:
    pages = tmp_path / "pages.jsonl"
    good = [json.dumps({"id": name, "text": GOOD}) for name in ("a", 7)]
    rows = [good[0], "{not json", "[]", '{"id": "b"}', good[1]]
    pages.write_text("\n".join(rows), encoding="utf-8")
    ran = run("read", pages, "--json")
    assert ran.code == 1
    assert [json.loads(line)["id"] for line in ran.lines] == ["a", "7"]
    assert [f"{pages}: line {n}" in line for n, line in zip((2, 3, 4), ran.complaints, strict=True)] == [True] * 3


def test_no_source_and_an_unknown_command_are_usage_errors(run) -> None:
    assert run("read").code == 2
    assert run("rede", "x").code == 2


def test_html_into_a_place_that_is_none_leaves_one_line(run, good: Path, tmp_path: Path) -> None:
    ran = run("read", good, "--html", tmp_path / "no" / "page.html")
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert "cannot be written" in ran.err


def test_a_full_disk_leaves_one_line_and_no_half_page(run, good: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    ran = run("read", good, "--html", "/dev/full")
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert "No space left" in ran.err
