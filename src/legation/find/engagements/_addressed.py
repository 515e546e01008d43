"""Who speaks to whom in a clause that a call or meeting only frames: "offered his condolences to X in a phone call"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.find.engagements._clauses import OBJECTS, VERBAL, prepositional, subjects
from legation.find.engagements._spread import GUESSED, spread
from legation.records import Annotation, Token
from legation.records.engagements import Argument
from legation.rules.engagements import EngagementRules


def of_address(doc: Annotation, rules: EngagementRules, i: int, *, phone: bool) -> Iterator[Argument]:
    """The clause's subject and whoever its verb is directed at, where the noun at ``i`` says how or when it was said.

    ``addressed`` counts only as far as it is people of a state: "told Turkish television in a phone call" is no call to Turkey.
    """
    verb = framed(doc, rules, i, phone=phone)
    if verb is None:
        return
    yield from spread(doc, "subject", subjects(doc, rules, verb.i), GUESSED)
    directed = [c.i for c in doc.children(verb.i, *OBJECTS, "nsubjpass") if c.pos != "ADP"]
    directed += [leaf.i for word, leaf in prepositional(doc, verb.i) if word in {"to", "with"} and leaf.i != i]
    for thing in doc.children(verb.i, *OBJECTS):  # "conveyed his sympathy to X": parsed onto the sympathy
        directed += [leaf.i for word, leaf in prepositional(doc, thing.i) if word in {"to", "with"} and leaf.i != i]
    yield from spread(doc, "addressed", directed, GUESSED)


def framed(doc: Annotation, rules: EngagementRules, i: int, *, phone: bool) -> Token | None:
    """The verb of the clause that "in a call", "during the meeting", "by phone" hangs on."""
    prep = doc.tokens[doc.tokens[i].head]
    if doc.tokens[i].dep != "pobj" or prep.pos != "ADP":
        return None
    if rules.adjuncts.get(prep.lower) != "during" and not (phone and prep.lower in rules.words["phoned"]):
        return None
    return next((t for t in doc.ancestors(prep.i) if t.pos in VERBAL), None)


def of_requests(doc: Annotation, rules: EngagementRules, governors: Iterable[int]) -> Iterator[Argument]:
    """ "refused a request from X to meet", "did not accept the proposal by X for talks": whoever asked is the other side."""
    for i in governors:
        asked = [doc.tokens[i]] if doc.tokens[i].pos == "NOUN" else list(doc.children(i, "dobj", "nsubjpass"))
        for noun in asked:
            frame = rules.nouns.get(noun.lemma)
            if rules.attitudes.get(noun.lemma) == "proposed" and (frame is None or not frame.invitation):
                whose = [c.i for c in doc.children(noun.i, "poss")]
                whose += [leaf.i for word, leaf in prepositional(doc, noun.i) if word in {"by", "from"}]
                yield from spread(doc, "subject", whose, GUESSED)
