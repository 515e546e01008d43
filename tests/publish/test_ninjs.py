"""ninjs events: against IPTC's own JSON Schema where a mirror of it is at hand, and field by field in any case."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

import desk_stories as stories
from legation.publish import ninjs
from legation.rules.publish import publish_words


def item(dossier) -> dict[str, Any]:
    return ninjs.item(dossier, publish_words())


@cache
def validator(version: str) -> jsonschema.Draft202012Validator:
    """IPTC's schema out of the mirror that GOLD_MIRROR names; skips where there is none. It is not ours to ship."""
    mirror = Path(os.environ.get("GOLD_MIRROR", "/work/.mirror")) / "iptc+newsinjson" / "repo"
    if not mirror.is_dir():
        pytest.skip(f"no mirror of iptc/newsinjson at {mirror}")
    command = ["git", "-C", str(mirror), "show", f"HEAD:specification/ninjs-schema_{version}.json"]
    schema = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    geo = Resource.from_contents({"$schema": schema["$schema"], "type": "object"})
    registry = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", geo)
    return jsonschema.Draft202012Validator(schema, registry=registry, format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("version", ["3.0", "3.1"])
@pytest.mark.parametrize("dossier", [*stories.everything(), stories.postponed(), stories.moved()])
def test_items_keep_the_schema_of_iptc(dossier, version: str) -> None:
    found = json.loads(json.dumps(item(dossier)))
    assert [e.message for e in validator(version).iter_errors(found)] == []


def test_the_schema_is_really_asked() -> None:
    broken = item(stories.announced()) | {"start": "2031-05-20"}
    assert list(validator("3.1").iter_errors(broken))


DATES = [
    (stories.announced, {"expectedStartDate": "2031-05-20", "expectedEndDate": "2031-05-20"}),
    (stories.moved, {"expectedStartDate": "2031-06", "expectedEndDate": "2031-06"}),
    (stories.vague, {"expectedStartDate": "2031-05-12", "expectedEndDate": "2031-06-23"}),
    (stories.postponed, None),
    (stories.undated, None),
]


@pytest.mark.parametrize(("story", "expected"), DATES)
def test_dates_are_as_precise_as_they_were_said(story, expected: dict[str, str] | None) -> None:
    assert item(story())["eventDetails"].get("dates") == expected


STATUSES = [
    ("proposed", "stated", "eos2"), ("expected", "likely", "eos4"), ("expected", "possible", "eos3"),
    ("announced", "stated", "eos1"), ("confirmed", "stated", "eos5"), ("held", "stated", "eos5"),
    ("postponed", "stated", "eos2"), ("rescheduled", "stated", "eos5"), ("cancelled", "stated", "eos6"),
    ("declined", "stated", "eos6"), ("denied", "stated", "eos6"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "certainty", "code"), STATUSES)
def test_status_is_mapped_and_the_native_one_kept(status: str, certainty: str, code: str) -> None:
    state = stories.planned(stories.on(date(2031, 5, 20)), status=status, certainty=certainty)
    found = item(stories.Dossier(entry=stories.entry(state=state)))
    assert found["eventDetails"]["eventStatus"].endswith(f"/eventoccurstatus/{code}")
    assert {"rel": "legation:status", "literal": status, "name": status} in found["subjects"]
