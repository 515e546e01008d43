"""Statements as found: the spans of source, cue, content and quotation, before anybody knows who is meant."""

from __future__ import annotations

import msgspec

from legation.records.article import Span
from legation.records.reading import StatementKind


class SourceMention(msgspec.Struct, frozen=True):
    """Words that name who speaks; ``head`` is the token number the grammar hangs them on."""

    start: int
    end: int
    head: int


class StatementMention(msgspec.Struct, frozen=True, kw_only=True):
    """What ``find.statements`` sees: one act of speaking.

    ``start``/``end`` bound source, cue and content together. ``cue`` is the cue's dictionary form and ``cue_head`` its
    main token (None where a quotation stands without a cue). ``source`` is None where the words name nobody
    ("reportedly") or where the speaker is that of another statement: then ``same_speaker_as`` is its number.
    ``content_spans`` hold the content as printed, quotation marks and ``that`` included; they are empty for a refusal
    to speak. ``quotes`` are the quoted stretches in it, marks included. ``chain`` are the sources that the source
    itself names ("Reuters reported, citing two officials"), nearest first; ``relays`` those that pass the statement on
    ("he said, according to Reuters"). ``audience`` is who was spoken to,
    ``occasion`` where or how ("in a statement"). ``negated`` and
    ``modality`` are those of the content's main verb.
    """

    start: int
    end: int
    kind: StatementKind
    cue: str | None = None
    cue_head: int | None = None
    cue_spans: tuple[Span, ...] = ()
    force: str | None = None
    does: tuple[str, ...] = ()
    source: SourceMention | None = None
    same_speaker_as: int | None = None
    content_spans: tuple[Span, ...] = ()
    quotes: tuple[Span, ...] = ()
    chain: tuple[SourceMention, ...] = ()
    relays: tuple[SourceMention, ...] = ()
    audience: Span | None = None
    occasion: Span | None = None
    negated: bool = False
    modality: str | None = None
