"""Statements as found -> statements as meant: who speaks, on which day, to whom."""

from __future__ import annotations

import re
from datetime import date

from legation.records import (
    Actor,
    ActorMention,
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
from legation.records.statements import SourceMention, StatementMention
from legation.rules.speech import SpeechRules

MARKS = "\"'“”„«»‹›‘’`「」『』"


def resolve_statements(
    mentions: tuple[StatementMention, ...],
    annotation: Annotation,
    cast: Cast,
    people: tuple[PersonMention, ...],
    times: tuple[When, ...],
    rules: SpeechRules,
    *,
    published: date | None = None,
) -> tuple[Statement, ...]:
    """One statement for each mention, in the same order.

    A speaker is who the page's cast says; a described but unnamed source is anonymous and keeps its words in
    ``described_as``; where the words mean nobody known, every field of the speaker is None. ``said_on`` is the time
    that hangs on the cue, None where none does: never the publication date.
    """
    resolved: list[Statement] = []
    for mention in mentions:
        speaker, described = _speaker(mention, mentions, resolved, annotation, cast, rules)
        resolved.append(_statement(mention, annotation, speaker, described, times))
    return tuple(resolved)


def _statement(
    mention: StatementMention, annotation: Annotation, speaker: Speaker, described: str | None, times: tuple[When, ...]
) -> Statement:
    text = annotation.text
    source = mention.source
    return Statement(
        speaker=speaker,
        anonymous=described is not None,
        described_as=described,
        cue=mention.cue_spans[0].words(text) if mention.cue_spans else None,
        kind=mention.kind,
        content=content_words(mention, text),
        start=mention.start,
        end=mention.end,
        quotes=_offsets(mention.quotes),
        said_on=_said_on(mention, annotation, times),
        audience=mention.audience.words(text) if mention.audience is not None else None,
        source=text[source.start : source.end] if source is not None else None,
        source_spans=(Offsets(source.start, source.end),) if source is not None else (),
        cue_spans=_offsets(mention.cue_spans),
        content_spans=_offsets(mention.content_spans),
        force=mention.force,
        does=mention.does,
    )


def _offsets(spans: tuple[Span, ...]) -> tuple[Offsets, ...]:
    return tuple(Offsets(s.start, s.end) for s in spans)


def content_words(mention: StatementMention, text: str) -> str:
    """The content as one string: no marks around it, no ``that`` before it, split parts joined by a space."""
    words = " ".join(" ".join(span.words(text).split()) for span in mention.content_spans)
    words = re.sub(r"^that\s+", "", words)
    if mention.kind == "direct":
        words = re.sub(rf"(?<=\S)[{MARKS}] +[{MARKS}](?=\S)", " ", words).strip(MARKS + " ")
    return words


def _speaker(
    mention: StatementMention,
    mentions: tuple[StatementMention, ...],
    resolved: list[Statement],
    annotation: Annotation,
    cast: Cast,
    rules: SpeechRules,
) -> tuple[Speaker, str | None]:
    """The speaker and, for an anonymous one, the words that describe them."""
    if mention.source is None:
        earlier = mention.same_speaker_as
        if earlier is not None and earlier < len(resolved):
            return resolved[earlier].speaker, resolved[earlier].described_as
        return Speaker(), None
    actor = _actor(mention.source, annotation, cast)
    if _is_described(mention.source, actor, annotation, rules):
        words = annotation.text[mention.source.start : mention.source.end]
        country = actor.country if actor is not None else _country_within(mention.source, cast)
        organisation = actor.organisation if actor is not None else None
        if annotation.tokens_in(mention.source.start, mention.source.end)[0].lower in rules.resuming:
            for statement in reversed(resolved):
                if statement.anonymous and (country is None or statement.speaker.country in (None, country)):
                    return statement.speaker, statement.described_as
        return Speaker(country=country, organisation=organisation), words
    if actor is None:
        return Speaker(), None
    return (
        Speaker(name=actor.name, office=actor.office, country=actor.country, organisation=actor.organisation),
        None,
    )


def _actor(source: SourceMention, annotation: Annotation, cast: Cast) -> Actor | None:
    """The cast's actor for the source's head; the shortest mention that covers it counts."""
    head = annotation.tokens[source.head]
    best: ActorMention | None = None
    for mention in cast.mentions:
        if mention.start <= head.start < mention.end and (
            best is None
            or (mention.head == source.head, mention.start - mention.end)
            > (best.head == source.head, best.start - best.end)
        ):
            best = mention
    return cast.actors[best.actor] if best is not None and best.actor is not None else None


def _country_within(source: SourceMention, cast: Cast) -> str | None:
    for mention in cast.mentions:
        if source.start <= mention.start and mention.end <= source.end and mention.actor is not None:
            country = cast.actors[mention.actor].country
            if country is not None:
                return country
    return None


def _is_described(
    source: SourceMention, actor: Actor | None, annotation: Annotation, rules: SpeechRules
) -> bool:
    if actor is not None and (actor.name is not None or actor.kind in ("country", "organisation")):
        return False
    return annotation.tokens[source.head].lemma in rules.anonymous_nouns


def _said_on(mention: StatementMention, annotation: Annotation, times: tuple[When, ...]) -> SaidOn | None:
    """The time that the grammar hangs on the cue."""
    if mention.cue_head is None:
        return None
    for when in times:
        if when.start is None or when.end is None or when.type not in ("DATE", "TIME"):
            continue
        if any(span.start < when.end and when.start < span.end for span in mention.content_spans):
            continue
        if _hangs_on(annotation, when.start, when.end, mention.cue_head):
            return SaidOn(earliest=when.earliest, latest=when.latest, words=when.words)
    return None


def _hangs_on(annotation: Annotation, start: int, end: int, cue: int) -> bool:
    for token in annotation.tokens_in(start, end):
        head = annotation.tokens[token.head]
        if head.i == cue:
            return True
        if head.dep == "prep" and head.head == cue:
            return True
    return False
