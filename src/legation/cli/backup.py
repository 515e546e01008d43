"""``legation backup``: a copy of the calendar."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.calendar import Calendar, opened

Target = Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes; it is there wholly or not at all.")]


def backup(target: Target, calendar: Calendar = None) -> None:
    """Copy the calendar file, also while pages are being added to it."""
    from legation.cli.terminal import progress
    from legation.errors import UsageError

    if target.is_dir():
        raise UsageError(f"{target}: is a folder; name a file in it")
    with opened(calendar) as store, progress("copying") as told:
        store.backup(target, told)
    typer.echo(f"wrote {target}")
