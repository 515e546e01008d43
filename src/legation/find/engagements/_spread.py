"""One argument for each of the words that a list joins, and how strong it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.find.engagements._clauses import LISTING, prepositional
from legation.records import Annotation
from legation.records.engagements import Argument

OWN, GOVERNED, GUESSED = 2, 1, 0


def spread(doc: Annotation, role: str, heads: Iterable[int], strength: int) -> Iterator[Argument]:
    """One argument for each coordinated head ("Paris, Rome and Berlin")."""
    for head in heads:
        for i in doc.conjuncts(head):
            yield Argument(role, i, strength)
        yield from (Argument(role, i, strength) for i in _hung_below(doc, head))
        # "President A B and Premier C D": the parser may take A B for an apposition, and hang C D on it.
        for name in doc.children(head, "appos"):
            if name.pos == "PROPN":
                yield from (Argument(role, i, strength) for i in doc.conjuncts(name.i)[1:])
                if doc.tokens[doc.tokens[head].head].tag == "VBP" and doc.tokens[head].tag == "NNP":
                    yield Argument(role, name.i, strength)  # "Kenya's A, Chad's B hold talks": two, says the verb
        for word, leaf in prepositional(doc, head):
            if word == LISTING:
                yield from (Argument(role, i, strength) for i in doc.conjuncts(leaf.i))


def _hung_below(doc: Annotation, head: int) -> Iterator[int]:
    """ "A's B and C's President D", "President A and President B": the parser may hang the one below the other, with its
    "and", instead of beside it."""
    near = (head, *(c.i for c in doc.children(head, "compound")))
    for i in near:
        for name in doc.children(i, "poss", "nmod", "compound", "nsubj"):
            if name.pos != "PROPN" or name.entity < 0 or doc.child(name.i, "case") is not None:
                continue
            if doc.entities[name.entity].label == "PERSON" and doc.child(name.i, "cc") is not None:
                yield name.i
