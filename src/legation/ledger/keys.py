"""Under which words a report can be found: no engagement is compared with all others.

``index_keys`` are what an engagement is filed under, ``lookup_keys`` where a report looks. Two that can be one
(``match.compare``) always meet under some key, for at least one of the two is specific about its sides.
"""

from __future__ import annotations

from itertools import combinations

from legation.ledger.identity import name_tokens, office_form, side_of
from legation.ledger.match import movers
from legation.ledger.reports import Report
from legation.records import Who
from legation.rules.ledger import LedgerRules

MOST_SIDES = 6


def _sides(report: Report) -> list[str]:
    sides = {side for who in report.people if (side := side_of(who))}
    if report.kind == "visit" and report.host:
        sides.add(report.host)
    return sorted(sides)


def _names(people: tuple[Who, ...]) -> set[str]:
    return {token for who in people if who.name for token in name_tokens(who.name) if len(token) > 1}


def _offices(people: tuple[Who, ...], rules: LedgerRules) -> set[str]:
    return {f"{side_of(who)}:{form}" for who in people if (form := office_form(who.office, rules))}


def _pairs(sides: list[str]) -> set[str]:
    if len(sides) > MOST_SIDES:
        return {f"c:{'|'.join(sides[:2])}|many"}
    return {f"c:{a}|{b}" for a, b in combinations(sides, 2)}


def index_keys(report: Report, rules: LedgerRules) -> frozenset[str]:
    """Everything the engagement of this report can be found under; empty where it names nobody."""
    people = movers(report.people, report.kind)
    sides = _sides(report)
    words = {f"n:{name}" for name in _names(people)} | {f"o:{office}" for office in _offices(people, rules)}
    keys = _pairs(sides) | words
    if len(sides) < 2:
        keys |= {f"?{word}" for word in words}
    if report.occasion and len(sides) > 2:
        keys.add(f"x:{' '.join(sorted(name_tokens(report.occasion)))}")
    return frozenset(keys)


def lookup_keys(report: Report, rules: LedgerRules) -> frozenset[str]:
    """Where to look for the report's engagement."""
    people = movers(report.people, report.kind)
    sides = _sides(report)
    if len(sides) < 2:
        return frozenset({f"n:{n}" for n in _names(people)} | {f"o:{o}" for o in _offices(people, rules)})
    keys = _pairs(sides)
    keys |= {f"?n:{n}" for n in _names(people)} | {f"?o:{o}" for o in _offices(people, rules)}
    if report.occasion and len(sides) > 2:
        keys.add(f"x:{' '.join(sorted(name_tokens(report.occasion)))}")
    return frozenset(keys)
