"""Findings in plain words: nothing added, precision kept."""

from __future__ import annotations

from datetime import date

import pytest

from legation.publish.wording import days, headline, listed, source, when, where, who
from legation.records import Dates, Participant, Speaker, Statement

DAYS = [
    (date(2023, 6, 7), date(2023, 6, 7), "day", "7 June 2023"),
    (date(2015, 6, 9), date(2015, 6, 10), "day", "9 to 10 June 2015"),
    (date(2023, 2, 1), date(2023, 2, 28), "month", "February 2023"),
    (date(2023, 1, 1), date(2023, 12, 31), "year", "2023"),
    (date(2023, 6, 7), date(2023, 7, 19), "window", "7 June to 19 July 2023"),
    (date(2023, 12, 20), date(2024, 1, 5), "window", "20 December 2023 to 5 January 2024"),
    (None, date(2024, 1, 5), "window", "by 5 January 2024"),
    (date(2024, 1, 5), None, "window", "from 5 January 2024"),
    (None, None, "none", "no day given"),
]


@pytest.mark.parametrize(("earliest", "latest", "precision", "words"), DAYS)
def test_days(earliest: date | None, latest: date | None, precision: str, words: str) -> None:
    assert days(earliest, latest, precision) == words


JUNE = Dates(words="in the coming weeks", earliest=date(2023, 6, 7), latest=date(2023, 7, 19), precision="window")
WHEN = [
    (JUNE, True, "“in the coming weeks”: 7 June to 19 July 2023 (window); no date set"),
    (Dates(words="on Friday", unresolved="no publication date"), False, "“on Friday”: open (no publication date)"),
    (Dates(), True, "no date set"),
    (Dates(), False, "no day given"),
    (None, False, "no day given"),
]


@pytest.mark.parametrize(("dates", "no_date_set", "words"), WHEN)
def test_when(dates: Dates | None, no_date_set: bool, words: str) -> None:
    assert when(dates, no_date_set=no_date_set) == words


def party(**known: str) -> Participant:
    return Participant(**{"start": 0, "end": 1, **known})


WHO = [
    (party(name="Ann Lee", office="minister", country="DK"), "Ann Lee, minister (Denmark)"),
    (party(country="DK"), "Denmark"),
    (party(organisation="NATO"), "NATO"),
    (party(office="envoy", organisation="UN"), "envoy (UN)"),
    (party(), "somebody not named"),
]


@pytest.mark.parametrize(("participant", "words"), WHO)
def test_who(participant: Participant, words: str) -> None:
    assert who(participant) == words


HEADLINES = [
    ("visit", [party(name="Ann Lee", country="DK", role="traveller")], "ID", None, "Visit of Ann Lee to Indonesia"),
    ("visit", [party(office="president", country="PE", role="traveller")], "GH", "Accra", "Visit of Peru’s president to Accra"),
    ("meeting", [party(name="A"), party(name="B"), party(country="GH")], "GH", "Accra", "Meeting of A, B and Ghana in Accra"),
    ("call", [party(country="DK"), party(country="PE")], None, None, "Call of Denmark and Peru"),
    ("other", [], None, None, "Engagement"),
]


@pytest.mark.parametrize(("kind", "parties", "host", "place", "words"), HEADLINES)
def test_headline(kind: str, parties: list[Participant], host: str | None, place: str | None, words: str) -> None:
    assert headline(kind, parties, host, place) == words


def statement(speaker: Speaker, **known: object) -> Statement:
    return Statement(speaker=speaker, kind="direct", content="c", start=0, end=1, **known)  # type: ignore[arg-type]


SOURCES = [
    (statement(Speaker(name="Ann Lee", country="DK")), "Ann Lee (Denmark)"),
    (statement(Speaker(country="DK"), anonymous=True, described_as="a Danish official"), "a Danish official (anonymous)"),
    (statement(Speaker(), source_words="Friis"), "“Friis”"),
    (statement(Speaker()), "a source not named"),
]


@pytest.mark.parametrize(("said", "words"), SOURCES)
def test_source(said: Statement, words: str) -> None:
    assert source(said) == words


def test_lists_and_places() -> None:
    assert [listed([]), listed("A"), listed("AB"), listed("ABC"), listed("AAB")] == ["", "A", "A and B", "A, B and C", "A and B"]
    assert [where("Bali", "ID"), where(None, "ID"), where(None, None)] == ["Bali, Indonesia", "Indonesia", None]
