"""Logging in and out, and an account's own page with its API tokens."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from legation.web import urls
from legation.web.limits import RateLimit, shared_count
from legation.web.passwords import is_right
from legation.web.readers import Readers, check_form, check_origin, form_of, local_address, reader_of
from legation.web.site import Site

_LONGEST_LABEL = 60


def routes(site: Site, readers: Readers) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    desk, accounts = site.desk, readers.accounts
    # Two fences: a name may be tried from many addresses, and an address may try many names.
    folder = desk.settings.shelf
    by_name = RateLimit(8, 300, shared=shared_count(folder, "names"))
    by_address = RateLimit(30, 300, shared=shared_count(folder, "addresses"))

    def login_page(request: Request, problem: str = "", *, login: str = "", status: int = 200) -> Response:
        following = local_address(request.query_params.get("next", ""), urls.HOME)
        context = {"problem": problem, "login": login, "following": following}
        return site.plain(request, "login.html", context, status=status)

    @router.get(urls.LOGIN)
    def show_login(request: Request) -> Response:
        return login_page(request)

    @router.post(urls.LOGIN)
    async def log_in(request: Request) -> Response:
        check_origin(request)
        form = await form_of(request)
        login, password = form.text("login")[:200], form.fields.get("password", "")
        if not (login and password):
            return login_page(request, "Both the name and the password are needed.", login=login, status=422)
        address = request.client.host if request.client else "?"
        if not (by_address.allows(address) and by_name.allows(login.casefold())):
            return login_page(request, "Too many tries. Please wait five minutes.", login=login, status=429)
        who = await run_in_threadpool(accounts.user, login)
        kept = who.password if who is not None and not who.is_disabled else None
        if not await run_in_threadpool(is_right, password, kept) or who is None:
            return login_page(request, "That name and password do not belong together.", login=login, status=401)
        by_name.forget(login.casefold())
        answer = RedirectResponse(local_address(form.text("next"), urls.HOME), status_code=303)
        old = request.cookies.get(readers.cookie)
        await run_in_threadpool(lambda: readers.begin(answer, who, old=old))
        return answer

    @router.post(urls.LOGOUT)
    async def log_out(request: Request) -> Response:
        check_form(request, await form_of(request))
        answer = RedirectResponse(urls.HOME, status_code=303)
        await run_in_threadpool(readers.end, answer, request.cookies.get(readers.cookie))
        return answer

    @router.get(urls.ACCOUNT)
    def show_account(request: Request) -> Response:
        who = reader_of(request)
        return site.plain(request, "account.html", {"tokens": accounts.tokens(who), "new_token": None})

    @router.post(urls.TOKENS)
    async def change_tokens(request: Request) -> Response:
        form = await form_of(request)
        who = reader_of(request)
        check_form(request, form)
        if form.text("drop"):
            await run_in_threadpool(accounts.drop_token, who, form.text("drop"))
            return RedirectResponse(urls.ACCOUNT, status_code=303)
        label = form.text("label")[:_LONGEST_LABEL] or "a token"
        token = await run_in_threadpool(lambda: accounts.add_token(who, label, now=desk.now()))
        known = await run_in_threadpool(accounts.tokens, who)
        # Shown this once: only its digest is kept.
        return site.plain(request, "account.html", {"tokens": known, "new_token": token})

    return router
