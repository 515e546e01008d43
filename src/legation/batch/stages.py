"""One page through the funnel: each stage is dearer than the one before, and sees only what that let through.

seen     size, and bytes to characters
text     the running text, quickly; a language that is not ours ends here
gate     can it speak of engagements at all? (one automaton over that text)
article  the article, in full; asked again, now that menus and comments are gone
mention  only the paragraphs with such sentences are parsed: does one mention an engagement?
report   what stands about those places is read: does it report an engagement?
kept     the whole page is read, with all that it says, where two sides are known to take part; else wider passages
"""

from __future__ import annotations

import time
from collections.abc import Sequence

import msgspec

from legation.errors import NotReadError, SourceError
from legation.ports import Parser
from legation.read import article, decode, fast, funnel
from legation.records import Article, Engagement, KnownOffice, Page, Record
from legation.rules.whoswho import known_offices
from legation.settings import settings

STAGES = ("seen", "text", "gate", "article", "mention", "report", "kept")


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one page: the stages it passed, the microseconds each took, and its record or why it failed.

    ``problem`` is set where a page should have been read and could not be; a page left aside has neither.
    """

    passed: tuple[str, ...]
    spent: tuple[int, ...]
    record: Record | None = None
    problem: str | None = None


def through(page: Page, parser: Parser, *, gated: bool = True, known: Sequence[KnownOffice] | None = None) -> Outcome:
    """One page through the funnel. ``gated`` off reads everything, to measure what the gate loses. ``known`` is the
    calendar's who's-who file, without the aliases that people have undone; None: the file of the settings."""
    clock = _Clock()
    try:
        record = _stages(page, parser, clock, gated=gated, known=known)
    except NotReadError:
        return clock.outcome(None)
    except SourceError as error:
        return clock.outcome(None, error.problem)
    # One page's bug must not end a shard of thousands; it is listed among the failures.
    except Exception as error:
        return clock.outcome(None, f"a bug in Legation: {type(error).__name__}: {error}".splitlines()[0][:300])
    return clock.outcome(record)


def _stages(
    page: Page, parser: Parser, clock: _Clock, *, gated: bool, known: Sequence[KnownOffice] | None
) -> Record | None:
    from legation import pipeline

    text = page.text if page.text is not None else decode.decode(page.content or b"", source=page.source)
    as_html = page.media_type == "html" or (page.media_type is None and decode.is_html(text))
    clock.passes("seen")
    if gated:
        quick = fast.fast_text(text) if as_html else text
        if not fast.is_in_language(quick):
            return None
        clock.passes("text")
        if not funnel.opens(quick):
            return None
        clock.passes("gate")
    kind = "html" if as_html else "text"
    found = article(msgspec.structs.replace(page, content=None, text=text, media_type=kind))
    known = known_offices(settings().whos_who) if known is None else known
    if gated:
        return _passages_first(found, parser, clock, known)
    record = pipeline.read(found, parser, known=known)
    return record if record.engagements else None


def _passages_first(whole: Article, parser: Parser, clock: _Clock, known: Sequence[KnownOffice]) -> Record | None:
    """The record of the whole article, which is read only where a part of it reports something."""
    from legation import pipeline

    spans = funnel.speaking(whole)
    if not spans:
        return None
    clock.passes("article")
    places = pipeline.places(funnel.only(whole, spans), parser)
    if not places:
        return None
    clock.passes("mention")
    part = funnel.passages(whole, places, is_wide=False)
    record = pipeline.read(part, parser, known=known)
    if not record.engagements:
        return None
    clock.passes("report")
    is_between = any(_is_between(engagement) for engagement in record.engagements)
    rest = whole if is_between else funnel.passages(whole, places)
    if rest.blocks != part.blocks:
        record = pipeline.read(rest, parser, known=known)
    if not record.engagements:
        return None
    clock.passes("kept")
    return record


def _is_between(engagement: Engagement) -> bool:
    """Whether two states or bodies are known to take part; else passages are enough, and the page is not read whole."""
    sides = {p.country or p.organisation for p in engagement.participants} | {engagement.host_country}
    return len(sides - {None}) > 1


class _Clock:
    """Notes which stages were passed and what each took."""

    def __init__(self) -> None:
        self._last = time.perf_counter_ns()
        self._passed: list[str] = []
        self._spent: list[int] = []

    def passes(self, stage: str) -> None:
        self._passed.append(stage)
        self._spend()

    def _spend(self) -> None:
        now = time.perf_counter_ns()
        self._spent.append((now - self._last) // 1000)
        self._last = now

    def outcome(self, record: Record | None, problem: str | None = None) -> Outcome:
        """The outcome; what the stage that stopped the page took is its last ``spent``."""
        if record is None:
            self._spend()
        return Outcome(passed=tuple(self._passed), spent=tuple(self._spent), record=record, problem=problem)


def counted(counts: dict[str, int], outcome: Outcome) -> dict[str, int]:
    """``counts`` with one outcome added: pages by stage passed, and ``<stage> us`` for the time spent in it."""
    new = dict(counts)
    for stage in outcome.passed:
        new[stage] = new.get(stage, 0) + 1
    for stage, spent in zip(STAGES, outcome.spent, strict=False):
        new[f"{stage} us"] = new.get(f"{stage} us", 0) + spent
    if outcome.problem is not None:
        new["failed"] = new.get("failed", 0) + 1
    return new
