"""Sittings that two states chair together: "co-chaired" is one word, and its object need have no name of a meeting."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

A, B = "Croatian President Zoran Babic", "Hungarian Prime Minister Viktor Szabo"

ROWS = [
    (f"{A} and {B} co-chaired the Joint Commission in Budapest on Monday.", "held", "HU"),
    (f"{A} and {B} will co-chair the Joint Consultative Commission in Budapest on Thursday.", "announced", "HU"),
    (f"{A} will co-chair a joint commission with {B} in Budapest next week.", "announced", "HU"),
    (f"{A} will co-chair the Joint Commission Meeting in Budapest on Thursday with {B}.", "announced", "HU"),
    (f"{A} will co-chair the annual strategic dialogue with {B}.", "announced", None),
    (f"The talks were co-chaired by {A} and {B}.", "held", None),
    (f"The Binational Cabinet Meeting will take place on Thursday in Budapest with {A} and {B}.", "announced", "HU"),
]


@pytest.mark.parametrize(("text", "status", "host"), ROWS)
def test_who_chairs_together_meets(text: str, status: str, host: str | None) -> None:
    (one,) = read_text(text, published=date(2012, 2, 29)).engagements
    assert one.kind in {"meeting", "talks", "summit"}
    assert (one.status, one.host_country) == (status, host)
    assert {p.country for p in one.participants} == {"HR", "HU"}


def test_the_plan_that_was_called_off_gives_its_day() -> None:
    text = (
        f"{A} has cancelled a visit to Budapest. Babic was due to travel to Budapest on April 1 but cancelled the trip."
    )
    (one,) = read_text(text, published=date(2012, 3, 27)).engagements
    assert (one.status, one.when.earliest) == ("cancelled", date(2012, 4, 1))


def test_an_hour_of_a_whole_date_is_the_pages_own() -> None:
    text = f"{A} met {B} in Budapest and the two spoke about the new bridge over the river.\n\nTuesday, 27 March 2012 12:17 GMT"
    (one,) = read_text(text, published=date(2012, 3, 30)).engagements
    assert one.when.earliest is None
