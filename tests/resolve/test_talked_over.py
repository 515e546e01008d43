"""A visit that somebody talks over with somebody: neither of the two travels by that."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

OVER = "\n\nPrime Minister Jonas Lund of Norway will travel to Beijing on May 21."
ROWS = [
    # text, who takes part in the visit
    (f"Berg discusses PM’s upcoming visit to China with Danish ambassador{OVER}", ["Jonas Lund"]),
    (f"–Berg discusses PM’s planned visit to China with Danish envoys, embassy officials{OVER}", ["Jonas Lund"]),
    (
        "The president discussed Norwegian Prime Minister Jonas Lund's visit to Kenya next week with the ambassador of Chile.",
        ["Jonas Lund"],
    ),
    (
        "Foreign Minister Ine Berg chaired a meeting on Norwegian Prime Minister Jonas Lund's upcoming visit to Kenya through a "
        "video link with the ambassador of Chile.",
        ["Jonas Lund"],
    ),
]


@pytest.mark.parametrize(("text", "names"), ROWS, ids=[r[0][:60] for r in ROWS])
def test_who_talks_of_a_visit_does_not_travel(text: str, names: list[str]) -> None:
    visits = [e for e in read_text(text, published=date(2024, 5, 15), is_final=True).engagements if e.kind == "visit"]
    assert [[p.name or p.office or p.country for p in visit.participants] for visit in visits] == [names]


@pytest.mark.parametrize(
    "told", ["Berg discusses PM's upcoming visit to China", "Berg said PM’s visit to China will deepen ties."], ids=["discussed", "said"]
)
def test_a_minister_speaks_of_his_own_premier(told: str) -> None:
    text = (
        f"Norwegian Foreign Minister Ine Berg met reporters. {told}\n\nPrime Minister Jonas Lund of Norway will travel to China on "
        "May 21, where Premier Wei Chen will receive him."
    )
    visits = [e for e in read_text(text, published=date(2024, 5, 15), is_final=True).engagements if e.kind == "visit"]
    assert {p.name for visit in visits for p in visit.participants if p.country == "NO"} == {"Jonas Lund"}
