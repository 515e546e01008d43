"""``legation add``: read pages and store what they say."""

from __future__ import annotations

import typer

from legation.cli.calendar import Calendar, address_of, opened
from legation.cli.sources import AsIs, Failures, Published, Sources, readings


def add(sources: Sources, published: Published = None, as_is: AsIs = False, calendar: Calendar = None) -> None:
    """Read pages and store what they say in the calendar: each page wholly or not at all, the same page once.

    Exit code 1: a source was not read (the others were stored), or the calendar cannot be used.
    """
    from functools import partial

    from legation.api import read_page

    failures = Failures()
    new = known = 0
    created: set[str] = set()
    changed: set[str] = set()
    with opened(calendar, create=True) as store:
        reader = partial(read_page, known=store.known_offices())
        for _, record in readings(sources, reader, failures, published=published, is_final=as_is):
            added = store.add(record)
            new, known = new + added.is_new, known + (not added.is_new)
            created |= set(added.created)
            changed |= set(added.changed)
    typer.echo(_summary(new, known, len(created), len(changed - created)))
    typer.echo(f"calendar: {_shown(address_of(calendar))}", err=True)
    failures.exit()


def _summary(new: int, known: int, created: int, changed: int) -> str:
    def counted(n: int, what: str) -> str:
        return f"{n} {what}" if n == 1 else f"{n} {what}s"

    words = [f"{counted(new, 'page')} added", f"{counted(created, 'new engagement')}", f"{changed} changed"]
    if known:
        words.insert(1, f"{known} already there")
    return ", ".join(words)


def _shown(address: str) -> str:
    from legation.store import shown

    return shown(address)
