"""Watch lists and their news: signed, tried again, laid aside, and never sent into a private network unasked."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import desk_calendar as story
from legation.errors import CalendarError, SourceError, UsageError
from legation.store import Store
from legation.store.accounts import Accounts, User, open_accounts
from legation.web import deliver
from legation.web.desk import Desk
from legation.web.passwords import hashed
from legation.web.settings import DeskSettings


class Receiver(HTTPServer):
    """A webhook's receiver on this machine: keeps what it gets, answers as it is told."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[tuple[dict[str, str], str]] = []
        self.status = 200
        self.address = f"http://127.0.0.1:{self.server_port}/hook"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.got.append((dict(self.headers), body))
        self.send_response(self.server.status)
        if self.server.status == 302:
            self.send_header("Location", self.server.address)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    found = Receiver()
    thread = threading.Thread(target=found.serve_forever, daemon=True)
    thread.start()
    yield found
    found.shutdown()
    found.server_close()


@pytest.fixture
def clock() -> story.FixedClock:
    return story.FixedClock()


@pytest.fixture
def calendar(tmp_path: Path) -> Iterator[Store]:
    with story.filled(tmp_path / "c.sqlite", story.announced()) as store:
        yield store


@pytest.fixture
def accounts(tmp_path: Path) -> Iterator[Accounts]:
    with open_accounts(str(tmp_path / "desk.sqlite")) as found:
        yield found


@pytest.fixture
def who(accounts: Accounts, clock: story.FixedClock) -> User:
    return accounts.add_user("reader", "Reader", "reader", "no hash", now=clock.now())


def desk_of(store: Store, clock: story.FixedClock, *, private: bool = True) -> Desk:
    settings = DeskSettings(base_url="https://desk.example", allow_private_hooks=private)
    return Desk(store=store, clock=clock, settings=settings)


def sender(desk: Desk) -> dict[str, deliver.Send]:
    return {"hook": deliver.hook_sender(desk.settings, desk.now)}


def learn(calendar: Store, record, clock: story.FixedClock) -> None:
    clock.moment += timedelta(minutes=1)
    calendar.add(record, learned=clock.now())


def test_news_arrives_once_signed(calendar, accounts, who, clock, receiver) -> None:
    desk = desk_of(calendar, clock)
    accounts.add_watch(who, "New Zealand", "country=NZ", hook=receiver.address, mail=None, now=clock.now())
    assert deliver.gather(desk, accounts) == 0
    learn(calendar, story.postponed(), clock)
    learn(calendar, story.summit(), clock)
    assert (deliver.gather(desk, accounts), deliver.gather(desk, accounts)) == (1, 0)
    assert deliver.send_due(desk, accounts, sender(desk)) == 1
    assert deliver.send_due(desk, accounts, sender(desk)) == 0
    [(headers, body)] = receiver.got
    [watch] = accounts.watches()
    expected = deliver.signature(watch.secret, headers["X-Legation-Time"], body)
    assert headers["X-Legation-Signature"] == f"sha256={expected}"
    [change] = json.loads(body)["changes"]
    assert (change["status"], change["changes"][0]) == ("postponed", "Status: Announced → Postponed")


def test_a_deaf_receiver_is_tried_again_and_at_last_given_up(calendar, accounts, who, clock, receiver) -> None:
    desk = desk_of(calendar, clock)
    watch = accounts.add_watch(who, "All", "", hook=receiver.address, mail=None, now=clock.now())
    learn(calendar, story.postponed(), clock)
    deliver.gather(desk, accounts)
    receiver.status = 500
    waits = []
    for _ in range(40):
        before = len(receiver.got)
        deliver.send_due(desk, accounts, sender(desk))
        waits += [clock.now()] if len(receiver.got) > before else []
        clock.moment += timedelta(minutes=30)
    [one] = accounts.deliveries(watch.id)
    assert (one.status, one.tries, len(receiver.got)) == ("dead", 6, 6)
    assert "answered 500" in one.problem
    gaps = [b - a for a, b in pairwise(waits)]
    assert gaps == sorted(gaps)


def test_it_recovers_with_the_receiver(calendar, accounts, who, clock, receiver) -> None:
    desk = desk_of(calendar, clock)
    accounts.add_watch(who, "All", "", hook=receiver.address, mail=None, now=clock.now())
    learn(calendar, story.postponed(), clock)
    deliver.gather(desk, accounts)
    receiver.status = 503
    deliver.send_due(desk, accounts, sender(desk))
    receiver.status = 204
    clock.moment += timedelta(minutes=2)
    assert deliver.send_due(desk, accounts, sender(desk)) == 1
    assert len({h["X-Legation-Delivery"] for h, _ in receiver.got}) == 1


def test_redirects_are_not_followed(calendar, accounts, who, clock, receiver) -> None:
    desk = desk_of(calendar, clock)
    accounts.add_watch(who, "All", "", hook=receiver.address, mail=None, now=clock.now())
    learn(calendar, story.postponed(), clock)
    deliver.gather(desk, accounts)
    receiver.status = 302
    assert (deliver.send_due(desk, accounts, sender(desk)), len(receiver.got)) == (0, 1)


PRIVATE = [
    "http://127.0.0.1:{port}/", "http://localhost:{port}/", "http://[::1]:{port}/", "http://0.0.0.0:{port}/",
    "http://2130706433:{port}/", "http://169.254.169.254/latest/meta-data", "http://10.0.0.1/", "http://[::ffff:127.0.0.1]/",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_private_networks_are_out_of_reach(calendar, accounts, who, clock, receiver, address: str) -> None:
    desk = desk_of(calendar, clock, private=False)
    accounts.add_watch(who, "All", "", hook=address.format(port=receiver.server_port), mail=None, now=clock.now())
    learn(calendar, story.postponed(), clock)
    deliver.gather(desk, accounts)
    assert deliver.send_due(desk, accounts, sender(desk)) == 0
    assert receiver.got == []
    [watch] = accounts.watches()
    problem = accounts.deliveries(watch.id)[0].problem
    assert "not a public address" in problem or "cannot be resolved" in problem


HOOKS = [
    "ftp://x.example/",
    "javascript:alert(1)",
    "//x.example",
    "http://",
    "http://u:p@x.example/",
    "x",
    "http://a\r\nb",
]


@pytest.mark.parametrize("address", HOOKS)
def test_what_is_no_webhook_is_refused(address: str) -> None:
    with pytest.raises(UsageError, match="the webhook must be an http or https address"):
        deliver.checked_hook(address)


def test_a_lost_calendar_loses_no_news(calendar, accounts, who, clock, receiver) -> None:
    desk = desk_of(calendar, clock)
    accounts.add_watch(who, "All", "", hook=receiver.address, mail=None, now=clock.now())
    learn(calendar, story.postponed(), clock)
    deliver.gather(desk, accounts)

    def broken(*args: object) -> None:
        raise SourceError("hook", "unreachable")

    deliver.send_due(desk, accounts, {"hook": broken})
    clock.moment += timedelta(hours=1)
    assert deliver.send_due(desk, accounts, sender(desk)) == 1


def test_the_courier_makes_its_rounds_whatever_happens(
    calendar, accounts, who, clock, receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a thread of its own, over a calendar that goes away and a fault of ours, every piece of news arrives once."""
    desk, troubles = desk_of(calendar, clock), [CalendarError("away"), RuntimeError("a fault")]
    gather = deliver.gather

    def troubled(*given: object) -> int:
        if troubles:
            raise troubles.pop()
        return gather(*given)

    monkeypatch.setattr(deliver, "gather", troubled)
    accounts.add_watch(who, "All", "", hook=receiver.address, mail=None, now=clock.now())
    courier = deliver.Courier(desk, accounts, seconds=0.02)
    courier.start()
    for record, number in ((story.postponed(), 1), (story.summit(), 2)):
        learn(calendar, record, clock)
        end = time.monotonic() + 30
        while len(receiver.got) < number and time.monotonic() < end:
            time.sleep(0.02)
        assert len(receiver.got) == number
    courier.stop()
    courier.join(timeout=10)
    assert (courier.is_alive(), len(receiver.got), troubles) == (False, 2, [])


# -- on the site --------------------------------------------------------------------------------------------------


def test_a_list_is_saved_shown_and_dropped(calendar: Store, tmp_path: Path, clock: story.FixedClock) -> None:
    from legation.web.app import create_app

    app = create_app(calendar, clock, DeskSettings(base_url="https://desk.example", desk=str(tmp_path / "d.sqlite")))
    app.state.accounts.add_user("reader", "Reader", "reader", hashed("correct horse"), now=clock.now())
    client = TestClient(app, base_url="https://desk.example")
    client.post("/account/login", data={"login": "reader", "password": "correct horse"})
    csrf = re.search(r'name="csrf" value="([^"]+)"', client.get("/watches?country=NZ").text).group(1)
    fields = {"csrf": csrf, "name": "Wellington", "query": "?country=nz&status=postponed&evil=1"}
    saved = client.post("/watches", data=fields)
    assert "/feeds/engagements.ics?country=NZ&amp;status=postponed" in saved.text
    saved = client.post("/watches", data=fields | {"name": "The ocean", "query": "region=oceania"})
    assert "/feeds/engagements.atom?region=oceania" in saved.text
    client.post(f"/watches/{app.state.accounts.watches()[1].id}", data={"csrf": csrf})
    for wrong, words in (
        ({"name": ""}, "needs a name"), ({"query": "status=nonsense"}, "must be one of"),
        ({"hook": "file:///etc/passwd"}, "must be an http"), ({"mail": "nobody"}, "mail address cannot be read"),
        ({"mail": "a@b.example\r\nBcc: c@d.example"}, "mail address cannot be read"),
    ):  # fmt: skip
        answer = client.post("/watches", data={**fields, **wrong})
        assert (answer.status_code, words in answer.text) == (422, True), wrong
    [watch] = app.state.accounts.watches()
    assert "You have none" in client.post(f"/watches/{watch.id}", data={"csrf": csrf}).text
