"""Meetings told by what meets: the joint bodies of two states, the ministers and leaders of a body of many."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2024, 3, 15)

# (sentence, expected): "kind status host: sides", in the order told; sides are states or bodies.
CASES = [
    ("The Kenya-Somalia joint commission will meet in Nairobi on Monday.", ["meeting announced KE: KE SO"]),
    ("The Kenyan-Norwegian intergovernmental commission is due to convene in Oslo in May.", ["meeting announced NO: KE NO"]),
    ("The joint commission of Kenya and Norway met in Oslo on Thursday.", ["meeting held NO: KE NO"]),
    # bodies of citizens and firms
    ("The Kenya-Norway business council met in Oslo on Thursday.", []),
    ("The Kenyan-Norwegian parliamentary friendship group met in Oslo on Thursday.", []),
    ("The Kenya-Norway investment forum convened in Oslo on Thursday.", []),
    # a body's ministers and leaders, where a change or a day is told
    ("A meeting of ASEAN foreign ministers has been postponed.", ["meeting postponed None: ASEAN"]),
    ("The European Union's foreign ministers will meet on Monday to discuss Kenya.", ["meeting announced None: EU"]),
    ("NATO defence ministers meet next week.", ["meeting announced None: NATO"]),
    ("NATO defence ministers often meet.", []),
    # a summit and who hosts it are one
    (
        "The Office of the Prime Minister of Papua New Guinea confirms that the Prime Minister will represent the country "
        "at the summit of Pacific leaders hosted by the Federated States of Micronesia from 8 to 10 September 2024.",
        ["summit announced FM: - FM PG"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:44] for text, _ in CASES])
def test_what_meets(text: str, expected: list[str]) -> None:
    told = []
    for e in read_text(text, published=PUBLISHED, is_final=True).engagements:
        sides = sorted({p.country or p.organisation or "-" for p in e.participants})
        told.append(f"{e.kind} {e.status} {e.host_country}: {' '.join(sides)}")
    assert told == expected
