"""The page's actors while they are made out. Only this room touches it; what leaves is a frozen Cast."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from legation.records import Actor, ActorMention, Annotation, Cast, PersonMention, PlaceMention
from legation.rules.names import name_words, skeleton
from legation.rules.offices import OfficeRules
from legation.rules.world import World

BESIDE = 5
"""Characters of ", and " at most between two names of one list."""
SPOKEN = 3
"""Sentences back to which "the country" can point."""
STATES = ("country", "adjective", "people", "capital")
"""Kinds of names that a state is spoken of by."""
NICKNAME = re.compile(r"[“\"‘'(][^”\"’')]+[”\"’')](?=\s)")


def _quotes(annotation: Annotation) -> list[tuple[int, str]]:
    """Where quotation marks open and close, by character; a paragraph closes what it left open."""
    marks: list[tuple[int, str]] = []
    block, is_open = -1, False
    for sentence in annotation.sentences:
        if sentence.block != block:
            block = sentence.block
            if is_open:
                marks.append((annotation.tokens[sentence.first].start, "close"))
            is_open = False
        for token in annotation.tokens[sentence.first : sentence.last]:
            if token.text in ("“", "”", '"', "``", "''"):
                is_open = token.text == "“" or (token.text != "”" and not is_open)
                marks.append((token.start, "open" if is_open else "close"))
    return marks


class CastBuilder:
    """Actors by number, and for each mention the number of its actor or the reason why it has none."""

    def __init__(
        self,
        people: tuple[PersonMention, ...],
        places: tuple[PlaceMention, ...],
        annotation: Annotation,
        world: World,
        offices: OfficeRules,
    ) -> None:
        self.people = people
        self.places = places
        self.annotation = annotation
        self.world = world
        self.offices = offices
        self.actors: list[Actor] = []
        self.actor_of: dict[int, int] = {}
        self.reasons: dict[int, str] = {}
        self.runs: tuple[tuple[int, ...], ...] | None = None
        """Mentions joined by "and" and commas, once somebody has asked for them."""
        self.home: str | None = None
        self.dateline: str | None = None
        self._dropped: set[int] = set()
        self._mentions_of: dict[int, list[int]] = {}
        self._named: dict[str, list[int]] = {}
        self._countries: dict[str, int] = {}
        self._mention_at: dict[int, int] = {}
        self._quotes = _quotes(annotation)
        self._starts = [m.start for m in people]
        self._widest = max((m.end - m.start for m in people), default=0)
        self._by_end = sorted(range(len(people)), key=lambda n: (people[n].end, -n))
        self._in_sentence: dict[int, list[int]] = {}
        for number, mention in enumerate(people):
            # Nested mentions share a head at times; the longer one, which comes first, has it.
            self._mention_at.setdefault(mention.head, number)
            self._in_sentence.setdefault(annotation.tokens[mention.head].sentence, []).append(number)

    def new(self, **fields: Any) -> int:
        """The number of a new actor."""
        self.actors.append(Actor(**fields))
        actor = len(self.actors) - 1
        if fields["kind"] == "person":
            for word in {skeleton(w) for w in name_words(fields["name"])}:
                self._named.setdefault(word, []).append(actor)
        return actor

    def states_of(self, actor: int) -> tuple[str, ...]:
        """The state of an actor, those of its members where it is a group of several."""
        told = self.actors[actor]
        states = (self.actors[m].country for m in told.members) if told.members else (told.country,)
        return tuple(dict.fromkeys(state for state in states if state))

    def named_like(self, name: str) -> tuple[int, ...]:
        """The persons with a word of this name in theirs, spelling variants included, oldest first."""
        found = {a for w in name_words(name) for a in self._named.get(skeleton(w), ())}
        return tuple(sorted(a for a in found if self.actors[a].kind == "person"))

    def change(self, actor: int, **fields: Any) -> None:
        self.actors[actor] = replace(self.actors[actor], **fields)

    def settle(self, mention: int, actor: int) -> None:
        """Say that a mention means an actor."""
        self.actor_of[mention] = actor
        self._mentions_of.setdefault(actor, []).append(mention)

    def merge(self, actor: int, into: int) -> None:
        """Let every mention of one actor mean another; what only the first is said to be goes over."""
        gone, kept = self.actors[actor], self.actors[into]
        for number in self._mentions_of.pop(actor, []):
            self.settle(number, into)
        missing = {f: getattr(gone, f) for f in kept.__struct_fields__ if getattr(kept, f) in (None, ())}
        self.actors[into] = replace(kept, **missing)
        self.actors[actor] = Actor(kind="unknown")

    def drop(self, mention: int) -> None:
        """Say that a mention is none after all."""
        self._dropped.add(mention)
        self.reasons[mention] = "no person known"

    def leave(self, mention: int, reason: str) -> None:
        """Say why a mention stays open."""
        self.reasons[mention] = reason

    def is_open(self, mention: int) -> bool:
        return mention not in self.actor_of and mention not in self.reasons

    def mentions_of(self, actor: int) -> tuple[int, ...]:
        """The numbers of an actor's mentions so far, in text order."""
        return tuple(sorted(self._mentions_of.get(actor, ())))

    def settled_before(self, mention: int) -> Iterator[tuple[int, int]]:
        """``(mention, actor)`` of every settled mention before this one, nearest first."""
        start = self.people[mention].start
        for number in range(mention - 1, -1, -1):
            if number in self.actor_of and self.people[number].start < start:
                yield number, self.actor_of[number]

    def mention_at(self, token: int) -> int | None:
        """The mention whose head is this token, or else the smallest one that covers it."""
        if token in self._mention_at:
            return self._mention_at[token]
        at = self.annotation.tokens[token].start
        near = range(bisect_left(self._starts, at - self._widest), bisect_right(self._starts, at))
        covering = [n for n in near if self.people[n].start <= at < self.people[n].end]
        return min(covering, key=lambda n: self.people[n].end - self.people[n].start, default=None)

    def actor_at(self, token: int | None) -> int | None:
        """The actor that is known to stand at a token."""
        number = self.mention_at(token) if token is not None else None
        return self.actor_of.get(number) if number is not None else None

    def country_at(self, token: int | None) -> str | None:
        """The state of who or what stands at a token, "the Italian minister" and "Italy" alike."""
        number = self.mention_at(token) if token is not None else None
        return (self.people[number].country or self._country_of(number)) if number is not None else None

    def ended_by(self, at: int) -> int | None:
        """The mention that ends last, at this character or before; the longest of those that end together."""
        behind = bisect_right(self._by_end, at, key=lambda n: self.people[n].end)
        return self._by_end[behind - 1] if behind else None

    def in_sentence(self, sentence: int) -> Sequence[int]:
        """The mentions whose heads stand in a sentence, in text order."""
        return self._in_sentence.get(sentence, ())

    def is_quoted(self, at: int) -> bool:
        """Whether the character stands inside quotation marks, within its paragraph."""
        i = bisect_right(self._quotes, (at, "")) - 1
        if i < 0:
            return False
        _, mark = self._quotes[i]
        return mark == "open"

    def sentence(self, mention: int) -> int:
        return self.annotation.tokens[self.people[mention].head].sentence

    def country_actor(self, code: str) -> int:
        """The actor that is this country, made where there is none yet."""
        if code not in self._countries:
            self._countries[code] = self.new(kind="country", country=code)
        return self._countries[code]

    def country_spoken_of(self, token: int) -> str | None:
        """The state that "the country" at a token means: the only one of the nearest sentence, this or one before, in which
        one is named; None where that names several."""
        at = self.annotation.tokens[token]
        for number in range(at.sentence, max(at.sentence - SPOKEN, 0) - 1, -1):
            sentence = self.annotation.sentences[number]
            start, end = self.annotation.span(sentence.first, sentence.last)
            named = self._named_in(start, min(end, at.start))
            if named:
                return next(iter(named)) if len(named) == 1 else self._country_of_telling(token, named)
        return None

    def _country_of_telling(self, token: int, named: set[str]) -> str | None:
        """ "Kenya's foreign minister will visit Peru, the country's spokesman said": of the states named before the comma
        the one that the sentence's subject is or is of; who has arrived may be told of by either."""
        doc, at = self.annotation, self.annotation.tokens[token]
        sentence = doc.sentences[at.sentence]
        opens = next((t for t in reversed(doc.tokens[sentence.first : token]) if t.tag != "DT"), None)
        subject = next((t for t in doc.tokens[sentence.first : token] if t.dep in ("nsubj", "nsubjpass")), None)
        if subject is None or opens is None or opens.text not in (",", "”", "''", '"'):
            return None
        if doc.tokens[subject.head].tag in ("VBD", "VBN") and doc.tokens[subject.head].lemma in self.going:
            return None
        number = self.mention_at(subject.i)
        if number is None:
            return None
        country = self.people[number].country or self._country_of(number) or self.owner_country(number)
        return country if country in named else None

    @property
    def going(self) -> frozenset[str]:
        return self.offices.words.scenes.going

    def _named_in(self, start: int, end: int) -> set[str]:
        """The states named in a stretch of text, and those of its people."""
        names = (found[0] for _, _, found in self.world.phrases.find(self.annotation.text[start:end]))
        said = {name.country for name in names if name.kind in STATES}
        near = range(bisect_left(self._starts, start), bisect_left(self._starts, end))
        return {code for code in said | {self._country_of(n) for n in near} if code}

    def _country_of(self, mention: int) -> str | None:
        return self.actors[self.actor_of[mention]].country if mention in self.actor_of else None

    def owner_country(self, mention: int) -> str | None:
        """The country of a mention's possessor, "Kenya's" and "the country's" alike; None where it is not known yet."""
        owner = self.people[mention].owner
        if owner is None:
            return None
        if self.annotation.tokens[owner].lower in self.offices.words.descriptions.country_words:
            return self.country_spoken_of(owner)
        at = self.mention_at(owner)
        return self._country_of(at) if at is not None and self.actor_of.get(at) != self.actor_of.get(mention) else None

    def cast(self) -> Cast:
        """The frozen result."""
        mentions = tuple(
            ActorMention(
                start=m.start,
                end=m.end,
                head=m.head,
                form=m.form,
                actor=self.actor_of.get(n),
                reason=None if n in self.actor_of else self.reasons.get(n, "nobody before it fits"),
            )
            for n, m in enumerate(self.people)
            if n not in self._dropped
        )
        return Cast(tuple(self._finished(n) for n in range(len(self.actors))), mentions, self.places)

    def _finished(self, number: int) -> Actor:
        """The actor without nicknames in quotation marks; a lone word that nothing shows to be a person is unknown."""
        actor = self.actors[number]
        if actor.kind != "person" or actor.name is None:
            return actor
        told = [self.people[n] for n in self.mentions_of(number)]
        is_shown = actor.office or actor.country or actor.known_from or actor.gender or len(told) > 1
        is_lone = " " not in actor.name and "-" not in actor.name and not any(m.honorific for m in told)
        is_shown = is_shown or any(self._is_beside_a_name(n) for n in self.mentions_of(number))
        name = " ".join(NICKNAME.sub(" ", actor.name).split())
        return replace(actor, name=name, kind="unknown" if is_lone and not is_shown else "person")

    def _is_beside_a_name(self, number: int) -> bool:
        """Whether another name stands within an "and" of this mention."""
        here = self.people[number]
        near = [m for m in self.people[max(0, number - 2) : number + 3] if m is not here and m.name]
        return any(0 <= m.start - here.end <= BESIDE or 0 <= here.start - m.end <= BESIDE for m in near)
