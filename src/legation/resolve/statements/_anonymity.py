"""What a page says of a source it does not name: rank, number, and why there is no name."""

from __future__ import annotations

import re

from legation.records import Annotation, Anonymity
from legation.records.statements import StatementMention
from legation.rules.speech import SpeechRules

END_OF_REASON = re.compile(r"[,;.\n]")


def anonymity_of(mention: StatementMention, annotation: Annotation, rules: SpeechRules) -> Anonymity | None:
    """Rank and number from the source's own words, the withholding words and the reason from its sentence or the next
    one of the same paragraph. None where the page says nothing of the kind."""
    source = mention.source
    if source is None:
        return None
    words = annotation.tokens_in(source.start, source.end)
    rank = next((t.lower for t in words if t.lower in rules.ranks and t.i <= source.head), None)
    number = _number(annotation, source.head, rules)
    stops = [span.start for span in (*mention.cue_spans, *mention.content_spans)]
    said, reason = _condition(annotation, source.head, stops, rules)
    if rank is None and number is None and said is None:
        return None
    return Anonymity(rank=rank, number=number, words=said, reason=reason)


def _number(annotation: Annotation, head: int, rules: SpeechRules) -> int | None:
    for child in annotation.children(head, "nummod", "det"):
        if child.lower in rules.numbers:
            return rules.numbers[child.lower]
        if child.lower.isdecimal() and len(child.lower) < 5:
            return int(child.lower)
    return None


def _condition(
    annotation: Annotation, head: int, stops: list[int], rules: SpeechRules
) -> tuple[str | None, str | None]:
    """The words that withhold the name, and the reason after them, up to one of ``stops`` (cue, content)."""
    sentence = annotation.sentence_of(head)
    number = annotation.tokens[head].sentence
    following = annotation.sentences[number + 1 : number + 2]
    for part in (sentence, *(s for s in following if s.block == sentence.block)):
        start, end = annotation.span(part.first, part.last)
        stretch = annotation.text[start:end]
        lower = stretch.lower()
        for phrase in rules.anonymity_phrases:
            at = lower.find(phrase)
            if at >= 0:
                after = start + at + len(phrase)
                limit = min((stop for stop in stops if stop >= after), default=end)
                return stretch[at : at + len(phrase)], _reason(annotation.text[after : min(limit, end)], rules)
    return None, None


def _reason(after: str, rules: SpeechRules) -> str | None:
    """What follows the first word of reason, up to the end of its clause."""
    clause = END_OF_REASON.split(after.lstrip(" ,"), maxsplit=1)[0]
    lower = clause.lower()
    for word in rules.anonymity_reasons:
        found = re.search(rf"\b{re.escape(word)}\b", lower)
        if found is not None and found.start() < 12:
            kept = clause[found.start() :] if " " in word else clause[found.end() :]
            return kept.strip() or None
    return None
