"""``legation dates``: one line a page, offsets that are the input's own, failures told and survived."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.cli import main

KEYS = {"start", "end", "words", "type", "value", "mod", "earliest", "latest", "precision", "convention"}
TEXT = "The minister will visit Oslo in the coming weeks, an aide said on Tuesday. No date has been set.\n"


def run(arguments: list[str]) -> int:
    try:
        main(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def test_json_lines(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    source = tmp_path / "pages.jsonl"
    pages = [{"id": "a", "text": TEXT, "published": "2023-06-07"}, {"id": "b", "text": TEXT}]
    source.write_text("\n".join(json.dumps(p) for p in pages), encoding="utf-8")
    assert run(["dates", str(source), "--as-is", "--json"]) == 0
    lines = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == ["a", "b"]
    for line in lines:
        for row in line["dates"]:
            assert row.keys() >= KEYS
            assert TEXT[row["start"] : row["end"]] == row["words"]
    assert [(r["earliest"], r["latest"]) for r in lines[0]["dates"]] == [
        ("2023-06-07", "2023-07-19"),
        ("2023-06-06", "2023-06-06"),
        (None, None),
    ]
    assert all(row["unresolved"] or row["convention"] == "no-date-set" for row in lines[1]["dates"])


def test_a_missing_file_is_told_and_the_rest_is_read(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8")
    missing = tmp_path / "missing.txt"
    assert run(["dates", str(missing), str(good), "--published", "2023-06-07", "--as-is"]) == 1
    out, err = capfdbinary.readouterr()
    assert b"missing.txt" in err
    assert b"2023-06-07 to 2023-07-19" in out
    assert b"no date set" in out


def test_a_date_that_is_none(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["dates", "-", "--published", "soon"]) == 2
    assert b"soon" in capfdbinary.readouterr().err
