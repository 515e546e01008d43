"""Feeds of every filter and of every engagement, over the wire, as subscribers' programs read them."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import icalendar
import ics as ics_py
import pytest
from lxml import html as lxml_html
from starlette.testclient import TestClient

import desk_calendar as story
from legation.store import Store
from legation.web import urls
from legation.web.app import create_app


def events(data: bytes) -> dict[str, icalendar.Event]:
    return {str(e["uid"]): e for e in icalendar.Calendar.from_ical(data).walk("VEVENT")}


@pytest.mark.parametrize("form", urls.FORMS)
def test_every_form_is_served_with_its_type(client: TestClient, borin: str, form: str) -> None:
    for address in (
        f"/feeds/engagements.{form}",
        f"/engagements/{borin}.{form}",
        f"/feeds/engagements.{form}?country=ZZ",
    ):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (
            200,
            urls.FORMS[form].split(";")[0],
        )


LISTS = [
    ("/", 6), ("/engagements", 6), ("/calendar", 6), ("/engagements?country=NZ", 1), ("/engagements?region=oceania", 1),
    ("/search?q=floods", 1), ("/sections/oceania", 1), ("/sections/north-america", 1), ("/sections/south-asia", 1),
    ("/countries/NZ", 1), ("/countries/NZ/UZ", 1), ("/people/Ada%20Borin", 1), ("/calendar?region=africa", 2),
]  # fmt: skip


@pytest.mark.parametrize(("page", "count"), LISTS)
def test_every_list_has_its_feeds(client: TestClient, page: str, count: int) -> None:
    tree = lxml_html.fromstring(client.get(page).text)
    offered = {str(a) for a in tree.xpath("//details[@class='subscribe']//a/@href")}
    feeds = {form: [a for a in offered if a.split("?")[0] == f"/feeds/engagements.{form}"] for form in urls.FORMS}
    assert {form: len(found) for form, found in feeds.items()} == dict.fromkeys(urls.FORMS, 1)
    assert sum("layout=print" in a for a in offered) == 1
    heads = {str(a) for a in tree.xpath("//link[@rel='alternate']/@href")}
    assert {feeds["ics"][0], feeds["atom"][0]} <= heads
    listed = {o["id"] for o in map(json.loads, client.get(feeds["jsonl"][0]).text.splitlines())}
    assert len(listed) == count
    assert {o["id"] for o in client.get(feeds["json"][0]).json()["engagements"]} == listed
    assert set(events(client.get(feeds["ics"][0]).content)) <= {f"{i}@legation" for i in listed}
    changed = feedparser.parse(client.get(feeds["atom"][0]).content)
    assert not changed.bozo
    assert {e.link.rpartition("/")[2] for e in changed.entries} == listed
    paper = client.get(next(a for a in offered if "layout=print" in a)).text
    assert all(f"/engagements/{i}" in paper for i in listed)


def test_a_regions_feed_is_named_after_it(client: TestClient) -> None:
    calendar = icalendar.Calendar.from_ical(
        client.get("/feeds/engagements.ics?region=middle-east&region=africa").content
    )
    assert str(calendar["x-wr-calname"]).endswith("Middle East and Africa")


@pytest.mark.parametrize("address", ["/feeds/engagements.exe", "/engagements/nothing.ics", "/feeds/other.ics"])
def test_what_is_not_there_is_said_so(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404


def test_a_filter_of_nothing_is_a_valid_empty_feed(client: TestClient) -> None:
    nothing = "?country=IS&kind=call"
    assert events(client.get(f"/feeds/engagements.ics{nothing}").content) == {}
    read = feedparser.parse(client.get(f"/feeds/engagements.atom{nothing}").content)
    assert (read.bozo, read.entries) == (False, [])
    assert client.get(f"/feeds/engagements.json{nothing}").json() == {"engagements": []}
    assert client.get(f"/feeds/engagements.jsonl{nothing}").content == b""
    assert len(client.get(f"/feeds/engagements.csv{nothing}").text.splitlines()) == 1


def test_the_visit_moves_in_a_subscribers_calendar(tmp_path: Path) -> None:
    with story.filled(tmp_path / "c.sqlite", story.announced()) as store:
        client = TestClient(create_app(store, story.FixedClock()))
        before = events(client.get("/feeds/engagements.ics").content)
        store.add(story.postponed())
        data = client.get("/feeds/engagements.ics").content
    after = events(data)
    [uid] = before
    assert list(after) == [uid] == [e.uid for e in ics_py.Calendar(data.decode()).events]
    assert int(after[uid]["sequence"]) > int(before[uid]["sequence"])
    assert (str(before[uid]["x-legation-status"]), str(after[uid]["x-legation-status"])) == ("announced", "postponed")
    assert after[uid].decoded("dtstart") == before[uid].decoded("dtstart")


def test_the_undated_come_as_tasks_where_asked(client: TestClient) -> None:
    plain = client.get("/feeds/engagements.ics?country=KE").content
    asked = client.get("/feeds/engagements.ics?country=KE&undated_as=todo").content
    assert (plain.count(b"BEGIN:VTODO"), asked.count(b"BEGIN:VTODO")) == (0, 1)


def test_subscriptions_begin_half_a_year_ago_and_files_hold_all(store: Store) -> None:
    later = story.FixedClock(datetime(2031, 12, 1, tzinfo=UTC))
    client = TestClient(create_app(store, later))
    held = {form: len(client.get(f"/feeds/engagements.{form}").json()["engagements"]) for form in ("json",)}
    # Two without a date, and the one whose weeks reach into the half year.
    assert held == {"json": 3}
    assert len(client.get("/feeds/engagements.jsonl").text.splitlines()) == 6
    assert len(client.get("/feeds/engagements.json?since=2031-01-01").json()["engagements"]) == 4


def test_changes_are_told_newest_first_with_websub(client: TestClient) -> None:
    answer = client.get("/feeds/engagements.atom")
    read = feedparser.parse(answer.content)
    moments = [e.updated for e in read.entries]
    assert moments == sorted(moments, reverse=True)
    assert {link.rel for link in read.feed.links} == {"self", "alternate", "hub"}
    assert answer.headers["link"] == (
        '<https://hub.example/>; rel="hub", <https://desk.example/feeds/engagements.atom>; rel="self"'
    )
    assert len({e.id for e in read.entries}) == len(read.entries)


def test_one_engagements_feed_has_its_history(client: TestClient, borin: str) -> None:
    read = feedparser.parse(client.get(f"/engagements/{borin}.atom").content)
    assert [e.title.split(":")[0] for e in read.entries] == ["Postponed", "Postponed", "Announced"]
    found = client.get(f"/engagements/{borin}.json").json()
    assert [r["number"] for r in found["revisions"]] == [0, 1, 2]


def test_forms_agree(client: TestClient, store: Store) -> None:
    ids = [e.id for e in store.entries()]
    rows = list(csv.DictReader(io.StringIO(client.get("/feeds/engagements.csv").text, newline="")))
    lines = [json.loads(line) for line in client.get("/feeds/engagements.jsonl").text.splitlines()]
    graph = client.get("/feeds/engagements.jsonld").json()["@graph"]
    news = client.get("/feeds/engagements.ninjs").json()
    assert [r["id"] for r in rows] == [o["id"] for o in lines] == ids
    assert [n["@id"] for n in graph] == [n["uri"] for n in news]
    assert graph[0]["@id"] == f"https://desk.example/engagements/{ids[0]}"


def test_downloads_have_a_name(client: TestClient) -> None:
    answer = client.get("/feeds/engagements.csv?q=%0d%0aSet-Cookie:x")
    assert answer.status_code in (200, 400)
    assert "set-cookie" not in answer.headers
    named = client.get("/feeds/engagements.csv").headers["content-disposition"]
    assert named == 'attachment; filename="legation.csv"'
