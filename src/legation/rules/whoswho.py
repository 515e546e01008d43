"""The starter who's who: who held which office when, from ``world/whoswho.toml``."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from legation.errors import RulesError
from legation.records import KnownOffice
from legation.rules import table

SOURCE = "rules/world/whoswho.toml"


@cache
def whos_who() -> tuple[KnownOffice, ...]:
    """Every holder of every office, in the file's order. Raises RulesError where a row is wrong.

    Written from the team's own knowledge as of the file's ``as_of``; an office open then is taken as open still.
    """
    rows = table("world/whoswho")
    aliases, family_names = rows["aliases"], rows["family_names"]
    known = tuple(_known(office, row, aliases, family_names) for office in rows["office"] for row in office["holders"])
    stray = (aliases.keys() | family_names.keys()) - {k.name for k in known}
    if stray:
        raise RulesError(f"{SOURCE}: other spellings of people not in it: {', '.join(sorted(stray))}")
    return known


def _known(
    office: dict[str, Any], row: list[Any], aliases: dict[str, list[str]], family_names: dict[str, str]
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
            source=SOURCE,
        )
    except (KeyError, ValueError) as error:
        raise RulesError(f"{SOURCE}: {row}: {error}") from error
