"""Talks at the seat of one of two states: what is told right behind them is of the same day and place.

"X of Estonia met the Mongolian president in Ulaanbaatar. He also met Prime Minister Y": no journey is told of, and yet Y is
Mongolia's.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from legation.records import Token
from legation.resolve.people.cast import CastBuilder

IN_OFFICE = ("person", "office")


class Talks(msgspec.Struct, frozen=True):
    """A sentence in which somebody of one state deals with somebody of another, at home in ``host``, and the token that says so."""

    sentence: int
    token: int
    host: str
    guest: str


def talks_told(builder: CastBuilder, states: Mapping[int, str]) -> tuple[Talks, ...]:
    """The talks of a page in text order: a sentence that speaks of two states and no third, with a verb or noun of meeting or
    receiving, in a place of one of the two or with the one received by the other."""
    doc = builder.annotation
    found = []
    for number, sentence in enumerate(doc.sentences):
        tokens = doc.tokens[sentence.first : sentence.last]
        here = (builder.people[n] for n in builder.in_sentence(number))
        sides = {m.country for m in here if m.kind in IN_OFFICE and m.country}
        said = sides | {states[t.i] for t in tokens if t.i in states}
        token, host = _host(builder, tokens, states)
        if len(sides) == 2 and said == sides and host in sides:
            found.append(Talks(number, token, host, next(iter(sides - {host}))))
    return tuple(found)


def _host(builder: CastBuilder, tokens: tuple[Token, ...], states: Mapping[int, str]) -> tuple[int, str | None]:
    """The token that tells of a meeting, and the state of who receives or is called on there, else of its one place."""
    doc, words = builder.annotation, builder.offices.words.scenes
    for token in (t for t in tokens if t.pos == "VERB"):
        if token.lemma in words.receiving - words.inviting:
            agent = next((leaf for by in doc.children(token.i, "agent") for leaf in doc.children(by.i, "pobj")), None)
            who = agent if doc.child(token.i, "nsubjpass") is not None else doc.child(token.i, "nsubj")
            if who is not None and builder.country_at(who.i) is not None:
                return token.i, builder.country_at(who.i)
        if token.lemma in words.calling:
            links = (p for p in doc.children(token.i, "prep") if p.lower == "on")
            on = next((leaf for p in links for leaf in doc.children(p.i, "pobj")), None)
            return token.i, builder.country_at(on.i) if on is not None else None
    told = (t for t in tokens if t.lemma in (words.meeting if t.pos == "VERB" else words.talks if t.pos == "NOUN" else ()))
    first = next(told, None)
    sites = {states[t.i] for t in tokens if t.i in states and t.dep == "pobj" and doc.tokens[t.head].lower in ("in", "at")}
    return (first.i, next(iter(sites))) if first is not None and len(sites) == 1 else (-1, None)
