"""Days of the stops that a colon counts out: "three countries: Benin, where he will be on May 22; and Guinea, on May 23"."""

from __future__ import annotations

from legation.records import Annotation, When
from legation.records.engagements import EngagementMention
from legation.rules.engagements import EngagementRules


def times_behind_colon(
    doc: Annotation, rules: EngagementRules, mention: EngagementMention, times: tuple[When, ...]
) -> list[int]:
    """The times behind the colon of such a journey's sentence, whatever the parser hangs them on; none for other journeys."""
    counts = [a.head for a in mention.arguments if a.role == "goal" and doc.tokens[a.head].lemma in rules.words["counted_stops"]]
    if not counts:
        return []
    last = doc.sentence_of(counts[0]).last
    colon = next((t.end for t in doc.tokens[counts[0] : last] if t.text == ":"), None)
    end = doc.tokens[last - 1].end
    return [n for n, w in enumerate(times) if w.start is not None and colon is not None and colon < w.start < end]
