"""The calendar over the Model Context Protocol, as a client of the protocol's own SDK reads it."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

mcp = pytest.importorskip("mcp", reason="the web extra is not installed")

import desk_calendar as story  # noqa: E402
from legation.store import Store  # noqa: E402
from legation.web.desk import Desk  # noqa: E402
from legation.web.mcp_server import build  # noqa: E402
from legation.web.settings import DeskSettings  # noqa: E402


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store=store, clock=story.FixedClock(), settings=DeskSettings())


def asked(desk: Desk, tool: str, **arguments: Any) -> tuple[bool, dict[str, Any] | str]:
    """(whether it failed, the answer) of one tool."""

    async def ask() -> tuple[bool, dict[str, Any] | str]:
        async with mcp.Client(build(desk)) as client:
            found = await client.call_tool(tool, arguments)
            text = found.content[0].text
            return bool(found.is_error), text if found.is_error else json.loads(text)

    return asyncio.run(ask())


def test_every_tool_is_offered_and_only_reads(desk: Desk) -> None:
    async def names() -> dict[str, bool | None]:
        async with mcp.Client(build(desk)) as client:
            return {t.name: t.annotations.read_only_hint for t in (await client.list_tools()).tools}

    expected = {"find_engagements", "engagement", "claims", "statements", "find_pages", "page"}
    assert asyncio.run(names()) == dict.fromkeys(expected, True)


def test_a_question_is_answered_from_find_to_words(desk: Desk, borin: str) -> None:
    _, found = asked(desk, "find_engagements", country=["NZ"], region=["oceania"], status=["postponed"])
    assert [e["id"] for e in found["engagements"]] == [borin]
    _, one = asked(desk, "engagement", id=borin)
    assert [r["state"]["status"] for r in one["revisions"]] == ["announced", "postponed", "postponed"]
    _, claims = asked(desk, "claims", id=borin)
    _, page = asked(desk, "page", id=claims["claims"][0]["page"])
    first = claims["claims"][0]
    assert page["text"][first["start"] : first["end"]] == first["words"]
    assert first["outlet"] == "Harbour Post"


ASKED = [
    ("statements", {"speaker": "Hana Ito"}, "statements", 1), ("find_pages", {"words": "floods"}, "pages", 1),
    ("find_engagements", {"undated": "yes"}, "engagements", 2), ("find_engagements", {"words": "nobodysaysthis"}, "engagements", 0),
    ("claims", {"id": "nothing"}, "claims", 0),
]  # fmt: skip


@pytest.mark.parametrize(("tool", "arguments", "key", "count"), ASKED)
def test_tools(desk: Desk, tool: str, arguments: dict[str, Any], key: str, count: int) -> None:
    failed, found = asked(desk, tool, **arguments)
    assert (failed, len(found[key])) == (False, count)


WRONG = [
    ("engagement", {"id": "nothing"}, "no such engagement"), ("page", {"id": "nothing"}, "no such page"),
    ("find_engagements", {"status": ["x"]}, "must be one of"), ("find_engagements", {"since": "soon"}, "must be a day"),
]  # fmt: skip


@pytest.mark.parametrize(("tool", "arguments", "words"), WRONG)
def test_what_is_wrong_is_said(desk: Desk, tool: str, arguments: dict[str, Any], words: str) -> None:
    failed, found = asked(desk, tool, **arguments)
    assert failed
    assert words in found


@pytest.mark.slow
def test_the_command_speaks_on_standard_input_and_output(tmp_path: Path) -> None:
    from mcp.client.stdio import StdioServerParameters, stdio_client

    story.filled(tmp_path / "c.sqlite").close()
    command = StdioServerParameters(
        command=sys.executable,
        args=["-m", "legation", "mcp", "--calendar", str(tmp_path / "c.sqlite")],
        env=dict(os.environ),
    )

    async def ask() -> int:
        async with mcp.Client(stdio_client(command)) as client:
            found = await client.call_tool("find_engagements", {})
            return len(json.loads(found.content[0].text)["engagements"])

    assert asyncio.run(ask()) == 6
