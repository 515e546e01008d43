"""Where paragraphs, headings and list items begin and end in plain text, by measuring its lines.

Plain text comes in three shapes: blank lines between paragraphs, one paragraph a line, or lines broken at a fixed
width. The third must not be cut at its lines. A greedy wrapper leaves a trace that nothing else does: no line could
have taken the first word of the next one. ``wrap_width`` looks for that trace.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from legation.records import Block

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[•*·▪●◦‣►➤■□–—-]|\(?\d{1,3}[.)])[ \t\u00a0]+(?=\S)")
_SURE_BULLETS = "•*·▪●◦‣►➤■□"
_STOPS = ".!?:;…,"
_CLOSERS = "\"'”’»)]"
_NO_HEADING = ".;:,…"

NARROWEST, WIDEST = 40, 130
"""Characters a line between which a text can be hard-wrapped."""

LONGEST_HEADING = 100
"""Characters; and no more than 14 words."""


class Line:
    """One line's bounds in the text, without the white space around it."""

    __slots__ = ("end", "indent", "start", "text")

    def __init__(self, text: str, start: int, end: int, indent: int) -> None:
        self.text, self.start, self.end, self.indent = text, start, end, indent


def chunks(text: str) -> list[list[Line]]:
    """The lines of ``text`` in groups that blank lines part."""
    groups: list[list[Line]] = []
    last = 0
    for match in _LINE.finditer(text):
        gap = text[last : match.start()]
        last = match.end()
        words = match.group()
        stripped = words.strip()
        if not stripped:
            groups.append([])
            continue
        start = match.start() + len(words) - len(words.lstrip())
        line = Line(stripped, start, start + len(stripped), start - match.start())
        if not groups or len(gap.replace("\r\n", "\n")) > 1:
            groups.append([])
        groups[-1].append(line)
    return [group for group in groups if group]


def wrap_width(groups: Sequence[Sequence[Line]]) -> int | None:
    """The width the text was wrapped at, or None where its line ends mean something."""
    pairs = [(a, b) for group in groups for a, b in pairwise(group)]
    if len(pairs) < 2:
        return None
    lengths = sorted(len(a.text) for a, _ in pairs)
    width = lengths[max(0, int(len(lengths) * 0.97) - 1)]
    if not NARROWEST <= width <= WIDEST:
        return None
    full = sum(1 for a, b in pairs if _is_full(a, b, width))
    stopped = sum(1 for a, _ in pairs if ends_sentence(a.text))
    if full >= 0.6 * len(pairs) and stopped <= 0.5 * len(pairs):
        return width
    return None


def paragraphs(groups: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines, grouped into paragraphs; a heading or an item is a paragraph of its own."""
    width = wrap_width(groups)
    found: list[list[Line]] = []
    for group in groups:
        for i, line in enumerate(group):
            if i and _continues(group[i - 1], line, width):
                found[-1].append(line)
            else:
                found.append([line])
    return found


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of final text: in order, apart from each other, without white space at either end."""
    return mark([Block(p[0].start, p[-1].end) for p in paragraphs(chunks(text))], text)


def mark(bounds: Sequence[Block], text: str) -> tuple[Block, ...]:
    """``bounds`` with headings and items told from paragraphs by their form and their neighbours."""
    found = []
    bullets = [_BULLET.match(text, b.start, b.end) for b in bounds]
    for i, block in enumerate(bounds):
        bullet = bullets[i]
        if block.kind != "paragraph":
            found.append(block)
        elif bullet and (bullet.group()[0] in _SURE_BULLETS or _has_twin(bullets, i)):
            found.append(Block(bullet.end(), block.end, "item"))
        elif i + 1 < len(bounds) and is_heading(text[block.start : block.end]):
            found.append(Block(block.start, block.end, "heading"))
        else:
            found.append(block)
    return tuple(found)


def is_heading(words: str) -> bool:
    """True for a short line that ends in no stop and does not begin in mid-sentence."""
    if len(words) > LONGEST_HEADING or len(words.split()) > 14 or "\n" in words:
        return False
    first = next((c for c in words if c.isalnum()), "")
    return bool(first) and not first.islower() and words.rstrip(_CLOSERS)[-1:] not in tuple(_NO_HEADING)


def ends_sentence(words: str) -> bool:
    """True where the last mark, closing quotes and brackets aside, is a stop."""
    return words.rstrip(_CLOSERS)[-1:] in (".", "!", "?", "…", ":")


def _has_twin(bullets: Sequence[re.Match[str] | None], i: int) -> bool:
    """A lone dash may open a quotation and a lone number a sentence; two neighbours alike make a list."""
    own = bullets[i]
    assert own is not None
    kind = own.group()[0].isdigit() or own.group()[0] == "("
    return any(
        0 <= j < len(bullets)
        and (other := bullets[j]) is not None
        and (other.group()[0].isdigit() or other.group()[0] == "(") == kind
        and (kind or other.group()[0] == own.group()[0] == "-")
        for j in (i - 1, i + 1)
    )


def _is_full(line: Line, following: Line, width: int) -> bool:
    first_word = following.text.split(maxsplit=1)[0]
    return len(line.text) + 1 + len(first_word) > width - 1


def _continues(line: Line, following: Line, width: int | None) -> bool:
    if _BULLET.match(following.text) and (following.text[0] in _SURE_BULLETS or ends_sentence(line.text)):
        return False
    if width is not None:
        if following.indent >= line.indent + 2 and ends_sentence(line.text):
            return False
        if _is_full(line, following, width):
            return True
        return not ends_sentence(line.text) and (len(line.text) > 0.6 * width or following.text[0].islower())
    return _in_mid_sentence(line, following)


def _in_mid_sentence(line: Line, following: Line) -> bool:
    """Without a width, two lines are one paragraph only where the second goes on in mid-sentence."""
    if ends_sentence(line.text):
        return False
    return following.text[0].islower() or line.text[-1] in ",;-–—"
