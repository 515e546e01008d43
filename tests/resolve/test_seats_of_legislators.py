"""A legislator is of the state in which the place lies that he is said to be from, and a dateline's town of the land behind it."""

from __future__ import annotations

import pytest

from legation import read_text

MET = "met Prime Minister Shinzo Abe in Tokyo on Monday."
FROM = [
    (f"Jane Doe, the senator from Ohio, {MET}", "Jane Doe US"),
    (f"The senator from Ohio, Jane Doe, {MET}", "Jane Doe US"),
    (f"Jane Doe, the Republican senator from Ohio, {MET}", "Jane Doe US"),
    (f"Anna Huber, a lawmaker from Bavaria, {MET}", "Anna Huber DE"),
    (f"Ravi Menon, a member of parliament from Kerala, {MET}", "Ravi Menon IN"),
    (f"Paul Tran, the MP from Ontario, {MET}", "Paul Tran CA"),
    ("Prime Minister Shinzo Abe received Jane Doe, the senator from Ohio, in Tokyo on Monday.", "Jane Doe US"),
    ("MANCHESTER, N.H. - On Monday the governor spoke of schools. Prime Minister Abe of Japan met Sen. Jane Doe on Monday.", "Jane Doe US"),
    ("MANCHESTER, England - On Monday the mayor spoke of schools. Prime Minister Abe of Japan met Home Secretary Jane Doe on Monday.", "Jane Doe GB"),
    # Of whom it says where he is from, and no more.
    (f"Jane Doe, a farmer from Ohio, {MET}", None),
    (f"Jane Doe, a minister from Ohio, {MET}", None),
]


@pytest.mark.parametrize(("text", "expected"), FROM)
def test_whose_a_legislator_is(text: str, expected: str | None) -> None:
    engagements = read_text(text, is_final=True).engagements
    told = {f"{who.name} {who.country}" for e in engagements for who in e.participants} - {"Shinzo Abe JP"}
    assert told == ({expected} if expected else set())
