"""Colours and progress, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds of work before a progress bar shows."""


def console(*, stderr: bool = False) -> Console:
    """Rich's console: coloured on a terminal (unless NO_COLOR is set), plain text of full width elsewhere."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    # Piped output must not be folded at 80 columns: other programs read it by lines.
    return Console(stderr=stderr, highlight=False, soft_wrap=not stream.isatty(), emoji=False)


def followed(items: Iterable[T], *, what: str, total: int | None = None, is_printed: bool = False) -> Iterator[T]:
    """``items``, with a bar on a terminal's standard error once they take longer than two seconds.

    ``is_printed`` says that each item is printed as it comes: on a terminal that is progress enough, without a bar.
    """
    if not sys.stderr.isatty() or (is_printed and sys.stdout.isatty()):
        yield from items
        return
    with _bar(what, total) as (bar, task):
        for item in items:
            yield item
            bar.update(task, advance=1)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Gives what to call with how much is done and how much there is; a bar as with ``followed``. Without any call it
    says that work goes on."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    with _bar(what, None) as (bar, task):
        yield lambda done, total: bar.update(task, completed=done, total=total)


@contextmanager
def _bar(what: str, total: int | None) -> Iterator[tuple[Progress, TaskID]]:
    import threading

    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Standard output is left alone: it may be a file, while the bar is on the terminal.
    bar = Progress(*columns, console=console(stderr=True), transient=True, redirect_stdout=False)
    task = bar.add_task(what, total=total)
    patience = threading.Timer(PATIENCE, bar.start)
    patience.daemon = True
    patience.start()
    try:
        yield bar, task
    finally:
        patience.cancel()
        patience.join()
        bar.stop()
