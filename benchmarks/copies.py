"""Large calendars out of a small one: the same stories told over and over, each time some years earlier.

Every row is copied with its days moved and its pages and reports under other names, in columns and in the records
beside them, so that a copy is what adding those pages would have made: ``legation check`` finds it whole. Names and
states stay, since over the years the same states meet again and again: what is filed under them grows with the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import insert, select

from legation.store import Store, schema

# Longer than any story and the ledger's reach together: no copy has anything to do with another.
YEARS_APART = 3
_DAYS_APART = timedelta(365 * YEARS_APART)
# What stays as it is: the same for all copies, or made by the database.
_LEFT_OUT = {"edition", "correction", "name_correction", "shard", "feed", "found", "failure"}
_DAY_OR_NAME = re.compile(r"((?<!\d)\d{4}-\d\d-\d\d(?![T\d])|(?<![a-z0-9])[a-z2-7]{12}(?![a-z0-9]))")
_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"  # in the order that names sort in

_Value = Any
_Piece = str | tuple[str, ...]


def tell_again(source: Store, target: Store, copies: Iterable[int]) -> None:
    """Puts the copies with these numbers (from 1 on) of all that ``source`` holds into ``target``, each in one
    transaction. Raises ValueError where there is what cannot be copied: a who's who, whose lines are of years."""
    with source.reading() as connection:
        names = set(connection.scalars(select(schema.page.c.id))) | set(connection.scalars(select(schema.report.c.id)))
        tables = [
            (table, connection.execute(select(table)).mappings().all())
            for table in schema.metadata.sorted_tables
            if table.name not in _LEFT_OUT
        ]
    if any(rows for table, rows in tables if table.name.startswith("office")):
        raise ValueError("a calendar with a who's who cannot be told again in other years")
    if len({name[:10] for name in names}) < len(names):
        raise ValueError("two names of pages or reports begin alike")
    pages = max(row["seq"] for table, rows in tables if table.name == "page" for row in rows)
    made = [
        (table, list(rows[0]), [[_taken_apart(value, names) for value in row.values()] for row in rows])
        for table, rows in tables
        if rows
    ]
    for number in copies:
        moved = _Moved(number)
        with target.writing() as connection:
            for table, columns, values in made:
                change = _counting(columns, number, pages)
                rows = [
                    {c: change[c](v) if c in change else moved.put_together(v) for c, v in zip(columns, row, strict=True)}
                    for row in values
                ]
                for start in range(0, len(rows), 5000):
                    connection.execute(insert(table), rows[start : start + 5000])


def _counting(columns: Sequence[str], number: int, pages: int) -> dict[str, Callable[[_Value], _Value]]:
    """How the numbers of a copy's rows differ: those of its pages, and what its texts are filed under."""
    by_page = {name: lambda seq: seq + number * pages for name in ("seq", "page_seq") if name in columns}
    return by_page | ({"band": lambda band: band ^ number} if "band" in columns else {})


def _taken_apart(value: _Value, names: set[str]) -> _Value:
    """A text with days or names in it as a tuple of pieces, days and names in every second place."""
    if not isinstance(value, str):
        return value
    pieces = _DAY_OR_NAME.split(value)
    if not any(_is_moved(piece, names) for piece in pieces[1::2]):
        return value
    return tuple(_joined(pieces, names))


def _joined(pieces: Sequence[str], names: set[str]) -> Iterator[str]:
    text = pieces[0]
    for found, behind in zip(pieces[1::2], pieces[2::2], strict=True):
        if _is_moved(found, names):
            yield text
            yield found
            text = behind
        else:
            text += found + behind
    yield text


def _is_moved(found: str, names: set[str]) -> bool:
    if found[4] == "-":
        return "0001" < found[:4] < "9999"
    return found in names


class _Moved:
    """One copy: where its days and names are."""

    def __init__(self, number: int) -> None:
        self._back = number * _DAYS_APART
        self._number = number
        self._known: dict[str, str] = {}

    def put_together(self, value: _Value) -> _Value:
        if not isinstance(value, tuple):
            return value
        pieces = list(value)
        for place in range(1, len(pieces), 2):
            pieces[place] = self._moved(pieces[place])
        return "".join(pieces)

    def _moved(self, found: str) -> str:
        if found not in self._known:
            is_day = found[4] == "-"
            self._known[found] = (date.fromisoformat(found) - self._back).isoformat() if is_day else self._named(found)
        return self._known[found]

    def _named(self, name: str) -> str:
        """Another name that sorts among its like as the old one did: of a day's pages, the first stays the first."""
        ending = (_DIGITS.index(name[10]) * 32 + _DIGITS.index(name[11]) + self._number) % 1024
        return name[:10] + _DIGITS[ending // 32] + _DIGITS[ending % 32]
