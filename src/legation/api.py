"""What a developer imports: pages in, records out. Composes the pipeline with the adapters of this machine."""

from __future__ import annotations

from datetime import date
from typing import Any

from legation.parse import default_parser
from legation.records import Article, KnownOffice, Page, Record, Statement, When


def article_of(page: Page) -> Article:
    """The article of one page. Raises SourceError or NotReadError."""
    from legation.read import article
    from legation.rules.furniture import furniture_rules

    return article(page, furniture_rules())


def read_page(page: Page, *, known: tuple[KnownOffice, ...] | None = None) -> Record:
    """The record of one page. Raises SourceError (cannot be read) or NotReadError (deliberately not read).

    ``known`` is the who's who that names are completed from (None: the user's file, or the starter file).
    """
    from legation import pipeline

    return pipeline.read(article_of(page), default_parser(), known=_known() if known is None else known)


def _known() -> tuple[KnownOffice, ...]:
    """The who's who that names are completed from: the user's file, or the starter file."""
    from legation.rules.whoswho import known_offices
    from legation.settings import settings

    return known_offices(settings().whos_who)


def read_text(text: str, *, published: date | None = None, url: str | None = None, is_final: bool = False) -> Record:
    """The record of one page given as HTML or plain text.

    ``published`` is the day relative dates count from; without it they stay unresolved, with that reason.
    ``is_final`` takes the text as it stands: offsets are the input's own.
    """
    page = Page(source=url or "text", text=text, url=url, published=published, is_final=is_final)
    return read_page(page)


def dates(text: str, published: date | None = None, *, language: str = "en", parse: bool = False) -> tuple[When, ...]:
    """Every temporal expression of ``text``, resolved against ``published``, in text order.

    Any text is read as it stands; offsets are its own. Without ``published`` absolute dates have days and the others
    say in ``reason`` why they have none. Tense is read from the words around an expression; ``parse`` has the parser
    read it (English only), which costs some fifty times as long. Raises RulesError for a language without a grammar.
    """
    return dates_of(Article(text=text, published=published), language=language, parse=parse)


def dates_of(article: Article, *, language: str = "en", parse: bool = False) -> tuple[When, ...]:
    """The temporal expressions of an article, resolved against its own day of publication, as ``dates`` does."""
    from legation.find.dates import find_dates, light
    from legation.resolve.dates import resolve_dates
    from legation.rules.dates import date_rules

    doc = default_parser().annotate(article) if parse else light(article)
    rules = date_rules(language)
    return resolve_dates(find_dates(doc, rules), doc, rules, published=article.published)


def read_dates(article: Article, *, parse: bool = False) -> list[dict[str, Any]]:
    """The rows that ``legation dates`` prints, one for each temporal expression, in text order."""
    return [
        {
            "start": when.start,
            "end": when.end,
            "words": when.words,
            "type": when.type,
            "value": when.value,
            "mod": when.mod,
            "earliest": when.earliest.isoformat() if when.earliest else None,
            "latest": when.latest.isoformat() if when.latest else None,
            "precision": when.precision,
            "convention": when.convention,
            "relation": when.relation,
            "zone": when.zone,
            "unresolved": when.reason,
        }
        for when in dates_of(article, parse=parse)
    ]


def statements(text: str, published: date | None = None) -> tuple[Statement, ...]:
    """Every statement of ``text``: who said what, in text order. Offsets are those of ``text``.

    ``published`` is the day that "on Tuesday" counts from; without it such days stay open. Raises NotReadError where
    the text is in a language that is not read.
    """
    return statements_of(article_of(Page(source="text", text=text, published=published, is_final=True)))


def statements_of(article: Article) -> tuple[Statement, ...]:
    """The statements of one article, without reading its engagements."""
    from legation.find.dates import find_dates
    from legation.find.people import find_people, find_places
    from legation.find.statements import find_statements
    from legation.resolve.dates import resolve_dates
    from legation.resolve.home import publisher_country
    from legation.resolve.people import resolve_people
    from legation.resolve.statements import resolve_statements, told_once
    from legation.rules.dates import date_rules
    from legation.rules.furniture import furniture_rules
    from legation.rules.offices import office_rules
    from legation.rules.speech import speech_rules
    from legation.rules.world import world_rules

    doc = default_parser().annotate(article)
    world, offices, days, speech = world_rules(), office_rules(), date_rules(), speech_rules()
    times = resolve_dates(find_dates(doc, days), doc, days, published=article.published)
    people = find_people(doc, world, offices)
    home = publisher_country(article, world, furniture_rules())
    cast = resolve_people(
        people,
        find_places(doc, world),
        doc,
        world,
        offices,
        known=_known(),
        published=article.published,
        home=home,
    )
    found = find_statements(doc, speech)
    resolved = resolve_statements(found, doc, cast, people, times, speech, published=article.published, home=home)
    return told_once(resolved, doc)[0]
