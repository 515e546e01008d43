"""Pinned floors: a benchmark's figure may rise above its floor in ``floors.toml`` and never fall below it."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


def below(section: str, figures: dict[str, float]) -> list[str]:
    """One line for each figure that is under its floor, and for each floor that no figure was measured for."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")).get(section, {})
    problems = []
    for name, floor in floors.items():
        if name not in figures:
            problems.append(f"{section}.{name}: floor {floor} but nothing was measured")
        elif figures[name] < floor:
            problems.append(f"{section}.{name}: {figures[name]:.4f} is below its floor {floor}")
    return problems


def check(section: str, figures: dict[str, float]) -> int:
    """Prints what fell and returns the exit code."""
    problems = below(section, figures)
    for line in problems:
        print(line, file=sys.stderr)
    return 1 if problems else 0
