"""Mail that a real SMTP server takes, refuses, or is not there to take."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

import desk_calendar as story
from legation.errors import UsageError
from legation.store import Store
from legation.store.accounts import Accounts, User, Watch, open_accounts
from legation.web import deliver
from legation.web.desk import Desk
from legation.web.settings import DeskSettings, MailServer, mail_server


class Postbox:
    """Keeps what a server takes; refuses with ``refusal`` where there is one."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.refusal: str | None = None

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


class Post:
    """A desk with one watch list by mail, and the server that its mail goes to."""

    def __init__(self, calendar: Store, accounts: Accounts) -> None:
        self.box = Postbox()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.server = Controller(self.box, hostname="127.0.0.1", port=self.port)
        self.server.start()
        self.clock, self.calendar, self.accounts = story.FixedClock(), calendar, accounts
        self.who: User = accounts.add_user("reader", "Reader", "reader", "no hash", now=self.clock.now())

    def watch(self, name: str = "New Zealand") -> Watch:
        return self.accounts.add_watch(
            self.who, name, "country=NZ", hook=None, mail="editor@paper.example", now=self.clock.now()
        )

    def learn(self) -> None:
        self.clock.moment += timedelta(minutes=1)
        self.calendar.add(story.postponed(), learned=self.clock.now())

    def go_round(self) -> int:
        """One round of the courier; how many deliveries arrived."""
        mail = MailServer(host="127.0.0.1", port=self.port)
        settings = DeskSettings(base_url="https://desk.example", smtp=mail, mail_from="desk@paper.example")
        desk = Desk(store=self.calendar, clock=self.clock, settings=settings)
        deliver.gather(desk, self.accounts)
        return deliver.send_due(desk, self.accounts, {"mail": deliver.mail_sender(settings, desk.now)})


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    calendar = story.filled(tmp_path / "c.sqlite", story.announced())
    with calendar, open_accounts(str(tmp_path / "desk.sqlite")) as accounts:
        found = Post(calendar, accounts)
        yield found
        if found.server.server is not None:
            found.server.stop()


def test_news_comes_by_mail_once(post: Post) -> None:
    post.watch()
    assert post.go_round() == 0
    post.learn()
    assert (post.go_round(), post.go_round()) == (1, 0)
    [letter] = post.box.letters
    assert (letter["From"], letter["To"]) == ("desk@paper.example", "editor@paper.example")
    assert letter["Subject"] == "Legation: New Zealand"
    assert letter["Message-ID"].endswith("@paper.example>")
    assert (letter["Auto-Submitted"], letter["Date"]) == ("auto-generated", "Mon, 12 May 2031 08:01:00 +0000")
    text = letter.get_content()
    for words in ("Status: Announced → Postponed", "https://desk.example/engagements/", "Ada Borin"):
        assert words in text


def test_a_server_that_refuses_is_asked_again_and_then_no_more(post: Post) -> None:
    watch = post.watch()
    post.learn()
    post.box.refusal = "451 try later"
    assert post.go_round() == 0
    [waiting] = post.accounts.deliveries(watch.id)
    assert (waiting.status, "try later" in (waiting.problem or "")) == ("waiting", True)
    post.clock.moment += timedelta(minutes=2)
    post.box.refusal = None
    assert post.go_round() == 1
    assert len(post.box.letters) == 1


def test_a_server_that_is_away_loses_no_mail_until_patience_ends(post: Post) -> None:
    first, second = post.watch("First"), post.watch("Second")
    post.learn()
    post.server.stop()
    assert post.go_round() == 0
    assert {d.status for w in (first, second) for d in post.accounts.deliveries(w.id)} == {"waiting"}
    for _ in range(6):
        post.clock.moment += timedelta(hours=13)
        assert post.go_round() == 0
    dead = [d for w in (first, second) for d in post.accounts.deliveries(w.id)]
    assert {(d.status, d.tries) for d in dead} == {("dead", 6)}
    assert all("Connection" in (d.problem or "") for d in dead)


def test_mail_cannot_be_given_more_headers(post: Post) -> None:
    watch = post.watch("All\r\nBcc: x@x.example")
    post.learn()
    assert post.go_round() == 0
    assert (post.accounts.deliveries(watch.id)[0].problem or "").startswith("ValueError")
    assert post.box.letters == []


SERVERS = [
    ("mail.example", MailServer(host="mail.example")),
    ("mail.example:2525", MailServer(host="mail.example", port=2525)),
    ("smtp://mail.example", MailServer(host="mail.example", port=587, security="starttls")),
    ("smtps://a%40b:p%3Aw@mail.example",
     MailServer(host="mail.example", port=465, security="tls", user="a@b", password="p:w")),
    # A password is never sent in the clear.
    ("me:secret@mail.example", MailServer(host="mail.example", security="starttls", user="me", password="secret")),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), SERVERS)
def test_a_mail_servers_address(given: str, expected: MailServer) -> None:
    assert mail_server(given) == expected


@pytest.mark.parametrize("given", ["", "http://mail.example", "mail.example:port", "mail.example/path", ":25", "a:0"])
def test_what_is_no_mail_server_is_refused(given: str) -> None:
    with pytest.raises(UsageError, match="--smtp"):
        mail_server(given)
