"""Finding engagements by a filter: which rows to walk, in the order of lists, and which to keep.

A list by country or region walks ``entry_side``, any other the index of what is shown; both hold what filters ask, so that only
the rows of engagements that are given are ever read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, and_, func, or_, select, true, tuple_

from legation.ledger.identity import name_tokens
from legation.ledger.policy import passed_before
from legation.records import Entry, Filter
from legation.rules.ledger import LedgerRules
from legation.rules.regions import regions
from legation.store import schema
from legation.store._called import Sought
from legation.store._json import day, moment
from legation.store._queries import entry_from
from legation.store._search import entries_about, entries_named_like

# Of two sides the rarer is walked; counting further than this would cost more than it saves.
_MOST_COUNTED = 20_000
# A side of more engagements than this has some among the latest changes of all.
_MANY = 2_000
NOBODY: Mapping[str, Sought] = {}


def find_entries(
    connection: Connection,
    wanted: Filter,
    *,
    today: date,
    rules: LedgerRules,
    sought: Mapping[str, Sought] = NOBODY,
    limit: int | None = None,
    after: tuple[str, str] | None = None,
    newest_first: bool = False,
) -> list[Entry]:
    """Entries as they stand now, by date and identifier, undated ones last; ``newest_first`` the other way round.
    ``after`` is the (earliest or "~", id) of the last one already had."""
    found = _walk(
        connection, wanted, today=today, rules=rules, sought=sought, limit=limit, after=after, newest_first=newest_first
    )
    rows = connection.execute(
        select(schema.entry)
        .join(found, found.c.id == schema.entry.c.id)
        .order_by(*_in_order(found.c.sort_day, found.c.id, newest_first))
    )
    return [entry_from(row, today=today, rules=rules) for row in rows]


def months_of(
    connection: Connection,
    wanted: Filter,
    *,
    today: date,
    rules: LedgerRules,
    sought: Mapping[str, Sought] = NOBODY,
) -> dict[tuple[str, str], int]:
    """How many entries meet a filter by (first month as ``2031-05``, status); undated ones are under the beginning of
    ``schema.UNDATED``."""
    found = _walk(connection, wanted, today=today, rules=rules, sought=sought)
    month = func.substr(found.c.sort_day, 1, 7)
    rows = connection.execute(select(month, found.c.status, func.count()).group_by(month, found.c.status))
    return {(row[0], row[1]): row[2] for row in rows}


def count_entries(
    connection: Connection,
    wanted: Filter,
    *,
    today: date,
    rules: LedgerRules,
    sought: Mapping[str, Sought] = NOBODY,
) -> int:
    """How many entries ``find_entries`` gives without a limit."""
    found = _walk(connection, wanted, today=today, rules=rules, sought=sought, is_distinct=False)
    # Counting one column as different is half the work of making whole rows different.
    number = func.count(found.c.id.distinct()) if wanted.regions else func.count()
    return connection.scalar(select(number).select_from(found)) or 0


def _walk(
    connection: Connection,
    wanted: Filter,
    *,
    today: date,
    rules: LedgerRules,
    sought: Mapping[str, Sought] = NOBODY,
    limit: int | None = None,
    after: tuple[str, str] | None = None,
    newest_first: bool = False,
    is_distinct: bool = True,
) -> Subquery:
    """The entries that meet a filter, with what lists ask of them; each once where ``is_distinct``."""
    columns: Any
    query: Select[Any]
    if wanted.countries or wanted.regions:
        columns = schema.entry_side.c
        name = columns.entry
        first, *others = _rarest_first(connection, _sides(wanted))
        query = select(name.label("id"), columns.sort_day, columns.latest, columns.status).where(
            columns.side.in_(first)
        )
        if len(first) > 1 and is_distinct:  # two countries of a region may meet
            query = query.distinct()
        for other in others:
            side = schema.entry_side.alias()
            query = query.where(
                select(side.c.entry).where(side.c.side.in_(other), side.c.entry == columns.entry).exists()
            )
    else:
        columns, name = schema.entry.c, schema.entry.c.id
        query = select(name, columns.sort_day, columns.latest, columns.status).where(schema.LIVE)
    query = query.where(*_conditions(connection, wanted, columns, name, today, rules, sought))
    if after is not None:
        place = (schema.UNDATED if after[0] == "~" else after[0], after[1])
        here = tuple_(columns.sort_day, name)
        query = query.where(here < place if newest_first else here > place)
    if limit is not None:
        query = query.order_by(*_in_order(columns.sort_day, name, newest_first)).limit(limit)
    return query.subquery()


def _in_order(sort_day: Any, name: Any, newest_first: bool) -> tuple[Any, Any]:
    return (sort_day.desc(), name.desc()) if newest_first else (sort_day, name)


def _sides(wanted: Filter) -> list[tuple[str, ...]]:
    """Sets of countries and bodies; of each, one must take part or host."""
    known = regions()
    return [(code,) for code in wanted.countries] + [
        known[name].countries if name in known else () for name in wanted.regions
    ]


def _rarest_first(connection: Connection, sides: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    if len(sides) < 2:
        return sides
    return sorted(sides, key=lambda any_of: (_frequency(connection, any_of, _MOST_COUNTED), any_of))


def _frequency(connection: Connection, any_of: tuple[str, ...], most: int) -> int:
    some = select(schema.entry_side.c.entry).where(schema.entry_side.c.side.in_(any_of)).limit(most)
    return connection.scalar(select(func.count()).select_from(some.subquery())) or 0


def meeting(
    connection: Connection,
    wanted: Filter,
    name: Any,
    *,
    today: date,
    rules: LedgerRules,
    sought: Mapping[str, Sought] = NOBODY,
) -> ColumnElement[bool]:
    """The condition that the entry ``name``, which is of rows in another order, meets a filter."""
    side, entry, sides = schema.entry_side.c, schema.entry.c, _sides(wanted)
    among = [select(side.entry).where(side.side.in_(any_of)) for any_of in sides]
    if wanted == Filter(countries=wanted.countries, regions=wanted.regions) and all(
        _frequency(connection, any_of, _MANY) == _MANY for any_of in sides
    ):
        # Soon found among the latest. Of a name put together no database looks into an index: the rows come in order.
        return and_(true(), *((name + "").in_(entries) for entries in among))
    query = select(entry.id).where(*(entry.id.in_(entries) for entries in among))
    conditions = _conditions(connection, wanted, entry, entry.id, today, rules, sought)
    found: ColumnElement[bool] = name.in_(query.where(*conditions))
    return found


def _conditions(
    connection: Connection,
    wanted: Filter,
    columns: Any,
    name: Any,
    today: date,
    rules: LedgerRules,
    sought: Mapping[str, Sought],
) -> Iterator[ColumnElement[bool]]:
    for person in wanted.people:
        yield (
            sought[person].condition(connection, name)
            if person in sought
            else entries_named_like(name, name_tokens(person))
        )
    if wanted.since is not None:
        yield columns.latest >= day(wanted.since)
    if wanted.until is not None:
        yield columns.sort_day <= day(wanted.until)
    if wanted.kinds:
        yield columns.kind.in_(wanted.kinds)
    if wanted.undated is not None:
        yield columns.sort_day == schema.UNDATED if wanted.undated else columns.sort_day < schema.UNDATED
    if wanted.changed_since is not None:
        since = moment(wanted.changed_since)
        if columns is schema.entry.c:
            yield columns.updated > since
        else:
            yield name.in_(select(schema.entry.c.id).where(schema.entry.c.updated > since))
    if wanted.statuses:
        yield _has_standing(wanted, columns, today, rules)
    if wanted.text:
        yield entries_about(connection, name, wanted.text)


def _has_standing(wanted: Filter, columns: Any, today: date, rules: LedgerRules) -> ColumnElement[bool]:
    past = day(passed_before(today, rules))
    is_unverified = and_(columns.status.in_(sorted(rules.plans)), columns.latest.is_not(None), columns.latest < past)
    reported = [s for s in wanted.statuses if s != "unverified"]
    choices: list[ColumnElement[bool]] = []
    if reported:
        choices.append(and_(columns.status.in_(reported), or_(~is_unverified, columns.latest.is_(None))))
    if "unverified" in wanted.statuses:
        choices.append(is_unverified)
    return or_(*choices)


def wants(entry: Entry, wanted: Filter, sought: Mapping[str, Sought] = NOBODY) -> bool:
    """Whether an entry (as of any day) meets a filter; ``text`` and ``changed_since`` are left to the database."""
    state = entry.state
    if wanted.countries or wanted.regions:
        sides = {w.country or w.organisation for w in state.participants} | {state.host_country}
        if not all(sides.intersection(any_of) for any_of in _sides(wanted)):
            return False
    if wanted.people:
        words = [word for w in state.participants if w.name for word in name_tokens(w.name)]
        tokens = [token for person in wanted.people if person not in sought for token in name_tokens(person)]
        if not all(any(word.startswith(token) for word in words) for token in tokens):
            return False
        known = [sought[person] for person in wanted.people if person in sought]
        if not all(any(s.is_meant(w, entry) for w in state.participants) for s in known):
            return False
    return (
        (wanted.since is None or (state.latest is not None and state.latest >= wanted.since))
        and (wanted.until is None or (state.earliest is not None and state.earliest <= wanted.until))
        and (not wanted.kinds or state.kind in wanted.kinds)
        and (not wanted.statuses or entry.standing in wanted.statuses)
        and (wanted.undated is None or (state.earliest is None) == wanted.undated)
    )
