"""What every command on the calendar shares: which one is meant, and days given as arguments."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from legation.records import Entry, KnownOffice
    from legation.store import Store

Calendar = Annotated[
    str | None,
    typer.Option(
        "--calendar",
        metavar="FILE",
        help="The calendar: a file or postgresql://...; else LEGATION_CALENDAR, else the user's own.",
        show_default=False,
    ),
]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="As it stood by what was said until then.")]
LearnedBy = Annotated[
    str | None, typer.Option("--learned-by", metavar="DATE", help="As this calendar knew it by the end of that day.")
]


def address_of(calendar: str | None) -> str:
    """The calendar that is meant."""
    from legation.settings import settings

    return calendar or settings().calendar


def opened(calendar: str | None, *, create: bool = False) -> Store:
    """The calendar that is meant, open; CalendarError where there is none."""
    from legation.store import open_calendar

    return open_calendar(address_of(calendar), create=create, known=own_whos_who())


def own_whos_who() -> tuple[KnownOffice, ...] | None:
    """The who's who of the user's own file; None where the starter file is meant."""
    from legation.rules.whoswho import known_offices
    from legation.settings import settings

    own = settings().whos_who
    return known_offices(own) if own else None


def day_of(text: str | None) -> date | None:
    """A day given as an argument; UsageError where it is none."""
    from legation.fetch.sources import parse_date

    return parse_date(text) if text is not None else None


def end_of(day: date | None) -> datetime | None:
    """The last moment of a day, in UTC."""
    return datetime.combine(day, time.max, tzinfo=UTC) if day is not None else None


def wanted_entry(
    store: Store, entry: str, *, as_of: date | None = None, learned_by: datetime | None = None
) -> Entry:
    """The engagement that an identifier leads to, as it stood; UsageError where it leads nowhere, or did not yet."""
    from legation.errors import UsageError

    found = store.entry(entry, as_of=as_of, learned_by=learned_by)
    if found is None and (as_of or learned_by) and store.entry(entry) is not None:
        raise UsageError(f"{entry}: nothing was known of that engagement then")
    if found is None:
        raise UsageError(f"{entry}: no engagement of this calendar has that identifier; legation agenda lists them")
    return found
