"""Pages, copies and corrections put into two calendars in different orders: the same ledger, sources included."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from calendars import history
from ledger_pages import engagement, page
from legation.errors import UsageError
from legation.ledger.reports import page_id, reports_of
from legation.records import Correction, Record
from legation.rules.ledger import ledger_rules
from legation.store import open_calendar
from world import World

LEARNED = datetime(2030, 1, 1, tzinfo=UTC)


def ledger(path: Path, records: list[Record]) -> tuple[list[Any], set[str]]:
    with open_calendar(str(path)) as store:
        store.add_all(records, LEARNED)
        found = [
            (tuple((r.said_on, r.state) for r in store.revisions(e.id)), e.sources, e.pages, e.outlets)
            for e in store.entries()
        ]
        assert store.check() == []
        return sorted(found, key=repr), {page.dispatch for page in store.pages()}


@pytest.mark.parametrize("seed", [1, 2])
def test_any_order_gives_the_same_ledger(tmp_path: Path, seed: int) -> None:
    records = [told.record for told in World(seed, 6, pages_each=14, per_day=2).pages()]
    shuffled = list(records)
    random.Random(seed).shuffle(shuffled)
    assert ledger(tmp_path / "one.sqlite", records) == ledger(tmp_path / "other.sqlite", shuffled)


WHO = ("Antony Blinken/secretary of state/US", "Blinken//US", "/secretary of state/US", "Janet Yellen//US")
WHEN = (None, "2023-06", "2023-06-18", "2023-06-19", "2023-07-02", "2023-07")
STATUSES = ("expected", "announced", "held", "postponed", "rescheduled", "cancelled")
TELLINGS = st.builds(
    lambda status, who, when, past, host: engagement(status, who=who, when=when, past=past, host=host),
    st.sampled_from(STATUSES), st.sampled_from(WHO), st.sampled_from(WHEN),
    st.sampled_from(((), (("postponed", "2023-06"),))), st.sampled_from(("CN", "CN", "JP")),
)  # fmt: skip
# Neighbours share most of their words, so they are copies; those further apart are not, unless one between them comes.
WORDS = [f"word{n}" for n in range(120)]
TEXTS = [" ".join(["Text", *WORDS[15 * n : 15 * n + 60]]) for n in range(5)]
PAGES = st.builds(
    lambda day, site, text, told: page(day.isoformat(), *told, site=site, text=text),
    st.dates(date(2023, 6, 1), date(2023, 6, 25)), st.sampled_from(("a.example", "b.example", "c.example")),
    st.sampled_from((None, *TEXTS)), st.lists(TELLINGS, min_size=1, max_size=2),
)  # fmt: skip
FIXES = st.lists(
    st.tuples(st.sampled_from(("merge", "split", "set")), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99)),
    max_size=4,
)
SET = (("when", "2023-06-25"), ("status", "held"), ("place", "Beijing"), ("host_country", "JP"))
Step = Record | Correction
FEW = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture],
    # Shrinking two whole calendars would take many minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)  # fmt: skip


def corrections(records: list[Record], drawn: Sequence[tuple[str, int, int, int]]) -> list[tuple[set[int], Correction]]:
    """What people say of reports of these pages, with the pages that must be there before."""
    made = []
    for kind, *numbers in drawn:
        one, other = (n % len(records) for n in numbers[:2])
        field, value = SET[numbers[2] % len(SET)] if kind == "set" else (None, None)
        left, right = (
            reports_of(records[n], page=page_id(records[n]), learned=LEARNED.date(), rules=ledger_rules())[0].id
            for n in (one, other)
        )
        about = Correction(kind=kind, report=left, other=None if kind == "set" else right, field=field, value=value,
                           person="E. Ditor", reason="seen myself", said_on=date(2023, 6, 20))  # type: ignore[arg-type]  # fmt: skip
        made.append(({one} if kind == "set" else {one, other}, about))
    return made


def kept(path: Path, steps: Sequence[Step]) -> list[str]:
    path.unlink(missing_ok=True)
    with open_calendar(str(path)) as store:
        for step in steps:
            if isinstance(step, Record):
                store.add(step, LEARNED)
            else:
                with suppress(UsageError):  # a page and itself, or a report that names nobody
                    store.correct(step, LEARNED)
        assert store.check() == []
        return history(store)


@FEW
@given(st.lists(PAGES, min_size=2, max_size=7, unique_by=page_id), FIXES, st.randoms(use_true_random=False))
def test_corrections_in_between_hold_in_any_order(tmp_path: Path, records, drawn, chance) -> None:  # type: ignore[no-untyped-def]
    """Corrections are made one after another; when, among the pages, does not matter."""
    waiting = corrections(records, drawn)
    last: list[Step] = [*records, *(about for _, about in waiting)]
    order = list(range(len(records)))
    chance.shuffle(order)
    mixed: list[Step] = []
    for place, number in enumerate(order):
        mixed.append(records[number])
        while waiting and waiting[0][0] <= set(order[: place + 1]) and chance.random() < 0.7:
            mixed.append(waiting.pop(0)[1])
    mixed += [about for _, about in waiting]
    assert kept(tmp_path / "one.sqlite", last) == kept(tmp_path / "other.sqlite", mixed)


@FEW
@given(
    st.lists(
        st.tuples(st.dates(date(2023, 6, 1), date(2023, 6, 25)), st.lists(TELLINGS, max_size=2), st.lists(TELLINGS, max_size=2)),
        min_size=1, max_size=6, unique_by=lambda told: told[0],
    ),
    st.randoms(use_true_random=False),
)  # fmt: skip
def test_what_is_read_again_is_as_if_it_had_always_been_read_so(tmp_path: Path, told, chance) -> None:  # type: ignore[no-untyped-def]
    before, after = (
        [page(str(day), *found[now], text=f"Text of {day}") for day, *found in told] for now in (0, 1)
    )  # fmt: skip
    by_address = {record.article.url: record for record in after}
    path = tmp_path / "one.sqlite"
    path.unlink(missing_ok=True)
    with open_calendar(str(path)) as store:
        store.add_all(before, LEARNED)
        pages = store.pages_read_with(None)
        chance.shuffle(pages)
        for name in pages:
            store.reread(name, lambda given: by_address[given.url], apply=True, learned=LEARNED)
        assert store.check() == []
        assert history(store) == kept(tmp_path / "other.sqlite", after)


TRIPS = st.one_of(
    st.builds(
        lambda status, host, when, past: engagement(status, host=host, when=when, past=past),
        st.sampled_from(("announced", "held", "rescheduled", "cancelled")), st.sampled_from(("CN", "JP", "KR")),
        st.sampled_from(("2023-06-15..2023-06-16", "2023-06-18..2023-06-19", "2023-06-20..2023-06-21", "2023-07-02..2023-07-03")),
        st.sampled_from(((), (("announced", "2023-06-18..2023-06-19"),))),
    ),
    st.builds(
        lambda status, other, host, when: engagement(
            status, kind="meeting", whom=other, host=host, when=when
        ),
        st.sampled_from(("announced", "held", "cancelled")), st.sampled_from(("Qin Gang//CN", "Mao Ning//CN")),
        st.sampled_from(("CN", None)), st.sampled_from(("2023-06-16", "2023-06-18", "2023-07-02")),
    ),
)  # fmt: skip


def links(path: Path, records: Sequence[Record]) -> list[str]:
    """Every engagement's state with that of the visit it is part of and those of its tour, under no names."""
    path.unlink(missing_ok=True)
    with open_calendar(str(path)) as store:
        for record in records:
            store.add(record, LEARNED)
        entries = {e.id: e for e in store.entries()}
        state = {name: repr(store.revisions(name)[-1].state) for name in entries}
        return sorted(
            repr((
                state[e.id],
                state[e.part_of] if e.part_of else None,
                state[e.tour] if e.tour else None,
                sorted(state[o.id] for o in entries.values() if e.tour and o.tour == e.tour),
            ))
            for e in entries.values()
        )  # fmt: skip


@settings(FEW, max_examples=25)
@given(
    st.lists(
        st.builds(lambda day, told: page(day.isoformat(), *told), st.dates(date(2023, 6, 1), date(2023, 6, 25)),
                  st.lists(TRIPS, min_size=1, max_size=2)),
        min_size=2, max_size=7, unique_by=page_id,
    ),
    st.randoms(use_true_random=False),
)  # fmt: skip
def test_parts_and_tours_are_the_same_in_any_order(tmp_path: Path, records, chance) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(records)
    chance.shuffle(shuffled)
    assert links(tmp_path / "one.sqlite", records) == links(tmp_path / "other.sqlite", shuffled)
