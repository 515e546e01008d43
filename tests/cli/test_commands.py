"""The table of commands: each is there, each explains itself, and asking for help loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

from legation._version import VERSION
from legation.cli import COMMANDS

HEAVY = ("spacy", "rich", "sqlalchemy", "msgspec", "trafilatura", "jinja2", "pycountry", "babel", "httpx")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(run, name: str) -> None:
    ran = run(name, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"legation {name}" in ran.out


def test_help_lists_every_command_with_its_line(run) -> None:
    ran = run("--help")
    for name, (_, summary) in COMMANDS.items():
        assert any(line.split(maxsplit=1) == [name, summary] for line in ran.lines), name


def test_version(run) -> None:
    assert run("--version").out == f"legation {VERSION}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom legation.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        f"sys.exit(','.join(m for m in {HEAVY!r} if m in sys.modules) or 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
