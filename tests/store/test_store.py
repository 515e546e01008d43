"""What a calendar promises, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

from ledger_pages import engagement, page
from legation.records import Filter, Speaker
from legation.store import Store, open_calendar

TODAY = date(2023, 9, 1)
STORY = [
    page("2023-01-17", engagement("announced", when="2023-02-05..2023-02-06")),
    page("2023-02-03", engagement("postponed", by=0), site="b.example", speakers=["a US official"]),
    page("2023-06-07", engagement("expected", when="2023-06-07..2023-07-19", past=[("postponed", "2023-02")])),
    page("2023-06-14", engagement("announced", when="2023-06-18..2023-06-19")),
    page("2023-06-19", engagement("held", when="2023-06-18..2023-06-19", whom="Xi Jinping/president/CN")),
]
LEARNED = datetime(2024, 1, 1, tzinfo=UTC)


def tell(store: Store, records: list = STORY) -> str:  # type: ignore[type-arg]
    for n, record in enumerate(records):
        store.add(record, LEARNED + timedelta(days=n))
    return store.entries(today=TODAY)[0].id


def test_one_story_is_one_engagement_with_its_history(store: Store) -> None:
    entry = tell(store)
    assert [e.id for e in store.entries(today=TODAY)] == [entry]
    assert [r.state.status for r in store.revisions(entry)] == [
        "announced",
        "postponed",
        "expected",
        "announced",
        "held",
    ]
    found = store.entry(entry, today=TODAY)
    assert found is not None
    assert (found.sequence, found.pages, found.outlets) == (4, 5, ("b.example", "example.org"))


def test_the_same_page_twice_changes_nothing(store: Store) -> None:
    entry = tell(store)
    before = store.entry(entry, today=TODAY)
    again = store.add(STORY[2])
    assert not again.is_new
    assert again.entries == (entry,)
    assert store.entry(entry, today=TODAY) == before
    assert len(store.pages()) == 5


def test_arrival_order_gives_the_same_ledger(store: Store) -> None:
    entry = tell(store, STORY[::-1])
    assert [r.state.status for r in store.revisions(entry)] == [
        "announced",
        "postponed",
        "expected",
        "announced",
        "held",
    ]
    assert [r.said_on for r in store.revisions(entry)] == sorted(r.article.published for r in STORY)


def test_identifiers_stay_and_sequence_only_rises(store: Store) -> None:
    seen: set[str] = set()
    last = -1
    for n, record in enumerate(STORY[::-1]):
        store.add(record, LEARNED + timedelta(days=n))
        (entry,) = store.entries(today=TODAY)
        seen.add(entry.id)
        assert entry.sequence >= last
        last = entry.sequence
    assert len(seen) == 1


def test_as_of_the_day_things_were_said(store: Store) -> None:
    tell(store)
    states = {
        day: [e.standing for e in store.entries(as_of=date.fromisoformat(day))]
        for day in ("2023-01-01", "2023-01-20", "2023-03-01", "2023-06-15", "2023-06-19")
    }
    assert states == {
        "2023-01-01": [], "2023-01-20": ["announced"], "2023-03-01": ["postponed"], "2023-06-15": ["announced"],
        "2023-06-19": ["held"],
    }  # fmt: skip


def test_as_of_the_moment_it_was_learned(store: Store) -> None:
    tell(store, STORY[::-1])  # the last page first
    first_day = store.entries(learned_by=LEARNED + timedelta(hours=1), today=TODAY)
    assert [e.state.status for e in first_day] == ["held"]
    both = store.entries(as_of=date(2023, 3, 1), learned_by=LEARNED + timedelta(hours=1))
    assert both == []
    later = store.entries(as_of=date(2023, 3, 1), learned_by=LEARNED + timedelta(days=9))
    assert [e.state.status for e in later] == ["postponed"]


def test_what_was_believed_is_not_overwritten(store: Store) -> None:
    entry = tell(store, [STORY[3], STORY[4], STORY[2]])  # the first word of it is learned last
    now = [r.state.status for r in store.revisions(entry)]
    before = [r.state.status for r in store.revisions(entry, learned_by=LEARNED + timedelta(days=1, hours=1))]
    assert now == ["expected", "announced", "held"]
    assert before == ["announced", "held"]
    assert len(store.revisions(entry, every=True)) == 5


def test_a_plan_whose_day_passed_is_unverified_and_never_held(store: Store) -> None:
    tell(store, STORY[:1])
    assert [e.standing for e in store.entries(today=date(2023, 2, 6))] == ["announced"]
    assert [e.standing for e in store.entries(today=date(2023, 3, 1))] == ["unverified"]
    assert store.count(Filter(statuses=("unverified",)), today=date(2023, 3, 1)) == 1
    assert store.count(Filter(statuses=("announced",)), today=date(2023, 3, 1)) == 0


def test_filters(store: Store) -> None:
    entry = tell(store)
    store.add(page("2023-06-01", engagement("announced", who="Hayashi//JP", host="KR", when="2023-07-01")))
    for wanted, expected in [
        (Filter(countries=("US", "CN")), 1),
        (Filter(countries=("US", "KR")), 0),
        (Filter(regions=("east-asia",)), 2),
        (Filter(regions=("east-asia", "north-america")), 1),
        (Filter(regions=("north-america",), countries=("CN",)), 1),
        (Filter(regions=("africa",)), 0),
        (Filter(regions=("nowhere",)), 0),
        (Filter(regions=("east-asia",), text="postponed"), 1),
        (Filter(people=("blinken",)), 1),
        (Filter(people=("XI",)), 1),
        (Filter(since=date(2023, 6, 19)), 2),
        (Filter(since=date(2023, 6, 20)), 1),
        (Filter(until=date(2023, 6, 20)), 1),
        (Filter(statuses=("held",)), 1),
        (Filter(kinds=("call",)), 0),
        (Filter(text="postponed"), 1),
        (Filter(text='"; DROP TABLE page; --'), 0),
        (Filter(people=("%",)), 2),
        (Filter(undated=True), 0),
    ]:
        assert len(store.entries(wanted, today=TODAY)) == expected, wanted
        assert store.count(wanted, today=TODAY) == expected, wanted
    assert entry


def test_entries_come_in_pages(store: Store) -> None:
    for day in range(1, 8):
        store.add(page("2023-06-01", engagement("announced", host="JP", who=f"P{day}o Q{day}{day}r//F{chr(64 + day)}",
                                                when=f"2023-07-0{day}" if day < 6 else None)))  # fmt: skip
    every = store.entries(today=TODAY)
    assert len(every) == 7
    some, after = [], None
    while batch := store.entries(today=TODAY, limit=2, after=after):
        some += batch
        last = batch[-1]
        after = (last.state.earliest.isoformat() if last.state.earliest else "~", last.id)
    assert [e.id for e in some] == [e.id for e in every]


def test_claims_lead_to_their_words(store: Store) -> None:
    entry = tell(store)
    claims = store.claims(entry)
    for claim in claims:
        found = store.page(claim.page)
        assert found is not None
        assert found.text[claim.start : claim.end] == claim.words
    assert {"status", "when", "participant", "kind", "host_country"} <= {c.field for c in claims}
    assert [c.described_as for c in claims if c.anonymous and c.field == "status"] == ["a US official"]


def test_statements_and_records_are_kept(store: Store) -> None:
    kirby = Speaker(name="John Kirby", country="US")
    record = page("2023-06-07", engagement("expected"), speakers=[kirby])
    added = store.add(record)
    assert store.record(added.page) == record
    assert [s.speaker for s in store.statements(country="US")] == [kirby]
    assert store.statements(country="FR") == []


def test_a_page_without_engagements_is_kept(store: Store) -> None:
    added = store.add(page("2023-06-07"))
    assert (added.is_new, added.entries) == (True, ())
    assert len(store.pages()) == 1


def test_an_identifier_that_leads_nowhere(store: Store) -> None:
    tell(store)
    assert store.entry("nothing") is None
    assert store.revisions("nothing") == ()
    assert store.pages(entry="nothing") == []


def test_the_calendar_opens_again(store: Store, address: str) -> None:
    entry = tell(store)
    before = store.revisions(entry)
    with open_calendar(address, create=False) as again:
        assert again.revisions(entry) == before


def test_eight_writers_lose_nothing(store: Store, address: str) -> None:
    days = [f"2023-{month:02}-{day:02}" for month in (3, 4) for day in range(1, 25)]
    records = [page(day, engagement("announced", when="2023-08-02"), site=f"{n}.example") for n, day in enumerate(days)]
    failures: list[Exception] = []

    def write(share: list) -> None:  # type: ignore[type-arg]
        try:
            with open_calendar(address) as mine:
                for record in share:
                    mine.add(record)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(records[n::8],)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    (entry,) = store.entries(today=date(2023, 5, 1))
    assert entry.pages == len(records)
    numbers = [r.number for r in store.revisions(entry.id)]
    assert numbers == list(range(len(numbers)))


WIRE = (
    "The foreign minister will travel to the capital of the neighbouring state next week, his office said on Tuesday. He "
    "is to meet the president and to speak about the border, about trade and about the return of prisoners of war."
)


def test_copies_count_once_by_outlet(store: Store) -> None:
    told = engagement("announced", when="2023-08-02")
    for n, text in enumerate((WIRE, WIRE + " More.", "By our staff. " + WIRE, "Another report altogether. " * 9)):
        store.add(page("2023-06-14", told, site=f"{n}.example", text=text))
    (entry,) = store.entries(today=date(2023, 6, 15))
    assert (entry.sources, entry.pages) == (2, 4)
    assert entry.outlets == ("0.example", "1.example", "2.example", "3.example")
    assert store.check() == []


def test_an_original_that_arrives_after_its_copies(store: Store) -> None:
    told = engagement("announced", when="2023-08-02")
    for day in ("2023-06-16", "2023-06-15", "2023-06-14"):
        store.add(page(day, told, site=f"{day}.example", text=WIRE))
    (entry,) = store.entries(today=date(2023, 6, 15))
    assert (entry.sources, entry.pages) == (1, 3)
    assert len({p.dispatch for p in store.pages()}) == 1
    assert store.check() == []
