"""Whose the members of a delegation are, and who made the picture of it."""

from __future__ import annotations

import pytest

from legation.find.people import find_people, find_places
from legation.parse import default_parser
from legation.read import article
from legation.records import Cast, Page
from legation.resolve.people import resolve_people
from legation.rules.offices import office_rules
from legation.rules.world import world_rules

TOKYO = "Ghanaian President Kofi Asare was in Tokyo. "


def cast_of(text: str) -> Cast:
    doc = default_parser().annotate(article(Page(source="t", text=text, is_final=True)))
    world, offices = world_rules(), office_rules()
    return resolve_people(find_people(doc, world, offices), find_places(doc, world), doc, world, offices)


@pytest.mark.parametrize(
    "sentence",
    [
        "His entourage consisted of Trade Minister Ama Boateng and Energy Minister John Mensah.",
        "His delegation includes Trade Minister Ama Boateng and Energy Minister John Mensah.",
        "The President's delegation comprises Trade Minister Ama Boateng, Energy Minister John Mensah and officials.",
        "In his entourage were Trade Minister Ama Boateng and Energy Minister John Mensah.",
        "With him were Trade Minister Ama Boateng and Energy Minister John Mensah.",
        "Other members of his entourage include Trade Minister Ama Boateng and Energy Minister John Mensah.",
        "Trade Minister Ama Boateng and Energy Minister John Mensah are travelling with him.",
        "The Ghanaian delegation was made up of Trade Minister Ama Boateng and Energy Minister John Mensah.",
    ],
)
def test_members_are_of_the_travellers_state(sentence: str) -> None:
    states = {a.name: a.country for a in cast_of(TOKYO + sentence).actors}
    assert (states["Ama Boateng"], states["John Mensah"]) == ("GH", "GH")


@pytest.mark.parametrize(
    "text",
    [
        TOKYO + "He was welcomed by Ambassador Ama Boateng.",
        # Two presidents: whose delegation it is, nothing says.
        "President Kofi Asare of Ghana and President Peter Otieno of Kenya are in Tokyo. The President's delegation includes "
        "Trade Minister Ama Boateng.",
    ],
)
def test_whose_somebody_is_stays_open(text: str) -> None:
    assert {a.name: a.country for a in cast_of(text).actors}["Ama Boateng"] is None


def test_who_made_a_picture_is_nobody_of_the_page() -> None:
    text = (
        "Sheikh Salim, Emir of Qatar, welcomes President Sheikh Karim on his arrival in Doha. Karim Al Hamdan / Presidential Court\n\n"
        "Sheikh Karim thanked the Emir."
    )
    assert {a.name for a in cast_of(text).actors if a.name} == {"Salim", "Karim"}


def test_a_stroke_within_a_sentence_makes_no_picture() -> None:
    text = "The winners were announced. Daniel Mwangi / Kenya and Ama Boateng shared the prize."
    assert "Daniel Mwangi" in {a.name for a in cast_of(text).actors}
