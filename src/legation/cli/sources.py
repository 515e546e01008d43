"""What every reading command shares: its SOURCE arguments, the pages they name, and one line for each that fails."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from legation.cli.terminal import followed
from legation.errors import LegationError, SourceError

if TYPE_CHECKING:
    from legation.records import Page

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="An HTML or text file, JSON lines (.jsonl), an http(s) address, or - for standard input.",
        show_default=False,
    ),
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="The day (YYYY-MM-DD) of pages that do not say their own."),
]
AsIs = Annotated[
    bool, typer.Option("--as-is", help="The text is final: nothing is cleaned, offsets are the input's own.")
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object a page, one a line.")]

T = TypeVar("T")


class Failures:
    """The sources that could not be read: each told in one line on standard error, and counted."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, error: LegationError) -> None:
        self.count += 1
        typer.echo(f"legation: {error}", err=True)

    def exit(self) -> None:
        """Ends the command with exit code 1 where anything failed."""
        if self.count:
            raise typer.Exit(1)


def readings(
    sources: list[str],
    work: Callable[[Page], T],
    failures: Failures,
    *,
    published: str | None = None,
    is_final: bool = False,
    is_printed: bool = False,
) -> Iterator[tuple[Page, T]]:
    """Each page of ``sources`` with what ``work`` makes of it, in order; what fails is told and the rest follows.

    Raises UsageError where ``published`` is no date. A bar shows on a terminal when this takes longer than two seconds,
    unless each page is printed there (``is_printed``) as it comes.
    """
    from legation.fetch.sources import pages, parse_date

    day = parse_date(published) if published is not None else None
    total = None if _holds_many(sources) else len(sources)
    found = pages(sources, published=day, is_final=is_final)
    for page in followed(found, what="reading", total=total, is_printed=is_printed):
        if isinstance(page, SourceError):
            failures.tell(page)
            continue
        try:
            done = work(page)
        except LegationError as error:
            failures.tell(error)
        except Exception as error:  # A bug on one page must not hide the other pages of the call.
            if os.environ.get("LEGATION_DEBUG"):
                traceback.print_exc()
            name = type(error).__name__
            failures.tell(
                SourceError(page.source, f"a bug in Legation: {name}: {error} (LEGATION_DEBUG=1 shows where)")
            )
        else:
            yield page, done


def _holds_many(sources: list[str]) -> bool:
    return any(s == "-" or ".jsonl" in Path(s).suffixes or ".ndjson" in Path(s).suffixes for s in sources)
