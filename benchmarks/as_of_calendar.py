"""Large calendars put straight into the tables: for reading, engagements with three revisions each; for adding, a
calendar copied many times over under other names and other keys, so that the tables are large and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import insert, text

from legation.records import Dates, State, Who
from legation.store import Store, schema
from legation.store._json import text_of

_MOMENT = "2024-01-01T00:00:00.000000"
_BATCH = 5000


def fill(store: Store, engagements: int) -> None:
    """Puts ``engagements`` made-up engagements into an empty calendar, said over five years."""
    for first in range(0, engagements, _BATCH):
        entries, revisions, sides = [], [], []
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
                 "earliest": when.earliest.isoformat(), "latest": when.latest.isoformat(), "people": who.name.lower(),
                 "sources": 2, "pages": 6, "outlets": "[]", "first_said": day.isoformat(),
                 "last_said": (day + timedelta(31)).isoformat(), "learned": _MOMENT, "updated": _MOMENT}
            )  # fmt: skip
            sides += [{"entry": entry, "side": country}, *([{"entry": entry, "side": "CN"}] if country != "CN" else [])]
        with store.writing() as connection:
            connection.execute(insert(schema.entry), entries)
            connection.execute(insert(schema.revision), revisions)
            connection.execute(insert(schema.entry_side), sides)


_COPIES = (
    "INSERT INTO page (id, source_id, url, title, site, section, language, published, said_on, learned, dispatch, text, "
    "body, rules, model) SELECT id || :x, source_id, url || :x, title, site, section, language, published, said_on, "
    "learned, dispatch || :x, text, body, rules, model FROM page WHERE length(id) = 12 ORDER BY seq",
    "INSERT INTO page_band SELECT band + :n, said_on, page || :x FROM page_band WHERE length(page) = 12",
    "INSERT INTO entry SELECT id || :x, sequence, body, kind, status, earliest, latest, people, sources, pages, outlets, "
    "first_said, last_said, learned, updated, part_of || :x, tour || :x, gone_to || :x FROM entry WHERE length(id) = 12",
    "INSERT INTO report SELECT id || :x, page || :x, number, said_on, root || :x, entry || :x, body, score, reasons FROM "
    "report WHERE length(id) = 12",
    "INSERT INTO report_key SELECT key || :x, role, said_on, report || :x FROM report_key WHERE length(report) = 12",
    "INSERT INTO cluster SELECT root || :x, version, first, last FROM cluster WHERE length(root) = 12",
    "INSERT INTO cluster_key SELECT key || :x, root || :x FROM cluster_key WHERE length(root) = 12",
    "INSERT INTO claim SELECT id || :x, report || :x, page || :x, field, value, start, stop, body FROM claim WHERE "
    "length(report) = 12",
    "INSERT INTO revision SELECT entry || :x, number, learned, superseded, said_on, body, changes, claims FROM revision "
    "WHERE length(entry) = 12",
    "INSERT INTO entry_side SELECT entry || :x, side || :x FROM entry_side WHERE length(entry) = 12",
    "INSERT INTO statement SELECT page || :x, number, speaker, country, said_on, body FROM statement WHERE length(page) = 12",
)


def multiply(store: Store, first: int, times: int) -> None:
    """Copies what was added to the calendar, ``times`` times, as numbers ``first`` on."""
    for n in range(first, first + times):
        with store.writing() as connection:
            for statement in _COPIES:
                values = {"x": f"~{n}", "n": n}
                used = {name: value for name, value in values.items() if f":{name}" in statement}
                connection.execute(text(statement), used)
