"""What every test may ask for: one parser for the whole session, since loading it takes longer than most tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.parse import SpacyParser, default_parser

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return default_parser()


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"
