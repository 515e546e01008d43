"""What ``legation read`` promises besides the findings themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from legation.publish.record import schema

PAGE = "Peru's president will visit Ghana on Friday, an official said.\n"


def test_every_example_keeps_the_schema(run, examples: Path) -> None:
    ran = run("read", *sorted(examples.iterdir()), "--json")
    assert (ran.code, ran.err) == (0, "")
    check = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [e.message for line in ran.lines for e in check.iter_errors(json.loads(line))] == []
    assert len(ran.lines) == 8


def test_evidence_is_the_words_at_its_offsets(run, examples: Path) -> None:
    for line in run("read", *sorted(examples.iterdir()), "--json").lines:
        record = json.loads(line)
        text = record["article"]["text"]
        found = [e for engagement in record["engagements"] for e in engagement["evidence"]]
        found += [past["evidence"] for engagement in record["engagements"] for past in engagement["history"]]
        assert [text[e["start"] : e["end"]] for e in found] == [e["text"] for e in found]


def test_json_lines_keep_their_ids_and_their_own_dates(run, tmp_path: Path) -> None:
    pages = tmp_path / "pages.jsonl"
    rows = [
        {"id": "x1", "text": PAGE, "published": "2024-03-05", "url": "https://a.example/1"},
        {"id": "x2", "text": PAGE},
    ]
    pages.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    records = [json.loads(line) for line in run("read", pages, "--json", "--published", "2020-01-01").lines]
    assert [(r["id"], r["article"]["published"], r["article"]["url"]) for r in records] == [
        ("x1", "2024-03-05", "https://a.example/1"),
        ("x2", "2020-01-01", None),
    ]


def test_as_is_changes_no_character(run, tmp_path: Path) -> None:
    text = f"Home World Peru\n\n{PAGE}\nLeave a reply\n\nPlease enter your name here\n"
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    assert json.loads(run("read", page, "--json", "--as-is").out)["article"]["text"] == text
    assert "Leave a reply" not in json.loads(run("read", page, "--json").out)["article"]["text"]


def test_standard_input_is_read(run) -> None:
    assert PAGE.strip() in json.loads(run("read", "-", "--json", stdin=PAGE.encode()).out)["article"]["text"]


def test_the_summary_tells_who_when_where_and_in_which_words(run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    out = run("read", page, "--published", "2024-03-05").out
    for words in ("announced", "Peru", "Ghana", "8 March 2024", "an official", PAGE.strip(), "[0:62]"):
        assert words in out


def test_without_a_publication_date_the_summary_says_what_stays_open(run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE, encoding="utf-8")
    out = run("read", page).out
    assert "no publication date" in out
    assert "“Friday”: open (" in out


def test_piped_output_has_no_colour_and_no_control_characters(run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(PAGE.replace("president", "\x1b[31mpresident\x1b[0m"), encoding="utf-8")
    assert "\x1b" not in run("read", page).out


def test_html_writes_one_page_for_all_sources(run, examples: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    ran = run("read", *sorted(examples.iterdir())[:2], "--html", target)
    assert (ran.code, ran.out) == (0, "")
    assert target.read_text(encoding="utf-8").count('<article class="text"') == 2
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize("options", [("--json",), ()])
def test_nothing_diplomatic_is_said_plainly(run, examples: Path, options: tuple[str, ...]) -> None:
    ran = run("read", examples / "8-badminton.txt", *options)
    assert ran.code == 0
    assert json.loads(ran.out)["engagements"] == [] if options else "ENGAGEMENTS" not in ran.out
