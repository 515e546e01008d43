"""One page -> one Article, or one line that says why not."""

from __future__ import annotations

import re

from legation.errors import NotReadError, SourceError
from legation.read.dateline import dateline
from legation.read.day import day_of_page, day_written
from legation.read.decode import decode, is_html
from legation.read.html import read_html
from legation.read.language import require_language
from legation.read.layout import blocks, mark
from legation.read.plain import Body, assemble, read_plain
from legation.records import Article, Block, Dateline, Page
from legation.rules.furniture import FurnitureRules, furniture_rules

LARGEST_PAGE = 20_000_000
"""Bytes (or characters, where a page comes decoded) above which nothing is parsed."""

LARGEST_TEXT = 5_000_000
"""Characters of article text above which a page is refused."""

_OPENING = 6
"""Blocks (a title, stamps, a caption among them) of which one may open with the dateline."""

_WORD = re.compile(r"[^\W\d_]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def article(page: Page, rules: FurnitureRules | None = None) -> Article:
    """The article in ``page``: its final text in blocks, and what the page says of itself.

    What the bringer knows (``page.title``, ``page.published``, ``page.url``) wins over what the page says; a day that
    neither gives stays None. Where ``page.is_final``, ``text`` is the input's own to the character. Blocks are in
    order and apart; a dateline is a block of its own, so that no sentence begins with it.

    Raises NotReadError where the page is empty, holds no text or is in another language, and SourceError where it is
    binary, too large or past parsing.
    """
    rules = rules or furniture_rules()
    text = _characters(page)
    if page.is_final:
        if page.media_type == "html":
            raise SourceError(page.source, "HTML is not final text: give its text, or have it cleaned")
        body, bounds = Body(parts=()), blocks(text)
    else:
        as_html = page.media_type == "html" or (page.media_type is None and is_html(text))
        body = (
            read_html(text, rules, source=page.source, url=page.url, title=page.title, published=page.published)
            if as_html
            else read_plain(text, rules, title=page.title)
        )
        text, bounds = assemble(body)
        bounds = mark(bounds, text)
    if not _WORD.search(text):
        raise NotReadError(page.source, "not read: no text")
    if len(text) > LARGEST_TEXT:
        raise SourceError(page.source, f"refused: {len(text):,} characters of text, at most {LARGEST_TEXT:,} are read")
    language = require_language(text, rules, source=page.source)
    found, bounds = _with_dateline(text, bounds, rules)
    published = page.published or body.published or day_of_page(text, found, rules)
    return Article(
        text=text,
        blocks=bounds,
        id=page.id,
        url=page.url or body.url,
        title=page.title or body.title,
        published=published,
        written=day_written(found, published, rules),
        section=body.section,
        site=body.site,
        language=language,
        dateline=found,
    )


def _characters(page: Page) -> str:
    size = len(page.content if page.content is not None else page.text or "")
    largest = LARGEST_TEXT * 4 if page.is_final else LARGEST_PAGE
    if size > largest:
        raise SourceError(page.source, f"refused: {size / 1e6:,.0f} MB, at most {largest / 1e6:,.0f} MB are read")
    if page.text is None:
        return decode(page.content or b"", source=page.source)
    if not page.text.strip():
        raise NotReadError(page.source, "empty: there is nothing to read")
    # Lone surrogates come in through JSON's escapes; nothing downstream can encode them.
    return page.text if _is_encodable(page.text) else _SURROGATE.sub("\ufffd", page.text)


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _with_dateline(
    text: str, bounds: tuple[Block, ...], rules: FurnitureRules
) -> tuple[Dateline | None, tuple[Block, ...]]:
    """The dateline of the first paragraph that has one, among the first blocks, and the blocks parted at its end."""
    for i, block in enumerate(bounds[:_OPENING]):
        found = dateline(text, block.start, block.end, rules)
        if found is None:
            continue
        rest = text[found.end : block.end]
        after = found.end + len(rest) - len(rest.lstrip())
        parted = [Block(found.start, found.end, "dateline")]
        if after < block.end:
            parted.append(Block(after, block.end, block.kind if block.kind != "heading" else "paragraph"))
        return found, (*bounds[:i], *parted, *bounds[i + 1 :])
    return None, bounds
