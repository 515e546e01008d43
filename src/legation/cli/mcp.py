"""``legation mcp``: the calendar's reads for language-model clients, on standard input and output."""

from __future__ import annotations

from legation.cli.calendar import Calendar, address_of
from legation.errors import UsageError


def mcp(calendar: Calendar = None) -> None:
    """Serve the calendar to a language-model client over the Model Context Protocol (stdio). It only reads.

    Exit code 1: the calendar cannot be used; 2: the web extra is not installed.
    """
    from legation.store import open_calendar

    try:
        from legation.web.mcp_server import build
    except ImportError as error:
        raise UsageError(f"this needs {error.name}; install it with: pip install 'legation[web]'") from error
    from legation.web.clock import SystemClock
    from legation.web.desk import Desk
    from legation.web.settings import DeskSettings

    with open_calendar(address_of(calendar), create=False) as store:
        build(Desk(store=store, clock=SystemClock(), settings=DeskSettings())).run("stdio")
