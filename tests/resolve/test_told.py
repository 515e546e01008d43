"""What a whole passage comes to: (passage of 7 June 2023, the engagements read out of it), one row for each way of telling.

An engagement is written "kind status STATES host"; the states in alphabetical order, "-" where none is known.
"""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PASSAGES: list[tuple[str, list[str]]] = [
    # who called it off receives it
    ("Latvia called off a visit by Peru's defence minister, Luis Soto, on Monday.", ["visit cancelled LV,PE LV"]),
    ("Kigali has postponed a visit by Belgium's foreign minister.", ["visit postponed BE,RW RW"]),
    # threats, decisions and refusals
    (
        "French President Paul Morel threatened to cancel his meeting with Polish President Jan Nowak.",
        ["meeting announced FR,PL -"],
    ),
    (
        "Warsaw regretted French President Paul Morel's decision to cancel his meeting with Polish President Jan Nowak.",
        ["meeting cancelled FR,PL -"],
    ),
    (
        "Moscow blamed Paris for the lack of a meeting between French President Paul Morel and Russian President Ivan Orlov.",
        ["meeting denied FR,RU -"],
    ),
    # plans that came to nothing
    (
        "A planned meeting between the foreign ministers of Chad and Niger did not take place.",
        ["meeting cancelled NE,TD -"],
    ),
    (
        "A planned meeting between the foreign ministers of Chad and Niger failed to take place.",
        ["meeting cancelled NE,TD -"],
    ),
    # what the event itself does
    ("The talks between Iran and Oman focused on shipping.", ["talks held IR,OM -"]),
    ("The talks between Iran and Oman will focus on shipping.", ["talks announced IR,OM -"]),
    (
        "A meeting of Commonwealth ministers in London on Tuesday said it would send observers.",
        ["meeting held Commonwealth,GB GB"],
    ),
    ("The Kenyan prime minister's visit to Oslo, which begins Sunday, is his first.", ["visit announced KE,NO NO"]),
    ("The Kenyan prime minister's trip to Oslo comes as prices rise.", []),
    # invitations
    (
        "Israeli President Dan Levi has invited Palestinian President Omar Nasser to meet him in Jerusalem.",
        ["meeting proposed IL,PS IL"],
    ),
    (
        "Fijian President Ratu Vula has accepted an invitation from King Harald of Norway to visit Norway.",
        ["visit announced FJ,NO NO"],
    ),
    # several, one by one
    (
        "Kenya's President Peter Mwangi and Ghana's President Kofi Boateng held one-to-one meetings with their Chinese "
        "counterpart Li Jun in Beijing.",
        ["meeting held CN,KE CN", "meeting held CN,GH CN"],
    ),
    (
        "US Secretary of State Mark Hale met with ministers from several Latin American countries in Panama on Tuesday.",
        ["meeting held PA,US PA"],
    ),
    # met at home, with no word of whose
    (
        "Norwegian Prime Minister Kari Low arrived in Cambodia on Monday. Low began her visit by meeting with Prime Minister "
        "Sok Dara.",
        ["visit under_way KH,NO KH", "meeting held KH,NO KH"],
    ),
    # whose delegation
    (
        "South African President Sipho Dlamini will lead a delegation of six leaders to Cairo.",
        ["visit announced EG,ZA EG"],
    ),
    # a gerund beside its clause
    (
        "Chilean President Rosa Vidal began her stay in Lima on Monday by meeting with Peruvian President Luis Soto.",
        ["visit under_way CL,PE PE", "meeting held CL,PE PE"],
    ),
    (
        "Chilean President Rosa Vidal sought to raise the dispute in her meeting with Peruvian President Luis Soto.",
        [],
    ),
    ("US Secretary of State Mark Hale heads to Riyadh this week.", ["visit announced SA,US SA"]),
    # a programme of the day, several stops, what hangs on an arrival
    (
        "3:30 p.m. Deputy Secretary Mark Hale meets with Canadian Deputy Foreign Minister Anna Roy, at the State Department.",
        ["meeting announced CA,US US"],
    ),
    (
        "Chilean Foreign Minister Rosa Vidal arrived in Lima on Tuesday. Her tour will also include Ecuador and Panama.",
        ["visit under_way CL,PE PE", "visit announced CL,EC EC", "visit announced CL,PA PA"],
    ),
    (
        "Thai Prime Minister Somchai Wongsa will leave Bangkok on Friday to visit Hainan Island in southern China.",
        ["visit announced CN,TH CN"],
    ),
    (
        "Turkish Trade Minister Kemal Aydin arrived in Salonica city of Greece on Sunday to attend a conference.",
        ["visit under_way GR,TR GR"],
    ),
    (
        "The U.S. ambassador to the United Nations, Mary Lane, arrived in Chile on Tuesday.",
        ["visit under_way CL,US CL"],
    ),
    # who is meant, and who changes it
    (
        "Pakistani Prime Minister Omar Khan spoke by phone with Dutch Prime Minister Jan Visser on Tuesday, during which "
        "Khan congratulated him and invited him to visit Pakistan.",
        ["call held NL,PK -", "visit proposed NL,PK PK"],
    ),
    (
        "Panama said on Sunday it would postpone President Luis Mora's visit to Washington.",
        ["visit postponed PA,US US"],
    ),
    (
        "The spokeswoman refused to confirm a visit by Chinese Vice President Li Jun to Washington on Friday.",
        ["visit expected CN,US US"],
    ),
    (
        "No date has been set for a meeting between Peruvian President Luis Soto and Chilean President Rosa Vidal.",
        ["meeting proposed CL,PE -"],
    ),
    (
        "Mexican President Ana Ruiz ruled out attending the EU-Latin America summit in Brussels.",
        ["summit denied BE,EU,MX BE"],
    ),
    (
        "Preparations are under way for a visit by Russian President Ivan Orlov to India, an official said.",
        ["visit announced IN,RU IN"],
    ),
]


@pytest.mark.parametrize(("passage", "expected"), PASSAGES, ids=[p[:50] for p, _ in PASSAGES])
def test_what_a_passage_comes_to(passage: str, expected: list[str]) -> None:
    found = read_text(passage, published=date(2023, 6, 7)).engagements
    told = []
    for engagement in found:
        states = {p.country or p.organisation for p in engagement.participants} | {engagement.host_country}
        known = ",".join(sorted(s for s in states if s)) or "-"
        told.append(f"{engagement.kind} {engagement.status} {known} {engagement.host_country or '-'}")
    assert told == expected
