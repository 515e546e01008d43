"""Stops of a journey told in a row, each with its day, and the first day of a tour, which is not that of its other stops."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

WHO = "Indian Prime Minister Arun Mehta"
ROWS = [
    # text, (state, first day, last day) of each visit
    (f"{WHO} will be in Port Louis on May 20-21, Antananarivo on May 23 and Maputo on May 24-25.", "MU 20 21, MG 23 23, MZ 24 25"),
    (f"{WHO} will visit Mauritius on May 20-21, Seychelles on May 22 and Mozambique on May 24-25.", "MU 20 21, SC 22 22, MZ 24 25"),
    (f"{WHO} will visit Mauritius (May 20-21), Seychelles (May 22) and Madagascar (May 23).", "MU 20 21, SC 22 22, MG 23 23"),
    (f"{WHO} will visit Mauritius from May 20 to 21, then Seychelles on May 22.", "MU 20 21, SC 22 22"),
    (f"{WHO} will embark on a tour of Mauritius and Seychelles from May 20.", "MU 20 20, SC - -"),
    (
        f"{WHO} will embark on a tour of Mauritius and Seychelles from May 20. He will be in Mauritius on May 20-21 and in Seychelles "
        "on May 22.",
        "MU 20 21, SC 22 22",
    ),
    (f"{WHO} will tour Mauritius and Seychelles from May 20 to 23.", "MU 20 23, SC 20 23"),
]


@pytest.mark.parametrize(("text", "told"), ROWS, ids=[r[0][34:80] for r in ROWS])
def test_each_stop_has_its_days(text: str, told: str) -> None:
    found = [e for e in read_text(text, published=date(2019, 5, 14), is_final=True).engagements if e.kind == "visit"]
    days = ((e.host_country, *(w.day if w else "-" for w in (e.when.earliest, e.when.latest))) for e in found)
    assert ", ".join(" ".join(str(part) for part in row) for row in days) == told


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (f"{WHO} is breaking off his visit to Kenya because of floods. A planned stop in Uganda has been dropped.", ["KE", "UG"]),
        (f"{WHO} will visit Kenya on May 20. Finance Minister Rao of India will be in Peru. A stop in Uganda is planned.", ["KE", "PE"]),
    ],
    ids=["one traveller", "two travellers"],
)
def test_a_stop_is_the_only_travellers(text: str, states: list[str]) -> None:
    found = [e for e in read_text(text, published=date(2019, 5, 14), is_final=True).engagements if e.kind == "visit"]
    assert sorted(e.host_country or "-" for e in found) == states
