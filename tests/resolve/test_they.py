"""Whom "they" means beside places, who comes along, headings in capitals, and what was due inside a visit that is off."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text
from legation.records import Engagement

TUESDAY = date(2019, 5, 14)
ISLANDS = (
    "Danish foreign minister Ida Holm has arrived in Fiji for a one-day official visit together with Assistant Minister Per Lund."
    "\n\nFiji is the first stop of a trip that will also take them to Tonga and Vanuatu."
    "\n\nIn Nuku'alofa, they will meet Prime Minister Sione Tala."
)


def of(text: str) -> tuple[Engagement, ...]:
    return read_text(text, published=TUESDAY, is_final=True).engagements


def test_places_gone_to_are_not_they() -> None:
    by_host = {(e.kind, e.host_country): {(p.name, p.country) for p in e.participants} for e in of(ISLANDS)}
    both = {("Ida Holm", "DK"), ("Per Lund", "DK")}
    assert by_host["visit", "FJ"] == by_host["visit", "TO"] == by_host["visit", "VU"] == both
    assert by_host["meeting", "TO"] == both | {("Sione Tala", "TO")}


@pytest.mark.parametrize("verb", ["visited", "toured", "reached"])
def test_states_that_are_the_goal_of_a_verb_are_not_they(verb: str) -> None:
    pair = f"Prime Minister Per Lund of Denmark and Foreign Minister Ida Holm {verb} Tonga and Vanuatu last week."
    found = of(f"{pair} They will meet Prime Minister Ken Mori of Japan in Tokyo on Friday.")
    (meeting,) = [e for e in found if e.kind == "meeting"]
    assert {p.name for p in meeting.participants} == {"Per Lund", "Ida Holm", "Ken Mori"}


@pytest.mark.parametrize(
    "heading", ["PRESIDENT SPEAKS ON MEDIATION", "MINISTER OPENS BRIDGE", "PRESIDENT RECEIVES GUESTS FROM ABROAD"]
)
def test_no_name_is_read_out_of_a_heading_in_capitals(heading: str) -> None:
    text = f"{heading}\n\nOn Monday President Ole Krag of Denmark met the Prime Minister of Japan, Ken Mori, in Copenhagen."
    assert [[p.name for p in e.participants] for e in of(text)] == [["Ole Krag", "Ken Mori"]]


def test_a_name_in_capitals_that_the_page_writes_small_too_is_read() -> None:
    (meeting,) = of("PRESIDENT KRAG MEETS PREMIER MORI OF JAPAN\n\nDenmark's President Ole Krag met Prime Minister Ken Mori on Monday.")
    assert {p.name for p in meeting.participants} == {"Ole Krag", "Ken Mori"}


@pytest.mark.parametrize(
    "plan",
    [
        "Danish Prime Minister Per Lund was due in Prague on Thursday to meet President Jan Sedlak.",
        "Danish Prime Minister Per Lund was due in Prague on Thursday for talks with President Jan Sedlak.",
        "Danish Prime Minister Per Lund was due to travel to Prague on Thursday to meet President Jan Sedlak.",
    ],
)
def test_what_was_due_inside_a_visit_that_is_off_is_off(plan: str) -> None:
    found = of(f"{plan} The visit has been cancelled because he is ill.")
    assert {e.status for e in found if e.kind != "talks"} == {"cancelled"}
    assert {(e.kind, e.host_country, str(e.when.earliest)) for e in found if e.kind in {"visit", "meeting"}} <= {
        ("visit", "CZ", "2019-05-16"),
        ("meeting", "CZ", "2019-05-16"),
    }
