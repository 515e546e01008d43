"""The lightest annotation that dates can be read from: the text and its words, with no grammar."""

from __future__ import annotations

from bisect import bisect_right

from legation.records import Annotation, Article, Sentence, Token
from legation.rules.notation import TOKEN

LIGHT_MODEL = "words"
"""What ``Annotation.model`` says where no parser ran; the resolver then reads tense from words alone."""


def light(article: Article) -> Annotation:
    """The article as words without tags or heads, one sentence a block. Costs about a millisecond a page."""
    begins = [block.start for block in article.blocks]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    first, number = 0, 0
    for i, match in enumerate(TOKEN.finditer(article.text)):
        here = bisect_right(begins, match.start())
        if i > first and here != number:
            sentences.append(Sentence(first, i, first, number))
            first = i
        number = here
        word = match[0]
        lower = word.lower()
        tokens.append(Token(i, match.start(), match.end(), word, lower, lower, "", "", "", i, len(sentences), -1, ""))
    if tokens:
        sentences.append(Sentence(first, len(tokens), first, number))
    return Annotation(
        text=article.text,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        entities=(),
        dependants=((),) * len(tokens),
        starts=tuple(t.start for t in tokens),
        model=LIGHT_MODEL,
    )
