"""What local papers and state agencies leave to their reader: "the country", the airport, the villa, the region's leaders.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host; an empty row must give nothing.
"""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2024, 5, 15)

SITES = [
    (
        "Windhoek, May 15 - Zambian Vice President Mutale Nalumango arrived in the country on Tuesday.",
        ["visit under_way NA,ZM @NA"],
    ),
    (
        "KINGSTON, Jamaica - Ghana's President Nana Akufo-Addo will visit the island next week, the ministry said.",
        ["visit announced GH,JM @JM"],
    ),
    (
        "ACCRA, May 15 - The Ivorian prime minister, Robert Beugre Mambe, left the country on Monday after a two-day visit.",
        ["visit held CI,GH @GH"],
    ),
    (
        "BRIDGETOWN, Barbados - Rwandan President Paul Kagame's visit to the island has been postponed, the ministry said.",
        ["visit postponed BB,RW @BB"],
    ),
    (
        "Harare, May 15 - Mozambican President Filipe Nyusi is coming into the country on Thursday.",
        ["visit announced MZ,ZW @ZW"],
    ),
    (
        "Qatar's emir met Rwandan President Paul Kagame in Kigali on Monday. Sheikh Tamim arrived in the country on Sunday.",
        ["meeting held QA,RW @RW", "visit under_way QA,RW @RW"],
    ),
    (
        "ABUJA, May 15 - The President of Benin, Patrice Talon, arrived at the Presidential Villa on Tuesday.",
        ["visit under_way BJ,NG @NG"],
    ),
    (
        "LUSAKA - Congolese President Felix Tshisekedi landed at the Kenneth Kaunda International Airport on Tuesday.",
        ["visit under_way CD,ZM @ZM"],
    ),
    (
        "The Saudi foreign minister, Faisal bin Farhan, arrived at Baabda Palace to meet Lebanese President Joseph Aoun.",
        ["visit under_way LB,SA @LB", "meeting announced LB,SA @LB"],
    ),
    (
        "ACCRA - Sierra Leone's President Julius Maada Bio was welcomed at Kotoka International Airport by Vice President"
        " Mahamudu Bawumia.",
        ["visit held GH,SL @GH"],
    ),
    ("NAIROBI - Kenyan President William Ruto landed at Jomo Kenyatta International Airport on Monday.", []),
    ("Ghana's President Nana Akufo-Addo arrived at the airport on Monday.", []),
]


def facts(text: str) -> list[str]:
    return [fact(e) for e in read_text(text, published=PUBLISHED, is_final=True).engagements]


def fact(engagement: Engagement) -> str:
    states = {p.country or p.organisation for p in engagement.participants} | {engagement.host_country}
    host = f" @{engagement.host_country}" if engagement.host_country else ""
    return f"{engagement.kind} {engagement.status} {','.join(sorted(s for s in states if s))}{host}"


@pytest.mark.parametrize(("text", "expected"), SITES, ids=[row[0][:70] for row in SITES])
def test_sites(text: str, expected: list[str]) -> None:
    assert sorted(facts(text)) == sorted(expected)
