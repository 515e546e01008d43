"""Reading a calendar: engagements as they stand or stood, their histories, pages and statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, select

from legation.ledger.policy import is_unverified
from legation.records import (
    Change,
    Claim,
    Entry,
    Match,
    Record,
    Revision,
    State,
    Statement,
    StoredPage,
    StoredStatement,
)
from legation.rules.ledger import LedgerRules
from legation.store import schema
from legation.store._as_of import held_at
from legation.store._json import as_day, as_moment, as_texts, read

Row = Any


def entry_from(row: Row, *, today: date, rules: LedgerRules, state: State | None = None) -> Entry:
    """An entry from its row; ``state`` where another than the present one is meant."""
    state = state or read(row.body, State)
    return Entry(
        id=row.id,
        sequence=row.sequence,
        state=state,
        is_unverified=is_unverified(state, today, rules),
        sources=row.sources,
        pages=row.pages,
        outlets=as_texts(row.outlets),
        first_said=as_day(row.first_said),
        last_said=as_day(row.last_said),
        learned=as_moment(row.learned),
        updated=as_moment(row.updated),
        part_of=row.part_of,
        tour=row.tour,
    )


def resolve_id(connection: Connection, entry: str) -> str | None:
    """The present identifier of the engagement that ``entry``, a former identifier or a report's, leads to. A
    beginning of at least four letters is enough where only one fits."""
    if not entry.isprintable():
        return None  # PostgreSQL would refuse a NUL
    for _ in range(20):
        row = connection.execute(
            select(schema.entry.c.id, schema.entry.c.gone_to, schema.entry.c.pages).where(schema.entry.c.id == entry)
        ).one_or_none()
        if row is None:
            of_report = connection.scalar(select(schema.report.c.entry).where(schema.report.c.id == entry))
            if of_report is not None and of_report != entry:
                entry = of_report
                continue
            if len(entry) < 4:
                return None
            found = connection.scalars(
                select(schema.entry.c.id).where(schema.entry.c.id.startswith(entry, autoescape=True)).limit(2)
            ).all()
            return resolve_id(connection, found[0]) if len(found) == 1 and found[0] != entry else None
        if row.gone_to is None:
            return entry
        entry = row.gone_to
    return None


def get_entry(connection: Connection, entry: str, *, today: date, rules: LedgerRules) -> Entry | None:
    """One entry with its parts; None where the identifier leads nowhere."""
    found = resolve_id(connection, entry)
    if found is None:
        return None
    row = connection.execute(select(schema.entry).where(schema.entry.c.id == found)).one()
    parts = connection.scalars(select(schema.entry.c.id).where(schema.entry.c.part_of == found))
    legs: Sequence[str] = ()
    if row.tour is not None:
        c = schema.entry.c
        legs = connection.scalars(select(c.id).where(c.tour == row.tour).order_by(c.earliest, c.id)).all()
    return replace(entry_from(row, today=today, rules=rules), parts=tuple(sorted(parts)), legs=tuple(legs))


def revisions_of(connection: Connection, entry: str, *, learned: datetime | None, every: bool) -> tuple[Revision, ...]:
    """The history of an engagement, oldest first: as believed at ``learned`` (None: now), or ``every`` one ever."""
    table = schema.revision
    query = select(table).where(table.c.entry == entry).order_by(table.c.number, table.c.learned)
    if not every:
        query = query.where(*held_at(learned))
    return tuple(revision_from(row) for row in connection.execute(query))


def revision_from(row: Row) -> Revision:
    return Revision(
        entry=row.entry,
        number=row.number,
        said_on=as_day(row.said_on),
        state=read(row.body, State),
        changes=read(row.changes, tuple[Change, ...]),
        claims=read(row.claims, tuple[str, ...]),
        learned=as_moment(row.learned),
        superseded=as_moment(row.superseded) if row.superseded else None,
    )


def claims_in(connection: Connection, condition: ColumnElement[bool]) -> tuple[Claim, ...]:
    """The claims that meet a condition, by the day they were said and where they stand."""
    rows = connection.execute(
        select(schema.claim.c.body).join(schema.report, schema.report.c.id == schema.claim.c.report).where(condition)
    )
    claims = (read(row.body, Claim) for row in rows)
    return tuple(sorted(claims, key=lambda c: (c.said_on, c.page, c.start, c.id)))


def matches_of(connection: Connection, entry: str) -> tuple[Match, ...]:
    """Why each report of an engagement is there, in order."""
    c = schema.report.c
    rows = connection.execute(
        select(c.id, c.entry, c.score, c.reasons).where(c.entry == entry).order_by(c.said_on, c.page, c.number)
    )
    found = []
    for row in rows:
        reasons = read(row.reasons or "{}", dict[str, list[str]])
        found.append(
            Match(
                report=row.id,
                entry=row.entry,
                score=row.score or 0.0,
                reasons=tuple(reasons.get("for", ())),
                against=tuple(reasons.get("against", ())),
            )
        )
    return tuple(found)


def page_from(row: Row, entries: Sequence[str] = (), *, text: str = "") -> StoredPage:
    return StoredPage(
        id=row.id,
        source_id=row.source_id,
        url=row.url,
        title=row.title,
        site=row.site,
        section=row.section,
        language=row.language,
        published=as_day(row.published) if row.published else None,
        said_on=as_day(row.said_on),
        learned=as_moment(row.learned),
        dispatch=row.dispatch,
        text=text,
        entries=tuple(entries),
    )


def is_page_of(entry: str | None) -> ColumnElement[bool]:
    """The condition that a page tells of an engagement."""
    return schema.page.c.id.in_(select(schema.report.c.page).where(schema.report.c.entry == entry))


_PAGE = [c for c in schema.page.c if c.name not in ("text", "body")]


def pages_in(
    connection: Connection, condition: ColumnElement[bool], *, limit: int | None, offset: int = 0
) -> list[StoredPage]:
    """Pages without their texts, newest first."""
    query = select(*_PAGE).where(condition).order_by(schema.page.c.said_on.desc(), schema.page.c.seq.desc())
    return [page_from(row) for row in connection.execute(query.limit(limit).offset(offset))]


def get_page(connection: Connection, page: str) -> tuple[StoredPage, Record] | None:
    """One page with its text and entries, and the record it was read into."""
    if not page.isprintable():
        return None
    row = connection.execute(select(schema.page).where(schema.page.c.id == page)).one_or_none()
    if row is None:
        return None
    entries = connection.scalars(select(schema.report.c.entry).where(schema.report.c.page == page).distinct())
    record = read(row.body, Record)
    record = replace(record, article=replace(record.article, text=row.text))
    return page_from(row, sorted(e for e in entries if e), text=row.text), record


def statements_in(
    connection: Connection, condition: ColumnElement[bool], *, limit: int | None, offset: int = 0
) -> list[StoredStatement]:
    """Statements that meet a condition, newest first."""
    s, p = schema.statement.c, schema.page.c
    in_order = (s.said_on.desc(), s.page, s.number)
    # First which, then their words and pages: on a busy day one state says thousands of things.
    some = select(s.page, s.number).where(condition).order_by(*in_order).limit(limit).offset(offset).subquery()
    rows = connection.execute(
        select(s.page, s.number, s.said_on, s.body, p.url, p.site, p.title)
        .join(some, (some.c.page == s.page) & (some.c.number == s.number))
        .join(schema.page, p.id == s.page)
        .order_by(*in_order)
    )
    found = []
    for row in rows:
        statement = read(row.body, Statement)
        found.append(
            StoredStatement(
                page=row.page,
                number=row.number,
                speaker=statement.speaker,
                anonymous=statement.anonymous,
                described_as=statement.described_as,
                kind=statement.kind,
                content=statement.content,
                start=statement.start,
                end=statement.end,
                said_on=as_day(row.said_on),
                url=row.url,
                site=row.site,
                title=row.title,
            )
        )
    return found
