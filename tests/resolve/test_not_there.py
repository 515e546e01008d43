"""Where nothing takes place, and who is nowhere as an official: (passage, "kind host" of all that it tells as news)."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

TOPICS = [
    ("Kenyan President Peter Mwangi and Chilean President Rodrigo Vidal held talks on Tuesday on the war in Sudan.", ["talks None"]),
    ("Kenyan President Peter Mwangi met Chilean President Rodrigo Vidal to discuss the crisis in Haiti.", ["meeting None"]),
    ("Kenya's and Chile's presidents held a meeting on a port in southern Myanmar.", ["meeting None"]),
    ("Kenyan President Peter Mwangi held talks with Chilean President Rodrigo Vidal on trade in Muscat.", ["talks OM"]),
    ("Kenyan President Peter Mwangi met Chilean President Rodrigo Vidal at a hotel in Oman on Tuesday.", ["meeting OM"]),
    ("US Secretary of State Mark Hale met with ministers from several Latin American countries in Panama.", ["meeting PA"]),
]
NO_OFFICIAL_VISITS = [
    ("The Emir of Kuwait travels to Germany on private visit", []),
    ("Qatari Prime Minister Khalid Al-Marri travelled to London on Monday for medical treatment.", []),
    ("Zimbabwean Foreign Minister Tendai Moyo is in hospital in South Africa.", []),
    ("Zimbabwean Foreign Minister Tendai Moyo is in South Africa for talks.", ["visit ZA"]),
    ("Congolese President Jean Kabongo met former Kenyan President Peter Mwangi in Nairobi on Tuesday.", []),
    ('"I had very much wanted to meet Indian President Ram Das," Nepal\'s President Maya Thapa said.', []),
]
ABROAD = [
    (
        "Vietnamese President Vo Van Long arrived in Vientiane on Monday for a visit to Laos. Long will receive the Lao National "
        "Assembly Chairman Somphone Keo.",
        ["visit LA", "meeting LA"],
    ),
    ("Egypt's Coptic Pope Tawadros II flew to Hungary on Monday and met Prime Minister Janos Kiss.", []),
    ("Pope Francis flew to Hungary on Monday.", ["visit HU"]),
    ("Former Mexican president Diego Luna is in Madrid this week to lecture at a business school.", []),
    ("New Zealand Prime Minister Colin Marsh sat down with host Prime Minister Siaosi Vea of Tonga on Tuesday.", ["meeting TO"]),
    (
        "The minister spoke in Islamabad. Ties were set up thirty years ago, when Kazakh President Daulet Omarov was in Pakistan on a visit.",
        [],
    ),
    (
        "Omani Foreign Minister Salem Al-Harthi will travel to Vietnam and then to Indonesia, where he will take part in the G20 foreign "
        "ministers' meeting on July 7-8.",
        ["visit VN", "visit ID", "meeting ID"],
    ),
    (
        "Pakistani Foreign Minister Ali Qamar would undertake a tour of Tajikistan and Iran from May 25 to 27 for consultations on the transfer of power in Kabul.",
        ["visit TJ", "visit IR"],
    ),
]
STOPS = [
    ("Fiji is the first stop of a trip that will also take them to the Kingdom of Tonga and the Republic of Vanuatu.", []),
    ("Ulaanbaatar was the last stop of a tour that had taken the diplomat to Russia and Kyrgyzstan.", []),
]
ON_THE_SPOT = [
    ("LUANDA - Angolan President Mario Neto sat down with Congolese President Jean Kabongo on his own.", ["meeting AO"]),
    ("LUANDA - Angolan President Mario Neto met the president of Congo, Jean Kabongo, for talks on trade in May 2023.", []),
]
MET = "Chilean Foreign Minister Luis Soto met Kenyan Foreign Minister Amina Odera on Tuesday."
POINTED_AT = [
    (f"{MET} The two were in Muscat for a security conference.", ["meeting OM"]),
    (f"{MET} They spoke for two hours at a hotel in Muscat.", ["meeting OM"]),
    (f"{MET} They spoke of the war in Sudan.", ["meeting None"]),
    ("Chile's Luis Soto and Kenya's Amina Odera, both attending a security forum in Cairo, met on Tuesday.", ["meeting EG"]),
    ("MUSCAT - Chilean President Rodrigo Vidal met Kenyan President Peter Mwangi on Tuesday during a climate summit.", ["meeting OM"]),
    ("MUSCAT - Chilean President Rodrigo Vidal met Kenyan President Peter Mwangi on Tuesday.", ["meeting None"]),
    (
        "Chilean President Rodrigo Vidal is attending a climate summit in Muscat. On Tuesday he met Kenyan President Peter Mwangi there.",
        ["summit OM", "meeting OM"],
    ),
    ("Oman-hosted talks between Chile and Kenya ended on Tuesday.", ["talks OM"]),
    ("US-brokered talks between Chile and Kenya ended on Tuesday.", ["talks None"]),
    ("Chilean Defence Minister Luis Soto visited Chilean troops at a base in Kenya on Tuesday.", ["visit KE"]),
    ("Chilean President Rodrigo Vidal is in Kenya this week to meet Kenyan President Peter Mwangi.", ["visit KE", "meeting KE"]),
    ("Kenyan President Peter Mwangi received a courtesy call from Chilean Foreign Minister Luis Soto on Tuesday.", ["meeting KE"]),
    (
        "Nairobi \u2014 Kenyan President Peter Mwangi met Chilean President Rodrigo Vidal on Tuesday.",
        ["meeting KE"],
    ),
    (
        "Chilean President Rodrigo Vidal met Kenyan President Peter Mwangi on Tuesday before leaving Nairobi for Muscat.",
        ["meeting KE", "visit OM"],
    ),
    (
        "Kenyan President Peter Mwangi held talks on Tuesday with Chilean President Rodrigo Vidal, on the second day of his visit.",
        ["talks None"],
    ),
    (
        "Sudanese President Omar Taha and Chadian President Idris Deba went into talks meant to save a deal, signed in the Chadian capital.",
        ["talks None"],
    ),
    (
        "NAIROBI - Kenyan Foreign Minister Amina Odera flew to Oman on Monday. She met Chilean Foreign Minister Luis Soto on Tuesday.",
        ["visit OM", "meeting None"],
    ),
]


@pytest.mark.parametrize(("passage", "expected"), [*TOPICS, *NO_OFFICIAL_VISITS, *ON_THE_SPOT, *POINTED_AT, *ABROAD, *STOPS])
def test_hosts(passage: str, expected: list[str]) -> None:
    found = read_text(passage, published=date(2025, 3, 12), is_final=True).engagements
    assert [f"{e.kind} {e.host_country}" for e in found if not e.background] == expected


ARRIVALS = [
    (
        "Chilean President Rodrigo Vidal arrived in Nairobi on Tuesday and was received at the airport by Kenyan Foreign Minister Amina Odera.",
        ["visit under_way KE"],
    ),
    ("The Chilean ambassador, Luis Soto, was called to the Kenyan foreign ministry on Tuesday.", ["meeting held KE"]),
    (f'{MET} "I am happy to be in Kenya," Soto said.', ["meeting held KE", "visit under_way KE"]),
    ('"I would be happy to visit Kenya," Chilean Foreign Minister Luis Soto said.', ["visit proposed KE"]),
]


@pytest.mark.parametrize(("passage", "expected"), ARRIVALS)
def test_arrivals(passage: str, expected: list[str]) -> None:
    found = read_text(passage, published=date(2025, 3, 12), is_final=True).engagements
    assert [f"{e.kind} {e.status} {e.host_country}" for e in found if not e.background] == expected
