"""The tour tells one story over five months, and tells it straight."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from legation.cli.tour import examples as shipped
from legation.store import open_calendar


@pytest.fixture(scope="module")
def calendar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from legation.cli import main

    path = tmp_path_factory.mktemp("tour") / "tour.sqlite"
    with pytest.raises(SystemExit) as left:
        main(["tour", "--calendar", str(path)])
    assert left.value.code in (0, None)
    return path


def visit(path: Path):
    with open_calendar(str(path)) as store:
        (found,) = [
            e
            for e in store.entries()
            if e.state.kind == "visit" and any(w.name == "Karen Lindholm" for w in e.state.participants)
        ]
        return found, store.revisions(found.id)


def test_the_visit_is_one_engagement_and_was_held(calendar: Path) -> None:
    entry, _ = visit(calendar)
    assert (entry.state.status, entry.state.host_country) == ("held", "ID")
    assert entry.state.earliest is not None
    assert date(2024, 6, 24) <= entry.state.earliest <= date(2024, 6, 25)


def test_its_history_is_announced_put_off_expected_set_again_held(calendar: Path) -> None:
    _, revisions = visit(calendar)
    told = [(r.said_on.isoformat(), r.state.status) for r in revisions if any(c.field == "status" for c in r.changes)]
    assert told == [
        ("2024-02-06", "announced"),
        ("2024-03-04", "postponed"),
        ("2024-05-14", "expected"),
        ("2024-06-05", "rescheduled"),
        ("2024-06-25", "held"),
    ]


def test_the_incident_is_the_cause_of_the_postponement(calendar: Path) -> None:
    _, revisions = visit(calendar)
    causes = [r.state.cause.words for r in revisions if r.said_on == date(2024, 3, 4) and r.state.cause]
    assert len(causes) == 1
    assert "seizure" in causes[0]


def test_the_envoys_talks_are_another_engagement(calendar: Path) -> None:
    with open_calendar(str(calendar)) as store:
        dahl = [e for e in store.entries() if any(w.name == "Henrik Dahl" for w in e.state.participants)]
    assert [(e.state.status, e.state.earliest) for e in dahl] == [("held", date(2024, 4, 16))]


def test_the_badminton_page_adds_nothing(calendar: Path) -> None:
    with open_calendar(str(calendar)) as store:
        assert [e for e in store.entries() if any("Friis" in (w.name or "") for w in e.state.participants)] == []


def test_the_tour_leaves_a_file_that_is_there_alone(run, tmp_path: Path) -> None:
    path = tmp_path / "mine.sqlite"
    path.write_text("mine")
    ran = run("tour", "--calendar", path)
    assert (ran.code, path.read_text(), len(ran.complaints)) == (2, "mine", 1)


def test_eight_dispatches_are_shipped() -> None:
    assert len(shipped()) == 8
