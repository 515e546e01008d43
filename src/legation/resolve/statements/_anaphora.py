"""People taken up by what they are: "the diplomat said", "the Kenyan leader added", "the 54-year-old", after their name."""

from __future__ import annotations

from legation.records import Actor, ActorMention, Annotation, Cast, Speaker, Statement, Token
from legation.records.statements import SourceMention
from legation.rules.speech import SpeechRules

FARTHEST_NAME = 900
"""Characters between a description and the last words of whom it takes up, at most: some three paragraphs."""
LONGEST_DESCRIPTION = 6
FARTHEST_SUBJECT = 60
"""Mentions before a description, among which the person is looked for that the page tells of, at most."""


def person_taken_up(
    annotation: Annotation,
    cast: Cast,
    before: list[ActorMention],
    source: SourceMention,
    earlier: list[Statement],
    rules: SpeechRules,
    country: str | None,
) -> Speaker | None:
    """The named person whom a definite description without a name takes up: who spoke last, else whom the sentences
    before are about. ``before`` are the mentions before the description, the nearest first. None where the words are no
    such description, where a state or an office speaks against it, or where nobody near fits."""
    head = annotation.tokens[source.head]
    if not is_description(annotation, source, rules, has_country=country is not None):
        return None
    last = next((s for s in reversed(earlier) if s.source and s.source[0].start < source.start), None)
    if last is not None and source.start - last.end <= FARTHEST_NAME and last.speaker.name is not None:
        if _fits(head, last.speaker.office, last.speaker.country, country, rules):
            return last.speaker
        return None
    subject = _subject_before(annotation, cast, before, source)
    if subject is None or not _fits(head, subject.office, subject.country, country, rules):
        return None
    return Speaker(name=subject.name, office=subject.office, country=subject.country, organisation=subject.organisation)


def is_description(annotation: Annotation, source: SourceMention, rules: SpeechRules, *, has_country: bool) -> bool:
    """Whether the words are one person without a name, as known from before: "the senior diplomat"."""
    words = annotation.tokens_in(source.start, source.end)
    head = annotation.tokens[source.head]
    if words[0].lower not in rules.resuming or head.tag not in ("NN", "NNP", "JJ") or len(words) > LONGEST_DESCRIPTION:
        return False
    if annotation.child(head.i, "appos", "relcl", "acl", "conj", "poss") is not None:
        return False
    of = annotation.child(head.i, "prep")
    if of is not None and (annotation.child(of.i, "pobj") or of).lower not in rules.headed:
        return False
    if not has_country and any(
        t.entity >= 0 and annotation.entities[t.entity].label in ("PERSON", "ORG") for t in words if t.i != head.i
    ):
        return False
    return head.lemma.lower() in rules.persons | rules.honorifics | rules.anaphors or _is_age(annotation, head)


def _is_age(annotation: Annotation, head: Token) -> bool:
    """``The 54-year-old``."""
    return head.lower.endswith("old") and any(
        t.lower in ("year", "-year-") for t in annotation.tokens[head.i - 3 : head.i]
    )


def _subject_before(
    annotation: Annotation, cast: Cast, before: list[ActorMention], source: SourceMention
) -> Actor | None:
    """The named person who is the only subject of the nearest sentence before that has one."""
    for mention in before[:FARTHEST_SUBJECT]:
        if mention.end > source.start or mention.actor is None:
            continue
        if source.start - mention.end > FARTHEST_NAME:
            return None
        actor = cast.actors[mention.actor]
        if actor.kind == "person" and actor.name is not None and annotation.tokens[mention.head].dep == "nsubj":
            return actor if len(annotation.conjuncts(mention.head)) < 2 else None
    return None


def _fits(head: Token, office: str | None, known: str | None, country: str | None, rules: SpeechRules) -> bool:
    """Whether somebody of that office and country can be called by the noun."""
    if country is not None and known is not None and country != known:
        return False
    noun = head.lemma.lower()
    if noun in rules.anaphors or noun == "old" or office is None:
        return True
    return noun in office.lower().split()
