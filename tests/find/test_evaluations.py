"""What judges an event tells that it was."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

WHO, WHOM = "Croatian President Zoran Babic", "Hungarian Prime Minister Viktor Szabo"

HELD = [
    f"The talks between {WHO} and {WHOM} were constructive.",
    f"The meeting between {WHO} and {WHOM} was productive, the ministry said.",
    f"The visit to Hungary by {WHO} was a success.",
    f"The visit to Hungary by {WHO} was the first in ten years.",
    f"{WHO} described his talks with {WHOM} as fruitful.",
    f"{WHO} hailed his visit to Hungary as a milestone.",
    f"The talks between {WHO} and {WHOM} were described as warm.",
    f"{WHO} said his talks with {WHOM} were frank.",
    f"Trade dominated the talks between {WHO} and {WHOM}.",
    f"The talks between {WHO} and {WHOM} were dominated by trade.",
    f"Trade was the main topic of the talks between {WHO} and {WHOM}.",
    f"Trade was high on the agenda of the talks between {WHO} and {WHOM}.",
    f"Gas was the focus of a phone call between {WHO} and {WHOM}.",
]
OPEN = [
    (f"{WHO} hailed the planned visit to Hungary as a milestone.", ["announced"]),
    (f"Trade will top the agenda of the talks between {WHO} and {WHOM}.", ["announced"]),
    (f"The talks between {WHO} and {WHOM} will be tough, analysts say.", ["announced"]),
    (f"A meeting between {WHO} and {WHOM} would be useful, analysts say.", []),
]


@pytest.mark.parametrize("text", HELD)
def test_what_is_judged_was_held(text: str) -> None:
    (one,) = read_text(text, published=date(2022, 5, 6)).engagements
    assert one.status == "held"
    assert {"HR", "HU"} <= {one.host_country, *(p.country for p in one.participants)}


@pytest.mark.parametrize(("text", "statuses"), OPEN)
def test_what_is_to_come_stays_so(text: str, statuses: list[str]) -> None:
    assert [e.status for e in read_text(text, published=date(2022, 5, 6)).engagements] == statuses
