"""Formulas that nearly every agency page has."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2019, 5, 14)  # a Tuesday


def told(text: str) -> list[tuple[str, str | None, date | None, date | None]]:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    return [(e.status, e.host_country, e.when.earliest, e.when.latest) for e in found]


@pytest.mark.parametrize(
    "source",
    [
        "according to an official statement on Monday",
        "according to a statement issued on Monday",
        "according to a ministry statement Monday",
        "according to the ministry on Monday",
        "according to the foreign ministry's press release issued late on Monday",
    ],
)
def test_the_day_of_a_statement_is_not_the_visits(source: str) -> None:
    assert told(f"Kenya's foreign minister will pay an official visit to Ghana, {source}.") == [("announced", "GH", None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "According to the ministry, on Monday Foreign Minister Daniel Otuoma of Kenya will meet his Ghanaian counterpart in Accra.",
        "According to the ministry the visit of Kenyan Foreign Minister Daniel Otuoma to Ghana on Monday will take place.",
        "Kenyan Foreign Minister Daniel Otuoma will visit Ghana on Monday, according to the ministry.",
        "Kenyan Foreign Minister Daniel Otuoma will, according to the ministry, visit Ghana on Monday.",
    ],
)
def test_a_day_beside_a_source_can_be_the_visits(text: str) -> None:
    (_, host, first, _) = told(text)[0]
    assert (host, first) == ("GH", date(2019, 5, 20))


def test_a_visit_takes_the_stretch_that_begins_on_its_day() -> None:
    text = (
        "Kenyan Foreign Minister Daniel Otuoma will visit Ghana on May 21. The visit from May 21 to 23 comes at the invitation of his "
        "counterpart."
    )
    assert told(text) == [("announced", "GH", date(2019, 5, 21), date(2019, 5, 23))]


def test_before_a_visit_just_told_is_that_visit() -> None:
    text = "Foreign Minister Daniel Otuoma of Kenya has visited the United States. Before his US visit, Otuoma went to the UAE."
    assert [(status, host) for status, host, *_ in told(text)] == [("held", "US"), ("held", "AE")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "Prime Minister Omar Rashid of Jordan received Kenyan Foreign Minister Daniel Otuoma at Amman airport, as he arrived on a "
            "three-day official visit to Jordan on Sunday.",
            (date(2019, 5, 12), date(2019, 5, 14)),
        ),
        (
            "Kenyan Foreign Minister Daniel Otuoma was given a red-carpet welcome on Sunday as he arrived in Jordan on a two-day visit.",
            (date(2019, 5, 12), date(2019, 5, 13)),
        ),
        (
            "Kenyan Foreign Minister Daniel Otuoma on Monday was given a warm reception at the palace as he arrived in Jordan on his "
            "first visit.",
            (date(2019, 5, 13), date(2019, 5, 13)),
        ),
        (
            "Kenyan Foreign Minister Daniel Otuoma arrived in Amman on Sunday. Jordan's Foreign Minister Omar Rashid received him and "
            "his delegation at the Marka Airbase.",
            (date(2019, 5, 12), date(2019, 5, 12)),
        ),
    ],
)
def test_an_arrival_is_the_guests(text: str, days: tuple[date, date]) -> None:
    (visit,) = read_text(text, published=PUBLISHED, is_final=True).engagements
    assert (visit.kind, visit.status, visit.host_country) == ("visit", "under_way", "JO")
    assert [p.name for p in visit.participants if p.role == "traveller"] == ["Daniel Otuoma"]
    assert (visit.when.earliest, visit.when.latest) == days
