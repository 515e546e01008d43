"""Conditional requests: nobody loads twice what has not changed, and everybody sees what has."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import desk_calendar as story
from legation.web.app import create_app
from legation.web.conditional import KNOWN, PageCache

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
    cache = PageCache(most_bytes=800)
    for number in range(50):
        cache.put(str(number), bytes(100))
    assert [n for n in range(50) if cache.get(str(n)) is not None] == list(range(42, 50))
    cache.put("huge", bytes(500))
    assert cache.get("huge") is None
