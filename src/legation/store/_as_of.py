"""The whole calendar as it stood: by what had been said by a day, by what had been learned by a moment, or both.

Most engagements have not changed since: their present state is the one asked for, and stands in ``entry``. Only those
that have are looked up among the revisions, so the cost is that of reading the calendar once, whatever its history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

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
    connection: Connection, said: date | None, learned: datetime | None, *, today: date, rules: LedgerRules
) -> list[Entry]:
    """Every engagement as it stood by what had been said by the end of ``said`` and learned by ``learned``, by date
    and identifier, undated ones last."""
    asked = _Asked(said, learned)
    passed, plans = passed_before(today, rules), rules.plans
    found: list[Entry] = []
    changed: dict[str, list[Any]] = {}

    def keep(rows: Iterable[Sequence[Any]]) -> None:
        for (
            unchanged,
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
            if not unchanged:
                changed[identifier] = [
                    True, identifier, number, body, sources, pages, outlets, first, last, since, updated, whole, tour
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
                row[2], row[3], row[8], row[10] = number, body, said_on, since
            keep(then)
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

    def __init__(self, said: date | None, learned: datetime | None) -> None:
        self.said = day(said)
        self.learned = moment(learned) if learned is not None else None
        self.believed = held_at(learned)

    def entries(self) -> Select[Any]:
        """Every engagement there may have been, first whether its present state is the one asked for."""
        c = schema.entry.c
        unchanged: list[ColumnElement[bool]] = [c.gone_to.is_(None), c.revised_on.is_not(None)]
        existed: list[ColumnElement[bool]] = []
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
        return select(
            and_(*unchanged), c.id, c.revision, c.body, c.sources, c.pages, c.outlets, c.first_said, c.revised_on,
            c.learned, c.updated, c.part_of, c.tour,
        ).where(*existed)  # fmt: skip

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
