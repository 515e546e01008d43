"""Leaders of so many members of a body, of the world, and sentences whose subject stands before.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host; an empty row must give nothing.
"""

from __future__ import annotations

import pytest

from facts import facts

ROWS = [
    (
        "BRASILIA: Brazilian President Luiz Inacio Lula da Silva spoke with Pope Francis on Wednesday. Lula "
        'will meet Francis at the Vatican in "June or July," his office said in a statement.',
        ["call held BR,VA", "meeting announced BR,VA @VA"],
    ),
    (
        "Leaders from 18 members of the Pacific Islands Forum are scheduled to meet in the Solomon Islands "
        "capital in September.",
        ["meeting announced SB @SB"],
    ),
    ("Leaders from ten ASEAN members gathered in Vientiane on Friday.", ["meeting held LA @LA"]),
    ("Ministers of the 15 member states of ECOWAS will meet in Abuja on Thursday.", ["meeting announced NG @NG"]),
    (
        "NATO Secretary-General Jens Stoltenberg has arrived in Serbia for a three-day visit. He will also "
        "take part in the Belgrade Security Forum.",
        ["visit under_way NATO,RS @RS"],
    ),
    (
        "President Ali of Guyana landed in Bridgetown. Later held talks with Barbadian Prime Minister Mia Mottley.",
        ["visit under_way BB,GY @BB", "talks held BB,GY @BB"],
    ),
    ("Ministers from eight Mercosur members met in Asuncion on Monday.", ["meeting held PY @PY"]),
    ("Officials of ten OPEC members are to meet in Vienna on Sunday.", ["meeting announced AT @AT"]),
    ("World leaders gathered in Paris on Friday.", ["meeting held FR @FR"]),
    ("Trump said world leaders respect him.", []),
    ("The president met world leaders in Davos.", []),
    ("World leaders converged on Rome for the funeral of the pope.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:70] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)
