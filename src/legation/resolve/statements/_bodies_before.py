"""Bodies taken up by what they are: "the bloc" after "the African Union", "the mission" after "the Embassy of Japan", "the
paper" after "the Oslo Courier published". A body is meant only where it is the one of its kind, or the last of them."""

from __future__ import annotations

import re

from legation.records import Actor, ActorMention, Annotation, Cast, Speaker, Statement, Token
from legation.records.statements import SourceMention
from legation.resolve.statements import _named_before as named_before
from legation.rules.speech import SpeechRules

SITE = re.compile(r"[A-Z][a-z\d-]+\.(?:[a-z]{2}|com|org|net|info)")
"""An outlet named by its address: "Orda.kz"."""
FARTHEST = 160
"""Tokens before the words in which a body's name is looked for: some six sentences."""
FARTHEST_CALLED = 2500
"""Characters between a body between states and what it is called, at most."""
LONGEST = 4
"""Words of what a body is called, at most."""


def called(
    annotation: Annotation, cast: Cast, before: list[ActorMention], source: SourceMention, rules: SpeechRules
) -> Actor | None:
    """The last body between states named before that can be called so ("the bloc", "the continental body")."""
    words = annotation.tokens_in(source.start, source.end)
    if words[0].lower not in rules.resuming or not 2 <= len(words) <= LONGEST or words[-1].i != source.head:
        return None
    rest = [t.lower for t in words[1:]]
    bodies = rules.body_words.get(" ".join(rest))
    if bodies is None and all(t in rules.neutral | rules.ranks | rules.of_region for t in rest[:-1]):
        bodies = rules.body_words.get(rest[-1])
    for mention in before if bodies else ():
        if source.start - mention.end > FARTHEST_CALLED:
            break
        actor = cast.actors[mention.actor] if mention.actor is not None else None
        if actor is not None and actor.kind == "organisation" and actor.organisation in (bodies or ()):
            return actor
    return None


def outlet(annotation: Annotation, source: SourceMention, rules: SpeechRules) -> Speaker | None:
    """The last outlet named before whose name says that it is one: "the paper" after "the Oslo Courier"."""
    head = annotation.tokens[source.head]
    words = annotation.tokens_in(source.start, source.end)
    if head.lemma not in rules.outlets or head.tag not in ("NN", "JJ", "RB"):
        return None
    if words[0].lower not in rules.resuming or len(words) > 2:
        return None
    for i in range(words[0].i - 1, max(-1, words[0].i - FARTHEST), -1):
        token = annotation.tokens[i]
        name = annotation.tokens[token.head]
        if token.lemma in rules.outlets and token.dep == "appos" and name.pos == "PROPN":
            # "the Mainichi, a Tokyo newspaper"
            return Speaker(organisation=named_before.body_name(annotation, name.i))
        following = annotation.tokens[i + 1]
        if token.lemma in rules.outlets and following.pos == "PROPN" and following.i < words[0].i:
            # "the daily Denník"
            return Speaker(organisation=named_before.body_name(annotation, following.i))
        is_name = token.lower in rules.outlet_names or SITE.fullmatch(token.text) is not None
        if token.pos not in ("PROPN", "X") or not is_name or not _is_named(annotation, token):
            continue
        return Speaker(organisation=named_before.body_name(annotation, i).removesuffix("'s").removesuffix("’s"))
    return None


def _is_named(annotation: Annotation, token: Token) -> bool:
    """Whether the word is part of a body's name of several words: "the Oslo Courier"."""
    entity = annotation.entities[token.entity] if token.entity >= 0 else None
    before = annotation.tokens[token.i - 1] if token.i else token
    if SITE.fullmatch(token.text):
        return True
    if entity is None:
        return before.pos == "PROPN" and before.head == token.i and token.dep != "compound"
    return entity.label == "ORG" and entity.last - entity.first > 1


def reporter(
    source: SourceMention, annotation: Annotation, earlier: list[Statement], rules: SpeechRules
) -> Statement | None:
    """The outlet that has just reported something: "the report said"."""
    head = annotation.tokens[source.head]
    words = annotation.tokens_in(source.start, source.end)
    if head.lemma not in rules.reports or words[0].lower not in rules.resuming or len(words) > 2:
        return None
    last = next((s for s in reversed(earlier) if s.source and s.source[0].start < source.start), None)
    is_outlet = last is not None and last.force == "reported" and last.speaker.organisation and not last.speaker.name
    return last if is_outlet else None
