"""When pages' words on who holds which office become claims, and when such claims may complete other pages."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.errors import RulesError
from legation.rules import table
from legation.rules.offices import office_rules


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    not_classes: frozenset[str]


class _Standings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    acting: frozenset[str]
    designate: frozenset[str]


class _Days(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What each is for stands beside it in ``world/office_claims.toml``."""

    gap: int
    before: int
    after: int
    name: int


class _Completing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    bare_rank: int
    office_rank: int
    rulers: frozenset[str]


class OfficeClaimRules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kept: _Kept
    standings: _Standings
    days: _Days
    completing: _Completing


@cache
def office_claim_rules() -> OfficeClaimRules:
    """The rules, read once. Raises RulesError where the table is wrong."""
    try:
        rules = msgspec.convert(table("world/office_claims"), OfficeClaimRules)
    except msgspec.ValidationError as error:
        raise RulesError(f"world/office_claims.toml: {error}") from error
    stray = (rules.kept.not_classes | rules.completing.rulers) - office_rules().classes.keys()
    if stray:
        raise RulesError(f"world/office_claims.toml: no such class {', '.join(sorted(stray))}")
    return rules
