"""Everything to subscribe to: any filter, and any one engagement, in every form."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation.publish import atom, ics, jsonld, ninjs, polecat, table
from legation.publish.dossier import Dossier, Source
from legation.publish.plain import entry_object, revision_object
from legation.publish.words import title_of
from legation.records import Entry, Filter, Revision
from legation.rules.regions import regions
from legation.store import overview
from legation.web import urls
from legation.web.conditional import answer, own_path
from legation.web.desk import Desk
from legation.web.filters import parse
from legation.web.site import Site

# Forms for analysis hold a whole filter; forms to subscribe to hold what a calendar program can bear.
_EXPORTS = ("jsonl", "csv", "parquet", "tsv")
_CHANGES = 60


def routes(site: Site) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    desk = site.desk

    @router.get("/feeds/engagements.{form}")
    def feed(request: Request, form: str) -> Response:
        wanted = parse(request.query_params)
        as_todo = request.query_params.get("undated_as") == "todo"
        return _answer(site, request, form, lambda: filter_feed(desk, form, wanted, request, as_todo=as_todo))

    @router.get("/engagements/{entry}.{form}")
    def engagement_feed(request: Request, entry: str, form: str) -> Response:
        if form not in urls.FORMS:
            raise HTTPException(404)
        found = desk.store.entry(entry, today=desk.today())
        if found is None:
            raise HTTPException(404)
        return _answer(site, request, form, lambda: one_feed(desk, form, found, request))

    return router


def _answer(site: Site, request: Request, form: str, build: Callable[[], bytes]) -> Response:
    if form not in urls.FORMS:
        raise HTTPException(404)
    headers = {}
    if form in _EXPORTS:
        headers["Content-Disposition"] = f'attachment; filename="legation.{form}"'
    if form == "atom" and site.desk.settings.hub:
        headers["Link"] = f'<{site.desk.settings.hub}>; rel="hub", <{_own_address(site.desk, request)}>; rel="self"'
    return answer(request, site.desk, build, media=urls.FORMS[form], headers=headers)


def _own_address(desk: Desk, request: Request) -> str:
    return desk.absolute(own_path(request))


def filter_feed(desk: Desk, form: str, wanted: Filter, request: Request, *, as_todo: bool = False) -> bytes:
    """All engagements of a filter in one form."""
    if form == "atom":
        return changes_feed(desk, wanted, _own_address(desk, request))
    is_whole = form in _EXPORTS
    found = desk.every(wanted, most=desk.settings.most_in_export) if is_whole else desk.current(wanted)
    name, page = describe(wanted, desk), desk.absolute(urls.listing(wanted))
    return _formed(desk, form, found, name, _own_address(desk, request), page, as_todo=as_todo)


def one_feed(desk: Desk, form: str, entry: Entry, request: Request) -> bytes:
    """One engagement, with its history and all its sources, in one form."""
    dossier = desk.full_dossier(entry)
    name = title_of(entry, desk.words)
    own, page = _own_address(desk, request), desk.absolute(urls.engagement(entry.id))
    if form == "atom":
        happenings = _happenings(desk, list(reversed(dossier.revisions))[:_CHANGES], {entry.id: dossier})
        return _atom(desk, happenings, f"urn:legation:feed:{entry.id}", name, own, page)
    if form == "json":
        found = entry_object(dossier, desk.words)
        return msgspec.json.encode(found | {"revisions": [revision_object(r) for r in dossier.revisions]})
    if form == "jsonld":
        return msgspec.json.encode(jsonld.event(dossier, desk.words))
    if form == "ninjs":
        return msgspec.json.encode(ninjs.item(dossier, desk.words))
    return _formed(desk, form, [dossier], name, own, page, as_todo=True)


def _formed(
    desk: Desk, form: str, dossiers: Iterable[Dossier], name: str, own: str, page: str, *, as_todo: bool
) -> bytes:
    words = desk.words
    if form == "ics":
        head = ics.CalendarHead(
            name=f"{desk.settings.title}: {name}", address=own, page=page, stamp=desk.midnight(),
            updated=desk.version().updated,
        )  # fmt: skip
        return ics.joined(head, (desk.component(d, head.stamp, as_todo) for d in dossiers))
    if form == "json":
        return msgspec.json.encode({"engagements": [entry_object(d, words) for d in dossiers]})
    if form == "jsonld":
        return msgspec.json.encode(jsonld.graph(dossiers, words))
    if form == "ninjs":
        return msgspec.json.encode(ninjs.items(dossiers, words))
    if form == "parquet":
        return table.parquet(dossiers, words)
    rows = {
        "csv": lambda: table.csv_rows(dossiers, words),
        "jsonl": lambda: table.json_lines(dossiers, words),
        "tsv": lambda: polecat.rows(dossiers),
    }
    return b"".join(rows[form]())


def changes_feed(desk: Desk, wanted: Filter, own: str) -> bytes:
    """The latest changes among the engagements of a filter, as Atom."""
    revisions = overview.changes(desk.store, wanted, today=desk.today(), limit=_CHANGES)
    entries = overview.entries_named(desk.store, [r.entry for r in revisions], today=desk.today())
    known = {name: desk.dossier(entry) for name, entry in entries.items()}
    identity = urls.feed("atom", wanted)
    happenings = _happenings(desk, revisions, known)
    page = desk.absolute(urls.listing(wanted))
    return _atom(desk, happenings, f"urn:legation:feed:{identity}", describe(wanted, desk), own, page)


def _happenings(desk: Desk, revisions: list[Revision], known: dict[str, Dossier]) -> list[atom.Happening]:
    claims = overview.claims_named(desk.store, [name for r in revisions for name in r.claims])
    pages = overview.outlets(desk.store, [claim.page for claim in claims.values()])
    found = []
    for revision in revisions:
        if revision.entry not in known:
            continue
        own = tuple(claims[name] for name in revision.claims if name in claims)
        sources = {
            c.page: Source(page=c.page, url=pages[c.page].url, outlet=pages[c.page].site, title=pages[c.page].title)
            for c in own
            if c.page in pages
        }
        dossier = msgspec.structs.replace(known[revision.entry], sources=tuple(sources.values()))
        found.append(atom.Happening(dossier=dossier, revision=revision, claims=own))
    return found


def _atom(desk: Desk, happenings: list[atom.Happening], identity: str, name: str, own: str, page: str) -> bytes:
    newest = atom.happened(happenings[0].revision) if happenings else desk.midnight()
    head = atom.FeedHead(
        id=identity, title=f"{desk.settings.title}: {name}", address=own, page=page, updated=newest,
        hub=desk.settings.hub,
    )  # fmt: skip
    return atom.feed(head, happenings, desk.words)


def describe(wanted: Filter, desk: Desk) -> str:
    """A filter in a few words, as the name of its feed."""
    from legation.publish.words import country_name

    words = desk.words
    places = [country_name(c) for c in wanted.countries] + [regions()[r].name for r in wanted.regions]
    parts = [" and ".join(places), ", ".join(wanted.people)]
    parts.append(", ".join(words.statuses[s].lower() for s in wanted.statuses))
    parts.append(", ".join(words.kinds[k].lower() for k in wanted.kinds))
    if wanted.since or wanted.until:
        parts.append(f"{wanted.since or '…'} to {wanted.until or '…'}")
    if wanted.text:
        parts.append(f"“{wanted.text}”")
    return "; ".join(p for p in parts if p) or "All engagements"
