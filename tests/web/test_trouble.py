"""What a reader sees when things go wrong, and that they come right by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import desk_calendar as story
from legation.errors import CalendarError
from legation.store import Store
from legation.web.app import create_app
from legation.web.limits import RateLimit


class Flaky(Store):
    """A calendar that goes away when it is told to."""

    is_away = False

    @contextmanager
    def reading(self) -> Iterator[Any]:
        if self.is_away:
            raise CalendarError("postgresql://secret-host/calendar: the connection failed or was lost")
        with super().reading() as connection:
            yield connection


ADDRESSES = ["/", "/calendar", "/engagements/x", "/feeds/engagements.ics", "/api/v1/engagements", "/search?q=x"]


@pytest.fixture
def flaky(tmp_path: Path) -> Iterator[Flaky]:
    story.filled(tmp_path / "c.sqlite", story.announced()).close()
    from legation.store._database import connect

    with Flaky(connect(str(tmp_path / "c.sqlite"), create=False), "c.sqlite") as store:
        yield store


def test_a_calendar_that_goes_away_is_said_clearly_and_comes_back(
    flaky: Flaky, caplog: pytest.LogCaptureFixture
) -> None:
    client = TestClient(create_app(flaky, story.FixedClock()), raise_server_exceptions=False)
    assert client.get("/").status_code == 200
    flaky.is_away = True
    for address in ADDRESSES:
        answer = client.get(address)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "10"), address
        assert "secret-host" not in answer.text
        assert "content-security-policy" in answer.headers
        # Not even a reader's own copy is called good while nobody can know.
        assert client.get(address, headers={"If-None-Match": "*"}).status_code == 503
    assert "The calendar is out of reach" in client.get("/").text
    assert client.get("/about").status_code in (200, 503)
    assert client.get("/static/desk.css").status_code == 200
    assert "secret-host/calendar: the connection failed" in caplog.text
    flaky.is_away = False
    assert {client.get(a).status_code for a in ADDRESSES} == {200, 404}


def test_a_fault_of_ours_tells_nothing_of_its_inside(flaky: Flaky, monkeypatch: pytest.MonkeyPatch) -> None:
    client = TestClient(create_app(flaky, story.FixedClock()), raise_server_exceptions=False)

    def broken(*args: object, **more: object) -> None:
        raise RuntimeError("the secret inside")

    monkeypatch.setattr(Flaky, "entries", broken)
    answer = client.get("/engagements")
    assert (answer.status_code, "the secret inside" in answer.text) == (500, False)
    assert "Something broke" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


PATHS = [
    "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static/....//app.py", "/static//etc/passwd",
    "/articles/..%2f..%2fetc%2fpasswd", "/engagements/%00", "/people/%00", "/countries/%3Cscript%3E", "/people/" + "x" * 500,
    "/engagements/%25%25.ics", "/articles/%0d%0aSet-Cookie:%20x=1", "/countries/nz%0d%0aX: y", "/sections/%F0%9F%92%A9",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_odd_paths_lead_nowhere(client: TestClient, path: str) -> None:
    answer = client.get(path, follow_redirects=False)
    assert answer.status_code in (301, 307, 404)
    assert "set-cookie" not in answer.headers
    assert "root:" not in answer.text
    assert "def create_app" not in answer.text


SLASHES = [
    ("/engagements/?country=NZ", "/engagements?country=NZ"), ("/countries/NZ/", "/countries/NZ"), ("/nothing//", "/nothing"),
    ("//evil.example/", None), ("//evil.example/engagements/", None), ("/\\evil.example/", None), ("/engagements", None),
    ("/%0d%0aSet-Cookie:x/", None),
]  # fmt: skip


@pytest.mark.parametrize(("path", "expected"), SLASHES)
def test_a_slash_too_many_leads_to_this_site_only(client: TestClient, path: str, expected: str | None) -> None:
    """Whatever the address and the Host header say."""
    base = "https://desk.example"
    answer = client.get(base + path, headers={"Host": "evil.example"}, follow_redirects=False)
    assert answer.headers.get("location") == expected
    assert answer.status_code == 308 if expected else answer.status_code in (200, 404)


INJECTIONS = ["' OR 1=1 --", "x' UNION SELECT password FROM desk_user --", "'); DROP TABLE entry; --", "%", "_", "\\"]


@pytest.mark.parametrize("words", INJECTIONS)
@pytest.mark.parametrize("name", ["country", "person", "q"])
def test_nothing_given_becomes_sql(client: TestClient, store: Store, name: str, words: str) -> None:
    before = len(store.entries())
    found = client.get("/api/v1/engagements", params={name: words}).json()
    # Signs alone are no words of a name: they ask for nothing in particular.
    is_nothing = name == "person" and not any(c.isalnum() for c in words)
    assert len(found["engagements"]) == (before if is_nothing else 0)
    assert len(store.entries()) == before


QUERIES = [
    "since=9999-12-31&until=0001-01-01", "month=0001-01", "month=9999-12", "country=%F0%9F%92%A9", "country=" + "A" * 201,
    "q=%22%27%3B--", "q=*", "q=NEAR(a b)", "q=a AND", "person=%25", "person=_", "kind=visit&kind=visit", "undated=maybe",
    "changed_since=yesterday", "changed_since=2031-05-11T00:00:00+99:00", "after=" + "A" * 5000, "q=%ED%A0%80", "since=0000-00-00",
    "country=NZ%00", "q=" + "%F0%9F%92%A9" * 60,
]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize(
    "path", ["/engagements", "/calendar", "/search", "/feeds/engagements.ics", "/api/v1/engagements"]
)
def test_hostile_questions_have_an_answer(client: TestClient, path: str, query: str) -> None:
    assert client.get(f"{path}?{query}").status_code in (200, 400, 422)


def test_tries_are_counted_for_each_key_and_forgotten_in_time() -> None:
    now = [0.0]
    limit = RateLimit(2, 10, clock=lambda: now[0], most_keys=3)
    assert [limit.allows("a") for _ in range(3)] == [True, True, False]
    assert limit.allows("b")
    now[0] = 10.5
    assert limit.allows("a")
    for key in "cdef":
        limit.allows(key)
    limit.forget("f")
    assert limit.allows("f")


def test_processes_count_tries_together(tmp_path: Path) -> None:
    now, shared = [0.0], tmp_path / "tries.sqlite"
    one, other = (RateLimit(2, 10, shared=shared, clock=lambda: now[0]) for _ in range(2))
    assert [one.allows("a"), other.allows("a"), one.allows("a"), other.allows("a")] == [True, True, False, False]
    assert other.allows("b")
    one.forget("a")
    assert other.allows("a")
    now[0] = 10.5
    assert [one.allows("b"), other.allows("b"), one.allows("b")] == [True, True, False]


def test_a_count_that_cannot_be_shared_is_ones_own(tmp_path: Path) -> None:
    limit = RateLimit(1, 10, shared=tmp_path / "gone" / "tries.sqlite", clock=lambda: 0.0)
    assert [limit.allows("a"), limit.allows("a")] == [True, False]
