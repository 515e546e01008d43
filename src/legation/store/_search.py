"""Full-text search: SQLite's FTS5, PostgreSQL's text search; both over titles and texts of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    column,
    false,
    func,
    literal_column,
    or_,
    select,
    table,
    true,
)

from legation.ledger.identity import name_tokens
from legation.store import schema

_WORD = re.compile(r"\w+")
# Behind every word that begins with the same letters.
_LAST_LETTER = "\U0010ffff"
# Words on more pages than this are common: then it is quicker to walk the list and look at each engagement's pages.
_COMMON = 2000
_INDEX = table("page_search", column("rowid"), column("page_search"))


def pages_about(connection: Connection, words: str) -> ColumnElement[bool]:
    """The condition that a page holds all of the words; nothing where there is no word in them."""
    numbers, seq = _numbers(connection, words), schema.page.c.seq
    if numbers is None:
        return false()
    return (_walked(seq) if _are_many(connection, numbers) else seq).in_(numbers)


def _numbers(connection: Connection, words: str) -> Select[Any] | None:
    """The numbers of the pages that hold all of the words."""
    found = _WORD.findall(words)
    if not found:
        return None
    if connection.dialect.name == "sqlite":
        # Every word is quoted, so nothing of it can be FTS5 syntax; \w holds no quotation mark.
        quoted = " ".join(f'"{word}"' for word in found)
        return select(_INDEX.c.rowid).where(_INDEX.c.page_search.op("MATCH")(quoted))
    asked = func.plainto_tsquery(literal_column("'simple'"), " ".join(found))
    return select(schema.page.c.seq).where(literal_column("page.search").op("@@")(asked))


def entries_about(connection: Connection, name: Any, words: str) -> ColumnElement[bool]:
    """The condition that a page of the engagement ``name`` holds all of the words, or its participants are named so."""
    numbers, report = _numbers(connection, words), schema.report.c
    if numbers is None:
        return false()
    tokens = name_tokens(words)
    if _are_many(connection, numbers):
        told = select(report.id).where(report.entry == name, _walked(report.page_seq).in_(numbers)).exists()
        named = and_(*(_is_borne(name, token) for token in dict.fromkeys(tokens)))
    else:
        told = name.in_(select(report.entry).where(report.page_seq.in_(numbers), report.entry.is_not(None)))
        named = entries_named_like(name, tokens)
    return or_(told, named) if tokens else told


def _are_many(connection: Connection, numbers: Select[Any]) -> bool:
    some = numbers.limit(_COMMON + 1).subquery()
    return (connection.scalar(select(func.count()).select_from(some)) or 0) > _COMMON


def _walked(number: Any) -> Any:
    """The same number, for which no database looks into an index: rows come from the order of the list instead."""
    return number + literal_column("0")


def entries_named_like(name: Any, tokens: Sequence[str]) -> ColumnElement[bool]:
    """The condition that participants of the engagement ``name`` bear names that begin with each of the folded words;
    everything meets no words."""
    if not tokens:
        return true()
    found: ColumnElement[bool] = name.in_(bearers(tokens))
    return found


def bearers(tokens: Sequence[str]) -> Select[Any]:
    """The engagements whose participants bear names that begin with each of the folded words, of which there is one."""
    # The last word is mostly the family name, which fewer bear than any other.
    *others, last = tokens
    bearer = schema.entry_name.c.entry
    query = select(bearer).where(_begins(schema.entry_name.c.word, last))
    for token in dict.fromkeys(others):
        query = query.where(_is_borne(bearer, token))
    return query


def _is_borne(entry: Any, token: str) -> ColumnElement[bool]:
    """The condition that a participant of ``entry`` bears a name that begins so, asked of each row in turn."""
    word = schema.entry_name.alias()
    return select(word.c.entry).where(word.c.entry == entry, _begins(word.c.word, token)).exists()


def _begins(word: Any, token: str) -> ColumnElement[bool]:
    return and_(word >= token, word < token + _LAST_LETTER)
