"""The schema and the types say the same: what is a field of one is a field of the other."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator

from legation.publish.record import decode, encode, schema
from legation.records import ArticleRecord, Engagement, Evidence, Participant, ReaderStamp, Record

RECORD = Record(
    id="a1",
    article=ArticleRecord(text="Peru’s president visited Ghana."),
    engagements=(
        Engagement(
            kind="visit",
            status="held",
            participants=(Participant(country="PE", role="traveller", start=0, end=16),),
            host_country="GH",
            evidence=(Evidence(0, 31, "Peru’s president visited Ghana."),),
        ),
    ),
    reader=ReaderStamp("1", "2", "3"),
)


def valid(record: Any) -> bool:
    return bool(Draft202012Validator(schema()).is_valid(record))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def test_a_record_keeps_the_schema_and_comes_back() -> None:
    assert valid(msgspec.json.decode(encode(RECORD)))
    assert decode(encode(RECORD)) == RECORD


def test_the_fields_of_the_types_are_those_of_the_schema() -> None:
    (_,), components = msgspec.json.schema_components([Record], ref_template="#/$defs/{name}")
    ours = {
        "record": schema(),
        "article": schema()["properties"]["article"],
        "reader": schema()["properties"]["reader"],
    }
    ours |= schema()["$defs"]
    names = {"ArticleRecord": "article", "ReaderStamp": "reader", "SaidOn": "said_on"}
    for name, component in components.items():
        assert set(component["properties"]) == set(ours[names.get(name, name.lower())]["properties"]), name


def changed(*path: Any, value: Any) -> Any:
    record = msgspec.json.decode(encode(RECORD))
    inner = record
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return record


WRONG = [
    ("a status that is none", ("engagements", 0, "status"), "planned"),
    ("a country name for a code", ("engagements", 0, "host_country"), "Ghana"),
    ("a fact without evidence", ("engagements", 0, "evidence"), []),
    ("a day that is none", ("article", "published"), "June 2023"),
    ("a negative offset", ("engagements", 0, "participants", 0, "start"), -1),
    ("a participant who is nobody", ("engagements", 0, "participants", 0, "country"), None),
    ("a date without precision", ("engagements", 0, "when"), {"words": None, "earliest": None, "latest": None}),
]


@pytest.mark.parametrize(("path", "value"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_the_schema_refuses(path: tuple[Any, ...], value: Any) -> None:
    assert not valid(changed(*path, value=value))
