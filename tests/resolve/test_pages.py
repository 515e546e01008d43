"""Whole pages in the genres of the trade, and pages that tell of nothing: the tables of ``benchmarks/grids``; and what they taught."""

from __future__ import annotations

from datetime import date

import pytest

from grids import negatives, pages
from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2025, 3, 12)
AT_LEAST = {"found": 101, "status": 96, "host": 92, "days": 92}
"""Of the 147 engagements of the pages those found, and of the found those with their state, host and days."""
FALSE = 5
"""Others told on the pages."""
WRONG = 7
"""Pages of the 213 negatives in which something is found."""


def told(text: str) -> set[tuple[str, str, str | None, str]]:
    """Kind, status, host and first day of what is told as news."""
    return {_row(e) for e in read_text(text, published=PUBLISHED, is_final=True).engagements if not e.background}


def _row(e: Engagement) -> tuple[str, str, str | None, str]:
    day = e.when.earliest if e.when else None
    return e.kind, e.status, e.host_country, day.isoformat()[5:] if day else "-"


def test_pages_keep_what_they_had() -> None:
    total, lines = pages.measure()
    assert total["expected"] == 147
    assert {name: n for name, n in AT_LEAST.items() if total[name] < n} == {}, lines
    assert total["false"] <= FALSE, lines


def test_pages_without_engagements_give_none() -> None:
    wrong = [page["text"] for page in negatives.PAGES if negatives.found_in(page)]
    assert len(negatives.PAGES) == 213
    assert len(wrong) <= WRONG, wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At the invitation of the President of Zambia, H.E. Mr. Moses Chanda, the President of the Republic of Botswana, "
            "H.E. Mr. Kgosi Letlole, paid a state visit to Zambia from 9 to 11 March 2025.",
            {("visit", "held", "ZM", "03-09")},
        ),
        (
            "At the invitation of the President of Zambia, Moses Chanda, the President of Botswana Kgosi Letlole paid a state visit "
            "to Zambia from 9 to 11 March 2025.",
            {("visit", "held", "ZM", "03-09")},
        ),
        (
            "At the invitation of the Minister for Foreign Affairs of Estonia, Kadri Saar, the Minister for Foreign Affairs of "
            "Moldova, Ana Cebotari, visited Tallinn on 10 March.",
            {("visit", "held", "EE", "03-10")},
        ),
        (
            "The Sultanate of Oman and the Republic of Rwanda held their first round of political consultations in Muscat today.",
            {("talks", "held", "OM", "03-12")},
        ),
        (
            "Minister of Foreign Affairs Emir Babic will visit Slovenia on Friday.\n\n"
            "Ministry of Foreign Affairs of Bosnia and Herzegovina, Sarajevo",
            {("visit", "announced", "SI", "03-14")},
        ),
    ],
)
def test_who_travels_in_a_release(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Monday: Swiss President Reto Ammann receives Chile's President Rodrigo Vidal in Bern.\n"
            "Tuesday: Vidal travels to Vienna.\nWednesday: Sudan and South Sudan hold oil talks in Juba.",
            {
                ("visit", "announced", "CH", "03-17"),
                ("visit", "announced", "AT", "03-18"),
                ("talks", "announced", "SS", "03-19"),
            },
        ),
        (
            "THURSDAY, MARCH 13\n** TBILISI - Armenian Prime Minister Aram Petrosyan meets Georgian counterpart Irakli Lomidze - "
            "1000 GMT.\nWEDNESDAY, MARCH 19\n** HARARE - Mozambican President Carlos Mabote to hold talks with Zimbabwe's President "
            "Tendai Ncube.",
            {("meeting", "announced", "GE", "03-13"), ("talks", "announced", "ZW", "03-19")},
        ),
        (
            "Monday: The ferry company said it would stop sailing.\n"
            "Tuesday: Norway's foreign minister met his Icelandic colleague Jon Gislason in Oslo.",
            {("meeting", "held", "NO", "-")},
        ),
        (
            "12 March 2025\nWednesday, 12 March 09:15\nNorway's foreign minister meets his Icelandic colleague in Oslo.",
            {("meeting", "held", "NO", "03-12")},
        ),
    ],
)
def test_days_above_the_lines_of_a_diary(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Odisha Chief Minister Ramesh Patnaik will travel to Japan on Sunday to visit a steel plant.",
        "The president of the Greek union, Yannis Maris, will travel to Rotterdam next week for talks with his Dutch colleagues.",
        "The president of the teachers' union of Kenya, Joan Mumo, visited Uganda on Tuesday.",
        "If the president of Serbia visited Tirana and the prime minister of Albania came to Nis, the Balkans would breathe.",
        "Unless Latvia's prime minister goes to Minsk or his foreign minister meets the Belarusian ambassador, nothing will move.",
        "When the Danish queen visited Estonia, she ate nettle soup with the gardeners of the palace.",
        "The Yugoslav president received the Indian prime minister on the island and showed him the lions.",
        "Yugoslavia's president received the Indian prime minister on the island and showed him the lions.",
        "Yugoslavia’s president received the Indian prime minister on the island and showed him the lions.",
    ],
)
def test_what_is_no_news_of_states(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "The president of the Union of the Comoros, Said Bacar, visited Tanzania on Tuesday.",
        "When Kenyan President Peter Mwangi visited Tanzania, he asked for oil, his office said on Tuesday.",
        "When President Peter Mwangi of Kenya visits Tanzania next week, he will ask for oil.",
        "Three post-Soviet leaders will meet Tanzanian President Asha Mushi in Dodoma on Friday.",
    ],
)
def test_what_is_news_all_the_same(text: str) -> None:
    assert {host for _, _, host, _ in told(text)} == {"TZ"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cambodian Prime Minister Sok Rithy invited Mongolian Prime Minister Otgonbayar Dorj to visit Cambodia. "
            "Dorj accepted the invitation.",
            {("visit", "announced", "KH", "-")},
        ),
        (
            "Cambodian Prime Minister Sok Rithy invited Mongolian Prime Minister Otgonbayar Dorj to visit Cambodia.",
            {("visit", "proposed", "KH", "-")},
        ),
        (
            "Myanmar's foreign minister is not travelling to the ASEAN meeting in Manila on Thursday.",
            {("summit", "denied", "PH", "03-13")},
        ),
        (
            "Latvian Foreign Minister Andris Kalnins met Moldova's President Ana Cebotari in Chisinau on Tuesday. "
            "Kalnins leaves Moldova on Friday.",
            {("meeting", "held", "MD", "03-11"), ("visit", "under_way", "MD", "03-12")},
        ),
        (
            "Guyana's President Ravi Persaud will host Suriname's President Stanley Amat at State House on Friday. "
            "It will be the two leaders' fourth meeting in a year.",
            {("visit", "announced", "GY", "03-14"), ("meeting", "announced", "GY", "03-14")},
        ),
    ],
)
def test_how_a_plan_stands_by_the_next_words(text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert told(text) == expected
