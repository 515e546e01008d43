"""Who comes to a gathering: the table of ``benchmarks/grids/gatherings.py``, and what makes none of it."""

from __future__ import annotations

import pytest

from grids import gatherings
from legation import read_text


def test_the_table_of_gatherings() -> None:
    wrong = [text for text, states, days in gatherings.rows() if not gatherings.is_right(text, states, days)]
    assert len(wrong) <= 3, wrong


def test_who_stays_away_does_not_come() -> None:
    assert [text for text in gatherings.refusals() if not gatherings.comes_none(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Kenya will host an athletics meeting on Friday. The leaders of Botswana and Namibia will attend.",
        "A concert will be held in Lusaka on May 21. The presidents of Botswana and Namibia will attend.",
        "Botswana's President Mokgweetsi Kgosi gave a speech on Monday. The ministers of Namibia and Malawi took part.",
    ],
)
def test_nobody_comes_to_what_is_no_gathering(text: str) -> None:
    assert read_text(text, published=gatherings.PUBLISHED, is_final=True).engagements == ()


@pytest.mark.parametrize("opener", ["Among those expected are", "Amongst those expected are", "Among the guests are"])
def test_who_is_named_among_those_who_come(opener: str) -> None:
    coming = f"{opener} President Ole Krag of Denmark and Prime Minister Ken Mori of Japan."
    text = f"Peru will host the Andean Summit in Lima on Friday. {coming}"
    (summit,) = read_text(text, published=gatherings.PUBLISHED, is_final=True).engagements
    assert {p.country for p in summit.participants} == {"PE", "DK", "JP"}
