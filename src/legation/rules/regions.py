"""World regions, the sections of the site."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.errors import RulesError
from legation.rules import table


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``countries`` are ISO 3166-1 alpha-2 codes (XK: Kosovo)."""

    id: str
    name: str
    countries: tuple[str, ...]


class _Regions(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    region: tuple[Region, ...]


@cache
def regions() -> dict[str, Region]:
    """All regions by identifier, in the order they are shown. Raises RulesError where the table is wrong."""
    try:
        rows = msgspec.convert(table("world/regions"), _Regions).region
    except msgspec.ValidationError as error:
        raise RulesError(f"rules world/regions: {error}") from error
    return {row.id: row for row in rows}
