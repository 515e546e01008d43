"""Whom a bare title means that is to go home: "X flies to Peru. Y met its leader last year. The president is due back in Kenya"."""

from __future__ import annotations

from legation.records import Token
from legation.resolve.people.cast import CastBuilder
from legation.resolve.people.met import subject_above


def homecomer(builder: CastBuilder, number: int, candidates: list[int]) -> int | None:
    """The holder of the state that he goes back to, though another was named since, where the page has named him first of
    those who hold such an office: who "will be back in Kenya" where its own president was told of later is a guest once more."""
    mention = builder.people[number]
    is_bare = mention.is_definite and not (mention.country or mention.owner is not None or mention.organisation or mention.name)
    state = _state_gone_back_to(builder, number) if is_bare and not mention.is_former else None
    if state is None or (len(candidates) == 1 and builder.actors[candidates[0]].country == state):
        return None
    words = set((mention.office or "").lower().split())
    named = [
        (before[0], actor)
        for actor, told in enumerate(builder.actors)
        if told.kind in ("person", "office") and told.office_class and not told.is_former
        if told.office_class == mention.office_class or words <= set((told.office or "").lower().split())
        if (before := [n for n in builder.mentions_of(actor) if n < number])
    ]
    first = min(named, default=None)
    return first[1] if first is not None and builder.actors[first[1]].country == state else None


def _state_gone_back_to(builder: CastBuilder, number: int) -> str | None:
    """The state that "is due back in Kenya", "returns to Nairobi", "flies home to Kenya" name, said of a mention."""
    doc, words, head = builder.annotation, builder.offices.words.scenes, builder.people[number].head
    for token in doc.tokens[head : doc.sentence_of(head).last]:
        is_return = token.lower in words.homeward or token.lemma in words.homecoming
        if is_return and subject_above(builder, token) == head:
            return next((state for to in _behind(builder, token) if (state := _state_at(builder, to)) is not None), None)
    return None


def _behind(builder: CastBuilder, token: Token) -> list[Token]:
    """What stands behind "to" or "in" of a word of return, or of the verb that it goes with."""
    doc, words = builder.annotation, builder.offices.words.scenes
    links = [p for at in (token.i, token.head) for p in doc.children(at, "prep") if p.lower in words.goals and p.i > token.i]
    return [leaf for p in links for leaf in doc.children(p.i, "pobj")]


def _state_at(builder: CastBuilder, token: Token) -> str | None:
    place = next((p.country for p in builder.places if p.head == token.i and p.country), None)
    return place or builder.country_at(token.i)
