"""Whom the page's cast knows at a place of its text."""

from __future__ import annotations

from bisect import bisect_right

from legation.records import Actor, ActorMention, Annotation, Cast
from legation.records.statements import SourceMention
from legation.resolve.statements._anaphora import FARTHEST_SUBJECT


class Mentions:
    """The mentions of one page's cast, looked up by where they stand."""

    def __init__(self, annotation: Annotation, cast: Cast) -> None:
        self._annotation = annotation
        self._cast = cast
        self._starts = [m.start for m in cast.mentions]
        self._widest = max((m.end - m.start for m in cast.mentions), default=0)
        self._first_words: dict[int, ActorMention] = {}
        for m in cast.mentions:
            if m.actor is not None and m.form != "pronoun":
                self._first_words.setdefault(id(cast.actors[m.actor]), m)

    def between(self, start: int, end: int) -> list[ActorMention]:
        """The cast's mentions that lie in ``start`` to ``end``, or hold all of it."""
        found: list[ActorMention] = []
        for i in range(bisect_right(self._starts, end - 1) - 1, -1, -1):
            mention = self._cast.mentions[i]
            if mention.start < start - self._widest:
                break
            if mention.end > start:
                found.append(mention)
        return found

    def actor(self, source: SourceMention) -> Actor | None:
        """The actor of the source's head; of several mentions the one with the same head, then the shortest."""
        head = self._annotation.tokens[source.head]
        covering = [m for m in self.between(head.start, head.start + 1) if m.start <= head.start < m.end]
        if not covering:
            return None
        best = max(covering, key=lambda m: (m.head == source.head, m.start - m.end))
        if best.actor is None:
            return None
        return self._cast.actors[best.actor]

    def of(self, mention: ActorMention) -> Actor | None:
        """Whom a mention means."""
        return self._cast.actors[mention.actor] if mention.actor is not None else None

    def country_within(self, source: SourceMention, forms: tuple[str, ...] = ()) -> str | None:
        """The state of the last mention inside the source that has one; of ``forms`` only, where given."""
        for mention in reversed(self.between(source.start, source.end)):
            if forms and mention.form not in forms:
                continue
            if source.start <= mention.start and mention.end <= source.end and mention.actor is not None:
                country = self._cast.actors[mention.actor].country
                if country is not None:
                    return country
        return None

    def in_apposition(self, source: SourceMention) -> Actor | None:
        """The person named beside an office: "his spokeswoman, Anna Berg"."""
        for mention in self.between(source.start, source.end):
            if mention.actor is None or mention.start < source.start or mention.end > source.end:
                continue
            token, actor = self._annotation.tokens[mention.head], self._cast.actors[mention.actor]
            if token.dep == "appos" and token.head == source.head and actor.name is not None:
                return actor
        return None

    def is_named_later(self, source: SourceMention, actor: Actor) -> bool:
        """Whether "Berg's spokesman" was taken for a spokesman whom the page names only later, as somebody's."""
        if self._annotation.child(source.head, "poss") is None or actor.known_from is not None:
            return False
        number = self._cast.actors.index(actor)
        first = next((m for m in self._cast.mentions if m.actor == number and m.form in ("name", "surname")), None)
        return first is not None and first.start > source.end

    def first_called(self, source: SourceMention, actor: Actor) -> SourceMention:
        """The words that a pronoun takes up ("the leader of the island nation" of "he"); any other source as it is."""
        first = self.first_words(actor)
        if self._annotation.tokens[source.head].pos != "PRON" or first is None or first.start > source.start:
            return source
        return SourceMention(first.start, first.end, first.head)

    def before(self, source: SourceMention, but: str | None = None) -> list[ActorMention]:
        """The mentions before the source, the nearest first, without those of the one named ``but``."""
        end = bisect_right(self._starts, source.start - 1)
        return [
            m
            for m in reversed(self._cast.mentions[max(0, end - FARTHEST_SUBJECT) : end])
            if but is None or m.actor is None or self._cast.actors[m.actor].name != but
        ]

    def first_words(self, actor: Actor) -> ActorMention | None:
        """The first mention of an actor that is no pronoun."""
        return self._first_words.get(id(actor))
