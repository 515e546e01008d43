"""Findings in plain words: nothing added, precision kept."""

from __future__ import annotations

from datetime import date

import pytest

from legation.publish.words import content_of, party_words, place_of, source_of, title_of, when_of, when_told
from legation.records import Dates, Engagement, Participant, Speaker, Statement
from legation.rules.publish import publish_words

WORDS = publish_words()


def dates(earliest: date | None, latest: date | None, precision: str, **known: str) -> Dates:
    return Dates(earliest=earliest, latest=latest, precision=precision, **{"words": "", **known})  # type: ignore[arg-type]


DAYS = [
    (date(2023, 6, 7), date(2023, 6, 7), "day", "Wednesday, 7 June 2023"),
    (date(2015, 6, 9), date(2015, 6, 10), "day", "9 June 2015 to 10 June 2015"),
    (date(2023, 2, 1), date(2023, 2, 28), "month", "in February 2023"),
    (date(2023, 1, 1), date(2023, 12, 31), "year", "in 2023"),
    (date(2023, 6, 5), date(2023, 6, 11), "week", "in the week of 5 June 2023"),
    (date(2023, 6, 7), date(2023, 7, 19), "window", "between 7 June 2023 and 19 July 2023"),
    (date(2023, 6, 13), date(2023, 6, 13), "window", "Tuesday, 13 June 2023"),
]


@pytest.mark.parametrize(("earliest", "latest", "precision", "words"), DAYS)
def test_days(earliest: date | None, latest: date | None, precision: str, words: str) -> None:
    found = dates(earliest, latest, precision)
    assert when_told(found, WORDS) == when_of(found, WORDS, locale="en_GB") == words


JUNE = dates(date(2023, 6, 7), date(2023, 7, 19), "window", words="in the coming weeks")
WHEN = [
    (JUNE, True, "“in the coming weeks”: between 7 June 2023 and 19 July 2023; no date has been set"),
    (Dates(words="on Friday", unresolved="no publication date"), False, "“on Friday”: open (no publication date)"),
    (dates(None, date(2024, 1, 5), "window"), False, "by 5 January 2024"),
    (dates(date(2024, 1, 5), None, "window"), False, "from 5 January 2024"),
    (Dates(), True, "no date has been set"),
    (Dates(), False, "no date"),
    (None, False, "no date"),
]


@pytest.mark.parametrize(("found", "no_date_set", "words"), WHEN)
def test_when(found: Dates | None, no_date_set: bool, words: str) -> None:
    assert when_told(found, WORDS, no_date_set=no_date_set) == words


def party(**known: str) -> Participant:
    return Participant(**{"start": 0, "end": 1, **known})


WHO = [
    (party(name="Ann Lee", office="minister", country="DK"), "Ann Lee, minister, Denmark"),
    (party(country="DK"), "Denmark"),
    (party(organisation="NATO"), "NATO"),
    (party(office="envoy", organisation="UN"), "envoy, UN"),
    (party(), "somebody not named"),
]


@pytest.mark.parametrize(("participant", "words"), WHO)
def test_who(participant: Participant, words: str) -> None:
    assert party_words(participant, WORDS) == words


ANN = party(name="Ann Lee", country="DK", role="traveller")
PERU = party(office="president", country="PE", role="traveller")
TITLES = [
    ("visit", "announced", [ANN], "ID", None, "Ann Lee to visit Indonesia"),
    ("visit", "held", [PERU], "GH", "Accra", "president (Peru) visits Accra (Ghana)"),
    ("visit", "cancelled", [PERU], "GH", None, "president (Peru): visit to Ghana"),
    (
        "meeting",
        "held",
        [party(name="A"), party(name="B"), party(country="GH")],
        "GH",
        "Accra",
        "Meeting of A, B and Ghana in Accra",
    ),
    ("call", "held", [party(country="DK"), party(country="PE")], None, None, "Call between Denmark and Peru"),
    ("other", "proposed", [], None, None, "Engagement of unnamed parties"),
]


@pytest.mark.parametrize(("kind", "status", "parties", "host", "place", "words"), TITLES)
def test_titles(
    kind: str, status: str, parties: list[Participant], host: str | None, place: str | None, words: str
) -> None:
    found = Engagement(
        kind=kind, status=status, participants=tuple(parties), host_country=host, place=place, evidence=()
    )  # type: ignore[arg-type]
    assert title_of(found, WORDS) == words


def statement(speaker: Speaker, **known: object) -> Statement:
    return Statement(speaker=speaker, kind="direct", content="c", start=0, end=1, **known)  # type: ignore[arg-type]


SOURCES = [
    (statement(Speaker(name="Ann Lee", country="DK")), "Ann Lee, Denmark"),
    (
        statement(Speaker(country="DK"), anonymous=True, described_as="a Danish official"),
        "a Danish official (anonymous)",
    ),
    (statement(Speaker(), source_words="Friis"), "“Friis”"),
    (statement(Speaker()), "a source not named"),
]


@pytest.mark.parametrize(("said", "words"), SOURCES)
def test_source(said: Statement, words: str) -> None:
    assert source_of(said, WORDS) == words


def test_places_and_contents() -> None:
    def of(place: str | None, host: str | None) -> str:
        return place_of(Engagement(kind="visit", status="held", place=place, host_country=host, evidence=()))

    assert [of("Bali", "ID"), of(None, "ID"), of(None, None)] == ["Bali, Indonesia", "Indonesia", ""]
    silent = Statement(speaker=Speaker(), kind="indirect", content="", start=3, end=19)
    assert content_of(silent, "He declined comment") == "declined comment"
