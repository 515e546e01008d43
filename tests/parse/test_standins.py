"""Presents taken for plurals and nouns taken for verbs, as headlines have them, are read as what they are."""

from __future__ import annotations

import pytest

from legation import read_text
from legation.parse import default_parser
from legation.read import article
from legation.records import Annotation, Page

SUBJECTS = [
    "Timor-Leste president",
    "Guinea-Bissau's Foreign Minister Joao Silva",
    "President Ali Noor of Somalia",
    "Foreign Minister Bo Oe of Timor-Leste",
    "Papua New Guinea leader",
    "Vietnam's top diplomat",
    "Burkina Faso foreign minister",
    "Slovak FM Hudak",
]
TELLING = [
    "travels to Chile",
    "heads to Chile",
    "visits Chile",
    "leaves for Chile",
    "lands in Chile",
    "tours Chile",
    "hosts Chilean foreign minister",
    "phones Chilean counterpart",
    "cancels Chile trip",
    "postpones visit to Chile",
    "begins Chile visit",
]


def annotation(text: str) -> Annotation:
    return default_parser().annotate(article(Page(source="t", text=text, is_final=True)))


@pytest.mark.parametrize("telling", TELLING)
def test_headlines_tell_of_engagements(telling: str) -> None:
    missed = []
    for subject in SUBJECTS:
        found = read_text(f"{subject} {telling}\n\nThe ministry gave no details.", is_final=True).engagements
        sides = {p.country for e in found for p in e.participants} | {e.host_country for e in found}
        if "CL" not in sides or len(sides - {None}) < 2:
            missed.append(subject)
    assert missed == []


def test_the_words_stay_those_of_the_text() -> None:
    text = "Vietnam's top diplomat heads to Chile"
    doc = annotation(text)
    heads = next(t for t in doc.tokens if t.text == "heads")
    assert (heads.lemma, heads.pos, heads.tag, text[heads.start : heads.end]) == ("head", "VERB", "VBZ", "heads")
    assert next(t for t in doc.tokens if t.text == "diplomat").head == heads.i


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("State visits to Chile", "visits"),
        ("Talks between heads of state", "heads"),
        ("The minister counts his foreign visits.", "visits"),
        ("Hudak said that state visits take time.", "visits"),
        ("Oil tours of the Gulf", "tours"),
    ],
)
def test_plurals_stay_plurals(text: str, word: str) -> None:
    assert next(t for t in annotation(text).tokens if t.text == word).pos == "NOUN"


def test_a_verb_behind_a_name_stays_one() -> None:
    doc = annotation("Hudak said that Chile will visit him.")
    assert next(t for t in doc.tokens if t.text == "visit").pos == "VERB"
