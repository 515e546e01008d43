"""The JSON API, version 1. The same objects as in JSON lines; pages are continued by cursor."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Path, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation.publish import jsonld, ninjs
from legation.publish.plain import entry_object, revision_object
from legation.records import Claim, Entry, StoredPage
from legation.rules.regions import regions
from legation.web import models, urls
from legation.web.conditional import answer
from legation.web.filters import KINDS, STANDINGS, parse
from legation.web.listing import cursor_of, part
from legation.web.site import Site

_MOST = 200
# A database counts rows in 64 bits; nobody reads that far.
_FARTHEST = 1_000_000
ERRORS: dict[int | str, dict[str, Any]] = {
    400: {"model": models.Problem, "description": "A condition or cursor is wrong"},
    404: {"model": models.Problem, "description": "There is no such thing"},
    422: {"model": models.Problem, "description": "A parameter has the wrong form"},
    503: {"model": models.Problem, "description": "The calendar is out of reach"},
}

Id = Annotated[str, Path(description="An engagement's identifier, a former one, or an unambiguous beginning")]
Limit = Annotated[int, Query(ge=1, le=_MOST, description="How many at most")]
Offset = Annotated[int, Query(ge=0, le=_FARTHEST, description="How many to pass over")]
After = Annotated[str | None, Query(max_length=300, description="The `next` of the part before")]


def _filter(
    country: Annotated[list[str], Query(description="ISO 3166-1 alpha-2 code or a body; all must take part")] = [],  # noqa: B006
    region: Annotated[list[str], Query(description=f"One of {', '.join(regions())}; all must take part")] = [],  # noqa: B006
    person: Annotated[list[str], Query(description="Part of a participant's name")] = [],  # noqa: B006
    status: Annotated[list[str], Query(description=f"One of {', '.join(STANDINGS)}")] = [],  # noqa: B006
    kind: Annotated[list[str], Query(description=f"One of {', '.join(KINDS)}")] = [],  # noqa: B006
    since: Annotated[str | None, Query(description="Days from this one on, as 2031-05-20")] = None,
    until: Annotated[str | None, Query(description="Days up to this one")] = None,
    undated: Annotated[str | None, Query(description="`yes`: only those without a date; `no`: only with one")] = None,
    changed_since: Annotated[str | None, Query(description="Changed after this moment, ISO 8601")] = None,
    q: Annotated[str | None, Query(description="Words that a page or the participants must hold")] = None,
) -> None:
    """Only documents the parameters: ``filters.parse`` reads them, with the same words for pages, feeds and API."""


def routes(site: Site) -> APIRouter:
    router = APIRouter(prefix=urls.API, responses=ERRORS)
    _engagements(router, site)
    _pages(router, site)
    return router


def _engagements(router: APIRouter, site: Site) -> None:
    desk = site.desk

    documented = [Depends(_filter)]

    @router.get(
        "/engagements", response_model=models.EngagementList, summary="Engagements by date", dependencies=documented
    )
    def engagements(request: Request, limit: Limit = 50, after: After = None) -> Response:
        wanted, place = parse(request.query_params), cursor_of(after)

        def build() -> bytes:
            entries, following = part(desk, wanted, place, limit)
            objects = [entry_object(d, desk.words) for d in desk.dossiers(entries)]
            return msgspec.json.encode({"engagements": objects, "next": following})

        return answer(request, desk, build, media="application/json")

    @router.get("/engagements/{id}", response_model=models.Engagement, summary="One engagement")
    def engagement(request: Request, id: Id) -> Response:
        return _one(site, request, id, lambda e: entry_object(desk.full_dossier(e), desk.words))

    @router.get("/engagements/{id}/revisions", response_model=models.Revisions, summary="Its history, oldest first")
    def revisions(request: Request, id: Id) -> Response:
        return _one(
            site, request, id, lambda e: {"revisions": [revision_object(r) for r in desk.store.revisions(e.id)]}
        )

    @router.get("/engagements/{id}/claims", response_model=models.Claims, summary="Every claim about it")
    def claims(request: Request, id: Id) -> Response:
        return _one(site, request, id, lambda e: {"claims": [_claim(c) for c in desk.store.claims(e.id)]})

    @router.get("/engagements/{id}/jsonld", response_model=dict[str, Any], summary="As a schema.org Event")
    def as_jsonld(request: Request, id: Id) -> Response:
        return _one(site, request, id, lambda e: jsonld.event(desk.full_dossier(e), desk.words), urls.FORMS["jsonld"])

    @router.get("/engagements/{id}/ninjs", response_model=dict[str, Any], summary="As an IPTC ninjs 3.1 event")
    def as_ninjs(request: Request, id: Id) -> Response:
        return _one(site, request, id, lambda e: ninjs.item(desk.full_dossier(e), desk.words))


def _one(site: Site, request: Request, name: str, show: Any, media: str = "application/json") -> Response:
    entry: Entry | None = site.desk.store.entry(name, today=site.desk.today()) if name.isprintable() else None
    if entry is None:
        raise HTTPException(404, f"{name[:80]}: no such engagement")
    return answer(request, site.desk, lambda: msgspec.json.encode(show(entry)), media=media)


def _pages(router: APIRouter, site: Site) -> None:
    desk = site.desk

    @router.get("/pages", response_model=models.Pages, summary="Pages, newest first, without their texts")
    def pages(
        request: Request,
        limit: Limit = 50,
        offset: Offset = 0,
        q: Annotated[str | None, Query(max_length=200, description="Words that the page must hold")] = None,
        engagement: Annotated[str | None, Query(max_length=200, description="Only pages that tell of it")] = None,
    ) -> Response:
        def build() -> bytes:
            found = desk.store.pages(entry=engagement, text=q or None, limit=limit, offset=offset)
            return msgspec.json.encode({"pages": [_page(p) for p in found]})

        return answer(request, desk, build, media="application/json")

    @router.get("/pages/{id}", response_model=models.Page, summary="One page with its text")
    def page(request: Request, id: str) -> Response:
        found = desk.store.page(id) if id.isprintable() else None
        if found is None:
            raise HTTPException(404, f"{id[:80]}: no such page")
        shown = found
        return answer(
            request,
            desk,
            lambda: msgspec.json.encode(_page(shown) | {"text": shown.text}),
            media="application/json",
        )

    @router.get("/pages/{id}/claims", response_model=models.Claims, summary="Every claim that a page makes")
    def page_claims(request: Request, id: str) -> Response:
        if not id.isprintable() or desk.store.page(id) is None:
            raise HTTPException(404, f"{id[:80]}: no such page")
        return answer(
            request,
            desk,
            lambda: msgspec.json.encode({"claims": [_claim(c) for c in desk.store.page_claims(id)]}),
            media="application/json",
        )

    @router.get("/statements", response_model=models.Statements, summary="Who said what, newest first")
    def statements(
        request: Request,
        limit: Limit = 50,
        offset: Offset = 0,
        country: Annotated[str | None, Query(max_length=60, description="The speaker's country or body")] = None,
        speaker: Annotated[str | None, Query(max_length=200, description="The speaker's exact name")] = None,
        page: Annotated[str | None, Query(max_length=200, description="Only those of this page")] = None,
    ) -> Response:
        def build() -> bytes:
            found = desk.store.statements(country=country, speaker=speaker, page=page, limit=limit, offset=offset)
            return msgspec.json.encode({"statements": msgspec.to_builtins(found)})

        return answer(request, desk, build, media="application/json")


def _claim(claim: Claim) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(claim)
    return found


def _page(page: StoredPage) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(page)
    del found["text"]
    return found
