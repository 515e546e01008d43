"""The application: routes, the headers every answer bears, and pages for what goes wrong."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import quote

from anyio import to_thread
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from legation._version import VERSION
from legation.errors import CalendarError, UsageError
from legation.ports import Clock
from legation.store import Store
from legation.store.accounts import open_accounts
from legation.web import account, api, corrections, feeds, notes, notes_api, pages, urls, watches
from legation.web.desk import Desk
from legation.web.kept import Edition, KeptPages, PageCache, Shelf
from legation.web.limits import BodyLimit
from legation.web.policy import HEADERS, HeadAsGet, Headers
from legation.web.readers import FindReader, Readers, local_address, session_cookie
from legation.web.settings import DeskSettings
from legation.web.site import STATIC, Site

_PROBLEMS = {
    400: ("That question cannot be answered", "Something in the address is not as it should be."),
    401: ("Please log in", "This needs an account."),
    403: ("Not allowed", "Your account may not do this."),
    404: ("Nothing here", "There is no such page. Perhaps it was merged into another, or the address has a slip."),
    405: ("Not that way", "This address does not take that kind of request."),
    413: ("Too much at once", "What was sent is larger than this desk takes."),
    422: ("That question cannot be answered", "Something in the address is not as it should be."),
    429: ("Too many tries", "Please wait a little before you try again."),
    500: ("Something broke", "That is a fault of ours. It has been logged."),
    503: ("The calendar is out of reach", "The calendar does not answer. Please try again in a moment."),
}  # fmt: skip


_log = logging.getLogger("legation.web")
# Threads that answer at a time. The interpreter runs one at once, so more only wait in each other's way, and each may
# hold a database connection with a cache of its own.
_THREADS = 4


@asynccontextmanager
async def _few_threads(app: FastAPI) -> AsyncIterator[None]:
    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    yield


def create_app(store: Store, clock: Clock, settings: DeskSettings | None = None) -> FastAPI:
    """The desk for a calendar. Reads only, unless ``settings.desk`` names a database for accounts.

    Raises CalendarError where that database cannot be used.
    """
    desk = Desk(store=store, clock=clock, settings=settings or DeskSettings())
    site = Site(desk)
    app = FastAPI(
        title="Legation",
        version=VERSION,
        summary="The diplomatic calendar that the press implies",
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{urls.API}/openapi.json",
        lifespan=_few_threads,
        # Starlette would redirect to whatever the Host header says; see _without_slash.
        redirect_slashes=False,
    )
    app.state.site = site
    # Feeds first: /engagements/{id}.ics is also an /engagements/{id}.
    app.include_router(feeds.routes(site))
    app.include_router(pages.routes(site))
    app.include_router(api.routes(site))
    if desk.settings.desk is not None:
        _add_accounts(app, site, desk.settings.desk)
    app.mount(urls.STATIC, StaticFiles(directory=STATIC), name="static")
    _add_problems(app, site)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(BodyLimit, most=desk.settings.largest_body)
    folder = desk.settings.shelf
    shelf = Shelf(Path(folder), desk.settings.cache_bytes) if folder is not None else None
    app.add_middleware(
        KeptPages,
        cache=PageCache(desk.settings.cache_bytes, shelf),
        edition=Edition(site.edition, desk.settings.edition_seconds),
        session_cookie=session_cookie(desk.settings),
    )
    app.add_middleware(HeadAsGet)
    app.add_middleware(Headers)
    return app


def _add_accounts(app: FastAPI, site: Site, address: str) -> None:
    """Accounts, notes and watch lists, and the courier that carries their news."""
    accounts = open_accounts(address)
    readers = Readers(site.desk, accounts)
    app.state.accounts = accounts
    site.notes_edition = accounts.notes_edition
    for room in (account, corrections, notes, notes_api, watches):
        app.include_router(room.routes(site, readers))
    app.add_middleware(FindReader, readers=readers)


def _add_problems(app: FastAPI, site: Site) -> None:
    def problem(request: Request, status: int, detail: str | None, headers: dict[str, str] | None = None) -> Response:
        title, explanation = _PROBLEMS.get(status, _PROBLEMS[500 if status >= 500 else 400])
        if request.url.path.startswith((urls.API, "/feeds")):
            body = {"error": {"status": status, "title": title, "detail": detail or explanation}}
            return JSONResponse(body, status_code=status, headers=headers)
        context = {"title": title, "explanation": explanation, "detail": detail, "status": status}
        answer = site.plain(request, "error.html", context, status=status)
        answer.headers.update(headers or {})
        return answer

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        if error.status_code == 404 and (there := _without_slash(request)) is not None:
            return RedirectResponse(there, status_code=308)
        detail = error.detail if isinstance(error.detail, str) and error.detail != _phrase(error.status_code) else None
        return problem(request, error.status_code, detail, dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    async def validation(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0] if error.errors() else {}
        where = ".".join(str(p) for p in first.get("loc", ())[1:])
        return problem(request, 422, f"{where}: {first.get('msg', 'is wrong')}")

    @app.exception_handler(UsageError)
    async def usage(request: Request, error: UsageError) -> Response:
        return problem(request, 400, str(error))

    @app.exception_handler(CalendarError)
    async def unreachable(request: Request, error: CalendarError) -> Response:
        # The reader need not know where the calendar is kept; the log says it.
        _log.warning("%s", error)
        return problem(request, 503, None, {"Retry-After": "10"})

    @app.exception_handler(Exception)
    async def fault(request: Request, error: Exception) -> Response:
        answer = problem(request, 500, None)
        # Starlette's outermost error handler stands outside our middleware.
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        return answer


def _without_slash(request: Request) -> str | None:
    """Where an address with a slash too many leads, as a path of this site and of no other."""
    path: str = request.scope["path"]
    shorter = path.rstrip("/")
    if request.method != "GET" or shorter == path or not local_address(shorter, ""):
        return None
    return f"{quote(shorter)}?{request.url.query}" if request.url.query else quote(shorter)


def _phrase(status: int) -> str:
    from http import HTTPStatus

    return HTTPStatus(status).phrase
