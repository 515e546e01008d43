"""Days counted within a stay: "on the second day of his visit", "on arrival"."""

from __future__ import annotations

from datetime import date, timedelta

from legation.records import Annotation, Dates, Token
from legation.records.engagements import EngagementMention
from legation.rules.engagements import EngagementRules


def day_of_stay(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> int | None:
    """Which day of a stay a mention is set on, 0 being its first, -1 its last; None where none is said."""
    nodes = {mention.head, *mention.nodes}
    sentence = doc.sentences[mention.sentence]
    for token in doc.tokens[sentence.first : sentence.last]:
        nth = _nth(doc, rules, token)
        if nth is not None and any(above.i in nodes for above in doc.ancestors(token.i)):
            return nth
    return None


def _nth(doc: Annotation, rules: EngagementRules, token: Token) -> int | None:
    if token.tag != "NN" or doc.tokens[token.head].lower not in rules.words["set_on"]:
        return None
    if token.lemma in rules.words["arrivals"]:
        return 0  # "on arrival"
    if token.lemma not in rules.words["stay_units"]:
        return None  # "on the final of the cup"
    wholes = [o for p in doc.children(token.i, "prep") if p.lower == "of" for o in doc.children(p.i, "pobj")]
    if not all(o.lemma in rules.nouns for o in wholes):
        return None  # "on the first day of school"
    ordinals = (rules.stay_days.get(c.lower) for c in doc.children(token.i, "amod", "nummod", "compound"))
    return next((n for n in ordinals if n is not None), None)


def nth_day(stay: Dates, nth: int, *, is_over: bool) -> date | None:
    """The day of a stay with such a number; None where its days do not tell. Of a stay of which only one day is known that
    is its first, or where it is over may be its last."""
    if stay.earliest is None or stay.latest is None or stay.precision != "day":
        return None
    if nth < 0:
        day = stay.latest + timedelta(days=nth + 1)
        return day if day >= stay.earliest else None
    day = stay.earliest + timedelta(days=nth)
    if stay.earliest == stay.latest:
        return day if nth == 0 or not is_over else None
    return day if day <= stay.latest else None
