"""The whole calendar as it stood: by what had been said by a day, by what had been learned by a moment, or both.

Most engagements have not changed since: their present state is the one asked for, and stands in ``entry``. Only those
that have are looked up among the revisions, so the cost is that of reading the calendar once, whatever its history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select

from legation.ledger.policy import passed_before
from legation.records import Entry, State
from legation.rules.ledger import LedgerRules
from legation.store import schema
from legation.store._json import as_day, as_moment, as_texts, day, moment, read

_PART = 5_000


def held_at(learned: datetime | None) -> list[ColumnElement[bool]]:
    """The conditions that a revision was believed at ``learned`` (None: now)."""
    revision = schema.revision.c
    if learned is None:
        return [revision.superseded.is_(None)]
    at = moment(learned)
    return [revision.learned <= at, or_(revision.superseded.is_(None), revision.superseded > at)]


def entries_as_of(
    connection: Connection,
    said: date | None,
    learned: datetime | None,
    *,
    today: date,
    rules: LedgerRules,
    only: str | None = None,
) -> list[Entry]:
    """Every engagement (or ``only`` the one with this identifier) as it stood by what had been said by the end of
    ``said`` and learned by ``learned``, by date and identifier, undated ones last."""
    asked = _Asked(said, learned, only)
    passed, plans = passed_before(today, rules), rules.plans
    found: list[Entry] = []
    changed: dict[str, list[Any]] = {}
    told_later: set[str] = asked.learned_later(connection)

    def keep(rows: Iterable[Sequence[Any]]) -> None:
        for (
            unchanged,
            is_told_later,
            identifier,
            number,
            body,
            sources,
            pages,
            outlets,
            first,
            last,
            since,
            updated,
            whole,
            tour,
        ) in rows:
            if is_told_later:
                told_later.add(identifier)
            if not unchanged:
                changed[identifier] = [
                    True, False, identifier, number, body, sources, pages, outlets, first, last, since, updated, whole,
                    tour,
                ]  # fmt: skip
                continue
            state = read(body, State)
            found.append(
                Entry(
                    id=identifier,
                    sequence=number,
                    state=state,
                    is_unverified=state.status in plans and (latest := state.latest) is not None and latest < passed,
                    sources=sources,
                    pages=pages,
                    outlets=as_texts(outlets),
                    first_said=as_day(first),
                    last_said=as_day(last),
                    learned=as_moment(since),
                    updated=as_moment(updated),
                    part_of=whole,
                    tour=tour,
                )
            )

    for rows in _in_parts(connection, asked.entries()):
        keep(rows)
    ids = sorted(changed)
    for start in range(0, len(ids), _PART):
        for rows in _in_parts(connection, asked.revisions(ids[start : start + _PART], connection.dialect.name)):
            then = [changed[row[0]] for row in rows]
            for row, (_, number, body, said_on, since) in zip(then, rows, strict=True):
                row[3], row[4], row[9], row[11] = number, body, said_on, since
            keep(then)
    counts = asked.counts(connection, told_later & {entry.id for entry in found} if told_later else told_later)
    found = [replace(entry, **counts[entry.id]) if entry.id in counts else entry for entry in found]
    found.sort(key=attrgetter("id"))
    found.sort(key=_earliest)
    return found


def _in_parts(connection: Connection, query: Select[Any]) -> Iterator[Sequence[Any]]:
    """The driver's own tuples: a hundred thousand pass here, and SQLAlchemy's rows would cost as much again."""
    cursor = connection.execute(query).cursor
    while cursor is not None and (rows := cursor.fetchmany(_PART)):
        yield rows


def _earliest(entry: Entry) -> date:
    return entry.state.earliest or date.max


class _Asked:
    """One point of both time axes, as conditions on the tables."""

    def __init__(self, said: date | None, learned: datetime | None, only: str | None) -> None:
        self.said, self.only = day(said), only
        self.learned = moment(learned) if learned is not None else None
        self.believed = held_at(learned)

    def entries(self) -> Select[Any]:
        """Every engagement there may have been, first whether its present state is the one asked for."""
        c = schema.entry.c
        unchanged: list[ColumnElement[bool]] = [c.gone_to.is_(None), c.revised_on.is_not(None)]
        existed: list[ColumnElement[bool]] = [] if self.only is None else [c.id == self.only]
        if self.said is not None:
            unchanged.append(c.revised_on <= self.said)
        if self.learned is None:
            existed.append(c.gone_to.is_(None))
            if self.said is not None:
                existed.append(c.first_said <= self.said)
        else:
            # Concatenated with nothing, a column is not looked up in its index: that is slower where nearly all match.
            is_later = c.updated.concat("") > self.learned
            unchanged.append(~is_later)
            existed.append(c.learned <= self.learned)
            if self.said is not None:
                existed.append(or_(c.first_said <= self.said, is_later))
        is_told_later = c.last_said > self.said if self.said is not None else false()
        return select(
            and_(*unchanged), is_told_later, c.id, c.revision, c.body, c.sources, c.pages, c.outlets, c.first_said, c.revised_on,
            c.learned, c.updated, c.part_of, c.tour,
        ).where(*existed)  # fmt: skip

    def learned_later(self, connection: Connection) -> set[str]:
        """The engagements that pages tell of which had not been learned then."""
        if self.learned is None:
            return set()
        report, page = schema.report.c, schema.page.c
        later = select(report.entry).distinct().join(schema.page, page.id == report.page)
        later = later.where(page.learned > self.learned, report.entry.is_not(None))
        return set(connection.scalars(later if self.only is None else later.where(report.entry == self.only)))

    def counts(self, connection: Connection, entries: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Sources, pages and outlets of engagements as they were then, of the pages that are theirs today."""
        report, page = schema.report.c, schema.page.c
        wanted = sorted(entries)
        rows: dict[str, set[tuple[str, str, str | None]]] = {}
        for start in range(0, len(wanted), _PART):
            told = select(report.entry, page.id, page.dispatch, page.site).join(schema.page, page.id == report.page)
            told = told.where(report.entry.in_(wanted[start : start + _PART]))
            if self.said is not None:
                told = told.where(page.said_on <= self.said)
            if self.learned is not None:
                told = told.where(page.learned <= self.learned)
            for entry, *of_page in connection.execute(told):
                rows.setdefault(entry, set()).add(tuple(of_page))
        return {
            entry: {
                "sources": len({dispatch for _, dispatch, _ in pages}),
                "pages": len(pages),
                "outlets": tuple(sorted({site for _, _, site in pages if site})),
            }
            for entry, pages in rows.items()
        }

    def revisions(self, entries: Sequence[str], dialect: str) -> Select[Any]:
        """Of each engagement the last revision that had been said and was believed then."""
        c = schema.revision.c
        conditions: list[ColumnElement[bool]] = [c.entry.in_(entries), *self.believed]
        if self.said is not None:
            conditions.append(c.said_on <= self.said)
        if dialect == "sqlite":
            # Columns beside a lone max() are those of its row: https://sqlite.org/lang_select.html#bareagg
            newest = select(c.entry, func.max(c.number), c.body, c.said_on, c.learned)
            return newest.where(*conditions).group_by(c.entry)
        rank = func.row_number().over(partition_by=c.entry, order_by=c.number.desc()).label("rank")
        ranked = select(c.entry, c.number, c.body, c.said_on, c.learned, rank).where(*conditions).subquery()
        return select(*(ranked.c[n] for n in ("entry", "number", "body", "said_on", "learned"))).where(
            ranked.c.rank == 1
        )
