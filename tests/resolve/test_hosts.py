"""Where an engagement is, told by a house, a gathering or where its people speak: (passage, "kind host place" of each), read
as published on Wednesday 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PASSAGES: list[tuple[str, list[str]]] = [
    # whose house
    ("Kenyan President Musa Otieno met Senegalese President Amadou Diop at State House, Mombasa on Tuesday.", ["meeting KE Mombasa"]),
    ("Croatian President Ivo Babic met Hungarian Foreign Minister Peter Szabo at the Presidential Palace on Tuesday.", ["meeting HR -"]),
    ("Croatian Foreign Minister Ivo Babic met Hungarian Foreign Minister Peter Szabo at the Croatian Foreign Ministry on Tuesday.", ["meeting HR -"]),
    # an embassy stands elsewhere; the house may be either's
    ("Croatian Foreign Minister Ivo Babic met Hungarian Foreign Minister Peter Szabo at the Hungarian embassy on Tuesday.", ["meeting - -"]),
    ("Croatian President Ivo Babic met Hungarian President Peter Szabo at the Presidential Palace on Tuesday.", ["meeting - -"]),
    # gatherings with a fixed seat, and one without
    ("Croatian President Ivo Babic met Hungarian President Peter Szabo on the sidelines of the 78th session of the United Nations General Assembly.", ["meeting US New York"]),
    ("Croatian President Ivo Babic will meet Hungarian President Peter Szabo next week at the Doha Forum.", ["meeting QA Doha"]),
    ("Croatian President Ivo Babic will meet Hungarian President Peter Szabo at the African Union summit in June.", ["meeting - -", "summit - -"]),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "expected"), PASSAGES, ids=[p[:90] for p, _ in PASSAGES])
def test_hosts(passage: str, expected: list[str]) -> None:
    found = read_text(passage, published=date(2024, 5, 15), is_final=True).engagements
    assert [f"{e.kind} {e.host_country or '-'} {e.place or '-'}" for e in found] == expected
