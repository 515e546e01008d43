"""A page's record as JSON: the same record gives the same bytes, and ``record.schema.json`` says what is in them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from legation.records import Record

_SCHEMA = Path(__file__).with_name("record.schema.json")


def encode(record: Record) -> bytes:
    """The record as one line of UTF-8 JSON, without a line end. Fields stand in the order of the types."""
    return msgspec.json.encode(record)


def decode(line: bytes) -> Record:
    """The record that ``encode`` wrote. Raises msgspec.ValidationError where it is none."""
    return msgspec.json.decode(line, type=Record)


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every record keeps; treat as read-only."""
    loaded: dict[str, Any] = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    return loaded
