"""why, merge, split, odds, reread, check, backup, compact: what people do to look after a calendar."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from ledger_pages import engagement, page
from legation.records import Speaker
from legation.store import open_calendar


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    path = tmp_path / "calendar.sqlite"
    with open_calendar(str(path)) as store:
        store.add(page("2023-06-01", engagement("announced", when="2023-06-18"), site="a.example"))
        store.add(page("2023-06-03", engagement("confirmed", when="2023-06-18"), site="b.example"))
        store.add(page("2023-06-03", engagement("announced", host="JP", when="2023-06-20"), site="c.example"))
    return path


def ids(calendar: Path) -> list[str]:
    with open_calendar(str(calendar)) as store:
        return [entry.id for entry in store.entries()]


def test_why_gives_reasons_and_corrections(run, calendar: Path) -> None:
    first, second = ids(calendar)
    out = run("why", first, "--calendar", calendar).out
    assert "2 reports on 2 pages" in out
    assert "both name Antony Blinken" in out
    run("merge", first, second, "--reason", "one tour", "--person", "E. Ditor", "--calendar", calendar)
    assert "corrected" in run("why", first, "--calendar", calendar).out


def test_merge_and_split_and_check(run, calendar: Path) -> None:
    first, second = ids(calendar)
    assert run("merge", first, second, "--reason", "the same", "--calendar", calendar).code == 0
    assert ids(calendar) == [first]
    assert run("split", second, first, "--reason", "not the same after all", "--calendar", calendar).code == 0
    assert sorted(ids(calendar)) == sorted([first, second])
    checked = run("check", "--calendar", calendar)
    assert (checked.code, "whole (3 pages, 2 engagements)" in checked.out) == (0, True)


def test_check_finds_what_is_wrong(run, calendar: Path) -> None:
    with open_calendar(str(calendar)) as store, store.writing() as connection:
        connection.exec_driver_sql("UPDATE page SET text = 'other words entirely' WHERE seq = 1")
    checked = run("check", "--calendar", calendar)
    assert checked.code == 1
    assert all(line.startswith("claim ") for line in checked.lines)


def test_backup_is_a_calendar(run, calendar: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    assert run("backup", copy, "--calendar", calendar).code == 0
    assert run("agenda", "--calendar", copy).out == run("agenda", "--calendar", calendar).out
    refused = run("backup", tmp_path, "--calendar", calendar)
    assert (refused.code, len(refused.complaints)) == (2, 1)


def test_compact_and_odds(run, calendar: Path) -> None:
    assert "MB now" in run("compact", "--calendar", calendar).out
    assert run("odds", ids(calendar)[0], "--calendar", calendar).out.startswith("no odds: only 0 cases")


def test_reread_shows_and_then_stores(run, calendar: Path) -> None:
    shown = run("reread", "--calendar", calendar)
    assert "3 pages read again, 3 would change" in shown.out
    assert len(ids(calendar)) == 2
    stored = run("reread", "--apply", "--calendar", calendar)
    assert "3 pages read again, 3 changed" in stored.out
    assert run("reread", "--calendar", calendar).out == "every page was read with the present rules\n"
    assert run("check", "--calendar", calendar).code == 0


@pytest.mark.parametrize(
    "arguments",
    [("why", "nothing"), ("odds", "nothing"), ("merge", "nothing", "nowhere", "--reason", "x"), ("merge", "a", "b")],
)
def test_what_is_not_there_is_a_usage_error(run, calendar: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, "--calendar", calendar)
    assert ran.code == 2


DENMARK = Speaker(country="DK")
ASSERTERS = [
    (
        Speaker(name="Vedant Patel", office="spokesman", country="US"),
        False,
        None,
        "Vedant Patel, spokesman, United States",
    ),
    (DENMARK, False, None, "Denmark"),
    (DENMARK, True, "a Danish official", "a Danish official"),
    (DENMARK, True, None, "an unnamed source of Denmark"),
    (Speaker(), True, None, "an unnamed source"),
]


@pytest.mark.parametrize(("speaker", "anonymous", "described_as", "expected"), ASSERTERS)
def test_show_says_in_words_who_said_so(
    run, tmp_path: Path, speaker: Speaker, anonymous: bool, described_as: str | None, expected: str
) -> None:
    path = tmp_path / "calendar.sqlite"
    record = page("2023-06-01", engagement("announced", when="2023-06-18", by=0), speakers=[speaker])
    statement = replace(record.statements[0], anonymous=anonymous, described_as=described_as)
    with open_calendar(str(path)) as store:
        store.add(replace(record, statements=(statement,)))
    assert f" {expected}; example.org" in run("show", ids(path)[0], "--calendar", path).out
