"""What texts are about: (text, (topic, words) in text order), one row for each topic."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import read_text
from legation.find.topics import find_topics
from legation.parse import default_parser
from legation.records import Article
from legation.rules import table
from legation.rules.topics import topic_phrases

TABLE: list[tuple[str, list[tuple[str, str]]]] = [
    ("They discussed tariffs on steel.", [("trade", "tariffs")]),
    ("A free trade pact was signed.", [("trade", "free trade")]),
    ("The loan was the main point.", [("economy", "loan")]),
    ("They talked about troops and arms.", [("security", "troops"), ("security", "arms")]),
    ("The truce was welcomed.", [("conflict", "truce")]),
    ("Uranium was on the table.", [("nuclear", "Uranium")]),
    ("Taiwan came up twice.", [("taiwan", "Taiwan")]),
    ("The demarcation of the frontier goes on.", [("territory", "demarcation"), ("territory", "frontier")]),
    ("Both sides spoke of refugees.", [("migration", "refugees")]),
    ("They vowed to fight terrorism.", [("terrorism", "terrorism")]),
    ("They signed a text on deforestation.", [("climate", "deforestation")]),
    ("The pipeline will carry gas.", [("energy", "pipeline"), ("energy", "gas")]),
    ("Vaccines will be shared.", [("health", "Vaccines")]),
    ("The famine was raised.", [("disaster", "famine")]),
    ("He spoke of human rights.", [("rights", "human rights")]),
    ("Extradition and smuggling were named.", [("crime", "Extradition"), ("crime", "smuggling")]),
    ("Semiconductors dominated the hour.", [("cyber", "Semiconductors")]),
    ("The embargo stays.", [("sanctions", "embargo")]),
    ("They praised bilateral ties.", [("bilateral", "bilateral ties")]),
    ("New scholarships were promised.", [("culture", "scholarships")]),
    ("The prisoner swap was agreed.", [("legal", "prisoner swap")]),
    ("The referendum was discussed.", [("election", "referendum")]),
    # whole words, longest phrase first, and nothing where nothing is said
    ("Trademark law was dull.", []),
    ("The climate change bill passed.", [("climate", "climate change")]),
    ("They had lunch.", []),
]


def topics(text: str) -> list[tuple[str, str]]:
    return [(t.name, t.words) for t in find_topics(default_parser().annotate(Article(text=text)), topic_phrases())]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_topics(text: str, expected: list[tuple[str, str]]) -> None:
    assert topics(text) == expected


def test_every_topic_has_its_row() -> None:
    assert set(table("en/topics")) == {name for _, rows in TABLE for name, _ in rows}


def test_an_engagement_has_the_topics_of_its_sentence_and_the_next_with_their_words() -> None:
    text = "Kenyan President Musa Otieno visited Lisbon. He discussed tariffs.\n\nFar away, a famine spread.\n\nVaccines are scarce."
    (visit,) = read_text(text, is_final=True).engagements
    assert visit.topics == ("trade",)
    assert [(t.name, text[t.start : t.end]) for t in visit.topic_evidence] == [("trade", "tariffs")]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    doc = default_parser().annotate(Article(text=text))
    found = find_topics(doc, topic_phrases())
    assert all(text[t.start : t.end] == t.words for t in found)
    assert [t.start for t in found] == sorted(t.start for t in found)
