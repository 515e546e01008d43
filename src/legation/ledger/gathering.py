"""The participants of an engagement, gathered from everything that is told of it."""

from __future__ import annotations

from msgspec import UNSET

from legation.ledger.identity import names_agree, office_form
from legation.records import Who
from legation.rules.ledger import LedgerRules


def gathered(known: tuple[Who, ...], more: tuple[Who, ...], rules: LedgerRules) -> tuple[Who, ...]:
    """Participants of two tellings together: each one once, in the fullest form."""
    people = list(known)
    for who in more:
        i = next((i for i, other in enumerate(people) if is_same(who, other, rules)), None)
        if i is None:
            people.append(who)
        else:
            people[i] = _together(people[i], who)
    named = {who.country for who in people if who.name}
    return tuple(w for w in people if w.name or w.office or w.organisation or w.country not in named)


def is_same(a: Who, b: Who, rules: LedgerRules) -> bool:
    """Whether two participants are one: by name, by office, or the bare state itself."""
    if a.country and b.country and a.country != b.country:
        return False
    if a.name and b.name:
        return names_agree(a.name, b.name, rules.names)
    if a.office and b.office:
        return a.country == b.country and office_form(a.office, rules) == office_form(b.office, rules)
    if a.name or b.name or a.office or b.office:
        return False
    return (a.country, a.organisation) == (b.country, b.organisation)


def _together(a: Who, b: Who) -> Who:
    name = max((a.name or "", b.name or ""), key=len) or None
    # What one page gives itself needs no who's who.
    completed = {w.known_from for w in (a, b) if w.name == name}
    known_from = UNSET if UNSET in completed else min(completed, default=UNSET, key=str)
    return Who(
        name=name,
        office=a.office or b.office,
        country=a.country or b.country,
        organisation=a.organisation or b.organisation,
        role=a.role if a.role != "party" else b.role,
        known_from=known_from,
        is_former=a.is_former if a.office else b.is_former,
    )
