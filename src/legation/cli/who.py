"""``legation who``: who holds or held which office, and how that is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from legation.records import KnownOffice

Name = Annotated[str | None, typer.Argument(help="A name or surname, in any usual spelling.")]
CountryCode = Annotated[str | None, typer.Option("--country", help="ISO 3166-1 code, or a body such as EU.")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="Only those in office on this day.")]
File = Annotated[
    Path | None, typer.Option("--file", help="Another who's who, instead of the starter file of the package.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]


def who(
    name: Name = None, country: CountryCode = None, on: On = None, file: File = None, as_json: AsJson = False
) -> None:
    """Say who holds or held which office, for how long, and where that is known from.

    Exit code 1: nobody found.
    """
    from legation.errors import UsageError
    from legation.rules.whoswho import read_whos_who, whos_who

    if name is None and country is None and on is None:
        raise UsageError("who: give a name, --country or --on")
    try:
        day = date.fromisoformat(on) if on else None
    except ValueError as error:
        raise UsageError(f"--on {on}: not a date (YYYY-MM-DD)") from error
    known = read_whos_who(file) if file else whos_who()
    found = [entry for entry in known if _is_asked(entry, name, country, day)]
    for entry in found:
        typer.echo(_json(entry) if as_json else _line(entry))
    if not found:
        typer.echo("nobody in the who's who fits", err=True)
        raise typer.Exit(1)


def _is_asked(entry: KnownOffice, name: str | None, country: str | None, day: date | None) -> bool:
    if country and country.upper() not in (entry.country, (entry.organisation or "").upper()):
        return False
    if day and not entry.holds_on(day):
        return False
    return name is None or _is_called(entry, name)


def _is_called(entry: KnownOffice, name: str) -> bool:
    """Whether this is one of the entry's names, a spelling of it, or a word of it that stands alone."""
    from legation.rules.names import is_same_name, is_variant, name_words
    from legation.rules.offices import office_rules

    words = office_rules().words.names
    asked = name_words(name)
    for spelling in (entry.name, *entry.aliases):
        if is_same_name(spelling, name, words):
            return True
        if len(asked) == 1 and any(is_variant(asked[0], word) for word in name_words(spelling)):
            return True
    return False


def _line(entry: KnownOffice) -> str:
    held = f"{entry.since or '?'} to {entry.until or 'now'}"
    return f"{entry.name}, {entry.office}, {entry.country or entry.organisation}: {held} (from {entry.source})"


def _json(entry: KnownOffice) -> str:
    import msgspec

    return msgspec.json.encode(entry).decode()
