"""Conditional requests: nobody loads twice what has not changed, and everybody sees what has."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

import desk_calendar as story
from legation.store import Store
from legation.web import urls
from legation.web.app import create_app
from legation.web.conditional import KNOWN
from legation.web.filters import parse
from legation.web.kept import Edition, Kept, PageCache, Shelf

ADDRESSES = ["/", "/engagements", "/feeds/engagements.ics", "/feeds/engagements.atom", "/api/v1/engagements"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_known_is_not_sent_again(client: TestClient, address: str) -> None:
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    dated = client.get(address, headers={"If-Modified-Since": first.headers["last-modified"]})
    assert dated.status_code == 304


HEADERS = [
    ({"If-None-Match": '"other"'}, 200), ({"If-None-Match": 'W/"a", "b"'}, 200), ({"If-None-Match": "*"}, 304),
    ({"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"}, 200), ({"If-Modified-Since": "nonsense"}, 200),
    ({"If-Modified-Since": "Thu, 01 Jan 2099 00:00:00 GMT"}, 304),
    # If-None-Match decides where both are given
    ({"If-None-Match": '"other"', "If-Modified-Since": "Thu, 01 Jan 2099 00:00:00 GMT"}, 200),
]  # fmt: skip


@pytest.mark.parametrize(("headers", "status"), HEADERS)
def test_conditions(client: TestClient, headers: dict[str, str], status: int) -> None:
    assert client.get("/engagements", headers=headers).status_code == status


@pytest.mark.parametrize("address", [*ADDRESSES, "/static/desk.css", "/nothing"])
def test_head_has_the_headers_of_get_and_no_body(client: TestClient, address: str) -> None:
    plain = {"Accept-Encoding": "identity"}
    whole, head = client.get(address, headers=plain), client.head(address, headers=plain)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    for name in ("etag", "last-modified", "content-type", "content-length", "content-security-policy"):
        assert head.headers.get(name) == whole.headers.get(name)


def test_languages_and_filters_have_their_own_tags(client: TestClient) -> None:
    tags = {
        client.get(address, headers={"Accept-Language": language}).headers["etag"]
        for address in ("/engagements", "/engagements?country=NZ")
        for language in ("de", "fr")
    }
    assert len(tags) == 4


def test_what_means_nothing_makes_no_new_page(client: TestClient) -> None:
    plain = client.get("/engagements?country=NZ").headers["etag"]
    assert client.get("/engagements?country=NZ&utm_source=x&x=1").headers["etag"] == plain
    feed = client.get("/feeds/engagements.atom?country=NZ&x=%3C1").text
    assert 'href="https://desk.example/feeds/engagements.atom?country=NZ"' in feed


def test_every_parameter_that_means_something_is_known(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()["paths"]
    named = {p["name"] for path in described.values() for p in path["get"].get("parameters", ()) if p["in"] == "query"}
    assert named <= KNOWN


def test_a_new_page_and_a_new_day_change_the_tag(tmp_path: Path) -> None:
    clock = story.FixedClock()
    with story.filled(tmp_path / "c.sqlite", story.announced()) as store:
        client = TestClient(create_app(store, clock))
        tags = [client.get("/").headers["etag"]]
        store.add(story.postponed(), learned=datetime(2031, 5, 12, 7, tzinfo=UTC))
        tags.append(client.get("/").headers["etag"])
        clock.moment = datetime(2031, 5, 13, 0, 1, tzinfo=UTC)
        tags.append(client.get("/").headers["etag"])
        assert len(set(tags)) == 3
        assert "Postponed" in client.get("/").text


def test_the_cache_is_bounded() -> None:
    cache = PageCache(most_bytes=24_000)
    for number in range(50):
        cache.put(str(number), Kept((), bytes(1000), False))
    assert [n for n in range(50) if cache.get(str(n)) is not None] == list(range(38, 50))
    cache.put("huge", Kept((), bytes(5000), False))
    assert cache.get("huge") is None


def test_processes_find_each_others_pages(tmp_path: Path) -> None:
    page = Kept(((b"etag", b'W/"1"'),), bytes(1000), False)
    one, other = (PageCache(most_bytes=24_000, shelf=Shelf(tmp_path, 24_000)) for _ in range(2))
    one.put("key", page)
    assert (other.get("key"), other.get("another")) == (page, None)
    for number in range(50):
        one.put(str(number), page)
    assert sum(f.stat().st_size for f in tmp_path.iterdir()) <= 24_000
    next(tmp_path.iterdir()).write_bytes(b"half of")
    assert sum(other.get(str(n)) is not None for n in range(50)) == 11


def test_an_edition_is_asked_for_at_most_so_often() -> None:
    now, asked = [0.0], []
    edition = Edition(lambda: asked.append(now[0]) or f"e{len(asked)}", 0.5, clock=lambda: now[0])
    assert edition.at_hand() is None
    assert [edition.ask(), edition.at_hand()] == ["e1", "e1"]
    now[0] = 0.6
    assert edition.at_hand() is None
    assert edition.ask() == "e2"


def test_a_kept_page_is_the_page_that_was_made(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Body, headers and validators are the same from the cache, packed or not; and it is really from the cache."""
    client = TestClient(create_app(store, story.FixedClock()))
    addresses = [*ADDRESSES, "/calendar", f"/engagements/{store.entries()[0].id}"]
    plain, packed = {"Accept-Encoding": "identity"}, {"Accept-Encoding": "gzip"}
    made = {address: client.get(address, headers=plain) for address in addresses}

    def broken(*args: object, **more: object) -> None:
        raise AssertionError("asked again")

    for name in ("entries", "entry", "revisions", "pages"):
        monkeypatch.setattr(Store, name, broken)
    for address, first in made.items():
        again, small = client.get(address, headers=plain), client.get(address, headers=packed)
        assert (again.content, again.headers) == (first.content, first.headers)
        assert small.content == first.content
        assert small.headers.get("content-encoding") == ("gzip" if len(first.content) >= 1000 else None)
        assert client.get(address, headers={"If-None-Match": first.headers["etag"]}).status_code == 304


def test_the_months_of_a_calendar_are_kept_apart(client: TestClient) -> None:
    """FullCalendar asks for one span after another, over and over."""
    spans = ["start=2031-05-01&end=2031-06-01", "start=2031-04-01&end=2031-05-01"]
    answers = [client.get(f"/calendar/events?{span}") for span in (*spans, *spans)]
    assert [a.content for a in answers[:2]] == [a.content for a in answers[2:]]
    assert answers[0].json() != answers[1].json()
    assert client.get("/calendar/events?start=2031-05-01&end=none").status_code == 400


def test_no_reader_gets_what_another_asked_for(client: TestClient) -> None:
    """What the answer depends on is part of the key; what is nobody else's is not kept."""
    assert client.get("/", headers={"Accept-Language": "de"}).text != client.get("/").text
    for _ in range(2):
        assert client.get("/nothing").status_code == 404
        assert client.get("/engagements?status=none").status_code == 400


def test_every_condition_of_a_filter_tells_answers_apart(client: TestClient) -> None:
    """A parameter that ``KNOWN`` leaves out would give the answer to another question."""
    described = client.get("/api/v1/openapi.json").json()["paths"]
    asked = {p["name"] for path in described.values() for p in path["get"].get("parameters", ()) if p["in"] == "query"}
    assert asked <= KNOWN
    samples = {"country": "NZ", "region": "oceania", "status": "held", "kind": "visit", "undated": "yes"}
    written = {name for name, _ in urls.query_of(parse(QueryParams(samples | dict.fromkeys(("person", "q"), "x"))))}
    assert written == {*samples, "person", "q"} <= KNOWN
    tags = {client.get("/api/v1/engagements", params={k: v}).headers["etag"] for k, v in samples.items()}
    assert len(tags) == len(samples)
