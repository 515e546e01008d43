"""What a person puts right: fields set by hand win over what pages say, from the day they are set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from legation.errors import UsageError
from legation.ledger.changes import changes_between
from legation.records import Correction, Dates, Revision, State

FIELDS = ("status", "kind", "host_country", "place", "occasion", "when")


def with_set_fields(revisions: Sequence[Revision], corrections: Sequence[Correction]) -> tuple[Revision, ...]:
    """The history with every ``set`` correction in it: a revision on its day, and its value in all later ones. The
    claims of a person are called ``person:`` and the name."""
    wanted = sorted((c for c in corrections if c.kind == "set"), key=lambda c: (c.said_on, c.field or ""))
    if not wanted or not revisions:
        return tuple(revisions)
    events: list[tuple[date, int, Revision | Correction]] = [(r.said_on, 0, r) for r in revisions]
    events += [(max(c.said_on, revisions[0].said_on), 1, c) for c in wanted]
    events.sort(key=lambda event: event[:2])
    found: list[Revision] = []
    in_force: dict[str, str] = {}
    claims: tuple[str, ...]
    for said_on, _, event in events:
        if isinstance(event, Correction):
            in_force[event.field or ""] = event.value or ""
            state, claims = found[-1].state, (f"person:{event.person}",)
        else:
            state, claims = event.state, event.claims
        state = _set(state, in_force)
        before = found[-1].state if found else None
        changes = changes_between(before, state, {})
        if changes:
            found.append(
                Revision(
                    entry=revisions[0].entry,
                    number=len(found),
                    said_on=said_on,
                    state=state,
                    changes=changes,
                    claims=claims,
                )
            )
    return tuple(found)


def _set(state: State, values: dict[str, str]) -> State:
    for field, value in values.items():
        state = replace(state, **{field: dates(value) if field == "when" else value or None})
    return state


def dates(value: str) -> Dates | None:
    """A date set by hand: ``2023-06-18`` or ``2023-06-18..2023-06-20``; nothing for an empty one. Raises UsageError."""
    if not value:
        return None
    first, _, last = value.partition("..")
    try:
        earliest, latest = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        raise UsageError(f"{value!r} is not a date: write 2023-06-18 or 2023-06-18..2023-06-20") from None
    if latest < earliest:
        raise UsageError(f"{value!r} ends before it begins")
    return Dates(words=value, earliest=earliest, latest=latest, precision="day")
