"""The pages for readers: one function each, from the calendar to what its template shows."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from legation.web import article, calendar_page, engagement, home, listing, places, urls
from legation.web.conditional import answer
from legation.web.filters import parse
from legation.web.policy import CALENDAR_POLICY
from legation.web.site import Shown, Site


def routes(site: Site) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    desk = site.desk

    @router.get(urls.HOME)
    def show_home(request: Request) -> Response:
        return site.page(request, lambda p: home.home(desk, p))

    @router.get(urls.ABOUT)
    def show_about(request: Request) -> Response:
        return site.page(request, lambda p: Shown("about.html", {}))

    @router.get(urls.CALENDAR)
    def show_calendar(request: Request) -> Response:
        wanted = parse(request.query_params)
        month = calendar_page.month_of(request.query_params.get("month"), desk.today())
        shown = site.page(request, lambda p: calendar_page.calendar(desk, p, month, wanted))
        shown.headers["Content-Security-Policy"] = CALENDAR_POLICY
        return shown

    @router.get("/calendar/events")
    def calendar_events(request: Request) -> Response:
        presenter = site.presenter(request)

        def build() -> bytes:
            return msgspec.json.encode(calendar_page.events(desk, presenter, request.query_params))

        return answer(request, desk, build, media="application/json", language=presenter.locale)

    @router.get(urls.LIST)
    def show_list(request: Request) -> Response:
        wanted = parse(request.query_params)
        after = listing.cursor_of(request.query_params.get("after"))
        layout = request.query_params.get("layout", "")
        return site.page(request, lambda p: listing.listing(desk, p, wanted, after, for_print=layout == "print"))

    @router.get(urls.SEARCH)
    def show_search(request: Request) -> Response:
        wanted = parse(request.query_params)
        after = listing.cursor_of(request.query_params.get("after"))
        return site.page(request, lambda p: listing.search(desk, p, wanted, after))

    @router.get(urls.ENGAGEMENT)
    def show_engagement(request: Request, entry: str) -> Response:
        found = desk.store.entry(entry, today=desk.today())
        if found is None:
            raise HTTPException(404)
        if found.id != entry:
            # A former identifier, or one that was merged: it still leads there.
            return RedirectResponse(urls.engagement(found.id), status_code=301)
        if site.threads is not None and site.notes_mark is not None:
            request.state.notes_mark = site.notes_mark(found.id)
            request.state.notes = site.threads(request, found)
        return site.page(request, lambda p: engagement.engagement(site, p, found, request))

    @router.get(urls.ARTICLE)
    def show_article(request: Request, page: str) -> Response:
        found = desk.store.page(page)
        if found is None:
            raise HTTPException(404)
        return site.page(request, lambda p: article.article(desk, p, found))

    @router.get(urls.SECTIONS)
    def show_sections(request: Request) -> Response:
        return site.page(request, lambda p: places.sections(desk, p))

    @router.get(urls.SECTION)
    def show_section(request: Request, region: str) -> Response:
        return site.page(request, lambda p: places.section(desk, p, region))

    @router.get(urls.COUNTRY)
    def show_country(request: Request, code: str) -> Response:
        if len(code) == 2 and code != code.upper():
            return RedirectResponse(urls.country(code.upper()), status_code=301)
        return site.page(request, lambda p: places.country(desk, p, code))

    @router.get(urls.PAIR)
    def show_pair(request: Request, code: str, other: str) -> Response:
        if urls.pair(code, other) != f"/countries/{code}/{other}":
            return RedirectResponse(urls.pair(code, other), status_code=301)
        return site.page(request, lambda p: places.pair(desk, p, code, other))

    @router.get(urls.PERSON)
    def show_person(request: Request, name: str) -> Response:
        return site.page(request, lambda p: places.person(desk, p, name))

    @router.get("/robots.txt")
    def robots() -> Response:
        return Response("User-agent: *\nDisallow: /search\nDisallow: /account\n", media_type="text/plain")

    return router
