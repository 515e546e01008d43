"""``legation compact``: give back unused space."""

from __future__ import annotations

import typer

from legation.cli.calendar import Calendar, address_of, opened


def compact(calendar: Calendar = None) -> None:
    """Give back the space that the calendar does not use any more. Nothing that is known is lost."""
    from pathlib import Path

    from legation.cli.terminal import progress

    path = Path(address_of(calendar))
    before = path.stat().st_size if path.is_file() else None
    with opened(calendar) as store, progress("compacting"):
        store.compact()
    if before is not None:
        typer.echo(f"{path}: {before / 1e6:.1f} MB before, {path.stat().st_size / 1e6:.1f} MB now")
