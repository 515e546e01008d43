"""``legation export``: the calendar as a file for other programs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from legation.cli.agenda import AsOf, Countries, People, Since, Statuses, Until, filter_of
from legation.cli.calendar import Calendar, day_of, opened


class Format(StrEnum):
    ics = "ics"
    json = "json"


Formats = Annotated[Format, typer.Option("--format", help="ics: iCalendar; json: one engagement a line.")]
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
    from legation.publish.entries import as_json
    from legation.publish.ics import ics

    wanted = filter_of(country=country, person=person, since=since, until=until, status=status)
    with opened(calendar) as store:
        entries = store.entries(wanted, as_of=day_of(as_of))
        if format is Format.json:
            content = as_json(entries)
        else:
            sources = store.pages_of([entry.id for entry in entries])
            content = ics(entries, sources, undated_as_todo=undated)
    if output is not None:
        write_whole(output, content)
        typer.echo(f"wrote {output}", err=True)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()
