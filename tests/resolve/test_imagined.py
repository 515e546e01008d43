"""What somebody imagines, or a state he is in, is no plan or visit: "he'd sit him down", "I would go tomorrow", "if he were president"."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2024, 5, 15)

# (text, expected): "kind status" of each engagement in the order told.
CASES = [
    ("Governor Paul Berg of Ohio says he'd sit Putin down and tell him to stop.", []),
    ("Donald Trump said he'd sit Vladimir Putin down and tell him to stop the war.", []),
    ("\"I would sit Putin down and tell him to stop,\" Donald Trump said.", []),
    ("If he were president, US Senator Marco Rubio said, he would meet Kim Jong Un the same day.", []),
    ("“I'd go to Moscow tomorrow,” British Foreign Secretary David Lammy said.", []),
    ("“I'd go to Moscow,” British Foreign Secretary David Lammy said.", []),
    ("\"I'd have gone to Beijing,\" Australian Prime Minister Anthony Albanese said.", []),
    ("\"I'd love to meet President Xi Jinping,\" Argentine President Javier Milei said.", ["meeting proposed"]),
    ("Australian Prime Minister Anthony Albanese said he'd meet Indian Prime Minister Narendra Modi on Friday.", ["meeting announced"]),
    ("Australian Prime Minister Anthony Albanese said he would visit India.", ["visit announced"]),
    ("\"President Putin told me that he would visit Turkey,\" Turkish President Recep Tayyip Erdogan said.", ["visit announced"]),
    ("French President Emmanuel Macron would never meet Bashar al-Assad, an aide said.", ["meeting denied"]),
    ("“[Mexican workers] don't want to go [to the U.S.],” former Mexican President Vicente Fox said.", []),
    (
        "Mexican President Felipe Calderon noted that immigration to the United States fell while he was in office between 2006 and "
        "2012.",
        [],
    ),
    ("“[Our citizens] are not going [to Russia] to fight,” Kenyan Foreign Minister Musalia Mudavadi said.", []),
    ("\"[Putin] will come [to Turkey] in June,\" Turkish President Recep Tayyip Erdogan said.", ["visit announced"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_what_is_only_imagined(text: str, expected: list[str]) -> None:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    assert [f"{e.kind} {e.status}" for e in found] == expected
