"""Days that belong to something else, presents the parser takes for plurals, new plans behind a delay, gatherings told in
their own clause, and whom somebody asks to come: what pages in our own words had wrong on 29 November 2026.

Sentences of our own with invented people, read as published on Tuesday 14 May 2019. A row: the passage, and of each
engagement kind, status, states, host and days.
"""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2019, 5, 14)

ROWS = [
    (
        "Slovak Foreign Minister Pavel Novak will visit Kenya and Ghana this month, his ministry "
        "said.\n\nNovak leaves for Kenya on Thursday for a two-day visit and will travel on to Ghana on "
        "Saturday.",
        ["visit announced GH,SK @GH 05-18", "visit announced KE,SK @KE 05-16..05-17"],
    ),
    (
        "Croatian President Ivo Kolar has accepted an invitation from Japan.\n\nKolar departs for Tokyo on "
        "Sunday for a four-day state visit. In Tokyo, he will meet Prime Minister Kenji Ito.",
        ["meeting announced HR,JP @JP 05-19..05-22", "visit announced HR,JP @JP 05-19..05-22"],
    ),
    (
        "Chilean Foreign Minister Rosa Pinto spoke to reporters on Monday.\n\nPinto sets out for Canberra on "
        "Thursday on a three-day visit.",
        ["visit announced AU,CL @AU 05-16..05-18"],
    ),
    (
        "Slovak President Pavel Novak lands in Nairobi on Sunday night.",
        ["visit announced KE,SK @KE 05-19"],
    ),
    (
        "Slovak President Pavel Novak touches down in Nairobi on Thursday for a two-day visit.",
        ["visit announced KE,SK @KE 05-16..05-17"],
    ),
    (
        "Slovak President Pavel Novak travels to Nairobi on Friday and meets President Daniel Otieno the "
        "following day.",
        ["meeting announced KE,SK @KE 05-18", "visit announced KE,SK @KE 05-17"],
    ),
    (
        "Slovak President Pavel Novak arrived on Tuesday in Nairobi for a two-day official visit. He was "
        "greeted by his Kenyan counterpart, Daniel Otieno. According to the programme, official talks between"
        " the two delegations are set for Tuesday afternoon.",
        ["talks announced KE,SK @KE 05-14", "visit under_way KE,SK @KE 05-14..05-15"],
    ),
    (
        "Slovak President Pavel Novak arrived on Tuesday in Nairobi for a two-day official visit. He was "
        "greeted by his Kenyan counterpart, Daniel Otieno. Talks between the two delegations are set for "
        "Wednesday, at the end of which agreements on tourism and sport are to be signed.",
        ["talks announced KE,SK @KE 05-15", "visit under_way KE,SK @KE 05-14..05-15"],
    ),
    (
        "Talks between Slovak Foreign Minister Pavel Novak and his Kenyan counterpart Grace Wanjiru are set "
        "for Friday, at the end of which agreements on trade are expected to be signed.",
        ["talks announced KE,SK 05-17"],
    ),
    (
        "Kenyan President Daniel Otieno will not be going to Zimbabwe this week as earlier planned, following"
        " the death on Friday, May 10, of former President Joel Kamau.",
        ["visit cancelled KE,ZW @ZW 05-13..05-19"],
    ),
    (
        "Kenyan President Daniel Otieno has called off his visit to Zimbabwe following the death on Friday of"
        " former President Joel Kamau.",
        ["visit cancelled KE,ZW @ZW"],
    ),
    (
        "Slovak Prime Minister Pavel Novak will visit Kenya next week, following the signing on May 3 of a trade deal.",
        ["visit announced KE,SK @KE 05-20..05-26"],
    ),
    (
        "Following the death of his father on Sunday, Slovak Prime Minister Pavel Novak has called off his "
        "trip to Kenya, which was to begin on Thursday.",
        ["visit cancelled KE,SK @KE 05-16"],
    ),
    (
        "The visit that King Harald of Norway was to make to Jordan has been put back once again. The "
        "spokesman said that Oslo and Amman had jointly decided to hold the royal journey in September.",
        ["visit rescheduled JO,NO @JO 09-01..09-30"],
    ),
    (
        "King Harald of Norway's trip to Jordan moved to September\n\nThe visit that King Harald of Norway "
        "was to make to Jordan in May has been put back, the palace said.",
        ["visit rescheduled JO,NO @JO 09-01..09-30"],
    ),
    (
        "Slovak Prime Minister Pavel Novak's visit to Kenya has been postponed. The two sides had agreed in "
        "January to hold the visit in early June.",
        ["visit postponed KE,SK @KE"],
    ),
    (
        "Slovak Prime Minister Pavel Novak's visit to Kenya has been postponed. The ministry said the "
        "governments had decided to hold the visit in early June.",
        ["visit rescheduled KE,SK @KE 06-01..06-10"],
    ),
    (
        "Slovak Vice President Eva Novak will travel to Colombia for the ceremony in which Luis Petrel takes "
        "office on August 7, the ministry said.",
        ["visit announced CO,SK @CO 08-07"],
    ),
    (
        "Slovak Foreign Minister Pavel Novak will travel to Nairobi for the East Africa Forum, which takes "
        "place from June 3 to 5.",
        ["visit announced KE,SK @KE 06-03..06-05"],
    ),
    (
        "Slovak Foreign Minister Pavel Novak will attend the East Africa Forum, to be held in Nairobi on June 3-5.",
        ["summit announced KE,SK @KE 06-03..06-05"],
    ),
    (
        "Slovak Foreign Minister Pavel Novak will take part in the East Africa Forum to be held in Nairobi on June 3.",
        ["summit announced KE,SK @KE 06-03"],
    ),
    (
        "Slovak Foreign Minister Pavel Novak called off his trip to Kenya for the East Africa Forum, which "
        "takes place from June 3 to 5.",
        ["visit cancelled KE,SK @KE 06-03..06-05"],
    ),
    (
        "Slovak Foreign Minister Pavel Novak is in Nairobi. He is scheduled to meet Foreign Minister Grace "
        "Wanjiru later today, followed by Prime Minister Peter Kariuki and President Daniel Otieno.",
        [
            "meeting announced KE,SK @KE 05-14",
            "meeting announced KE,SK @KE 05-14",
            "meeting announced KE,SK @KE 05-14",
            "visit under_way KE,SK @KE 05-14",
        ],
    ),
    (
        "Slovak Foreign Minister Pavel Novak is in Nairobi on a two-day visit. On Wednesday he is to hold "
        "discussions with leaders of opposition parties. He is scheduled to meet Foreign Minister Grace "
        "Wanjiru later today.",
        ["meeting announced KE,SK @KE 05-14", "visit under_way KE,SK @KE 05-14"],
    ),
    (
        "Polish President Due in Kenya Next Year",
        ["visit announced KE,PL @KE 01-01..12-31"],
    ),
    (
        "Talks that were to bring together President Pavel Novak of Slovakia and his Kenyan counterpart "
        "Daniel Otieno did not take place on Sunday.",
        ["talks cancelled KE,SK 05-12"],
    ),
    (
        "The meeting, which brought together Slovak Foreign Minister Pavel Novak and his Kenyan counterpart "
        "Grace Wanjiru, was held in Nairobi on Monday.",
        ["meeting held KE,SK @KE 05-13"],
    ),
    (
        "Slovak Foreign Minister Pavel Novak was in Nairobi on Monday. He was received by the president.",
        ["meeting held KE,SK @KE 05-13", "visit held KE,SK @KE 05-13"],
    ),
    (
        "King Harald of Norway invited Kenyan President Daniel Otieno to visit his country.",
        ["visit proposed KE,NO @NO"],
    ),
    (
        "In a phone call, King Harald of Norway invited Kenyan President Daniel Otieno to come to his country.",
        ["call held KE,NO", "visit proposed KE,NO @NO"],
    ),
    (
        "King Harald of Norway invited the President of Kenya, Daniel Otieno, to visit Norway.",
        ["visit proposed KE,NO @NO"],
    ),
    (
        "Slovak Foreign Minister Pavel Novak invited the Foreign Minister of Kenya, Grace Wanjiru, to visit "
        "Bratislava in June.",
        ["visit proposed KE,SK @SK 06-01..06-30"],
    ),
    (
        "Slovak Foreign Minister Pavel Novak invited Kenyan President Daniel Otieno, who was elected in May, "
        "to visit Slovakia.",
        ["visit proposed KE,SK @SK"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_a_page_tells(text: str, expected: list[str]) -> None:
    told = read_text(text, published=PUBLISHED, is_final=True).engagements
    assert sorted(map(_fact, (e for e in told if not e.background))) == expected


def _fact(engagement: Engagement) -> str:
    states = {p.country or p.organisation for p in engagement.participants} | {engagement.host_country}
    host = f" @{engagement.host_country}" if engagement.host_country else ""
    first, last = engagement.when.earliest, engagement.when.latest
    days = (
        "" if first is None or last is None else f" {first:%m-%d}" if first == last else f" {first:%m-%d}..{last:%m-%d}"
    )
    return f"{engagement.kind} {engagement.status} {','.join(sorted(s for s in states if s))}{host}{days}"
