"""Which claim wins, as tables: what was said day by day, and what stands after each."""

from __future__ import annotations

from datetime import date

import pytest

from ledger_pages import engagement, page
from legation.ledger.history import replay
from legation.ledger.reports import page_id, reports_of, when_words
from legation.records import Record, Speaker, State
from legation.rules.ledger import ledger_rules

RULES = ledger_rules()
PARTY = Speaker(name="Vedant Patel", office="spokesman", country="US")
OTHER = Speaker(name="Somebody Else", office="analyst", country="FR")


def final(*records: Record) -> State:
    reports = [
        r for record in records for r in reports_of(record, page=page_id(record), learned=date(2030, 1, 1), rules=RULES)
    ]
    return replay(reports, entry="", rules=RULES)[-1].state


def said(
    day: str, status: str, when: str | None = None, by: Speaker | str | None = None, site: str = "", **more: object
) -> Record:
    speakers = [by] if by is not None else []
    told = engagement(status, when=when, by=0 if speakers else None, **more)  # type: ignore[arg-type]
    return page(day, told, site=f"{site or 'a'}.example", speakers=speakers)


JUNE = "2023-06-18"
CASES = [
    ("newer over older", "confirmed", JUNE, [said("2023-06-01", "announced", JUNE), said("2023-06-05", "confirmed", JUNE)]),
    ("a weaker plan does not undo a firmer one", "announced", JUNE,
     [said("2023-06-01", "announced", JUNE), said("2023-06-05", "expected")]),
    ("specific over vague", "announced", JUNE,
     [said("2023-06-01", "announced", "2023-06"), said("2023-06-02", "announced", JUNE), said("2023-06-03", "announced", "2023-06")]),
    ("put off: no date is in force", "postponed", None, [said("2023-06-01", "announced", JUNE), said("2023-06-10", "postponed")]),
    ("a slow outlet repeats the plan", "postponed", None,
     [said("2023-06-01", "announced", JUNE), said("2023-06-10", "postponed"), said("2023-06-11", "announced", JUNE)]),
    ("put off, then expected again", "expected", "2023-07-01..2023-07-31",
     [said("2023-06-01", "announced", JUNE), said("2023-06-10", "postponed"), said("2023-06-20", "expected", "2023-07")]),
    ("moved in one step", "rescheduled", "2023-08-02",
     [said("2023-06-01", "announced", JUNE), said("2023-06-10", "rescheduled", "2023-08-02")]),
    ("moved without a word, by the party itself", "announced", "2023-06-25",
     [said("2023-06-01", "announced", JUNE, PARTY), said("2023-06-05", "announced", "2023-06-25", PARTY)]),
    ("one anonymous voice does not move what the party said", "announced", JUNE,
     [said("2023-06-01", "announced", JUNE, PARTY), said("2023-06-02", "announced", JUNE, PARTY, site="b"),
      said("2023-06-05", "announced", "2023-06-28", "an official")]),
    ("what took place is not undone by a late copy of the plan", "held", JUNE,
     [said("2023-06-01", "announced", JUNE), said("2023-06-18", "held", JUNE), said("2023-06-20", "announced", JUNE)]),
    ("recalling that an earlier date fell through", "announced", "2023-08-02",
     [said("2023-06-01", "announced", JUNE), said("2023-06-10", "postponed", JUNE), said("2023-07-10", "announced", "2023-08-02"),
      said("2023-07-12", "cancelled", JUNE)]),
    ("held is not taken from the future", "announced", JUNE,
     [said("2023-06-01", "announced", JUNE), said("2023-06-05", "held", JUNE)]),
    ("denied", "denied", None, [said("2023-06-01", "expected"), said("2023-06-02", "denied", None, PARTY)]),
]  # fmt: skip


@pytest.mark.parametrize(("about", "status", "when", "records"), CASES, ids=[c[0] for c in CASES])
def test_which_claim_wins(about: str, status: str, when: str | None, records: list[Record]) -> None:
    state = final(*records)
    assert (state.status, when_words(state.when) or None) == (status, when)


def test_open_contradictions_are_disputed_until_settled() -> None:
    plan = said("2023-06-01", "announced", JUNE, PARTY)
    again = said("2023-06-02", "announced", JUNE, PARTY, site="b")
    contradiction = said("2023-06-05", "announced", "2023-06-28", "an official")
    settled = said("2023-06-18", "held", JUNE, PARTY)
    assert final(plan, again).disputed == ()
    assert final(plan, again, contradiction).disputed == ("when",)
    assert final(plan, again, contradiction, settled).disputed == ()


def test_the_date_before_a_move_is_kept() -> None:
    state = final(said("2023-06-01", "announced", JUNE), said("2023-06-10", "rescheduled", "2023-08-02"))
    assert state.previous is not None
    assert state.previous.earliest == date(2023, 6, 18)


def test_participants_are_gathered_in_their_fullest_form() -> None:
    state = final(
        said("2023-06-01", "announced", JUNE, who="Blinken//US"),
        said("2023-06-02", "announced", JUNE, who="Antony Blinken/secretary of state/US", whom="Qin Gang//CN"),
    )
    assert [(w.name, w.office, w.role) for w in state.participants] == [
        ("Antony Blinken", "secretary of state", "traveller"),
        ("Qin Gang", None, "host"),
    ]
