"""Rarer ways of saying that people met, spoke, came or were called in.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host; an empty row must give nothing.
"""

from __future__ import annotations

import pytest

from facts import facts

ROWS = [
    (
        "The Chinese and Philippine foreign ministers came face-to-face in Vientiane on Friday.",
        ["meeting held CN,LA,PH @LA"],
    ),
    (
        "Finnish President Alexander Stubb rang up his Estonian counterpart Alar Karis on Friday.",
        ["call held EE,FI"],
    ),
    (
        "Argentina's Foreign Minister Diana Mondino had a get-together with her Paraguayan colleague Ruben "
        "Ramirez in Asuncion.",
        ["meeting held AR,PY @PY"],
    ),
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
        "Canadian Foreign Minister Melanie Joly and Lithuania's Gabrielius Landsbergis exchanged views in Vilnius.",
        ["talks held CA,LT @LT"],
    ),
    (
        "Doha played host to the foreign ministers of Armenia and Azerbaijan on Friday.",
        ["meeting held AM,AZ,QA @QA"],
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
        "Nepal's Foreign Minister Narayan Kaji Shrestha engaged Chinese Vice Premier Ding Xuexiang in Beijing.",
        [],
    ),
    ("The Tunisian and Algerian presidents had a phone chat on Friday evening.", ["call held DZ,TN"]),
    (
        "Ukrainian Foreign Minister Dmytro Kuleba linked up with his Moroccan counterpart by video on Tuesday.",
        ["call held MA,UA"],
    ),
    ("The Iraqi premier hopped over to Amman for a few hours on Tuesday.", ["visit held IQ,JO @JO"]),
    (
        "President Salva Kiir received a message from Eritrean President Isaias Afwerki, delivered by Foreign"
        " Minister Osman Saleh.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)
