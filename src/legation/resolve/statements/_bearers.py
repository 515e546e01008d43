"""People called by what their office makes them: "the top diplomat", "the UN chief", "the Greek minister", "the spokesman".

A description means somebody only where everything it says fits: the class of office, the state, the body, man or woman, and
any other word of it a word by which the page introduced him. Where two fit it is whoever of them spoke last, else nobody."""

from __future__ import annotations

from typing import NamedTuple

from legation.records import Actor, Annotation, Statement, Token
from legation.records.statements import SourceMention
from legation.resolve.statements._mentions import Mentions
from legation.resolve.statements._offices import Titles
from legation.rules.speech import SpeechRules

LONGEST = 8
"""Words of a description, at most."""
FARTHEST_SPEAKER = 40
"""Statements before, in which one of two who fit may have spoken, at most."""
STATE = ("country", "adjective", "capital")


class Told(NamedTuple):
    """What a description says of whom it means."""

    noun: str
    classes: frozenset[str]
    words: frozenset[str]
    country: str | None
    bodies: frozenset[str]
    gender: str | None
    is_former: bool


class Bearers:
    """Those of one page who can be called by an office or by what it makes them."""

    def __init__(self, annotation: Annotation, mentions: Mentions, titles: Titles, rules: SpeechRules) -> None:
        self._annotation = annotation
        self._mentions = mentions
        self._titles = titles
        self._rules = rules

    def bearer(self, source: SourceMention, actor: Actor | None, earlier: list[Statement]) -> Actor | None:
        """The one person named before whom the source describes; of several the one who spoke last. None where the words
        are no definite description of an office, or fit nobody or too many."""
        told = self._told(source, actor)
        if told is None:
            return None
        fits = {
            person.name: person
            for _, person, title in self._titles.before(source.start)
            if person.name is not None and self._fits(told, person, title)
        }
        if len(fits) == 1:
            return next(iter(fits.values()))
        return next(
            (fits[s.speaker.name] for s in reversed(earlier[-FARTHEST_SPEAKER:]) if s.speaker.name in fits), None
        )

    def is_unfit(self, source: SourceMention, person: Actor | None) -> bool:
        """Whether what the noun makes of its bearer is not what the person's office is: no president is "the lawmaker"."""
        told = self._told(source, None)
        if told is None or person is None or person.office_class is None:
            return False
        return person.office_class not in told.classes and told.noun not in (person.office or "").lower().split()

    def _told(self, source: SourceMention, actor: Actor | None) -> Told | None:
        head = self._annotation.tokens[source.head]
        words = self._annotation.tokens_in(source.start, source.end)
        if len(words) > LONGEST or head.tag not in ("NN", "NNP") or self._goes_on(head):
            return None
        places = self._places(source)
        owner = self._annotation.child(head.i, "poss")
        if words[0].lower not in self._rules.resuming and not (owner is not None and owner.start in places):
            return None
        bodies, body_words = self._bodies(source)
        own = [
            t
            for t in words
            if t.pos not in ("DET", "PUNCT", "PART", "NUM") and t.start not in places and t.i not in body_words
        ]
        noun, rest = self._noun(own, head)
        if noun is None:
            return None
        wanted = {self._rules.same_office.get(t.lower, t.lower) for t in rest}
        is_former = bool(wanted & self._rules.former)
        country = self._mentions.country_within(source, STATE)
        if country is None and places and actor is not None:
            country = actor.country
        if places and country is None:
            return None
        if not bodies and noun in self._rules.of_a_body:
            return None
        gender = "m" if noun in self._rules.men else "f" if noun in self._rules.women else None
        left = frozenset(wanted - self._rules.former - self._rules.neutral)
        return Told(noun, self._rules.bearers[noun], left, country, bodies, gender, is_former)

    def _goes_on(self, head: Token) -> bool:
        """Whether the noun says more of its bearer behind it, or has a name."""
        return self._annotation.child(head.i, "appos", "relcl", "acl", "conj") is not None

    def _places(self, source: SourceMention) -> frozenset[int]:
        """Where words for states stand in the source."""
        found = set()
        for token in self._annotation.tokens_in(source.start, source.end):
            label = self._annotation.entities[token.entity].label if token.entity >= 0 else ""
            forms = {m.form for m in self._mentions.between(token.start, token.end) if m.start == token.start}
            if label in ("GPE", "NORP") or forms & set(STATE):
                found.add(token.start)
        return frozenset(found)

    def _bodies(self, source: SourceMention) -> tuple[frozenset[str], frozenset[int]]:
        """The bodies that words before the noun name or call ("the UN chief", "the bloc's chief"), and those words."""
        words = [t for t in self._annotation.tokens_in(source.start, source.end) if t.i < source.head]
        for first in range(len(words)):
            for last in range(len(words), first, -1):
                called = self._called(" ".join(t.text for t in words[first:last]))
                if called:
                    return called, frozenset(t.i for t in words[first:last])
        for mention in self._mentions.between(source.start, self._annotation.tokens[source.head].start):
            body = self._mentions.of(mention)
            if body is not None and body.kind == "organisation" and body.organisation and mention.start >= source.start:
                inside = self._annotation.tokens_in(mention.start, mention.end)
                if inside[-1].i < source.head:
                    return frozenset({body.organisation}), frozenset(t.i for t in inside)
        return frozenset(), frozenset()

    def _called(self, words: str) -> frozenset[str]:
        """The bodies of which the words are the short name or what they are called."""
        if any(words in bodies for bodies in self._rules.body_words.values()):
            return frozenset({words})
        return self._rules.body_words.get(words.lower(), frozenset())

    def _noun(self, words: list[Token], head: Token) -> tuple[str | None, list[Token]]:
        """The longest stretch of words that ends in the noun, or goes on with it, and has bearers; and the others."""
        at = next((k for k, t in enumerate(words) if t.i == head.i), None)
        if at is None:
            return None, []
        for last in range(len(words), at, -1):
            for first in range(at + 1):
                phrase = " ".join(t.lower for t in words[first:last])
                if phrase in self._rules.bearers:
                    return phrase, words[:first] + words[last:]
        return None, []

    def _fits(self, told: Told, person: Actor, title: frozenset[str]) -> bool:
        if told.country is not None and person.country != told.country:
            return False
        if told.bodies and person.organisation not in told.bodies:
            return False
        if told.gender is not None and person.gender not in (None, told.gender):
            return False
        if person.office_class not in told.classes and told.noun not in title:
            return False
        return told.words <= title and told.is_former == person.is_former
