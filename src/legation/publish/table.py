"""Engagements as a table: one row each, in CSV, Parquet or JSON lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from legation.publish.dossier import Dossier, previous_days, uid
from legation.publish.plain import json_line
from legation.publish.words import countries_of, described, title_of
from legation.rules.publish import PublishWords

# A spreadsheet runs a cell that begins with one of these as a formula; such text gets an apostrophe in front.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_LIST_SEPARATOR = "; "
# Rows of one Parquet row group, so that memory stays flat however long the table is.
_GROUP = 10_000

Cell = str | int | bool | date | datetime | list[str] | None
Column = tuple[str, str, Callable[[Dossier, PublishWords], Cell]]

# Name, type and value of every column, in order. Types: text, texts (a list), integer, flag, day, moment.
COLUMNS: tuple[Column, ...] = (
    ("id", "text", lambda d, w: d.entry.id),
    ("uid", "text", lambda d, w: uid(d.entry)),
    ("sequence", "integer", lambda d, w: d.entry.sequence),
    ("title", "text", lambda d, w: title_of(d.entry, w)),
    ("kind", "text", lambda d, w: d.entry.state.kind),
    ("status", "text", lambda d, w: d.entry.status),
    ("standing", "text", lambda d, w: d.entry.standing),
    ("certainty", "text", lambda d, w: d.entry.state.certainty),
    ("disputed", "texts", lambda d, w: list(d.entry.state.disputed)),
    ("participants", "texts", lambda d, w: [described(who) for who in d.entry.state.participants]),
    ("roles", "texts", lambda d, w: [who.role for who in d.entry.state.participants]),
    ("countries", "texts", lambda d, w: list(countries_of(d.entry.state))),
    ("host_country", "text", lambda d, w: d.entry.state.host_country),
    ("place", "text", lambda d, w: d.entry.state.place),
    ("occasion", "text", lambda d, w: d.entry.state.occasion),
    ("topics", "texts", lambda d, w: list(d.entry.state.topics)),
    ("when_words", "text", lambda d, w: d.entry.state.when.words if d.entry.state.when else None),
    ("earliest", "day", lambda d, w: d.entry.state.earliest),
    ("latest", "day", lambda d, w: d.entry.state.latest),
    ("precision", "text", lambda d, w: d.entry.state.when.precision if d.entry.state.when else "none"),
    ("no_date_set", "flag", lambda d, w: d.entry.state.no_date_set),
    ("previous_earliest", "day", lambda d, w: _previous(d, "earliest")),
    ("previous_latest", "day", lambda d, w: _previous(d, "latest")),
    ("cause", "text", lambda d, w: d.entry.state.cause.words if d.entry.state.cause else None),
    ("cause_type", "text", lambda d, w: d.entry.state.cause.type if d.entry.state.cause else None),
    ("sources", "integer", lambda d, w: d.entry.sources),
    ("pages", "integer", lambda d, w: d.entry.pages),
    ("outlets", "texts", lambda d, w: list(d.entry.outlets)),
    ("first_said", "day", lambda d, w: d.entry.first_said),
    ("last_said", "day", lambda d, w: d.entry.last_said),
    ("learned", "moment", lambda d, w: d.entry.learned),
    ("updated", "moment", lambda d, w: d.entry.updated),
    ("part_of", "text", lambda d, w: d.entry.part_of),
    ("url", "text", lambda d, w: d.address),
)


def _previous(dossier: Dossier, end: str) -> date | None:
    days = previous_days(dossier.entry)
    found: date | None = getattr(days, end) if days else None
    return found


def csv_rows(dossiers: Iterable[Dossier], words: PublishWords) -> Iterator[bytes]:
    """CSV (RFC 4180, UTF-8): a header line, then a line for each engagement.

    Lists are joined with "; ". Text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    yield _csv_line([name for name, _, _ in COLUMNS])
    for dossier in dossiers:
        yield _csv_line([_csv_cell(value(dossier, words)) for _, _, value in COLUMNS])


def _csv_line(cells: list[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue().encode()


def _csv_cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, list):
        value = _LIST_SEPARATOR.join(value)
    text = str(value).replace("\0", "")
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA_STARTS) else text


def json_lines(dossiers: Iterable[Dossier], words: PublishWords) -> Iterator[bytes]:
    """JSON lines (UTF-8): the plain object of each engagement on a line of its own."""
    for dossier in dossiers:
        yield json_line(dossier, words)


def parquet(dossiers: Iterable[Dossier], words: PublishWords) -> bytes:
    """A Parquet file with typed columns: days as date32, moments in UTC, lists as lists of strings.

    Raises UsageError where pyarrow is not installed (``pip install legation[tables]``).
    """
    arrow, writer_class = _arrow()
    schema = arrow.schema([arrow.field(name, _arrow_type(arrow, kind)) for name, kind, _ in COLUMNS])
    sink = io.BytesIO()
    with writer_class(sink, schema, compression="zstd") as writer:
        rows: list[dict[str, Cell]] = []
        for dossier in dossiers:
            rows.append({name: value(dossier, words) for name, _, value in COLUMNS})
            if len(rows) == _GROUP:
                writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
                rows = []
        writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
    return sink.getvalue()


def _arrow() -> tuple[Any, Any]:
    from legation.errors import UsageError

    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow; install it with: pip install 'legation[tables]'") from error
    return pyarrow, pyarrow.parquet.ParquetWriter


def _arrow_type(arrow: Any, kind: str) -> Any:
    return {
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "integer": arrow.int64(),
        "flag": arrow.bool_(),
        "day": arrow.date32(),
        "moment": arrow.timestamp("us", tz="UTC"),
    }[kind]
