"""Full-text search: SQLite's FTS5, PostgreSQL's text search; both over titles and texts of pages."""

from __future__ import annotations

import re

from sqlalchemy import ColumnElement, and_, literal, or_, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from legation.ledger.identity import name_tokens
from legation.store import schema

_WORD = re.compile(r"\w+")


class _PagesAbout(ColumnElement[bool]):
    """``page.seq`` is among the pages that hold all words. Compiled for each database."""

    inherit_cache = False
    type = literal(True).type

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words


@compiles(_PagesAbout, "sqlite")
def _sqlite(element: _PagesAbout, compiler: SQLCompiler, **options: object) -> str:
    # Every word is quoted, so nothing of it can be FTS5 syntax; \w holds no quotation mark.
    query = literal(" ".join(f'"{word}"' for word in element.words))
    bound = compiler.process(query, **options)
    return f"page.seq IN (SELECT rowid FROM page_search WHERE page_search MATCH {bound})"


@compiles(_PagesAbout)
def _server(element: _PagesAbout, compiler: SQLCompiler, **options: object) -> str:
    query = compiler.process(literal(" ".join(element.words)), **options)
    return f"page.search @@ plainto_tsquery('simple', {query})"


def pages_about(words: str) -> ColumnElement[bool]:
    """The condition that a page holds all of the words; nothing where there is no word in them."""
    found = tuple(_WORD.findall(words))
    return _PagesAbout(found) if found else literal(False)


def entries_about(words: str) -> ColumnElement[bool]:
    """The condition that a page of the engagement holds all of the words, or its participants are named so."""
    entry, report, page = schema.entry.c, schema.report.c, schema.page.c
    pages = select(report.entry).join(schema.page, page.id == report.page).where(pages_about(words))
    tokens = name_tokens(words)
    if not tokens:
        return entry.id.in_(pages)
    return or_(entry.id.in_(pages), and_(*(entry.people.contains(token, autoescape=True) for token in tokens)))
