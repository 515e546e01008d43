"""Schemathesis asks the API everything its description allows, and some things it does not; nothing may break."""

from __future__ import annotations

from pathlib import Path

import pytest

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis.errors import Unsatisfiable  # noqa: E402

import desk_calendar as story  # noqa: E402
from legation.web.app import create_app  # noqa: E402
from legation.web.settings import DeskSettings  # noqa: E402

pytestmark = pytest.mark.slow


schemathesis.checks.load_all_checks()
CHECKS = [
    schemathesis.checks.not_a_server_error,
    schemathesis.checks.CHECKS.get_one("content_type_conformance"),
    schemathesis.checks.CHECKS.get_one("response_schema_conformance"),
]


def test_no_question_breaks_the_api(tmp_path: Path) -> None:
    with story.filled(tmp_path / "calendar.sqlite") as store:
        app = create_app(store, story.FixedClock(), DeskSettings(desk=str(tmp_path / "desk.sqlite")))
        schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
        asked = 0
        for operation in schema.get_all_operations():
            asked += 1
            _ask(operation.ok())
        app.state.accounts.close()
    assert asked >= 12


def _ask(operation) -> None:
    # Called from here rather than as a test of its own: the schema is only known once the application runs.
    for mode in schemathesis.GenerationMode:

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        def ask(case) -> None:
            case.call_and_validate(checks=CHECKS)

        try:
            ask()
        except Unsatisfiable:
            # An operation without parameters has nothing to get wrong.
            continue
