"""Reports that are denied, what cannot be, gatherings told as bodies, whoever is to be the first whom somebody met, whose way
home a bare title tells of, days of a saying without "that", and the halves of a divided land: (passage, "kind status host days" of all that it tells)."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2019, 5, 14)  # a Tuesday

ROWS = [
    (
        "A member of a Sudanese party has rejected reports in the media that Slovak Prime Minister Peter Horak has plans to "
        "visit Sudan.",
        ["visit denied SD"],
    ),
    (
        "Kenya's government rejected a claim by the opposition that Foreign Minister Grace Wanjiru would visit Slovakia next week.",
        ["visit denied SK 2019-05-20"],
    ),
    (
        "Slovak media reported that Slovak Prime Minister Peter Horak would visit Khartoum. Sudan denied the reports on Monday.",
        ["visit denied SD"],
    ),
    (
        'Slovak media reported that Slovak Prime Minister Peter Horak would visit Khartoum. "These reports are false," a '
        "Sudanese official said.",
        ["visit denied SD"],
    ),
    (
        "Slovak media reported that Slovak Prime Minister Peter Horak would visit Khartoum. Sudan neither denied nor confirmed "
        "the reports.",
        ["visit announced SD"],
    ),
    ("Sudan cannot be visited by Slovak Prime Minister Peter Horak.", ["visit denied SD"]),
    (
        "It was the decision of the AU summit, which met in Kampala on Sunday, that the mission should end.",
        ["summit held UG 2019-05-12"],
    ),
    (
        "The decision of the ASEAN summit, which will sit in Manila on Friday, is awaited.",
        ["summit announced PH 2019-05-17"],
    ),
    ("The SADC troika summit sat in Luanda on Tuesday.", ["summit held AO 2019-05-14"]),
    ("The SADC summit met with scorn in Luanda.", []),
    (
        "Kenyan President Daniel Otieno will be the third leader Slovak President Jan Kral has hosted in a month.",
        ["visit announced SK"],
    ),
    (
        "Kenyan President Daniel Otieno is to be the first African leader whom Slovak President Jan Kral has met.",
        ["meeting announced None"],
    ),
    (
        "Kenyan President Daniel Otieno was only the second African leader whom Slovak President Jan Kral had met.",
        ["meeting held None"],
    ),
    (
        "Kenyan President Daniel Otieno left for Ghana on Monday. Ghanaian President Kofi Owusu met him in March. The president "
        "will be back in Nairobi on Thursday.",
        ["visit under_way GH 2019-05-13", "meeting held None 2019-03-01"],
    ),
    (
        "Kenyan President Daniel Otieno said on Monday he would visit Slovakia on Friday.",
        ["visit announced SK 2019-05-17"],
    ),
    ("Kenyan President Daniel Otieno said on Monday he would visit Slovakia.", ["visit announced SK"]),
    (
        "Kenyan President Daniel Otieno said that on Monday he would visit Slovakia.",
        ["visit announced SK 2019-05-20"],
    ),
    (
        "Kenyan President Daniel Otieno said on Monday he would not go to the African Summit in Kampala on Friday. Tanzanian "
        "President Ali Juma is not going to travel to the summit either.",
        ["summit declined UG 2019-05-17", "summit declined UG 2019-05-17"],
    ),
    (
        "North Korea said it was calling off high-level talks with the South which were planned for May 16.",
        ["talks cancelled None 2019-05-16"],
    ),
    (
        "South Korean President Lee Minho will travel to the North next week.",
        ["visit announced KP 2019-05-20"],
    ),
    ("Kenya held talks with the North on Monday.", []),
    ("Sudan said peace talks with the South would go on.", []),
    ("Kenyan President Daniel Otieno did not go to the African Summit in Kampala on Monday.", []),
    (
        "Kenya's foreign ministry said on Monday President Daniel Otieno met Slovak President Jan Kral in Nairobi.",
        ["meeting held KE 2019-05-13"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_what_a_passage_tells(text: str, expected: list[str]) -> None:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    told = [" ".join(str(x) for x in (e.kind, e.status, e.host_country, e.when.earliest or "")).strip() for e in found]
    assert told == expected
