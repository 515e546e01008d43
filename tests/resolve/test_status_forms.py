"""In what state engagements stand, by forms that news uses daily; the whole table is ``benchmarks/grids/statuses.txt``."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2019, 5, 14)
"""A Tuesday."""
K, L = "Norwegian Prime Minister Kari Lund", "Latvian Prime Minister Janis Ozols"

# (text, "kind status host earliest" of each engagement)
FORMS = [
    # a day before which something was done is the one to come, unless it was yesterday's
    (f"Police sealed off streets in Helsinki ahead of {K}'s visit to Finland on Friday.", ["visit announced FI 2019-05-17"]),
    ("Lithuanian President Vytas Kairys gave an interview before his visit to Latvia on Friday.", ["visit announced LV 2019-05-17"]),
    (f"{K} flew home on Saturday after her visit to Helsinki on Friday.", ["visit held FI 2019-05-10"]),
    ("Accra said President Kofi Addo of Ghana was travelling to Dakar, Senegal, on Thursday.", ["visit announced SN 2019-05-16"]),
    ("Lithuanian President Vytas Kairys said he was visiting Riga last Wednesday when the quake hit.", ["visit held LV 2019-05-08"]),
    # what somebody has with a plan or a day; presents of today and on a journey to come
    ("Estonian Prime Minister Jaan Tamm has a trip to Latvia planned for May 28.", ["visit announced LV 2019-05-28"]),
    (f"Estonian Prime Minister Jaan Tamm has a meeting with {L} in Riga on Thursday.", ["meeting announced LV 2019-05-16"]),
    (f"Estonian Prime Minister Jaan Tamm had a meeting with {L} in Riga on Monday.", ["meeting held LV 2019-05-13"]),
    (f"{K} visits Helsinki today.", ["visit announced FI 2019-05-14"]),
    (
        f"{L} flies to Tallinn on Friday, where he meets Estonian Prime Minister Jaan Tamm.",
        ["visit announced EE 2019-05-17", "meeting announced EE 2019-05-17"],
    ),
    # a title's plan and what has come of it
    (
        f"Norwegian premier to visit Finland\n\n{K} arrived in Helsinki on Monday at the start of a three-day visit to Finland.",
        ["visit under_way FI 2019-05-13"],
    ),
    (
        f"Norwegian premier to visit Finland\n\n{K} will arrive in Helsinki on Thursday. She visited Finland last year.",
        ["visit announced FI 2019-05-16", "visit held FI 2018-01-01"],
    ),
    (
        "Serbian president invited to Slovenia\n\nSerbian President Milan Petrovic has accepted the invitation and will be in "
        "Ljubljana on May 22.",
        ["visit announced SI 2019-05-22"],
    ),
    # days first set, and new ones
    (f"{L} visits Lithuania on May 29. The trip had been planned for Wednesday.", ["visit rescheduled LT 2019-05-29"]),
    (f"{L} will go to Vilnius on May 28. The visit was planned in March.", ["visit announced LT 2019-05-28"]),
    (f"{K}'s visit to Finland, planned for Wednesday, has been pushed back by one week.", ["visit rescheduled FI 2019-05-22"]),
    (f"{K}'s visit to Finland was postponed by several weeks.", ["visit postponed FI None"]),
    ("Ghanaian President Kofi Addo was due in Dakar this week. He will come next week instead.", ["visit rescheduled SN 2019-05-20"]),
    # what was to have been; setting out is no expecting
    (f"{K} was to have visited Finland last week.", ["visit cancelled FI 2019-05-06"]),
    (f"{K} was to have visited Finland last week, but the trip was postponed.", ["visit postponed FI None"]),
    (f"{K} will set out on Thursday on a state visit to Finland.", ["visit announced FI 2019-05-16"]),
    (f"{K} set out on Monday on a three-day visit to Finland.", ["visit under_way FI 2019-05-13"]),
    (f"{K} is set to visit Finland on Thursday.", ["visit expected FI 2019-05-16"]),
    # a day of a stay that was not its last
    (
        "On the second day of his visit to Chile, Peruvian President Luis Salazar met President Andrea Rojas on Tuesday.",
        ["visit under_way CL None", "meeting held CL 2019-05-14"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=lambda value: value[-40:] if isinstance(value, str) else "")
def test_how_it_stands(text: str, expected: list[str]) -> None:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    assert [f"{e.kind} {e.status} {e.host_country} {e.when.earliest}" for e in found] == expected
