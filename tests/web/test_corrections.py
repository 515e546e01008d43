"""Corrections by editors: merged, split and set, with a reason that stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import desk_calendar as story
from legation.records import Filter
from legation.store import Store
from legation.web.app import create_app
from legation.web.passwords import hashed
from legation.web.settings import DeskSettings

PASSWORD = "correct horse battery"
HASH = hashed(PASSWORD)


class Desk:
    def __init__(self, store: Store, address: str) -> None:
        self.store = store
        settings = DeskSettings(base_url="https://desk.example", desk=address)
        self.app = create_app(store, story.FixedClock(), settings)
        for login in ("reader", "editor"):
            self.app.state.accounts.add_user(login, login.title(), login, HASH, now=story.TODAY)

    def logged_in(self, login: str) -> TestClient:
        client = TestClient(self.app, base_url="https://desk.example")
        client.post("/account/login", data={"login": login, "password": PASSWORD})
        return client

    def correct(self, client: TestClient, entry: str, **fields: str):
        csrf = re.search(r'name="csrf" value="([^"]+)"', client.get("/account").text).group(1)
        return client.post(f"/engagements/{entry}/corrections", data={"csrf": csrf, "reason": "I was there", **fields})


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    def new(name: str) -> str:
        is_file = request.param == "sqlite"
        return str(tmp_path / name) if is_file else request.getfixturevalue("server").new_database()

    with story.filled(new("c.sqlite")) as store:
        found = Desk(store, new("desk.sqlite"))
        yield found
        found.app.state.accounts.close()


def of(desk: Desk, country: str) -> str:
    return desk.store.entries(Filter(countries=(country,)))[0].id


def test_a_field_is_set_and_says_by_whom_and_why(desk: Desk) -> None:
    entry = of(desk, "NO")
    answer = desk.correct(desk.logged_in("editor"), entry, do="set", field="when", value="2031-05-16")
    assert answer.status_code == 200
    assert "Editor: set when 2031-05-16" in " ".join(answer.text.split())
    found = desk.store.entry(entry)
    assert (found.state.earliest.isoformat(), found.sequence) == ("2031-05-16", 1)
    assert "Corrected by Editor" in desk.logged_in("reader").get(f"/engagements/{entry}").text
    assert "Friday, 16 May 2031" in desk.logged_in("reader").get(f"/engagements/{entry}").text


def test_two_become_one_and_part_again(desk: Desk) -> None:
    editor = desk.logged_in("editor")
    one, other = of(desk, "NO"), of(desk, "JP")
    desk.correct(editor, one, do="merge", other=other)
    assert desk.store.entry(one).id == desk.store.entry(other).id
    kept = desk.store.entry(one).id
    reports = [m.report for m in desk.store.matches(kept)]
    assert len(reports) == 2
    desk.correct(editor, kept, do="split", report=max(reports, key=lambda r: r != kept))
    assert len(desk.store.entries()) == 6


WRONG = [
    ({"do": "set", "field": "when", "value": "soon"}, "soon"), ({"do": "set", "field": "title", "value": "x"}, "cannot be set"),
    ({"do": "set", "field": "status", "value": "great"}, "must be one of"), ({"do": "set", "field": "kind", "value": ""}, "must be"),
    ({"do": "set", "field": "host_country", "value": "Atlantis"}, "must be a country"),
    ({"do": "merge", "other": "nothing"}, "nothing"), ({"do": "merge", "other": ""}, "two identifiers"),
    ({"do": "merge", "other": "itself"}, "the same engagement already"), ({"do": "away"}, "choose what to do"),
    ({"do": "set", "field": "place", "value": "Oslo", "reason": ""}, "please give a reason"),
    ({"do": "set", "field": "place", "value": "x" * 301}, "at most 300"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), WRONG)
def test_what_is_wrong_is_said_and_changes_nothing(desk: Desk, fields: dict[str, str], words: str) -> None:
    entry = of(desk, "NO")
    sent = {k: entry if v == "itself" else v for k, v in fields.items()}
    answer = desk.correct(desk.logged_in("editor"), entry, **sent)
    assert (answer.status_code, words in answer.text) == (422, True)
    assert desk.store.corrections() == ()


def test_only_editors_correct(desk: Desk) -> None:
    entry = of(desk, "NO")
    reader = desk.logged_in("reader")
    assert desk.correct(reader, entry, do="set", field="place", value="Oslo").status_code == 403
    assert reader.get(f"/engagements/{entry}/corrections").status_code == 403
    assert "Correct this engagement" not in reader.get(f"/engagements/{entry}").text
    assert "Correct this engagement" in desk.logged_in("editor").get(f"/engagements/{entry}").text
