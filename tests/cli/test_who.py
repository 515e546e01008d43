"""``legation who``: what it finds, in which spelling, and what it says where it finds nobody."""

from __future__ import annotations

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
