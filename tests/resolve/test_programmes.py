"""Programmes, diaries and weeks ahead: lines that open with an hour or a day, for whom the heading names.

Pages of our own, read as published on Wednesday 15 May 2024. A row: the page, and of each engagement that it must give kind,
status, states and host; an empty row must give nothing.
"""

from __future__ import annotations

import pytest

from facts import facts

ROWS = [
    (
        "Programme of the official visit of Croatian President Ivan Babic to Slovenia\n\nThursday, 16 May, "
        "Ljubljana\n\n10:00 Meeting with Slovenian President Janez Novak, Presidential Palace\n\n12:30 Meeting with"
        " Slovenian Prime Minister Miha Kranjc",
        ["meeting announced HR,SI @SI", "meeting announced HR,SI @SI", "visit announced HR,SI @SI"],
    ),
    (
        "Norwegian Foreign Minister Ida Moe's week\n\n17 May, Oslo\n\n09:00 Question hour in parliament\n\n18 May, "
        "Stockholm\n\n11:00 Talks with Swedish Foreign Minister Karin Lund\n\n13:00 Visit to the Vasa Museum",
        ["talks announced NO,SE @SE"],
    ),
    (
        "Diary of Kenyan President James Mwangi\n\n14 May\n\n9.30 a.m. Opens the new wing of Kenyatta Hospital\n\n11 "
        "a.m. Talks with Tanzanian President Juma Said, State House",
        ["talks announced KE,TZ"],
    ),
    (
        "Media advisory: the week of the Estonian Prime Minister\n\nMonday, May 20\n\n12:00 Estonian Prime Minister"
        " Kaja Tamm meets with Latvian President Andris Ozols\n\n15:00 Interview with the public broadcaster",
        ["meeting announced EE,LV"],
    ),
    (
        "Public schedule of U.S. Secretary of State Mary Collins, May 13\n\n10:00 a.m. Secretary of State "
        "Collins meets with Japanese Foreign Minister Kenji Sato at the Department of State.\n\n1:30 p.m. "
        "Secretary of State Collins meets with South Korean Foreign Minister Park Jin-ho at the Department of"
        " State.",
        ["meeting announced JP,US @US", "meeting announced KR,US @US"],
    ),
    (
        "Foreign trips of Finnish President Matti Laine\n\n18 May: visit to Estonia\n\n25-26 May: state visit to "
        "Latvia",
        ["visit announced EE,FI @EE", "visit announced FI,LV @LV"],
    ),
    (
        "This week at the museum\n\n10:00 Meeting with the painter Ola Berg\n\n12:00 Guided tour of the Norwegian "
        "collection",
        [],
    ),
    (
        "Fixtures\n\n15 May: Kenya v Uganda, Nairobi\n\n18 May: Norway v Sweden, Oslo",
        [],
    ),
    (
        "Norwegian Prime Minister Ola Berg's week\n\n10:00 Cabinet meeting\n\n12:00 Meeting with the mayor of "
        "Bergen\n\n15:00 Visit to a school in Stavanger",
        [],
    ),
    (
        "TV tonight\n\n20:00 Talks between Kenya and Uganda, a documentary\n\n21:00 Visit to Norway, travel magazine",
        [],
    ),
    (
        "Court list\n\n10:00 Hearing in the case of Uganda against Kenyan trader James Mwangi\n\n11:00 Meeting of "
        "judges",
        [],
    ),
    (
        "Agenda of Belgian Prime Minister Luc Peeters\n\n16/05 10:00 Meeting with Dutch Prime Minister Jan de "
        "Boer\n\n16/05 14:00 Plenary session of the Chamber",
        ["meeting announced BE,NL"],
    ),
    (
        "Travel programme of the Prime Minister of Timor-Leste, Paulo Soares\n\nPrime Minister Paulo Soares "
        "leaves Dili tomorrow for a week of engagements in Europe.\n\n14-16 May, Portugal (official visit)\n\n14: "
        "audience with the President of the Republic, Jorge Lima, at Belém Palace.",
        ["meeting announced PT,TL @PT", "visit announced PT,TL @PT"],
    ),
    (
        "Canadian Prime Minister Paul Tremblay began this Wednesday a visit to Mexico. Here is the agenda, "
        "hour by hour:\n\n10:45 Landing at the Felipe Ángeles airport.\n\n13:20 Conversation of President Lucia "
        "Romero and Paul Tremblay, behind closed doors.\n\n17:00 Joint press conference.",
        ["meeting announced CA,MX @MX", "visit under_way CA,MX @MX"],
    ),
    (
        "The Foreign Minister's week\n\nGerman Foreign Minister Anna Vogel has the following "
        "appointments:\n\nThursday, 16 May, Warsaw\n\n10:00 Talks with Polish Foreign Minister Marek Kowal\n\n12:00 "
        "Press conference",
        ["talks announced DE,PL @PL"],
    ),
    (
        "Thursday, May 13\n\n10:00 Lithuanian President Jonas Petraitis meets with Latvian Prime Minister Andris"
        " Ozols.\n\n14:00 The President visits a school in Kaunas.",
        ["meeting announced LT,LV"],
    ),
    (
        "20-21 May, Brussels: Norwegian Prime Minister Ola Berg attends the EU summit.\n\n22 May, Stockholm: "
        "Meeting with Swedish Prime Minister Karin Lund.",
        ["meeting announced NO,SE @SE", "summit announced BE,EU,NO @BE"],
    ),
    (
        "2:30 p.m. Secretary of State Mary Collins meets with Japanese Foreign Minister Kenji Sato, at the "
        "Department of State.",
        ["meeting announced JP,US @US"],
    ),
    (
        "Finnish President Matti Laine\n\n18 May: visit to Estonia\n\n25 May: opening of a hospital in Oulu",
        ["visit announced EE,FI @EE"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)
