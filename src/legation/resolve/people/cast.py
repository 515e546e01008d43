"""The page's actors while they are made out. Only this room touches it; what leaves is a frozen Cast."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from legation.records import Actor, ActorMention, Annotation, Cast, PersonMention, PlaceMention
from legation.rules.offices import OfficeRules
from legation.rules.world import World


class CastBuilder:
    """Actors by number, and for each mention the number of its actor or the reason why it has none."""

    def __init__(
        self, people: tuple[PersonMention, ...], annotation: Annotation, world: World, offices: OfficeRules
    ) -> None:
        self.people = people
        self.annotation = annotation
        self.world = world
        self.offices = offices
        self.actors: list[Actor] = []
        self.actor_of: dict[int, int] = {}
        self.reasons: dict[int, str] = {}
        self.home: str | None = None
        self._mentions_of: dict[int, list[int]] = {}
        self._mention_at: dict[int, int] = {}
        for number, mention in enumerate(people):
            # Nested mentions share a head at times; the longer one, which comes first, has it.
            self._mention_at.setdefault(mention.head, number)

    def new(self, **fields: Any) -> int:
        """The number of a new actor."""
        self.actors.append(Actor(**fields))
        return len(self.actors) - 1

    def change(self, actor: int, **fields: Any) -> None:
        self.actors[actor] = replace(self.actors[actor], **fields)

    def settle(self, mention: int, actor: int) -> None:
        """Say that a mention means an actor."""
        self.actor_of[mention] = actor
        self._mentions_of.setdefault(actor, []).append(mention)

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
        covering = [n for n, m in enumerate(self.people) if m.start <= at < m.end]
        return min(covering, key=lambda n: self.people[n].end - self.people[n].start, default=None)

    def sentence(self, mention: int) -> int:
        return self.annotation.tokens[self.people[mention].head].sentence

    def country_actor(self, code: str) -> int:
        """The actor that is this country, made where there is none yet."""
        for number, actor in enumerate(self.actors):
            if actor.kind == "country" and actor.country == code:
                return number
        return self.new(kind="country", country=code)

    def cast(self, places: tuple[PlaceMention, ...]) -> Cast:
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
        )
        return Cast(tuple(self.actors), mentions, places)
