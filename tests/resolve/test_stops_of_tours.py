"""Stops told apart from whoever makes the tour, tours told by where they go, and stops that a colon counts out."""

from __future__ import annotations

from datetime import date

import pytest

from facts import PUBLISHED, facts
from legation import read_text

ROWS = [
    ("Kenya's President Daniel Otieno leaves on Friday for a tour of West Africa. Visits to Ghana and Togo are part of the tour.",
     ["visit announced GH,KE @GH", "visit announced KE,TG @TG"]),
    ("Kenya's President Daniel Otieno leaves on Friday for West Africa. Stops in Ghana and Togo are on the itinerary.",
     ["visit announced GH,KE @GH", "visit announced KE,TG @TG"]),
    ("Kenya's President Daniel Otieno leaves on Friday for West Africa. The tour consists of visits to Ghana and Togo.",
     ["visit announced GH,KE @GH", "visit announced KE,TG @TG"]),
    ("Kenya's President Daniel Otieno will tour West Africa next week. The tour will take in Ghana and Togo.",
     ["visit announced GH,KE @GH", "visit announced KE,TG @TG"]),
    ("Kenya's President Daniel Otieno will travel to West Africa next week, with stops in Ghana and Togo.",
     ["visit announced GH,KE @GH", "visit announced KE,TG @TG"]),
    ("Azerbaijani Foreign Minister Elman Safarov toured Latin America last week. Visits to Colombia and Peru were part of the tour.",
     ["visit held AZ,CO @CO", "visit held AZ,PE @PE"]),
    ("The Indian foreign minister's tour of the Gulf, starting Sunday, covers Oman and Qatar.",
     ["visit announced IN,OM @OM", "visit announced IN,QA @QA"]),
    ("The tour company offers trips to West Africa. Visits to Ghana and Togo are part of the tour.", []),
    ("Kenya's President Daniel Otieno will visit two countries: one in Europe and one in Asia.", []),
    ("Japanese Foreign Minister Ken Arai leaves on Sunday on a six-day trip to Chile.", ["visit announced CL,JP @CL"]),
    ("Japanese foreign minister leaves on visit to Chile", ["visit under_way CL,JP @CL"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:60] for text, _ in ROWS])
def test_stops_are_of_whoever_makes_the_tour(text: str, expected: list[str]) -> None:
    assert facts(text) == expected


def test_stops_counted_out_have_each_its_days() -> None:
    text = (
        "Ana Lindqvist, the Swedish foreign minister, is travelling to three countries of East Africa: Kenya, where she will be on "
        "20 and 21 May; the Republic of Uganda, on 22 May; and Rwanda, from 23 to 24 May."
    )
    found = {e.host_country: (e.when.earliest, e.when.latest) for e in read_text(text, published=PUBLISHED, is_final=True).engagements}
    assert found == {
        "KE": (date(2024, 5, 20), date(2024, 5, 21)),
        "UG": (date(2024, 5, 22), date(2024, 5, 22)),
        "RW": (date(2024, 5, 23), date(2024, 5, 24)),
    }


def test_stops_of_a_tour_are_on_its_days() -> None:
    text = (
        "Azerbaijani Foreign Minister Elman Safarov is to travel to several states of Latin America and to France between May 23 and "
        "May 31. Official visits to Colombia and Peru make up the Latin American part of the tour."
    )
    found = {e.host_country: (e.when.earliest, e.when.latest) for e in read_text(text, published=PUBLISHED, is_final=True).engagements}
    assert found["CO"] == found["PE"] == (date(2024, 5, 23), date(2024, 5, 31))
