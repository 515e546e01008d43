"""``legation split``: a person says that a report is of another engagement."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.calendar import Calendar
from legation.cli.merge import Person, Reason, corrected

Report = Annotated[
    str, typer.Argument(metavar="REPORT", help="The report (legation why names it) or engagement that is another.")
]
From = Annotated[str, typer.Argument(metavar="ID", help="The engagement that it does not belong to.")]


def split(report: Report, entry: From, reason: Reason, person: Person = None, calendar: Calendar = None) -> None:
    """Take a report out of an engagement, or a merged engagement apart. The correction is kept and holds."""
    changed = corrected("split", report, entry, reason, person, calendar)
    typer.echo(f"told apart: {', '.join(changed)}")
