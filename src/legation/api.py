"""What a developer imports: pages in, records out. Composes the pipeline with the adapters of this machine."""

from __future__ import annotations

from datetime import date

from legation.parse import default_parser
from legation.records import Article, Page, Record, Statement, When


def article_of(page: Page) -> Article:
    """The article of one page. Raises SourceError or NotReadError."""
    from legation.read import article
    from legation.rules.furniture import furniture_rules

    return article(page, furniture_rules())


def read_page(page: Page) -> Record:
    """The record of one page. Raises SourceError (cannot be read) or NotReadError (deliberately not read)."""
    from legation import pipeline
    from legation.rules.whoswho import whos_who

    return pipeline.read(article_of(page), default_parser(), known=whos_who())


def read_text(text: str, *, published: date | None = None, url: str | None = None, is_final: bool = False) -> Record:
    """The record of one page given as HTML or plain text.

    ``published`` is the day relative dates count from; without it they stay unresolved, with that reason.
    ``is_final`` takes the text as it stands: offsets are the input's own.
    """
    page = Page(source=url or "text", text=text, url=url, published=published, is_final=is_final)
    return read_page(page)


def dates(text: str, published: date | None = None) -> tuple[When, ...]:
    """Every temporal expression of ``text``, resolved against ``published``, in text order."""
    from legation.find.dates import find_dates
    from legation.resolve.dates import resolve_dates
    from legation.rules.dates import date_rules

    doc = default_parser().annotate(article_of(Page(source="text", text=text, is_final=True)))
    rules = date_rules()
    return resolve_dates(find_dates(doc, rules), doc, rules, published=published)


def statements(text: str, published: date | None = None) -> tuple[Statement, ...]:
    """Every statement of ``text``: who said what, in text order."""
    return read_text(text, published=published, is_final=True).statements
