"""Who is asking: the account behind a session cookie or an API token, and what it may do.

Every change needs proof that it was meant: a session's own CSRF token in the form, or an API token in a header that no
other site can make a browser send.
"""

from __future__ import annotations

import secrets
from urllib.parse import parse_qs

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from legation.store.accounts import Accounts, Role, Session, User
from legation.web.desk import Desk
from legation.web.limits import RateLimit, shared_count
from legation.web.settings import DeskSettings

_MOST_FIELDS = 40


class Form(msgspec.Struct, frozen=True):
    """The fields of a sent form, each with its first value."""

    fields: dict[str, str]

    def text(self, name: str) -> str:
        return self.fields.get(name, "").strip()


class Readers:
    """Sessions and their cookie."""

    def __init__(self, desk: Desk, accounts: Accounts) -> None:
        self.desk = desk
        self.accounts = accounts
        self.cookie = session_cookie(desk.settings)
        # Notes of one account, written here or sent to the API.
        self.notes_often = RateLimit(20, 600, shared=shared_count(desk.settings.shelf, "notes"))

    def session(self, token: str) -> Session | None:
        return self.accounts.session(token, now=self.desk.now())

    def begin(self, response: Response, who: User, *, old: str | None) -> None:
        """Logs in: always with a new secret, so that one planted beforehand is worth nothing."""
        if old:
            self.accounts.end_session(old)
        hours = self.desk.settings.session_hours
        token = self.accounts.begin_session(who, now=self.desk.now(), hours=hours)
        response.set_cookie(
            self.cookie, token, max_age=hours * 3600, httponly=True, samesite="lax", path="/",
            secure=self.desk.settings.is_https,
        )  # fmt: skip

    def end(self, response: Response, token: str | None) -> None:
        if token:
            self.accounts.end_session(token)
        response.delete_cookie(self.cookie, path="/", httponly=True, secure=self.desk.settings.is_https)


def session_cookie(settings: DeskSettings) -> str:
    """The name of the session's cookie. The prefix makes browsers refuse it from anywhere but this very host, over
    HTTPS."""
    return "__Host-legation" if settings.is_https else "legation"


class FindReader:
    """ASGI middleware that finds the account behind each request, before any route runs."""

    def __init__(self, app: ASGIApp, readers: Readers) -> None:
        self.app = app
        self.readers = readers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            request = Request(scope)
            token = request.cookies.get(self.readers.cookie)
            found = await run_in_threadpool(self.readers.session, token) if token else None
            if found is not None:
                request.state.reader, request.state.csrf = found.user, found.csrf
        await self.app(scope, receive, send)


async def form_of(request: Request) -> Form:
    """The form that a page sent. 415 for anything that is not a plain form."""
    media = request.headers.get("content-type", "").partition(";")[0].strip()
    if media != "application/x-www-form-urlencoded":
        raise HTTPException(415, "a form is sent as application/x-www-form-urlencoded")
    try:
        sent = parse_qs((await request.body()).decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except (UnicodeDecodeError, ValueError):
        raise HTTPException(400, "the form cannot be read") from None
    return Form({name: values[0] for name, values in sent.items()})


def reader_of(request: Request, role: Role = "reader") -> User:
    """The account that is asking; 401 where nobody is logged in, 403 where the role is not enough."""
    found: User | None = getattr(request.state, "reader", None)
    if found is None:
        raise HTTPException(401)
    if not found.may(role):
        raise HTTPException(403)
    return found


def check_form(request: Request, form: Form) -> None:
    """That the form comes from a page of ours, given to this very session; 403 otherwise."""
    check_origin(request)
    expected = getattr(request.state, "csrf", "")
    if not expected or not secrets.compare_digest(form.text("csrf"), expected):
        raise HTTPException(403, "This form has grown old. Go back, load the page anew and send it again.")


def check_origin(request: Request) -> None:
    """That no other site sent this. Browsers say who did; 403 where it was somebody else."""
    site = request.headers.get("sec-fetch-site")
    if site not in (None, "same-origin", "none"):
        raise HTTPException(403, "This came from another site.")
    origin = request.headers.get("origin")
    if origin is not None and origin.partition("://")[2] != request.headers.get("host"):
        raise HTTPException(403, "This came from another site.")


def local_address(given: str, otherwise: str) -> str:
    """``given`` if it is a path of this site, so that nobody is sent elsewhere after logging in."""
    is_path = given.startswith("/") and not given.startswith("//")
    return given if is_path and given.isprintable() and "\\" not in given else otherwise
