"""Who says it at a sentence's end is the subject of the saying, and whom it names before that is not."""

from __future__ import annotations

import pytest

from legation.parse import SpacyParser
from legation.read import article
from legation.records import Page

ROWS = [
    ("Novak will see Paul Okello, the president of Uganda, a spokeswoman for Novak said.", "spokeswoman", "Okello"),
    ("Novak met Ugandan President Paul Okello, a senior official in Bratislava said on Monday.", "official", "Okello"),
    ("Novak will meet the president of Uganda, Paul Okello, his spokesman, Petr Urban, said.", "spokesman", "president"),
    ("Novak will meet Uganda's foreign minister, Paul Okello, Petr Urban, his spokesman, told reporters.", "Urban", "minister"),
]


@pytest.mark.parametrize(("text", "source", "met"), ROWS, ids=[text[:40] for text, _, _ in ROWS])
def test_source_is_subject_of_the_saying(parser: SpacyParser, text: str, source: str, met: str) -> None:
    doc = parser.annotate(article(Page(source="t", text=text, is_final=True)))
    saying = next(t for t in doc.tokens if t.lower in {"said", "told"})
    assert [t.text for t in doc.children(saying.i, "nsubj")] == [source]
    assert saying.dep == "ROOT"
    seen = next(t for t in doc.tokens if t.lower in {"see", "met", "meet"})
    assert [t.text for t in doc.children(seen.i, "dobj")] == [met]


def test_an_apposition_that_a_comma_closes_stays_one(parser: SpacyParser) -> None:
    doc = parser.annotate(article(Page(source="t", text="Paul Okello, the president of Uganda, said it was late.", is_final=True)))
    saying = next(t for t in doc.tokens if t.lower == "said")
    assert [t.text for t in doc.children(saying.i, "nsubj")] == ["Okello"]


def test_source_behind_a_long_list_is_the_one_apposition_before_the_verb(parser: SpacyParser) -> None:
    listed = ", ".join(f"Minister {name}" for name in ["Okello", "Novak", "Urban", "Varga", "Oduya"] * 40)
    doc = parser.annotate(article(Page(source="t", text=f"Novak will meet {listed}, a spokesman for Novak said.", is_final=True)))
    saying = next(t for t in doc.tokens if t.lower == "said")
    assert [t.text for t in doc.children(saying.i, "nsubj")] == ["spokesman"]


def test_each_saying_of_a_sentence_gets_its_own_source(parser: SpacyParser) -> None:
    text = "Novak will meet Paul Okello, a spokesman in Bratislava said, but Okello will not receive Petr Urban, an official in Kampala said."
    doc = parser.annotate(article(Page(source="t", text=text, is_final=True)))
    sayings = [t.i for t in doc.tokens if t.lower == "said"]
    assert [[t.text for t in doc.children(i, "nsubj")] for i in sayings] == [["spokesman"], ["official"]]
