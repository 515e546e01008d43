"""Statements in the making -> records, in text order."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from legation.find.statements._attribution import Attribution
from legation.find.statements._details import occasion, relayed, relays, stance
from legation.find.statements._extent import without_dateline
from legation.find.statements._grammar import next_token, span_of
from legation.find.statements._quoted import Placed
from legation.records import Annotation, Span
from legation.records.reading import StatementKind
from legation.records.statements import SourceMention, StatementMention
from legation.rules.speech import SpeechRules

DIALOGUE_DASHES = frozenset({"—", "–", "―"})


def mention_list(
    annotation: Annotation, rules: SpeechRules, found: list[Attribution], placed: dict[int, Placed]
) -> tuple[StatementMention, ...]:
    """The records, ordered by where each statement begins."""
    rows = [(_mention(annotation, rules, a, placed), a) for a in found]
    rows.sort(key=lambda row: (row[0].start, row[0].end))
    number = {id(a): i for i, (_, a) in enumerate(rows)}
    return tuple(
        mention if a.same_as is None else msgspec.structs.replace(mention, same_speaker_as=number[id(a.same_as)])
        for mention, a in rows
    )


def _mention(annotation: Annotation, rules: SpeechRules, a: Attribution, placed: dict[int, Placed]) -> StatementMention:
    source = _undated(annotation, a.source) if a.source is not None else None
    contents = tuple(span_of(annotation, first, last) for first, last in _apart(a.contents))
    # In a turn of a transcript everything is speech; marks in it are what the speaker quotes.
    marked = () if a.is_turn else sorted(a.quotes)
    quotes = tuple(Span(placed[n].quote.start, placed[n].quote.end) for n in marked if n in placed)
    cues = (span_of(annotation, *_as_saying(annotation, *a.cue_tokens)),) if a.cue_tokens is not None else ()
    # The one named in the heading of a transcript or a statement stands far from the words.
    is_far = (a.is_turn or a.is_page) and source is not None and "\n" in annotation.text[source.end : contents[0].start]
    near = None if is_far else source
    everything = [*contents, *cues, *((Span(near.start, near.end),) if near is not None else ())]
    does, negated, modality = stance(annotation, rules, a)
    where = occasion(annotation, rules, a)
    return StatementMention(
        start=min(s.start for s in everything),
        end=max(s.end for s in everything),
        kind="direct" if a.is_turn or a.is_page else _kind(annotation.text, contents, quotes),
        cue=a.cue.lemma if a.cue is not None else None,
        cue_head=a.cue_head,
        cue_spans=cues,
        force=a.cue.force if a.cue is not None else None,
        does=does,
        negated=negated,
        modality=modality,
        chain=relayed(annotation, rules, a),
        relays=tuple(dict.fromkeys((*a.relays, *relays(annotation, rules, a)))),
        occasion=span_of(annotation, *where) if where is not None else None,
        source=source,
        content_spans=contents,
        quotes=quotes,
        audience=span_of(annotation, *a.audience) if a.audience is not None else None,
    )


def _apart(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The token ranges in their order, those that overlap as one: what two rules read twice is said once."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if found and first < found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _undated(annotation: Annotation, source: SourceMention) -> SourceMention:
    """The source without a dateline before it: ``(Agency) - Norway's newspaper accused ...``."""
    first = next_token(annotation, source.start)
    start = without_dateline(annotation, first, source.head + 3)
    return (
        SourceMention(annotation.tokens[start].start, source.end, source.head)
        if first < start <= source.head
        else source
    )


def _as_saying(annotation: Annotation, first: int, last: int) -> tuple[int, int]:
    """The cue with the ``as saying`` that follows ``was quoted``."""
    following = annotation.tokens[last : last + 2]
    is_longer = len(following) == 2 and following[0].lower == "as" and following[1].tag == "VBG"
    return first, last + 2 if is_longer else last


def _kind(text: str, contents: tuple[Span, ...], quotes: tuple[Span, ...]) -> StatementKind:
    if not quotes:
        return "direct" if contents and _is_dialogue(text, contents[0].start) else "indirect"
    if all(any(q.start <= c.start and c.end <= q.end for q in quotes) for c in contents):
        return "direct"
    return "mixed"


def _is_dialogue(text: str, start: int) -> bool:
    """Whether a dash before the content opens its line: the mark of direct speech in much of the world's press."""
    line = text.rfind("\n", max(0, start - 8), start) + 1
    before = text[line:start].strip() if line or start < 8 else ""
    return before in DIALOGUE_DASHES
