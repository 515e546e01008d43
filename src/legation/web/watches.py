"""Watch lists: a filter that an account keeps, with its feeds, and where its news goes."""

from __future__ import annotations

from email.headerregistry import Address
from urllib.parse import parse_qsl

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from legation.errors import UsageError
from legation.records import Filter
from legation.store.accounts import User
from legation.web import urls
from legation.web.deliver import checked_hook, filter_of
from legation.web.filters import parse
from legation.web.readers import Form, Readers, check_form, form_of, reader_of
from legation.web.site import Site

_LONGEST_NAME, _LONGEST_QUERY, _MOST = 80, 2000, 50


def routes(site: Site, readers: Readers) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    desk, accounts = site.desk, readers.accounts

    def show(request: Request, who: User, form: dict[str, str], problem: str = "", status: int = 200) -> Response:
        shown = []
        for watch in accounts.watches(who):
            try:
                wanted = filter_of(watch)
            except UsageError:
                wanted = Filter()
            shown.append((watch, wanted, accounts.deliveries(watch.id, limit=5)))
        context = {"watches": shown, "form": form, "problem": problem}
        return site.plain(request, "watches.html", context, status=status)

    @router.get(urls.WATCHES)
    def watches(request: Request) -> Response:
        return show(request, reader_of(request), {"query": request.url.query[:_LONGEST_QUERY]})

    @router.post(urls.WATCHES)
    async def add(request: Request) -> Response:
        form = await form_of(request)
        who = reader_of(request)
        check_form(request, form)
        try:
            name, query, hook, mail = checked(form)
            if len(await run_in_threadpool(accounts.watches, who)) >= _MOST:
                raise UsageError(f"an account may keep {_MOST} watch lists; drop one first")
        except UsageError as error:
            return await run_in_threadpool(show, request, who, form.fields, str(error), 422)
        await run_in_threadpool(lambda: accounts.add_watch(who, name, query, hook=hook, mail=mail, now=desk.now()))
        return RedirectResponse(urls.WATCHES, status_code=303)

    @router.post(urls.WATCH)
    async def drop(request: Request, watch: str) -> Response:
        form = await form_of(request)
        who = reader_of(request)
        check_form(request, form)
        if not await run_in_threadpool(accounts.drop_watch, who, watch):
            raise HTTPException(404)
        return RedirectResponse(urls.WATCHES, status_code=303)

    return router


def checked(form: Form) -> tuple[str, str, str | None, str | None]:
    """(name, query, webhook, mail address) of a new watch list. Raises UsageError with what is wrong."""
    name, query = form.text("name"), form.text("query").lstrip("?")
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UsageError(f"a watch list needs a name of at most {_LONGEST_NAME} letters, on one line")
    if len(query) > _LONGEST_QUERY:
        raise UsageError("the filter is too long")
    wanted = parse(QueryParams(parse_qsl(query)))
    hook, mail = form.text("hook") or None, form.text("mail") or None
    if hook is not None:
        checked_hook(hook)
    if mail is not None:
        _check_mail(mail)
    # Kept in our own spelling, without anything that is no filter.
    return name, urls.listing(wanted).partition("?")[2], hook, mail


def _check_mail(address: str) -> None:
    try:
        Address(addr_spec=address)
    except Exception as error:  # the standard parser raises whatever its depths do
        raise UsageError("the mail address cannot be read") from error
    if "@" not in address or not address.isprintable() or " " in address or len(address) > 254:
        raise UsageError("the mail address cannot be read")
