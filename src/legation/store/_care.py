"""Copies, compaction, odds and reading again."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, Engine, delete, select, update

from legation.errors import CalendarError, LegationError
from legation.ledger.amend import amend
from legation.ledger.odds import Case, cases_of, odds, situation_of
from legation.ledger.reports import Report, fingerprint, reports_of
from legation.records import Odds, Page, Record
from legation.rules.ledger import LedgerRules
from legation.store import schema
from legation.store._entries import refresh_entry, settle_entries
from legation.store._json import as_moment, read, text_of
from legation.store._offices import insert_office_claims, withdraw_office_claims
from legation.store._progress import Told
from legation.store._queries import get_entry, get_page, revisions_of
from legation.store._shelf import GroupCache, StoredShelf
from legation.store._write import insert_reports, insert_statements, refresh_group, write_groups

# Pages of the file that are copied before saying how far it is: sixteen megabytes.
_COPIED = 4096


def back_up(engine: Engine, target: Path, told: Told) -> None:
    """Copies a calendar file while it may be in use; the copy appears wholly or not at all."""
    if engine.dialect.name != "sqlite":
        raise CalendarError("a calendar on a server is backed up with the server's own tool: pg_dump")
    handle, unfinished = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    os.close(handle)
    try:
        source = engine.raw_connection()
        copy = sqlite3.connect(unfinished)
        try:
            driver = source.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            # Held open, one transaction is what is copied: writers in the meantime do not make it begin again.
            driver.execute("BEGIN")
            driver.execute("SELECT count(*) FROM sqlite_master").fetchone()
            try:
                driver.backup(copy, pages=_COPIED, progress=lambda _, left, total: told(total - left, total))
            finally:
                driver.execute("ROLLBACK")
        finally:
            copy.close()
            source.close()
        os.replace(unfinished, target)
    except OSError as error:
        raise CalendarError(f"{target}: cannot be written: {error.strerror}") from error
    finally:
        Path(unfinished).unlink(missing_ok=True)


def compact(engine: Engine) -> None:
    """Gives back the space that is not used any more; nothing that is known is lost."""
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("INSERT INTO page_search(page_search) VALUES ('optimize')")
            driver.execute("VACUUM")
            driver.execute("PRAGMA optimize")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE")


def odds_of(connection: Connection, entry: str, *, today: date, rules: LedgerRules, told: Told) -> Odds | None:
    """The odds of one engagement; None where there is none."""
    found = get_entry(connection, entry, today=today, rules=rules)
    if found is None:
        return None
    if found.state.status in rules.done or found.state.status in rules.final:
        return Odds(entry=found.id, cases=0, reason=f"it is {found.state.status}; nothing is open")
    situation = situation_of(found.state, today, found.sources, rules)
    return odds(found.id, situation, _cases(connection, found.id, today, rules, told))


def _cases(connection: Connection, but: str, today: date, rules: LedgerRules, told: Told) -> Iterator[Case]:
    c = schema.entry.c
    rows = connection.execute(select(c.id, c.sources).where(c.gone_to.is_(None), c.pages > 0, c.id != but)).all()
    for done, row in enumerate(rows):
        told(done, len(rows))
        revisions = revisions_of(connection, row.id, learned=None, every=False)
        if revisions:
            yield from cases_of(revisions, row.sources, today, rules)


class Rereading(msgspec.Struct, frozen=True, kw_only=True):
    """What reading one kept page again gives: engagements told before and now, or why it could not be read."""

    page: str
    title: str | None = None
    is_changed: bool = False
    before: int = 0
    after: int = 0
    problem: str | None = None


def read_again(
    connection: Connection,
    page: str,
    reader: Callable[[Page], Record],
    *,
    apply: bool,
    learned: datetime,
    rules: LedgerRules,
    groups: GroupCache,
) -> Rereading:
    """Reads a kept page again and, where ``apply``, stores what changed. Identifiers stay: a report that tells of the
    same words keeps its own."""
    kept = get_page(connection, page)
    assert kept is not None
    stored, old = kept
    article = old.article
    given = Page(
        source=article.url or page, text=article.text, is_final=True, id=old.id, url=article.url, title=article.title,
        published=article.published,
    )  # fmt: skip
    try:
        new = reader(given)
    except LegationError as error:
        return Rereading(page=page, title=article.title, problem=str(error))
    # What the first reading knew of the page beyond its text, a final text no longer tells.
    new = replace(new, article=replace(article, language=new.article.language or article.language))
    before, after = len(old.engagements), len(new.engagements)
    result = Rereading(page=page, title=article.title, is_changed=_differ(old, new), before=before, after=after)
    if apply and result.is_changed and new.article.text == article.text:
        _replace_page(connection, page, old, new, stored.dispatch, learned=learned, rules=rules, groups=groups)
    return result


def _differ(old: Record, new: Record) -> bool:
    told = ((r.engagements, r.statements, r.incidents, r.offices) for r in (old, new))
    return next(told) != next(told)


def _replace_page(
    connection: Connection,
    page: str,
    old: Record,
    new: Record,
    dispatch: str,
    *,
    learned: datetime,
    rules: LedgerRules,
    groups: GroupCache,
) -> None:
    """Takes a page's reports out of the ledger and puts its new ones in, under the identifiers they had."""
    report = schema.report.c
    was = [read(body, Report) for body in connection.scalars(select(report.body).where(report.page == page))]
    first = as_moment(connection.scalar(select(schema.page.c.learned).where(schema.page.c.id == page)) or "")
    fresh = reports_of(new, page=page, learned=first.date(), dispatch=dispatch, rules=rules)
    named = _named(was, fresh, old, new)
    shelf = StoredShelf(connection, rules, groups)
    roots = {r.id: shelf.root(r.id) for r in was}
    leaving = sorted({root for root in roots.values() if root})
    later = {r.id: r for root in leaving for r in shelf.members(root) if r.page != page}
    keys = frozenset(key for root in leaving for key in shelf.walk(root).keys)
    later |= {
        r.id: r for r in shelf.later(keys, min((r.order for r in was), default=(date.max, "", 0))) if r.page != page
    }
    gone = [r.id for r in was if r.id not in {f.id for f in named}]
    # An engagement named after a report that is no more keeps leading to where its other reports are.
    left_behind = {
        e: connection.scalars(select(report.id).where(report.entry == e, report.page != page)).all()
        for e in connection.scalars(select(schema.entry.c.id).where(schema.entry.c.id.in_(gone)))
    }
    was_in = set(connection.scalars(select(report.entry).where(report.page == page, report.entry.is_not(None))))
    _withdraw(connection, page, [r.id for r in was], gone)
    connection.execute(
        update(schema.page)
        .where(schema.page.c.id == page)
        .values(
            body=text_of(replace(new, article=replace(new.article, text=""))),
            rules=new.reader.rules,
            model=new.reader.model,
        )
    )
    connection.execute(update(schema.edition).values(number=schema.edition.c.number + 1))
    insert_statements(connection, new, page, learned=first)
    insert_office_claims(connection, new, page, learned=first)
    insert_reports(connection, new, named, learned=learned, rules=rules, known={r.id for r in was} - set(gone))
    for root in leaving:
        refresh_group(connection, root, rules)
    amendment = amend(StoredShelf(connection, rules, groups), [*later.values(), *named], rules)
    write_groups(connection, amendment, rules)
    settle_entries(connection, set(amendment.touched) | set(leaving), learned=learned, rules=rules)
    # One whose only report has moved elsewhere is in no group that was touched.
    for entry in sorted(was_in):
        refresh_entry(connection, entry, learned=learned, rules=rules)
    for entry, others in left_behind.items():
        refresh_entry(connection, entry, learned=learned, rules=rules)
        to = connection.scalar(select(report.entry).where(report.id.in_(others)).order_by(report.said_on).limit(1))
        connection.execute(update(schema.entry).where(schema.entry.c.id == entry).values(gone_to=to))


def _withdraw(connection: Connection, page: str, reports: list[str], gone: list[str]) -> None:
    for table in (schema.report_key, schema.claim):
        connection.execute(delete(table).where(table.c.report.in_(reports)))
    connection.execute(delete(schema.statement).where(schema.statement.c.page == page))
    withdraw_office_claims(connection, page)
    connection.execute(update(schema.report).where(schema.report.c.id.in_(reports)).values(root=None, entry=None))
    c = schema.correction.c
    connection.execute(delete(schema.correction).where(c.report.in_(gone) | c.other.in_(gone)))
    connection.execute(delete(schema.report).where(schema.report.c.id.in_(gone)))


def _named(was: list[Report], fresh: tuple[Report, ...], old: Record, new: Record) -> tuple[Report, ...]:
    """The new reports under the old identifiers, paired by kind and by how much of their evidence they share."""
    free = list(was)
    found = []
    for report in fresh:
        best = max(free, key=lambda o: _overlap(o, report, old, new), default=None)
        if best is not None and _overlap(best, report, old, new) > 0:
            free.remove(best)
            found.append(replace(report, id=best.id))
        else:
            found.append(report)
    taken = {r.id for r in was}
    # A report that is new must not take the name of another of the page.
    used: set[str] = set()
    for i, report in enumerate(found):
        name = report.id
        if name in used or (name in taken and all(name != f.id for f in found[: i + 1])):
            name = fingerprint(name, "again")
        while name in used:
            name = fingerprint(name, "again")
        used.add(name)
        found[i] = replace(report, id=name)
    return tuple(found)


def _overlap(one: Report, other: Report, old: Record, new: Record) -> int:
    if one.kind != other.kind:
        return 0
    left, right = old.engagements[one.number].evidence, new.engagements[other.number].evidence
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
