"""Accounts, notes and moderation: what each role may do, and what nobody may do to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html as lxml_html
from starlette.testclient import TestClient

import desk_calendar as story
from legation.errors import UsageError
from legation.store import Store
from legation.store._database import is_server
from legation.store.accounts import Accounts
from legation.web.app import create_app
from legation.web.notes import safe_html
from legation.web.passwords import hashed, is_right
from legation.web.readers import local_address
from legation.web.settings import DeskSettings

PASSWORD = "correct horse battery"
HASH = hashed(PASSWORD)


class Desk:
    """A desk with three accounts, and visitors to it."""

    def __init__(self, store: Store, address: str) -> None:
        settings = DeskSettings(base_url="https://desk.example", desk=address)
        self.clock = story.FixedClock()
        self.app = create_app(store, self.clock, settings)
        self.accounts: Accounts = self.app.state.accounts
        for login in ("reader", "editor", "admin"):
            self.accounts.add_user(login, login.title(), login, HASH, now=self.clock.now())

    def visitor(self) -> TestClient:
        return TestClient(self.app, base_url="https://desk.example")

    def logged_in(self, login: str) -> TestClient:
        client = self.visitor()
        answer = client.post("/account/login", data={"login": login, "password": PASSWORD}, follow_redirects=False)
        assert answer.status_code == 303
        return client


@pytest.fixture
def desk(store: Store, desk_address: str) -> Iterator[Desk]:
    found = Desk(store, desk_address)
    yield found
    found.accounts.close()


def csrf_of(client: TestClient, address: str = "/account") -> str:
    return re.search(r'name="csrf" value="([^"]+)"', client.get(address).text).group(1)


def note(client: TestClient, entry: str, **fields: str):
    sent = {"csrf": csrf_of(client), "name": "A. Reader", "text": "Seen **today**.", **fields}
    return client.post(f"/engagements/{entry}/notes", data=sent)


def notes_shown(client: TestClient, entry: str) -> str:
    tree = lxml_html.fromstring(client.get(f"/engagements/{entry}").text)
    return " ".join(" ".join(tree.xpath("//section[@aria-labelledby='notes']")[0].itertext()).split())


# -- logging in ---------------------------------------------------------------------------------------------------


def test_logging_in_and_out(desk: Desk) -> None:
    client = desk.logged_in("Reader")
    assert "Reader" in client.get("/account").text
    client.post("/account/logout", data={"csrf": csrf_of(client)})
    assert client.get("/account").status_code == 401


LOGINS = [
    ({"login": "reader", "password": "wrong"}, 401, "do not belong together"),
    ({"login": "nobody", "password": PASSWORD}, 401, "do not belong together"),
    ({"login": "", "password": PASSWORD}, 422, "Both the name and the password are needed."),
    ({"login": "reader' OR '1'='1", "password": "x"}, 401, "do not belong together"),
]


@pytest.mark.parametrize(("fields", "status", "words"), LOGINS)
def test_wrong_logins_say_so_and_no_more(desk: Desk, fields: dict[str, str], status: int, words: str) -> None:
    answer = desk.visitor().post("/account/login", data=fields)
    assert (answer.status_code, words in answer.text) == (status, True)
    assert "set-cookie" not in answer.headers


def test_the_cookie_is_kept_from_scripts_and_other_sites(desk: Desk) -> None:
    answer = desk.visitor().post(
        "/account/login", data={"login": "reader", "password": PASSWORD}, follow_redirects=False
    )
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("__host-legation=")
    for flag in ("httponly", "secure", "samesite=lax", "path=/"):
        assert flag in cookie


def test_a_planted_session_is_worth_nothing(desk: Desk) -> None:
    client = desk.visitor()
    client.cookies.set("__Host-legation", "planted", domain="desk.example")
    client.post("/account/login", data={"login": "reader", "password": PASSWORD})
    secrets = [c.value for c in client.cookies.jar if c.name == "__Host-legation"]
    assert "planted" not in secrets[-1:]
    assert desk.accounts.session("planted", now=desk.clock.now()) is None


def test_guessing_is_slowed(desk: Desk) -> None:
    statuses = [
        desk.visitor().post("/account/login", data={"login": "reader", "password": f"guess {n}"}).status_code
        for n in range(12)
    ]
    assert statuses == [401] * 8 + [429] * 4
    assert desk.visitor().post("/account/login", data={"login": "reader", "password": PASSWORD}).status_code == 429


ADDRESSES = [
    ("/countries/NZ", "/countries/NZ"), ("https://evil.example/", "/"), ("//evil.example", "/"),
    ("/\\evil.example", "/"), ("javascript:alert(1)", "/"), ("", "/"), ("/a\r\nSet-Cookie: x", "/"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), ADDRESSES)
def test_nobody_is_sent_elsewhere(desk: Desk, given: str, expected: str) -> None:
    assert local_address(given, "/") == expected
    fields = {"login": "reader", "password": PASSWORD, "next": given}
    answer = desk.visitor().post("/account/login", data=fields, follow_redirects=False)
    assert answer.headers["location"] == expected


def test_a_session_ends_with_its_time_its_account_and_its_password(desk: Desk) -> None:
    from datetime import timedelta

    first, second = desk.logged_in("reader"), desk.logged_in("editor")
    desk.accounts.change_user("editor", now=desk.clock.now(), disabled="yes")
    assert second.get("/account").status_code == 401
    desk.clock.moment += timedelta(days=15)
    assert first.get("/account").status_code == 401


def test_what_is_kept_of_secrets_is_no_secret(desk: Desk, tmp_path: Path) -> None:
    if is_server(desk.accounts.address):
        pytest.skip("what a server writes is not a file here; the rows are the same")
    client = desk.logged_in("reader")
    token = re.search(r"lgt_[\w-]+", client.post("/account/tokens", data={"csrf": csrf_of(client), "label": "x"}).text)
    session = next(c.value for c in client.cookies.jar)
    kept = b"".join(p.read_bytes() for p in tmp_path.glob("desk.sqlite*"))
    assert token is not None
    for secret in (PASSWORD, token.group(0), session):
        assert secret.encode() not in kept
    assert b"$argon2id$" in kept


def test_passwords_are_long_enough() -> None:
    with pytest.raises(UsageError, match="at least 10 characters"):
        hashed("short")
    assert not is_right("anything", None)
    assert is_right(PASSWORD, HASH)


# -- proof that it was meant ---------------------------------------------------------------------------------------


PATHS = ["/engagements/{entry}/notes", "/account/logout", "/account/tokens", "/watches", "/moderation/x", "/watches/x"]


@pytest.mark.parametrize("path", PATHS)
def test_every_form_needs_its_own_secret(desk: Desk, borin: str, path: str) -> None:
    client = desk.logged_in("admin")
    address = path.format(entry=borin)
    for fields in ({}, {"csrf": ""}, {"csrf": "wrong"}, {"csrf": csrf_of(desk.logged_in("reader"))}):
        assert client.post(address, data={"name": "x", "text": "x", **fields}).status_code == 403
    other = {"Origin": "https://evil.example"}
    right = {"csrf": csrf_of(client), "name": "x", "text": "x"}
    assert client.post(address, data=right, headers=other).status_code == 403
    assert client.post(address, data=right, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post(address, json=right).status_code == 415


@pytest.mark.parametrize("path", PATHS)
def test_without_an_account_everything_is_read_only(desk: Desk, borin: str, path: str) -> None:
    visitor = desk.visitor()
    assert visitor.post(path.format(entry=borin), data={"csrf": "x", "name": "x", "text": "x"}).status_code in (
        401,
        403,
    )
    assert visitor.get("/moderation").status_code == 401
    assert desk.logged_in("reader").get("/moderation").status_code == 403


def test_bodies_have_a_size(desk: Desk) -> None:
    huge = "x" * 100_000
    assert desk.visitor().post("/account/login", data={"login": huge}).status_code == 413

    def chunks() -> Iterator[bytes]:
        yield b"login="
        for _ in range(20):
            yield b"x" * 10_000

    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert desk.visitor().post("/account/login", content=chunks(), headers=headers).status_code == 413
    many = "&".join(f"f{n}=1" for n in range(500))
    assert desk.visitor().post("/account/login", content=many, headers=headers).status_code == 400


# -- notes --------------------------------------------------------------------------------------------------------


def test_a_readers_note_is_held_until_an_editor_approves_it(desk: Desk, borin: str) -> None:
    reader, editor, visitor = desk.logged_in("reader"), desk.logged_in("editor"), desk.visitor()
    assert "held until somebody has looked at it" in note(reader, borin).text
    assert "There are no notes" in notes_shown(visitor, borin)
    assert "Seen today" in notes_shown(editor, borin)
    [held] = desk.accounts.held()
    answer = editor.post(f"/moderation/{held.id}", data={"csrf": csrf_of(editor), "do": "approve", "reason": "fine"})
    assert "Nothing waits" in answer.text
    assert "Notes 1 A. Reader" in notes_shown(visitor, borin)
    editor.post(f"/moderation/{held.id}", data={"csrf": csrf_of(editor), "do": "remove", "reason": "no longer"})
    assert "There are no notes" in notes_shown(visitor, borin)
    done = [(line.user, line.action, line.detail) for line in desk.accounts.log()]
    assert done == [
        ("editor", "note removed", "no longer"), ("editor", "note approved", "fine"), ("reader", "note held", borin),
    ]  # fmt: skip


WRONG = [
    ({"name": ""}, "Please give a name to stand under the note."), ({"text": "  "}, "Please write something."),
    ({"name": "x" * 81}, "A name has at most 80 letters"), ({"text": "x" * 8001}, "this has 8,001"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "words"), WRONG)
def test_a_wrong_note_says_what_and_keeps_what_was_written(
    desk: Desk, borin: str, fields: dict[str, str], words: str
) -> None:
    answer = note(desk.logged_in("reader"), borin, **{"text": "Written with care.", **fields})
    assert answer.status_code == 422
    assert words in answer.text
    assert 'aria-invalid="true"' in answer.text
    if "text" not in fields:
        assert "Written with care." in answer.text
    assert desk.accounts.held() == []


def test_replies_stand_beneath_their_note(desk: Desk, borin: str) -> None:
    editor = desk.logged_in("editor")
    note(editor, borin, text="First")
    [first] = desk.accounts.notes(borin)
    note(editor, borin, text="Second", reply=first.id)
    tree = lxml_html.fromstring(desk.visitor().get(f"/engagements/{borin}").text)
    assert "Second" in tree.xpath(f"//article[@id='note-{first.id}']//article")[0].text_content()
    assert note(editor, borin, reply="elsewhere").status_code == 400


HARM = [
    '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', "[x](javascript:alert(1))", "[x](data:text/html,x)",
    "![x](https://evil.example/pixel)", "<a href='javascript:alert(1)'>x</a>", "<iframe src=//evil.example>",
    "[x](https://ok.example 'onmouseover=alert(1)')", "`</code><svg onload=alert(1)>`", "<style>*{}</style>",
]  # fmt: skip


@pytest.mark.parametrize("text", HARM)
def test_markdown_can_do_no_harm(text: str) -> None:
    tree = lxml_html.fromstring(f"<div>{safe_html(text)}</div>")
    assert tree.xpath("//script | //img | //iframe | //svg | //style | //@onerror | //@onload | //@src") == []
    assert all(h.startswith(("http://", "https://")) for h in tree.xpath("//@href"))


def test_markdown_does_what_it_says() -> None:
    html = safe_html("**strong** and [a link](https://ok.example/)\n\n- one\n- two")
    assert "<strong>strong</strong>" in html
    assert 'rel="nofollow noopener noreferrer ugc"' in html
    assert html.count("<li>") == 2


def test_a_note_changes_what_readers_have_kept(desk: Desk, borin: str) -> None:
    visitor = desk.visitor()
    tag = visitor.get(f"/engagements/{borin}").headers["etag"]
    note(desk.logged_in("editor"), borin)
    again = visitor.get(f"/engagements/{borin}", headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert "Seen" in again.text


def test_a_logged_in_page_is_nobody_elses(desk: Desk, borin: str) -> None:
    reader = desk.logged_in("reader")
    answer = reader.get(f"/engagements/{borin}")
    assert answer.headers["cache-control"] == "private, no-store"
    assert 'name="csrf"' not in desk.visitor().get(f"/engagements/{borin}").text


# -- API tokens ---------------------------------------------------------------------------------------------------


def test_a_token_writes_notes_and_a_cookie_does_not(desk: Desk, borin: str) -> None:
    reader, address = desk.logged_in("reader"), f"/api/v1/engagements/{borin}/notes"
    page = reader.post("/account/tokens", data={"csrf": csrf_of(reader), "label": "my script"}).text
    token = re.search(r"lgt_[\w-]+", page).group(0)
    bearer = {"Authorization": f"Bearer {token}"}
    sent = {"name": "Script", "text": "From **afar**."}
    assert reader.post(address, json=sent).status_code == 401
    assert desk.visitor().post(address, json=sent, headers={"Authorization": "Bearer lgt_wrong"}).status_code == 401
    added = desk.visitor().post(address, json=sent, headers=bearer)
    assert (added.status_code, added.json()["status"]) == (201, "held")
    assert desk.visitor().get(address).json() == {"notes": []}
    assert desk.visitor().post(address, json={"name": "", "text": "x"}, headers=bearer).status_code == 422
    reader.post("/account/tokens", data={"csrf": csrf_of(reader), "drop": desk.accounts.tokens(who(desk))[0][0]})
    assert desk.visitor().post(address, json=sent, headers=bearer).status_code == 401


def who(desk: Desk):
    return desk.accounts.user("reader")
