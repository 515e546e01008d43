"""``legation merge``: a person says that two engagements are one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.calendar import Calendar, opened

if TYPE_CHECKING:
    from legation.records import CorrectionKind

Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why; it is kept with the correction.")]
Person = Annotated[str | None, typer.Option("--person", metavar="NAME", help="Who says so; else the name of the user.")]
One = Annotated[str, typer.Argument(metavar="ID", help="An engagement; its identifier is the one that stays.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The engagement that is the same.")]


def merge(one: One, other: Other, reason: Reason, person: Person = None, calendar: Calendar = None) -> None:
    """Make one engagement of two. The correction is kept, and holds when pages are read again."""
    changed = corrected("merge", one, other, reason, person, calendar)
    typer.echo(f"one engagement now: {', '.join(changed)}")


def corrected(
    kind: CorrectionKind, one: str, other: str, reason: str, person: str | None, calendar: str | None
) -> tuple[str, ...]:
    """Keeps a correction in the calendar; returns the engagements it changed."""
    import getpass
    from datetime import UTC, datetime

    from legation.records import Correction

    now = datetime.now(UTC)
    correction = Correction(
        kind=kind, report=one, other=other, person=person or getpass.getuser(), reason=reason, said_on=now.date()
    )
    with opened(calendar) as store:
        return store.correct(correction, now)
