"""Incident and cause mentions -> incidents with the states concerned and their day."""

from __future__ import annotations

from collections.abc import Mapping

from legation.records import Annotation, Cast, Cause, Dates, Incident, When
from legation.records.engagements import CauseMention, IncidentMention

BEFORE = 40
"""Characters before an incident's words in which its day may stand: "in February above American soil"."""


def resolve_incidents(
    incidents: tuple[IncidentMention, ...],
    causes: tuple[CauseMention, ...],
    doc: Annotation,
    cast: Cast,
    times: tuple[When, ...],
) -> tuple[tuple[Incident, ...], Mapping[int, Cause]]:
    """Incidents in the order found, and for each engagement mention's number the cause it states.

    ``actor_country`` is the state whose adjective or possessive stands on what happened ("a Chinese balloon");
    ``target_country`` the one other state named in the incident's words. Either stays None where two could be meant.
    """
    found = tuple(_incident(mention, doc, cast, times) for mention in incidents)
    because = {
        cause.mention: Cause(
            incident=cause.incident,
            type=cause.type,
            words=doc.text[cause.start : cause.end],
            start=cause.start,
            end=cause.end,
        )
        for cause in causes
    }
    return found, because


def _incident(mention: IncidentMention, doc: Annotation, cast: Cast, times: tuple[When, ...]) -> Incident:
    actor = _actor_country(mention, doc, cast)
    others = {
        c
        for m in cast.mentions
        if mention.start <= m.start < mention.end and (c := _country(cast, m.actor)) and c != actor
    } | {p.country for p in cast.places if mention.start <= p.start < mention.end and p.country and p.country != actor}
    inside = [t for t in times if t.start is not None and mention.start - BEFORE <= t.start < mention.end]
    when = next((t for t in inside if t.earliest), next(iter(inside), None))
    return Incident(
        words=doc.text[mention.start : mention.end],
        actor_country=actor,
        target_country=next(iter(others)) if len(others) == 1 else None,
        when=_dates(when),
        start=mention.start,
        end=mention.end,
    )


def _country(cast: Cast, actor: int | None) -> str | None:
    return cast.actors[actor].country if actor is not None else None


def _actor_country(mention: IncidentMention, doc: Annotation, cast: Cast) -> str | None:
    for told in (*mention.hits, mention.head):
        modifiers = {c.i for c in doc.children(told, "amod", "poss", "compound", "nmod")}
        for m in cast.mentions:
            if m.head in modifiers and mention.start <= m.start < mention.end and _country(cast, m.actor):
                return _country(cast, m.actor)
    return None


def _dates(when: When | None) -> Dates:
    if when is None:
        return Dates()
    return Dates(
        words=when.words, earliest=when.earliest, latest=when.latest, precision=when.precision,
        convention=when.convention, unresolved=when.reason, start=when.start, end=when.end,
    )  # fmt: skip
