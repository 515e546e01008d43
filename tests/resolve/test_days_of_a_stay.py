"""Two sentences: how long a visit lasts, and on which of its days what happens in it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from legation import read_text

TUESDAY = date(2019, 5, 14)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# How the visit is told, its first and last day of May, and whether it lies ahead, goes on or is over.
LEADS = (
    ("{X} arrived in Nairobi on Monday for a three-day visit.", 13, 15, "now"),
    (
        "{X} arrived in Kenya on Monday on a three-day official visit at the invitation of his counterpart Grace Wanjiru.",
        13,
        15,
        "now",
    ),
    ("{X} begins a two-day visit to Kenya on Tuesday.", 14, 15, "ahead"),
    ("{X} will pay a three-day official visit to Kenya starting Wednesday.", 15, 17, "ahead"),
    ("{X} will visit Kenya from May 20 to 22.", 20, 22, "ahead"),
    ("{X} will visit Kenya on May 20-22, the ministry said on Tuesday.", 20, 22, "ahead"),
    ("{X} left for Nairobi on Tuesday on a four-day official visit.", 14, 17, "now"),
    ("{X} concluded a two-day visit to Kenya on Monday.", 12, 13, "over"),
    ("{X} wrapped up his three-day trip to Kenya on Tuesday.", 12, 14, "over"),
    ("{X} will be in Nairobi on Wednesday and Thursday.", 15, 16, "ahead"),
    ("{X} is to make a two-day visit to Kenya next week, from Tuesday.", 21, 22, "ahead"),
    ("Kenya will host {X} for a two-day visit on May 20.", 20, 21, "ahead"),
    ("{X}'s three-day visit to Kenya begins on Monday, May 20.", 20, 22, "ahead"),
    ("{X} will arrive in Nairobi on May 20 for a three-day visit.", 20, 22, "ahead"),
    ("{X} paid a working visit to Kenya on May 9-10.", 9, 10, "over"),
    ("During a visit to Kenya on May 9-10, {X} toured a water plant.", 9, 10, "over"),
    ("A delegation led by {X} was in Kenya from 7 to 9 May 2019.", 7, 9, "over"),
)

# What is told next, for a visit that lies so, and which of its days that is: the first, the second, the last, or any.
PARTS = (
    ("On {first}, he will meet {Y}.", ("ahead",), "first"),
    ("He will meet {Y} on the first day of the visit.", ("ahead",), "first"),
    ("On the second day he will hold talks with {Y}.", ("ahead",), "second"),
    ("He is to hold talks with {Y} on the last day of his stay.", ("ahead",), "last"),
    ("During his stay, he will hold talks with {Y}.", ("ahead", "now"), "any"),
    ("He is scheduled to meet {Y}.", ("ahead", "now"), "any"),
    ("{Y} will receive him during the visit.", ("ahead", "now"), "any"),
    ("The two sides will discuss trade and water. Novak will also be received by {Y}.", ("ahead", "now"), "any"),
    ("On arrival he will be received by {Y}.", ("ahead",), "first"),
    ("On the first day of his visit he met {Y}.", ("over",), "first"),
    ("On the second day, Novak was received by {Y}.", ("over",), "second"),
    ("During the visit, Novak met with {Y}.", ("over",), "any"),
    ("Novak held talks with {Y} on the final day of the trip.", ("over",), "last"),
    ("In Nairobi Novak met {Y} and parliament speaker Amina Noor.", ("over",), "any"),
    ("Novak also met {Y}.", ("over",), "any"),
    ("Earlier, Novak paid a courtesy call on {Y}.", ("over",), "any"),
)


def cases() -> list[tuple[str, tuple[date, date], tuple[date, date]]]:
    """The articles, with the days of the visit and of its part."""
    found = []
    for lead, first, last, lies in LEADS:
        whole = date(2019, 5, first), date(2019, 5, last)
        for part, fits, nth in PARTS:
            if lies not in fits:
                continue
            days = {
                "first": (whole[0], whole[0]),
                "second": (whole[0] + timedelta(1), whole[0] + timedelta(1)),
                "last": (whole[1], whole[1]),
                "any": (max(whole[0], TUESDAY) if lies == "now" else whole[0], whole[1]),
            }[nth]
            called = WEEKDAYS[whole[0].weekday()] if TUESDAY <= whole[0] < TUESDAY + timedelta(6) else f"May {first}"
            text = f"{lead}\n\n{part}".replace("{X}", "Slovak Foreign Minister Pavel Novak")
            found.append(
                (text.replace("{Y}", "Kenyan President Daniel Otieno").replace("{first}", called), whole, days)
            )
    return found


@pytest.mark.parametrize(("text", "whole", "part"), cases())
def test_a_stay_and_its_part_have_their_days(text: str, whole: tuple[date, date], part: tuple[date, date]) -> None:
    engagements = [e for e in read_text(text, published=TUESDAY, is_final=True).engagements if not e.background]
    visits = [(e.when.earliest, e.when.latest) for e in engagements if e.kind == "visit"]
    company = [e for e in engagements if any((p.name or "").endswith("Otieno") for p in e.participants)]
    assert visits == [whole]
    assert [(e.when.earliest, e.when.latest) for e in company if e.kind != "visit"] == [part]


# One sentence or two: how long a visit lasts.
LENGTHS = (
    ("{X} flies to Nairobi on Friday for an official visit and returns on Sunday.", 17, 19),
    ("{X} flies to Nairobi on Friday and returns on Sunday.", 17, 19),
    ("{X} will make a two-day visit to Kenya next week starting Tuesday.", 21, 22),
    ("Kenya will welcome {X} on May 20 for a two-day visit.", 20, 21),
    ("Kenya will host {X} on a two-day visit from May 20.", 20, 21),
    ("{X} is expected in Nairobi on Thursday for a three-day visit.", 16, 18),
    ("{X} will spend three days in Kenya from Thursday.", 16, 18),
    ("{X} will visit Kenya. He arrives on Thursday and leaves on Saturday.", 16, 18),
    ("{X} arrives in Nairobi on Thursday. He will stay until Saturday.", 16, 18),
    ("{X} will visit Kenya next week. He will arrive on Monday.", 20, 20),
    ("{X} is on a three-day visit to Kenya that began on Monday.", 13, 15),
    ("{X} is on a three-day visit to Kenya that ends on Wednesday.", 13, 15),
    ("{X} left on Sunday for a week-long visit to Kenya.", 12, 18),
    ("{X} visited Kenya last week, from Tuesday to Thursday.", 7, 9),
    ("{X} visited Kenya last week, on Tuesday.", 7, 7),
    ("{X} ended a two-day visit to Kenya on Monday with a meeting with President Daniel Otieno.", 12, 13),
)


@pytest.mark.parametrize(("text", "first", "last"), LENGTHS)
def test_a_visit_lasts(text: str, first: int, last: int) -> None:
    text = text.replace("{X}", "Slovak Foreign Minister Pavel Novak")
    visits = [e for e in read_text(text, published=TUESDAY, is_final=True).engagements if e.kind == "visit"]
    assert [(e.when.earliest, e.when.latest) for e in visits] == [(date(2019, 5, first), date(2019, 5, last))]


def test_the_next_day_is_that_after_the_event_not_after_the_saying() -> None:
    text = (
        "Slovak Foreign Minister Pavel Novak will visit Kenya on May 20, the ministry said on Tuesday.\n\n"
        "The following day he will hold talks with Ugandan President Moses Okello in Kampala."
    )
    talks = [e for e in read_text(text, published=TUESDAY, is_final=True).engagements if e.kind == "talks"]
    assert [e.when.earliest for e in talks] == [date(2019, 5, 21)]


def test_a_day_of_no_stay_is_not_counted() -> None:
    text = (
        "Slovak Foreign Minister Pavel Novak will visit Kenya from May 20 to 22.\n\n"
        "He met Kenyan President Daniel Otieno on the first day of school in Bratislava."
    )
    meetings = [e for e in read_text(text, published=TUESDAY, is_final=True).engagements if e.kind == "meeting"]
    assert [e.when.earliest for e in meetings] == [None]


@pytest.mark.parametrize(
    ("on", "first", "last"),
    [
        ("on arrival", 20, 20),
        ("on the last day of the visit", 22, 22),
        ("on the final of the cup", 20, 22),
        ("on the opening of the fair", 20, 22),
    ],
)
def test_only_a_day_or_the_arrival_is_one_of_the_stay(on: str, first: int, last: int) -> None:
    text = (
        "Slovak Foreign Minister Pavel Novak will visit Kenya from May 20 to 22.\n\n"
        f"He will meet Kenyan President Daniel Otieno {on}."
    )
    meetings = [e for e in read_text(text, published=TUESDAY, is_final=True).engagements if e.kind == "meeting"]
    assert [(e.when.earliest, e.when.latest) for e in meetings] == [(date(2019, 5, first), date(2019, 5, last))]


# Several sittings, or none: "courtesy calls on A and B" are two, a welcome at the airport is no meeting.
SITTINGS = (
    ("{X} will pay courtesy calls on {Y} and Kenyan Prime Minister Amos Kiptoo.", ["meeting", "meeting"]),
    (
        "{X} is to hold bilateral meetings with {Y}, Kenyan Prime Minister Amos Kiptoo and Kenyan Trade Minister Joy Achieng.",
        ["meeting"] * 3,
    ),
    ("{X} held talks with {Y} and Kenyan Prime Minister Amos Kiptoo.", ["talks"]),
    (
        "{X} will visit Kenya. His programme includes a meeting with {Y} and talks with Kenyan Prime Minister Amos Kiptoo.",
        ["visit", "meeting", "talks"],
    ),
    ("{X} arrived in Kenya on Monday. The guest was met at Nairobi airport by Kenyan officials.", ["visit"]),
    ("{X} was received at Nairobi airport by Kenyan Prime Minister Amos Kiptoo on Monday.", ["visit"]),
    ("{X} met {Y} at Nairobi airport on Monday.", ["meeting"]),
    ("{X} will be in Nairobi on Friday. A meeting with {Y} will be devoted to trade.", ["visit", "meeting"]),
    ("{X} has been in Kenya since Sunday.", ["visit"]),
    (
        "{X} arrived in Nairobi on Monday. He will hold talks with his host. He is also scheduled to meet {Y}.",
        ["visit", "talks", "meeting"],
    ),
    (
        "Kenyan Prime Minister Amos Kiptoo received {X} in Nairobi on Monday. The guest will also meet {Y}.",
        ["meeting", "meeting"],
    ),
    (
        "{X} is on a visit to Kenya. He will receive Kenyan Trade Minister Joy Achieng at his hotel.",
        ["visit", "meeting"],
    ),
    ('"I had very much wanted to meet {Y}," {X} said.', []),
)


@pytest.mark.parametrize(("text", "kinds"), SITTINGS)
def test_so_many_sittings(text: str, kinds: list[str]) -> None:
    text = text.replace("{X}", "Slovak Foreign Minister Pavel Novak").replace("{Y}", "Kenyan President Daniel Otieno")
    assert [e.kind for e in read_text(text, published=TUESDAY, is_final=True).engagements] == kinds


def test_what_has_lasted_since_a_day_goes_on() -> None:
    text = "Slovak Foreign Minister Pavel Novak has been in Kenya since Sunday on an official visit."
    (visit,) = read_text(text, published=TUESDAY, is_final=True).engagements
    assert (visit.status, visit.when.earliest, visit.when.latest) == ("under_way", date(2019, 5, 12), TUESDAY)


MET_IN_TURN = (
    ("{X} will meet {Y}, Kenyan Prime Minister Amos Kiptoo and Kenyan Trade Minister Joy Achieng in Nairobi.", 3),
    ("{X} met {Y} and Kenyan Prime Minister Amos Kiptoo.", 2),
    ("{X} met {Y} and Kenyan Trade Minister Joy Achieng.", 1),
    ("{X} met jointly with {Y} and Kenyan Prime Minister Amos Kiptoo.", 1),
)


@pytest.mark.parametrize(("text", "count"), MET_IN_TURN)
def test_the_first_people_of_a_state_are_met_one_by_one(text: str, count: int) -> None:
    text = text.replace("{X}", "Slovak Foreign Minister Pavel Novak").replace("{Y}", "Kenyan President Daniel Otieno")
    assert len(read_text(text, published=TUESDAY, is_final=True).engagements) == count


def test_on_a_page_of_sport_states_are_teams() -> None:
    text = (
        "Coach names squad\n\nThe coach of Kenya named 23 players for the friendly match against Slovakia in Nairobi.\n\n"
        "It will be only the second meeting between the two countries. The first finished goalless."
    )
    assert read_text(text, published=TUESDAY, is_final=True).engagements == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "Prime Minister concludes Japan visit\n\nMongolian Prime Minister Bold Ganbat is ending his visit to Japan, which ran from "
            "May 10 to 13.",
            date(2019, 5, 10),
            date(2019, 5, 13),
        ),
        (
            "Hudak wraps up Serbia visit\n\nSlovak Foreign Minister Peter Hudak is completing a three-day visit to Serbia that began on "
            "Sunday.",
            date(2019, 5, 12),
            date(2019, 5, 14),
        ),
    ],
)
def test_a_visit_that_is_over_has_the_days_it_ran(text: str, first: date, last: date) -> None:
    visit = next(e for e in read_text(text, published=date(2019, 5, 14), is_final=True).engagements if e.kind == "visit")
    assert (visit.status, visit.when.earliest, visit.when.latest) == ("held", first, last)
