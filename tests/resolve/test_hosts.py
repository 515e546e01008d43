"""Where an engagement is, told by a house, a gathering or where its people speak: (passage, "kind host place" of each), read
as published on Wednesday 15 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PASSAGES: list[tuple[str, list[str]]] = [
    # whose house
    ("Kenyan President Musa Otieno met Senegalese President Amadou Diop at State House, Mombasa on Tuesday.", ["meeting KE Mombasa"]),
    ("Kenyan President Musa Otieno met with his newly elected Senegalese counterpart at State House, Mombasa.", ["meeting KE Mombasa"]),
    ("Croatian President Ivo Babic met Hungarian Foreign Minister Peter Szabo at the Presidential Palace on Tuesday.", ["meeting HR -"]),
    ("Croatian Foreign Minister Ivo Babic met Hungarian Foreign Minister Peter Szabo at the Croatian Foreign Ministry on Tuesday.", ["meeting HR -"]),
    # an embassy stands elsewhere; the house may be either's
    ("Croatian Foreign Minister Ivo Babic met Hungarian Foreign Minister Peter Szabo at the Hungarian embassy on Tuesday.", ["meeting - -"]),
    ("Croatian President Ivo Babic met Hungarian President Peter Szabo at the Presidential Palace on Tuesday.", ["meeting - -"]),
    # gatherings with a fixed seat, and one without
    ("Croatian President Ivo Babic met Hungarian President Peter Szabo on the sidelines of the 78th session of the United Nations General Assembly.", ["meeting US New York"]),
    ("Croatian President Ivo Babic will meet Hungarian President Peter Szabo next week at the Doha Forum.", ["meeting QA Doha"]),
    ("Croatian President Ivo Babic will meet Hungarian President Peter Szabo at the African Union summit in June.", ["meeting - -"]),
    # where one of them speaks, right after or on that day
    ("Croatian President Ivo Babic told reporters in Vienna on Tuesday after meeting Hungarian President Peter Szabo that trade would grow.", ["meeting AT Vienna"]),
    ("Trade would grow, Croatian President Ivo Babic said in Krakow on Tuesday. Babic met Hungarian President Peter Szabo on Tuesday.", ["meeting PL Krakow"]),
    ("Croatian President Ivo Babic met Hungarian President Peter Szabo on Tuesday. Speaking to reporters in Vienna, Babic said trade would grow.", ["meeting AT Vienna"]),
    # on a day of his visit, or by tomorrow where it goes on; later he may be anywhere
    ("Croatian President Ivo Babic is visiting Austria. On May 16, Babic will meet Hungarian President Peter Szabo.", ["visit AT -", "meeting AT -"]),
    ("Croatian President Ivo Babic is visiting Austria. On May 30, Babic will meet Hungarian President Peter Szabo.", ["visit AT -", "meeting - -"]),
    # on another day he was elsewhere, for all the page says
    ("Croatian President Ivo Babic said in Krakow on Monday that trade would grow. Babic met Hungarian President Peter Szabo on Tuesday.", ["meeting - -"]),
]  # fmt: skip


@pytest.mark.parametrize(("passage", "expected"), PASSAGES, ids=[p[:90] for p, _ in PASSAGES])
def test_hosts(passage: str, expected: list[str]) -> None:
    found = read_text(passage, published=date(2024, 5, 15), is_final=True).engagements
    assert [f"{e.kind} {e.host_country or '-'} {e.place or '-'}" for e in found] == expected
