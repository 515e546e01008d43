"""Quoted stretches: (paragraphs, stretches with their marks)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.find.statements._quotes import find_quotes

TABLE: list[tuple[str, list[str]]] = [
    ('He said "yes" and "no".', ['"yes"', '"no"']),
    ("He said “yes” and “no”.", ["“yes”", "“no”"]),
    ("‘We will go,’ she said, ‘and don’t ask.’", ["‘We will go,’", "‘and don’t ask.’"]),
    ("The envoys’ visit was the minister's idea.", []),
    ("'We will go,' she said.", ["'We will go,'"]),
    ("It was '90s music, rock 'n' roll.", []),
    ("«On ira», a-t-il dit.", ["«On ira»"]),
    ("»Wir gehen«, sagte er.", ["»Wir gehen«"]),
    ("„Wir gehen“, sagte er.", ["„Wir gehen“"]),
    ("「行きます」と述べた。", ["「行きます」"]),
    ("``We will go,'' she said.", ["``We will go,''"]),
    ("''We will go,'' she said.", ["''We will go,''"]),
    ("“She told me ‘no’ twice,” he said.", ["“She told me ‘no’ twice,”"]),
    ("It is “abhorrent“ to us.", ["“abhorrent“"]),
    ("“We will go,\n“and we will stay.”", ["“We will go,", "“and we will stay.”"]),
    ("“We will go, he said.", ["“We will go, he said."]),
    ("We will go,” he said.", ["We will go,”"]),
    ('The gun is 5" long.', []),
    ('<a author="x">Text</a>', []),
]


def stretches(text: str) -> list[str]:
    bounds, start = [], 0
    for line in text.split("\n"):
        bounds.append((start, start + len(line)))
        start += len(line) + 1
    return [text[q.start : q.end] for q in find_quotes(text, tuple(bounds))]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t[:30] for t, _ in TABLE])
def test_quoted_stretches(text: str, expected: list[str]) -> None:
    assert stretches(text) == expected


@given(st.text(alphabet="ab ,.?\n\"'“”‘’«»„`´=0שب", max_size=80))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    bounds, start = [], 0
    for line in text.split("\n"):
        bounds.append((start, start + len(line)))
        start += len(line) + 1
    found = find_quotes(text, tuple(bounds))
    for quote in found:
        low, high = bounds[quote.paragraph]
        assert low <= quote.start < quote.end <= high
    assert all(a.end <= b.start for a, b in pairwise(found))
