"""A place that a journey leaves out is no journey called off: "is due in Gdansk; she is not going to Warsaw"."""

from __future__ import annotations

from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._lookup import Lookup
from legation.resolve.engagements._status import DONE, PLANNED

NEAR = 4
"""Sentences, at most, between a journey and the stop that it leaves out."""
LEFT_OUT = frozenset({"denied", "cancelled", "declined"})


def without_stops_left_out(lookup: Lookup, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates without those that only say where in a state somebody does not go whose visit to that state stands."""
    return tuple(c for c in candidates if not any(_leaves_out(lookup, whole, c) for whole in candidates))


def _leaves_out(lookup: Lookup, whole: Candidate, stop: Candidate) -> bool:
    if stop.kind != "visit" or stop.status not in LEFT_OUT or stop.place is None or whole.number == stop.number:
        return False
    if whole.kind != "visit" or whole.status not in PLANNED | DONE or whole.host_country != stop.host_country:
        return False
    if whole.host_country is None or not 0 <= stop.mention.sentence - whole.mention.sentence <= NEAR:
        return False
    if whole.certainty == "doubtful" or whole.mention.effect == "lapsed" or whole.place == stop.place:
        return False
    is_stop = lookup.doc.tokens[stop.mention.head].lemma in lookup.rules.words["stops"]
    # "is due in the port of Gdansk; she is not going to Warsaw"; with a word that it was planned, it is the journey that is off
    is_just_not = stop.status == "denied" and stop.mention.form == "verb" and whole.status == "announced"
    if whole.place is None and not is_stop and not is_just_not:
        return False
    same = any(lookup.same(p.actor, q.actor) for p in stop.travellers for q in whole.travellers)
    return same or not stop.travellers
