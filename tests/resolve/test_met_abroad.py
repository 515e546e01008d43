"""Two office-holders whose states nobody names, who meet in another capital than that of the page."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

ROWS = [
    ("WINDHOEK - Foreign Minister Peter Shaan will meet Foreign Minister Thabo Moletsane in Maseru on Saturday.", ["LS", "NA"]),
    ("WINDHOEK - Foreign Minister Peter Shaan met President Thabo Moletsane in Maseru on Monday.", ["LS", "NA"]),
    ("WINDHOEK - Foreign Minister Peter Shaan met Foreign Minister Thabo Moletsane in Brussels on Monday.", []),
    ("WINDHOEK - Foreign Minister Peter Shaan met Trade Minister Bo Uushona in Swakopmund on Monday.", []),
]


@pytest.mark.parametrize(("text", "states"), ROWS, ids=[r[0][:70] for r in ROWS])
def test_each_is_of_his_own_capital(text: str, states: list[str]) -> None:
    found = read_text(text, published=date(2019, 5, 14), is_final=True).engagements
    assert [sorted(p.country or "-" for p in e.participants) for e in found] == ([states] if states else [])
