"""Corrections by people: merge, split, set. They are kept for good and hold however often pages are read again."""

from __future__ import annotations

import re
from datetime import datetime
from typing import get_args

from sqlalchemy import Connection, insert, select

from legation.errors import UsageError
from legation.ledger.amend import Amendment, again
from legation.ledger.corrections import FIELDS, dates
from legation.ledger.reports import Report
from legation.records import Correction, CorrectionKind, EngagementKind, Status
from legation.rules.ledger import LedgerRules
from legation.store import schema
from legation.store._entries import settle_entries
from legation.store._json import as_day, as_moment, day, moment, read
from legation.store._queries import resolve_id
from legation.store._shelf import GroupCache, StoredShelf
from legation.store._write import refresh_group, write_groups

# What these fields can be set to; the others take words or a date.
_VALUES: dict[str, tuple[str, ...]] = {"status": get_args(Status), "kind": get_args(EngagementKind)}
# Empty: the host is not known.
_COUNTRY = re.compile("([A-Z]{2})?")


def report_in(connection: Connection, name: str) -> Report:
    """The report that an identifier of an engagement or a report names; an engagement's is its first. UsageError where
    there is none."""
    c = schema.report.c
    body = connection.scalar(select(c.body).where(c.id == name, c.entry.is_not(None)))
    if body is not None:
        return read(body, Report)
    entry = resolve_id(connection, name)
    bodies = connection.scalars(select(c.body).where(c.entry == entry)).all() if entry else []
    if not bodies:
        raise UsageError(f"{name}: no engagement of this calendar has that identifier; legation agenda lists them")
    return min((read(b, Report) for b in bodies), key=lambda r: r.order)


def correct(
    connection: Connection, correction: Correction, *, learned: datetime, rules: LedgerRules, groups: GroupCache
) -> tuple[str, ...]:
    """Keeps a correction and applies it; returns the engagements it changed. Raises UsageError where it is none."""
    _check(correction)
    one = report_in(connection, correction.report)
    other = report_in(connection, correction.other) if correction.other else None
    if other is not None and other.id == one.id:
        raise UsageError("both are the same engagement already")
    connection.execute(
        insert(schema.correction).values(
            kind=correction.kind,
            report=one.id,
            other=other.id if other else None,
            field=correction.field,
            value=correction.value,
            person=correction.person,
            reason=correction.reason,
            said_on=day(correction.said_on),
            learned=moment(learned),
        )
    )
    roots = {_root(connection, r) for r in (one, other) if r is not None}
    if correction.kind == "split":
        roots |= _split(connection, one, rules, groups)
    created, changed = settle_entries(connection, roots, learned=learned, rules=rules)
    return tuple(sorted(created | changed))


def _check(correction: Correction) -> None:
    if not correction.person.strip() or not correction.reason.strip():
        raise UsageError("a correction needs the person's name and a reason")
    if correction.kind not in get_args(CorrectionKind):
        raise UsageError(f"{correction.kind!r} is no correction; there are: {', '.join(get_args(CorrectionKind))}")
    if correction.kind == "set":
        if correction.field not in FIELDS:
            raise UsageError(f"{correction.field!r} cannot be set; there are: {', '.join(FIELDS)}")
        known = _VALUES.get(correction.field)
        if known is not None and correction.value not in known:
            raise UsageError(f"{correction.value or ''!r} is not a {correction.field}; there are: {', '.join(known)}")
        if correction.field == "host_country" and not _COUNTRY.fullmatch(correction.value or ""):
            raise UsageError(f"{correction.value!r} is not a country's code; write two capital letters, such as CN")
        if correction.field == "when":
            dates(correction.value or "")
    elif not correction.other:
        raise UsageError(f"a {correction.kind} needs two identifiers")


def _root(connection: Connection, report: Report) -> str:
    root: str | None = connection.scalar(select(schema.report.c.root).where(schema.report.c.id == report.id))
    assert root is not None
    return root


def _split(connection: Connection, report: Report, rules: LedgerRules, groups: GroupCache) -> set[str]:
    """Places the report, and what may follow it, once more."""
    shelf = StoredShelf(connection, rules, groups)
    followers = [r for r in shelf.members(_root(connection, report)) if r.order >= report.order]
    amendment: Amendment = again(shelf, [report, *followers], rules)
    write_groups(connection, amendment, rules)
    for root in amendment.touched:
        refresh_group(connection, root, rules)
    return set(amendment.touched)


def corrections_in(connection: Connection, entry: str | None) -> tuple[Correction, ...]:
    """All corrections, or those of an engagement, oldest first."""
    c, r = schema.correction.c, schema.report.c
    query = select(schema.correction).order_by(c.seq)
    if entry is not None:
        mine = select(r.id).where(r.entry == entry)
        query = query.where(c.report.in_(mine) | c.other.in_(mine))
    return tuple(
        Correction(
            kind=row.kind,
            report=row.report,
            other=row.other,
            field=row.field,
            value=row.value,
            person=row.person,
            reason=row.reason,
            said_on=as_day(row.said_on),
            learned=as_moment(row.learned),
        )
        for row in connection.execute(query)
    )
