"""Which pages are one dispatch, kept up to date as pages arrive in any order."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace
from sqlalchemy import Connection, insert, select, update

from legation.ledger.dispatches import WITHIN_DAYS, Signature, is_one_dispatch, signature
from legation.ledger.reports import Report
from legation.store import _prepared as prepared
from legation.store import schema
from legation.store._json import read, text_of

# A candidate that this many pages are filed under says nothing (a footer, a much quoted sentence).
_CROWD = 400


def find_dispatch(connection: Connection, page: str, signed: Signature, said_on: date) -> tuple[str, frozenset[str]]:
    """The dispatch of a page that is about to be stored, and the pages whose dispatch is renamed by that.

    A dispatch is named after its first page by day and identifier, whatever order its pages arrive in.
    """
    band, around = schema.page_band.c, timedelta(WITHIN_DAYS)
    rows: set[str] = set()
    if signed.bands:
        since, until = said_on - around, said_on + around
        rows = set(
            connection.scalars(
                select(band.page)
                .distinct()
                .where(band.month.in_(sorted({_month(since), _month(until)})), band.band.in_(signed.bands))
                .where(band.said_on.between(since.isoformat(), until.isoformat()))
                .order_by(band.page)
                .limit(_CROWD)
            )
        )
    found = schema.page.c
    candidates = connection.execute(prepared.TEXTS_OF_PAGES, {"ids": sorted(rows - {page})})
    joined = {row.dispatch for row in candidates if is_one_dispatch(signed, signature(row.text))}
    if not joined:
        return page, frozenset()
    members = connection.execute(
        select(found.id, found.said_on, found.dispatch).where(found.dispatch.in_(sorted(joined)))
    ).all()
    first = min([(row.said_on, row.id) for row in members] + [(said_on.isoformat(), page)])[1]
    renamed = frozenset(row.id for row in members if row.dispatch != first)
    return first, renamed


def file_page(connection: Connection, page: str, signed: Signature, said_on: date) -> None:
    """Makes a stored page findable for its copies."""
    if signed.bands:
        connection.execute(
            insert(schema.page_band),
            [
                {"month": _month(said_on), "band": b, "said_on": said_on.isoformat(), "page": page}
                for b in dict.fromkeys(signed.bands)
            ],
        )


def _month(day: date) -> str:
    return day.isoformat()[:7]


def rename_dispatch(connection: Connection, pages: frozenset[str], dispatch: str) -> list[Report]:
    """Moves pages into a dispatch; returns their reports as they are now."""
    ids = sorted(pages)
    connection.execute(update(schema.page).where(schema.page.c.id.in_(ids)).values(dispatch=dispatch))
    changed = []
    for row in connection.execute(
        select(schema.report.c.id, schema.report.c.body).where(schema.report.c.page.in_(ids))
    ):
        report = replace(read(row.body, Report), dispatch=dispatch)
        connection.execute(update(schema.report).where(schema.report.c.id == row.id).values(body=text_of(report)))
        changed.append(report)
    return changed
