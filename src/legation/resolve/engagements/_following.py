"""Days that the order of telling gives: the second of two days side by side, "she will later meet" after what has its day."""

from __future__ import annotations

from legation.records import Annotation
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._attached import Attached, Mentioned
from legation.resolve.engagements._candidate import SITTINGS
from legation.rules.engagements import EngagementRules


def in_order(page: Mentioned, found: Attached) -> None:
    """Adds to ``found`` the days that only the order of the words gives."""
    _both_days(page, found)
    for number, mention in enumerate(page.mentions):
        if mention.kind in SITTINGS and number not in found.own and _is_later(page.doc, page.rules, mention):
            day = _day_before(page, found, number)
            if day is not None:
                found.own[number].append(day)


def _both_days(page: Mentioned, found: Attached) -> None:
    """ "will hold talks in Oslo on Friday and Saturday": the parser may hang the second day on a word of its own."""
    doc, times, joined = page.doc, page.times, page.rules.side_by_side["both"]
    taken = {i for own in found.own.values() for i in own}
    for own in found.own.values():
        for index in tuple(own):
            if index + 1 >= len(times) or index + 1 in taken:
                continue
            one, other = times[index], times[index + 1]
            beside = one.end is not None and other.start is not None and joined.fullmatch(doc.text[one.end : other.start])
            if beside and one.precision == other.precision == "day" and len(own) == 1:
                own.append(index + 1)


def _is_later(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> bool:
    """Whether an adverb sets it behind what was told before: "he later met", "will then hold talks with"."""
    adverbs = (c for node in mention.nodes for c in doc.children(node, "advmod"))
    return any(c.lower in rules.words["thereupon"] and not any(True for _ in doc.children(c.i)) for c in adverbs)


def _day_before(page: Mentioned, found: Attached, number: int) -> int | None:
    """The last one day that a mention before it, in its sentence or the one before, has."""
    mentions, times = page.mentions, page.times
    here = mentions[number].sentence
    for n in range(number - 1, -1, -1):
        if here - mentions[n].sentence > 1:
            return None
        days = [t for t in found.own.get(n, ()) if times[t].precision == "day" and times[t].earliest == times[t].latest]
        if days:
            return days[-1]
    return None
