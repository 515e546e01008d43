"""Notes on engagements: written by readers with an account, held or shown, moderated with a log."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import msgspec
import nh3
from fastapi import APIRouter
from markdown_it import MarkdownIt
from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from legation.records import Entry
from legation.store.accounts import Note, NoteStatus, User
from legation.web import engagement, urls
from legation.web.readers import Form, Readers, check_form, form_of, reader_of
from legation.web.site import Site

LONGEST_NAME, LONGEST_TEXT = 80, 8000
_MARKDOWN = MarkdownIt("commonmark", {"html": False, "linkify": False}).disable("image")
_TAGS = {"p", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "br", "hr"}


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A note with its replies, its text made safe."""

    id: str
    name: str
    html: Markup
    created: datetime
    is_held: bool
    replies: tuple[Shown, ...]


class Thread(msgspec.Struct, frozen=True, kw_only=True):
    """The notes of one engagement, and the form to add to them as it was last sent."""

    notes: tuple[Shown, ...]
    count: int
    form: dict[str, str]
    problems: dict[str, str]
    done: str = ""


def safe_html(text: str) -> Markup:
    """Markdown as HTML with nothing in it that could do anything: no raw HTML, scripts, images or odd addresses."""
    html = nh3.clean(
        _MARKDOWN.render(text),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer ugc",
    )
    return Markup(html)


def threaded(notes: Iterable[Note]) -> tuple[Shown, ...]:
    """Notes with their replies beneath them; a reply whose note is gone stands by itself."""
    given = list(notes)
    known = {n.id for n in given}

    def shown(note: Note) -> Shown:
        replies = tuple(shown(n) for n in given if n.parent == note.id)
        return Shown(
            id=note.id, name=note.name, html=safe_html(note.text), created=note.created,
            is_held=note.status == "held", replies=replies,
        )  # fmt: skip

    return tuple(shown(n) for n in given if n.parent is None or n.parent not in known)


def checked(form: Form) -> dict[str, str]:
    """What is wrong with a note, by field, each a clear sentence."""
    problems = {}
    name, text = form.text("name"), form.text("text")
    if not name:
        problems["name"] = "Please give a name to stand under the note."
    elif len(name) > LONGEST_NAME or not name.isprintable():
        problems["name"] = f"A name has at most {LONGEST_NAME} letters, on one line."
    if not text:
        problems["text"] = "Please write something."
    elif len(text) > LONGEST_TEXT:
        problems["text"] = f"A note has at most {LONGEST_TEXT:,} characters; this has {len(text):,}."
    return problems


def routes(site: Site, readers: Readers) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    desk, accounts = site.desk, readers.accounts

    def entry_of(name: str) -> Entry:
        found = desk.store.entry(name, today=desk.today())
        if found is None:
            raise HTTPException(404)
        return found

    def thread(
        request: Request, entry: Entry, form: Form | None = None, problems: dict[str, str] | None = None
    ) -> Thread:
        who: User | None = getattr(request.state, "reader", None)
        notes = accounts.notes(entry.id, everything=who is not None and who.may("editor"))
        done = request.query_params.get("note", "") if form is None else ""
        return Thread(
            notes=threaded(notes), count=len([n for n in notes if n.status == "approved"]),
            form=form.fields if form else {"reply": request.query_params.get("reply", "")[:40]},
            problems=problems or {}, done=done,
        )  # fmt: skip

    def show(request: Request, entry: Entry, form: Form, problems: dict[str, str], status: int) -> Response:
        request.state.notes = thread(request, entry, form, problems)
        shown = engagement.engagement(site, site.presenter(request), entry, request)
        return site.plain(request, shown.template, shown.context, status=status)

    @router.post(urls.NOTES)
    async def add(request: Request, entry: str) -> Response:
        form = await form_of(request)
        who = reader_of(request)
        check_form(request, form)
        found = await run_in_threadpool(entry_of, entry)
        problems = checked(form)
        if problems:
            return await run_in_threadpool(show, request, found, form, problems, 422)
        if not readers.notes_often.allows(who.id):
            return await run_in_threadpool(show, request, found, form, {"text": "Too many notes; please wait."}, 429)
        status: NoteStatus = "approved" if who.may("editor") else "held"
        await run_in_threadpool(
            lambda: accounts.add_note(
                found.id, who, form.text("name"), form.text("text"), parent=form.text("reply") or None, status=status,
                now=desk.now(),
            )
        )  # fmt: skip
        return RedirectResponse(f"{urls.engagement(found.id)}?note={status}#notes", status_code=303)

    @router.get(urls.MODERATION)
    def moderation(request: Request) -> Response:
        reader_of(request, "editor")
        context = {"held": [(n, safe_html(n.text)) for n in accounts.held()], "log": accounts.log()}
        return site.plain(request, "moderation.html", context)

    @router.post(urls.MODERATE)
    async def moderate(request: Request, note: str) -> Response:
        form = await form_of(request)
        who = reader_of(request, "editor")
        check_form(request, form)
        wanted: dict[str, NoteStatus] = {"approve": "approved", "hold": "held", "remove": "removed"}
        status = wanted.get(form.text("do"))
        if status is None:
            raise HTTPException(400, "do: must be approve, hold or remove")
        reason = form.text("reason")[:200]
        done = await run_in_threadpool(lambda: accounts.moderate(note, status, who, reason=reason, now=desk.now()))
        if not done:
            raise HTTPException(404)
        return RedirectResponse(urls.MODERATION, status_code=303)

    site.threads = thread
    site.notes_mark = accounts.notes_mark
    return router
