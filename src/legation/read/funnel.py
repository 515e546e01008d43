"""Which pages, and which passages of them, can speak of engagements at all: a gate before everything that is slow.

All questions are answered by one pass of the funnel's automaton over text. The gate errs towards opening: what it lets
through is looked at more closely, and what it keeps out is lost. The loss is measured (docs/scale.md).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from legation.read.introduced import acts_abroad, introduced
from legation.records import Article, Block
from legation.rules.funnel import FunnelRules, Mark, funnel_rules
from legation.rules.phrases import lowered

Marks = Sequence[Mark]
Span = tuple[int, int]
Found = Sequence[tuple[int, int, Mark]]


def opens(text: str, rules: FunnelRules | None = None) -> bool:
    """True where ``text`` may speak of an engagement between states.

    It does where it names an office, and some sentence has an event word, a power, and one more power or an office.
    Where it names one power only, and no office that deals with other states, two offices must stand in that sentence:
    nations leave themselves out when they report to their own.
    """
    rules = rules or funnel_rules()
    return next(_hot(text, rules.marks.find(text), rules), None) is not None


def speaking(article: Article, rules: FunnelRules | None = None) -> tuple[Span, ...]:
    """The sentences of ``article`` that may speak of an engagement; none where its text does not open. Where it does,
    also those in which people act whom it introduces elsewhere."""
    rules = rules or funnel_rules()
    marks = rules.marks.find(article.text)
    found = set(_hot(article.text, marks, rules, article.blocks))
    return tuple(sorted(found.union(_told_by_name(article, marks, rules)))) if found else ()


def only(article: Article, spans: Iterable[Span]) -> Article:
    """``article`` with only those of its blocks that these stretches touch: what is found in a block then does not hang
    on the others, and is not looked for twice. The text stays whole, so that every span still indexes it."""
    blocks = article.blocks or (Block(0, len(article.text)),)
    ends = [block.end for block in blocks]
    kept = {i for start, end in spans for i in range(bisect_right(ends, start), len(blocks)) if blocks[i].start < end}
    return replace(article, blocks=tuple(blocks[i] for i in sorted(kept)))


def passages(
    article: Article, places: Sequence[int], rules: FunnelRules | None = None, *, is_wide: bool = True
) -> Article:
    """``article`` with only the blocks about ``places``, which speak of engagements, those at its head and those that
    introduce who is named there; ``is_wide``, those about other event words too. Whole where ``places`` are many."""
    rules = rules or funnel_rules()
    bounds = _bounds(article.text, rules, article.blocks)
    sentences = len(bounds) - 1
    if len(places) >= rules.whole_mentions or len(places) >= rules.whole_share * sentences:
        return article
    marks = list(_by_sentence(rules.marks.find(article.text), bounds))
    named = [i for i, inside in marks if any(mark.kind in ("office", "foreign_office") for mark in inside)]
    kept = set(range(rules.leading))
    if is_wide:
        kept.update(k for i, inside in marks if _is_warm(inside) for k in (i - 1, i, i + 1))
    for place in places:
        i = bisect_right(bounds, place) - 1
        kept.update(range(i - rules.about, i + rules.about + 1))
        kept.update(_introducing(article.text, bounds, i, named))
    spans = [(bounds[i], bounds[i + 1]) for i in kept if 0 <= i < sentences]
    spans += [(b.start, b.end) for b in article.blocks if b.kind == "dateline"]
    part = only(article, spans)
    return article if share(article.blocks, part.blocks) >= rules.whole_part else part


def share(whole: tuple[Block, ...], kept: tuple[Block, ...]) -> float:
    """What part of the blocks' characters is kept."""
    return sum(b.end - b.start for b in kept) / max(1, sum(b.end - b.start for b in whole))


def _bounds(text: str, rules: FunnelRules, blocks: Sequence[Block] = ()) -> list[int]:
    """Where sentences begin, roughly, and the end of the text; no sentence runs across a block's bounds."""
    found = {0, len(text), *(match.end() for match in rules.sentence_end.finditer(text))}
    found.update(block.start for block in blocks)
    return sorted(found)


def _hot(text: str, marks: Found, rules: FunnelRules, blocks: Sequence[Block] = ()) -> Iterator[Span]:
    """The sentences that hold what makes an engagement, in a text that names enough; a short one is asked as a whole."""
    powers = _powers(mark for _, _, mark in marks)
    has_foreign = any(mark.kind == "foreign_office" for _, _, mark in marks)
    if not powers or not (has_foreign or any(mark.kind == "office" for _, _, mark in marks)):
        return
    offices = 0 if has_foreign or len(powers) >= rules.powers else 2
    bounds = [0, len(text)] if len(text) <= rules.short else _bounds(text, rules, blocks)
    for i, inside in _by_sentence(marks, bounds):
        if _is_hot(inside, offices) and _has_event(inside, text[bounds[i] : bounds[i + 1]]):
            yield bounds[i], bounds[i + 1]


def _told_by_name(article: Article, marks: Found, rules: FunnelRules) -> Iterator[Span]:
    """The sentences with an event word in which those act whom the page introduces elsewhere: no office or state need
    stand there ("In May, Xi and Putin signed a treaty")."""
    text = article.text
    bounds = _bounds(text, rules, article.blocks)
    known = introduced(text, marks, bounds, rules)
    for i, inside in _by_sentence(marks, bounds):
        start, end = bounds[i], bounds[i + 1]
        if _has_event(inside, text[start:end]):
            powers = frozenset(mark.power for mark in inside if mark.power)
            if acts_abroad(text, start, end, powers, known, rules):
                yield start, end


def _by_sentence(marks: Found, bounds: Sequence[int]) -> Iterator[tuple[int, list[Mark]]]:
    """The numbers of the sentences in which marks begin, each with its marks."""
    i = 0
    while i < len(marks):
        number = bisect_right(bounds, marks[i][0]) - 1
        inside = []
        while i < len(marks) and marks[i][0] < bounds[number + 1]:
            inside.append(marks[i][2])
            i += 1
        yield number, inside


def _is_warm(marks: Marks) -> bool:
    """True where a sentence may say more of an engagement that another speaks of."""
    kinds = {mark.kind for mark in marks}
    return "event" in kinds or (bool(kinds & {"common", "silent"}) and bool(kinds - {"common", "silent"}))


def _introducing(text: str, bounds: Sequence[int], number: int, named: Sequence[int]) -> Iterator[int]:
    """For each name in a sentence, the first sentence of the text that has it beside an office."""
    words = {
        word.strip(".,;:'’\"”)") for word in text[bounds[number] : bounds[number + 1]].split() if word[0].isupper()
    }
    for word in words:
        for i in named:
            if len(word) > 3 and text.find(word, bounds[i], bounds[i + 1]) >= 0:
                yield i
                break


def _powers(marks: Iterable[Mark]) -> set[str]:
    """The powers named, but for those of which only a place is."""
    return {mark.power for mark in marks if mark.power and mark.kind != "place"}


def _has_event(marks: Marks, sentence: str) -> bool:
    """Whether an event word tells something here: alone, or with a word that it wants."""
    wanted: set[str] = set()
    for mark in marks:
        if mark.kind in ("event", "common"):
            if not mark.wants:
                return True
            wanted |= mark.wants
    joined = lowered(sentence).replace("-", "") if wanted else ""
    return any(word in joined for word in wanted)


def _is_hot(marks: Marks, fewest_offices: int) -> bool:
    """Whether a power stands in a sentence with one more, or with an office; an event is asked for apart."""
    powers = _powers(marks)
    offices = sum(mark.kind in ("office", "foreign_office") for mark in marks)
    return bool(powers) and len(powers) + offices > 1 and offices >= fewest_offices
