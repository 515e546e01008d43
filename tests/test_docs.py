"""What exists is documented, and what is documented exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from legation.cli import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert re.search(rf"legation {name}\b", README)


@pytest.mark.parametrize("page", PAGES, ids=[p.name for p in PAGES])
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [t for t in targets if not (page.parent / t).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=[p.name for p in PAGES])
def test_every_file_that_is_named_is_there(page: Path) -> None:
    """By its name, and where folders are told by them too."""
    named = set(re.findall(r"`([\w./-]+\.(?:py|toml|txt|jsonl))`", page.read_text(encoding="utf-8")))
    folders = ("src", "tests", "benchmarks", "docs", "examples", "scripts")
    inside = (f for folder in folders for f in (ROOT / folder).rglob("*.*"))
    files = [f"/{f.relative_to(ROOT)}" for f in (*inside, *ROOT.glob("*.*"))]
    assert [name for name in sorted(named) if not any(f.endswith(f"/{name}") for f in files)] == []


def test_every_setting_is_documented() -> None:
    told = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    code = (ROOT / "src" / "legation" / "settings.py").read_text(encoding="utf-8")
    settings = set(re.findall(r"\bLEGATION_[A-Z_]+\b", code))
    assert sorted(s for s in settings if s not in told) == []


def test_the_readme_has_its_two_commands() -> None:
    commands = [line for line in README.splitlines() if line.startswith("python3 -m venv ")]
    assert len(commands) == 2
    assert commands[0].endswith(".venv/bin/legation tour")
    assert ".[test]" in commands[1]
    assert commands[1].endswith("pytest")
