"""Links between engagements, brought up to date where one of them has changed."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, or_, select, update

from legation.ledger.identity import name_tokens
from legation.ledger.match import movers
from legation.ledger.parts import is_next_leg, is_part
from legation.ledger.reports import window_of
from legation.records import State
from legation.rules.ledger import LedgerRules
from legation.store import schema
from legation.store._json import day, read

# Engagements around one another in time; further apart nothing is part of anything.
_AROUND = 20


def link_parts(connection: Connection, changed: Iterable[str], rules: LedgerRules) -> None:
    """Sets ``part_of`` and ``tour`` of the changed engagements and of those around them."""
    states = _states(connection, schema.entry.c.id.in_(sorted(changed)))
    around: dict[str, State] = dict(states)
    for state in list(states.values()):
        around |= _near(connection, state)
    for entry, state in list(around.items()):
        if entry not in states and any(_may_link(state, other, rules) for other in states.values()):
            around |= _near(connection, state)
    for entry in sorted(around):
        if entry in states or any(_may_link(around[entry], other, rules) for other in states.values()):
            part_of = _whole_of(entry, around, rules)
            tour = _tour_of(entry, around, rules)
            row = schema.entry.c
            connection.execute(
                update(schema.entry)
                .where(row.id == entry, or_(row.part_of.is_distinct_from(part_of), row.tour.is_distinct_from(tour)))
                .values(part_of=part_of, tour=tour)
            )


def _may_link(one: State, other: State, rules: LedgerRules) -> bool:
    return is_part(one, other, rules) or is_part(other, one, rules) or is_next_leg(one, other, rules)


def _states(connection: Connection, *conditions: object) -> dict[str, State]:
    entry = schema.entry.c
    rows = connection.execute(
        select(entry.id, entry.body).where(entry.gone_to.is_(None), entry.pages > 0, *conditions)  # type: ignore[arg-type]
    )
    return {row.id: read(row.body, State) for row in rows}


def _near(connection: Connection, state: State) -> dict[str, State]:
    """Engagements of the same people around the same days."""
    window = window_of(state.when)
    names = [" ".join(name_tokens(w.name)) for w in movers(state.participants, state.kind) if w.name]
    if window is None or not names or window.days > _AROUND:
        return {}
    wide, entry = window.widened(_AROUND), schema.entry.c
    same = or_(*(entry.people.contains(name.split()[-1], autoescape=True) for name in names))
    return _states(
        connection, entry.earliest.between(day(wide.first), day(wide.last)), entry.latest <= day(wide.last), same
    )


def _whole_of(entry: str, states: dict[str, State], rules: LedgerRules) -> str | None:
    wholes = [other for other in states if other != entry and is_part(states[entry], states[other], rules)]
    return min(wholes, key=lambda other: (window_of(states[other].when).days, other), default=None)  # type: ignore[union-attr]


def _tour_of(entry: str, states: dict[str, State], rules: LedgerRules) -> str | None:
    """The tour is named after its first leg."""
    legs, reached = {entry}, [entry]
    for leg in reached:
        for other in states:
            if other not in legs and is_next_leg(states[leg], states[other], rules):
                legs.add(other)
                reached.append(other)
    return (
        min(legs, key=lambda leg: (states[leg].earliest is None, states[leg].earliest, leg)) if len(legs) > 1 else None
    )
