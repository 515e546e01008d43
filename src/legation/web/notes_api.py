"""Notes over the API: read by anybody, written with an API token."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Path
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request

from legation.records import Entry
from legation.store.accounts import Note, NoteStatus, User
from legation.web import urls
from legation.web.api import ERRORS
from legation.web.models import Problem
from legation.web.notes import checked
from legation.web.readers import Form, Readers
from legation.web.site import Site

Id = Annotated[str, Path(description="An engagement's identifier", max_length=100)]


class NewNote(BaseModel):
    """A note as the API takes it: Markdown, and the note it replies to."""

    name: str = Field(description="Stands under the note")
    text: str = Field(description="Markdown")
    reply: str | None = Field(default=None, description="The identifier of the note it replies to")


def routes(site: Site, readers: Readers) -> APIRouter:
    router = APIRouter(prefix=urls.API, responses={**ERRORS, 401: {"model": Problem}, 429: {"model": Problem}})
    desk, accounts = site.desk, readers.accounts

    @router.get("/engagements/{id}/notes", summary="Its approved notes, oldest first")
    def notes(id: Id) -> dict[str, list[dict[str, Any]]]:
        return {"notes": [_plain(n) for n in accounts.notes(_entry(site, id).id)]}

    @router.post("/engagements/{id}/notes", status_code=201, summary="Add a note (needs an API token)")
    def add(request: Request, id: Id, sent: NewNote) -> dict[str, Any]:
        """Send ``Authorization: Bearer lgt_...``. A reader's note is held, an editor's shown."""
        who = _bearer(readers, request)
        found = _entry(site, id)
        form = Form({"name": sent.name, "text": sent.text})
        problems = checked(form)
        if problems:
            raise HTTPException(422, " ".join(problems.values()))
        if not readers.notes_often.allows(who.id):
            raise HTTPException(429)
        status: NoteStatus = "approved" if who.may("editor") else "held"
        added = accounts.add_note(
            found.id, who, form.text("name"), form.text("text"), parent=sent.reply, status=status, now=desk.now()
        )
        return _plain(added)

    return router


def _entry(site: Site, name: str) -> Entry:
    found = site.desk.store.entry(name, today=site.desk.today()) if name.isprintable() else None
    if found is None:
        raise HTTPException(404, f"{name[:80]}: no such engagement")
    return found


def _plain(note: Note) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(note)
    del found["user"]
    return found


def _bearer(readers: Readers, request: Request) -> User:
    """The account behind an API token. A session's cookie does not count here: another site could send it."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    who = readers.accounts.bearer(token.strip()) if scheme.lower() == "bearer" and token else None
    if who is None:
        raise HTTPException(401, "an API token is needed", {"WWW-Authenticate": "Bearer"})
    return who
