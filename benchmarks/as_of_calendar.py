"""Large calendars for reading, put straight into the tables: engagements with three revisions each, some of whose
travellers are named by no more than a surname, and pages that say who is who."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import insert

from legation.records import ArticleRecord, Dates, OfficeTold, Record, State, Who
from legation.rules.offices import office_rules
from legation.store import Store, schema
from legation.store._entries import name_rows, people_text, side_rows
from legation.store._json import text_of
from world import STAMP, World
from world_truth import Person

_MOMENT = "2024-01-01T00:00:00.000000"
_BATCH = 5000
_FROM = date(2019, 1, 1)


def fill(store: Store, engagements: int, short: int = 0) -> None:
    """Puts ``engagements`` made-up engagements into an empty calendar, said over five years; of a hundred travellers
    ``short`` are named by their surname and state alone."""
    people = [person for office in zip(*World(3, 1).people.values(), strict=True) for person in office]
    _tell_who_is_who(store, people)
    for first in range(0, engagements, _BATCH):
        entries, revisions, sides, names = [], [], [], []
        for n in range(first, min(first + _BATCH, engagements)):
            entry, day = f"e{n:011}", _FROM + timedelta(n % 1800)
            when = Dates(words="then", earliest=day + timedelta(30), latest=day + timedelta(31), precision="day")
            person, is_short = people[n % len(people)], n // len(people) % 100 < short
            who = Who(
                name=person.name.split()[-1] if is_short else person.name,
                office=None if is_short else person.office,
                country=person.country,
                role="traveller",
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
                 "latest": when.latest.isoformat(), "people": people_text(state),
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


def _tell_who_is_who(store: Store, people: list[Person]) -> None:
    """Two outlets tell of everybody's office twice a year."""
    classes = {p.office: office_rules().title_named(p.office) for p in people}
    for half_year in range(10):
        day = _FROM + timedelta(182 * half_year)
        for site in ("a.example", "b.example"):
            text, told = f"{site} on {day}.", []
            for person in people:
                title = classes[person.office]
                if title is None:
                    continue
                start = len(text) + 1
                text += f" {person.name} is {person.office} ({site})."
                told.append(
                    OfficeTold(
                        name=person.name, office=person.office, country=person.country, start=start,
                        office_class=title.by_country.get(person.country, title.office_class),
                        end=start + len(person.name),
                    )
                )  # fmt: skip
            article = ArticleRecord(url=f"https://{site}/{day}", title=str(day), published=day, site=site, language="en", text=text)
            store.add(Record(article=article, offices=tuple(told), reader=STAMP))
