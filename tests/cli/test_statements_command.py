"""``legation statements``: one line a page, spans that are the input's own, files for other programs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TEXT = "  “We will go,” Anna Berg told reporters on Tuesday.\n\nA diplomat said no date had been set.\n"


def test_json_lines(run: Any, tmp_path: Path) -> None:
    source = tmp_path / "pages.jsonl"
    pages = [{"id": "a", "text": TEXT, "published": "2023-06-07"}, {"id": "b", "text": TEXT}]
    source.write_text("\n".join(json.dumps(p) for p in pages), encoding="utf-8")
    ran = run("statements", source, "--as-is", "--json")
    assert ran.code == 0
    first, second = (json.loads(line) for line in ran.lines)
    assert (first["id"], second["id"]) == ("a", "b")
    berg, diplomat = first["statements"]

    def words(spans: list[dict[str, int]]) -> list[str]:
        return [TEXT[s["start"] : s["end"]] for s in spans]

    assert words(berg["source"]) == ["Anna Berg"]
    assert words(berg["cue_spans"]) == ["told"]
    assert words(berg["content_spans"]) == ["“We will go,”"]
    assert berg["said_on"] == {"earliest": "2023-06-06", "latest": "2023-06-06", "words": berg["said_on"]["words"]}
    assert second["statements"][0]["said_on"]["earliest"] is None
    assert (diplomat["anonymous"], diplomat["described_as"]) == (True, "A diplomat")


def test_a_person_reads_who_and_what(run: Any, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    ran = run("statements", page, "--as-is")
    assert ran.code == 0
    assert "Anna Berg" in ran.out
    assert "no date had been set" in ran.out


def test_an_export_is_written_whole(run: Any, tmp_path: Path) -> None:
    page, file = tmp_path / "page.txt", tmp_path / "out.jsonld"
    page.write_text(TEXT, encoding="utf-8")
    ran = run("statements", page, "--as-is", "--export", file)
    assert ran.code == 0
    assert len(json.loads(file.read_text(encoding="utf-8"))["items"]) == 2


def test_an_unknown_ending_is_refused_before_anything_is_read(run: Any, tmp_path: Path) -> None:
    ran = run("statements", tmp_path / "missing.txt", "--export", tmp_path / "out.doc")
    assert ran.code == 2
    (complaint,) = ran.complaints
    assert "out.doc" in complaint
