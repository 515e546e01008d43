"""The plain forms of news, one by one: tests/data/probe.toml, read as published on Monday 6 May 2024.

A row holds where each engagement of ``must`` is reported once and nothing else is but what ``may`` names. The host's state
counts among the states; bodies at summits and ceremonies do not count.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import msgspec
import pytest

from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2024, 5, 6)


class Wanted(msgspec.Struct, frozen=True):
    kinds: frozenset[str]
    statuses: frozenset[str]
    states: frozenset[str]
    host: frozenset[str] | None

    def fits(self, engagement: Engagement) -> bool:
        found = {p.country or p.organisation for p in engagement.participants} - {None}
        wanted = set(self.states)
        if self.host is not None:
            found |= {engagement.host_country} - {None}
            wanted |= self.host
        if engagement.kind in {"summit", "ceremony"}:
            found, wanted = ({s for s in side if s and len(s) == 2} for side in (found, wanted))
        return (
            engagement.kind in self.kinds
            and engagement.status in self.statuses
            and found == wanted
            and (self.host is None or engagement.host_country in self.host)
        )


def wanted(words: str) -> Wanted:
    kinds, statuses, states, *host = words.split()
    return Wanted(
        frozenset(kinds.split("/")),
        frozenset(statuses.split("/")),
        frozenset(states.split(",")),
        frozenset(host[0].removeprefix("@").split("/")) if host else None,
    )


ROWS = tomllib.loads((Path(__file__).parents[1] / "data" / "probe.toml").read_text(encoding="utf-8"))["row"]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:70] for row in ROWS])
def test_row(row: dict[str, list[str]]) -> None:
    left = list(read_text(str(row["text"]), published=PUBLISHED, is_final=True).engagements)
    for words in row["must"]:
        found = next((e for e in left if wanted(words).fits(e)), None)
        assert found is not None, f"missing: {words}; reported: {[told(e) for e in left]}"
        left.remove(found)
    allowed = [wanted(words) for words in row.get("may", [])]
    assert [told(e) for e in left if not any(a.fits(e) for a in allowed)] == []


def told(engagement: Engagement) -> str:
    states = ",".join(sorted(str(p.country or p.organisation) for p in engagement.participants))
    return f"{engagement.kind} {engagement.status} {states} @{engagement.host_country}"
