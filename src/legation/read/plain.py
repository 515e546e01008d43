"""A plain-text scrape -> its article's parts: head read, furniture dropped, lines put together to paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from legation.read.furniture import cut, is_furniture, leading_stamp, read_head
from legation.read.layout import Line, chunks, paragraphs
from legation.records import Block
from legation.rules.furniture import FurnitureRules


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """What a room of readers makes of a page before it is an Article: paragraphs and what the page says of itself."""

    parts: tuple[tuple[str, str], ...]
    """(kind of block, words), in order."""
    title: str | None = None
    section: str | None = None
    site: str | None = None
    url: str | None = None
    published: date | None = None


def read_plain(text: str, rules: FurnitureRules, *, title: str | None = None) -> Body:
    """The article in a plain-text scrape. Every part is words of ``text``, white space aside."""
    stamp, day = leading_stamp(text, rules)
    groups = _own_lines(chunks(text[stamp:]), rules)
    joined = [_join(lines) for lines in paragraphs(groups)]
    head = read_head(joined, rules, title=title)
    return Body(
        parts=tuple(("paragraph", words) for words in joined[head.body :] if not is_furniture(words, rules)),
        title=head.title,
        section=head.section,
        published=head.published or day,
    )


def _own_lines(groups: Sequence[Sequence[Line]], rules: FurnitureRules) -> list[list[Line]]:
    """The lines above the cut that are not furniture, in their groups."""
    left = cut([line.text for group in groups for line in group], rules)
    own = []
    for group in groups:
        kept = [line for line in group[:left] if not is_furniture(line.text, rules)]
        left = max(0, left - len(group))
        if kept:
            own.append(kept)
    return own


def _join(lines: Sequence[Line]) -> str:
    return " ".join(" ".join(line.text.split()) for line in lines)


def assemble(body: Body) -> tuple[str, tuple[Block, ...]]:
    """The final text, paragraphs parted by a blank line, and the bounds of its blocks."""
    blocks = []
    pieces = []
    at = 0
    for kind, words in body.parts:
        blocks.append(Block(at, at + len(words), kind))  # type: ignore[arg-type]
        pieces.append(words)
        at += len(words) + 2
    return "\n\n".join(pieces), tuple(blocks)
