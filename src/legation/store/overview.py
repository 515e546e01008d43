"""What a desk asks of a whole calendar: its version, its latest changes, who appears in it, what two sides said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import msgspec
from sqlalchemy import func, or_, select

from legation.records import Claim, Entry, Filter, Revision, StoredPage, StoredStatement
from legation.rules.ledger import ledger_rules
from legation.store import _finding, _queries, schema
from legation.store._json import as_moment, moment, read
from legation.store.calendar import Store


class Version(msgspec.Struct, frozen=True):
    """Names one content of a calendar: it differs whenever anything that is shown does."""

    updated: datetime | None
    pages: int
    corrections: int
    names: int = 0
    rereadings: int = 0

    @property
    def tag(self) -> str:
        stamp = moment(self.updated) if self.updated else "empty"
        return f"{stamp}-{self.pages}-{self.corrections}-{self.names}-{self.rereadings}"


def version(store: Store) -> Version:
    """The calendar's present version; cheap enough to ask before every answer."""
    tables = (schema.page, schema.correction, schema.name_correction)
    told = (func.max(schema.entry.c.updated), *(func.max(t.c.seq) for t in tables), schema.edition.c.number)
    with store.reading() as connection:
        updated, *counts = connection.execute(select(*(select(n).scalar_subquery() for n in told))).one()
    return Version(as_moment(updated) if updated else None, *(count or 0 for count in counts))


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
    table = schema.revision.c
    query = select(schema.revision).where(table.superseded.is_(None))
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
        if wanted is not None and wanted != Filter():
            sought, rules = store.sought(connection, wanted), ledger_rules()
            query = query.where(
                _finding.meeting(connection, wanted, table.entry, today=today, rules=rules, sought=sought)
            )
        return [_queries.revision_from(row) for row in connection.execute(query)]


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


def months(store: Store, wanted: Filter, *, today: date) -> dict[tuple[str | None, str], int]:
    """How many engagements meet a filter, by (first month as ``2031-05`` or None, status): for charts, which need no
    more of thousands."""
    with store.reading() as connection:
        found = _finding.months_of(
            connection, wanted, today=today, rules=store.rules, sought=store.sought(connection, wanted)
        )
    undated = schema.UNDATED[:7]
    return {(None if month == undated else month, status): n for (month, status), n in found.items()}


def sides(store: Store) -> dict[str, int]:
    """How many engagements each country or body takes part in or hosts."""
    side = schema.entry_side.c
    with store.reading() as connection:
        rows = connection.execute(select(side.side, func.count()).group_by(side.side))
        return {row[0]: row[1] for row in rows}


# What two sides said is looked for on at most this many pages of their engagements.
_MOST_PAGES = 400


def statements_between(
    store: Store, one: str, other: str, *, entries: Sequence[str], limit: int = 50, offset: int = 0
) -> list[StoredStatement]:
    """What either side said on pages that tell of these engagements of both, newest first."""
    report = schema.report.c
    with store.reading() as connection:
        pages = connection.scalars(select(report.page).where(report.entry.in_(entries)).distinct()).all()
        condition = schema.statement.c.page.in_(sorted(pages)[:_MOST_PAGES])
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
