"""One statement for each mention: speaker, day, audience, chain, register."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

import msgspec

from legation.records import (
    Annotation,
    Cast,
    Offsets,
    PersonMention,
    SaidOn,
    Span,
    Speaker,
    Statement,
    When,
)
from legation.records.statements import StatementMention
from legation.resolve.statements._anonymity import anonymity_of
from legation.resolve.statements._described import Described
from legation.resolve.statements._named_after import with_names
from legation.resolve.statements._register import register_of
from legation.resolve.statements._speakers import Speakers
from legation.rules.speech import SpeechRules

MARKS = "\"'“”„«»‹›‘’`「」『』"
JOINT = re.compile(rf"(?<=[^\s{MARKS}])[{MARKS}]+ +[{MARKS}]+(?=[^\s{MARKS}])")
FARTHEST_TIME = 60
"""Characters between a cue and the time that hangs on it, at most."""


def resolve_statements(
    mentions: tuple[StatementMention, ...],
    annotation: Annotation,
    cast: Cast,
    people: tuple[PersonMention, ...],
    times: tuple[When, ...],
    rules: SpeechRules,
    *,
    published: date | None = None,
    home: str | None = None,
) -> tuple[Statement, ...]:
    """One statement for each mention, in the same order.

    A speaker is who the page's cast says; a described but unnamed source is anonymous and keeps its words in
    ``described_as``; where the words mean nobody known, every field of the speaker is None. ``said_on`` is the time
    that hangs on the cue, None where none does: never the publication date. ``home`` is the state for which the outlet writes,
    whose ministries and spokesmen it names without their state.
    """
    speakers = Speakers(annotation, cast, people, rules, home)
    starts = [when.start if when.start is not None else -1 for when in times]
    resolved: list[Statement] = []
    for mention in mentions:
        found = speakers.of(mention, resolved)
        nearby = times[
            bisect_left(starts, mention.start - FARTHEST_TIME) : bisect_left(starts, mention.end + FARTHEST_TIME)
        ]
        statement = _statement(mention, annotation, speakers, found, nearby, rules)
        if mention.same_speaker_as is not None and mention.same_speaker_as < len(resolved):
            # The words that name the speaker stand with the statement that this one goes on from.
            named = resolved[mention.same_speaker_as]
            statement = msgspec.structs.replace(statement, source=named.source, source_words=named.source_words)
        resolved.append(statement)
    return tuple(with_names(resolved, annotation, rules))


def _statement(
    mention: StatementMention,
    annotation: Annotation,
    speakers: Speakers,
    found: Described,
    times: tuple[When, ...],
    rules: SpeechRules,
) -> Statement:
    text = annotation.text
    source = mention.source
    return Statement(
        speaker=found.speaker,
        anonymous=found.is_unnamed,
        described_as=found.words,
        cue=mention.cue_spans[0].words(text) if mention.cue_spans else None,
        kind=mention.kind,
        content=content_words(mention, text),
        start=mention.start,
        end=mention.end,
        quotes=_offsets(mention.quotes),
        said_on=_said_on(mention, annotation, times),
        audience=mention.audience.words(text) if mention.audience is not None else None,
        source=(Offsets(source.start, source.end),) if source is not None else (),
        source_words=text[source.start : source.end] if source is not None else None,
        cue_spans=_offsets(mention.cue_spans),
        content_spans=_offsets(mention.content_spans),
        force=mention.force,
        does=mention.does,
        negated=mention.negated,
        modality=mention.modality,
        occasion=mention.occasion.words(text) if mention.occasion is not None else None,
        anonymity=anonymity_of(mention, annotation, rules) if found.is_unnamed and source is not None else None,
        joint=speakers.together(source) if source is not None else (),
        chain=_chain(mention, speakers, found.speaker),
        chain_words=_chain_words(mention, text, found),
        register=register_of(mention, annotation, rules),
    )


def _offsets(spans: tuple[Span, ...]) -> tuple[Offsets, ...]:
    return tuple(Offsets(s.start, s.end) for s in spans)


def content_words(mention: StatementMention, text: str) -> str:
    """The content as one string: no marks around it, no ``that`` before it, split parts joined by a space."""
    parts = [" ".join(span.words(text).split()) for span in mention.content_spans]
    if mention.kind == "direct" and any(q.start <= mention.content_spans[0].start < q.end for q in mention.quotes):
        # Each paragraph of a quotation opens it again.
        return JOINT.sub(" ", " ".join(part.strip(MARKS + " ") for part in parts))
    return re.sub(r"^that,?\s+", "", " ".join(parts))


def _chain(mention: StatementMention, speakers: Speakers, speaker: Speaker) -> tuple[Speaker, ...]:
    """All links of a relayed statement, nearest to the page first."""
    origins = tuple(speakers.named(source).speaker for source in mention.chain)
    relays = tuple(speakers.named(source).speaker for source in mention.relays)
    return (*relays, speaker, *origins) if origins or relays else ()


def _chain_words(mention: StatementMention, text: str, found: Described) -> tuple[str, ...]:
    """What the page calls each link, in the same order; empty for a speaker whom no words name."""
    if not (mention.chain or mention.relays):
        return ()
    own = text[mention.source.start : mention.source.end] if mention.source is not None else found.words or ""
    relays, origins = (tuple(text[s.start : s.end] for s in links) for links in (mention.relays, mention.chain))
    return (*relays, own, *origins)


def _said_on(mention: StatementMention, annotation: Annotation, times: tuple[When, ...]) -> SaidOn | None:
    """The time that the grammar hangs on the cue."""
    if mention.cue_head is None:
        return None
    for when in times:
        if when.start is None or when.end is None or when.type not in ("DATE", "TIME"):
            continue
        if any(span.start < when.end and when.start < span.end for span in mention.content_spans):
            continue
        if _hangs_on(annotation, when.start, when.end, mention):
            return SaidOn(earliest=when.earliest, latest=when.latest, words=when.words)
    return None


def _hangs_on(annotation: Annotation, start: int, end: int, mention: StatementMention) -> bool:
    cue = mention.cue_head
    for token in annotation.tokens_in(start, end):
        head = annotation.tokens[token.head]
        if head.i == cue or token.i == cue:
            return True
        if head.dep == "prep" and head.head == cue:
            return True
    # "told reporters on Tuesday": the parser may hang the day on the audience or the occasion.
    anchors = [span for span in (mention.audience, mention.occasion) if span is not None]
    sentence = annotation.tokens[cue].sentence if cue is not None else -1
    return any(anchor.end <= start <= anchor.end + 4 for anchor in (*anchors, *mention.cue_spans)) and any(
        t.sentence == sentence for t in annotation.tokens_in(start, end)
    )
