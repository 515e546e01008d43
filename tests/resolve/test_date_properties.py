"""What holds for dates in any text."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.find.dates import find_dates, light
from legation.records import Article, When
from legation.resolve.dates import resolve_dates
from legation.rules.dates import date_rules

WORDS = sorted(
    {first for listed in date_rules().words.values() for first in listed}
    | {first for by_word in date_rules().index.values() for first in by_word if not first.startswith("#")}
    | {"1", "2", "31", "29", "2024", "1999", "0", "99", "9999", "2100", "/", ":", "-", ".", ",", "said", "will", "\n\n"}
)
DAYS = st.one_of(st.none(), st.dates())
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))


def read(text: str, published: date | None) -> tuple[When, ...]:
    doc = light(Article(text=text))
    rules = date_rules()
    return resolve_dates(find_dates(doc, rules), doc, rules, published=published)


@settings(max_examples=300, deadline=None)
@given(TEXTS, DAYS)
def test_any_text_is_read_and_keeps_its_words(text: str, published: date | None) -> None:
    end = 0
    for when in read(text, published):
        assert when.start is not None
        assert when.end is not None
        assert end <= when.start < when.end <= len(text)
        assert when.words == text[when.start : when.end]
        end = when.end


@settings(max_examples=300, deadline=None)
@given(TEXTS, DAYS)
def test_first_day_is_never_after_the_last(text: str, published: date | None) -> None:
    for when in read(text, published):
        assert (when.earliest is None) == (when.latest is None)
        if when.earliest and when.latest:
            assert when.earliest <= when.latest
            assert when.precision != "none"
        elif when.type in ("DATE", "TIME") and when.convention != "no-date-set":
            assert when.reason


@settings(max_examples=100, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), DAYS, DAYS)
def test_publication_never_moves_an_absolute_date(day: date, one: date | None, other: date | None) -> None:
    for words in (f"on {day:%d %B %Y}", f"on {day:%B} {day.day}, {day.year}", day.isoformat()):
        first, second = read(words, one), read(words, other)
        assert [(w.earliest, w.latest) for w in first] == [(w.earliest, w.latest) for w in second] == [(day, day)]


@settings(max_examples=100, deadline=None)
@given(TEXTS, DAYS)
def test_reading_twice_is_the_same(text: str, published: date | None) -> None:
    assert read(text, published) == read(text, published)
