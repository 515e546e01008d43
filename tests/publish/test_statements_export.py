"""Statements for other programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.errors import UsageError
from legation.publish.statements import COLUMNS, PageStatements, export, line, rows, web_annotations
from legation.records import Offsets, Speaker, Statement

TEXT = "“We will go,” Anna Berg said."
PAGE = PageStatements(
    "p1",
    "https://example.org/1",
    TEXT,
    (
        Statement(
            speaker=Speaker(name="Anna Berg", country="NO"),
            cue="said",
            kind="direct",
            content="We will go,",
            start=0,
            end=len(TEXT) - 1,
            quotes=(Offsets(0, 13),),
            source=(Offsets(14, 23),),
            source_words="Anna Berg",
            cue_spans=(Offsets(24, 28),),
            content_spans=(Offsets(0, 13),),
            does=("asserts", "promises"),
        ),
    ),
)


def test_a_line_has_the_page_and_its_statements_with_spans() -> None:
    record = json.loads(line(PAGE))
    assert record["id"] == "p1"
    (said,) = record["statements"]
    assert said["source"] == [{"start": 14, "end": 23}]
    assert said["cue_spans"] == [{"start": 24, "end": 28}]
    assert said["content_spans"] == [{"start": 0, "end": 13}]


def test_a_lone_surrogate_does_not_break_the_line() -> None:
    broken = PAGE._replace(id="\ud800")
    assert json.loads(line(broken))["id"] == "?"


def test_rows_have_the_columns() -> None:
    (row,) = rows([PAGE])
    assert tuple(row) == COLUMNS
    assert (row["speaker_name"], row["content_spans"], row["does"]) == ("Anna Berg", "0-13", "asserts promises")


def test_a_web_annotation_selects_the_exact_words() -> None:
    (item,) = web_annotations([PAGE])["items"]
    position, words = item["target"][0]["selector"]
    assert TEXT[position["start"] : position["end"]] == words["exact"] == "“We will go,”"
    assert words["suffix"] == " Anna Berg said."
    assert item["body"]["legation:speaker"] == {"legation:name": "Anna Berg", "legation:country": "NO"}


def test_parquet_reads_back(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "s.parquet"
    file.write_bytes(export([PAGE], file))
    (row,) = parquet.read_table(file).to_pylist()
    assert (row["speaker_name"], row["start"], row["anonymous"]) == ("Anna Berg", 0, False)


def test_another_ending_is_refused_in_one_line() -> None:
    with pytest.raises(UsageError, match=r"s\.doc: statements are written to"):
        export([PAGE], Path("s.doc"))
