"""What people meet for is no second sitting: "the ministers met in Riga on Sunday to hold talks", "sat down to talk about the
border" tell of one, held where it is said to be; "flew there to talk to X" of a journey and of talks."""

from __future__ import annotations

from msgspec.structs import replace

from legation.records import Annotation
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._lookup import Lookup

SAT_AT = frozenset({"meeting", "talks", "summit"})


def in_their_sitting(lookup: Lookup, doc: Annotation, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates; one that a sitting told of is for, with nobody else in it, has no state of its own."""
    return tuple(
        replace(c, status=None) if any(_is_for(lookup, doc, whole, c) for whole in candidates) else c for c in candidates
    )


def _is_for(lookup: Lookup, doc: Annotation, whole: Candidate, part: Candidate) -> bool:
    """Whether ``part`` is but the purpose of ``whole``, by the same people."""
    if whole.number == part.number or whole.mention.form != "verb" or not {whole.kind, part.kind} <= SAT_AT:
        return False
    nodes = {whole.mention.head, *whole.mention.nodes}
    own = [doc.tokens[n] for n in {part.mention.head, *part.mention.nodes} - nodes]
    hung = [t for t in own if t.dep in {"advcl", "xcomp"} and t.head in nodes]
    is_purpose = any(c.lower == "to" and c.tag == "TO" for t in hung for c in doc.children(t.i, "aux"))
    return is_purpose and all(any(lookup.same(p.actor, q.actor) for q in whole.everybody) for p in part.everybody)
