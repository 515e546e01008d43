"""``legation watch``: follows feeds into the calendar until it is stopped."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from legation.cli.calendar import Calendar, opened
from legation.cli.logs import Logs, log_of


def watch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS", help="A TOML or OPML file that lists feeds.")],
    once: Annotated[bool, typer.Option("--once", help="Do what is due now, then leave.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from private and local addresses.")
    ] = False,
    metrics: Annotated[
        int | None,
        typer.Option(
            "--metrics", metavar="PORT", min=0, max=65535, help="Answer Prometheus at 127.0.0.1:PORT/metrics."
        ),
    ] = None,
    callback: Annotated[
        str | None,
        typer.Option("--callback", metavar="URL", help="Where WebSub hubs can reach --listen, through a proxy."),
    ] = None,
    listen: Annotated[
        int, typer.Option("--listen", metavar="PORT", min=0, max=65535, help="127.0.0.1:PORT answers WebSub hubs.")
    ] = 9106,
    log: Logs = "text",
    calendar: Calendar = None,
) -> None:
    """Follow feeds (RSS, Atom, JSON Feed), news sitemaps and front pages; read what is new into the calendar.

    The file lists them as [[feed]] tables with url, kind (feed, sitemap or page) and every_minutes. Stop it with Ctrl-C
    or SIGTERM; started again, even after a crash, it goes on where it was. Several may follow into one PostgreSQL
    calendar: they share the work.
    """
    import signal
    import threading
    from contextlib import ExitStack

    from legation.batch.claims import Claims
    from legation.batch.events import Event
    from legation.batch.watch import Watcher, feeds_of
    from legation.batch.websub import Hubs
    from legation.fetch import HttpFetcher
    from legation.parse import default_parser
    from legation.store import is_server

    wanted = feeds_of(feeds)
    heard = [log_of(log)]
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with ExitStack() as stack:
        store = stack.enter_context(opened(calendar, create=True))
        if metrics is not None:
            from legation.batch.metrics import Metrics

            heard.append(stack.enter_context(Metrics(store, metrics)))
        http = stack.enter_context(HttpFetcher(allows_private=allow_private))

        def told(event: Event) -> None:
            for hears in heard:
                hears(event)

        hubs = stack.enter_context(Hubs(callback, listen)) if callback is not None else None
        claims = stack.enter_context(Claims(store.address)) if is_server(store.address) else None
        parser = default_parser()
        watcher = Watcher(store, wanted, http, parser, stop=stop, told=told, hubs=hubs, claims=claims)
        if once:
            watcher.finish()
        else:
            watcher.run()
