"""A speaker as found, and what the page calls one without a name."""

from __future__ import annotations

from typing import NamedTuple

from legation.records import Actor, Speaker, Statement


class Described(NamedTuple):
    """A speaker, the page's words for one whose name the words do not give (None for a named one), and whether the
    page leaves the speaker without a name: "a US official", unlike "the committee"."""

    speaker: Speaker
    words: str | None = None
    is_unnamed: bool = False


NOBODY = Described(Speaker())


def same_as(statement: Statement) -> Described:
    """The speaker of an earlier statement."""
    return Described(statement.speaker, statement.described_as, statement.anonymous)


def speaker_of(actor: Actor) -> Speaker:
    """An actor as a speaker; a name in capitals is written like any other."""
    name = actor.name.title() if actor.name is not None and actor.name.isupper() and len(actor.name) > 3 else actor.name
    return Speaker(name=name, office=actor.office, country=actor.country, organisation=actor.organisation)
