"""``legation status``: what is read from where, how far, and what fails."""

from __future__ import annotations

import typer

from legation.cli.calendar import Calendar, opened


def status(calendar: Calendar = None, failures: int = typer.Option(20, min=0, help="Latest failures to list.")) -> None:
    """Say how far backfills are, which feeds are followed, and what failed last."""
    from legation.batch.claims import queue_lines
    from legation.store import is_server
    from legation.store.feeds import feed_lines
    from legation.store.intake import latest_failures, shard_totals

    with opened(calendar) as store:
        totals = shard_totals(store)
        if totals["shards"]:
            typer.echo(
                f"backfill: {totals['shards done']} of {totals['shards']} shards done, "
                f"{totals.get('seen', 0):,} pages seen, {totals.get('kept', 0):,} kept"
            )
        for line in feed_lines(store):
            typer.echo(line)
        if is_server(store.address):
            for line in queue_lines(store.address):
                typer.echo(line)
        typer.echo(f"failures: {totals['failures']:,}")
        for failure in latest_failures(store, failures):
            typer.echo(f"  {failure.learned[:19]}Z  {failure.source}: {failure.problem}")
