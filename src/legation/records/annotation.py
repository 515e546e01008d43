"""Annotated text: tokens, their grammar, sentences and named spans, with no parser's own objects in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import msgspec


class Token(msgspec.Struct, frozen=True):
    """One token. ``start``/``end`` are character offsets into the article's text; ``head`` and ``i`` are token
    numbers (a root is its own head); ``pos`` is Universal POS, ``tag`` Penn Treebank, ``dep`` ClearNLP labels;
    ``entity`` is the number of its entity in ``Annotation.entities`` or -1; ``morph`` is ``Tense=Past|...``."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int
    entity: int
    morph: str


class Entity(msgspec.Struct, frozen=True):
    """A named span, in token numbers (``last`` exclusive), with OntoNotes labels (PERSON, GPE, DATE ...)."""

    first: int
    last: int
    label: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence, in token numbers (``last`` exclusive), and the number of the block it stands in."""

    first: int
    last: int
    root: int
    block: int


class Annotation(msgspec.Struct, frozen=True):
    """A text with its grammar. All tuples are in text order; ``dependants[i]`` are the token numbers whose head is i."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    dependants: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]
    model: str

    def children(self, i: int, *deps: str) -> Iterator[Token]:
        """The dependants of token ``i``, in text order; only those with one of ``deps`` where any is named."""
        for child in self.dependants[i]:
            token = self.tokens[child]
            if not deps or token.dep in deps:
                yield token

    def child(self, i: int, *deps: str) -> Token | None:
        """The first dependant of ``i`` with one of ``deps``, or None."""
        return next(self.children(i, *deps), None)

    def subtree(self, i: int) -> tuple[int, int]:
        """Token bounds ``(first, last)`` (``last`` exclusive) of everything below and including ``i``."""
        first, last = i, i
        stack = [i]
        while stack:
            current = stack.pop()
            first, last = min(first, current), max(last, current)
            stack.extend(self.dependants[current])
        return first, last + 1

    def ancestors(self, i: int) -> Iterator[Token]:
        """The heads of ``i``, nearest first, ending with the sentence's root."""
        seen = {i}
        while True:
            head = self.tokens[i].head
            if head in seen:
                return
            seen.add(head)
            yield self.tokens[head]
            i = head

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """``i`` and every token coordinated below it (``A, B and C`` gives three for A)."""
        found = [i]
        for current in found:
            found.extend(c.i for c in self.children(current, "conj"))
        return tuple(found)

    def joined(self, i: int) -> str:
        """The word that token ``i`` stands in, in lower case, its parts put together where hyphens hold it ("sit-down":
        ``sitdown``), the last part as its lemma; the lemma of a token that no hyphen touches."""
        first, last = i, i
        while first > 1 and self._is_hyphen(first - 1):
            first -= 2
        while last + 2 < len(self.tokens) and self._is_hyphen(last + 1):
            last += 2
        if first == last:
            return self.tokens[i].lemma
        return "".join(t.lower for t in self.tokens[first:last:2]) + self.tokens[last].lemma.lower()

    def _is_hyphen(self, i: int) -> bool:
        """Whether token ``i`` is a hyphen with a word right before and right behind it."""
        here = self.tokens[i]
        if here.text != "-" or i + 1 >= len(self.tokens):
            return False
        return self.tokens[i - 1].end == here.start and here.end == self.tokens[i + 1].start

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character bounds of tokens ``first`` to ``last`` (exclusive)."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin inside the characters ``start`` to ``end``."""
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def token_at(self, offset: int) -> Token | None:
        """The token that covers the character ``offset``, or None between tokens."""
        i = bisect_right(self.starts, offset) - 1
        if i >= 0 and offset < self.tokens[i].end:
            return self.tokens[i]
        return None

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that token ``i`` stands in."""
        return self.sentences[self.tokens[i].sentence]
