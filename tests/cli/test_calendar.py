"""add, agenda, show, export on a calendar file: what a person types, and what goes wrong with files."""

from __future__ import annotations

import json
from pathlib import Path

import icalendar
import pytest

ANNOUNCED = "Peru's president will visit Ghana on 8 March 2024, the foreign ministry in Accra said on Monday.\n"
PUT_OFF = (
    "The visit of Peru's president to Ghana, planned for 8 March, has been postponed, the ministry in Accra said.\n"
)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    path = tmp_path / "pages.jsonl"
    rows = [
        {"id": "p1", "text": ANNOUNCED, "published": "2024-02-26", "url": "https://a.example/1"},
        {"id": "p2", "text": PUT_OFF, "published": "2024-03-05", "url": "https://b.example/2"},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture
def calendar(run, pages: Path, tmp_path: Path) -> Path:
    path = tmp_path / "calendar.sqlite"
    assert run("add", pages, "--calendar", path).code == 0
    return path


def dump(run, calendar: Path, *options: str) -> list[dict]:
    return [json.loads(line) for line in run("export", "--format", "json", "--calendar", calendar, *options).lines]


def test_the_same_page_twice_changes_nothing(run, pages: Path, calendar: Path) -> None:
    before = dump(run, calendar)
    ran = run("add", pages, "--calendar", calendar)
    assert ran.code == 0
    assert "2 already there" in ran.out
    assert dump(run, calendar) == before


def test_the_agenda_lists_it_and_replays_it(run, calendar: Path) -> None:
    assert "postponed" in run("agenda", "--calendar", calendar).out.lower()
    then = run("agenda", "--calendar", calendar, "--as-of", "2024-03-01").out.lower()
    assert "announced" in then
    assert "postponed" not in then
    assert "no engagements" in run("agenda", "--calendar", calendar, "--as-of", "2024-01-01").out


FILTERS = [
    (("--country", "PE"), 1),
    (("--country", "gh", "--country", "PE"), 1),
    (("--country", "FR"), 0),
    (("--region", "latin-america", "--region", "Africa"), 1),
    (("--region", "oceania"), 0),
    (("--status", "postponed"), 1),
    (("--status", "held"), 0),
]


@pytest.mark.parametrize(("options", "number"), FILTERS)
def test_the_agenda_is_filtered(run, calendar: Path, options: tuple[str, ...], number: int) -> None:
    assert len(dump(run, calendar, *options)) == number


def test_show_tells_the_history_with_its_words_and_sources(run, calendar: Path) -> None:
    (entry,) = dump(run, calendar)
    out = run("show", entry["id"], "--calendar", calendar).out
    for part in ("announced", "postponed", "2024-02-26", "2024-03-05", ANNOUNCED.strip(), "https://b.example/2"):
        assert part in out


def test_show_tells_what_was_said_by_a_day(run, calendar: Path) -> None:
    (entry,) = dump(run, calendar)
    then = run("show", entry["id"], "--calendar", calendar, "--as-of", "2024-03-01").out
    assert "announced" in then
    for later in ("postponed", "2024-03-05", "b.example"):
        assert later not in then.lower()
    for never in (("--as-of", "2024-01-01"), ("--learned-by", "2024-01-01")):
        ran = run("show", entry["id"], "--calendar", calendar, *never)
        assert (ran.code, len(ran.complaints)) == (2, 1)
        assert "nothing was known" in ran.complaints[0]


def test_icalendar_is_read_by_another_program(run, calendar: Path) -> None:
    (event,) = icalendar.Calendar.from_ical(run("export", "--format", "ics", "--calendar", calendar).out).walk("VEVENT")
    assert (str(event["STATUS"]), event["SEQUENCE"]) == ("TENTATIVE", 1)
    assert event["SUMMARY"].startswith("Postponed")
    assert "Ghana" in event["SUMMARY"]


def test_the_environment_names_the_calendar(run, calendar: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEGATION_CALENDAR", str(calendar))
    assert "Ghana" in run("agenda").out


def corrupt(path: Path) -> None:
    path.write_bytes(b"not a database at all\n" * 200)


def torn(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 6] = b"\xff" * (4096 * 5)
    path.write_bytes(content)


@pytest.mark.parametrize("damage", [corrupt, torn])
@pytest.mark.parametrize("command", ["add", "agenda", "export"])
def test_a_damaged_calendar_gets_one_line(run, calendar: Path, pages: Path, damage, command: str) -> None:
    for extra in ("-wal", "-shm"):
        calendar.with_name(calendar.name + extra).unlink(missing_ok=True)
    damage(calendar)
    before = calendar.read_bytes()
    ran = run(command, *([pages] if command == "add" else []), "--calendar", calendar)
    assert ran.code == 1
    assert all(str(calendar) in line for line in ran.complaints)
    assert len(ran.complaints) in (1, 2)
    assert "Traceback" not in ran.err
    assert calendar.read_bytes() == before


PLACES = ["agenda", "show x", "export"]


@pytest.mark.parametrize("command", PLACES)
def test_a_calendar_that_is_not_there_gets_one_line_and_is_not_made(run, tmp_path: Path, command: str) -> None:
    ran = run(*command.split(), "--calendar", tmp_path / "none.sqlite")
    assert (ran.code, ran.out, len(ran.complaints)) == (1, "", 1)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_calendar(run, pages: Path, tmp_path: Path) -> None:
    ran = run("add", pages, "--calendar", tmp_path)
    assert (ran.code, len(ran.complaints)) == (1, 1)
    assert str(tmp_path) in ran.err


WRONG = [
    ("agenda", "--from", "soon"),
    ("agenda", "--status", "lost"),
    ("agenda", "--as-of", "2024-13-01"),
    ("show", "zzzz"),
]


@pytest.mark.parametrize("arguments", WRONG)
def test_a_wrong_argument_is_a_usage_error_in_one_line(run, calendar: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments, "--calendar", calendar)
    assert (ran.code, ran.out, len(ran.complaints)) == (2, "", 1)
    assert arguments[-1] in ran.err


def test_good_pages_are_stored_beside_bad_ones(run, tmp_path: Path, pages: Path) -> None:
    calendar = tmp_path / "calendar.sqlite"
    ran = run("add", tmp_path / "gone.txt", pages, "--calendar", calendar)
    assert ran.code == 1
    assert "2 pages added" in ran.out
