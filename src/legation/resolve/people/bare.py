"""Who holds an office of which the page does not say whose it is."""

from __future__ import annotations

from legation.resolve.people.cast import CastBuilder

OWN = frozenset(
    {
        "governor",
        "judge",
        "military_chief",
        "central_banker",
        "head",
        "consort",
        "party_official",
        "monarch",
        "security_official",
    }
)
"""Classes beside the offices of a state that have one state all the same."""


def is_bare(builder: CastBuilder, number: int, others: frozenset[str] = frozenset()) -> bool:
    """Whether this is a person in office of whom no state or body is said; ``others`` are further classes of office."""
    actor = builder.actors[number]
    if actor.kind != "person" or actor.country or actor.organisation or actor.is_elsewhere or not actor.office_class:
        return False
    if actor.office_class not in builder.offices.of_a_state | OWN | others:
        return False
    return all(builder.people[n].owner is None for n in builder.mentions_of(number))


def is_free(builder: CastBuilder, number: int, state: str) -> bool:
    """Whether nobody else on the page has this office in this state."""
    actor = builder.actors[number]
    if actor.office_class in builder.offices.several_holders or actor.is_former:
        return True
    return not any(
        n != number and a.name and (a.office_class, a.country) == (actor.office_class, state) and not a.is_former
        for n, a in enumerate(builder.actors)
    )
