"""What people put right about names joins and parts engagements, whenever among the pages it was said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from calendars import everything, history
from ledger_pages import engagement, page
from legation.ledger.reports import page_id
from legation.records import NameCorrection, Record
from legation.store import Store, open_calendar

LEARNED = datetime(2030, 1, 1, tzinfo=UTC)


def put_right(kind: str, one: str, other: str) -> NameCorrection:
    return NameCorrection(kind=kind, one=one, other=other, person="Kari", reason="asked", said_on=date(2023, 6, 20))  # type: ignore[arg-type]


def visit(who: str, day: str = "2023-06-10", *, site: str = "a.example", **more: object) -> Record:
    return page(day, engagement("announced", who=who, when="2023-06-25", **more), site=site)  # type: ignore[arg-type]


def names(store: Store) -> list[list[str | None]]:
    found = store.entries(today=date(2023, 7, 1))
    return sorted([w.name for w in e.state.participants] for e in found)


KUNYA, OWN = "Abu Mazen/president/PS", "Mahmoud Abbas/president/PS"


@pytest.mark.parametrize("corrected_first", [True, False])
def test_two_names_of_one_person_are_one_engagement(store: Store, corrected_first: bool) -> None:
    pages = [visit(KUNYA), visit(OWN, site="b.example")]
    if not corrected_first:
        store.add_all(pages, LEARNED)
        assert len(store.entries(today=date(2023, 7, 1))) == 2
    changed = store.correct_name(put_right("same", "Abu Mazen", "Mahmoud Abbas"), LEARNED)
    assert bool(changed) is not corrected_first
    if corrected_first:
        store.add_all(pages, LEARNED)
    assert names(store) == [["Mahmoud Abbas"]]
    assert store.check() == []
    store.correct_name(put_right("open", "Mahmoud Abbas", "abu mazen"), LEARNED)
    assert names(store) == [["Abu Mazen"], ["Mahmoud Abbas"]]
    assert store.check() == []


def test_a_surname_joins_what_the_other_name_founded(store: Store) -> None:
    store.correct_name(put_right("same", "Abu Mazen", "Mahmoud Abbas"), LEARNED)
    store.add_all([visit(KUNYA), visit("Abbas//PS", "2023-06-11")], LEARNED)
    assert len(store.entries(today=date(2023, 7, 1))) == 1


def test_names_joined_by_way_of_a_third_are_one(store: Store) -> None:
    store.add_all([visit("Abu Ala//PS"), visit("Ahmed Qurei//PS", site="b.example")], LEARNED)
    store.correct_name(put_right("same", "Abu Ala", "Ahmad Korei"), LEARNED)
    store.correct_name(put_right("same", "Ahmad Korei", "Ahmed Qurei"), LEARNED)
    assert len(store.entries(today=date(2023, 7, 1))) == 1
    assert store.check() == []


def test_two_people_whose_names_agree_are_parted(store: Store) -> None:
    store.add_all([visit("George Bush//US"), visit("George W. Bush//US", site="b.example")], LEARNED)
    assert len(names(store)) == 1
    store.correct_name(put_right("apart", "George Bush", "George W. Bush"), LEARNED)
    assert names(store) == [["George Bush"], ["George W. Bush"]]
    assert store.check() == []
    store.correct_name(put_right("same", "George Bush", "George W. Bush"), LEARNED)
    assert names(store) == [["George W. Bush"]]


def test_nobody_else_of_the_surname_is_joined(store: Store) -> None:
    others = [visit("Nawaz Sharif//PK"), visit("Shehbaz Sharif//PK", site="b.example"), visit("Mian Sahib//PK", site="c")]
    store.add_all(others, LEARNED)
    store.correct_name(put_right("same", "Mian Sahib", "Nawaz Sharif"), LEARNED)
    assert names(store) == [["Nawaz Sharif"], ["Shehbaz Sharif"]]


def test_a_host_under_two_names_is_one_participant(store: Store) -> None:
    store.add_all([visit("Ida Oe//NO", whom=KUNYA, host="PS"), visit("Ida Oe//NO", whom=OWN, host="PS", site="b")], LEARNED)
    assert [len(n) for n in names(store)] == [3]
    store.correct_name(put_right("same", "Abu Mazen", "Mahmoud Abbas"), LEARNED)
    assert [len(n) for n in names(store)] == [2]
    assert store.check() == []


def test_legs_of_a_tour_under_two_names_are_linked(store: Store) -> None:
    legs = [page("2023-06-26", engagement("held", who=KUNYA, host="FR", when="2023-06-20")),
            page("2023-06-27", engagement("held", who=OWN, host="DE", when="2023-06-21"))]  # fmt: skip
    store.add_all(legs, LEARNED)
    for kind, linked in (("same", 2), ("open", 0)):
        store.correct_name(put_right(kind, "Abu Mazen", "Mahmoud Abbas"), LEARNED)
        assert sum(e.tour is not None for e in store.entries(today=date(2023, 7, 1))) == linked


def test_what_was_rolled_back_joins_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr("legation.store.calendar.match_anew", breaks)
        with pytest.raises(RuntimeError):
            store.correct_name(put_right("same", "Abu Mazen", "Mahmoud Abbas"), LEARNED)
    store.correct_name(put_right("same", "Ida Oe", "Mia Aas"), LEARNED)
    store.add_all([visit(KUNYA), visit(OWN, site="b.example")], LEARNED)
    assert len(names(store)) == 2


def test_another_who_has_the_calendar_open_goes_by_it_too(address: str) -> None:
    with open_calendar(address) as one, open_calendar(address) as other:
        other.add(visit(KUNYA), LEARNED)
        one.correct_name(put_right("same", "Abu Mazen", "Mahmoud Abbas"), LEARNED)
        other.add(visit(OWN, site="b.example"), LEARNED)
        assert names(one) == [["Mahmoud Abbas"]]
        one.correct_name(put_right("apart", "Abu Mazen", "Mahmoud Abbas"), LEARNED)
        other.add(visit(KUNYA, "2023-06-12", site="c.example"), LEARNED)
        assert names(other) == [["Abu Mazen"], ["Mahmoud Abbas"]]
        assert other.check() == []


# -- in any order ------------------------------------------------------------------------------------------------------

WRITTEN = ("Mia Aas", "M. Aas", "Aas", "Ida Oe", "Oe", "Mia Oe", "Kari Li")
WHO = st.sampled_from([*(f"{name}//NO" for name in WRITTEN), "/foreign minister/NO", "Mia Aas//SE"])
TELLINGS = st.one_of(
    st.builds(
        lambda status, who, when, host, whom: engagement(status, who=who, whom=whom, when=when, host=host),
        st.sampled_from(("announced", "held", "postponed", "cancelled")), WHO,
        st.sampled_from((None, "2023-06", "2023-06-18", "2023-06-19", "2023-07-02")), st.sampled_from(("CN", "CN", "JP")),
        st.sampled_from((None, None, "Wang Yi//CN", "Oe//CN")),
    ),
    st.builds(
        lambda status, who, when: engagement(status, kind="meeting", who=who, whom="Wang Yi//CN", when=when, host=None),
        st.sampled_from(("announced", "held")), WHO, st.sampled_from((None, "2023-06-18", "2023-06-19")),
    ),
)  # fmt: skip
PAGES = st.builds(
    lambda day, site, told: page(day.isoformat(), *told, site=site),
    st.dates(date(2023, 6, 10), date(2023, 6, 25)), st.sampled_from(("a.example", "b.example")),
    st.lists(TELLINGS, min_size=1, max_size=2),
)  # fmt: skip
CORRECTIONS = st.lists(
    st.builds(put_right, st.sampled_from(("same", "same", "apart", "open")), st.sampled_from(WRITTEN), st.sampled_from(WRITTEN))
    .filter(lambda c: c.one != c.other),
    min_size=1, max_size=4,
)  # fmt: skip


def kept(path: Path, steps: Sequence[Record | NameCorrection]) -> tuple[list[str], dict[str, list[str]]]:
    path.unlink(missing_ok=True)
    with open_calendar(str(path)) as store:
        for step in steps:
            if isinstance(step, Record):
                store.add(step, LEARNED)
            else:
                store.correct_name(step, LEARNED)
        assert store.check() == []
        tables = everything(store, in_any_order=True)
        return history(store), {name: tables[name] for name in ("report_key", "cluster_key", "entry", "entry_name")}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)  # fmt: skip
@given(st.lists(PAGES, min_size=2, max_size=7, unique_by=page_id), CORRECTIONS, st.randoms(use_true_random=False))
def test_corrections_of_names_hold_in_any_order(tmp_path: Path, records, corrections, chance) -> None:  # type: ignore[no-untyped-def]
    """Corrections are made one after another; when, among the pages, does not matter, nor in which order pages come."""
    order, waiting = list(records), list(corrections)
    chance.shuffle(order)
    mixed: list[Record | NameCorrection] = []
    for record in order:
        while waiting and chance.random() < 0.5:
            mixed.append(waiting.pop(0))
        mixed.append(record)
    expected = kept(tmp_path / "one.sqlite", [*records, *corrections])
    assert expected == kept(tmp_path / "two.sqlite", [*mixed, *waiting])
    assert expected == kept(tmp_path / "three.sqlite", [*corrections, *order])


def met(who: str, day: str, when: str, status: str = "announced") -> Record:
    return page(day, engagement(status, kind="meeting", who=who, whom="Wang Yi//CN", when=when, host=None), site="b.example")


@pytest.mark.parametrize(
    ("pages", "corrections"),
    [
        # the engagement shows "Aas", and a later correction is about its other name
        (
            [met("Oe//NO", "2023-06-23", "2023-06-19"), met("Aas//NO", "2023-06-25", "2023-06-19", "held")],
            [put_right("same", "Mia Oe", "Aas"), put_right("same", "Oe", "Kari Li")],
        ),
        # a part whose people have another last word than those of the visit
        (
            [
                met("Mia Oe//NO", "2023-06-19", "2023-06-18"),
                page("2023-06-25", engagement("held", who="Mia Aas//SE", when="2023-06-19", host="CN"), site="b.example"),
            ],
            [put_right("same", "Aas", "Mia Oe")],
        ),
    ],
    ids=["a name not shown", "a part"],
)
def test_corrections_reach_what_shows_another_name(
    tmp_path: Path, pages: list[Record], corrections: list[NameCorrection]
) -> None:
    after = kept(tmp_path / "one.sqlite", [*pages, *corrections])
    assert after == kept(tmp_path / "two.sqlite", [*corrections, *reversed(pages)])
    assert after == kept(tmp_path / "three.sqlite", [pages[-1], *corrections, *pages[:-1]])
