"""Who is met right after talks that the page has told of, and other further meetings: none of them names the state again.

Read as published on Wednesday 15 May 2024. A row: the passage, and of each engagement that it must give kind, status, states
and host.
"""

from __future__ import annotations

import pytest

from facts import facts

FIRST = "Estonian Trade Minister Jaan Saar held talks with Mongolian Trade Minister Suren Tuya in Ulaanbaatar on Monday."
HELD = "talks held EE,MN @MN"
MET = "meeting held EE,MN @MN"
ROWS = [
    (f"{FIRST} Separately, he met with Defence Minister Dorj Bat.", [HELD, MET]),
    (f"{FIRST} Saar also called on Defence Minister Dorj Bat.", [HELD, MET]),
    (f"{FIRST} He was also received by Defence Minister Dorj Bat.", [HELD, MET]),
    (f"{FIRST} In Tallinn, Defence Minister Mart Oja met Finance Minister Liis Kask.", [HELD]),
    (
        "Mongolian Trade Minister Suren Tuya received Estonian Trade Minister Jaan Saar on Monday, followed by the defence minister of "
        "Latvia.",
        [MET, "meeting held LV,MN @MN"],
    ),
    ("Mongolian Trade Minister Suren Tuya and Estonian Trade Minister Jaan Saar held a working lunch in Ulaanbaatar on Monday.", [MET]),
    ("Zambian Trade Minister Peter Mwale left for Namibia on Monday. His next stop will be Malawi.", ["visit under_way NA,ZM @NA",
     "visit announced MW,ZM @MW"]),
    ("Zambian Trade Minister Peter Mwale said the next stop of the band's tour will be Malawi.", []),
    (
        "Zambian Trade Minister Peter Mwale briefed the cabinet on the results of his talks with Namibian Trade Minister Sara Shilongo.",
        ["talks held NA,ZM"],
    ),
    ("Zambian Trade Minister Peter Mwale awaits the outcome of the talks with Namibian Trade Minister Sara Shilongo.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:60] + row[0][-30:] for row in ROWS])
def test_facts(text: str, expected: list[str]) -> None:
    assert facts(text) == sorted(expected)
