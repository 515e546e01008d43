"""Tables as other programs read them: CSV, JSON lines, Parquet, and POLECAT's columns."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

import desk_stories as stories
from legation.publish import polecat, table
from legation.records import State, Who
from legation.rules.publish import publish_words

WORDS = publish_words()


def csv_of(*dossiers) -> list[dict[str, str]]:
    data = b"".join(table.csv_rows(dossiers, WORDS)).decode()
    return list(csv.DictReader(io.StringIO(data, newline=""), strict=True))


def test_csv_keeps_every_engagement_on_one_row() -> None:
    found = csv_of(*stories.everything())
    assert [row["id"] for row in found] == ["e1", "e-undated", "e-vague", "e-summit", "e-hostile"]
    assert all(None not in row and None not in row.values() for row in found)


CELLS = [
    (stories.announced, "participants", "Ada Borin, Foreign Minister, New Zealand; Temur Qodirov, President, Uzbekistan"),
    (stories.announced, "countries", "NZ; UZ"), (stories.announced, "earliest", "2031-05-20"),
    (stories.postponed, "standing", "postponed"), (stories.postponed, "previous_earliest", "2031-05-20"),
    (stories.postponed, "no_date_set", "true"), (stories.postponed, "cause_type", "weather"),
    (stories.moved, "precision", "month"), (stories.undated, "earliest", ""), (stories.undated, "certainty", "possible"),
    (stories.announced, "updated", "2031-05-10T09:30:00+00:00"),
]  # fmt: skip


@pytest.mark.parametrize(("story", "column", "expected"), CELLS)
def test_csv_cells(story, column: str, expected: str) -> None:
    assert csv_of(story())[0][column] == expected


def test_no_cell_runs_in_a_spreadsheet() -> None:
    assert not any(cell[:1] in "=+-@\t\r" for row in csv_of(stories.hostile()) for cell in row.values() if cell)


def test_json_lines_are_one_object_a_line() -> None:
    lines = b"".join(table.json_lines(stories.everything(), WORDS)).decode().splitlines()
    found = [json.loads(line) for line in lines]
    assert [o["standing"] for o in found] == ["announced", "proposed", "expected", "held", "announced"]
    assert found[0]["when"]["earliest"] == "2031-05-20"
    assert found[0]["reports"][0]["outlet"] == "Harbour Post"


def test_parquet_has_the_same_rows_with_types() -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    read = parquet.read_table(io.BytesIO(table.parquet(stories.everything(), WORDS)))
    assert read.column_names == [name for name, _, _ in table.COLUMNS]
    assert read.column("earliest").to_pylist()[:2] == [date(2031, 5, 20), None]
    assert read.column("countries").to_pylist()[0] == ["NZ", "UZ"]
    assert read.column("updated").to_pylist()[0] == stories.moment(10)


def test_an_empty_table_has_its_header() -> None:
    assert csv_of() == []
    assert b"".join(table.csv_rows((), WORDS)).startswith(b"id,uid,sequence")


# -- POLECAT ------------------------------------------------------------------------------------------------------


def polecat_of(*dossiers) -> list[dict[str, str]]:
    data = b"".join(polecat.rows(dossiers)).decode()
    return list(csv.DictReader(io.StringIO(data), delimiter="\t", quoting=csv.QUOTE_NONE, strict=True))


def test_polecat_has_forty_columns_in_every_row() -> None:
    data = b"".join(polecat.rows(stories.everything())).decode()
    assert {line.count("\t") for line in data.splitlines()} == {39}
    assert data.splitlines()[0].startswith(
        "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts"
    )


def test_what_plover_has_no_event_for_is_left_out() -> None:
    assert polecat_of(stories.postponed()) == []


def call(a: str, b: str) -> State:
    return State(kind="call", status="held", participants=(Who(name="A B", country=a), Who(name="C D", country=b)))


CODED = [
    (stories.announced(), {"Event Type": "AGREE", "Event Date": "2031-04-02", "Actor Country": "NZL",
                           "Recipient Country": "UZB", "Event Mode": "None", "Contexts": "trade; water"}),
    (stories.summit(), {"Event Type": "CONSULT", "Event Mode": "multilateral", "Event Date": "2031-05-03",
                        "Country": "CHE", "Quad Code": "VERBAL COOPERATION"}),
    (stories.undated(), {"Event Type": "REQUEST", "Event Mode": "meet"}),
    (stories.Dossier(entry=stories.entry(state=call("FR", "DE"))),
     {"Event Type": "CONSULT", "Event Mode": "phone", "Event Date": "None", "Actor Country": "FRA",
      "Recipient Country": "DEU", "Intensity": "None"}),
]  # fmt: skip


@pytest.mark.parametrize(("dossier", "expected"), CODED)
def test_polecat_codes(dossier, expected: dict[str, str]) -> None:
    [row] = polecat_of(dossier)
    assert {name: row[name] for name in expected} == expected
