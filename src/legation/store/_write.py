"""Adding a page: everything that one page changes, inside one transaction that the caller holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from urllib.parse import urlsplit

from msgspec.structs import replace
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from legation.ledger.amend import Amendment, amend
from legation.ledger.dispatches import signature
from legation.ledger.keys import index_keys, lookup_keys
from legation.ledger.reports import Report, claims_of, page_id, reports_of
from legation.ledger.walk import hull_of
from legation.records import Added, ArticleRecord, Record
from legation.rules.ledger import LedgerRules
from legation.store import _prepared as prepared
from legation.store import schema
from legation.store._dispatches import file_page, find_dispatch, rename_dispatch
from legation.store._entries import settle_entries
from legation.store._json import day, moment, read, text_of
from legation.store._offices import insert_office_claims, refresh_lines_of_pages
from legation.store._shelf import GroupCache, StoredShelf

_PLACE = (
    update(schema.report)
    .where(schema.report.c.id == bindparam("report_id"))
    .values(root=bindparam("root"), score=bindparam("score"), reasons=bindparam("reasons"))
)
_SEQ = select(schema.page.c.seq).where(schema.page.c.id == bindparam("page_id"))


def add_page(
    connection: Connection, record: Record, *, learned: datetime, rules: LedgerRules, groups: GroupCache | None = None
) -> Added:
    """Stores one page and everything it changes; a page already there changes nothing. ``groups`` keeps what has been
    read of the calendar from one page to the next."""
    page = page_id(record)
    known = connection.scalar(prepared.IS_KNOWN, {"page": page})
    if known is not None:
        entries = connection.scalars(select(schema.report.c.entry).where(schema.report.c.page == page).distinct())
        return Added(page=page, is_new=False, entries=tuple(sorted(e for e in entries if e)))
    said_on, signed = record.article.published or learned.date(), signature(record.article.text)
    dispatch, renamed = find_dispatch(connection, page, signed, said_on)
    reports = reports_of(record, page=page, learned=learned.date(), dispatch=dispatch, rules=rules)
    _insert_page(connection, record, page, dispatch=dispatch, learned=learned)
    file_page(connection, page, signed, said_on)
    insert_statements(connection, record, page, learned=learned)
    insert_office_claims(connection, record, page, learned=learned)
    insert_reports(connection, record, reports, learned=learned, rules=rules)
    again, roots = _renamed(connection, rename_dispatch(connection, renamed, dispatch), rules) if renamed else ([], [])
    refresh_lines_of_pages(connection, renamed)
    amendment = amend(StoredShelf(connection, rules, groups), [*again, *reports], rules)
    amendment = replace(amendment, touched=amendment.touched | set(roots))
    return settle(connection, amendment, page=page, reports=reports, learned=learned, rules=rules)


def _renamed(connection: Connection, changed: list[Report], rules: LedgerRules) -> tuple[list[Report], list[str]]:
    """What must be placed again where reports now count with another dispatch: weights have changed with it."""
    roots = set(connection.scalars(select(schema.report.c.root).where(schema.report.c.id.in_([r.id for r in changed]))))
    for root in sorted(filter(None, roots)):
        refresh_group(connection, root, rules)
    shelf = StoredShelf(connection, rules)
    keys = frozenset(key for root in roots if root for key in shelf.walk(root).keys)
    return list(shelf.later(keys, min(r.order for r in changed))) if changed else [], sorted(filter(None, roots))


def settle(
    connection: Connection,
    amendment: Amendment,
    *,
    page: str,
    reports: Sequence[Report],
    learned: datetime,
    rules: LedgerRules,
) -> Added:
    """Writes an amendment: groups, the engagements they make, and their revisions."""
    write_groups(connection, amendment, rules)
    created, changed = settle_entries(connection, amendment.touched, learned=learned, rules=rules)
    ids = [r.id for r in reports]
    entries = connection.scalars(prepared.ENTRIES_OF_REPORTS, {"ids": ids})
    return Added(
        page=page,
        is_new=True,
        entries=tuple(sorted(e for e in entries if e)),
        created=tuple(sorted(created)),
        changed=tuple(sorted(changed)),
    )


def site_of(article: ArticleRecord) -> str | None:
    """The outlet of a page: as it names itself, or its host name."""
    if article.site:
        return article.site
    host = urlsplit(article.url).hostname if article.url else None
    return host.removeprefix("www.") if host else None


def _insert_page(connection: Connection, record: Record, page: str, *, dispatch: str, learned: datetime) -> None:
    article = record.article
    # Values as parameters, here and below: a statement that is the same every time is put together once.
    connection.execute(
        insert(schema.page),
        {
            "id": page,
            "source_id": record.id,
            "url": article.url,
            "title": article.title,
            "site": site_of(article),
            "section": article.section,
            "language": article.language,
            "published": day(article.published),
            "said_on": day(article.published or learned.date()),
            "learned": moment(learned),
            "dispatch": dispatch,
            "text": article.text,
            "body": text_of(replace(record, article=replace(article, text=""))),
            "rules": record.reader.rules,
            "model": record.reader.model,
        },
    )


def insert_statements(connection: Connection, record: Record, page: str, *, learned: datetime) -> None:
    """Stores a page's statements."""
    said_on = day(record.article.published or learned.date())
    rows = [
        {
            "page": page,
            "number": number,
            "speaker": statement.speaker.name,
            "country": statement.speaker.country or statement.speaker.organisation,
            "said_on": said_on,
            "body": text_of(statement),
        }
        for number, statement in enumerate(record.statements)
    ]
    if rows:
        connection.execute(insert(schema.statement), rows)


def insert_reports(
    connection: Connection,
    record: Record,
    reports: Sequence[Report],
    *,
    learned: datetime,
    rules: LedgerRules,
    known: Collection[str] = (),
) -> None:
    """Stores reports with their keys and claims; those ``known`` have a row already, which is brought up to date."""
    if not reports:
        return
    seq = connection.scalar(_SEQ, {"page_id": reports[0].page})
    rows = [
        {"id": r.id, "page": r.page, "page_seq": seq, "number": r.number, "said_on": r.said_on.isoformat(),
         "body": text_of(r)}
        for r in reports
    ]  # fmt: skip
    for row in rows:
        if row["id"] in known:
            connection.execute(update(schema.report).where(schema.report.c.id == row["id"]).values(**row))
    if fresh := [row for row in rows if row["id"] not in known]:
        connection.execute(insert(schema.report), fresh)
    if keys := [row for r in reports for row in key_rows(r, rules)]:
        connection.execute(insert(schema.report_key), keys)
    connection.execute(
        insert(schema.claim),
        [
            {
                "id": claim.id,
                "report": claim.report,
                "page": claim.page,
                "field": claim.field,
                "value": claim.value,
                "start": claim.start,
                "stop": claim.end,
                "body": text_of(claim),
            }
            for report in reports
            for claim in claims_of(record, report, learned=learned)
        ],
    )


def key_rows(report: Report, rules: LedgerRules) -> list[dict[str, str]]:
    """The rows of ``report_key``: what a report is filed under and looks under."""
    return [
        {"key": key, "role": role, "said_on": report.said_on.isoformat(), "report": report.id}
        for role, found in (("i", index_keys(report, rules)), ("l", lookup_keys(report, rules)))
        for key in sorted(found)
    ]


def write_groups(connection: Connection, amendment: Amendment, rules: LedgerRules) -> None:
    """Writes which report is in which group, and why."""
    for report_id, placement in amendment.placed.items():
        against = [f"{root}: {'; '.join(v.reasons)} ({v.score:g})" for root, v in placement.others]
        reasons = text_of({"for": placement.reasons, "against": against})
        placed = {"report_id": report_id, "root": placement.root, "score": placement.score, "reasons": reasons}
        connection.execute(_PLACE, placed)
    for root in sorted(amendment.touched):
        refresh_group(connection, root, rules)


def refresh_group(connection: Connection, root: str, rules: LedgerRules) -> None:
    """Writes what a group can be found under and how far in time it reaches."""
    reports = _reports_of(connection, root)
    version = connection.scalar(prepared.VERSION_OF_GROUP, {"root": root})
    hulls = [hull_of(r) for r in reports]
    # An emptied group keeps its row, out of everybody's reach: a version number must never come twice.
    reach = {
        "first": min((h.first for h in hulls), default=date.max).isoformat(),
        "last": max((h.last for h in hulls), default=date.min).isoformat(),
    }
    _file_group(connection, root, {key for r in reports for key in index_keys(r, rules)}, reach)
    values = {**reach, "version": (version or 0) + 1}
    if version is None:
        connection.execute(insert(schema.cluster), {"root": root, **values})
    else:
        connection.execute(update(schema.cluster).where(schema.cluster.c.root == root).values(**values))


def _file_group(connection: Connection, root: str, keys: set[str], reach: dict[str, str]) -> None:
    """Makes a group findable under ``keys`` and its days; what is there already is not touched."""
    c = schema.cluster_key.c
    rows = connection.execute(prepared.KEYS_OF_GROUP, {"root": root}).all()
    known = {row.key for row in rows}
    if known - keys:
        connection.execute(delete(schema.cluster_key).where(c.root == root, c.key.in_(sorted(known - keys))))
    if any((row.first, row.last) != (reach["first"], reach["last"]) for row in rows if row.key in keys):
        connection.execute(update(schema.cluster_key).where(c.root == root).values(**reach))
    if keys - known:
        fresh = [{"root": root, "key": key, **reach} for key in sorted(keys - known)]
        connection.execute(insert(schema.cluster_key), fresh)


def _reports_of(connection: Connection, root: str) -> list[Report]:
    """The reports of a group, in order."""
    rows = connection.execute(prepared.REPORTS_OF_GROUP, {"root": root})
    return sorted((read(row.body, Report) for row in rows), key=lambda r: r.order)
