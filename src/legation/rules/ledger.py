"""The ledger's judgement as frozen data: status classes, kinds, authority, scores and distances in days."""

from __future__ import annotations

from functools import cache

import msgspec

from legation.errors import RulesError
from legation.rules import table
from legation.rules.names import name_words


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


Words = tuple[str, ...]


class NamesPutRight(msgspec.Struct, frozen=True):
    """What people have put right about names in one calendar, a name as its ``name_words``: under each the ``writings``
    that are the same person's, and the pairs that are said to be one person's and two people's themselves."""

    writings: dict[Words, tuple[str, ...]] = {}
    same: frozenset[frozenset[Words]] = frozenset()
    apart: frozenset[frozenset[Words]] = frozenset()

    def writings_of(self, name: str) -> tuple[str, ...]:
        """A name, and every other writing of it that people have joined with it."""
        return (name, *self.writings.get(name_words(name), ())) if self.writings else (name,)

    def judged(self, one: str, other: str) -> bool | None:
        """Whether people have said that two names are one person's or two people's; None where they said nothing."""
        if not self.same and not self.apart:
            return None
        pair = frozenset((name_words(one), name_words(other)))
        return True if pair in self.same else False if pair in self.apart else None


class LedgerRules(msgspec.Struct, frozen=True):
    """``firmness`` orders plans; ``plans``, ``off``, ``done`` and ``final`` are sets of statuses; ``kind_class``
    gives two kinds the same number where they can name one engagement; ``office_form`` gives an office's words
    the form to compare. ``names`` is no part of the table: it is what the people of one calendar have put right."""

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
    names: NamesPutRight = NamesPutRight()

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
