"""``legation agenda``: the calendar's engagements, by date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.calendar import AsOf, Calendar, LearnedBy, day_of, end_of, opened

if TYPE_CHECKING:
    from legation.records import Entry, Filter

Countries = Annotated[
    list[str] | None, typer.Option("--country", metavar="CODE", help="Two-letter code; again for more: all of them.")
]
Regions = Annotated[
    list[str] | None, typer.Option("--region", metavar="NAME", help="For example africa or east-asia; again for more.")
]
People = Annotated[list[str] | None, typer.Option("--person", metavar="NAME", help="Any part of a name.")]
Since = Annotated[str | None, typer.Option("--from", metavar="DATE", help="On or after this day.")]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help="On or before this day.")]
Statuses = Annotated[
    list[str] | None, typer.Option("--status", metavar="STATUS", help="For example held or postponed; again for more.")
]
Kinds = Annotated[
    list[str] | None, typer.Option("--kind", metavar="KIND", help="For example visit or call; again for more.")
]

# Columns of a table that no terminal bounds: other programs read it by lines.
_PIPED_WIDTH = 250


def agenda(
    country: Countries = None,
    region: Regions = None,
    person: People = None,
    since: Since = None,
    until: Until = None,
    status: Statuses = None,
    kind: Kinds = None,
    as_of: AsOf = None,
    learned_by: LearnedBy = None,
    calendar: Calendar = None,
) -> None:
    """List engagements by date, those without a date last."""
    wanted = filter_of(
        country=country, region=region, person=person, since=since, until=until, status=status, kind=kind
    )
    with opened(calendar) as store:
        entries = store.entries(wanted, as_of=day_of(as_of), learned_by=end_of(day_of(learned_by)))
    print_entries(entries)


def filter_of(
    *,
    country: list[str] | None,
    region: list[str] | None,
    person: list[str] | None,
    since: str | None,
    until: str | None,
    status: list[str] | None,
    kind: list[str] | None = None,
) -> Filter:
    """The filter that a command's options make. Raises UsageError where one is wrong."""
    from typing import get_args

    from legation.errors import UsageError
    from legation.records import EngagementKind, Filter, Standing
    from legation.rules.regions import regions

    parts = tuple(r.lower() for r in region or ())
    for part in parts:
        if part not in regions():
            raise UsageError(f"{part!r} is not a region; there are: {', '.join(regions())}")
    kinds = tuple(k.lower() for k in kind or ())
    for one in kinds:
        if one not in get_args(EngagementKind):
            raise UsageError(f"{one!r} is not a kind; there are: {', '.join(get_args(EngagementKind))}")
    names = tuple(s.replace("-", "_").lower() for s in status or ())
    for name in names:
        if name not in get_args(Standing):
            raise UsageError(f"{name!r} is not a status; there are: {', '.join(get_args(Standing))}")
    return Filter(
        countries=tuple(c.upper() for c in country or ()),
        regions=parts,
        people=tuple(person or ()),
        since=day_of(since),
        until=day_of(until),
        statuses=names,  # type: ignore[arg-type]
        kinds=kinds,  # type: ignore[arg-type]
    )


def print_entries(entries: list[Entry]) -> None:
    """A table, or one line saying that there is nothing."""
    from rich.table import Table

    from legation.cli.terminal import console
    from legation.publish.words import status_label, title_of, when_of
    from legation.rules.publish import publish_words

    out, words = console(), publish_words()
    if not entries:
        out.print("no engagements")
        return
    if not out.is_terminal:
        out.width = _PIPED_WIDTH
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("when", "status", "engagement", "sources", "id"):
        table.add_column(column, justify="right" if column == "sources" else "left", no_wrap=column == "id")
    for entry in entries:
        when = when_of(entry.state.when, words, no_date_set=entry.state.no_date_set)
        status = status_label(entry, words) + (" (disputed)" if entry.state.disputed else "")
        title = title_of(entry, words)
        table.add_row(escaped(when), f"[{colour(entry)}]{status}[/]", escaped(title), str(entry.sources), entry.id)
    out.print(table)


def escaped(words: str) -> str:
    """Text from pages, so that no bracket in it is taken for a colour."""
    from rich.markup import escape

    return escape(words)


def colour(entry: Entry) -> str:
    """The colour of a status on a terminal."""
    if entry.standing in ("held", "under_way", "confirmed"):
        return "green"
    if entry.standing in ("cancelled", "declined", "denied"):
        return "red"
    return "yellow" if entry.standing in ("postponed", "unverified") else "cyan"
