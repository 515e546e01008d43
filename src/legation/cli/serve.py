"""``legation serve``: the calendar as a web site with feeds and an API."""

from __future__ import annotations

import os
import tempfile
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.calendar import Calendar, address_of
from legation.errors import UsageError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from legation.web.settings import DeskSettings

# How the processes of one server are told what to serve: uvicorn starts each anew and gives it no arguments.
_HANDED_ON = "LEGATION_SERVE"
# Memory for the calendar's own pages, in each of a process's few connections; what is asked for often is kept finished.
_DATABASE_MB = 16
# A page may be this much older than the calendar.
_EDITION_SECONDS = 0.5
_LOOPBACK = ("127.0.0.1", "::1", "localhost")

Host = Annotated[str, typer.Option(help="Where to listen; beyond this machine only if you say so here.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")]
BaseUrl = Annotated[str | None, typer.Option(help="The address under which readers reach the site.")]
DeskFile = Annotated[
    str | None,
    typer.Option("--desk", metavar="FILE", help="Where accounts and notes are kept; without it, read only."),
]
Hub = Annotated[str | None, typer.Option(help="A WebSub hub to name in the feeds.")]
Smtp = Annotated[
    str | None,
    typer.Option(
        metavar="HOST[:PORT]",
        envvar="LEGATION_SMTP",
        help="The mail server for alerts; smtps://USER:PASSWORD@HOST for TLS.",
    ),
]
MailFrom = Annotated[str, typer.Option(help="The address that alerts come from.")]
Workers = Annotated[int, typer.Option(min=1, max=64, help="Processes that answer.")]
CacheMb = Annotated[
    int, typer.Option(min=0, metavar="MB", help="Memory for finished pages in each process; as much disk if several.")
]
Proxy = Annotated[bool, typer.Option("--behind-proxy", help="Believe a local proxy's X-Forwarded headers.")]


def serve(
    calendar: Calendar = None,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    base_url: BaseUrl = None,
    desk: DeskFile = None,
    hub: Hub = None,
    smtp: Smtp = None,
    mail_from: MailFrom = "legation@localhost",
    workers: Workers = 1,
    cache_mb: CacheMb = 64,
    behind_proxy: Proxy = False,
) -> None:
    """Serve the calendar as a web site with feeds and an API.

    Listens on this machine only unless --host names another address. Put a proxy with HTTPS before it for others.
    Exit code 1: the calendar cannot be used; 2: the web extra is not installed.
    """
    try:
        import msgspec
        import uvicorn

        from legation.web.settings import DeskSettings, mail_server
    except ImportError as error:
        raise UsageError(f"serving needs {error.name}; install it with: pip install 'legation[web]'") from error
    from legation.store import open_calendar

    address = address_of(calendar)
    # Asked here once, so that what is wrong with the calendar is one clear line and not a dead process.
    open_calendar(address).close()
    at = base_url or f"http://{'127.0.0.1' if host in _LOOPBACK else host}:{port}"
    settings = DeskSettings(
        base_url=at.rstrip("/"),
        desk=desk,
        hub=hub,
        smtp=mail_server(smtp) if smtp else None,
        mail_from=mail_from,
        cache_bytes=cache_mb * 1_000_000,
        edition_seconds=_EDITION_SECONDS,
    )
    if host not in _LOOPBACK:
        typer.echo(f"legation: listening on {host}: whoever reaches this machine reaches the desk", err=True)
    typer.echo(f"The desk is at {at} (stop it with Ctrl+C)", err=True)
    if desk is not None:
        _send_out_courier(address, settings)
    with tempfile.TemporaryDirectory(prefix="legation-desk-") if workers > 1 else nullcontext() as shelf:
        handed_on = msgspec.structs.replace(settings, shelf=shelf)
        os.environ[_HANDED_ON] = msgspec.json.encode([address, handed_on]).decode()
        uvicorn.run(
            "legation.cli.serve:application",
            factory=True,
            host=host,
            port=port,
            workers=workers,
            access_log=False,
            log_level="warning",
            server_header=False,
            proxy_headers=behind_proxy,
            timeout_graceful_shutdown=5,
        )


def _send_out_courier(address: str, settings: DeskSettings) -> None:
    """One courier for all processes: two would tell the same news twice."""
    from legation.store import open_calendar
    from legation.store.accounts import open_accounts
    from legation.web.clock import SystemClock
    from legation.web.deliver import Courier
    from legation.web.desk import Desk

    assert settings.desk is not None
    desk = Desk(store=open_calendar(address), clock=SystemClock(), settings=settings)
    Courier(desk, open_accounts(settings.desk)).start()


def application() -> FastAPI:
    """The application of one serving process."""
    import msgspec

    from legation.store import open_calendar
    from legation.web.app import create_app
    from legation.web.clock import SystemClock
    from legation.web.settings import DeskSettings as Given

    address, settings = msgspec.json.decode(os.environ[_HANDED_ON], type=tuple[str, Given])
    return create_app(open_calendar(address, cache_mb=_DATABASE_MB), SystemClock(), settings)
