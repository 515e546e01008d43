"""Who says it at a sentence's end, whom one goes to see, what is only asked, and journeys told stage by stage.

Sentences of our own, read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give
kind, status, states and host; an empty row must give nothing.
"""

from __future__ import annotations

import pytest

from facts import facts

SAID_BY_A_SOURCE = [
    ("Slovak President Pavel Novak will meet Paul Okello, the president of Uganda, a spokeswoman for Novak said.", ["meeting announced SK,UG"]),
    ("Slovak President Pavel Novak will meet Ugandan President Paul Okello, his spokesman, Petr Urban, said.", ["meeting announced SK,UG"]),
    ("Slovak President Pavel Novak is not going to meet the president of Uganda, Paul Okello, a senior official in Bratislava said.",
     ["meeting denied SK,UG"]),
    ("Slovak President Pavel Novak talked by phone with Paul Okello, Uganda's foreign minister, Petr Urban, his spokesman, told "
     "reporters.", ["call held SK,UG"]),
    ("Paul Okello, a spokesman for the Ugandan army said on Monday that Slovak President Pavel Novak would visit Uganda.",
     ["visit announced SK,UG @UG"]),
]  # fmt: skip

TO_SEE = [
    ("Slovak Foreign Minister Pavel Novak saw his Kenyan counterpart Daniel Otieno on Monday to talk about trade.", ["meeting held KE,SK"]),
    ("Slovak Foreign Minister Pavel Novak will see the president of Kenya, Daniel Otieno, too.", ["meeting announced KE,SK"]),
    ("Slovak Foreign Minister Pavel Novak has no plans to see Kenyan President Daniel Otieno.", ["meeting denied KE,SK"]),
    ("Slovak Foreign Minister Pavel Novak has asked to see Kenyan President Daniel Otieno.", ["meeting proposed KE,SK"]),
    ("Slovak Foreign Minister Pavel Novak asked for a meeting with Kenyan President Daniel Otieno.", ["meeting proposed KE,SK"]),
    ("Slovak Foreign Minister Pavel Novak sees Kenyan President Daniel Otieno as a partner.", []),
    ("Slovak Foreign Minister Pavel Novak wanted to see Kenyan President Daniel Otieno punished.", []),
    ("Slovak Foreign Minister Pavel Novak saw off Kenyan President Daniel Otieno's challenge.", []),
    ("Slovak Foreign Minister Pavel Novak said he had seen Kenyan President Daniel Otieno's letter.", []),
    ("Slovak Foreign Minister Pavel Novak met Kenyan President Daniel Otieno's daughter.", []),
]  # fmt: skip

ASKED = [
    ("Is Slovak President Pavel Novak going to meet Kenyan President Daniel Otieno in Nairobi on Friday?", []),
    ("Did Slovak President Pavel Novak meet Kenyan President Daniel Otieno in Nairobi on Friday?", []),
    ('Slovak President Pavel Novak will also meet Kenyan President Daniel Otieno? "It is not planned," an adviser said.', []),
    ("Why did Slovak President Pavel Novak go to Kenya on Monday?", ["visit held KE,SK @KE"]),
]

SPOKEN_IN_A_TOWN = [
    ("Slovak President Pavel Novak spoke with Kenyan President Daniel Otieno in Nairobi.", ["meeting held KE,SK @KE"]),
    ("Slovak President Pavel Novak spoke by phone with Kenyan President Daniel Otieno in Nairobi.", ["call held KE,SK"]),
    ("Slovak President Pavel Novak spoke with Kenyan President Daniel Otieno about the war in Sudan.", ["call held KE,SK"]),
]

INVITED_IN_WRITING = [
    ("Slovak Foreign Minister Pavel Novak handed Kenyan President Daniel Otieno a letter from Slovak President Jana Mala inviting him "
     "to visit Slovakia.", ["visit proposed KE,SK @SK"]),
    ("Slovak President Jana Mala has written to Kenyan President Daniel Otieno to invite him to Bratislava.",
     ["visit proposed KE,SK @SK"]),
    ("Slovak President Jana Mala invited her Kenyan counterpart Daniel Otieno to an international conference.",
     ["visit proposed KE,SK @SK"]),
    ("Slovak President Jana Mala invited 35 leaders to lunch.", []),
    ("UN Secretary-General Ann Bee invited Slovak companies to an exhibition.", []),
]  # fmt: skip

STAGES = [
    ("Slovak President Pavel Novak and Kenyan President Daniel Otieno at a previous meeting.\n\nKenyan President Daniel Otieno will not "
     "meet Slovak President Pavel Novak on Friday after all.", ["meeting held KE,SK", "meeting cancelled KE,SK"]),
    ("Slovak Foreign Minister Pavel Novak will travel to Kenya on May 20. While in Kenya, the minister will also be received in "
     "audience by President Daniel Otieno.", ["visit announced KE,SK @KE", "meeting announced KE,SK @KE"]),
    ("Slovak Defence Minister Pavel Novak was received on Monday by Kenya's President, Daniel Otieno, while on an official visit to "
     "Nairobi.", ["meeting held KE,SK @KE", "visit held KE,SK @KE"]),
    ("Slovak Prime Minister Pavel Novak was received in Nairobi on Tuesday by his host, Kenyan Prime Minister Daniel Otieno.",
     ["meeting held KE,SK @KE"]),
    ("Prime Minister to visit Italy and Spain\n\nCanadian Prime Minister Anne Brown will leave for Rome on May 20 for talks with Prime "
     "Minister Carlo Rossi. She will be in Madrid on May 22 to meet Prime Minister Luis Garcia.",
     ["visit announced CA,IT @IT", "visit announced CA,ES @ES", "talks announced CA,IT @IT", "meeting announced CA,ES @ES"]),
    ("Latvian Foreign Minister Edgars Ozols visited Georgia.\n\nOn June 7 FM Ozols met Georgian Health Minister Irakli Beridze.",
     ["visit held GE,LV @GE", "meeting held GE,LV"]),
]  # fmt: skip

ROWS = [*SAID_BY_A_SOURCE, *TO_SEE, *ASKED, *SPOKEN_IN_A_TOWN, *INVITED_IN_WRITING, *STAGES]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[text[:60] for text, _ in ROWS])
def test_engagements_of_a_passage(text: str, wanted: list[str]) -> None:
    assert sorted(facts(text)) == sorted(wanted)
