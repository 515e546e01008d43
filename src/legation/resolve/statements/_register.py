"""Words of the diplomatic register in a statement, with what they are known to signal and who says so."""

from __future__ import annotations

from collections.abc import Iterator

from legation.records import Annotation, Register
from legation.records.annotation import Token
from legation.records.statements import StatementMention
from legation.rules.speech import RegisterEntry, SpeechRules

NEAR = 8
"""Tokens between a word of the register and the noun of talking that makes it one, at most."""


def register_of(mention: StatementMention, annotation: Annotation, rules: SpeechRules) -> tuple[Register, ...]:
    """The register's words in the content, in text order. They are a reading beside the quotation, never a fact."""
    found: list[Register] = []
    for span in mention.content_spans:
        found.extend(_in_span(annotation, annotation.tokens_in(span.start, span.end), rules))
    return tuple(found)


def _in_span(annotation: Annotation, tokens: tuple[Token, ...], rules: SpeechRules) -> Iterator[Register]:
    for k, token in enumerate(tokens):
        for entry in rules.register.get(token.lemma, rules.register.get(token.lower, ())):
            size = len(entry.words)
            if not _matches(tokens[k : k + size], entry) or not _fits(tokens, k, size, entry, rules):
                continue
            start, end = token.start, tokens[k + size - 1].end
            yield Register(
                words=annotation.text[start:end], signals=entry.signals, source=entry.source, start=start, end=end
            )
            break


def _matches(tokens: tuple[Token, ...], entry: RegisterEntry) -> bool:
    return len(tokens) == len(entry.words) and all(
        word in (t.lemma, t.lower) for t, word in zip(tokens, entry.words, strict=True)
    )


def _fits(tokens: tuple[Token, ...], k: int, size: int, entry: RegisterEntry, rules: SpeechRules) -> bool:
    if not entry.near_talk:
        return True
    around = tokens[max(0, k - NEAR) : k + size + NEAR]
    return any(t.lemma in rules.talk_nouns or t.lower in rules.talk_nouns for t in around)
