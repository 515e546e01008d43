"""Statements found: (text, rows of (kind, source, cue, contents)), in text order."""

from __future__ import annotations

import pytest

from legation.find.statements import find_statements
from legation.parse import default_parser
from legation.records import Article, Block
from legation.rules.speech import speech_rules

Row = tuple[str, str | None, str | None, tuple[str, ...]]


def blocks(text: str) -> tuple[Block, ...]:
    found: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Block(start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


def rows(text: str) -> list[Row]:
    mentions = find_statements(default_parser().annotate(Article(text=text, blocks=blocks(text))), speech_rules())
    out: list[Row] = []
    for m in mentions:
        speaker = mentions[m.same_speaker_as] if m.same_speaker_as is not None else m
        out.append(
            (
                m.kind,
                text[speaker.source.start : speaker.source.end] if speaker.source is not None else None,
                " ".join(s.words(text) for s in m.cue_spans) or None,
                tuple(s.words(text) for s in m.content_spans),
            )
        )
    return out


TABLE: list[tuple[str, list[Row]]] = [
    (
        "The minister said talks would resume in May.",
        [("indirect", "The minister", "said", ("talks would resume in May",))],
    ),
    (
        "“We will go,” Prime Minister Anna Berg said on Monday.",
        [("direct", "Prime Minister Anna Berg", "said", ("“We will go,”",))],
    ),
    (
        '"We will go," said Anna Berg, the prime minister. "Nothing can stop us."',
        [("direct", "Anna Berg, the prime minister", "said", ('"We will go,"', '"Nothing can stop us."'))],
    ),
    (
        "She told reporters: “The visit stands.”",
        [("direct", "She", "told", ("“The visit stands.”",))],
    ),
    (
        "According to the ministry, no date has been set.",
        [("indirect", "the ministry", "According to", ("no date has been set",))],
    ),
    (
        "The two ministers met in Vienna on Friday and had lunch.",
        [],
    ),
    (
        "“A second chance”",
        [],
    ),
    (
        "The spokesman declined to comment.",
        [("indirect", "The spokesman", "declined to comment", ())],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[t[:40] for t, _ in TABLE])
def test_statements_found(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected
