"""What "it" and "its" mean: "Kenya has refused. Its foreign minister said so"."""

from __future__ import annotations

from legation.resolve.people.cast import CastBuilder


def resolve_things(builder: CastBuilder) -> None:
    """A first look at it and its, so that "its foreign minister" has a country; what is not clear stays open."""
    for number, mention in enumerate(builder.people):
        if mention.clue == "thing":
            settle_thing(builder, number, is_first_look=True)


def settle_thing(builder: CastBuilder, number: int, *, is_first_look: bool = False) -> None:
    """it, its: the country or body that is subject of the clause around, or of this very sentence before it."""
    tokens = builder.annotation.tokens
    token = tokens[builder.people[number].head]
    for ancestor in builder.annotation.ancestors(token.i):
        subject = builder.annotation.child(ancestor.i, "nsubj", "nsubjpass")
        if subject is None or subject.i >= token.i or subject.i == token.i:
            continue
        antecedent = builder.mention_at(subject.i)
        if antecedent is not None and antecedent in builder.actor_of:
            actor = builder.actor_of[antecedent]
            if builder.actors[actor].kind in ("country", "organisation"):
                builder.settle(number, actor)
                return
        break
    before = _state_told_of(builder, number)
    if before is not None:
        builder.settle(number, before)
    elif not is_first_look:
        builder.leave(number, "may not be an actor")


def _state_told_of(builder: CastBuilder, number: int) -> int | None:
    """ "Kenya has refused. Its foreign minister said": the state or body that the sentence before is about, where this one
    opens with whose somebody is."""
    doc, head = builder.annotation, builder.people[number].head
    here = doc.sentence_of(head)
    is_owner = any(m.owner == head for m in builder.people)
    if not is_owner or here.first != head or doc.tokens[head].sentence == 0:
        return None
    before = doc.sentences[doc.tokens[head].sentence - 1]
    root = next((t for t in doc.tokens[before.first : before.last] if t.head == t.i), None)
    subject = doc.child(root.i, "nsubj", "nsubjpass") if root is not None and before.block == here.block else None
    mention = builder.mention_at(subject.i) if subject is not None else None
    actor = builder.actor_of.get(mention) if mention is not None else None
    return actor if actor is not None and builder.actors[actor].kind in ("country", "organisation") else None
