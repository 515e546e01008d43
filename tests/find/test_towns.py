"""Towns beside the world's chief cities: (text, "place state" of all that it names)."""

from __future__ import annotations

import pytest

from legation.find.places import find_places
from legation.parse import SpacyParser
from legation.records import Article
from legation.rules import table
from legation.rules.world import world_rules

ROWS = [
    ("The Georgian minister flew to Trabzon on Monday.", ["Trabzon TR"]),
    ("The two ministers met in the Black Sea city of Samsun.", ["Samsun TR"]),
    ("He visited Kisumu, Nakuru and Eldoret before flying home.", ["Kisumu KE", "Nakuru KE", "Eldoret KE"]),
    ("They landed at Lusail Airport on Tuesday.", ["Lusail QA"]),
    ("KISUMU, Kenya - The president spoke.", ["KISUMU KE"]),
    ("Talks will be held in Zorgan, Qatar, on Friday.", ["Zorgan QA", "Qatar QA"]),
    ("Talks will be held in Alba Quera, Chile.", ["Alba Quera CL"]),
    # no place
    ("Carlos Mendoza said so.", []),
    ("Mendoza scored twice for his side.", []),
    ("The minister met Maria Rosario in her office.", []),
    ("Salta Gonzalez won the race.", []),
    ("He spoke to Amina Odera, Kenya's foreign minister.", ["Kenya KE"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_towns(text: str, expected: list[str], parser: SpacyParser) -> None:
    found = find_places(parser.annotate(Article(text=text)), world_rules())
    assert [f"{p.place or text[p.start : p.end]} {p.country}" for p in found if p.country] == expected


def test_every_town_is_of_a_state_and_stands_once() -> None:
    rows = table("world/towns")["towns"]
    names = [name for towns in rows.values() for name in towns]
    assert len(world_rules().towns) == len(names) > 2000
    assert [code for code, towns in rows.items() if list(towns) != sorted(towns)] == []
