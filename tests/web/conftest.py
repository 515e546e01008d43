"""The desk over a calendar filled for its tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the web extra is not installed")

from starlette.testclient import TestClient

import desk_calendar as story
from legation.store import Store
from legation.store._database import is_server
from legation.web.app import create_app
from legation.web.settings import DeskSettings

# What a browser shows and what HTML it is does not depend on the database.
_ONE_DATABASE = ("test_browser", "test_html")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    def is_once_too_often(item: pytest.Item) -> bool:
        return "[postgresql" in item.name and item.path.stem in _ONE_DATABASE

    config.hook.pytest_deselected(items=[item for item in items if is_once_too_often(item)])
    items[:] = [item for item in items if not is_once_too_often(item)]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The filled calendar, for tests that only read it; in either database."""
    if request.param == "sqlite":
        address = str(tmp_path_factory.mktemp("desk") / "calendar.sqlite")
    else:
        address = request.getfixturevalue("server").new_database()
    with story.filled(address) as opened:
        yield opened


@pytest.fixture
def desk_address(store: Store, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh database for accounts, of the same kind as the calendar."""
    if is_server(store.address):
        address: str = request.getfixturevalue("server").new_database()
        return address
    return str(tmp_path / "desk.sqlite")


@pytest.fixture(scope="session")
def client(store: Store) -> TestClient:
    """A reader of the desk without an account."""
    settings = DeskSettings(base_url="https://desk.example", hub="https://hub.example/")
    return TestClient(create_app(store, story.FixedClock(), settings), base_url="https://desk.example")


@pytest.fixture(scope="session")
def borin(store: Store) -> str:
    """The identifier of the visit that is announced, put off and disputed."""
    return next(e.id for e in store.entries() if any(w.name == "Ada Borin" for w in e.state.participants))
