"""Whose a bare title is on a page that names several holders: "the Prime Minister" among three of them, and in a heading."""

from __future__ import annotations

import pytest

from legation.find.people import find_people, find_places
from legation.parse import default_parser
from legation.read import article
from legation.records import Page
from legation.resolve.people import resolve_people
from legation.rules.offices import office_rules
from legation.rules.world import world_rules

ROWS = [
    # text, home, words of the mention, who it is
    ("Prime Minister Anne Brown will meet British Prime Minister Jane Hill and Dutch Prime Minister Piet Smit. In London, the Prime "
     "Minister will speak on trade.", "CA", "the Prime Minister", "Anne Brown"),
    ("Canadian Prime Minister Anne Brown met Italian Prime Minister Carlo Rossi. Rossi thanked Canada. The prime minister will come "
     "again in June.", "CA", "The prime minister", "Carlo Rossi"),
    ("Slovak Prime Minister Eva Mala will go to Rome. There the prime minister will speak on trade. She will meet Italian Prime Minister "
     "Carlo Rossi and Dutch Prime Minister Piet Smit. In Madrid, the prime minister will open a bridge.", None,
     "the prime minister", "Eva Mala"),
    ("Prime Minister to visit Italy\n\nCanadian Prime Minister Anne Brown will leave on Monday for talks with Prime Minister Carlo "
     "Rossi of Italy.", None, "Prime Minister", "Anne Brown"),
    ("Foreign minister to visit Italy\n\nNorwegian Foreign Minister Kari Lund will meet Foreign Minister Carlo Rossi of Italy on Monday.",
     None, "Foreign minister", "Kari Lund"),
    ("Norwegian Foreign Minister Kari Lund was received by her host, Italian Foreign Minister Carlo Rossi.", None, "her host", "Carlo Rossi"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "home", "words", "name"), ROWS, ids=[row[0][:50] for row in ROWS])
def test_holder_of_a_bare_title(text: str, home: str | None, words: str, name: str) -> None:
    doc = default_parser().annotate(article(Page(source="t", text=text, is_final=True)))
    world, offices = world_rules(), office_rules()
    cast = resolve_people(find_people(doc, world, offices), find_places(doc, world), doc, world, offices, home=home)
    said = [m for m in cast.mentions if text[m.start : m.end] == words and m.actor is not None]
    assert [cast.actors[m.actor].name for m in said[-1:] if m.actor is not None] == [name]
