"""``legation check``: whether a calendar is whole."""

from __future__ import annotations

import typer

from legation.cli.calendar import Calendar, address_of, opened


def check(calendar: Calendar = None) -> None:
    """Check every span, reference, revision and count of the calendar. Exit code 1: something is not as it must be."""
    from legation.cli.terminal import progress
    from legation.store import shown

    with opened(calendar) as store, progress("checking") as told:
        problems = store.check(told)
        pages, entries = store.count_pages(), store.count()
    for problem in problems:
        typer.echo(problem)
    if problems:
        raise typer.Exit(1)
    typer.echo(f"{shown(address_of(calendar))}: whole ({pages} pages, {entries} engagements)")
