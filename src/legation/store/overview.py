"""What a desk asks of a whole calendar: its version, its latest changes, who appears in it, what two sides said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import msgspec
from sqlalchemy import func, or_, select

from legation.records import Change, Claim, Entry, Filter, Revision, State, StoredPage, StoredStatement
from legation.rules.ledger import ledger_rules
from legation.store import _queries, schema
from legation.store._json import as_day, as_moment, moment, read
from legation.store.calendar import Store


class Version(msgspec.Struct, frozen=True):
    """Names one content of a calendar: it differs whenever anything that is shown does."""

    updated: datetime | None
    pages: int
    corrections: int

    @property
    def tag(self) -> str:
        stamp = moment(self.updated) if self.updated else "empty"
        return f"{stamp}-{self.pages}-{self.corrections}"


def version(store: Store) -> Version:
    """The calendar's present version; cheap enough to ask before every answer."""
    newest = (func.max(c) for c in (schema.entry.c.updated, schema.page.c.seq, schema.correction.c.seq))
    with store.reading() as connection:
        updated, pages, corrections = connection.execute(select(*(select(n).scalar_subquery() for n in newest))).one()
    return Version(as_moment(updated) if updated else None, pages or 0, corrections or 0)


def entries_named(store: Store, names: Sequence[str], *, today: date) -> dict[str, Entry]:
    """The engagements with these present identifiers, by identifier, without their parts; unknown ones are left out."""
    wanted = list(dict.fromkeys(names))
    found: dict[str, Entry] = {}
    with store.reading() as connection:
        for first in range(0, len(wanted), 500):
            rows = connection.execute(select(schema.entry).where(schema.entry.c.id.in_(wanted[first : first + 500])))
            found |= {row.id: _queries.entry_from(row, today=today, rules=store.rules) for row in rows}
    return found


def changes(
    store: Store,
    wanted: Filter | None = None,
    *,
    today: date,
    since: datetime | None = None,
    before: tuple[datetime, str, int] | None = None,
    limit: int = 50,
) -> list[Revision]:
    """The revisions in force of the engagements wanted, the last learned first. ``before`` continues behind the
    revision with that moment, entry and number; ``since`` leaves out what was learned by then."""
    table, entry = schema.revision.c, schema.entry.c
    query = select(schema.revision).where(table.superseded.is_(None))
    conditions = tuple(_queries._conditions(wanted or Filter(), today, ledger_rules()))
    if conditions:
        query = query.where(table.entry.in_(select(entry.id).where(*conditions)))
    if since is not None:
        query = query.where(table.learned > moment(since))
    if before is not None:
        learned, name, number = moment(before[0]), before[1], before[2]
        query = query.where(
            or_(
                table.learned < learned,
                (table.learned == learned) & (table.entry < name),
                (table.learned == learned) & (table.entry == name) & (table.number < number),
            )
        )
    query = query.order_by(table.learned.desc(), table.entry.desc(), table.number.desc()).limit(limit)
    with store.reading() as connection:
        return [
            Revision(
                entry=row.entry,
                number=row.number,
                said_on=as_day(row.said_on),
                state=read(row.body, State),
                changes=read(row.changes, tuple[Change, ...]),
                claims=read(row.claims, tuple[str, ...]),
                learned=as_moment(row.learned),
            )
            for row in connection.execute(query)
        ]


def claims_named(store: Store, names: Sequence[str]) -> dict[str, Claim]:
    """The claims with these identifiers, by identifier; unknown ones are left out."""
    found: dict[str, Claim] = {}
    with store.reading() as connection:
        for first in range(0, len(names), 500):
            wanted = list(names[first : first + 500])
            claim = schema.claim.c
            rows = connection.execute(select(claim.id, claim.body).where(claim.id.in_(wanted)))
            found |= {row.id: read(row.body, Claim) for row in rows}
    return found


def newest_pages(store: Store, entries: Sequence[str], *, most: int) -> dict[str, list[StoredPage]]:
    """The newest pages (at most ``most``) of each engagement, without their texts, in one question to the database."""
    names = list(dict.fromkeys(entries))
    found: dict[str, list[StoredPage]] = {name: [] for name in names}
    report, page = schema.report.c, schema.page.c
    for first in range(0, len(names), 500):
        told = (
            select(report.entry, report.page).where(report.entry.in_(names[first : first + 500])).distinct().subquery()
        )
        place = func.row_number().over(
            partition_by=told.c.entry, order_by=(page.said_on.desc(), page.seq.desc())
        ).label("place")  # fmt: skip
        ranked = select(*_queries._PAGE, told.c.entry.label("told_entry"), place).join(told, told.c.page == page.id)
        rows = ranked.subquery()
        with store.reading() as connection:
            query = select(rows).where(rows.c.place <= most).order_by(rows.c.told_entry, rows.c.place)
            for row in connection.execute(query):
                found[row.told_entry].append(_queries.page_from(row))
    return found


def sides(store: Store) -> dict[str, int]:
    """How many engagements each country or body takes part in or hosts."""
    side = schema.entry_side.c
    with store.reading() as connection:
        rows = connection.execute(select(side.side, func.count()).group_by(side.side))
        return {row[0]: row[1] for row in rows}


# A pair that meets every week has thousands of engagements; what was said lately is said about the latest of them.
_LATEST_OF_PAIR = 60
_MOST_PAGES = 400


def statements_between(
    store: Store, one: str, other: str, *, limit: int = 50, offset: int = 0
) -> list[StoredStatement]:
    """What either side said on pages that tell of the latest engagements of both, newest first."""
    first, second = schema.entry_side.alias(), schema.entry_side.alias()
    latest = (
        select(first.c.entry)
        .join(second, second.c.entry == first.c.entry)
        .join(schema.entry, schema.entry.c.id == first.c.entry)
        .where(first.c.side == one, second.c.side == other)
        .order_by(schema.entry.c.last_said.desc())
        .limit(_LATEST_OF_PAIR)
    )
    with store.reading() as connection:
        entries = connection.scalars(latest).all()
        pages = connection.scalars(select(schema.report.c.page).where(schema.report.c.entry.in_(entries))).all()
        condition = schema.statement.c.page.in_(sorted(set(pages))[:_MOST_PAGES])
        # The sides are picked here: asked for both, the database would walk through all that either ever said.
        found = _queries.statements_in(connection, condition, limit=None)
    sides_said = [s for s in found if (s.speaker.country or s.speaker.organisation) in (one, other)]
    return sides_said[offset : offset + limit]


class Outlet(msgspec.Struct, frozen=True):
    """Where a page was published."""

    site: str | None
    title: str | None
    url: str | None


def outlets(store: Store, pages: Sequence[str]) -> dict[str, Outlet]:
    """Where each of these pages was published, by page; unknown ones are left out."""
    page = schema.page.c
    names = list(dict.fromkeys(pages))
    found: dict[str, Outlet] = {}
    with store.reading() as connection:
        for first in range(0, len(names), 500):
            query = select(page.id, page.site, page.title, page.url).where(page.id.in_(names[first : first + 500]))
            found |= {row.id: Outlet(row.site, row.title, row.url) for row in connection.execute(query)}
    return found
