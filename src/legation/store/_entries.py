"""From groups of reports to engagements: identifiers that stay, revisions on both time axes, counts of sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, insert, select, update

from legation.ledger.corrections import with_set_fields
from legation.ledger.history import replay
from legation.ledger.identity import name_tokens
from legation.ledger.reports import Report
from legation.records import Correction, Revision, State
from legation.rules.ledger import LedgerRules
from legation.store import _prepared as prepared
from legation.store import schema
from legation.store._json import as_day, day, moment, read, text_of
from legation.store._parts import link_parts

# Statements of every page, put together once.
_COLUMNS = (
    "body", "kind", "status", "earliest", "latest", "people", "sources", "pages", "outlets", "first_said", "last_said",
    "sort_day", "revision", "revised_on",
)  # fmt: skip
_KEPT = (
    update(schema.entry)
    .where(schema.entry.c.id == bindparam("entry_id"))
    .values(
        gone_to=None,
        sequence=schema.entry.c.sequence + bindparam("step"),
        **{name: bindparam(name) for name in _COLUMNS},
    )
)
_CHANGED = _KEPT.values(updated=bindparam("updated"))


def settle_entries(
    connection: Connection, touched: Iterable[str], *, learned: datetime, rules: LedgerRules
) -> tuple[set[str], set[str]]:
    """Brings the engagements of the ``touched`` groups up to date; returns those created and those changed.

    An engagement is named after that of its reports which was stored first; so a report that arrives later never
    renames it, and when two become one the older name stays.
    """
    roots = _joined(connection, set(touched))
    every = sorted(root for group in roots for root in group)
    rows = connection.execute(prepared.REPORTS_OF_GROUPS, {"ids": every}).all()
    group_of = {root: number for number, group in enumerate(roots) for root in group}
    first: dict[int, tuple[int, int, str]] = {}
    for row in rows:
        candidate = (row.seq, row.number, row.id)
        first[group_of[row.root]] = min(first.get(group_of[row.root], candidate), candidate)
    affected, created, moves = set(), set(), []
    for row in rows:
        entry = first[group_of[row.root]][2]
        affected |= {entry, row.entry} - {None}
        if row.entry != entry:
            moves.append((row.id, entry))
    existing = set(connection.scalars(prepared.KNOWN_ENTRIES, {"ids": sorted(affected)}))
    for entry in sorted(affected - existing):
        connection.execute(insert(schema.entry), _blank(entry, learned))
        created.add(entry)
    for report_id, entry in moves:
        connection.execute(prepared.MOVE_REPORT, {"moved": report_id, "to_entry": entry})
    changed = {entry for entry in sorted(affected) if refresh_entry(connection, entry, learned=learned, rules=rules)}
    link_parts(connection, changed, rules)
    return created, changed - created


def _joined(connection: Connection, touched: set[str]) -> list[set[str]]:
    """The touched groups, put together with those that a person has merged them with."""
    rows = connection.execute(prepared.JOINED)
    links: set[frozenset[str]] = set()
    for row in rows:
        if row.left and row.right and row.left != row.right:
            link = frozenset((row.left, row.right))
            links = links | {link} if row.kind == "merge" else links - {link}
    groups = [{root} for root in touched]
    grown = True
    while grown:
        grown = False
        for left, right in sorted(map(sorted, links)):
            holding = [g for g in groups if left in g or right in g]
            if holding:
                union = set().union(*holding, {left, right})
                if len(holding) > 1 or union != holding[0]:
                    groups = [g for g in groups if g not in holding] + [union]
                    grown = True
    return groups


def _blank(entry: str, learned: datetime) -> dict[str, object]:
    state = State(kind="other", status="proposed")
    return {
        "id": entry,
        "sequence": -1,
        "body": text_of(state),
        "kind": state.kind,
        "status": state.status,
        "people": "",
        "sources": 0,
        "pages": 0,
        "outlets": "[]",
        "first_said": day(learned.date()),
        "last_said": day(learned.date()),
        "learned": moment(learned),
        "updated": moment(learned),
    }


def refresh_entry(connection: Connection, entry: str, *, learned: datetime, rules: LedgerRules) -> bool:
    """Replays one engagement from its reports and writes what differs; returns whether its revisions changed."""
    reports, revisions = derived(connection, entry, rules)
    is_changed = _write_revisions(connection, entry, revisions, learned=learned)
    if not reports:
        gone_to = connection.scalar(select(schema.report.c.entry).where(schema.report.c.id == entry))
        # Nobody tells of it any more, so it is not shown either.
        nothing = {"sources": 0, "pages": 0, "outlets": "[]"} if gone_to is None else {}
        connection.execute(
            update(schema.entry)
            .where(schema.entry.c.id == entry)
            .values(
                **nothing,
                part_of=None,
                tour=None,
                gone_to=gone_to,
                revision=None,
                revised_on=None,
                updated=moment(learned),
                sequence=schema.entry.c.sequence + int(is_changed),
            )
        )
        for table in (schema.entry_side, schema.entry_name):
            connection.execute(delete(table).where(table.c.entry == entry))
        return is_changed
    _write_state(connection, entry, reports, revisions[-1], is_changed=is_changed, learned=learned)
    return is_changed


def derived(connection: Connection, entry: str, rules: LedgerRules) -> tuple[list[Report], tuple[Revision, ...]]:
    """The reports of an engagement in order, and the history they make together with what people have set."""
    rows = connection.execute(prepared.REPORTS_OF_ENTRY, {"entry": entry})
    reports = sorted((read(row.body, Report) for row in rows), key=lambda r: r.order)
    set_by_hand = [
        Correction(
            kind="set",
            report=row.report,
            field=row.field,
            value=row.value,
            person=row.person,
            reason=row.reason,
            said_on=as_day(row.said_on),
        )
        for row in connection.execute(prepared.SET_BY_HAND, {"entry": entry})
    ]
    return reports, with_set_fields(replay(reports, entry=entry, rules=rules), set_by_hand)


def _write_revisions(connection: Connection, entry: str, revisions: Sequence[Revision], *, learned: datetime) -> bool:
    """Supersedes the revisions that no longer hold and appends the new ones; nothing is ever taken away."""
    table = schema.revision.c
    now = moment(learned)
    open_rows = connection.execute(prepared.OPEN_REVISIONS, {"entry": entry}).all()
    known = [(r.number, r.said_on, r.body, r.changes, r.claims) for r in open_rows]
    wanted = [
        (r.number, r.said_on.isoformat(), text_of(r.state), text_of(r.changes), text_of(r.claims)) for r in revisions
    ]
    same = 0
    while same < min(len(known), len(wanted)) and known[same] == wanted[same]:
        same += 1
    if same == len(known) == len(wanted):
        return False
    if same < len(known):
        stale = (table.entry == entry, table.superseded.is_(None), table.number >= known[same][0])
        # What was learned and overturned in one moment was never seen by anybody.
        connection.execute(delete(schema.revision).where(*stale, table.learned == now))
        connection.execute(update(schema.revision).where(*stale).values(superseded=now))
    if same < len(wanted):
        connection.execute(
            insert(schema.revision),
            [
                {
                    "entry": entry,
                    "number": number,
                    "learned": now,
                    "said_on": said_on,
                    "body": body,
                    "changes": changes,
                    "claims": claims,
                }
                for number, said_on, body, changes, claims in wanted[same:]
            ],
        )
    return True


def _write_state(
    connection: Connection,
    entry: str,
    reports: Sequence[Report],
    newest: Revision,
    *,
    is_changed: bool,
    learned: datetime,
) -> None:
    state = newest.state
    sources, pages, outlets = sources_of(connection, entry)
    values: dict[str, object] = {
        "body": text_of(state),
        "kind": state.kind,
        "status": state.status,
        "earliest": day(state.earliest),
        "latest": day(state.latest),
        "people": people_text(state),
        "sources": sources,
        "pages": pages,
        "outlets": text_of(outlets),
        "first_said": reports[0].said_on.isoformat(),
        "last_said": reports[-1].said_on.isoformat(),
        "sort_day": sort_day(state),
        "revision": newest.number,
        "revised_on": newest.said_on.isoformat(),
        "entry_id": entry,
        "step": int(is_changed),
    }
    connection.execute(_CHANGED if is_changed else _KEPT, values | ({"updated": moment(learned)} if is_changed else {}))
    _replace_rows(connection, schema.entry_side, prepared.SIDES_OF_ENTRY, entry, side_rows(entry, state))
    _replace_rows(connection, schema.entry_name, prepared.NAMES_OF_ENTRY, entry, name_rows(entry, state))


def side_rows(entry: str, state: State) -> list[dict[str, str | None]]:
    """The rows of ``entry_side``: everybody's country or body, and the host, each once."""
    sides = {w.country or w.organisation for w in state.participants} | {state.host_country}
    shared = {
        "entry": entry,
        "sort_day": sort_day(state),
        "latest": day(state.latest),
        "status": state.status,
        "kind": state.kind,
    }
    return [{"side": side, **shared} for side in sorted(side for side in sides if side)]


def name_rows(entry: str, state: State) -> list[dict[str, str | None]]:
    """The rows of ``entry_name``: every folded word of participants' names, each once."""
    words = {word for w in state.participants if w.name for word in name_tokens(w.name)}
    return [{"word": word, "entry": entry} for word in sorted(words)]


def sort_day(state: State) -> str:
    """Where an engagement stands in lists by date."""
    return day(state.earliest) or schema.UNDATED


def _replace_rows(
    connection: Connection, table: Table, asked: Select[Any], entry: str, rows: list[dict[str, str | None]]
) -> None:
    """Makes ``rows`` the rows of an engagement in ``table``; those that ``asked`` finds there are not touched."""
    known = [dict(row._mapping) for row in connection.execute(asked, {"entry": entry})]
    if gone := [row for row in known if row not in rows]:
        own = table.primary_key.columns[0]
        connection.execute(delete(table).where(table.c.entry == entry, own.in_([row[own.name] for row in gone])))
    if fresh := [row for row in rows if row not in known]:
        connection.execute(insert(table), fresh)


def people_text(state: State) -> str:
    """The names of an engagement, folded, for finding a person by any part of the name."""
    return "|".join(" ".join(name_tokens(w.name)) for w in state.participants if w.name)


def sources_of(connection: Connection, entry: str) -> tuple[int, int, tuple[str, ...]]:
    """Independent dispatches, pages, and outlets by name, of an engagement's reports."""
    rows = connection.execute(prepared.SOURCES_OF_ENTRY, {"entry": entry}).all()
    outlets = sorted({row.site for row in rows if row.site})
    return len({row.dispatch for row in rows}), sum(row.n for row in rows), tuple(outlets)
