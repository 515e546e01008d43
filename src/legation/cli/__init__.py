"""The command line: one file a command, imported only when that command runs.

To add a command: write ``cli/<name>.py`` with one function whose signature is its arguments (Typer reads it), and give
it a line in ``COMMANDS``. A file may also hold a ``typer.Typer`` of several commands (``legation user add``). Imports
that take time (the parser, the store, Rich) belong inside the function.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import typer

from legation._version import VERSION
from legation.errors import LegationError, UsageError

COMMANDS: dict[str, tuple[str, str]] = {
    "tour": ("legation.cli.tour:tour", "Read eight example dispatches into a calendar; show it."),
    "read": ("legation.cli.read:read", "Read pages and say what they report, in which words."),
    "dates": ("legation.cli.dates:dates", "Find temporal expressions and the days they can mean."),
    "statements": ("legation.cli.statements:statements", "Find who said what."),
    "who": ("legation.cli.who:who", "Say who holds or held which office."),
    "add": ("legation.cli.add:add", "Read pages and store what they say in the calendar."),
    "watch": ("legation.cli.watch:watch", "Follow feeds into the calendar until stopped."),
    "backfill": ("legation.cli.backfill:backfill", "Read crawls, folders and tables of pages into the calendar."),
    "status": ("legation.cli.status:status", "Say what is read from where, how far, and what fails."),
    "agenda": ("legation.cli.agenda:agenda", "List the calendar's engagements."),
    "show": ("legation.cli.show:show", "Tell one engagement's whole history and its sources."),
    "why": ("legation.cli.why:why", "Say why pages were taken for one engagement."),
    "odds": ("legation.cli.odds:odds", "Say how often engagements like this one took place."),
    "merge": ("legation.cli.merge:merge", "Say that two engagements are one."),
    "split": ("legation.cli.split:split", "Say that a report is of another engagement."),
    "export": ("legation.cli.export:export", "Write the calendar for other programs."),
    "serve": ("legation.cli.serve:serve", "Serve the calendar as a web site with feeds and an API."),
    "user": ("legation.cli.user:user", "Add, list and change the accounts of the desk."),
    "mcp": ("legation.cli.mcp:mcp", "Serve the calendar to language-model clients (MCP, stdio)."),
    "reread": ("legation.cli.reread:reread", "Read kept pages again with the rules of today."),
    "check": ("legation.cli.check:check", "Check that the calendar is whole."),
    "backup": ("legation.cli.backup:backup", "Copy the calendar, also while it is in use."),
    "compact": ("legation.cli.compact:compact", "Give back space that the calendar does not use."),
}
"""Name -> where its function is, and the line that ``legation --help`` shows for it."""

_STYLE: dict[str, Any] = {"add_completion": False, "rich_markup_mode": None, "pretty_exceptions_enable": False}


def app(wanted: str | None = None) -> typer.Typer:
    """The command line with ``wanted`` loaded; every other command stands in it by its name and line only."""
    cli = typer.Typer(
        no_args_is_help=True,
        help="Legation reads the press and keeps the diplomatic calendar that the press implies.",
        **_STYLE,
    )
    cli.callback()(_options)
    for name, (where, summary) in COMMANDS.items():
        if name != wanted:
            cli.command(name, help=summary)(_not_loaded)
            continue
        found = _load(where)
        if isinstance(found, typer.Typer):
            cli.add_typer(found, name=name, short_help=summary)
        else:
            cli.command(name, short_help=summary)(found)
    return cli


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``legation``; leaves by SystemExit: 0 done, 1 something was not read or stored, 2 wrongly called."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    wanted = next((a for a in given if not a.startswith("-")), None)
    try:
        app(wanted)(given, prog_name="legation")
    except LegationError as error:
        typer.echo(f"legation: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except BrokenPipeError:
        # The reader of our output (head, less) has left: nothing to say, and nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _load(where: str) -> Callable[..., Any] | typer.Typer:
    module, _, name = where.partition(":")
    found: Callable[..., Any] | typer.Typer = getattr(importlib.import_module(module), name)
    return found


def _not_loaded() -> None:
    raise AssertionError("a command that was not asked for cannot run")


def _version(is_wanted: bool) -> None:
    if is_wanted:
        typer.echo(f"legation {VERSION}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Say the version."),
) -> None:
    """Legation reads the press and keeps the diplomatic calendar that the press implies."""
