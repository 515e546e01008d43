"""Rarer ways of saying that people met, spoke, came or were called in.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host; an empty row must give nothing.
"""

from __future__ import annotations

import pytest

from facts import facts

ROWS = [
    (
        "Haitian and Dominican officials came face to face on Wednesday in Santo Domingo.",
        ["meeting held DO,HT @DO"],
    ),
    (
        "The Chinese and Philippine foreign ministers came face-to-face in Vientiane on Friday.",
        ["meeting held CN,LA,PH @LA"],
    ),
    (
        "Danish Foreign Minister Lars Lokke Rasmussen sat across from his Chinese colleague Wang Yi in "
        "Beijing on Monday.",
        ["meeting held CN,DK @CN"],
    ),
    ("Jordan's King Abdullah sat opposite US President Joe Biden in the Oval Office.", ["meeting held JO,US @US"]),
    (
        "The Czech prime minister dialled his Polish counterpart on Friday to congratulate him.",
        ["call held CZ,PL"],
    ),
    ("Italian Foreign Minister Antonio Tajani rang his Libyan counterpart on Sunday.", ["call held IT,LY"]),
    (
        "Finnish President Alexander Stubb rang up his Estonian counterpart Alar Karis on Friday.",
        ["call held EE,FI"],
    ),
    (
        "President Yoweri Museveni granted an audience to the Saudi foreign affairs adviser Ahmed Kattan in "
        "Entebbe.",
        ["meeting held SA,UG @UG"],
    ),
    (
        "President Paul Biya gave an audience to the outgoing US ambassador, Christopher Lamora, on Tuesday.",
        ["meeting held CM,US @CM"],
    ),
    (
        "Cameroon's foreign minister Lejeune Mbella Mbella granted an audience to the new Chinese ambassador,"
        " Xu Yong, in Yaounde on Tuesday.",
        ["meeting held CM,CN @CM"],
    ),
    ("The Bulgarian and Greek foreign ministers held a working session in Sofia.", ["meeting held BG,GR @BG"]),
    ("Laos and Thailand returned to the negotiating table in Vientiane on Tuesday.", ["talks held LA,TH @LA"]),
    (
        "Argentina's Foreign Minister Diana Mondino had a get-together with her Paraguayan colleague Ruben "
        "Ramirez in Asuncion.",
        ["meeting held AR,PY @PY"],
    ),
    (
        "Swiss President Viola Amherd was in phone contact with Ukrainian President Volodymyr Zelensky on "
        "Monday.",
        ["call held CH,UA"],
    ),
    (
        "Cuban President Miguel Diaz-Canel and his Mexican counterpart Andres Manuel Lopez Obrador had a "
        "telephone exchange.",
        ["call held CU,MX"],
    ),
    ("Ukraine's foreign minister got on the phone with his Hungarian counterpart on Friday.", ["call held HU,UA"]),
    (
        "Maltese Prime Minister Robert Abela and Italian Prime Minister Giorgia Meloni exchanged views over "
        "lunch in Rome yesterday.",
        ["talks held IT,MT @IT"],
    ),
    (
        "The foreign ministers of Kuwait and Iraq exchanged views on the border in Baghdad on Sunday.",
        ["talks held IQ,KW @IQ"],
    ),
    (
        "Canadian Foreign Minister Melanie Joly and Lithuania's Gabrielius Landsbergis exchanged views in "
        "Vilnius.",
        ["talks held CA,LT @LT"],
    ),
    ("Tokyo will play host to the Kenyan president in June.", ["visit announced JP,KE @JP"]),
    (
        "Doha played host to the foreign ministers of Armenia and Azerbaijan on Friday.",
        ["meeting held AM,AZ,QA @QA"],
    ),
    (
        "The king of Eswatini was seen off at Taoyuan airport by Taiwan's foreign minister after a five-day "
        "visit.",
        ["visit held SZ,TW @TW"],
    ),
    (
        "Leaders of the East African Community converged on Arusha last Friday for an extraordinary summit.",
        ["summit held EAC,TZ @TZ"],
    ),
    (
        "Myanmar's deputy prime minister U Than Swe and party left Nay Pyi Taw by air for Beijing yesterday.",
        ["visit under_way CN,MM @CN"],
    ),
    (
        "Angolan President Joao Lourenco presided over a meeting in Luanda between his Rwandan and Congolese "
        "counterparts.",
        ["meeting held AO,CD,RW @AO"],
    ),
    (
        "Chadian Foreign Minister Abderaman Koulamallah had a working breakfast with his Nigerian opposite "
        "number Yusuf Tuggar.",
        ["meeting held NG,TD"],
    ),
    (
        "Nepal's Foreign Minister Narayan Kaji Shrestha engaged Chinese Vice Premier Ding Xuexiang in "
        "Beijing.",
        [],
    ),
    ("The Tunisian and Algerian presidents had a phone chat on Friday evening.", ["call held DZ,TN"]),
    (
        "Ukrainian Foreign Minister Dmytro Kuleba linked up with his Moroccan counterpart by video on "
        "Tuesday.",
        ["call held MA,UA"],
    ),
    ("The Iraqi premier hopped over to Amman for a few hours on Tuesday.", ["visit held IQ,JO @JO"]),
    (
        "President Salva Kiir received a message from Eritrean President Isaias Afwerki, delivered by Foreign"
        " Minister Osman Saleh.",
        [],
    ),
    (
        "France summoned the Azerbaijani ambassador on Tuesday over the riots in Nouméa.",
        ["meeting held AZ,FR @FR"],
    ),
    (
        "Pakistan's foreign ministry summoned the Iranian charge d'affaires to protest the strike.",
        ["meeting held IR,PK @PK"],
    ),
    ("Niger has summoned the EU envoy to explain the aid shipment.", ["meeting held EU,NE @NE"]),
    ("Manila summons Chinese diplomat over shoal", ["meeting held CN,PH @PH"]),
    (
        "Israel will summon the ambassadors of Ireland, Norway and Spain for a dressing-down.",
        ["meeting announced ES,IE,IL,NO @IL"],
    ),
    ("The court summoned the former minister to testify on Monday.", []),
    ("Police summoned the opposition leader for questioning.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)
