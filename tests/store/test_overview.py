"""What a desk asks of a whole calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import desk_calendar as story
from legation.records import Filter
from legation.store import Store, overview

TODAY = story.TODAY.date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with story.filled(tmp_path / "calendar.sqlite") as opened:
        yield opened


def test_the_version_differs_after_every_page(tmp_path: Path) -> None:
    with story.filled(tmp_path / "calendar.sqlite", story.announced()) as store:
        tags = [overview.version(store).tag]
        for record in (story.postponed(), story.denied(), story.summit()):
            store.add(record)
            tags.append(overview.version(store).tag)
        store.add(story.summit())
        assert len(set(tags)) == 4
        assert overview.version(store).tag == tags[-1]


def test_changes_are_told_newest_first_and_continued(store: Store) -> None:
    whole = overview.changes(store, today=TODAY)
    assert [r.learned for r in whole] == sorted((r.learned for r in whole), reverse=True)
    assert len(whole) == sum(len(store.revisions(e.id)) for e in store.entries())
    first = overview.changes(store, today=TODAY, limit=3)
    last = first[-1]
    rest = overview.changes(store, today=TODAY, before=(last.learned, last.entry, last.number))
    assert [*first, *rest] == whole


CHANGES = [
    (Filter(countries=("NZ",)), 3),
    (Filter(countries=("IS",)), 0),
    (Filter(statuses=("unverified",)), 1),
    (Filter(text="floods"), 3),
]


@pytest.mark.parametrize(("wanted", "count"), CHANGES)
def test_changes_of_a_filter(store: Store, wanted: Filter, count: int) -> None:
    assert len(overview.changes(store, wanted, today=TODAY)) == count


def test_changes_since_a_moment(store: Store) -> None:
    since = datetime(2031, 5, 11, 18, 5, tzinfo=UTC)
    assert {r.learned.minute for r in overview.changes(store, today=TODAY, since=since)} == {6, 7}


def test_the_newest_pages_are_those_of_each_engagement(store: Store) -> None:
    names = [e.id for e in store.entries()]
    asked = overview.newest_pages(store, names, most=2)
    assert asked == store.pages_of(names, most=2)
    assert max(len(pages) for pages in asked.values()) == 2
    assert overview.newest_pages(store, ["nothing"], most=2) == {"nothing": []}


def test_sides_statements_claims_and_outlets(store: Store) -> None:
    assert overview.sides(store)["NZ"] == 1
    named = [e.id for e in store.entries()]
    assert [s.speaker.name for s in overview.statements_between(store, "NZ", "UZ", entries=named)] == ["Hana Ito"]
    assert overview.statements_between(store, "NZ", "JP", entries=[]) == []
    entry = next(iter(store.entries(Filter(countries=("NZ",)))))
    revision = store.revisions(entry.id)[0]
    claims = overview.claims_named(store, [*revision.claims, "nothing"])
    assert set(claims) == set(revision.claims)
    page = next(iter(claims.values())).page
    assert overview.outlets(store, [page, "nothing"])[page].site == "Harbour Post"


def test_entries_named_are_the_entries(store: Store) -> None:
    whole = {e.id: e for e in store.entries(today=TODAY)}
    assert overview.entries_named(store, [*whole, "nothing"], today=TODAY) == whole
