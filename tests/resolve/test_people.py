"""Who is who on a page: the table of naming patterns in tests/data/naming.toml, and what holds of any text."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from legation.find.people import find_people, find_places
from legation.parse import default_parser
from legation.records import Actor, Annotation, Article, Cast
from legation.resolve.people import resolve_people
from legation.rules.offices import office_rules
from legation.rules.world import world_rules

TABLE = tomllib.loads((Path(__file__).parent.parent / "data" / "naming.toml").read_text(encoding="utf-8"))
ROWS = [
    pytest.param(*_row[:1], _row[1:], id=f"{topic}-{n}")
    for topic, t in TABLE.items()
    for n, _row in enumerate(t["rows"])
]


def cast_of(text: str) -> tuple[Annotation, Cast]:
    annotation = default_parser().annotate(Article(text=text))
    world, offices = world_rules(), office_rules()
    people = find_people(annotation, world, offices)
    places = find_places(annotation, world)
    return annotation, resolve_people(people, places, annotation, world, offices)


def told(cast: Cast, actor: Actor) -> str:
    """An actor in the words of the table."""
    if actor.members:
        return " + ".join(sorted(told(cast, cast.actors[m]) for m in actor.members))
    if actor.kind == "group":
        return f"{actor.country} group"
    if actor.name:
        return actor.name
    if actor.kind == "country":
        return actor.country or ""
    return " ".join(part for part in (actor.country, actor.office or actor.organisation) if part)


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_naming(text: str, expected: list[str]) -> None:
    _, cast = cast_of(text)
    persons = sorted(a.name or "" for a in cast.actors if a.kind == "person")
    listed = [e for e in expected if "|" in e]
    assert persons == sorted(e.split(" | ")[0] for e in listed if not e.startswith("- |"))
    for line in expected:
        if "|" in line:
            assert_actor(cast, *line.split(" | "))
        elif line.startswith("place "):
            name, country = line.removeprefix("place ").split(" = ")
            assert (name, country) in {(text[p.start : p.end], p.country) for p in cast.places}
        elif line.startswith("no place "):
            assert line.removeprefix("no place ") not in {text[p.start : p.end] for p in cast.places}
        elif "=" in line:
            words, who = line.split(" = ")
            meant = {
                told(cast, cast.actors[m.actor])
                for m in cast.mentions
                if text[m.start : m.end] == words and m.actor is not None
            }
            assert " + ".join(sorted(who.split(" + "))) in {*meant, *(m.split(" ", 1)[-1] for m in meant)}


def assert_actor(cast: Cast, name: str, office: str, belongs: str) -> None:
    found = [
        (a.office or "-", a.organisation or a.country or "-")
        for a in cast.actors
        if (a.name or "-") == name and a.kind in ("person", "office")
    ]
    wanted = office, belongs
    assert any((wanted[0] in (f[0], "-") if name != "-" else wanted[0] == f[0]) and wanted[1] == f[1] for f in found), (
        found,
        wanted,
    )
