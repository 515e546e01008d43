"""Visits that are only where or when something else took place: "as part of his visit to Oman", "before leaving Lima".

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host; an empty row must give nothing.
"""

from __future__ import annotations

import pytest

from facts import facts

ROWS = [
    (
        "The Peruvian chancellor was welcomed by Foreign Minister Sergey Lavrov on the first day of his visit"
        " to Moscow.",
        ["visit held PE,RU @RU"],
    ),
    (
        "On the occasion of her official visit to Baku, Georgian President Salome Zourabichvili was received "
        "by President Ilham Aliyev.",
        ["visit held AZ,GE @AZ", "meeting held AZ,GE @AZ"],
    ),
    (
        "President Lazarus Chakwera met King Abdullah II in Amman on Sunday as part of his working visit to Jordan.",
        ["meeting held JO,MW @JO", "visit held JO,MW @JO"],
    ),
    (
        "As part of a three-nation African tour, Iranian President Ebrahim Raisi will hold talks with Ugandan"
        " President Yoweri Museveni in Entebbe.",
        ["talks announced IR,UG @UG"],
    ),
    (
        "The foreign minister of Costa Rica will meet Prime Minister Narendra Modi in the framework of his "
        "visit to New Delhi next week.",
        ["meeting announced CR,IN @IN", "visit announced CR,IN @IN"],
    ),
    (
        "In the final hours of his visit to Bogota, the Spanish king met President Gustavo Petro.",
        ["visit held CO,ES @CO", "meeting held CO,ES @CO"],
    ),
    (
        "In the context of the visit to Yaounde by the Central African president, a joint commission was set up.",
        ["visit held CF,CM @CM"],
    ),
    (
        "At the end of his visit to Muscat, the Bruneian sultan was seen off by Sultan Haitham bin Tariq.",
        ["visit held BN,OM @OM"],
    ),
    (
        "Before leaving Bogota, the Dutch foreign minister met her Colombian counterpart, Luis Gilberto Murillo.",
        ["visit held CO,NL @CO", "meeting held CO,NL @CO"],
    ),
    (
        "After arriving in Lome, Ghana's foreign minister was received by President Faure Gnassingbe.",
        ["visit held GH,TG @TG", "meeting held GH,TG @TG"],
    ),
    (
        "Upon her arrival in Maputo, the Swiss president was greeted by Prime Minister Adriano Maleiane.",
        ["visit held CH,MZ @MZ"],
    ),
    (
        "At the start of a visit to Bucharest, Moldovan Prime Minister Dorin Recean laid a wreath.",
        ["visit held MD,RO @RO"],
    ),
    (
        "Armenian Prime Minister Nikol Pashinyan, who is on a working visit to Copenhagen, met Danish Prime "
        "Minister Mette Frederiksen.",
        ["visit under_way AM,DK @DK", "meeting held AM,DK @DK"],
    ),
    ("Zambian foreign minister in Gaborone to discuss border posts", ["visit under_way BW,ZM @BW"]),
    (
        "The Croatian premier, in Kyiv to attend a ceremony, said Zagreb would send generators.",
        ["visit under_way HR,UA @UA"],
    ),
    (
        "Syrian Foreign Minister Faisal Mekdad left Muscat on Tuesday after a two-day visit.",
        ["visit held OM,SY @OM"],
    ),
    (
        "Vice President Harris left Lusaka on Saturday, ending a week-long tour of Africa.",
        ["visit held US,ZM @ZM"],
    ),
    (
        "Before departing Windhoek, Finnish President Alexander Stubb visited the parliament.",
        ["visit held FI,NA @NA"],
    ),
    ("Cuban President Miguel Diaz-Canel left Luanda for Pretoria on Wednesday.", ["visit under_way CU,ZA @ZA"]),
    ("The Sudanese leader flew out of Juba on Thursday.", ["visit held SD,SS @SS"]),
    (
        "Spain's foreign minister left Buenos Aires on Friday without meeting his counterpart.",
        ["visit held AR,ES @AR"],
    ),
    ("The minister left office in March.", []),
    ("The president left hospital on Monday.", []),
    ("Niger's ousted president left Niamey in January.", []),
    ("The French ambassador left Niamey on Wednesday.", []),
    ("The foreign minister left Hanoi on Sunday.", []),
    ("Minister Kofi Mensah left the party last year.", []),
    ("US troops left Afghanistan in 2021.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)
