"""The grammar of a stretch: the token it hangs on, and the part a country or city plays in its sentence."""

from __future__ import annotations

from typing import Literal

from legation.records import Annotation
from legation.rules.offices import OfficeRules, Roles

Part = Literal["subject", "object", "possessor", "party", "place", "goal", "trip", "modifier", "other"]


def head_of(first: int, last: int, annotation: Annotation, prefer: tuple[int, int] | None = None) -> int:
    """The token of ``first`` to ``last`` (exclusive) whose own head lies outside.

    Where a parse breaks the stretch in several, one inside ``prefer`` is taken first, then the nearest to the root.
    """
    outside = [t.i for t in annotation.tokens[first:last] if t.head == t.i or not first <= t.head < last]
    outside = [i for i in outside if annotation.tokens[i].pos not in ("PUNCT", "DET")] or outside
    if prefer is not None:
        inside = [i for i in outside if prefer[0] <= i < prefer[1]]
        if inside:
            return inside[-1]
    return min(outside, key=lambda i: sum(1 for _ in annotation.ancestors(i)))


def part_of(head: int, annotation: Annotation, roles: Roles) -> tuple[Part, str]:
    """The part that the noun at ``head`` plays, and the word that gives it (a preposition, a verb's lemma)."""
    token = annotation.tokens[head]
    for _ in range(8):
        if token.dep not in ("conj", "appos") or annotation.tokens[token.head].pos not in ("NOUN", "PROPN", "ADJ"):
            break
        token = annotation.tokens[token.head]
    parent = annotation.tokens[token.head]
    if token.dep in ("nsubj", "nsubjpass", "csubj"):
        return "subject", parent.lemma
    if token.dep == "poss":
        return "possessor", parent.lemma
    if token.dep in ("dobj", "obj", "dative"):
        return ("goal" if parent.lemma in roles.going else "object"), parent.lemma
    if token.dep == "pobj":
        word = parent.lower
        if word == "by" and parent.dep == "agent":
            return "subject", word
        return ("place" if word in roles.place_prepositions else "party"), word
    if token.dep in ("compound", "nmod", "amod", "npadvmod") and token.head != token.i:
        return ("trip" if parent.lemma in roles.trip_nouns else "modifier"), parent.lemma
    return "other", parent.lemma


def before_holding(i: int, annotation: Annotation, offices: OfficeRules) -> int:
    """Where a clause begins that gives somebody the office that begins at ``i``: "Bo Oe, who serves as envoy"; ``i``
    itself where none does, where no comma stands before it, or where it begins with its verb ("After X, is Y")."""
    first = i
    while first > 0 and annotation.tokens[first - 1].lower in offices.syntax.holding:
        first -= 1
    is_clause = first > 0 and annotation.tokens[first - 1].text == "," and annotation.tokens[first].tag != "VBZ"
    return first if is_clause else i
