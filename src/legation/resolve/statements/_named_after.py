"""Speakers whom the page names only with the next thing they say: "said a spokeswoman for the envoy. ... “It is not so,”
said Yara Sharif": somebody new who is given a bare name and no office is whoever has just spoken by an office."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from legation.records import Annotation, Statement
from legation.rules.speech import SpeechRules

FARTHEST = 400
"""Characters between the two statements, at most."""
LONGEST = 12
"""Words of a description, at most."""


def with_names(statements: list[Statement], annotation: Annotation, rules: SpeechRules) -> list[Statement]:
    """The statements, with the name for an office that speaks just before somebody is first named, barely."""
    out = list(statements)
    for number, (before, after) in enumerate(pairwise(statements)):
        if _is_office(before, annotation, rules) and _is_new(after, before, annotation):
            speaker = msgspec.structs.replace(before.speaker, name=after.speaker.name)
            out[number] = msgspec.structs.replace(
                before, speaker=speaker, described_as=None, anonymous=False, anonymity=None
            )
            out[number + 1] = msgspec.structs.replace(after, speaker=speaker)
    return out


def _is_office(statement: Statement, annotation: Annotation, rules: SpeechRules) -> bool:
    """Whether one person speaks by an office, without a name: "a spokeswoman for the envoy", "the head of the clinic"."""
    if statement.speaker.name is not None or not statement.source or statement.joint or statement.chain:
        return False
    words = annotation.tokens_in(statement.source[0].start, statement.source[0].end)
    if not words or len(words) > LONGEST or words[0].lower not in ("a", "an", "the"):
        return False
    head = next((t for t in words if t.pos in ("NOUN", "PROPN") and t.dep != "compound"), None)
    if head is None or head.tag != "NN" or head.lemma.lower() not in rules.by_office:
        return False
    return not any(t.entity >= 0 and annotation.entities[t.entity].label == "PERSON" and t.i == head.i + 1 for t in words)


def _is_new(after: Statement, before: Statement, annotation: Annotation) -> bool:
    """Whether somebody is first named where he speaks, by two names and nothing else."""
    name = after.speaker.name
    if name is None or after.speaker.office or not after.source or after.joint or after.chain:
        return False
    source = after.source[0]
    if annotation.text[source.start : source.end] != name or len(name.split()) < 2:
        return False
    if not before.end <= after.start <= before.end + FARTHEST:
        return False
    behind = annotation.text[source.end : source.end + 2]
    return name.split()[-1] not in annotation.text[: source.start] and behind != ", "


__all__ = ["with_names"]
