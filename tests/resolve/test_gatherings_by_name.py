"""Gatherings, bodies and groups that a state sends.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host; an empty row must give nothing.
"""

from __future__ import annotations

from datetime import date

import pytest

from facts import facts
from legation import read_text

ROWS = [
    ("Lund, a minister, to hold talks in Oslo", []),
    ("Time to hold talks with Iran", []),
    ("A Chinese business delegation is in Accra.", []),
    ("An Indian cricket team is in Colombo for talks.", []),
    ("The Web Summit opens in Lisbon on Monday.", []),
    ("The Investment Summit will be held in Riyadh in October.", []),
    ("The minister is off the list.", []),
    ("Parliament held its 5th session in Nairobi.", []),
    ("The agenda includes a meeting of the cabinet.", []),
    ("The Chinese foreign minister is off to Windhoek.", ["visit under_way CN,NA @NA"]),
    ("Tinubu off to Paris for talks with Macron", ["visit under_way FR,NG @FR", "talks announced FR,NG @FR"]),
    ("Angolan lawmakers are in Havana this week.", ["visit under_way AO,CU @CU"]),
    ("US officials are due in Beirut on Friday.", ["visit announced LB,US @LB"]),
    ("Congolese negotiators are expected in Doha next week.", ["visit expected CD,QA @QA"]),
    ("A Zambian mission returned from Kigali on Monday.", ["visit held RW,ZM @RW"]),
    ("The talks brought together the foreign ministers of Libya and Malta in Valletta.", ["talks held LY,MT @MT"]),
    (
        "A meeting grouping the defence ministers of Ghana and Togo was held in Lome on Friday.",
        ["meeting held GH,TG @TG"],
    ),
    (
        "The tripartite meeting, bringing together the presidents of Uganda, Kenya and Tanzania, will take "
        "place in Kampala.",
        ["meeting announced KE,TZ,UG @UG"],
    ),
    ("The Mano River Union leaders met in Monrovia on Friday.", []),
    ("The Summit of the Americas opens in Los Angeles on June 6.", ["summit announced US @US"]),
    ("The Arab Summit ended in Manama on Thursday.", ["summit held BH @BH"]),
    ("The Korea-Africa summit takes place in Seoul on June 4.", ["summit announced KR @KR"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)


@pytest.mark.parametrize(
    ("purpose", "occasion"),
    [
        ("On Monday she will take part in a wreath-laying ceremony in Nairobi.", None),
        ("She will attend the funeral of President Daniel Otieno.", "funeral of President Daniel Otieno"),
        ("She will attend the East African Community summit there.", "East African Community summit"),
    ],
)
def test_what_a_visit_is_for_has_a_name(purpose: str, occasion: str | None) -> None:
    text = f"Slovak Prime Minister Eva Mala will arrive in Kenya on Sunday for a four-day visit. {purpose}"
    found = read_text(text, published=date(2019, 5, 14), is_final=True).engagements
    assert {e.occasion for e in found} - {None} == ({occasion} if occasion else set())
