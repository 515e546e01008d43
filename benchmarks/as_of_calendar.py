"""Large calendars put straight into the tables: for reading, engagements with three revisions each; for adding, a
calendar copied many times over under other names and other keys, so that the tables are large and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import insert, text

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


# What gets another name in a copy; the first of each table's tells a copy from what was added.
_RENAMED = {
    "page": ("id", "url", "dispatch"),
    "page_band": ("page",),
    "entry": ("id", "part_of", "tour", "gone_to"),
    "report": ("id", "page", "root", "entry"),
    "report_key": ("report", "key"),
    "cluster": ("root",),
    "cluster_key": ("root", "key"),
    "claim": ("id", "report", "page"),
    "revision": ("entry",),
    "entry_side": ("entry", "side"),
    "entry_name": ("entry", "word"),
    "statement": ("page",),
    "office_holder": ("id", "side"),
    "office_holder_word": ("holder", "word"),
    "office_claim": ("id", "page", "holder"),
}
_OTHERWISE = {"band": "band + :n", "page_seq": "(SELECT seq FROM page WHERE page.id = report.page || :x)"}


def _copying(name: str, renamed: tuple[str, ...]) -> str:
    columns = [c.name for c in schema.metadata.tables[name].columns if c.name != "seq"]
    values = [f"{c} || :x" if c in renamed else _OTHERWISE.get(c, c) for c in columns]
    order = " ORDER BY seq" if name == "page" else ""
    return (
        f"INSERT INTO {name} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {name} "
        f"WHERE {renamed[0]} NOT LIKE '%~%'{order}"
    )


def multiply(store: Store, first: int, times: int) -> None:
    """Copies what was added to the calendar, ``times`` times, as numbers ``first`` on."""
    copies = [_copying(name, renamed) for name, renamed in _RENAMED.items()]
    for n in range(first, first + times):
        with store.writing() as connection:
            for statement in copies:
                values = {"x": f"~{n}", "n": n}
                used = {name: value for name, value in values.items() if f":{name}" in statement}
                connection.execute(text(statement), used)
