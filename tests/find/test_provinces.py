"""Towns whose land stands behind them are that land's, whatever else they are the name of."""

from __future__ import annotations

import pytest

from legation.find.people import find_places
from legation.parse import default_parser
from legation.records import Article
from legation.rules.world import world_rules

# (text, expected): "place country" of each place in text order.
CASES = [
    ("She made stops in Manchester, New Hampshire, and in Dublin on Tuesday.", ["Manchester US", "New Hampshire US", "Dublin IE"]),
    ("She travelled to Paris, Texas, on Monday.", ["Paris US", "Texas US"]),
    ("She will visit Athens, Georgia, next week.", ["Athens US", "Georgia US"]),
    ("She spoke at stops in Manchester and Concord, New Hampshire.", ["Manchester US", "New Hampshire US"]),
    ("She flew to London, Ont., in May.", ["London CA"]),
    ("She visited Lebanon, Pa., in May.", ["Lebanon US"]),
    ("She will visit Perth, Scotland, in June.", ["Perth GB", "None GB"]),
    ("She visited Tbilisi, Georgia, on Monday.", ["Tbilisi GE", "None GE"]),
    ("She will visit Baku, Georgia and Turkey next week.", ["Baku AZ", "None GE", "None TR"]),
    ("She will visit London, Paris and Rome next week.", ["London GB", "Paris FR", "Rome IT"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_a_town_with_its_land_behind(text: str, expected: list[str]) -> None:
    found = find_places(default_parser().annotate(Article(text=text)), world_rules())
    assert [f"{p.place} {p.country}" for p in found] == expected
