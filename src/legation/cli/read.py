"""``legation read``: pages in, what they report out, in which words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.sources import AsIs, AsJson, Failures, Published, Sources, readings

if TYPE_CHECKING:
    from legation.records import Record

HtmlFile = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write one self-contained page with every finding in its words."),
]


def read(
    sources: Sources,
    published: Published = None,
    as_json: AsJson = False,
    as_is: AsIs = False,
    html: HtmlFile = None,
) -> None:
    """Read pages and say which engagements, statements and incidents they report, in which words.

    What stays open is said too, with the reason. Exit code 1: a source was not read; the others were.
    """
    from legation.api import read_page

    failures = Failures()
    kept: list[Record] = []
    read_pages = readings(sources, read_page, failures, published=published, is_final=as_is, is_printed=html is None)
    for number, (page, record) in enumerate(read_pages):
        if as_json:
            _print_json(record)
        elif html is None:
            _print_summary(record, page.source, is_first=number == 0)
        if html is not None:
            kept.append(record)
    if html is not None and kept:
        _write_html(kept, html)
    failures.exit()


def _print_json(record: Record) -> None:
    import sys

    from legation.publish.record import encode

    sys.stdout.buffer.write(encode(record) + b"\n")
    sys.stdout.buffer.flush()


def _print_summary(record: Record, source: str, *, is_first: bool) -> None:
    from legation.cli.summary import print_record
    from legation.cli.terminal import console

    out = console()
    if not is_first:
        out.print()
    print_record(record, source, out)


def _write_html(records: list[Record], path: Path) -> None:
    from legation.cli.files import write_whole
    from legation.publish.page import html_page

    write_whole(path, html_page(records))
    typer.echo(f"wrote {path}", err=True)
