"""What is found quickly is what spaCy's own parts find, word for word."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pytest

from legation.parse._names import Names
from legation.parse._spacy import PIPELINES
from legation.parse._words import Words

TEXTS = (
    "Foreign Minister Anna Lindqvist of Sweden will meet her Finnish counterpart in Helsinki on 3 March 2024.",
    "The visit, which was to last 2 days,  cost $4.5 million. It's been put off: 'We'd rather wait', she'd said.",
    "He might've gone; they ain't going to. Who's who? Let's see \n what the best-known of the worst ones did.",
    "U.N. Secretary-General",
    "Paris",
    "   \t ",
    "the the of May 5 The New York Times Company, Ltd., said on Thursday Thursday the United Arab Emirates' envoy",
    "Cannot, gonna, wanna; more beautiful, most beautiful. Better, best, men, women; he himself and them themselves.",
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    """The pipeline that the parser takes too, as spaCy runs it."""
    return import_module(next(name for name in PIPELINES if find_spec(name))).load()


@pytest.mark.parametrize("texts", [TEXTS, *[(text,) for text in TEXTS]])
def test_names(nlp: Any, texts: tuple[str, ...]) -> None:
    finder = Names.of(nlp.get_pipe("ner"))
    assert finder is not None
    found = finder.find(list(nlp.pipe(texts, disable=["ner"])))
    assert found == [[(e.start, e.end, e.label_) for e in doc.ents] for doc in nlp.pipe(texts)]


@pytest.mark.parametrize("text", TEXTS)
def test_words(nlp: Any, text: str) -> None:
    words = Words.of(nlp)
    assert words is not None
    expected = [(t.text, t.lower_, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, str(t.morph)) for t in nlp(text)]
    for _ in range(2):  # learnt, then remembered
        assert words.of_doc(nlp(text, disable=["attribute_ruler", "lemmatizer"])) == expected
