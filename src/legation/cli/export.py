"""``legation export``: the calendar as a file for other programs."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.agenda import Countries, Kinds, People, Regions, Since, Statuses, Until, filter_of
from legation.cli.calendar import AsOf, Calendar, day_of, opened
from legation.cli.terminal import followed

if TYPE_CHECKING:
    from legation.publish.dossier import Dossier
    from legation.records import Entry
    from legation.store import Store

# Pages named with an engagement, and changes in a feed.
_SOURCES, _CHANGES = 10, 500


class Format(StrEnum):
    """The forms of docs/desk.md, under the names that the site's feeds have too."""

    ics = "ics"
    atom = "atom"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    jsonld = "jsonld"
    ninjs = "ninjs"
    tsv = "tsv"
    polecat = "polecat"


Formats = Annotated[
    Format,
    typer.Option(
        "--format",
        help="ics (iCalendar), atom (changes), json or jsonl (one engagement a line), csv, parquet, jsonld (schema.org), "
        "ninjs (IPTC), tsv or polecat (POLECAT's columns).",
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="A file; else standard output.")]
Words = Annotated[
    str | None, typer.Option("--words", metavar="TEXT", help="Words that a page of it holds, or a participant's name.")
]
Undated = Annotated[bool, typer.Option("--undated", help="iCalendar: send engagements without a date as to-dos.")]


def export(
    format: Formats = Format.ics,
    output: Output = None,
    undated: Undated = False,
    country: Countries = None,
    region: Regions = None,
    person: People = None,
    since: Since = None,
    until: Until = None,
    status: Statuses = None,
    kind: Kinds = None,
    words: Words = None,
    as_of: AsOf = None,
    calendar: Calendar = None,
) -> None:
    """Write engagements for other programs. Engagements without a date are not in iCalendar unless asked for."""
    from msgspec.structs import replace

    from legation.cli.files import write_whole
    from legation.errors import UsageError

    wanted = filter_of(
        country=country, region=region, person=person, since=since, until=until, status=status, kind=kind
    )
    if words is not None and as_of is not None:
        raise UsageError("--words and --as-of do not go together: words are looked up in the calendar as it is now")
    with opened(calendar) as store:
        entries = store.entries(replace(wanted, text=words), as_of=day_of(as_of))
        dossiers = _dossiers(store, entries)
        content = _changes(store, dossiers) if format is Format.atom else _content(dossiers, format, undated)
    if output is not None:
        write_whole(output, content)
        typer.echo(f"wrote {output}", err=True)
        return
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def _dossiers(store: Store, entries: list[Entry]) -> list[Dossier]:
    from legation.publish.dossier import Dossier, source_of
    from legation.store import overview

    pages = overview.newest_pages(store, [entry.id for entry in entries], most=_SOURCES)
    return [
        Dossier(
            entry=entry,
            revisions=store.revisions(entry.id),
            sources=tuple(source_of(page) for page in pages[entry.id]),
        )
        for entry in followed(entries, what="exporting", total=len(entries))
    ]


def _changes(store: Store, dossiers: list[Dossier]) -> bytes:
    """The latest changes of these engagements as Atom, each with the words behind it."""
    from legation.publish import atom
    from legation.rules.publish import publish_words
    from legation.store import overview

    told = [(revision, dossier) for dossier in dossiers for revision in dossier.revisions]
    told.sort(key=lambda pair: (atom.happened(pair[0]), pair[0].entry, pair[0].number), reverse=True)
    latest = told[:_CHANGES]
    claims = overview.claims_named(store, [name for revision, _ in latest for name in revision.claims])
    happenings = [
        atom.Happening(dossier=d, revision=r, claims=tuple(claims[name] for name in r.claims if name in claims))
        for r, d in latest
    ]
    head = atom.FeedHead(
        id="urn:legation:calendar",
        title="Diplomatic calendar",
        updated=atom.happened(latest[0][0]) if latest else datetime.now(UTC),
    )
    return atom.feed(head, happenings, publish_words())


def _content(dossiers: list[Dossier], format: Format, undated: bool) -> bytes:
    import msgspec

    from legation.publish import ics, jsonld, ninjs, plain, polecat, table
    from legation.rules.publish import publish_words

    words = publish_words()
    if format is Format.ics:
        head = ics.CalendarHead(name="Diplomatic calendar", stamp=datetime.now(UTC))
        return ics.calendar(head, dossiers, words, undated_as_todo=undated)
    if format is Format.csv:
        return b"".join(table.csv_rows(dossiers, words))
    if format is Format.parquet:
        return table.parquet(dossiers, words)
    if format is Format.jsonld:
        return msgspec.json.encode(jsonld.graph(dossiers, words)) + b"\n"
    if format is Format.ninjs:
        return msgspec.json.encode(ninjs.items(dossiers, words)) + b"\n"
    if format in (Format.polecat, Format.tsv):
        return b"".join(polecat.rows(dossiers))
    return b"".join(plain.json_line(dossier, words) for dossier in dossiers)
