"""Links between engagements, brought up to date where one of them has changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, or_

from legation.ledger.identity import name_tokens
from legation.ledger.match import movers
from legation.ledger.parts import is_next_leg, is_part
from legation.ledger.reports import window_of
from legation.records import State
from legation.rules.ledger import LedgerRules
from legation.store import _prepared as prepared
from legation.store import schema
from legation.store._json import day, read

# Engagements around one another in time; further apart nothing is part of anything.
_AROUND = 20


def link_parts(connection: Connection, changed: Iterable[str], rules: LedgerRules) -> None:
    """Sets ``part_of`` and ``tour`` of the changed engagements, of those that were linked to them, and of those that
    now can be: whatever arrives in whatever order, the links are those of the states alone."""
    ids = set(changed)
    asked = _states(connection.execute(prepared.STATES, {"ids": sorted(ids | _linked(connection, ids))}))
    around: dict[str, State] = dict(asked)
    waiting = list(asked)
    for entry in waiting:
        for other, state in _near(connection, asked[entry], rules).items():
            around[other] = state
            # A part of a changed visit is asked, the parts of its neighbours are not; the legs of a tour all are.
            is_linked = is_next_leg(asked[entry], state, rules) or (
                entry in ids and _may_link(asked[entry], state, rules)
            )
            if is_linked and other not in asked:
                asked[other] = state
                waiting.append(other)
    for entry in sorted(asked):
        links = {"whole": _whole_of(entry, around, rules), "round": _tour_of(entry, around, rules)}
        connection.execute(prepared.LINK_ENTRY, {"linked": entry, **links})


def _linked(connection: Connection, ids: set[str]) -> set[str]:
    """The engagements that are stored as parts of these, or as legs of the same tours."""
    named = sorted(ids)
    tours = connection.scalars(prepared.TOURS, {"ids": named})
    return set(connection.scalars(prepared.PARTS_AND_LEGS, {"ids": named, "keys": sorted({*named, *tours})}))


def _may_link(one: State, other: State, rules: LedgerRules) -> bool:
    return is_part(one, other, rules) or is_part(other, one, rules) or is_next_leg(one, other, rules)


def _states(rows: Iterable[Row[Any]]) -> dict[str, State]:
    return {row.id: read(row.body, State) for row in rows}


def _near(connection: Connection, state: State, rules: LedgerRules) -> dict[str, State]:
    """Engagements of the same people around the same days."""
    window = window_of(state.when)
    moving = [w.name for w in movers(state.participants, state.kind) if w.name]
    names = _last_words(moving, rules)
    if window is None or not names or window.days > _AROUND:
        return {}
    wide, entry = window.widened(_AROUND), schema.entry.c
    same = or_(*(entry.people.contains(word, autoescape=True) for word in sorted(names)))
    days = (entry.earliest.between(day(wide.first), day(wide.last)), entry.latest <= day(wide.last))
    return _states(connection.execute(prepared.SHOWN.where(*days, same)))


def _last_words(names: Iterable[str], rules: LedgerRules) -> set[str]:
    """The last words of all that these people can be written as: where "Aas" is "Mia Oe", so may "Mia Aas" be."""
    found = {tokens[-1] for name in names for writing in rules.names.writings_of(name) if (tokens := _tokens(writing))}
    joined = ((" ".join(words), others) for words, others in rules.names.writings.items())
    more = (other for written, others in joined if (_tokens(written) or [""])[-1] in found for other in others)
    return found | {tokens[-1] for other in more if (tokens := _tokens(other))}


def _tokens(name: str) -> list[str]:
    return list(name_tokens(name))


def _whole_of(entry: str, states: dict[str, State], rules: LedgerRules) -> str | None:
    wholes = [other for other in states if other != entry and is_part(states[entry], states[other], rules)]
    return min(wholes, key=lambda other: (window_of(states[other].when).days, *_order(states, other)), default=None)  # type: ignore[union-attr]


def _tour_of(entry: str, states: dict[str, State], rules: LedgerRules) -> str | None:
    """The tour is named after its first leg."""
    legs, reached = {entry}, [entry]
    for leg in reached:
        for other in states:
            if other not in legs and is_next_leg(states[leg], states[other], rules):
                legs.add(other)
                reached.append(other)
    return min(legs, key=lambda leg: _order(states, leg)) if len(legs) > 1 else None


def _order(states: dict[str, State], entry: str) -> tuple[bool, date | None, str, str]:
    """By what is known of an engagement, since its name goes by what arrived first."""
    state = states[entry]
    return state.earliest is None, state.earliest, repr((state.host_country, state.latest, state.participants)), entry
