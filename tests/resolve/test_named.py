"""Who takes part by name, where the sentence of the engagement gives a state, an office or a side only.

Read as published on Wednesday 15 May 2024. A row: the passage, the names that some engagement of it must have, and those that
none may have.
"""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2024, 5, 15)

ROWS = [
    # offices told of in the plural
    (
        "Prime ministers from Cambodia and Thailand are to meet later this month. Cambodian premier Sok Chea agreed to a request"
        " from his Thai counterpart Anan Suksawat to meet in New York.",
        ["Sok Chea", "Anan Suksawat"],
        [],
    ),
    (
        "Leaders of Kenya and Uganda will meet on Monday in Nairobi. President Juma Oduya of Kenya said he was looking forward"
        " to it. President Yoweri Kato of Uganda will stay two days.",
        ["Juma Oduya", "Yoweri Kato"],
        [],
    ),
    (
        "The foreign ministers of Peru and Kenya will meet in Lima on Monday. Ann Wako, Kenya's foreign minister, will fly on"
        " Sunday.",
        ["Ann Wako"],
        [],
    ),
    (
        "The presidents of Kenya and Uganda will meet in Nairobi on Monday. Prime Minister Yoweri Kato of Uganda welcomed it.",
        [],
        ["Yoweri Kato"],
    ),
    # counterparts with another title
    (
        "Prime Minister Anna Lindqvist of Sweden had a phone conversation with her Mexican counterpart on Sunday. Lindqvist and"
        " President Enrique Soto of Mexico discussed trade.",
        ["Anna Lindqvist", "Enrique Soto"],
        [],
    ),
    (
        "Foreign Minister Ann Wako of Kenya will meet her Peruvian and Chilean counterparts in Lima on Monday. Peru's Foreign"
        " Minister Luis Tello and Chile's Foreign Minister Rosa Soto have confirmed.",
        ["Ann Wako", "Luis Tello", "Rosa Soto"],
        [],
    ),
    # who leads a delegation
    (
        "Kenya and Uganda will hold talks in Nairobi on Monday. The Ugandan side will be led by Foreign Minister Jeje Odongo.",
        ["Jeje Odongo"],
        [],
    ),
    (
        "Peru and Kenya held talks in Lima on Monday. Trade Minister Ann Wako led the Kenyan delegation, and Luis Tello, the"
        " Peruvian trade minister, headed the Peruvian side.",
        ["Ann Wako", "Luis Tello"],
        [],
    ),
    # who meets at a summit, and where two of one office stand beside their states
    (
        "Kenya-Uganda summit set for Monday in Nairobi. Kenyan President Juma Oduya and Ugandan President Yoweri Kato will"
        " discuss trade.",
        ["Juma Oduya", "Yoweri Kato"],
        [],
    ),
    (
        "Kenya and Peru will hold talks in Lima on Monday. Kenyan Foreign Minister Ann Wako and Peruvian Foreign Minister Luis"
        " Tello will attend.",
        ["Ann Wako", "Luis Tello"],
        [],
    ),
    # two could be meant, or one side alone is named
    (
        "Kenya and Uganda will hold a summit on Friday. President Juma Oduya of Kenya and Prime Minister Ali Moss of Kenya"
        " welcomed it.",
        [],
        ["Juma Oduya", "Ali Moss"],
    ),
    (
        "Japan and South Korea will hold talks in Seoul on Friday. Japanese Foreign Minister Kenji Sato said he was hopeful.",
        [],
        ["Kenji Sato"],
    ),
    (
        "Talks between Kenya and Uganda are to begin on Friday. Kenyan Trade Minister Ann Wako and Ugandan ambassador Jeje Moss"
        " welcomed them.",
        [],
        ["Ann Wako", "Jeje Moss"],
    ),
]


@pytest.mark.parametrize(("text", "named", "unnamed"), ROWS)
def test_who_takes_part_by_name(text: str, named: list[str], unnamed: list[str]) -> None:
    record = read_text(text, published=PUBLISHED, is_final=True)
    names = {p.name for e in record.engagements for p in e.participants if p.name}
    assert set(named) <= names
    assert not set(unnamed) & names
    assert record.engagements
