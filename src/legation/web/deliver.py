"""News of watch lists on their ways: signed webhooks and mail, tried again with patience, laid aside at last.

A delivery is written down before it is tried, together with the moment up to which its watch list has been told, so
that a crash neither loses news nor tells it twice. (A receiver that took a webhook and did not say so gets it again,
under the same identifier.)
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import smtplib
import ssl
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import parse_qsl

import httpx
import msgspec
from starlette.datastructures import QueryParams

from legation._version import VERSION
from legation.errors import LegationError, SourceError, UsageError
from legation.fetch._http import _GuardedTransport
from legation.publish.atom import change_words, happened
from legation.publish.words import title_of
from legation.records import Filter, Revision
from legation.store import overview
from legation.store.accounts import Accounts, Delivery, Watch
from legation.web import urls
from legation.web.desk import Desk
from legation.web.filters import parse
from legation.web.settings import DeskSettings, MailServer

# After the first try: minutes until the next. Then it is laid aside as dead.
PATIENCE = (1, 5, 30, 120, 720)
_MOST_CHANGES = 100
_SECONDS = 10.0

_log = logging.getLogger("legation.web")
Send = Callable[[Watch, Delivery], None]


def filter_of(watch: Watch) -> Filter:
    """The saved filter. Raises UsageError where it no longer means anything."""
    return parse(QueryParams(parse_qsl(watch.query)))


def gather(desk: Desk, accounts: Accounts) -> int:
    """Writes down what every watch list has not been told yet; how many lists have news."""
    count = 0
    for watch in accounts.watches():
        ways = [way for way, target in (("hook", watch.hook), ("mail", watch.mail)) if target]
        try:
            wanted = filter_of(watch)
        except UsageError:
            continue
        revisions = overview.changes(
            desk.store, wanted, today=desk.today(), since=watch.told, limit=_MOST_CHANGES
        ) if ways else []  # fmt: skip
        if not revisions:
            continue
        news = _news(desk, watch, wanted, list(reversed(revisions)))
        bodies = {"hook": msgspec.json.encode(news).decode(), "mail": _letter(news)}
        told = max(happened(r) for r in revisions)
        accounts.tell(watch, {way: bodies[way] for way in ways}, told=told, now=desk.now())
        count += 1
    return count


def send_due(desk: Desk, accounts: Accounts, senders: dict[str, Send]) -> int:
    """Tries every delivery whose time has come; how many arrived."""
    arrived = 0
    for delivery, watch in accounts.due(now=desk.now()):
        tries = delivery.tries + 1
        try:
            senders[delivery.way](watch, delivery)
        except (LegationError, httpx.HTTPError, OSError, smtplib.SMTPException, ValueError) as error:
            is_dead = tries > len(PATIENCE)
            wait = timedelta(minutes=PATIENCE[min(tries, len(PATIENCE)) - 1])
            problem = f"{type(error).__name__}: {error}"[:300]
            status = "dead" if is_dead else "waiting"
            accounts.settle(delivery, status=status, tries=tries, due=desk.now() + wait, problem=problem)
        else:
            accounts.settle(delivery, status="done", tries=tries, due=desk.now(), problem=None)
            arrived += 1
    return arrived


def signature(secret: str, moment: str, body: str) -> str:
    """What proves a webhook ours: HMAC-SHA256 of ``moment.body`` under the watch list's secret, in hexadecimal."""
    return hmac.new(secret.encode(), f"{moment}.{body}".encode(), hashlib.sha256).hexdigest()


def hook_sender(settings: DeskSettings, now: Callable[[], datetime]) -> Send:
    """Posts JSON to a watch list's address: public ones only, no redirects, ten seconds."""

    def send(watch: Watch, delivery: Delivery) -> None:
        address = checked_hook(watch.hook or "")
        moment = str(int(now().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"Legation/{VERSION}",
            "X-Legation-Delivery": delivery.id,
            "X-Legation-Time": moment,
            "X-Legation-Signature": f"sha256={signature(watch.secret, moment, delivery.body)}",
        }
        transport = _GuardedTransport(allows_private=settings.allow_private_hooks)
        with httpx.Client(transport=transport, timeout=_SECONDS, follow_redirects=False, trust_env=False) as client:
            answer = client.post(address, content=delivery.body.encode(), headers=headers)
        if not answer.is_success:
            raise SourceError(address, f"answered {answer.status_code}")

    return send


def checked_hook(address: str) -> str:
    """A webhook's address; UsageError where it is none that may be called."""
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, TypeError):
        raise UsageError("the webhook must be an http or https address") from None
    if url.scheme not in ("http", "https") or not url.host or url.userinfo or not address.isprintable():
        raise UsageError("the webhook must be an http or https address, without a name or password in it")
    return address


def mail_sender(settings: DeskSettings, now: Callable[[], datetime]) -> Send:
    """Sends plain mail through the desk's SMTP server."""

    def send(watch: Watch, delivery: Delivery) -> None:
        if settings.smtp is None:
            raise UsageError("no SMTP server is set (serve --smtp HOST)")
        message = EmailMessage()
        message["From"], message["To"] = settings.mail_from, watch.mail or ""
        message["Subject"] = f"{settings.title}: {watch.name}"
        message["Date"] = format_datetime(now())
        message["Auto-Submitted"] = "auto-generated"
        message["Message-ID"] = f"<{delivery.id}@{settings.mail_from.rpartition('@')[2]}>"
        message.set_content(delivery.body)
        with _connected(settings.smtp) as server:
            server.send_message(message)

    return send


def _connected(mail: MailServer) -> smtplib.SMTP:
    """A connection to the mail server, secured and logged in as it is set."""
    secure = ssl.create_default_context()
    if mail.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(mail.host, mail.port, timeout=_SECONDS, context=secure)
    else:
        server = smtplib.SMTP(mail.host, mail.port, timeout=_SECONDS)
    if mail.security == "starttls":
        server.starttls(context=secure)
    if mail.user is not None:
        server.login(mail.user, mail.password or "")
    return server


class Courier(threading.Thread):
    """Gathers and sends once a minute while the desk is served. Trouble is written down, never raised."""

    def __init__(self, desk: Desk, accounts: Accounts, *, seconds: float = 60.0) -> None:
        super().__init__(name="courier", daemon=True)
        self._desk, self._accounts, self._seconds = desk, accounts, seconds
        self._stop_asked = threading.Event()
        self._senders = {"hook": hook_sender(desk.settings, desk.now), "mail": mail_sender(desk.settings, desk.now)}

    def run(self) -> None:
        while not self._stop_asked.wait(self._seconds):
            try:
                gather(self._desk, self._accounts)
                send_due(self._desk, self._accounts, self._senders)
            except LegationError as error:
                # The calendar or the desk's database is away; everything is still written down for the next round.
                _log.warning("the courier waits: %s", error)
            except Exception:  # a fault of ours must not end all deliveries
                _log.exception("the courier stumbled")

    def stop(self) -> None:
        self._stop_asked.set()


def _news(desk: Desk, watch: Watch, wanted: Filter, revisions: list[Revision]) -> dict[str, object]:
    changes = []
    for revision in revisions:
        entry = desk.store.entry(revision.entry, today=desk.today())
        if entry is None:
            continue
        changes.append(
            {
                "engagement": entry.id,
                "title": title_of(entry, desk.words),
                "url": desk.absolute(urls.engagement(entry.id)),
                "status": revision.state.status,
                "said_on": revision.said_on.isoformat(),
                "learned": happened(revision).isoformat(),
                "changes": [change_words(c, desk.words) for c in revision.changes],
            }
        )
    return {"watch": watch.name, "list": desk.absolute(urls.listing(wanted)), "changes": changes}


def _letter(news: dict[str, object]) -> str:
    lines = [f"What changed on “{news['watch']}”", f"{news['list']}", ""]
    changes = news["changes"]
    assert isinstance(changes, list)
    for change in changes:
        lines += [change["title"], *(f"  {line}" for line in change["changes"]), f"  {change['url']}", ""]
    return "\n".join(lines)
