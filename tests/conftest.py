"""What every test may ask for: one parser for the whole session, since loading it takes longer than most tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.parse import SpacyParser, default_parser
from postgres import PostgresServer

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return default_parser()


@pytest.fixture(scope="session")
def examples() -> Path:
    return ROOT / "examples"


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """The PostgreSQL server of this test run; skips, saying so, where there is none."""
    found = PostgresServer()
    try:
        found.start()
        yield found
    finally:
        found.remove()
