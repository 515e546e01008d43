"""``legation reread``: read kept pages again with the rules of today."""

from __future__ import annotations

from typing import Annotated

import typer

from legation.cli.calendar import Calendar, opened
from legation.cli.terminal import followed

Apply = Annotated[bool, typer.Option("--apply", help="Store what changes; without it, only show it.")]
OnlyOld = Annotated[bool, typer.Option("--all", help="Also pages that were read with the present rules.")]


def reread(apply: Apply = False, every: OnlyOld = False, calendar: Calendar = None) -> None:
    """Read kept pages again, where the rules have changed since, and show what would change. Identifiers stay."""
    from functools import partial

    from legation.api import read_page
    from legation.rules import fingerprint

    with opened(calendar) as store:
        pages = store.pages_read_with(None if every else fingerprint())
        reader = partial(read_page, known=store.known_offices())
        changed = failed = 0
        for page in followed(pages, what="reading again", total=len(pages)):
            result = store.reread(page, reader, apply=apply)
            if result.problem:
                failed += 1
                typer.echo(f"legation: {page}: {result.problem}", err=True)
            elif result.is_changed:
                changed += 1
                typer.echo(f"{page}  {result.title or ''}: {_words(result.before, result.after)}")
    typer.echo(_summary(len(pages), changed, apply))
    if failed:
        raise typer.Exit(1)


def _words(before: int, after: int) -> str:
    if before == after:
        return f"{after} engagements, told otherwise"
    return f"{before} engagements before, {after} now"


def _summary(pages: int, changed: int, apply: bool) -> str:
    if not pages:
        return "every page was read with the present rules"
    done = "changed" if apply else "would change (store it with --apply)"
    return f"{pages} pages read again, {changed} {done}"
