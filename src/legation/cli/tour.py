"""``legation tour``: eight example dispatches, five months, one story kept straight."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.calendar import opened
from legation.cli.sources import Failures, readings

if TYPE_CHECKING:
    from rich.console import Console

    from legation.records import Added, Record
    from legation.store import Store

TourCalendar = Annotated[
    Path | None,
    typer.Option("--calendar", metavar="FILE", help="A new file; else tour.sqlite in your data folder, made anew."),
]


def tour(calendar: TourCalendar = None) -> None:
    """Read the eight dispatches of examples/ into a fresh calendar; show it, and one engagement's whole history."""
    from legation.cli.agenda import print_entries
    from legation.cli.show import show
    from legation.cli.terminal import console

    out = console()
    path = _fresh(calendar)
    failures = Failures()
    with opened(str(path), create=True) as store:
        out.print("[bold]Eight dispatches, as they came in[/bold]")
        _take_in(store, failures, out)
        entries = store.entries()
        out.print("\n[bold]The calendar they imply[/bold]\n")
        print_entries(list(entries))
        told = max(entries, key=lambda e: (len(store.revisions(e.id)), e.pages), default=None)
    if told is not None:
        out.print("\n[bold]How one of them came about[/bold]\n")
        show(told.id, calendar=str(path))
    out.print(f"\n[bold]The calendar file is[/bold] {path}", soft_wrap=True)
    if told is not None:
        _next_steps(path, out)
    failures.exit()


def examples() -> list[Path]:
    """The example dispatches in the order they appeared. Raises UsageError where they were not installed."""
    from legation.errors import UsageError

    package = Path(__file__).parents[1]
    for folder in (package / "examples", package.parents[1] / "examples"):
        found = sorted(folder.glob("[0-9]-*"))
        if found:
            return found
    raise UsageError("the example dispatches are not installed: run the tour from a clone of the project")


def _fresh(calendar: Path | None) -> Path:
    """A path where no calendar is yet. An earlier tour's own file makes room; any other file is left alone."""
    import os

    from legation.errors import CalendarError, UsageError
    from legation.settings import data_folder

    if calendar is not None:
        if calendar.exists():
            raise UsageError(f"{calendar}: exists already; the tour needs a new file")
        return calendar
    path = data_folder(os.environ) / "tour.sqlite"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for old in (path, path.with_name("tour.sqlite-wal"), path.with_name("tour.sqlite-shm")):
            old.unlink(missing_ok=True)
    except OSError as error:
        raise CalendarError(f"{path}: cannot be written: {error.strerror}; give another with --calendar") from error
    return path


def _take_in(store: Store, failures: Failures, out: Console) -> None:
    from legation.api import read_page

    paths = [str(p) for p in examples()]
    for number, (_, record) in enumerate(readings(paths, read_page, failures, is_printed=True), start=1):
        said = record.article.published
        out.print(f"  {number}  {said or 'no date'}  {record.article.title}", markup=False)
        out.print(f"                 {_effect(store.add(record), record)}", style="dim", markup=False)


def _effect(added: Added, record: Record) -> str:
    words = []
    if added.created:
        words.append(f"{_counted(len(added.created), 'new engagement')}")
    changed = set(added.changed) - set(added.created)
    if changed:
        words.append(f"changes {_counted(len(changed), 'engagement')}")
    if not words:
        words.append("confirms what is known" if added.entries else "no engagement between states in it")
    words.append(_counted(len(record.statements), "statement"))
    return ", ".join(words)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _next_steps(path: Path, out: Console) -> None:
    called = sys.argv[0] if Path(sys.argv[0]).name == "legation" else "legation"
    page = next(p for p in examples() if "expected" in p.name)
    out.print("\n[bold]Next[/bold]")
    site = "" if find_spec("uvicorn") else "    (after pip install 'legation[web]')"
    for words in (
        f"serve --calendar {path}{site}",
        f"agenda --calendar {path} --as-of 2024-03-31",
        f"export --calendar {path} --format ics -o calendar.ics",
        f"read {page}",
        f"read {page} --html page.html",
    ):
        out.print(f"  {called} {words}", markup=False, soft_wrap=True)
