"""Where it is told from, before a colon: "Kuwait: Minister X, on a visit to Kuwait, was received by Y".

A parser trained on other news takes such a place for who was received, or for one of the two who met, and the one who was
for a further name of the place. Nothing changes where nobody else stands before the verb: "Iran: will not attend".
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from legation.records import Entity, Sentence, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FARTHEST = 8
"""Words before the colon: "Port Louis, Mauritius, 22 October 2018:"."""
_PLACE_AND_DAY = frozenset({"GPE", "DATE"})


def with_places_before_colons(
    tokens: Sequence[Token], sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> list[Token]:
    """The tokens, with subjects of their own for verbs whose subject is a place that opens the sentence before a colon, alone
    or with a day."""
    mended = list(tokens)
    for sentence in sentences:
        opening = tokens[sentence.first : min(sentence.first + _FARTHEST, sentence.last)]
        colon = next((t.i for t in opening if t.text == ":"), sentence.first)
        said = (t for t in tokens[sentence.first : colon] if t.text != "," and t.pos != "NUM")
        named = {entities[t.entity].label if t.entity >= 0 else "" for t in said}
        place = next((t for t in tokens[sentence.first : colon] if t.dep in _SUBJECTS), None)
        if "GPE" in named and named <= _PLACE_AND_DAY and place is not None and place.head > colon:
            _free(mended, colon, place)
    return mended


def _free(tokens: list[Token], colon: int, place: Token) -> None:
    """Gives the verb of ``place`` the subject behind the colon, the one parsed onto the place if it has no other."""
    between = tokens[colon + 1 : place.head]
    subject = next((t for t in between if t.head == place.head and t.dep in _SUBJECTS), None)
    if subject is None:
        named = next((t for t in between if t.head == place.i and t.dep in {"appos", "conj"}), None)
        if named is None:
            return
        tokens[named.i] = replace(named, head=place.head, dep=place.dep)
    tokens[place.i] = replace(place, dep="dep")
