"""The site as one thing: the desk, its templates, and the answer to a request for a page."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from legation.records import Entry, Filter
from legation.web import urls
from legation.web.conditional import answer
from legation.web.desk import Desk
from legation.web.language import direction, html_lang, locale_of
from legation.web.present import Card, Presenter

HERE = Path(__file__).parent
STATIC = HERE / "static"


class Shown(msgspec.Struct, frozen=True):
    """A page ready to be rendered: its template and what stands in it."""

    template: str
    context: dict[str, Any]


class Site:
    """Renders pages. One for each application; everything in it may be used from several threads."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.templates = _environment(desk)
        # Set where there are accounts: an engagement's notes, and a word that changes with them.
        self.threads: Callable[[Request, Entry], Any] | None = None
        self.notes_mark: Callable[[str], str] | None = None
        self.notes_edition: Callable[[], str] = str

    def edition(self) -> str:
        """A word that differs whenever anything that readers without an account see does."""
        return f"{self.desk.version().tag} {self.notes_edition()} {self.desk.today().isoformat()}"

    def presenter(self, request: Request) -> Presenter:
        return Presenter(words=self.desk.words, locale=locale_of(request.headers.get("accept-language")))

    def page(self, request: Request, show: Callable[[Presenter], Shown]) -> Response:
        """Answers with a page for readers, or with 304 where nothing has changed."""
        presenter = self.presenter(request)
        reader = getattr(request.state, "reader", None)

        def build() -> bytes:
            shown = show(presenter)
            return self.render(request, shown.template, shown.context, presenter=presenter).encode()

        return answer(
            request,
            self.desk,
            build,
            media="text/html; charset=utf-8",
            language=presenter.locale,
            mark=getattr(request.state, "notes_mark", ""),
            is_private=reader is not None,
        )

    def render(
        self, request: Request, template: str, context: Mapping[str, Any], *, presenter: Presenter | None = None
    ) -> str:
        presenter = presenter or self.presenter(request)
        shared = {
            "settings": self.desk.settings,
            "words": self.desk.words,
            "path": request.url.path,
            "reader": getattr(request.state, "reader", None),
            "csrf": getattr(request.state, "csrf", ""),
            "date_lang": html_lang(presenter.locale),
            "date_dir": direction(presenter.locale),
        }
        return self.templates.get_template(template).render({**shared, **context})

    def plain(self, request: Request, template: str, context: Mapping[str, Any], *, status: int = 200) -> Response:
        """A page that is never kept: errors and forms."""
        html = self.render(request, template, context)
        return HTMLResponse(html, status_code=status, headers={"Cache-Control": "private, no-store"})


def _environment(desk: Desk) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        urls=urls,
        static=static,
        absolute=desk.absolute,
        Filter=Filter,
        form_names=urls.FORM_NAMES,
        accounts_on=desk.settings.desk is not None,
    )
    environment.globals["item_list"] = lambda cards: _item_list(cards, desk)
    environment.filters["ld"] = _embedded
    environment.filters["moment"] = _moment
    environment.filters["counted"] = _counted
    return environment


@cache
def static(name: str) -> str:
    """The address of a vendored file, with a digest in it so that browsers may keep it for a year."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"{urls.STATIC}/{name}?v={digest}"


def _embedded(json_text: str) -> Markup:
    """JSON for a ``<script>`` element: no character in it can end the element or begin a comment."""
    safe = json_text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return Markup(safe)


def _item_list(cards: list[Card], desk: Desk) -> Markup:
    """The engagements of a list as schema.org sees a list of links."""
    items = [
        {"@type": "ListItem", "position": i + 1, "name": card.title, "url": desk.absolute(card.url)}
        for i, card in enumerate(cards)
    ]
    found = {"@context": "https://schema.org", "@type": "ItemList", "itemListElement": items}
    return _embedded(msgspec.json.encode(found).decode())


def _moment(value: datetime) -> str:
    return value.strftime("%Y-%m-%d %H:%M UTC")


def _counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
