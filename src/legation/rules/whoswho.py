"""Who held which office when: the starter file ``world/whoswho.toml``, the shorter lists of ``world/leaders.toml``, and files
of the first form that a user gives."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from legation.errors import RulesError
from legation.records import KnownOffice
from legation.rules import table

SOURCE = "rules/world/whoswho.toml"
LEADERS = "rules/world/leaders.toml"
WOMAN = " (f)"
TRUSTED = timedelta(120)
"""How long after the file's day an office that it leaves open is taken to be held still, where that speaks against somebody."""


@cache
def whos_who() -> tuple[KnownOffice, ...]:
    """Every holder of every office of the starter file, in its order. Raises RulesError where a row is wrong.

    Written from the team's own knowledge as of the file's ``as_of``; an office open then is taken as open still.
    """
    return _entries(table("world/whoswho"), SOURCE)


@cache
def leaders() -> tuple[KnownOffice, ...]:
    """Who led the other states, and the G20 before 2012, by ``world/leaders.toml``: names that a page gives with an office
    are completed from it while reading; an office alone is nobody's by it. Raises RulesError where a list is wrong."""
    return _leaders(table("world/leaders"))


@cache
def starters() -> tuple[KnownOffice, ...]:
    """The starter file and the leaders' lists: what reading completes names from where a user gives no file."""
    return whos_who() + leaders()


def known_offices(path: Path | str | None = None) -> tuple[KnownOffice, ...]:
    """The who's who of a user's file, or what ships with Legation where there is none. Raises RulesError with one line."""
    return read_whos_who(Path(path)) if path else starters()


def is_after_file(day: date | None) -> bool:
    """Whether a day lies so long after the file's that others may hold the offices it leaves open."""
    return day is not None and day > as_of() + TRUSTED


@cache
def as_of() -> date:
    """The day of the starter file's state: what it leaves open was open then."""
    found = table("world/whoswho").get("as_of")
    if not isinstance(found, date):
        raise RulesError(f"{SOURCE}: as_of is no day")
    return found


def read_whos_who(path: Path) -> tuple[KnownOffice, ...]:
    """The who's who of a user's file, of the form of the starter file. Raises RulesError with one line."""
    try:
        return _entries(tomllib.loads(path.read_text(encoding="utf-8")), str(path))
    except OSError as error:
        raise RulesError(f"{path}: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RulesError(f"{path}: {error}") from error


def gaps_and_overlaps(known: tuple[KnownOffice, ...], *, allowed: timedelta = timedelta(days=2)) -> tuple[str, ...]:
    """One line for each office that nobody holds for longer than ``allowed``, or that two hold at once.

    An office whose last holder left and has no successor in the list is taken to have ended.
    """
    offices: dict[tuple[str | None, str | None, str], list[KnownOffice]] = {}
    for entry in known:
        title = entry.office.removeprefix("acting ")
        offices.setdefault((entry.country, entry.organisation, title), []).append(entry)
    problems = []
    for (country, organisation, title), holders in offices.items():
        ordered = sorted(holders, key=lambda h: h.since or date.min)
        for one, two in pairwise(ordered):
            where = f"{country or organisation} {title}: {one.name} to {two.name}"
            if one.until is None or two.since is None or two.since < one.until:
                problems.append(f"{where}: overlap ({one.until or 'open'}, then {two.since})")
            elif two.since - one.until > allowed:
                problems.append(f"{where}: gap ({one.until} to {two.since})")
    return tuple(problems)


def _entries(rows: dict[str, Any], source: str) -> tuple[KnownOffice, ...]:
    aliases, family_names = rows.get("aliases", {}), rows.get("family_names", {})
    known = tuple(
        _known(office, row, aliases, family_names, source)
        for office in rows.get("office", ())
        for row in office.get("holders", ())
    )
    stray = (aliases.keys() | family_names.keys()) - {k.name for k in known}
    if stray:
        raise RulesError(f"{source}: other spellings of people not in it: {', '.join(sorted(stray))}")
    return known


def _leaders(rows: dict[str, Any]) -> tuple[KnownOffice, ...]:
    """The lists of ``world/leaders.toml``: for each state and office a name, its first day, the next name and so on."""
    offices, aliases = rows["offices"], rows["aliases"]
    known = tuple(
        holder
        for country, lists in rows.items()
        if country not in ("offices", "aliases")
        for kind, listed in lists.items()
        for holder in _successors(country, kind, listed, offices, aliases)
    )
    stray = aliases.keys() - {k.name for k in known}
    if stray:
        raise RulesError(f"{LEADERS}: other spellings of people not in it: {', '.join(sorted(stray))}")
    return known


def _successors(
    country: str, kind: str, listed: list[Any], offices: dict[str, dict[str, str]], aliases: dict[str, list[str]]
) -> Iterator[KnownOffice]:
    names, days = listed[::2], listed[1::2]
    is_right = len(names) == len(days) and all(isinstance(n, str) for n in names)
    if kind not in offices or not is_right or not all(isinstance(d, date) for d in days) or days != sorted(days):
        raise RulesError(f"{LEADERS}: {country} {kind}: no such office, or names and days do not follow each other")
    for name, since, until in zip(names, days, [*days[1:], None], strict=True):
        if not name or since == until:
            continue
        plain = name.removesuffix(WOMAN)
        yield KnownOffice(
            name=plain,
            office=offices[kind]["office"],
            office_class=offices[kind]["class"],
            country=country,
            gender="f" if name.endswith(WOMAN) else "m",
            aliases=tuple(aliases.get(plain, ())),
            since=since,
            until=until,
            is_known_alone=False,
            source=LEADERS,
        )


def _known(
    office: dict[str, Any], row: list[Any], aliases: dict[str, list[str]], family_names: dict[str, str], source: str
) -> KnownOffice:
    try:
        name, gender, since, *rest = row
        until = rest[0] if rest and isinstance(rest[0], date) else None
        title = f"acting {office['office']}" if "acting" in rest else office["office"]
        if gender not in ("f", "m") or not isinstance(since, date) or (until and until <= since):
            raise ValueError("gender, first day or last day is wrong")
        return KnownOffice(
            name=name,
            office=title,
            office_class=office["class"],
            country=office.get("country"),
            organisation=office.get("organisation"),
            gender=gender,
            aliases=tuple(aliases.get(name, ())),
            family_name=family_names.get(name),
            since=since,
            until=until,
            source=source,
        )
    except (KeyError, ValueError, TypeError) as error:
        raise RulesError(f"{source}: {row}: {error}") from error
