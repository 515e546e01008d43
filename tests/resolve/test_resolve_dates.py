"""Which days are meant: our own passages, the conventions by name, and what stays open."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from legation.find.dates import find_dates, light
from legation.parse import default_parser
from legation.records import Article, When
from legation.resolve.dates import resolve_dates
from legation.rules.dates import date_rules

PASSAGES = tomllib.loads((Path(__file__).parents[1] / "data" / "date_passages.toml").read_text("utf-8"))["passage"]
MUST_BE_RIGHT = 0.95


def resolved(text: str, published: date | None, *, language: str = "en", parse: bool = False) -> tuple[When, ...]:
    article = Article(text=text)
    doc = default_parser().annotate(article) if parse else light(article)
    rules = date_rules(language)
    return resolve_dates(find_dates(doc, rules), doc, rules, published=published)


def rows(text: str, published: date | None, **options: Any) -> list[list[str]]:
    whens = resolved(text, published, **options)
    return [[w.words or "", w.value or "", str(w.earliest or ""), str(w.latest or "")] for w in whens]


@pytest.mark.parametrize("parse", [False, True], ids=["from words", "from a parse"])
def test_passages(parse: bool) -> None:
    got = [(p, rows(p["text"], p.get("published"), parse=parse)) for p in PASSAGES]
    wrong = [f"{p['text']}\n  expected {p['expect']}\n  got      {g}" for p, g in got if g != p["expect"]]
    assert len(PASSAGES) >= 120
    assert 1 - len(wrong) / len(PASSAGES) >= MUST_BE_RIGHT, "\n".join(wrong)


CONVENTIONS = [
    ("an official said on Tuesday", "2023-06-06", "day", "weekday-back"),
    ("an official said on Wednesday", "2023-06-07", "day", "weekday-back"),
    ("they will meet on Tuesday", "2023-06-13", "day", "weekday-ahead"),
    ("they will meet a week on Tuesday", "2023-06-20", "day", "weekday-weeks-on"),
    ("last Tuesday", "2023-06-06", "day", "weekday-last"),
    ("next Wednesday", "2023-06-14", "day", "weekday-next"),
    ("they met in November", "2022-11", "month", "month-back"),
    ("they will meet in February", "2024-02", "month", "month-ahead"),
    ("the one scheduled for February was canceled", "2023-02", "month", "month-nearest"),
    ("in the coming weeks", "FUTURE_REF", "window", "reach-weeks"),
    ("a few days ago", "PAST_REF", "window", "vague-few"),
    ("5/3/2023", "2023-05-03", "day", "numeric-month-first"),
    ("15/3/2023", "2023-03-15", "day", None),
    ("last winter", "2022-WI", "season", "northern-seasons"),
    ("mid-June", "2023-06", "window", "thirds"),
    ("later this month", "2023-06", "window", "side-of-publication"),
    ("by Friday", "2023-06-09", "window", "by-from-publication"),
    ("until 20 June", "2023-06-20", "window", "until-from-publication"),
    ("no date has been set", None, "none", "no-date-set"),
    ("the year-ago quarter", "2022-Q1", "season", "quarter-completed"),
    ("fiscal 2022", "2022", "year", "fiscal-as-calendar"),
    ("they will meet in two weeks", "P2W", "week", "in-from-publication"),
    ("it is expected within three days", "P3D", "window", "within-from-publication"),
    ("they met in two days", "P2D", "none", None),
    ("1 Muharram 1445", "2023-07-19", "day", "islamic-umm-al-qura"),
]


@pytest.mark.parametrize(("text", "value", "precision", "convention"), CONVENTIONS, ids=[c[0] for c in CONVENTIONS])
def test_names_its_convention(text: str, value: str | None, precision: str, convention: str | None) -> None:
    (when,) = resolved(text, date(2023, 6, 7))
    assert (when.value, when.precision, when.convention) == (value, precision, convention)


OPEN = [
    ("on Tuesday", "XXXX-WXX-2"),
    ("in February", "XXXX-02"),
    ("on 5 November", "XXXX-11-05"),
    ("last week", "XXXX-WXX"),
    ("this fall", "XXXX-FA"),
    ("in the third quarter", "XXXX-Q3"),
    ("in the coming weeks", "FUTURE_REF"),
    ("two days later", "XXXX-XX-XX"),
    ("on the eve of the summit", "XXXX-XX-XX"),
    ("in 44 BC", "BC0044"),
    ("on 30 February 2023", None),
]


@pytest.mark.parametrize(("text", "value"), OPEN, ids=[row[0] for row in OPEN])
def test_says_why_it_stays_open(text: str, value: str | None) -> None:
    (when,) = resolved(text, None)
    assert (when.value, when.earliest, when.latest) == (value, None, None)
    assert when.reason


def test_absolute_dates_need_no_publication() -> None:
    (when,) = resolved("on 5 March 2024", None)
    assert (when.earliest, when.latest, when.reason) == (date(2024, 3, 5), date(2024, 3, 5), None)


def test_says_where_tense_came_from() -> None:
    for parse, said in ((False, "words"), (True, "parse")):
        (when,) = resolved("They will meet in February.", date(2023, 6, 7), parse=parse)
        assert when.sense_from == said


def test_range_has_its_ends_as_parts() -> None:
    (when,) = resolved("from Monday to Wednesday they will meet", date(2023, 6, 9))
    assert (when.earliest, when.latest) == (date(2023, 6, 12), date(2023, 6, 14))
    assert [(p.words, p.value) for p in when.parts] == [("Monday", "2023-06-12"), ("Wednesday", "2023-06-14")]


SEED = Path("/work/shared/seed/article.txt")


@pytest.mark.skipif(not SEED.exists(), reason="the seed article is not here")
@pytest.mark.parametrize("parse", [False, True])
def test_seed_article(parse: bool) -> None:
    whens = resolved(SEED.read_text("utf-8"), date(2023, 6, 7), parse=parse)
    days = {(w.words, str(w.earliest), str(w.latest), w.precision) for w in whens if w.earliest}
    assert ("the coming weeks", "2023-06-07", "2023-07-19", "window") in days
    assert ("a few days ago", "2023-06-01", "2023-06-05", "window") in days
    assert ("November", "2022-11-01", "2022-11-30", "month") in days
    assert ("Tuesday", "2023-06-06", "2023-06-06", "day") in days
    assert {d[1] for d in days if d[0] == "February"} == {"2023-02-01"}


FRENCH = [
    ("a indiqué mardi un responsable", "2023-06-06"),
    ("se rendra à Pékin dans les prochaines semaines", "FUTURE_REF"),
    ("La visite prévue en février a été annulée", "2023-02"),
    ("en novembre dernier", "2022-11"),
    ("le 03/04/2023", "2023-04-03"),
    ("le 1er mai 1956", "1956-05-01"),
    ("au deuxième trimestre de 2022", "2022-Q2"),
]


@pytest.mark.parametrize(("text", "value"), FRENCH, ids=[row[0] for row in FRENCH])
def test_resolves_french_with_data_alone(text: str, value: str) -> None:
    whens = resolved(text, date(2023, 6, 7), language="fr")
    assert [w.value for w in whens] == [value]
