"""Whose a speaker is, by what the page has told before: a body of state without its state, a speaker who goes on."""

from __future__ import annotations

from collections.abc import Callable

from legation.records import Annotation, Statement, Token
from legation.records.statements import SourceMention, StatementMention
from legation.rules.speech import SpeechRules

FARTHEST = 60
"""Statements before, among which the state of a body is looked for, at most."""
FARTHEST_SPEAKER = 8
"""Statements before, among which the one who goes on is looked for, at most."""
FARTHEST_WORDS = 900
"""Characters between the words of a speaker and a pronoun by which he goes on, at most."""


def whose_body(
    annotation: Annotation, source: SourceMention, earlier: list[Statement], rules: SpeechRules, home: str | None
) -> str | None:
    """The state of "the foreign ministry", "a government spokesman" that the page names without one: that of the last such
    body that spoke, else ``home``, for which the outlet writes. None for words that name a place, and for several."""
    words = annotation.tokens_in(source.start, source.end)
    labels = {annotation.entities[t.entity].label for t in words if t.entity >= 0}
    organs = {t.lower for t in words} & rules.state_bodies
    if not organs or labels & {"GPE", "NORP", "LOC", "PERSON"} or annotation.tokens[source.head].tag in ("NNS", "NNPS"):
        return None
    for statement in reversed(earlier[-FARTHEST:]):
        speaker = statement.speaker
        told = f"{statement.source_words or ''} {speaker.organisation or ''} {speaker.office or ''}".lower().split()
        if organs & set(told) and speaker.country is not None:
            return speaker.country
    return home


def who_goes_on(
    annotation: Annotation,
    mention: StatementMention,
    name: str | None,
    earlier: list[Statement],
    rules: SpeechRules,
    agrees: Callable[[Token, Statement], bool],
) -> Statement | None:
    """The last named speaker who can be the pronoun of "he added", "she went on": whoever adds has spoken. None where
    ``name``, whom the pronoun was taken for, has spoken on the page."""
    if mention.source is None or mention.cue_head is None:
        return None
    pronoun = annotation.tokens[mention.source.head]
    if annotation.tokens[mention.cue_head].lemma not in rules.going_on or pronoun.pos != "PRON":
        return None
    if name is not None and any(s.speaker.name == name for s in earlier[-FARTHEST:]):
        return None
    for statement in reversed(earlier[-FARTHEST_SPEAKER:]):
        if mention.source.start - statement.end > FARTHEST_WORDS:
            return None
        if statement.speaker.name is not None and agrees(pronoun, statement):
            return statement
    return None
