"""The calendar feed as two independent parsers read it."""

from __future__ import annotations

from datetime import date, timedelta

import icalendar
import ics as ics_py
import pytest

import desk_stories as stories
from legation.publish import ics
from legation.rules.publish import publish_words

HEAD = ics.CalendarHead(name="All", stamp=stories.moment(11), address="https://desk.example/all.ics")


def feed(*dossiers, **options) -> bytes:
    return ics.calendar(HEAD, dossiers, publish_words(), **options)


def read(data: bytes) -> list[icalendar.Component]:
    return [c for c in icalendar.Calendar.from_ical(data).subcomponents if c.name in ("VEVENT", "VTODO")]


STATUSES = [
    ("proposed", "stated", "TENTATIVE"), ("expected", "likely", "TENTATIVE"), ("announced", "stated", "TENTATIVE"),
    ("confirmed", "stated", "CONFIRMED"), ("under_way", "stated", "CONFIRMED"), ("held", "stated", "CONFIRMED"),
    ("postponed", "stated", "TENTATIVE"), ("rescheduled", "stated", "CONFIRMED"),
    ("rescheduled", "possible", "TENTATIVE"), ("cancelled", "stated", "CANCELLED"),
    ("declined", "stated", "CANCELLED"), ("denied", "stated", "CANCELLED"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "certainty", "expected"), STATUSES)
def test_status_is_mapped_and_the_native_one_kept(status: str, certainty: str, expected: str) -> None:
    state = stories.planned(stories.on(date(2031, 5, 20)), status=status, certainty=certainty)
    [event] = read(feed(stories.Dossier(entry=stories.entry(state=state))))
    assert (event["status"], event["x-legation-status"]) == (expected, status)


def test_a_postponed_visit_keeps_its_uid_and_rises_in_sequence() -> None:
    told = [read(feed(story()))[0] for story in (stories.announced, stories.postponed, stories.moved)]
    assert {str(e["uid"]) for e in told} == {"e1@legation"}
    assert [int(e["sequence"]) for e in told] == [0, 1, 2]
    assert [str(e["summary"]).split(":")[0] for e in told] == ["Announced", "Postponed", "Rescheduled"]


def test_two_parsers_see_the_same_engagements() -> None:
    data = feed(*stories.everything())
    one = {(str(e["uid"]), e.decoded("dtstart"), e.decoded("dtend")) for e in read(data)}
    # ics.py gives the day before DTEND as the end of an all-day event
    two = {
        (e.uid, e.begin.date(), e.end.date() if e.end.date() > e.begin.date() else e.begin.date() + timedelta(days=1))
        for e in ics_py.Calendar(data.decode()).events
    }
    assert one == two
    assert {uid for uid, _, _ in one} == {"e1@legation", "e-vague@legation", "e-summit@legation", "e-hostile@legation"}


DAYS = [
    (stories.announced, date(2031, 5, 20), date(2031, 5, 21)),
    (stories.moved, date(2031, 6, 1), date(2031, 7, 1)),
    (stories.vague, date(2031, 5, 12), date(2031, 6, 24)),
    (stories.summit, date(2031, 5, 3), date(2031, 5, 5)),
]


@pytest.mark.parametrize(("story", "start", "end"), DAYS)
def test_all_day_events_end_on_the_day_after_the_last(story, start: date, end: date) -> None:
    [event] = read(feed(story()))
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (start, end)
    assert event["dtstart"].params["value"] == "DATE"


OLD_DAYS = [("postponed", "TENTATIVE"), ("cancelled", "CANCELLED"), ("declined", "CANCELLED")]


@pytest.mark.parametrize(("status", "expected"), OLD_DAYS)
def test_what_is_off_without_new_days_stays_on_the_old_ones(status: str, expected: str) -> None:
    state = stories.planned(None, status=status, previous=stories.on(date(2031, 5, 20)), no_date_set=True)
    [event] = read(feed(stories.Dossier(entry=stories.entry(state=state, sequence=1))))
    assert (event.decoded("dtstart"), str(event["status"]), int(event["sequence"])) == (date(2031, 5, 20), expected, 1)


def test_undated_engagements_are_left_out_or_sent_as_todo() -> None:
    assert read(feed(stories.undated())) == []
    [todo] = read(feed(stories.undated(), undated_as_todo=True))
    assert (todo.name, str(todo["status"]), "dtstart" in todo) == ("VTODO", "NEEDS-ACTION", False)


def test_an_empty_feed_is_valid() -> None:
    calendar = icalendar.Calendar.from_ical(feed())
    assert (calendar["version"], calendar["method"], read(feed())) == ("2.0", "PUBLISH", [])


def test_the_feed_says_what_it_is() -> None:
    calendar = icalendar.Calendar.from_ical(feed())
    assert str(calendar["name"]) == str(calendar["x-wr-calname"]) == "All"
    assert str(calendar["source"]) == "https://desk.example/all.ics"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in feed()


def test_sources_cause_and_relations_stand_inside() -> None:
    [event] = read(feed(stories.postponed()))
    for words in ("floods cut the capital off", "https://harbour.example/floods", "Ada Borin", "2 independent sources"):
        assert words in str(event["description"])
    [event] = read(feed(stories.summit()))
    related = {(str(r), r.params["reltype"]) for r in event["related-to"]}
    assert related == {("e1@legation", "PARENT"), ("e-vague@legation", "CHILD")}


def test_words_from_pages_break_no_line() -> None:
    data = feed(stories.hostile())
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not any(line.strip() and line[:1] not in b" ABCDEFGHIJKLMNOPQRSTUVWXYZ" for line in data.split(b"\r\n"))
    assert "\x0b" not in data.decode()
    assert len(read(data)) == 1
