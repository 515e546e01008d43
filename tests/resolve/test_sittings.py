"""How many meetings a sentence tells of and where those beside a gathering are: (passage of 7 June 2023, what is read out of it).

An engagement is written "kind NAMES host"; the names in alphabetical order.
"""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PASSAGES: list[tuple[str, list[str]]] = [
    # each behind a preposition of his own
    (
        "Latvian President Karlis Ozols was received by Ana Costa, the Portuguese president, and by Portuguese Prime Minister "
        "Rui Matos.",
        ["meeting Ana Costa, Karlis Ozols PT", "meeting Karlis Ozols, Rui Matos PT"],
    ),
    (
        "Peruvian Foreign Minister Luis Soto held talks with Indian Foreign Minister Arun Mehta and with Kenyan President "
        "Peter Otieno.",
        ["talks Arun Mehta, Luis Soto -", "talks Luis Soto, Peter Otieno -"],
    ),
    # one preposition for both
    (
        "Latvian President Karlis Ozols was received by Portuguese President Ana Costa and Prime Minister Rui Matos.",
        ["meeting Ana Costa, Karlis Ozols, Rui Matos PT"],
    ),
    # one each, though of one state
    (
        "Kenyan President Peter Otieno will hold separate meetings with Portuguese President Ana Costa and Prime Minister Rui "
        "Matos of Portugal in Geneva.",
        ["meeting Ana Costa, Peter Otieno CH", "meeting Peter Otieno, Rui Matos CH"],
    ),
    (
        "Kenyan President Peter Otieno later met Portuguese President Ana Costa and Prime Minister Rui Matos in Geneva.",
        ["meeting Ana Costa, Peter Otieno, Rui Matos CH"],
    ),
    # beside a gathering
    (
        "Moroccan Prime Minister Omar Tazi will travel to Rwanda on Thursday for a regional conference. Tazi will also meet "
        "Japanese Prime Minister Ken Mori on the sidelines of the conference.",
        ["visit Omar Tazi RW", "meeting Ken Mori, Omar Tazi RW"],
    ),
    # not beside it: the page does not say where
    (
        "Moroccan Prime Minister Omar Tazi will travel to Rwanda on Thursday. He will meet Japanese Prime Minister Ken Mori "
        "in July.",
        ["visit Omar Tazi RW", "meeting Ken Mori, Omar Tazi -"],
    ),
]


@pytest.mark.parametrize(("passage", "expected"), PASSAGES, ids=[p[-50:] for p, _ in PASSAGES])
def test_how_many_and_where(passage: str, expected: list[str]) -> None:
    told = []
    for engagement in read_text(passage, published=date(2023, 6, 7)).engagements:
        names = ", ".join(sorted(p.name for p in engagement.participants if p.name))
        told.append(f"{engagement.kind} {names} {engagement.host_country or '-'}")
    assert told == expected
