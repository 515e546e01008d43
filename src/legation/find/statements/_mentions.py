"""Statements in the making -> records, in text order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

import msgspec

from legation.find.statements._attribution import Attribution
from legation.find.statements._details import occasion, relayed, relays, stance
from legation.find.statements._extent import without_dateline
from legation.find.statements._grammar import next_token, span_of
from legation.find.statements._quoted import ENDS, MARKS, Placed
from legation.records import Annotation, Span
from legation.records.reading import StatementKind
from legation.records.statements import SourceMention, StatementMention
from legation.rules.speech import SpeechRules

DIALOGUE_DASHES = frozenset({"—", "–", "―"})


def mention_list(
    annotation: Annotation, rules: SpeechRules, found: list[Attribution], placed: dict[int, Placed]
) -> tuple[StatementMention, ...]:
    """The records, ordered by where each statement begins."""
    rows = [(_mention(annotation, rules, part, placed), a) for a in found for part in _sentences(annotation, a, placed)]
    rows.sort(key=lambda row: (row[0].start, [s.start for s in row[0].content_spans[:1]], row[0].end))
    number: dict[int, int] = {}
    for i, (_, a) in enumerate(rows):
        number.setdefault(id(a), i)
    return tuple(
        mention if a.same_as is None else msgspec.structs.replace(mention, same_speaker_as=number[id(a.same_as)])
        for mention, a in rows
    )


def _sentences(annotation: Annotation, a: Attribution, placed: dict[int, Placed]) -> list[Attribution]:
    """A quotation that its speaker goes on with in another sentence or paragraph ("A," she said. "B.") as a statement
    each, with the same cue and source: a reader lists what is said in it apart."""
    if not (a.is_set_off or a.cue is None) or a.is_turn or a.is_page or len(a.contents) < 2:
        return [a]
    parts: list[list[tuple[int, int]]] = []
    for first, last in _apart(a.contents):
        if parts and not _is_other_sentence(annotation, parts[-1][-1][1], first):
            parts[-1].append((first, last))
        else:
            parts.append([(first, last)])
    if len(parts) < 2:
        return [a]
    ends = [part[-1][1] for part in parts]
    quotes: list[set[int]] = [set() for _ in parts]
    for number in a.quotes:
        k = bisect_right(ends, placed[number].first) if number in placed else len(parts)
        if k < len(parts):
            quotes[k].add(number)
    return [replace(a, contents=part, quotes=marked) for part, marked in zip(parts, quotes, strict=True)]


def _is_other_sentence(annotation: Annotation, last: int, first: int) -> bool:
    """Whether a sentence or a paragraph ends between two parts of a quotation."""
    between = annotation.text[annotation.tokens[last - 1].end : annotation.tokens[first].start]
    words = between.strip(MARKS)
    if "\n" in between or words:
        return "\n" in between or words[-1] in ENDS
    end = annotation.tokens[last - 1].end
    return annotation.text[max(0, end - 4) : end].rstrip(MARKS)[-1:] in ENDS


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
