"""Corrections by editors: two engagements are one, a report belongs elsewhere, a field is something else.

Each is kept as a person's claim with a reason, survives when pages are read again, and can be seen by everybody.
"""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from legation.errors import UsageError
from legation.ledger.corrections import FIELDS
from legation.records import Correction, Entry, Status
from legation.rules.world import world_rules
from legation.store.accounts import User
from legation.web import urls
from legation.web.filters import KINDS
from legation.web.readers import Form, Readers, check_form, form_of, reader_of
from legation.web.site import Site

_LONGEST = 300


def routes(site: Site, readers: Readers) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    desk = site.desk

    def show(request: Request, entry: Entry, form: dict[str, str], problem: str = "", status: int = 200) -> Response:
        context = {
            "card": site.presenter(request).card(entry),
            "matches": desk.store.matches(entry.id)[:50],
            "corrections": desk.store.corrections(entry.id),
            "fields": FIELDS,
            "form": form,
            "problem": problem,
        }
        return site.plain(request, "corrections.html", context, status=status)

    def entry_of(name: str) -> Entry:
        found = desk.store.entry(name, today=desk.today())
        if found is None:
            raise HTTPException(404)
        return found

    @router.get(urls.CORRECTIONS)
    def corrections(request: Request, entry: str) -> Response:
        reader_of(request, "editor")
        return show(request, entry_of(entry), {})

    @router.post(urls.CORRECTIONS)
    async def correct(request: Request, entry: str) -> Response:
        form = await form_of(request)
        who = reader_of(request, "editor")
        check_form(request, form)
        found = await run_in_threadpool(entry_of, entry)
        try:
            wanted = correction_of(form, found, who, said_on=desk.today())
            await run_in_threadpool(desk.store.correct, wanted, desk.now())
        except UsageError as error:
            return await run_in_threadpool(show, request, found, form.fields, str(error), 422)
        log = f"{wanted.kind} {wanted.other or wanted.field or ''}: {wanted.reason}"
        await run_in_threadpool(
            lambda: readers.accounts.note_down(who.login, "correction", found.id, log, now=desk.now())
        )
        after = await run_in_threadpool(entry_of, found.id)
        return RedirectResponse(urls.corrections(after.id), status_code=303)

    return router


def correction_of(form: Form, entry: Entry, who: User, *, said_on: object) -> Correction:
    """The correction that a form asks for. Raises UsageError with what is missing."""
    texts = {name: form.text(name) for name in ("do", "report", "other", "field", "value", "reason")}
    if any(len(v) > _LONGEST or not v.isprintable() for v in texts.values()):
        raise UsageError(f"at most {_LONGEST} characters, on one line")
    if not texts["reason"]:
        raise UsageError("please give a reason; it stands beside the correction for good")
    shared = {"person": who.name, "reason": texts["reason"], "said_on": said_on}
    if texts["do"] == "merge":
        return Correction(kind="merge", report=entry.id, other=texts["other"] or None, **shared)  # type: ignore[arg-type]
    if texts["do"] == "split":
        return Correction(kind="split", report=texts["report"], other=entry.id, **shared)  # type: ignore[arg-type]
    if texts["do"] == "set":
        _check_value(texts["field"], texts["value"])
        given = {"field": texts["field"], "value": texts["value"] or None}
        return Correction(kind="set", report=entry.id, **given, **shared)  # type: ignore[arg-type]
    raise UsageError("choose what to do: merge, split or set")


def _check_value(field: str, value: str) -> None:
    """That a value is one that the field can have, so that no engagement ends in a state that nothing can show."""
    if field == "host_country" and value and value not in world_rules().countries:
        raise UsageError(f"{value}: must be a country's code, as NZ")
    allowed = {"status": get_args(Status), "kind": KINDS}.get(field)
    if allowed is not None and value not in allowed:
        raise UsageError(f"{value or field}: must be one of {', '.join(allowed)}")
