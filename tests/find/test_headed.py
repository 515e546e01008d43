"""The class of who heads an institution in whose name a state stands."""

from __future__ import annotations

import pytest

from legation import read_text

ROWS = [
    ("The head of Hungarian diplomacy, Peter Varga, met Slovak Foreign Minister Pavel Novak in Budapest.", "foreign_minister"),
    ("Hungary's head of diplomacy, Peter Varga, met Slovak Foreign Minister Pavel Novak in Budapest.", "foreign_minister"),
    ("Head of the Hungarian Foreign Ministry Peter Varga met Slovak Foreign Minister Pavel Novak in Budapest.", "foreign_minister"),
    ("The head of the Hungarian government, Peter Varga, met Slovak Foreign Minister Pavel Novak.", "head_of_government"),
    ("The head of the Hungarian state, Peter Varga, met Slovak Foreign Minister Pavel Novak.", "head_of_state"),
    ("The chief of the Hungarian defence ministry, Peter Varga, met Slovak Foreign Minister Pavel Novak.", "defence_minister"),
    ("The deputy head of the Hungarian Foreign Ministry, Peter Varga, met Slovak Foreign Minister Pavel Novak.", "head|deputy_minister"),
    ("The head of the Hungarian ski federation, Peter Varga, met Slovak Foreign Minister Pavel Novak.", "head"),
]


@pytest.mark.parametrize(("text", "classes"), ROWS, ids=[r[0][:50] for r in ROWS])
def test_class_of_who_heads_a_body(text: str, classes: str) -> None:
    told = {o.name: o for o in read_text(text, is_final=True).offices}
    assert told["Peter Varga"].office_class in classes.split("|")
    assert told["Peter Varga"].country == "HU"
