"""Finding by person: whoever is meant by a name, under every spelling, and where a page gives no more than the surname."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, literal, or_, select, true, union

from legation.ledger.identity import name_tokens
from legation.ledger.persons import Person
from legation.ledger.who_is_who import WhoIsWho
from legation.records import Entry, State, Who
from legation.store import schema
from legation.store._json import as_day, read
from legation.store._search import bearers

_MOST_SHORT = 5_000
"""Engagements that name somebody by a surname alone and are looked into, the last told of first: those of one person."""


class Sought(msgspec.Struct, frozen=True):
    """One name of a filter. ``person`` is whom it means where the who's who has exactly one; ``same`` are other writings
    of it and ``apart`` those that people have said are not."""

    name: str
    person: Person | None
    same: tuple[str, ...]
    apart: tuple[str, ...]
    known: WhoIsWho

    @property
    def names(self) -> frozenset[str]:
        """Every writing that is taken for this name."""
        return frozenset({self.name, *self._others, *((self.person.name,) if self.person else ())})

    def is_meant(self, who: Who, entry: Entry) -> bool:
        """Whether a participant bears the name, a writing of it, or a surname that means the person on that day."""
        if not who.name or _folded(who.name) in {_folded(name) for name in self.apart}:
            return False
        words = name_tokens(who.name)
        if all(any(word.startswith(token) for word in words) for token in name_tokens(self.name)):
            return True
        # A lone word among the spellings ("Charles") is many people's: it must be the whole name.
        others = (name_tokens(name) for name in self._others)
        if any(set(name) <= set(words) if len(name) > 1 else name == words for name in others):
            return True
        return self._is_completed(who, entry.state, entry.last_said)

    @property
    def _others(self) -> tuple[str, ...]:
        apart = {_folded(name) for name in self.apart}
        # A file's lone words mean the person only as of a day; what people have joined always does.
        spellings = (s for s in (self.person.spellings if self.person else ()) if " " in s.strip())
        return tuple(sorted({s for s in (*self.same, *spellings) if _folded(s) not in apart}))

    def _is_completed(self, who: Who, state: State, said_on: date) -> bool:
        day = min(said_on, state.latest or said_on)
        made = self.known.complete(who, day)
        return self.person is not None and made.name in self.person.spellings and who.name != made.name

    def condition(self, connection: Connection, entry: ColumnElement[str]) -> ColumnElement[bool]:
        """The condition that an engagement is of this person."""
        tokens = name_tokens(self.name)
        if not tokens:
            return true()
        plain = bearers(tokens)
        if self.apart:
            plain = plain.where(schema.entry_name.c.entry.not_in(_written(self.apart)))
        whole = [name_tokens(name) for name in self._others if len(name_tokens(name)) > 1]
        lone = [name for name in self._others if len(name_tokens(name)) == 1]
        found = [plain, *(bearers(name) for name in whole), *([_written(lone)] if lone else [])]
        short = list(self._by_surname(connection))
        found += [select(schema.entry.c.id).where(schema.entry.c.id.in_(short))] if short else []
        # One list of identifiers: with "or" a database would look at every engagement there is.
        meant: ColumnElement[bool] = entry.in_(union(*found) if len(found) > 1 else plain)
        return meant

    def _by_surname(self, connection: Connection) -> Iterator[str]:
        """The engagements in which a surname alone, as of its day, means the person."""
        if self.person is None:
            return
        spellings = {_folded(s) for s in self.person.spellings}
        shorts = {s for spelling in spellings for s in _shorts(spelling)}
        if not shorts:
            return
        entry = schema.entry.c
        rows = connection.execute(
            select(entry.id, entry.body, entry.last_said)
            .where(entry.id.in_(_bearing(sorted(shorts))))
            .order_by(entry.last_said.desc(), entry.id)
            .limit(_MOST_SHORT)
        )
        for row in rows:
            state = read(row.body, State)
            if any(self._is_completed(w, state, as_day(row.last_said)) for w in state.participants if w.name):
                yield row.id


def sought(known: WhoIsWho, name: str) -> Sought:
    """Who is meant by a name of a filter, as far as ``known`` and people's corrections tell."""
    persons = [person for person in known.called(name) if person.is_settled]
    whole = [person for person in persons if _folded(name) in {_folded(s) for s in person.spellings}]
    meant = whole if len(whole) == 1 else persons
    same, apart = known.put_right(name)
    return Sought(name, meant[0] if len(meant) == 1 else None, same, apart, known)


def _folded(name: str) -> str:
    return " ".join(name_tokens(name))


def _shorts(spelling: str) -> tuple[str, ...]:
    """Every end of a folded name that might stand alone, and its first word."""
    words = spelling.split()
    return (words[0], *(" ".join(words[i:]) for i in range(1, len(words)))) if words else ()


def _bearing(names: Sequence[str]) -> Select[Any]:
    """The engagements of which a participant's whole name is one of these."""
    entry, word = schema.entry.c, schema.entry_name.c
    people = literal("|") + entry.people + literal("|")
    return (
        select(word.entry)
        .join(schema.entry, entry.id == word.entry)
        .where(word.word.in_(sorted({name.split()[-1] for name in names})))
        .where(or_(*(people.contains(f"|{name}|", autoescape=True) for name in names)))
    )


def _written(names: Sequence[str]) -> Select[Any]:
    return _bearing(sorted({_folded(name) for name in names}))
