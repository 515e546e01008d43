"""Days that stand a word further off: (passage, days of the last engagement it tells), read as published on 12 March 2025."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

ROWS = [
    ("King Harald of Norway will arrive in Kosovo in three days.", "2025-03-15"),
    ("King Harald of Norway is to visit Kosovo in about ten days' time.", "2025-03-22"),
    ("King Harald of Norway will visit Kosovo within two weeks.", "2025-03-12..2025-03-30"),
    ("The president of Kosovo will meet the king of Norway in Oslo on the 25th of this month.", "2025-03-25"),
    ("The president of Kosovo will meet the king of Norway in Oslo on the 5th of next month.", "2025-04-05"),
    ("Norway's king will visit Kosovo next Thursday (March 20), the palace said.", "2025-03-20"),
    ("Norway's king will visit Kosovo on March 20 (Thursday), the palace said.", "2025-03-20"),
    (
        "Prime Minister Hasina of Bangladesh arrived in India on Wednesday. On Friday Indian External Affairs Minister Jaishankar "
        "will call on her. She will later hold talks with Indian Prime Minister Narendra Modi.",
        "2025-03-14",
    ),
    (
        "Norway's prime minister met Kosovo's president in Oslo on Monday. The Norwegian foreign minister then met Kosovo's "
        "foreign minister.",
        "2025-03-10",
    ),
    (
        "Ghana's trade slowed last year. Farmers complained. Roads were closed. Prices rose. The minister said so. The Norwegian "
        "foreign minister made the announcement late on Tuesday after meeting the foreign minister of Ghana.",
        "2025-03-11",
    ),
    ("The foreign ministers of Norway and Kosovo will hold talks in Oslo on Friday and Saturday.", "2025-03-14..2025-03-15"),
    ("The Norwegian foreign minister told reporters on Wednesday following talks with his Kosovan counterpart.", "2025-03-12"),
    (
        "Following talks with his Kosovan counterpart, Norwegian Foreign Minister Espen Barth Eide said on Tuesday that aid would "
        "go on.",
        "2025-03-11",
    ),
    (
        "Speaking on Tuesday after a meeting with his Kosovan counterpart, Norwegian Foreign Minister Espen Barth Eide said aid "
        "would go on.",
        "2025-03-11",
    ),
    ("On the eve of his visit to Kosovo, Norwegian Foreign Minister Espen Barth Eide praised the talks.", "None"),
]


@pytest.mark.parametrize(("passage", "days"), ROWS)
def test_days(passage: str, days: str) -> None:
    when = read_text(passage, published=date(2025, 3, 12), is_final=True).engagements[-1].when
    assert "..".join(dict.fromkeys([str(when.earliest), str(when.latest)])) == days
