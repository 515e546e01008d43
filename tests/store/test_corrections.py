"""What people put right holds, however often pages come again; parts, tours, odds, copies."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from ledger_pages import engagement, page
from legation.errors import UsageError
from legation.records import Correction, Page, Record
from legation.store import Store, open_calendar

TODAY = date(2023, 6, 1)
ONE = page("2023-06-01", engagement("announced", when="2023-06-18"))
TWO = page("2023-06-01", engagement("announced", who="Janet Yellen/treasury secretary/US", when="2023-06-18"), site="b")
THREE = page("2023-06-02", engagement("confirmed", when="2023-06-18"), site="c")


def fix(kind: str, report: str, other: str | None = None, **more: str) -> Correction:
    return Correction(
        kind=kind, report=report, other=other, person="E. Ditor", reason="seen myself", said_on=TODAY, **more
    )  # type: ignore[arg-type]


def test_merge_and_split(store: Store) -> None:
    first, second = store.add(ONE).created[0], store.add(TWO).created[0]
    store.correct(fix("merge", first, second))
    assert [e.id for e in store.entries(today=TODAY)] == [first]
    assert store.entry(second, today=TODAY).id == first  # type: ignore[union-attr]
    store.add(THREE)
    (entry,) = store.entries(today=TODAY)
    assert (entry.pages, entry.state.status) == (3, "confirmed")
    assert store.check() == []
    store.correct(fix("split", second, first))
    assert sorted(e.pages for e in store.entries(today=TODAY)) == [1, 2]
    assert store.entry(second, today=TODAY).id == second  # type: ignore[union-attr]
    assert [c.kind for c in store.corrections(first)] == ["merge", "split"]
    assert store.check() == []


def test_a_split_keeps_two_apart_that_matching_would_join(store: Store) -> None:
    first = store.add(ONE).created[0]
    added = store.add(THREE)
    assert added.entries == (first,)
    report = next(c.report for c in store.page_claims(added.page))
    store.correct(fix("split", report, first))
    assert len(store.entries(today=TODAY)) == 2
    store.add(page("2023-06-03", engagement("confirmed", when="2023-06-18"), site="d"))
    assert len(store.entries(today=TODAY)) == 2
    assert store.check() == []


def test_a_field_set_by_hand(store: Store) -> None:
    first = store.add(ONE).created[0]
    store.correct(fix("set", first, field="when", value="2023-06-25..2023-06-26"))
    store.add(THREE)
    entry = store.entry(first, today=TODAY)
    assert entry is not None
    assert (entry.state.earliest, entry.state.latest) == (date(2023, 6, 25), date(2023, 6, 26))
    assert "person:E. Ditor" in {c for r in store.revisions(first) for c in r.claims}
    assert store.check() == []


@pytest.mark.parametrize(
    "wrong",
    [
        fix("merge", "nothing", "nowhere"),
        fix("merge", "@", None),
        fix("set", "@", field="pages", value="7"),
        fix("set", "@", field="when", value="soon"),
        replace(fix("set", "@", field="place", value="Beijing"), reason=" "),
        fix("set", "@", field="status", value="maybe"),
        fix("set", "@", field="status", value=""),
        fix("set", "@", field="kind", value="party"),
        fix("set", "@", field="host_country", value="China"),
        fix("forget", "@"),
    ],
    ids=[
        "unknown", "one only", "no such field", "no date", "no reason", "no status", "an empty status", "no kind",
        "no country", "no correction",
    ],
)  # fmt: skip
def test_no_correction(store: Store, wrong: Correction) -> None:
    first = store.add(ONE).created[0]
    with pytest.raises(UsageError) as raised:
        store.correct(replace(wrong, report=first) if wrong.report == "@" else wrong)
    assert "\n" not in str(raised.value)
    assert store.corrections() == ()


def test_a_meeting_inside_a_visit_and_the_legs_of_a_tour(store: Store) -> None:
    visit = store.add(page("2023-06-19", engagement("held", when="2023-06-18..2023-06-19"))).created[0]
    inside = engagement("held", kind="meeting", whom="Xi Jinping/president/CN", when="2023-06-19")
    meeting = store.add(page("2023-06-19", inside, site="b")).created[0]
    leg = store.add(page("2023-06-21", engagement("held", host="GB", when="2023-06-20..2023-06-21"))).created[0]
    later = store.add(page("2023-09-21", engagement("held", host="FR", when="2023-09-20"))).created[0]
    found = {e: store.entry(e, today=TODAY) for e in (visit, meeting, leg, later)}
    assert found[meeting].part_of == visit  # type: ignore[union-attr]
    assert found[visit].parts == (meeting,)  # type: ignore[union-attr]
    assert found[visit].legs == found[leg].legs == (visit, leg)  # type: ignore[union-attr]
    assert found[later].tour is None  # type: ignore[union-attr]


def many(held: int, cancelled: int) -> list[Record]:
    records = []
    for n in range(held + cancelled):
        day = date(2020, 1, 1) + timedelta(days=20 * n)
        who = f"{'ABCDEFGHIJ'[n % 10]}o {'KLMNOPQRSTUVWXYZ'[n % 16]}ur//{'ABCDEFGHIJ'[n % 10]}{'KLMNOPQRSTUVWXYZ'[n % 16]}"
        end = "held" if n < held else "cancelled"
        when = (day + timedelta(days=20)).isoformat()
        records.append(page(day.isoformat(), engagement("announced", who=who, host="JP", when=when)))
        after = day + timedelta(days=20 if end == "held" else 10)
        records.append(page(after.isoformat(), engagement(end, who=who, host="JP", when=when)))
    return records


def test_odds_count_cases_and_abstain_below_twenty(store: Store) -> None:
    store.add_all(many(18, 6))
    new = page("2023-05-30", engagement("announced", who="Zed Yo//ZY", host="JP", when="2023-06-18"))
    entry = store.add(new).created[0]
    odds = store.odds(entry, today=TODAY)
    assert odds is not None
    assert (odds.cases, odds.held, odds.median_days) == (24, 18, 20)
    assert odds.low is not None
    assert odds.low < 0.75 < odds.high  # type: ignore[operator]
    floated = store.add(page("2023-05-30", engagement("proposed", who="Zed Xu//ZX", host="JP"))).created[0]
    abstained = store.odds(floated, today=TODAY)
    assert abstained is not None
    assert abstained.share is None
    assert "20" in (abstained.reason or "")


def test_read_again_shows_first_and_keeps_identifiers(store: Store) -> None:
    first = store.add(ONE, datetime(2023, 6, 1, tzinfo=UTC))
    store.add(THREE, datetime(2023, 6, 2, tzinfo=UTC))

    def reader(given: Page) -> Record:
        told = engagement("expected", when="2023-06-19", host="CN")
        return replace(ONE, engagements=(told,), article=replace(ONE.article, text=given.text or ""))

    shown = store.reread(first.page, reader)
    assert (shown.is_changed, shown.before, shown.after) == (True, 1, 1)
    assert store.record(first.page) == ONE
    store.reread(first.page, reader, apply=True)
    assert [e.id for e in store.entries(today=TODAY)] == list(first.created)
    assert [r.state.status for r in store.revisions(first.created[0])] == ["expected", "confirmed"]
    assert store.check() == []
    assert not store.reread(first.page, reader, apply=True).is_changed


def test_read_again_and_nothing_is_left(store: Store) -> None:
    first = store.add(ONE)
    store.add(THREE)
    store.reread(first.page, lambda _: replace(ONE, engagements=()), apply=True)
    (entry,) = store.entries(today=TODAY)
    assert (entry.pages, entry.state.status) == (1, "confirmed")
    assert store.entry(first.created[0], today=TODAY) == store.entry(entry.id, today=TODAY)
    assert store.check() == []


def test_what_no_page_tells_of_any_more_is_not_shown(store: Store) -> None:
    first = store.add(ONE)
    store.reread(first.page, lambda _: replace(ONE, engagements=()), apply=True)
    assert store.entries(today=TODAY) == []
    assert store.count(today=TODAY) == 0
    assert store.check() == []
    store.reread(first.page, lambda _: ONE, apply=True)
    assert [(e.id, e.pages) for e in store.entries(today=TODAY)] == [(first.created[0], 1)]
    assert store.check() == []


def test_backup_and_compact(tmp_path: Path) -> None:
    with open_calendar(str(tmp_path / "c.sqlite")) as store:
        store.add(ONE)
        store.backup(tmp_path / "copy.sqlite")
        store.add(THREE)
        store.compact()
        assert len(store.pages()) == 2
        assert store.check() == []
    with open_calendar(str(tmp_path / "copy.sqlite"), create=False) as copy:
        assert len(copy.pages()) == 1
        assert copy.check() == []


def test_a_backup_is_of_one_moment_while_others_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legation.store._care._COPIED", 3)
    steps: list[tuple[int, int]] = []
    with open_calendar(str(tmp_path / "c.sqlite")) as store, open_calendar(str(tmp_path / "c.sqlite")) as other:
        store.add(ONE)

        def told(done: int, total: int) -> None:
            if len(steps) in (1, 3):
                other.add((TWO, THREE)[len(steps) // 2])
            steps.append((done, total))

        store.backup(tmp_path / "copy.sqlite", told)
        assert len(store.pages()) == 3
    assert len(steps) > 4
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1][0] == steps[-1][1]
    with open_calendar(str(tmp_path / "copy.sqlite"), create=False) as copy:
        assert len(copy.pages()) == 1
        assert copy.check() == []


def test_check_and_odds_say_how_far_they_are(store: Store) -> None:
    first = store.add(ONE).created[0]
    store.add(TWO)
    steps: list[tuple[int, int]] = []
    store.check(lambda done, total: steps.append((done, total)))
    assert steps == [(2, 4), (4, 4)]
    steps.clear()
    store.odds(first, today=TODAY, told=lambda done, total: steps.append((done, total)))
    assert steps == [(0, 1)]
