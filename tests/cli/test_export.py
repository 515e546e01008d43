"""``legation export``: every form is read back by a program that is not ours, and each holds the same engagements."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import feedparser
import icalendar
import ics
import pytest
import rdflib

import desk_calendar as story

FORMS = ["ics", "atom", "json", "jsonl", "csv", "parquet", "jsonld", "ninjs", "tsv", "polecat"]


@pytest.fixture(scope="module")
def calendar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "c.sqlite"
    story.filled(path).close()
    return path


@pytest.fixture
def exported(run: Any, calendar: Path, tmp_path: Path) -> Callable[..., bytes]:
    def export(form: str, *options: str) -> bytes:
        out = tmp_path / f"out.{form}"
        ran = run("export", "--format", form, "--calendar", calendar, "--output", out, *options)
        assert ran.code == 0, ran.err
        return out.read_bytes()

    return export


def ids(lines: bytes) -> set[str]:
    return {json.loads(line)["id"] for line in lines.splitlines()}


def table(content: bytes, suffix: str, folder: Path) -> list[dict[str, Any]]:
    """What DuckDB makes of a table."""
    path = folder / f"read.{suffix}"
    path.write_bytes(content)
    call = f"read_parquet('{path}')" if suffix == "parquet" else f"read_csv('{path}', all_varchar=true, header=true)"
    found = duckdb.sql(f"SELECT * FROM {call}")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def test_json_lines_hold_every_engagement(exported: Callable[..., bytes]) -> None:
    lines = exported("jsonl")
    assert len(ids(lines)) == len(lines.splitlines()) == 6
    assert exported("json") == lines


@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_tables_are_read_by_another_database(exported: Callable[..., bytes], tmp_path: Path, suffix: str) -> None:
    rows = table(exported(suffix), suffix, tmp_path)
    assert {row["id"] for row in rows} == ids(exported("jsonl"))
    postponed = {row["id"] for row in rows if row["status"] == "postponed"}
    assert postponed == ids(exported("jsonl", "--status", "postponed"))


@pytest.mark.parametrize("form", ["tsv", "polecat"])
def test_polecats_columns_are_read_by_another_database(
    exported: Callable[..., bytes], tmp_path: Path, form: str
) -> None:
    rows = table(exported(form), "tsv", tmp_path)
    assert rows
    assert {len(row) for row in rows} == {40}
    assert {"CONSULT", "AGREE"} & {row["Event Type"] for row in rows}
    assert len({row["Event ID"] for row in rows}) == len(rows)


def test_two_calendar_programs_see_the_dated_ones(exported: Callable[..., bytes]) -> None:
    content = exported("ics")
    uids = {str(event["UID"]) for event in icalendar.Calendar.from_ical(content).walk("VEVENT")}
    assert uids == {event.uid for event in ics.Calendar(content.decode()).events}
    dated = [json.loads(line) for line in exported("jsonl").splitlines()]
    assert len(uids) >= len([e for e in dated if e["when"] and e["when"]["earliest"]])


def test_a_feed_reader_sees_the_changes(exported: Callable[..., bytes]) -> None:
    found = feedparser.parse(exported("atom"))
    assert not found.bozo
    moments = [entry.updated for entry in found.entries]
    assert moments == sorted(moments, reverse=True)
    assert any(entry.title.startswith("Postponed: ") for entry in found.entries)
    assert all(entry.content[0].value for entry in found.entries)
    assert feedparser.parse(exported("atom", "--country", "FI")).entries == []


def test_linked_data_is_a_graph_of_events(exported: Callable[..., bytes]) -> None:
    found = json.loads(exported("jsonld"))
    # schema.org's own context would have to be fetched; to what it says of these names its vocabulary comes down.
    own = [c for c in found["@context"] if isinstance(c, dict)]
    found["@context"] = [{"@vocab": "https://schema.org/", "url": {"@type": "@id"}}, *own]
    graph = rdflib.Graph().parse(data=json.dumps(found), format="json-ld")
    events = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/Event")))
    assert len(events) == 6
    named = rdflib.URIRef("https://schema.org/name")
    assert all(graph.value(event, named) for event in events)


def test_ninjs_has_an_item_for_each(exported: Callable[..., bytes]) -> None:
    found = json.loads(exported("ninjs"))
    assert len(found if isinstance(found, list) else next(v for v in found.values() if isinstance(v, list))) == 6


FILTERS = [
    (("--kind", "visit"), lambda e: e["kind"] == "visit"),
    (("--country", "NZ"), lambda e: "NZ" in e["countries"]),
    (("--region", "oceania"), lambda e: {"NZ", "FJ", "AU"} & set(e["countries"])),
    (("--person", "borin"), lambda e: any("Borin" in (p["name"] or "") for p in e["participants"])),
    (("--words", "borin"), lambda e: any("Borin" in (p["name"] or "") for p in e["participants"])),
]


@pytest.mark.parametrize(("options", "meets"), FILTERS)
def test_filters(exported: Callable[..., bytes], options: tuple[str, ...], meets: Callable[[Any], bool]) -> None:
    every = [json.loads(line) for line in exported("jsonl").splitlines()]
    assert ids(exported("jsonl", *options)) == {e["id"] for e in every if meets(e)}


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_valid_too(exported: Callable[..., bytes], form: str, tmp_path: Path) -> None:
    content = exported(form, "--country", "FI")
    if form in ("csv", "tsv", "polecat"):
        assert len(content.splitlines()) == 1
    elif form == "parquet":
        assert table(content, "parquet", tmp_path) == []
    elif form in ("json", "jsonl"):
        assert content == b""
    elif form == "ics":
        assert icalendar.Calendar.from_ical(content).walk("VEVENT") == []
    elif form == "atom":
        assert not feedparser.parse(io.BytesIO(content)).bozo
    else:
        json.loads(content)


WRONG = [(("--kind", "wedding"), "is not a kind"), (("--words", "x", "--as-of", "2031-01-01"), "do not go together")]


@pytest.mark.parametrize(("options", "words"), WRONG)
def test_what_is_wrong_is_said(run: Any, calendar: Path, options: tuple[str, ...], words: str) -> None:
    ran = run("export", "--calendar", calendar, *options)
    assert (ran.code, words in ran.err) == (2, True)
