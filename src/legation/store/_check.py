"""The integrity of a calendar: every span, reference, group, revision and count, each problem in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import Connection, func, select, text

from legation.ledger.keys import index_keys
from legation.ledger.reports import Report
from legation.records import Claim, Record
from legation.rules.ledger import LedgerRules
from legation.store import schema
from legation.store._entries import derived, name_rows, side_rows, sources_of
from legation.store._json import read, text_of
from legation.store._offices import lines_that_differ, misplaced_claims
from legation.store._progress import Told

_BATCH = 500


def problems(connection: Connection, rules: LedgerRules, told: Told) -> Iterator[str]:
    """Everything that is not as it must be; nothing where all is well."""
    pages = connection.scalar(select(func.count()).select_from(schema.page)) or 0
    entries = connection.scalar(select(func.count()).select_from(schema.entry)) or 0
    yield from _database(connection)
    yield from _pages(connection, lambda done: told(done, pages + entries))
    yield from _entries(connection, rules, lambda done: told(pages + done, pages + entries))
    yield from _groups(connection, rules)
    yield from _offices(connection)


def _database(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.execute(text("PRAGMA integrity_check")):
        if line != "ok":
            yield f"file: {line}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"{row[0]} row {row[1]}: refers to a row of {row[2]} that does not exist"


def _pages(connection: Connection, told: Callable[[int], None]) -> Iterator[str]:
    """Every claim's words stand where it says, and every page's engagements are all there."""
    last = done = 0
    page, claim = schema.page.c, schema.claim.c
    while rows := connection.execute(
        select(page.seq, page.id, page.text, page.body).where(page.seq > last).order_by(page.seq).limit(_BATCH)
    ).all():
        last, done = rows[-1].seq, done + len(rows)
        told(done)
        ids = [row.id for row in rows]
        texts = {row.id: row.text for row in rows}
        counts = select(schema.report.c.page, func.count()).where(schema.report.c.page.in_(ids))
        reports = {row[0]: row[1] for row in connection.execute(counts.group_by(schema.report.c.page))}
        for row in rows:
            expected = len(read(row.body, Record).engagements)
            if reports.get(row.id, 0) != expected:
                yield f"page {row.id}: {reports.get(row.id, 0)} of its {expected} reports are there"
        for claim_id, on_page, body in connection.execute(
            select(claim.id, claim.page, claim.body).where(claim.page.in_(ids))
        ):
            found = read(body, Claim)
            if texts[on_page][found.start : found.end] != found.words:
                yield f"claim {claim_id}: its words are not at {found.start} to {found.end} of page {on_page}"


def _entries(connection: Connection, rules: LedgerRules, told: Callable[[int], None]) -> Iterator[str]:
    """Every engagement is what its reports make of it, and its revisions' claims exist."""
    last, done = "", 0
    entry = schema.entry.c
    columns = (entry.id, entry.body, entry.gone_to, entry.sources, entry.pages, entry.sequence)
    while rows := connection.execute(select(*columns).where(entry.id > last).order_by(entry.id).limit(_BATCH)).all():
        last, done = rows[-1].id, done + len(rows)
        told(done)
        for row in rows:
            yield from _entry(connection, row, rules)


def _entry(connection: Connection, row: object, rules: LedgerRules) -> Iterator[str]:
    entry = row.id  # type: ignore[attr-defined]
    report, revision = schema.report.c, schema.revision.c
    reports, revisions = derived(connection, entry, rules)
    stored = connection.execute(
        select(revision.number, revision.body, revision.claims)
        .where(revision.entry == entry, revision.superseded.is_(None))
        .order_by(revision.number)
    ).all()
    wanted = [(r.number, text_of(r.state)) for r in revisions]
    if [(r.number, r.body) for r in stored] != wanted:
        yield f"engagement {entry}: its revisions are not what its reports make; legation reread brings them up to date"
        return
    if not reports:
        is_named = connection.scalar(select(report.id).where(report.id == entry)) is not None
        if row.gone_to is None and (is_named or row.pages):  # type: ignore[attr-defined]
            yield f"engagement {entry}: has no reports and leads nowhere"
        return
    if row.body != stored[-1].body:  # type: ignore[attr-defined]
        yield f"engagement {entry}: its present state is not its last revision"
    sources, pages, _ = sources_of(connection, entry)
    if (sources, pages) != (row.sources, row.pages):  # type: ignore[attr-defined]
        yield f"engagement {entry}: counts {row.sources} sources of {row.pages} pages, has {sources} of {pages}"  # type: ignore[attr-defined]
    for table, rows in (
        (schema.entry_side, side_rows(entry, revisions[-1].state)),
        (schema.entry_name, name_rows(entry, revisions[-1].state)),
    ):
        found = [dict(r._mapping) for r in connection.execute(select(table).where(table.c.entry == entry))]
        if len(found) != len(rows) or any(r not in rows for r in found):
            yield f"engagement {entry}: cannot be found under all of its countries, days and names"
    claims = {c for r in stored for c in read(r.claims, list[str])}
    known = set(connection.scalars(select(schema.claim.c.id).where(schema.claim.c.id.in_(sorted(claims)))))
    for missing in sorted(claims - known):
        if not missing.startswith("person:"):
            yield f"engagement {entry}: rests on the claim {missing}, which does not exist"


def _groups(connection: Connection, rules: LedgerRules) -> Iterator[str]:
    """Every report that names somebody is in a group and an engagement, and can be found."""
    report = schema.report.c
    filed = set(
        connection.scalars(select(schema.report_key.c.report).where(schema.report_key.c.role == "i").distinct())
    )
    roots = set(connection.scalars(select(schema.cluster.c.root)))
    for row in connection.execute(select(report.id, report.root, report.entry, report.body)):
        if row.root is None or row.entry is None:
            if index_keys(read(row.body, Report), rules):
                yield f"report {row.id}: is in no engagement"
        elif row.root not in roots:
            yield f"report {row.id}: its group {row.root} does not exist"
        elif row.id not in filed:
            yield f"report {row.id}: cannot be found under any key"


def _offices(connection: Connection) -> Iterator[str]:
    """Every word on an office stands where it says, and the lines of the who's who are what such words make."""
    for claim in misplaced_claims(connection):
        yield f"office claim {claim}: its words are not on its page where it says"
    for line in lines_that_differ(connection):
        yield f"who's who, line {line}: is not what its claims make"
