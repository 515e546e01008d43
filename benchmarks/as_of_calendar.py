"""Large calendars put straight into the tables, for reading: engagements with three revisions each."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import insert

from legation.records import Dates, State, Who
from legation.store import Store, schema
from legation.store._entries import name_rows, side_rows
from legation.store._json import text_of

_MOMENT = "2024-01-01T00:00:00.000000"
_BATCH = 5000


def fill(store: Store, engagements: int) -> None:
    """Puts ``engagements`` made-up engagements into an empty calendar, said over five years."""
    for first in range(0, engagements, _BATCH):
        entries, revisions, sides, names = [], [], [], []
        for n in range(first, min(first + _BATCH, engagements)):
            entry, day = f"e{n:011}", date(2019, 1, 1) + timedelta(n % 1800)
            country = f"{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}"
            when = Dates(words="then", earliest=day + timedelta(30), latest=day + timedelta(31), precision="day")
            who = Who(
                name=f"Given{n % 97} Surname{n % 1009}", office="foreign minister", country=country, role="traveller"
            )
            for number, status in enumerate(("expected", "announced", "held")):
                state = State(kind="visit", status=status, participants=(who,), host_country="CN", when=when)
                said = day + timedelta((0, 10, 31)[number])
                revisions.append(
                    {"entry": entry, "number": number, "learned": _MOMENT, "said_on": said.isoformat(),
                     "body": text_of(state), "changes": "[]", "claims": "[]"}
                )  # fmt: skip
            entries.append(
                {"id": entry, "sequence": 2, "body": text_of(state), "kind": "visit", "status": "held",
                 "earliest": when.earliest.isoformat(), "sort_day": when.earliest.isoformat(),
                 "latest": when.latest.isoformat(), "people": who.name.lower(),
                 "sources": 2, "pages": 6, "outlets": "[]", "first_said": day.isoformat(),
                 "last_said": (day + timedelta(31)).isoformat(), "learned": _MOMENT, "updated": _MOMENT,
                 "revision": 2, "revised_on": (day + timedelta(31)).isoformat()}
            )  # fmt: skip
            sides += side_rows(entry, state)
            names += name_rows(entry, state)
        with store.writing() as connection:
            connection.execute(insert(schema.entry), entries)
            connection.execute(insert(schema.revision), revisions)
            connection.execute(insert(schema.entry_side), sides)
            connection.execute(insert(schema.entry_name), names)
