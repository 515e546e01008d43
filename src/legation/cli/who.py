"""``legation who``: who holds or held which office and how that is known; who is one person, put right by people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from legation.cli.calendar import Calendar, address_of, opened

if TYPE_CHECKING:
    from legation.ledger.persons import Line, Person
    from legation.ledger.who_is_who import WhoIsWho
    from legation.records import NameCorrectionKind, OfficeClaim
    from legation.store import Store

Name = Annotated[str | None, typer.Argument(help="A name or surname, in any usual spelling.")]
CountryCode = Annotated[str | None, typer.Option("--country", help="ISO 3166-1 code, or a body such as EU.")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="Only those in office on this day.")]
File = Annotated[
    Path | None, typer.Option("--file", help="Another who's who, instead of the starter file of the package.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Same = Annotated[tuple[str, str] | None, typer.Option("--same", metavar="A B", help="Two names are one person's.")]
NotSame = Annotated[
    tuple[str, str] | None,
    typer.Option("--not-same", metavar="A B", help="Two names are two people's; undoes an alias."),
]
AsWritten = Annotated[
    tuple[str, str] | None,
    typer.Option("--as-written", metavar="A B", help="Take back --same or --not-same: their words decide again."),
]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why; it is kept with the correction.")]
By = Annotated[str | None, typer.Option("--person", metavar="NAME", help="Who says so; else the name of the user.")]


def who(
    name: Name = None,
    country: CountryCode = None,
    on: On = None,
    file: File = None,
    as_json: AsJson = False,
    same: Same = None,
    not_same: NotSame = None,
    as_written: AsWritten = None,
    reason: Reason = "",
    person: By = None,
    calendar: Calendar = None,
) -> None:
    """Say who holds or held which office, for how long, and from which pages or file that is known.

    Pages are those of the calendar; without one there is the file alone. --same, --not-same and --as-written keep a
    correction of two names in the calendar, with its reason; engagements that name either are put together anew. It
    holds when pages are read again, and the last one about two names counts. Exit code 1: nobody found.
    """
    from legation.errors import UsageError

    if same or not_same or as_written:
        _correct(same, not_same, as_written, reason, person, calendar)
        return
    if name is None and country is None and on is None:
        raise UsageError("who: give a name, --country or --on")
    try:
        day = date.fromisoformat(on) if on else None
    except ValueError as error:
        raise UsageError(f"--on {on}: not a date (YYYY-MM-DD)") from error
    rows = list(_rows(name, country, day, file, calendar))
    for row in rows:
        typer.echo(_json(row) if as_json else _words(row))
    if not rows:
        typer.echo("nobody in the who's who fits", err=True)
        raise typer.Exit(1)


def _correct(
    same: tuple[str, str] | None,
    not_same: tuple[str, str] | None,
    as_written: tuple[str, str] | None,
    reason: str,
    person: str | None,
    calendar: str | None,
) -> None:
    import getpass
    from datetime import UTC, datetime

    from legation.errors import UsageError
    from legation.records import NameCorrection

    kinds: tuple[NameCorrectionKind, ...] = ("same", "apart", "open")
    given = [(kind, pair) for kind, pair in zip(kinds, (same, not_same, as_written), strict=True) if pair]
    if len(given) > 1:
        raise UsageError("who: one of --same, --not-same and --as-written at a time")
    now = datetime.now(UTC)
    kind, (one, other) = given[0]
    correction = NameCorrection(
        kind=kind, one=one, other=other, person=person or getpass.getuser(), reason=reason, said_on=now.date()
    )
    with opened(calendar) as store:
        changed = store.correct_name(correction, now)
    said = {"same": "are one person", "apart": "are two people", "open": "are what their words say"}
    typer.echo(f"{one} and {other} {said[kind]} from now on")
    for entry in changed:
        typer.echo(f"changed: {entry}")


def _rows(
    name: str | None, country: str | None, day: date | None, file: Path | None, calendar: str | None
) -> Iterator[dict[str, Any]]:
    with _store(calendar) as store:
        known = _who_is_who(store, file)
        for person in known.called(name) if name is not None else known.persons:
            for lines in _offices(person):
                side = lines[0].side
                if country and side.upper() != country.upper():
                    continue
                if day is None or _is_held(known, person, lines, day):
                    yield _row(person, lines, store)


def _store(calendar: str | None) -> Any:
    """The calendar, or nothing where none is meant and there is none yet."""
    from contextlib import nullcontext

    from legation.store import is_server

    address = address_of(calendar)
    if calendar is None and not is_server(address) and not Path(address).expanduser().exists():
        return nullcontext()
    return opened(calendar)


def _who_is_who(store: Store | None, file: Path | None) -> WhoIsWho:
    from legation.ledger.persons import Told, line_from_file
    from legation.ledger.who_is_who import WhoIsWho
    from legation.rules.office_claims import office_claim_rules
    from legation.rules.offices import office_rules
    from legation.rules.whoswho import known_offices
    from legation.settings import settings

    known = known_offices(file or settings().whos_who)
    if store is not None:
        return store.who_is_who(known)
    lines = [line_from_file(k) for k in known]
    return WhoIsWho(lines, Told(), office_rules(), office_claim_rules(), as_of=None)


def _offices(person: Person) -> list[list[Line]]:
    """A person's lines, those of one office together; each term that a file gives by itself."""
    groups: dict[tuple[object, ...], list[Line]] = {}
    for number, line in enumerate(person.lines):
        key = (line.side, line.office_class, line.standing, number if line.is_exact else None)
        groups.setdefault(key, []).append(line)
    return list(groups.values())


def _is_held(known: WhoIsWho, person: Person, lines: Sequence[Line], day: date) -> bool:
    first = lines[0]
    if first.is_exact:
        return (first.first is None or first.first <= day) and (first.last is None or day <= first.last)
    if first.standing not in ("holder", "acting"):
        return False
    terms = known.terms(first.side, first.office_class)
    return any(t.person is person and t.first <= day <= t.last for t in terms)


def _row(person: Person, lines: Sequence[Line], store: Store | None) -> dict[str, Any]:
    """A file's line keeps the file's fields; one that pages make says on how many pages, from when to when."""
    first = lines[0]
    row: dict[str, Any] = {
        "name": first.name if first.is_exact else person.name,
        "office": first.office,
        "office_class": first.office_class,
        "country": first.country,
        "organisation": first.organisation,
        "gender": first.gender,
        "standing": first.standing,
        "aliases": sorted(set(person.spellings) - {person.name}),
        "since": first.first if first.is_exact else None,
        "until": first.last if first.is_exact else None,
        "source": first.source,
        "first_seen": None,
        "last_seen": None,
        "is_settled": first.is_exact or any(x.is_settled for x in lines) or len({x.dispatch for x in lines}) > 1,
        "pages": [],
    }
    if not first.is_exact and store is not None:
        claims = store.office_claims(lines=[x.id for x in lines])
        row |= {"first_seen": claims[0].said_on, "last_seen": claims[-1].said_on, "pages": [_page(c) for c in claims]}
    return row


def _page(claim: OfficeClaim) -> dict[str, Any]:
    return {
        "page": claim.page, "url": claim.url, "said_on": claim.said_on, "name": claim.name, "words": claim.words,
        "start": claim.start, "end": claim.end,
    }  # fmt: skip


def _words(row: dict[str, Any]) -> str:
    side = row["country"] or row["organisation"]
    mark = "" if row["standing"] in ("holder", "acting") else f"{row['standing']} "
    head = f"{row['name']}, {mark}{row['office']}, {side}: "
    if row["first_seen"] is None:
        return head + f"{row['since'] or '?'} to {row['until'] or 'now'} (from {row['source']})"
    pages = len({p["page"] for p in row["pages"]})
    counted = "1 page" if pages == 1 else f"{pages} pages"
    doubt = "" if row["is_settled"] else "; one source only, so it completes nothing"
    return head + f"seen {row['first_seen']} to {row['last_seen']} on {counted} (first {row['source']}{doubt})"


def _json(row: dict[str, Any]) -> str:
    import msgspec

    return msgspec.json.encode(row).decode()
