"""The project's own 115 passages: what is right, field by field, never falls below its floor; negatives stay clean.

``pytest tests/test_passages.py -s`` prints the table. The floors stand in ``benchmarks/floors.toml`` under [passages].
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from _floors import below
from engagements import dates_right, pairs
from legation import read_text

PASSAGES = tomllib.loads((Path(__file__).parent / "data" / "passages.toml").read_text(encoding="utf-8"))["passage"]
NEGATIVE = [p for p in PASSAGES if p["style"] == "negative"]

Row = dict[str, Any]


def reading(passage: Row) -> Row:
    day = date.fromisoformat(passage["published"])
    read: Row = msgspec.to_builtins(read_text(passage["text"], published=day, is_final=True))
    return read


@pytest.fixture(scope="module")
def readings() -> dict[str, Row]:
    return {p["id"]: reading(p) for p in PASSAGES}


@pytest.mark.parametrize("passage", NEGATIVE, ids=[p["id"] for p in NEGATIVE])
def test_what_is_no_diplomacy_gives_no_engagement(passage: Row, readings: dict[str, Row]) -> None:
    found = [e for e in readings[passage["id"]]["engagements"] if not e["background"]]
    assert [(e["kind"], e["status"], e["evidence"][0]["text"]) for e in found] == []


def test_fields_hold_their_floors(readings: dict[str, Row]) -> None:
    asked: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for passage in PASSAGES:
        for field, is_right in (*engagement_fields(passage, readings), *statement_fields(passage, readings)):
            asked[field] += 1
            right[field] += is_right
    print(f"\n{'field':<22} right of")
    for field in asked:
        print(f"{field:<22} {right[field]:>5} {asked[field]:>3}  {right[field] / asked[field]:.3f}")
    assert below("passages", {field: right[field] / asked[field] for field in asked}) == []


def engagement_fields(passage: Row, readings: dict[str, Row]) -> Iterator[tuple[str, bool]]:
    want, got = passage.get("engagement", []), readings[passage["id"]]["engagements"]
    found = dict(pairs(want, got))
    for j, g in enumerate(got):
        if not g["background"]:
            yield "precision", j in found.values()
    for i, w in enumerate(want):
        yield "found", i in found
        if i not in found:
            continue
        g = got[found[i]]
        yield "kind", g["kind"] == w["kind"]
        yield "status", g["status"] == w["status"]
        yield "host", g["host_country"] == w.get("host_country")
        yield "countries", countries(g) == set(w["countries"])
        yield "names", all(any(name == p["name"] for p in g["participants"]) for name in w["names"])
        yield "dates", dates_right(w, g)
        if "precision" in w:  # optional parts of others' days need not say theirs
            yield "precision of dates", g["when"]["precision"] == w["precision"]
        yield "no date set", g["no_date_set"] == w.get("no_date_set", False)
        yield "background", g["background"] == w.get("background", False)
        if "history" in w:
            yield "history", [p["status"] for p in g["history"]] == w["history"]
        if "cause" in w:
            yield "cause", bool(g["cause"]) and touches(g["cause"]["words"], w["cause"])


def statement_fields(passage: Row, readings: dict[str, Row]) -> Iterator[tuple[str, bool]]:
    got = readings[passage["id"]]["statements"]
    for w in passage.get("statement", []):
        begins = plain(w["content_starts"])
        found = next((s for s in got if begins in plain(s["content"])[: len(begins) + 40]), None)
        yield "statement found", found is not None
        if found is not None:
            yield "statement kind", found["kind"] == w["kind"]
            yield "statement speaker", is_speaker(w["speaker"], found)


def countries(engagement: Row) -> set[str]:
    taking_part = {p["country"] for p in engagement["participants"] if p["country"]}
    return taking_part | ({engagement["host_country"]} - {None} if engagement["kind"] == "visit" else set())


def is_speaker(words: str, statement: Row) -> bool:
    speaker = statement["speaker"]
    told = " ".join(str(v) for v in (*speaker.values(), statement["described_as"], statement["source_words"]) if v)
    if speaker["name"]:
        return speaker["name"] in words or words in speaker["name"]
    return touches(told, words)


def touches(one: str, other: str) -> bool:
    """Whether one of the two contains the other's words, or they share half of them."""
    a, b = set(plain(one).split()), set(plain(other).split())
    return len(a & b) >= 0.5 * min(len(a), len(b))


def plain(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.lower()).split())
