"""Under which words a report can be found: no engagement is compared with all others.

``index_keys`` are what an engagement is filed under, ``lookup_keys`` where a report looks. Two that can be one
(``match.compare``) always meet under some key, for at least one of the two is specific about its sides.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations

from legation.ledger.identity import name_tokens, office_form, side_of
from legation.ledger.match import movers
from legation.ledger.reports import Report
from legation.records import Who
from legation.rules.ledger import LedgerRules

MOST_SIDES = 6


def index_keys(report: Report, rules: LedgerRules) -> frozenset[str]:
    """Everything the engagement of this report can be found under; empty where it names nobody."""
    return _keys(report.kind, report.people, report.host, report.occasion, _Ruled(rules))[0]


def lookup_keys(report: Report, rules: LedgerRules) -> frozenset[str]:
    """Where to look for the report's engagement."""
    return _keys(report.kind, report.people, report.host, report.occasion, _Ruled(rules))[1]


class _Ruled:
    """Rules as a key of the cache below: there is one set of them in a process, and it is frozen."""

    def __init__(self, rules: LedgerRules) -> None:
        self.rules = rules

    def __hash__(self) -> int:
        return id(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Ruled) and other.rules is self.rules


# The same people meet again on page after page, so their keys are kept.
@lru_cache(maxsize=8192)
def _keys(
    kind: str, people: tuple[Who, ...], host: str | None, occasion: str | None, ruled: _Ruled
) -> tuple[frozenset[str], frozenset[str]]:
    moving = movers(people, kind)
    sides = {side for who in people if (side := side_of(who))} | ({host} if kind == "visit" and host else set())
    words = {f"n:{name}" for name in _names(moving, ruled.rules)} | {f"o:{office}" for office in _offices(moving, ruled.rules)}
    if len(sides) < 2:
        return frozenset(words | {f"?{word}" for word in words}), frozenset(words)
    shared = _pairs(sorted(sides))
    if occasion and len(sides) > 2:
        shared.add(f"x:{' '.join(sorted(name_tokens(occasion)))}")
    return frozenset(shared | words), frozenset(shared | {f"?{word}" for word in words})


def _names(people: tuple[Who, ...], rules: LedgerRules) -> set[str]:
    writings = {name for who in people if who.name for name in rules.names.writings_of(who.name)}
    return {token for name in writings for token in name_tokens(name) if len(token) > 1}


def _offices(people: tuple[Who, ...], rules: LedgerRules) -> set[str]:
    return {f"{side_of(who)}:{form}" for who in people if (form := office_form(who.office, rules))}


def _pairs(sides: list[str]) -> set[str]:
    if len(sides) > MOST_SIDES:
        return {f"c:{'|'.join(sides[:2])}|many"}
    return {f"c:{a}|{b}" for a, b in combinations(sides, 2)}
