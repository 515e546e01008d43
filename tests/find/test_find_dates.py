"""What is a temporal expression, of which type, and what only looks like one."""

from __future__ import annotations

import pytest

from legation.find.dates import find_dates, light
from legation.parse import default_parser
from legation.records import Article, Block
from legation.rules.dates import date_rules


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(m.words, m.type) for m in find_dates(light(Article(text=text)), date_rules(language))]


FOUND = [
    ("on 5 March", [("5 March", "DATE")]),
    ("on the 5th of March, 2024,", [("the 5th of March, 2024", "DATE")]),
    ("March 5-7, 2024", [("March 5-7, 2024", "DATE")]),
    ("28-31 March", [("28-31 March", "DATE")]),
    ("dated 5/3/24", [("5/3/24", "DATE")]),
    ("from Monday to Wednesday", [("Monday to Wednesday", "DATE")]),
    ("between 2004 and 2009", [("2004 and 2009", "DATE")]),
    ("mid-June and late 2023", [("mid-June", "DATE"), ("late 2023", "DATE")]),
    ("in the third quarter of last year", [("the third quarter of last year", "DATE")]),
    ("this spring", [("this spring", "DATE")]),
    ("by the end of the year", [("the end of the year", "DATE")]),
    ("at 10 p.m. Monday", [("10 p.m. Monday", "TIME")]),
    ("on Tuesday night", [("Tuesday night", "TIME")]),
    ("overnight", [("overnight", "TIME")]),
    ("for more than three days", [("more than three days", "DURATION")]),
    ("a two-and-a-half-year term", [("two-and-a-half-year", "DURATION")]),
    ("in the next few days", [("the next few days", "DURATION")]),
    ("twice a week", [("twice a week", "SET")]),
    ("on Fridays", [("Fridays", "SET")]),
    ("Monday nights", [("Monday nights", "SET")]),
    ("nineteen ninety-six", [("nineteen ninety-six", "DATE")]),
    ("after Ramadan", [("Ramadan", "DATE")]),
    ("on the eve of the summit", [("the eve of the summit", "DATE")]),
    ("no firm date has yet been fixed", [("no firm date has yet been fixed", "DATE")]),
    ("dates to be announced", [("dates to be announced", "DATE")]),
    ("a few days ago, soon, now", [("a few days ago", "DATE"), ("soon", "DATE"), ("now", "DATE")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[row[0] for row in FOUND])
def test_finds(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


NOT_DATES = [
    "The match ended 3-2.",
    "Call +1 202 555 2010.",
    "It cost $2012.",
    "Flight 370 vanished.",
    "Resolution 2231 stands.",
    "May said the deal may fail.",
    "The March on Washington",
    "The Sun newspaper",
    "An A320 and an F-16",
    "Theresa May spoke.",
    "A 44-year-old man",
    "He is 52 years old.",
    "three-quarters of the vote",
    "Second, they march.",
    "World War II",
    "The ratio is 10:1.",
    "version 2.10.2019.4",
    "Mr. August left.",
    "He deals with the day-to-day work.",
    "ranked second in the world",
    "1,990 people",
    "12.5 percent",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_leaves_look_alikes(text: str) -> None:
    assert found(text) == []


def test_runs_across_no_block() -> None:
    text = "Talks on March\n5 ministers came"
    apart = Article(text=text, blocks=(Block(0, 14), Block(15, len(text))))
    whole = Article(text=text)
    rules = date_rules()
    assert [m.words for m in find_dates(light(apart), rules)] == ["March"]
    assert [m.words for m in find_dates(light(whole), rules)] == ["March\n5"]


def test_tagger_vetoes_the_verb() -> None:
    doc = default_parser().annotate(Article(text="They fall in line, and in March they may march."))
    assert [m.words for m in find_dates(doc, date_rules())] == ["March"]


FRENCH = [
    ("Il arrivera vendredi prochain à 14h30.", [("vendredi prochain à 14h30", "TIME")]),
    ("du 28 au 31 mars 2024", [("du 28 au 31 mars 2024", "DATE")]),
    ("il y a quelques jours", [("il y a quelques jours", "DATE")]),
    ("Aucune date n’a encore été fixée", [("Aucune date n’a encore été fixée", "DATE")]),
    ("trois jours, chaque semaine", [("trois jours", "DURATION"), ("chaque semaine", "SET")]),
    ("le vol 370 et la page 12", []),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH, ids=[row[0] for row in FRENCH])
def test_finds_in_french_with_data_alone(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "fr") == expected
