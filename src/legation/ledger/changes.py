"""What differs between two states of an engagement, in words."""

from __future__ import annotations

from legation.ledger.reports import when_words, who_words
from legation.records import Change, State


def changes_between(before: State | None, after: State, claims: dict[str, str]) -> tuple[Change, ...]:
    """Every field that differs, in words, with the claim behind it where one alone decided."""
    old = _in_words(before) if before else {}
    return tuple(
        Change(field=field, before=old.get(field), after=value, claim=claims.get(field))
        for field, value in _in_words(after).items()
        if old.get(field) != value
    )


def _in_words(state: State) -> dict[str, str | None]:
    return {
        "status": state.status,
        "when": when_words(state.when) or None,
        "kind": state.kind,
        "participants": "; ".join(who_words(w) for w in state.participants) or None,
        "host_country": state.host_country,
        "place": state.place,
        "occasion": state.occasion,
        "topics": ", ".join(state.topics) or None,
        "no_date_set": "yes" if state.no_date_set else None,
        "certainty": state.certainty,
        "cause": state.cause.words if state.cause else None,
        "disputed": ", ".join(state.disputed) or None,
    }
