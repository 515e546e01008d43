"""The calendar as of any point of both time axes is what its revisions say, looked at one by one."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from ledger_pages import engagement, page
from legation.records import Correction, Filter
from legation.store import Store, schema
from legation.store._as_of import entries_as_of
from legation.store._queries import revisions_of
from world import World

BEGAN = datetime(2024, 1, 1, tzinfo=UTC)


def told(store: Store, seed: int) -> int:
    """A generated story learned out of order, a page an hour, with corrections in between; how many hours it took."""
    records = [told.record for told in World(seed, 5, pages_each=10, per_day=2).pages()]
    random.Random(seed).shuffle(records)
    for hour, record in enumerate(records):
        store.add(record, BEGAN + timedelta(hours=hour))
        if hour in (12, 25):
            entries = store.entries()
            merge = {"person": "Ada", "reason": "one visit", "said_on": date(2018, 2, 1)}
            store.correct(
                Correction(kind="merge", report=entries[0].id, other=entries[-1].id, **merge),
                BEGAN + timedelta(hours=hour, minutes=20),
            )
            store.correct(
                Correction(kind="set", report=entries[0].id, field="place", value="Town", **merge),
                BEGAN + timedelta(hours=hour, minutes=40),
            )
    return len(records)


def from_revisions(store: Store, said: date | None, learned: datetime | None) -> dict[str, tuple[object, ...]]:
    """Every engagement's last revision that had been said by ``said`` and was believed at ``learned``."""
    with store.reading() as connection:
        ids = list(connection.scalars(select(schema.revision.c.entry).distinct()))
    found: dict[str, tuple[object, ...]] = {}
    for entry in ids:
        with store.reading() as connection:
            revisions = revisions_of(connection, entry, learned=learned, every=False)
        revisions = tuple(r for r in revisions if said is None or r.said_on <= said)
        if revisions:
            found[entry] = (revisions[-1].number, revisions[-1].state, revisions[-1].said_on)
    return found


def test_as_of_is_what_the_revisions_say(store: Store) -> None:
    hours = told(store, 4)
    moments = [None, *(BEGAN + timedelta(hours=h, minutes=30) for h in (-1, 3, 12, 13, 24, 25, hours // 2, hours))]
    first, last = min(e.first_said for e in store.entries()), max(e.last_said for e in store.entries())
    days = [None, *(first + (last - first) * n / 6 for n in range(7)), last + timedelta(30)]
    for learned in moments:
        for said in days:
            if said is None and learned is None:
                continue
            with store.reading() as connection:  # before the who's who completes anybody
                entries = entries_as_of(connection, said, learned, today=date(2020, 1, 1), rules=store.rules)
            assert {e.id: (e.sequence, e.state, e.last_said) for e in entries} == from_revisions(store, said, learned)
            assert entries == sorted(entries, key=lambda e: (e.state.earliest or date.max, e.id))
    assert store.check() == []


def test_a_filter_holds_as_of_any_day_too(store: Store) -> None:
    store.add(page("2023-06-01", engagement("announced", when="2023-06-18")))
    store.add(page("2023-06-02", engagement("announced", who="Qin Li//CN", host="JP", when="2023-07-18")))
    day = date(2023, 6, 30)
    for wanted, hosts in (
        (Filter(), ["CN", "JP"]),
        (Filter(countries=("JP",)), ["JP"]),
        (Filter(regions=("north-america",)), ["CN"]),
        (Filter(regions=("east-asia",)), ["CN", "JP"]),
        (Filter(people=("blinken",)), ["CN"]),
        (Filter(people=("Li",)), ["JP"]),
        (Filter(statuses=("unverified",)), ["CN"]),
        (Filter(since=date(2023, 7, 1)), ["JP"]),
    ):
        assert [e.state.host_country for e in store.entries(wanted, as_of=day)] == hosts
        assert [e.state.host_country for e in store.entries(wanted, today=day)] == hosts


def test_sources_are_counted_as_of_then_too(store: Store) -> None:
    days = ("2023-06-01", "2023-06-03", "2023-06-10")
    for n, day in enumerate(days):
        told = page(day, engagement("announced", when="2023-06-18"), site=f"{n}.example", text=f"{n} " * 30 + day)
        store.add(told, BEGAN + timedelta(days=n))
    entry = store.entries()[0].id

    def counted(**when: object) -> tuple[int, int, tuple[str, ...]]:
        found = store.entries(**when)[0]  # type: ignore[arg-type]
        assert store.entry(entry, **when) == found  # type: ignore[arg-type]
        return found.sources, found.pages, found.outlets

    assert counted() == (3, 3, ("0.example", "1.example", "2.example"))
    assert counted(as_of=date(2023, 6, 1)) == (1, 1, ("0.example",))
    assert counted(as_of=date(2023, 6, 9)) == (2, 2, ("0.example", "1.example"))
    assert counted(learned_by=BEGAN) == (1, 1, ("0.example",))
    assert counted(as_of=date(2023, 6, 1), learned_by=BEGAN + timedelta(days=9)) == (1, 1, ("0.example",))
    assert counted(as_of=date(2023, 7, 1), learned_by=BEGAN + timedelta(days=9)) == counted()


def test_one_engagement_as_of_any_point_is_that_of_the_whole_calendar(store: Store) -> None:
    hours = told(store, 4)
    entries = [e.id for e in store.entries()]
    first, last = min(e.first_said for e in store.entries()), max(e.last_said for e in store.entries())
    for learned in (None, *(BEGAN + timedelta(hours=h, minutes=30) for h in (3, 13, hours // 2, hours))):
        for said in (None, *(first + (last - first) * n / 3 for n in range(4))):
            whole = {e.id: e for e in store.entries(as_of=said, learned_by=learned)}
            if said is None and learned is None:
                continue
            for entry in entries:
                assert store.entry(entry, as_of=said, learned_by=learned) == whole.get(entry)
                revisions = store.revisions(entry, as_of=said, learned_by=learned)
                if entry in whole:
                    assert revisions[-1].state == whole[entry].state
                    assert (revisions[-1].number, revisions[-1].said_on) == (whole[entry].sequence, whole[entry].last_said)
                else:
                    assert revisions == ()
    assert store.entry("nobody", as_of=last) is None
