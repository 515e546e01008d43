"""Whose agenda, schedule or itinerary an event stands on: "the president's programme includes talks with X"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.engagements._clauses import SUBJECTS, owners, prepositional
from legation.find.engagements._spread import GOVERNED, spread
from legation.records import Annotation, Token
from legation.records.engagements import Argument
from legation.rules.engagements import EngagementRules


def of_agenda(doc: Annotation, rules: EngagementRules, i: int) -> Iterator[Argument]:
    """The subject of the event at ``i``: whoever has the agenda that it is said to be on."""
    agenda = agenda_of(doc, rules, i)
    if agenda is None:
        return
    whose = owners(doc, rules, agenda.i)
    yield from spread(doc, "subject", [w for w in whose if w != i], GOVERNED)
    for owner in (agenda.i, *whose):  # "the agenda of the president in Luanda"
        for word, leaf in prepositional(doc, owner):
            if word == "in" and leaf.pos == "PROPN":
                yield Argument("place", leaf.i, GOVERNED)


def agenda_of(doc: Annotation, rules: EngagementRules, i: int) -> Token | None:
    """ "The agenda includes a meeting", "a meeting is on the agenda", "on the agenda is a meeting"."""
    noun = doc.tokens[i]
    verb = doc.tokens[noun.head]
    if verb.pos == "ADP":  # "provides for a meeting"
        verb = doc.tokens[verb.head]
    if verb.lemma in rules.words["listing_events"]:
        found = list(doc.children(verb.i, *SUBJECTS)) if noun.dep not in SUBJECTS else []
    elif verb.lemma == "be" and noun.dep in {*SUBJECTS, "attr"}:
        found = [leaf for word, leaf in prepositional(doc, verb.i) if word in {"on", "in"}]
    else:
        return None
    return next((t for t in found if t.lemma in rules.words["agendas"]), None)
