"""One meeting told in several ways is one, on its own day, of its own people, as far along as its last day says."""

from __future__ import annotations

from datetime import date

import pytest

from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2019, 5, 14)  # a Tuesday


def engagements(text: str, *kinds: str) -> list[Engagement]:
    return [e for e in read_text(text, published=PUBLISHED, is_final=True).engagements if e.kind in kinds]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Slovak Foreign Minister Pavel Novak departs on Thursday for Nairobi, where he is to meet President Daniel Otieno. "
            "State House said Otieno would see Novak on Friday.",
            17,
        ),
        (
            "Slovak Foreign Minister Pavel Novak flies to Nairobi on Thursday, where he will meet Foreign Minister Grace Wanjiru. "
            "The two will meet on Saturday.",
            18,
        ),
        (
            "Slovak Foreign Minister Pavel Novak left for Nairobi on Monday to meet Foreign Minister Grace Wanjiru. Novak and "
            "Wanjiru will hold talks on Wednesday.",
            15,
        ),
        ("Slovak Foreign Minister Pavel Novak flies to Nairobi on Thursday to meet Foreign Minister Grace Wanjiru.", 16),
    ],
)
def test_a_day_lent_by_the_journey_gives_way(text: str, day: int) -> None:
    (meeting,) = engagements(text, "meeting", "talks")
    assert (meeting.status, meeting.when.earliest) == ("announced", date(2019, 5, day))


@pytest.mark.parametrize(
    "second",
    [
        "The announcement came a day after the foreign ministers of the two countries met in Kampala.",
        "Their foreign ministers met in Kampala on Sunday.",
        "The two foreign ministers met in Kampala on Sunday.",
        "The two countries' foreign ministers met in Kampala on Sunday.",
    ],
)
@pytest.mark.parametrize(
    "first",
    [
        "Kenyan President Daniel Otieno and Ugandan President Moses Okello will meet next month.",
        "The presidents of Kenya and Uganda have agreed to meet.",
    ],
)
def test_ministers_of_the_two_are_not_their_presidents(first: str, second: str) -> None:
    held = [e for e in engagements(f"{first} {second}", "meeting") if e.status == "held"]
    assert [{(p.office, p.country) for p in e.participants} for e in held] == [
        {("foreign minister", "KE"), ("foreign minister", "UG")}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Kenya and Uganda met in Kigali on Sunday to hold talks on the border.",
        "Kenyan President Daniel Otieno and Ugandan President Moses Okello met in Kigali on Sunday to talk about the border.",
        "Kenyan President Daniel Otieno and Ugandan President Moses Okello gathered in Kigali on Sunday to negotiate a treaty.",
    ],
)
def test_what_people_meet_for_is_no_second_sitting(text: str) -> None:
    (meeting,) = engagements(text, "meeting", "talks")
    assert (meeting.status, meeting.host_country, meeting.when.earliest) == ("held", "RW", date(2019, 5, 12))


@pytest.mark.parametrize(
    "text",
    [
        "Slovak Foreign Minister Pavel Novak arrived in Kenya on May 11. The visit ended on Monday.",
        "Slovak Foreign Minister Pavel Novak began a visit to Kenya on Saturday. The trip came to a close on Monday.",
        "Slovak Foreign Minister Pavel Novak landed in Nairobi on Saturday. He left the country on Monday.",
        "Slovak Foreign Minister Pavel Novak, whose three-day visit to Kenya came to an end on Monday, met President Otieno.",
        'Slovak Foreign Minister Pavel Novak wrapped up a visit to Kenya on Monday. "I am glad to be here," he said as he opened '
        "his visit on Saturday.",
    ],
)
def test_a_visit_that_ended_lasted_from_its_first_day_to_its_last(text: str) -> None:
    (visit,) = engagements(text, "visit")
    days = (visit.when.earliest, visit.when.latest)
    assert (visit.status, days) == ("held", (date(2019, 5, 11), date(2019, 5, 13)))


def test_a_short_while_ago_is_today() -> None:
    text = "Slovak Prime Minister Peter Horak flew out to Kenya a short while ago for an official visit of three days."
    (visit,) = engagements(text, "visit")
    assert (visit.when.earliest, visit.when.latest) == (date(2019, 5, 14), date(2019, 5, 16))


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Kenyan President Daniel Otieno met Jan Kral, his counterpart in Slovakia, in Geneva on Monday.", "CH"),
        (
            "Daniel Otieno, the President of Kenya, has consented to a meeting with Jan Kral, his counterpart in Slovakia, Uganda's "
            "government has announced.",
            None,
        ),
        ("Kenyan President Daniel Otieno held talks with Jan Kral, his opposite number in Slovakia, on Monday.", None),
    ],
)
def test_a_counterpart_in_a_state_is_of_it(text: str, host: str | None) -> None:
    (meeting,) = engagements(text, "meeting", "talks")
    assert meeting.host_country == host
    assert {p.country for p in meeting.participants} == {"KE", "SK"}


@pytest.mark.parametrize(
    "title",
    [
        "Foreign Secretary Novak calls on Kenyan President Otieno; ways to strengthen ties discussed",
        "Kenyan President Otieno receives Slovak Foreign Secretary Novak; chances to widen trade explored",
    ],
)
def test_a_semicolon_in_a_title_parts_two_sentences(title: str) -> None:
    text = f"{title}\n\nSlovak Foreign Secretary Pavel Novak called on Kenyan President Daniel Otieno in Nairobi on Monday."
    (meeting,) = engagements(text, "meeting")
    assert meeting.status == "held"


def test_a_visit_that_drew_to_a_close_is_over() -> None:
    text = (
        "Slovak Foreign Minister Pavel Novak's visit to Kenya drew to a close on Monday. He opened his visit with a tour of a school."
    )
    (visit,) = engagements(text, "visit")
    assert (visit.status, visit.when.latest) == ("held", date(2019, 5, 13))


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        (
            "Kenyan President Daniel Otieno agreed to a truce. His consent came out of talks he held on Monday in Kampala with "
            "Ugandan President Moses Okello.",
            "held",
            13,
        ),
        ("Kenyan President Daniel Otieno spoke of the talks he will hold on Friday with Ugandan President Moses Okello.", "announced", 17),
        ("Kenyan Foreign Minister Grace Wanjiru praised the talks she held on Monday with Uganda's Ruth Akello.", "held", 13),
    ],
)
def test_talks_that_somebody_held_without_that(text: str, status: str, day: int) -> None:
    (talks,) = engagements(text, "talks")
    assert (talks.status, talks.when.earliest) == (status, date(2019, 5, day))
