"""Presents without a day beside a journey to come: "is due in Lima on Wednesday, where he meets X"."""

from __future__ import annotations

from msgspec.structs import replace

from legation.resolve.engagements._candidate import PARTS, Candidate
from legation.resolve.engagements._lookup import Lookup


def with_the_journey(lookup: Lookup, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates, what somebody does in the present on a journey that his sentence or the one before announces
    announced too. A title's present ("Premier meets X") stays what it is: it may tell of what has been."""
    return tuple(replace(c, status="announced") if _is_ahead(lookup, c, candidates) else c for c in candidates)


def _is_ahead(lookup: Lookup, sitting: Candidate, candidates: tuple[Candidate, ...]) -> bool:
    mention = sitting.mention
    if mention.effect != "present" or sitting.kind not in PARTS or sitting.status != "held":
        return False
    if sitting.when is not None and sitting.when.convention != "inside-visit":
        return False
    journeys = (c for c in candidates if c.kind == "visit" and c.number != sitting.number and c.status == "announced")
    near = [c for c in journeys if 0 <= mention.sentence - c.mention.sentence <= 1 and c.certainty == "stated"]
    return any(lookup.same(t.actor, p.actor) for c in near for t in c.travellers for p in sitting.everybody)
