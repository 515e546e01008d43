"""Offices whose bearer only somebody's own words name: in "“When Premier Holm built it, nobody came,” the Premier said" the
Premier is no Holm, but whom the page itself calls so."""

from __future__ import annotations

from legation.records import Actor, Annotation, Span, Statement
from legation.records.statements import SourceMention
from legation.resolve.statements._mentions import Mentions
from legation.resolve.statements._offices import Titles
from legation.rules.speech import SpeechRules

MARKS = "\"“«„‘'`"
FARTHEST = 12
"""Statements before, in whose words a bearer may have been named, at most."""


def whom_the_page_calls_so(
    annotation: Annotation,
    mentions: Mentions,
    titles: Titles,
    rules: SpeechRules,
    source: SourceMention,
    name: str | None,
    earlier: list[Statement],
    said: tuple[Span, ...],
) -> Actor | None:
    """Who else holds the bare office ``source``, where every mention of ``name`` before it stands in quotation marks; None
    where the page names him itself, or nobody or too many fit."""
    head = annotation.tokens[source.head]
    words = annotation.tokens_in(source.start, source.end)
    if name is None or head.tag not in ("NN", "NNP") or words[0].lower not in rules.resuming:
        return None
    if any(t.text in name.split() for t in words):
        return None
    quoted = [(s.start, s.end) for s in said]
    quoted += [(c.start, c.end) for s in earlier[-FARTHEST:] for c in s.content_spans]
    quoted = [(start, end) for start, end in quoted if annotation.text[start] in MARKS]
    named = [
        m
        for m in mentions.before(source)
        if m.form in ("name", "surname") and (actor := mentions.of(m)) is not None and actor.name == name
    ]
    if not named or not all(any(a <= m.start < b for a, b in quoted) for m in named):
        return None
    country = mentions.country_within(source, ("country", "adjective", "capital"))
    return titles.holder(source, earlier, country, but=name)


__all__ = ["whom_the_page_calls_so"]
