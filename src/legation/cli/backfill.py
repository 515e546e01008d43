"""``legation backfill``: crawls, folders and tables of pages into the calendar."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from legation.cli.calendar import Calendar, opened
from legation.cli.logs import Logs, log_of

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="WARC files (.warc, .warc.gz), JSON lines, Parquet, a folder of pages, or s3:// addresses of these.",
        show_default=False,
    ),
]


class Engine(StrEnum):
    local = "local"
    ray = "ray"


def backfill(
    sources: Sources,
    processes: Annotated[
        int | None,
        typer.Option("--processes", "-j", min=1, help="Workers; else one, or every processor of a cluster."),
    ] = None,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Processes of this machine, or a Ray cluster.")
    ] = Engine.local,
    ray: Annotated[
        str | None,
        typer.Option(
            "--ray",
            metavar="ADDRESS",
            envvar="RAY_ADDRESS",
            show_envvar=False,
            help="The cluster: ray://HOST:PORT, HOST:PORT or auto; else one on this machine.",
        ),
    ] = None,
    all_pages: Annotated[bool, typer.Option("--all", help="Read every page in full: no funnel.")] = False,
    page_seconds: Annotated[float, typer.Option(min=0.1, help="Seconds of processor time after which a page is given up.")] = 30.0,
    log: Logs = "text",
    calendar: Calendar = None,
) -> None:
    """Read shards of pages into the calendar: resumed where it was stopped, every page once.

    A funnel reads in full only what can speak of engagements; the table at the end says what each stage let through
    and what it cost. Exit code 1: some pages could not be read (they are listed in legation status).
    """
    from legation.batch import backfill as run
    from legation.batch import backfill_on_ray, shards
    from legation.batch.worker import Piece, events
    from legation.cli.terminal import console

    wanted = shards(sources)
    is_ray, done = engine is Engine.ray, 0
    hears = log_of("json") if log == "json" else lambda event: None

    with opened(calendar, create=True) as store, console(stderr=True).status("reading") as shown:
        if log == "json":
            shown.stop()

        def told(piece: Piece) -> None:
            nonlocal done
            done += piece.counts.get("seen", 0) + piece.counts.get("failed", 0)
            shown.update(f"reading: {done:,} pages")
            for event in events(piece):
                hears(event)

        totals = (
            backfill_on_ray(
                store,
                wanted,
                address=ray,
                processes=processes,
                gated=not all_pages,
                page_seconds=page_seconds,
                told=told,
            )
            if is_ray
            else run(store, wanted, processes=processes or 1, gated=not all_pages, page_seconds=page_seconds, told=told)
        )
    typer.echo(_table(totals.counts))
    left = f", {totals.skipped} done before" if totals.skipped else ""
    typer.echo(f"{totals.shards} shards read{left}; {totals.new} pages stored")
    if totals.counts.get("failed"):
        typer.echo(f"legation: {totals.counts['failed']} pages were not read; legation status lists them", err=True)
        raise typer.Exit(1)


def _table(counts: dict[str, int]) -> str:
    from legation.batch import STAGES

    rows = [f"{'stage':<8} {'pages in':>10} {'let through':>12} {'ms a page':>10} {'seconds':>9}"]
    before = counts.get("seen", 0)
    for stage in STAGES:
        spent = counts.get(f"{stage} us", 0)
        through = counts.get(stage, 0)
        rows.append(
            f"{stage:<8} {before:>10,} {through:>12,} {spent / 1000 / max(1, before):>10.2f} {spent / 1e6:>9.1f}"
        )
        before = through
    return "\n".join(rows)
