"""Which engagement is part of another: a meeting inside a visit; the legs of one tour."""

from __future__ import annotations

from legation.ledger.identity import names_agree
from legation.ledger.match import movers
from legation.ledger.reports import window_of
from legation.ledger.windows import gap
from legation.records import State
from legation.rules.ledger import LedgerRules

# A visit or a leg is a few days; a plan for "some time in June" holds no meeting.
_LONGEST = 14


def is_part(part: State, whole: State, rules: LedgerRules) -> bool:
    """Whether ``part`` takes place inside the visit ``whole``: the traveller takes part, in that country, in those
    days, and neither was called off while the other was not."""
    inner, outer = window_of(part.when), window_of(whole.when)
    if whole.kind != "visit" or part.kind in ("visit", "call") or inner is None or outer is None:
        return False
    if outer.days > _LONGEST or inner.days > _LONGEST or not outer.widened(rules.days.part_slack).covers(inner):
        return False
    if (part.status in rules.off) != (whole.status in rules.off):
        return False
    places = {part.host_country, *(w.country for w in part.participants)} - {None}
    if whole.host_country is None or whole.host_country not in places:
        return False
    if part.host_country is not None and part.host_country != whole.host_country:
        return False
    return _shares_traveller(part, whole, rules)


def is_next_leg(one: State, other: State, rules: LedgerRules) -> bool:
    """Whether two visits are legs of one tour: the same traveller, other hosts, days that follow each other."""
    a, b = window_of(one.when), window_of(other.when)
    if one.kind != "visit" or other.kind != "visit" or a is None or b is None:
        return False
    if None in (one.host_country, other.host_country) or one.host_country == other.host_country:
        return False
    if max(a.days, b.days) > _LONGEST or one.status in rules.off or other.status in rules.off:
        return False
    return gap(a, b) <= rules.days.tour_gap and _shares_traveller(one, other, rules)


def _shares_traveller(one: State, other: State, rules: LedgerRules) -> bool:
    left = [w.name for w in movers(one.participants, one.kind) if w.name]
    right = [w.name for w in movers(other.participants, other.kind) if w.name]
    return any(names_agree(a, b, rules.names) for a in left for b in right)
