"""``--log``: what a long-running command says on standard error, as text or as JSON lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from legation.batch.events import Told

Logs = Annotated[
    Literal["text", "json"],
    typer.Option("--log", help="How to log on standard error: text, or json (one object a line)."),
]


def log_of(form: str) -> Told:
    """Writes each event to standard error in that form."""
    from legation.batch.events import Event, as_json, as_text

    def told(event: Event) -> None:
        line = as_json(event) if form == "json" else as_text(event)
        if line is not None:
            typer.echo(line, err=True)

    return told
