"""``legation who``: what it finds, in which spelling, and what it says where it finds nobody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from legation.cli import main


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["who", *arguments])
    printed = capsys.readouterr()
    return int(left.value.code or 0), printed.out, printed.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Blinken"], "Antony Blinken, Secretary of State, US: 2021-01-26 to 2025-01-20"),
        (["Anthony Blinken"], "Antony Blinken, Secretary of State, US"),
        (["zelensky"], "Volodymyr Zelenskyy, President, UA"),
        (["Erdogan", "--on", "2020-01-01"], "Recep Tayyip Erdoğan, President, TR"),
        (["--country", "cn", "--on", "2023-06-07"], "Qin Gang, Foreign Minister, CN"),
        (["--country", "EU", "--on", "2022-01-01"], "Josep Borrell, High Representative, EU"),
    ],
)
def test_finds(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(arguments, capsys)
    assert code == 0
    assert said in out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["Nobody Atall"], 1, "nobody in the who's who fits"),
        ([], 2, "give a name"),
        (["Xi", "--on", "yesterday"], 2, "not a date"),
        (["Xi", "--file", "/no/such/file.toml"], 1, "/no/such/file.toml"),
    ],
)
def test_refuses(arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    left, _, err = run(arguments, capsys)
    assert left == code
    assert said in err


def test_reads_a_file_of_the_users(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[[office]]\ncountry = "NO"\noffice = "Ambassador"\nclass = "ambassador"\n'
        'holders = [["Kari Nordmann", "f", 2020-01-01]]\n'
    )
    code, out, _ = run(["Nordmann", "--file", str(file)], capsys)
    assert code == 0
    assert out == f"Kari Nordmann, Ambassador, NO: 2020-01-01 to now (from {file})\n"


PAGES = (
    ("a", "2023-06-14", "Norway's foreign minister, Kari Nordmann, will visit Sweden on June 25, her office said."),
    ("b", "2023-06-15", "Norwegian Foreign Minister Kari Nordmann will meet the Swedish prime minister on Friday."),
    ("c", "2023-06-16", "The Norwegian foreign minister will visit Denmark on June 29, Norway said."),
)


@pytest.fixture
def calendar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "c.sqlite"
    monkeypatch.setenv("LEGATION_CALENDAR", str(path))
    for name, day, text in PAGES:
        file = tmp_path / f"{name}.txt"
        file.write_text(f"Talks of {name}\n\n{text}\n")
        with pytest.raises(SystemExit) as left:
            main(["add", "--as-is", "--published", day, str(file)])
        assert not left.value.code
    capsys.readouterr()
    return path


def test_pages_of_the_calendar_tell_who_is_who(calendar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(["Nordmann"], capsys)
    assert code == 0
    assert out.startswith("Kari Nordmann, foreign minister, NO: seen 2023-06-14 to 2023-06-15 on 2 pages (first ")
    _, out, _ = run(["--country", "NO", "--on", "2023-06-20", "--json"], capsys)
    told = [row for row in map(json.loads, out.splitlines()) if row["name"] == "Kari Nordmann"]
    assert [(r["first_seen"], len(r["pages"]), r["pages"][0]["words"]) for r in told] == [
        ("2023-06-14", 2, "Norway's foreign minister, Kari Nordmann")
    ]
    assert run(["Nordmann", "--on", "2022-06-20"], capsys)[0] == 1


def agenda(capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        main(["agenda", "--as-of", "2023-06-16"])
    return capsys.readouterr().out


def test_an_office_is_completed_until_a_person_says_no(calendar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Kari Nordmann to visit Denmark" in agenda(capsys)
    code, out, _ = run(["--same", "Kari Nordmann", "K. Nordmann", "--reason", "known"], capsys)
    assert (code, out) == (0, "Kari Nordmann and K. Nordmann are one person from now on\n")
    code, out, _ = run(["--as-written", "Kari Nordmann", "K. Nordmann", "--reason", "not so sure"], capsys)
    assert (code, out) == (0, "Kari Nordmann and K. Nordmann are what their words say from now on\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--same", "Kari Nordmann", "K. Nordmann"], "needs the person's name and a reason"),
        (["--not-same", "Nordmann", "nordmann", "--reason", "x"], "two names that differ"),
        (["--not-same", "A", "B", "--same", "A", "B", "--reason", "x"], "one of --same"),
    ],
)
def test_a_correction_that_is_none(
    calendar: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(arguments, capsys)
    assert code == 2
    assert said in err
