"""The lightest annotation that dates can be read from: the text and its words, with no grammar."""

from __future__ import annotations

from legation.records import Annotation, Sentence, Token
from legation.rules.notation import TOKEN

LIGHT_MODEL = "words"
"""What ``Annotation.model`` says where no parser ran; the resolver then reads tense from words alone."""


def light(text: str) -> Annotation:
    """``text`` as words without tags, heads or sentences (one sentence holds all). Costs microseconds a page."""
    tokens = []
    for i, match in enumerate(TOKEN.finditer(text)):
        word = match[0]
        lower = word.lower()
        tokens.append(Token(i, match.start(), match.end(), word, lower, lower, "", "", "", i, 0, -1, ""))
    return Annotation(
        text=text,
        tokens=tuple(tokens),
        sentences=(Sentence(0, len(tokens), 0, 0),) if tokens else (),
        entities=(),
        dependants=((),) * len(tokens),
        starts=tuple(t.start for t in tokens),
        model=LIGHT_MODEL,
    )
