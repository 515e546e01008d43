"""What a page recalls: the first of its kind since, the last who came, two verbs under one day, days of long ago."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2024, 3, 15)

# (text, expected): "kind status host earliest" of each engagement, "*" before what is background, in the order told.
CASES = [
    (
        "Norwegian Foreign Minister Mia Aas arrived in Nairobi on Thursday. She is the highest-ranking Norwegian official "
        "to visit Kenya since 2011.",
        ["visit under_way KE 2024-03-14"],
    ),
    (
        "Norwegian Foreign Minister Mia Aas, the most senior European official to visit Kenya in years, met Kenyan "
        "President William Ruto in Nairobi on Thursday.",
        ["meeting held KE 2024-03-14"],
    ),
    (
        "Norwegian Prime Minister Ola Berg will be the first leader from Europe to visit Kenya in a decade.",
        ["visit announced KE None"],
    ),
    (
        "Two years ago, Norwegian Foreign Minister Mia Aas visited Kenya and met President William Ruto.",
        ["*visit held KE 2022-01-01", "*meeting held KE 2022-01-01"],
    ),
    (
        "Kenyan President William Ruto made a historic visit to Norway in 2019, when he met Prime Minister Ola Berg of "
        "Norway.",
        ["*visit held NO 2019-01-01", "*meeting held NO 2019-01-01"],
    ),
    (
        "In 1995, Norwegian envoy Mia Aas stepped in during the crucial final days of the Kenyan peace talks in Geneva.",
        ["*talks held CH None"],
    ),
    (
        "The last time the leaders of Norway and Kenya met was in Geneva in 2019.",
        ["*meeting held CH None"],
    ),
    (
        "Norwegian Foreign Minister Mia Aas arrived in Nairobi on Thursday. No Norwegian minister has come there since Prime "
        "Minister Ola Berg's trip to Kenya in September last year.",
        ["visit under_way KE 2024-03-14", "*visit held KE 2023-09-01"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_what_is_looked_back_on(text: str, expected: list[str]) -> None:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    told = [f"{'*' * e.background}{e.kind} {e.status} {e.host_country} {e.when.earliest}" for e in found]
    assert told == expected
