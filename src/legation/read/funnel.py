"""Which pages, and which passages of them, can speak of engagements at all: a gate before everything that is slow.

Both questions are answered by one pass of the funnel's automaton over text. The gate errs towards opening: what it lets
through is read in full, and what it keeps out is lost. The loss is measured (docs/scale.md).
"""

from __future__ import annotations

from msgspec.structs import replace

from legation.records import Article, Block
from legation.rules.funnel import FunnelRules, Mark, funnel_rules

Marks = tuple[tuple[int, int, Mark], ...]

NEAREST = 10
"""Marks on either side of an event word that are looked at."""

WHOLE = 0.15
"""Share of blocks from which an article is about engagements, and is read whole: all of it may add to them."""

LEADING_BLOCKS = 2
"""Blocks at the head of an article that are always kept: they introduce who is who."""


def opens(text: str, rules: FunnelRules | None = None) -> bool:
    """True where ``text`` may speak of an engagement between states.

    It does where it names powers enough, or one beside an office that deals with other states, and an event word has
    an office and a power within reach, or two powers (a common word, one more of either). Where it names one power
    only, two offices must stand about the word: nations leave themselves out when they report to their own. A long text
    must do so more than once.
    """
    rules = rules or funnel_rules()
    marks = rules.marks.find(text)
    powers = {mark.power for _, _, mark in marks if mark.power}
    has_foreign = any(mark.kind == "foreign_office" for _, _, mark in marks)
    if not powers or not (has_foreign or any(mark.kind == "office" for _, _, mark in marks)):
        return False
    is_between = has_foreign or len(powers) >= rules.powers
    events = sum(
        _is_event(marks, i, rules.reach, is_between=is_between)
        for i, (_, _, mark) in enumerate(marks)
        if mark.kind in ("event", "common")
    )
    return events >= 1 + len(text) // rules.event_every


def passages(article: Article, rules: FunnelRules | None = None) -> Article:
    """``article`` with only the blocks that can hold something, their neighbours and the first few.

    One that is about engagements all through is kept whole. The text stays whole in any case, so that every span
    still indexes it.
    """
    rules = rules or funnel_rules()
    if not article.blocks:
        return article
    marks = rules.marks.find(article.text)
    wanted = [
        start
        for i, (start, _, mark) in enumerate(marks)
        if mark.kind in ("event", "common", "silent") and _is_event(marks, i, rules.reach, is_between=True)
    ]
    holding = set()
    i = 0
    for start in wanted:
        while i < len(article.blocks) - 1 and article.blocks[i].end <= start:
            i += 1
        holding.add(i)
    if len(holding) >= WHOLE * len(article.blocks):
        return article
    kept = {*range(LEADING_BLOCKS), *holding, *(i - 1 for i in holding), *(i + 1 for i in holding)}
    blocks = tuple(b for k, b in enumerate(article.blocks) if k in kept or b.kind == "dateline")
    return article if len(blocks) == len(article.blocks) else replace(article, blocks=blocks)


def share(whole: tuple[Block, ...], kept: tuple[Block, ...]) -> float:
    """What part of the blocks' characters is kept."""
    return sum(b.end - b.start for b in kept) / max(1, sum(b.end - b.start for b in whole))


def _is_event(marks: Marks, i: int, reach: int, *, is_between: bool) -> bool:
    """True where the event word ``i`` has those about it that make engagements; on a page that names but one power
    (``is_between`` off), two offices."""
    start, end, event = marks[i]
    about = [m for s, e, m in marks[max(0, i - NEAREST) : i + NEAREST + 1] if s - end <= reach and start - e <= reach]
    powers = {m.power for m in about if m.power}
    offices = sum(m.kind in ("office", "foreign_office") for m in about)
    if not powers:
        return False
    if not is_between:
        return offices > 1
    if event.kind == "event":
        return offices > 0 or len(powers) > 1
    return offices > 1 or (offices > 0 and len(powers) > 1)
