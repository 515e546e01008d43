"""The plan of what is off, told as a journey, is no other engagement; and what was called off and given a new day is moved."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text

PUBLISHED = date(2019, 5, 14)  # a Tuesday


def told(text: str) -> list[tuple[str, str | None, date | None]]:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    return [(e.status, e.host_country, e.when.earliest) for e in found if not e.background]


@pytest.mark.parametrize(
    ("text", "status", "host", "day"),
    [
        (
            "Colombian Foreign Minister Maria Angel has put off her talks with Ecuadorian counterpart Ricardo Patal so that she can "
            "be at a funeral. Patal had been due to receive Angel in Quito today.",
            "postponed",
            "EC",
            None,
        ),
        (
            "Slovak Foreign Minister Peter Hudak has postponed his meeting with Serbian counterpart Milan Jovic. Hudak was to have "
            "received Jovic in Bratislava on Friday.",
            "postponed",
            "SK",
            None,
        ),
        (
            "Slovak Foreign Minister Peter Hudak has called off talks with Serbian counterpart Milan Jovic. Jovic was expected in "
            "Bratislava on Friday.",
            "cancelled",
            "SK",
            date(2019, 5, 17),
        ),
        (
            "Slovak Foreign Minister Peter Hudak cancelled a meeting with Serbian counterpart Milan Jovic, who was due in Bratislava "
            "on Friday.",
            "cancelled",
            "SK",
            date(2019, 5, 17),
        ),
        (
            "The visit of Slovak Foreign Minister Peter Hudak to Serbia, planned for Thursday, did not take place. It has been moved "
            "to June 3.",
            "rescheduled",
            "RS",
            date(2019, 6, 3),
        ),
        (
            "Slovak Foreign Minister Peter Hudak cancelled his visit to Serbia on Monday. The trip has been rescheduled for June 3.",
            "rescheduled",
            "RS",
            date(2019, 6, 3),
        ),
    ],
)
def test_plan_and_change_are_one(text: str, status: str, host: str, day: date | None) -> None:
    assert told(text) == [(status, host, day)]


def test_what_had_been_moved_before_is_cancelled_now() -> None:
    text = (
        "The ministry said the visit of Slovak Foreign Minister Peter Hudak to Serbia was cancelled for the second time. In April "
        "it had been moved to May 20."
    )
    assert [status for status, *_ in told(text)] == ["cancelled"]


def test_a_journey_to_somebody_else_is_another() -> None:
    text = (
        "Slovak Foreign Minister Peter Hudak has called off talks with Serbian counterpart Milan Jovic. Hudak was expected in Riga "
        "on Friday."
    )
    assert {host for _, host, _ in told(text)} == {None, "LV"}
