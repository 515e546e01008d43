"""The desk over a calendar filled for its tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("fastapi", reason="the web extra is not installed")

from starlette.testclient import TestClient

import desk_calendar as story
from legation.store import Store
from legation.web.app import create_app
from legation.web.settings import DeskSettings


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The filled calendar, for tests that only read it."""
    with story.filled(tmp_path_factory.mktemp("desk") / "calendar.sqlite") as opened:
        yield opened


@pytest.fixture(scope="session")
def client(store: Store) -> TestClient:
    """A reader of the desk without an account."""
    settings = DeskSettings(base_url="https://desk.example", hub="https://hub.example/")
    return TestClient(create_app(store, story.FixedClock(), settings), base_url="https://desk.example")


@pytest.fixture(scope="session")
def borin(store: Store) -> str:
    """The identifier of the visit that is announced, put off and disputed."""
    return next(e.id for e in store.entries() if any(w.name == "Ada Borin" for w in e.state.participants))
