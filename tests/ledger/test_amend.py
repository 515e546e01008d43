"""Which reports are of one engagement; the same whatever order they arrive in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger_pages import engagement, page
from legation.ledger.amend import amend
from legation.ledger.history import replay
from legation.ledger.reports import page_id, reports_of
from legation.ledger.shelf import MemoryShelf
from legation.records import Record, Speaker, State
from legation.rules.ledger import ledger_rules

RULES = ledger_rules()
LATER = date(2030, 1, 1)
US = Speaker(name="Vedant Patel", office="spokesman", country="US")


def read_in(records: list[Record]) -> MemoryShelf:
    shelf = MemoryShelf(RULES)
    for record in records:
        reports = reports_of(record, page=page_id(record), learned=LATER, rules=RULES)
        new = [r for r in reports if r.id not in shelf.reports]
        amendment = amend(shelf, new, RULES)
        shelf.settle(amendment.roots, [r for r in new if r.id in amendment.placed])
    return shelf


def histories(shelf: MemoryShelf) -> list[tuple[tuple[date, State], ...]]:
    """Every engagement's history, without regard to identifiers."""
    groups = [group for group in shelf.groups.values() if group]
    found = [tuple((r.said_on, r.state) for r in replay(group, entry="", rules=RULES)) for group in groups]
    return sorted(found, key=repr)


def statuses(shelf: MemoryShelf) -> list[list[str]]:
    return sorted([state.status for _, state in history] for history in histories(shelf))


YELLEN = "Janet Yellen/treasury secretary/US"
ONE_OR_MORE = [
    ("two wordings of one visit", 1, [
        page("2023-06-07", engagement("expected", when="2023-06-07..2023-07-19")),
        page("2023-06-14", engagement("announced", who="Blinken//US", when="2023-06-18..2023-06-19")),
    ]),
    ("one by name, one by office", 1, [
        page("2023-06-07", engagement("expected", when="2023-06")),
        page("2023-06-08", engagement("expected", who="/US Secretary of State/US", when="2023-06-18")),
    ]),
    ("postponed, then a new date four months later", 1, [
        page("2023-01-17", engagement("announced", when="2023-02-05")),
        page("2023-02-03", engagement("postponed")),
        page("2023-06-14", engagement("announced", when="2023-06-18")),
    ]),
    ("rescheduled", 1, [
        page("2023-06-01", engagement("announced", when="2023-06-18")),
        page("2023-06-10", engagement("rescheduled", when="2023-08-02")),
        page("2023-08-02", engagement("held", when="2023-08-02")),
    ]),
    ("the trip postponed in February, told by what it was", 1, [
        page("2023-01-17", engagement("announced", when="2023-02-05")),
        page("2023-06-14", engagement("announced", when="2023-06-18", past=[("postponed", "2023-02")])),
    ]),
    ("put off in February; then told of as next month's, as the one put off, and with its day", 1, [
        page("2023-01-17", engagement("announced", when="2023-02-05")),
        page("2023-02-03", engagement("postponed")),
        page("2023-05-20", engagement("expected", who="Blinken//US", when="2023-06")),
        page("2023-06-07", engagement("expected", who="/secretary of state/US", past=[("postponed", "2023-02")])),
        page("2023-06-14", engagement("announced", when="2023-06-18")),
    ]),
    ("the same three, and no page of February", 1, [
        page("2023-05-20", engagement("expected", who="Blinken//US", when="2023-06")),
        page("2023-06-07", engagement("expected", who="/secretary of state/US", past=[("postponed", "2023-02")])),
        page("2023-06-14", engagement("announced", when="2023-06-18")),
    ]),
    ("put off twice, and held", 1, [
        page("2023-01-17", engagement("announced", when="2023-02-05")),
        page("2023-02-03", engagement("postponed")),
        page("2023-03-01", engagement("announced", when="2023-03-20")),
        page("2023-03-18", engagement("postponed", when="2023-03-20")),
        page("2023-06-01", engagement("announced", when="2023-06-18", past=[("postponed", "2023-03")])),
        page("2023-06-19", engagement("held", when="2023-06-18..2023-06-19")),
    ]),
    ("called off, and back on the next day", 1, [
        page("2023-01-17", engagement("announced", when="2023-02-05")),
        page("2023-02-03", engagement("cancelled")),
        page("2023-02-04", engagement("confirmed", when="2023-02-05")),
    ]),
    ("called off, and another one half a year later", 2, [
        page("2023-01-17", engagement("announced", when="2023-02-05")),
        page("2023-02-03", engagement("cancelled")),
        page("2023-09-01", engagement("announced", when="2023-09-20")),
    ]),
    ("one put off for good, another a year and a half later", 2, [
        page("2023-02-03", engagement("postponed", when="2023-02-05")),
        page("2024-09-14", engagement("announced", when="2024-09-18")),
    ]),
    ("one in spring and one in autumn, planned side by side", 2, [
        page("2023-01-10", engagement("announced", when="2023-03")),
        page("2023-01-12", engagement("expected", when="2023-10")),
        page("2023-02-20", engagement("confirmed", when="2023-03-14")),
        page("2023-03-14", engagement("held", when="2023-03-14")),
        page("2023-09-20", engagement("announced", when="2023-10-17")),
        page("2023-10-18", engagement("held", when="2023-10-17..2023-10-18")),
    ]),
    ("two visits by the same person, months apart", 2, [
        page("2023-06-19", engagement("held", when="2023-06-18..2023-06-19")),
        page("2024-04-20", engagement("announced", when="2024-04-24..2024-04-26")),
    ]),
    ("two visits planned at once", 2, [
        page("2023-06-01", engagement("announced", when="2023-06-18")),
        page("2023-06-01", engagement("announced", when="2023-10-03"), text="Another page"),
    ]),
    ("moved by a week without a word", 1, [
        page("2023-06-01", engagement("announced", when="2023-06-18")),
        page("2023-06-08", engagement("announced", when="2023-06-27")),
    ]),
    ("a month further off, and no word of a move", 2, [
        page("2023-06-01", engagement("announced", when="2023-06-18")),
        page("2023-06-08", engagement("announced", when="2023-07-18")),
    ]),
    ("a month further off, in the same city", 1, [
        page("2023-06-01", engagement("announced", when="2023-06-18", place="Beijing")),
        page("2023-06-08", engagement("announced", when="2023-07-18", place="Beijing")),
    ]),
    ("a month further off, looking back on the old date", 1, [
        page("2023-06-01", engagement("announced", when="2023-06-18")),
        page("2023-06-08", engagement("announced", when="2023-07-18", past=[("announced", "2023-06-18")])),
    ]),
    ("two cities of one visit", 1, [
        page("2023-06-01", engagement("announced", when="2023-06-18..2023-06-21", place="Beijing")),
        page("2023-06-02", engagement("announced", when="2023-06-20", place="Shanghai")),
    ]),
    ("another city a week later", 2, [
        page("2023-06-01", engagement("announced", when="2023-06-18", place="Beijing")),
        page("2023-06-02", engagement("announced", when="2023-06-27", place="Shanghai")),
    ]),
    ("another minister the same week", 2, [
        page("2023-06-01", engagement("announced", when="2023-06-18")),
        page("2023-06-01", engagement("announced", who=YELLEN, when="2023-06-18")),
    ]),
    ("another host", 2, [
        page("2023-06-01", engagement("announced", when="2023-06-18")),
        page("2023-06-01", engagement("announced", host="JP", when="2023-06-18")),
    ]),
    ("a call is no visit", 2, [
        page("2023-06-01", engagement("announced", when="2023-06-18")),
        page("2023-06-01", engagement("announced", kind="call", whom="Qin Gang/foreign minister/CN", when="2023-06-18")),
    ]),
    ("talks and a meeting are one", 1, [
        page("2023-06-01", engagement("announced", kind="talks", whom="Qin Gang//CN", when="2023-06-18")),
        page("2023-06-02", engagement("announced", kind="meeting", whom="Qin Gang//CN", when="2023-06-18")),
    ]),
    ("other parties at the same place", 2, [
        page("2023-06-01", engagement("announced", kind="meeting", whom="Qin Gang//CN", when="2023-06-18")),
        page("2023-06-01", engagement("announced", kind="meeting", whom="Hayashi//JP", host="CN", when="2023-06-18")),
    ]),
    ("transliterations", 1, [
        page("2023-06-01", engagement("announced", who="Volodymyr Zelensky/president/UA", host="PL", when="2023-06-18")),
        page("2023-06-02", engagement("announced", who="Zelenskyy//UA", host="PL", when="2023-06-18")),
    ]),
    ("the same page tells of two", 2, [
        page("2023-06-01", engagement("announced", when="2023-06-18"), engagement("held", when="2023-05-20")),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("about", "expected", "records"), ONE_OR_MORE, ids=[case[0] for case in ONE_OR_MORE])
def test_reports_of_one_engagement_meet(about: str, expected: int, records: list[Record]) -> None:
    assert len([g for g in read_in(records).groups.values() if g]) == expected


@pytest.mark.parametrize(("about", "expected", "records"), ONE_OR_MORE, ids=[case[0] for case in ONE_OR_MORE])
def test_the_other_way_round(about: str, expected: int, records: list[Record]) -> None:
    assert histories(read_in(records[::-1])) == histories(read_in(records))


def test_an_engagement_of_nobody_is_not_kept() -> None:
    assert not read_in([page("2023-06-01", engagement("announced", who="", host="CN"))]).reports


WHO = ("Antony Blinken/secretary of state/US", "Blinken//US", "/secretary of state/US", "//US", YELLEN)
DATES = (None, "2023-06-18", "2023-06-19", "2023-06", "2023-07-02..2023-07-03", "2023-07", "2023-06-07..2023-07-19")
STATUSES = ("proposed", "expected", "announced", "confirmed", "held", "postponed", "rescheduled", "cancelled", "denied")
PASTS = ((), (("postponed", "2023-06"),), (("announced", "2023-06-18"), ("cancelled", None)))
TELLINGS = st.builds(
    lambda status, who, when, past, kind, host, background: engagement(
        status, who=who, when=when, past=past, kind=kind, host=host, background=background
    ),
    st.sampled_from(STATUSES), st.sampled_from(WHO), st.sampled_from(DATES), st.sampled_from(PASTS),
    st.sampled_from(("visit", "visit", "visit", "meeting")), st.sampled_from(("CN", "CN", "JP", None)),
    st.booleans(),
)  # fmt: skip
DAYS = st.dates(date(2023, 5, 20), date(2023, 7, 20)).map(date.isoformat)
PAGES = st.builds(
    lambda day, site, told: page(day, *told, site=site),
    DAYS, st.sampled_from(("a.example", "b.example", "c.example")), st.lists(TELLINGS, min_size=1, max_size=2),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PAGES, min_size=2, max_size=14, unique_by=page_id), st.randoms(use_true_random=False))
def test_arrival_order_does_not_matter(records: list[Record], random: object) -> None:
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = read_in(records), read_in(shuffled)
    assert {r: one.roots[r] for r in one.reports} == {r: other.roots[r] for r in other.reports}
    assert histories(one) == histories(other)


@settings(max_examples=30, deadline=None)
@given(st.lists(PAGES, min_size=1, max_size=8, unique_by=page_id))
def test_reading_twice_changes_nothing(records: list[Record]) -> None:
    assert histories(read_in(records + records)) == histories(read_in(records))
