"""A text cut at every bound of its findings, so that overlapping highlights never cross in HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

_BREAK = re.compile(r"\s*\n[ \t\r\f\v]*\n\s*")


class Highlight(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch of the text that finding ``finding`` (an element's id) rests on; ``id`` is the stretch's own."""

    start: int
    end: int
    kind: str
    finding: str
    tag: str
    label: str
    id: str


class Ref(msgspec.Struct, frozen=True, kw_only=True):
    """The link behind a stretch, back to its finding."""

    id: str
    finding: str
    tag: str
    label: str


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Words that one set of highlights covers, the anchors where highlights begin and the links where they end."""

    words: str
    classes: str = ""
    anchors: tuple[str, ...] = ()
    refs: tuple[Ref, ...] = ()


def paragraphs(text: str, highlights: Iterable[Highlight]) -> tuple[tuple[Piece, ...], ...]:
    """``text`` in paragraphs (parted by blank lines) of pieces, whose words together are the paragraphs' own."""
    spans = sorted((_trimmed(text, h) for h in highlights), key=lambda h: (h.start, -h.end, h.id))
    return tuple(tuple(_pieces(text, start, end, spans)) for start, end in _bounds(text))


def _trimmed(text: str, highlight: Highlight) -> Highlight:
    """Without white space at its ends, which may lie between paragraphs, where nothing can be anchored."""
    words = text[highlight.start : highlight.end]
    start = highlight.start + len(words) - len(words.lstrip())
    return msgspec.structs.replace(highlight, start=start, end=max(start, highlight.start + len(words.rstrip())))


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _BREAK.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def _pieces(text: str, start: int, end: int, spans: Sequence[Highlight]) -> Iterator[Piece]:
    inside = [h for h in spans if h.start < end and start < h.end]
    cuts = {start, end}
    for span in inside:
        cuts |= {max(span.start, start), min(span.end, end)}
    bounds = sorted(cuts)
    for first, last in pairwise(bounds):
        covering = [h for h in inside if h.start < last and first < h.end]
        yield Piece(
            words=text[first:last],
            classes=" ".join(sorted({h.kind for h in covering})),
            anchors=tuple(h.id for h in covering if h.start == first),
            refs=tuple(
                Ref(id=f"{h.id}-back", finding=h.finding, tag=h.tag, label=h.label) for h in covering if h.end == last
            ),
        )
