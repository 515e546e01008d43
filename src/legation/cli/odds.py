"""``legation odds``: how often engagements like this one took place."""

from __future__ import annotations

import typer

from legation.cli.calendar import Calendar, opened, wanted_entry
from legation.cli.show import Id

_ALIKE = {"kind": "of this kind", "status": "with this status", "ahead": "this far ahead", "weight": "so well sourced"}


def odds(entry: Id, calendar: Calendar = None) -> None:
    """Say how often engagements in this state, this far ahead, with this kind of source, took place, and by when."""
    from legation.cli.terminal import progress

    with opened(calendar) as store:
        found = wanted_entry(store, entry)
        with progress("counting") as told:
            result = store.odds(found.id, told=told)
    if result is None or result.share is None or result.low is None or result.high is None:
        typer.echo(f"no odds: {result.reason if result else 'nothing is known of it'}")
        return
    alike = ", ".join(_ALIKE[view] for view in result.alike)
    typer.echo(
        f"{result.held} of {result.cases} took place ({result.share:.0%}; with 95% certainty between {result.low:.0%} and "
        f"{result.high:.0%}), among engagements {alike}"
    )
    if result.median_days is not None:
        typer.echo(f"half of those that did, within {result.median_days} days")
