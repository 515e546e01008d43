"""``legation export``: the calendar as a file for other programs."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.agenda import AsOf, Countries, People, Since, Statuses, Until, filter_of
from legation.cli.calendar import Calendar, day_of, opened
from legation.cli.terminal import followed

if TYPE_CHECKING:
    from legation.publish.dossier import Dossier


class Format(StrEnum):
    ics = "ics"
    json = "json"
    csv = "csv"
    parquet = "parquet"
    jsonld = "jsonld"
    ninjs = "ninjs"
    polecat = "polecat"


Formats = Annotated[
    Format,
    typer.Option(
        "--format", help="ics (iCalendar), json (one engagement a line), csv, parquet, jsonld, ninjs, polecat."
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="A file; else standard output.")]
Undated = Annotated[bool, typer.Option("--undated", help="iCalendar: send engagements without a date as to-dos.")]


def export(
    format: Formats = Format.ics,
    output: Output = None,
    undated: Undated = False,
    country: Countries = None,
    person: People = None,
    since: Since = None,
    until: Until = None,
    status: Statuses = None,
    as_of: AsOf = None,
    calendar: Calendar = None,
) -> None:
    """Write engagements for other programs. Engagements without a date are not in iCalendar unless asked for."""
    from legation.cli.files import write_whole
    from legation.publish.dossier import Dossier, source_of

    wanted = filter_of(country=country, person=person, since=since, until=until, status=status)
    with opened(calendar) as store:
        entries = store.entries(wanted, as_of=day_of(as_of))
        pages = store.pages_of([entry.id for entry in entries])
        dossiers = [
            Dossier(
                entry=entry,
                revisions=store.revisions(entry.id),
                sources=tuple(source_of(page) for page in pages[entry.id]),
            )
            for entry in followed(entries, what="exporting", total=len(entries))
        ]
    content = _content(dossiers, format, undated)
    if output is not None:
        write_whole(output, content)
        typer.echo(f"wrote {output}", err=True)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _content(dossiers: list[Dossier], format: Format, undated: bool) -> bytes:
    import msgspec

    from legation.publish import ics, jsonld, ninjs, plain, polecat, table
    from legation.rules.publish import publish_words

    words = publish_words()
    if format is Format.ics:
        head = ics.CalendarHead(name="Diplomatic calendar", stamp=datetime.now(UTC))
        return ics.calendar(head, dossiers, words, undated_as_todo=undated)
    if format is Format.csv:
        return b"".join(table.csv_rows(dossiers, words))
    if format is Format.parquet:
        return table.parquet(dossiers, words)
    if format is Format.jsonld:
        return msgspec.json.encode(jsonld.graph(dossiers, words)) + b"\n"
    if format is Format.ninjs:
        return msgspec.json.encode(ninjs.items(dossiers, words)) + b"\n"
    if format is Format.polecat:
        return b"".join(polecat.rows(dossiers))
    return b"".join(plain.json_line(dossier, words) for dossier in dossiers)
