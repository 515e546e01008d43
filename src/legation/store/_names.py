"""What people put right about names reaches the groups: reports that name either are matched anew.

That a ledger does not depend on the order of pages rests on this: the groups are a function of the reports and of the
corrections in force (``LedgerRules.names``). A correction changes that function for reports that write one of its names,
and for groups that hold such a report; so those, and what could join those groups, are all that is placed again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, delete, insert, or_, select

from legation.ledger.amend import again
from legation.ledger.identity import name_tokens
from legation.ledger.reports import Report
from legation.rules.ledger import LedgerRules
from legation.rules.names import name_words
from legation.store import schema
from legation.store._entries import settle_entries
from legation.store._json import read
from legation.store._parts import link_parts
from legation.store._shelf import GroupCache, StoredShelf
from legation.store._write import key_rows, refresh_group, write_groups


def match_anew(
    connection: Connection,
    names: Iterable[str],
    *,
    before: LedgerRules,
    rules: LedgerRules,
    learned: datetime,
    groups: GroupCache,
) -> tuple[str, ...]:
    """Places the reports that write one of ``names``, or another writing joined with it ``before`` or by ``rules``, and
    all that may follow them; returns the engagements that changed."""
    writings = {w for name in names for told in (before, rules) for w in told.names.writings_of(name)}
    found = _reports_that_write(connection, writings)
    if not found:
        return ()
    roots = {report.id: root for report, root in found}
    leaving = sorted({root for root in roots.values() if root})
    filed = schema.cluster_key.c
    keys = set(connection.scalars(select(filed.key).where(filed.root.in_(leaving)).distinct()))
    _file_anew(connection, [report for report, _ in found], rules)
    for root in leaving:
        refresh_group(connection, root, rules)
    keys |= set(connection.scalars(select(filed.key).where(filed.root.in_(leaving)).distinct()))
    shelf = StoredShelf(connection, rules, groups)
    first = min(report.order for report, _ in found)
    waiting = {r.id: r for r in shelf.later(frozenset(keys), first)}
    waiting |= {r.id: r for root in leaving for r in shelf.members(root) if r.order > first}
    waiting |= {report.id: report for report, _ in found}
    amendment = again(shelf, waiting.values(), rules)
    write_groups(connection, amendment, rules)
    created, changed = settle_entries(connection, {*amendment.touched, *leaving}, learned=learned, rules=rules)
    link_parts(connection, _entries_of(connection, roots), rules)  # also where only the names are now one
    return tuple(sorted(created | changed))


def _reports_that_write(connection: Connection, writings: set[str]) -> list[tuple[Report, str | None]]:
    """Reports with a participant who is written as one of these, and their groups. They are looked for in the
    engagements that bear a word of one, among what is filed under one, and by the letters themselves: an engagement whose
    people have two names shows one of them, and hosts are filed under none."""
    word, key, report = schema.entry_name.c, schema.report_key.c, schema.report.c
    words = sorted({token for name in writings for token in name_tokens(name)})
    entries = select(word.entry).where(word.word.in_(words))
    filed = select(key.report).where(key.key.in_([f"n:{token}" for token in words]), key.role == "i")
    asked = {name_words(name) for name in writings}
    written = or_(*(report.body.contains(name, autoescape=True) for name in sorted(writings)))
    rows = connection.execute(
        select(report.body, report.root).where(report.entry.in_(entries) | report.id.in_(filed) | written)
    )
    found = ((read(row.body, Report), row.root) for row in rows)
    return [(r, root) for r, root in found if any(w.name and name_words(w.name) in asked for w in r.people)]


def _file_anew(connection: Connection, reports: Iterable[Report], rules: LedgerRules) -> None:
    key = schema.report_key
    for report in reports:
        connection.execute(delete(key).where(key.c.report == report.id))
        connection.execute(insert(key), key_rows(report, rules))


def _entries_of(connection: Connection, reports: Iterable[str]) -> set[str]:
    c = schema.report.c
    return {e for e in connection.scalars(select(c.entry).where(c.id.in_(sorted(reports)))) if e}
