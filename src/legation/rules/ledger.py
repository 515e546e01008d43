"""The ledger's judgement as frozen data: status classes, kinds, authority, scores and distances in days."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.errors import RulesError
from legation.rules import table


class MatchScores(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    threshold: float
    named: float
    office: float
    maybe: float
    nobody: float
    country: float
    same_host_person: float
    same_host: float
    same_place: float
    other_place: float
    same_days: float
    other_place_and_days: float
    moved_far: float
    same_occasion: float
    other_occasion: float
    same_kind: float


class Distances(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days. What each is for stands beside it in ``world/ledger.toml``."""

    slack: int
    tight: int
    loose: int
    moved: int
    moved_quietly: int
    held_error: int
    lag: int
    stale_plan: int
    open_undated: int
    open_put_off: int
    recalled: int
    recent: int
    unverified_after: int
    reach: int
    part_slack: int
    tour_gap: int


class _Statuses(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    plans: tuple[str, ...]
    off: tuple[str, ...]
    done: tuple[str, ...]
    final: tuple[str, ...]


class _Kinds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    classes: tuple[tuple[str, ...], ...]
    any: str


class Authority(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    party: int
    named: int
    anonymous: int
    doubt: tuple[str, ...]


class _OfficeForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    forms: tuple[str, ...]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    statuses: _Statuses
    kinds: _Kinds
    authority: Authority
    match: MatchScores
    days: Distances
    office_forms: tuple[_OfficeForms, ...] = ()


class LedgerRules(msgspec.Struct, frozen=True):
    """``firmness`` orders plans; ``plans``, ``off``, ``done`` and ``final`` are sets of statuses; ``kind_class``
    gives two kinds the same number where they can name one engagement; ``office_form`` gives an office's words
    the form to compare."""

    firmness: dict[str, int]
    plans: frozenset[str]
    off: frozenset[str]
    done: frozenset[str]
    final: frozenset[str]
    kind_class: dict[str, int]
    any_kind: str
    authority: Authority
    match: MatchScores
    days: Distances
    office_form: dict[str, str]

    def kinds_agree(self, a: str, b: str) -> bool:
        """Whether two kinds can name the same engagement."""
        return a == b or self.any_kind in (a, b) or self.kind_class.get(a, -1) == self.kind_class.get(b, -2)


@cache
def ledger_rules() -> LedgerRules:
    """The ledger's rules. Raises RulesError where the table is not as it must be."""
    try:
        rules = msgspec.convert(table("world/ledger"), _Table)
    except msgspec.ValidationError as error:
        raise RulesError(f"rules/world/ledger.toml: {error}") from error
    return LedgerRules(
        firmness={status: i for i, status in enumerate(rules.statuses.plans)},
        plans=frozenset(rules.statuses.plans),
        off=frozenset(rules.statuses.off),
        done=frozenset(rules.statuses.done),
        final=frozenset(rules.statuses.final),
        kind_class={kind: i for i, kinds in enumerate(rules.kinds.classes) for kind in kinds},
        any_kind=rules.kinds.any,
        authority=rules.authority,
        match=rules.match,
        days=rules.days,
        office_form={form: group.forms[0] for group in rules.office_forms for form in group.forms},
    )
