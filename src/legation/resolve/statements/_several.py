"""Several at once: "the two ministers", "they", "the leaders" after the page named them one by one."""

from __future__ import annotations

from legation.records import Actor, Annotation
from legation.records.statements import SourceMention
from legation.resolve.statements._mentions import Mentions
from legation.rules.speech import SpeechRules

FARTHEST = 3
"""Sentences before, in one of which all of them are named."""
LONGEST = 3
"""Words of what several are called, at most."""


def those_named(
    annotation: Annotation, mentions: Mentions, source: SourceMention, rules: SpeechRules
) -> tuple[Actor, ...]:
    """The people whom a definite plural takes up: the two of different states, or as many as it says, that the nearest
    sentence with anybody in it names. Empty where another number is named there, or what they are called does not fit."""
    head = annotation.tokens[source.head]
    words = [t.lower for t in annotation.tokens_in(source.start, source.end)]
    number = next((rules.several[w] for w in words if w in rules.several), None)
    is_plural = rules.pronouns.get(head.lower) == "p" or head.tag in ("NNS", "NNPS") or head.lower in rules.several
    opens = words[0] in rules.resuming or words[0] in rules.several or rules.pronouns.get(words[0]) == "p"
    if not (is_plural and opens) or len(words) > LONGEST:
        return ()
    classes = rules.bearers.get(head.lemma.lower()) if head.tag in ("NNS", "NNPS") else None
    if head.tag in ("NNS", "NNPS") and classes is None:
        return ()
    here = annotation.sentence_of(head.i)
    for k in range(head.sentence - 1, max(-1, head.sentence - 1 - FARTHEST), -1):
        sentence = annotation.sentences[k]
        named = _named_in(annotation, mentions, sentence.first, sentence.last)
        if not named:
            if number is None and rules.pronouns.get(head.lower) == "p":
                return ()
            continue
        fits = [a for a in named if classes is None or a.office_class in classes]
        is_whole = len(fits) == (number or 2) and len({a.country or a.organisation for a in fits}) == len(fits)
        return tuple(fits) if is_whole and here.first > sentence.first else ()
    return ()


def _named_in(annotation: Annotation, mentions: Mentions, first: int, last: int) -> list[Actor]:
    start, end = annotation.span(first, last)
    found: dict[str, Actor] = {}
    for mention in sorted(mentions.between(start, end), key=lambda m: m.start):
        actor = mentions.of(mention)
        if actor is None or actor.kind != "person" or actor.name is None or mention.start < start:
            continue
        if mention.form in ("name", "surname", "office"):
            found.setdefault(actor.name, actor)
    return list(found.values())
