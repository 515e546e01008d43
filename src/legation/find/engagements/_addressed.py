"""Who speaks to whom in a clause that a call or meeting only frames: "offered his condolences to X in a phone call"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.find.engagements._clauses import OBJECTS, VERBAL, prepositional, subjects
from legation.find.engagements._spread import GUESSED, spread
from legation.records import Annotation, Token
from legation.records.engagements import Argument, EngagementMention
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
    if is_topic(rules, doc.tokens[i], prep):
        return None
    if rules.adjuncts.get(prep.lower) != "during" and not (phone and prep.lower in rules.words["phoned"]):
        return None
    return next((t for t in doc.ancestors(prep.i) if t.pos in VERBAL), None)


def is_only_spoken_of(doc: Annotation, rules: EngagementRules, noun: Token, prep: Token) -> bool:
    """ "told reporters about the talks in Kenya", "welcomed the outcome of the talks": others' talks, where no words make them
    the teller's own ("briefed parliament on his talks", "on the talks with X")."""
    of_outcome = prep.lower == "of" and doc.tokens[prep.head].lemma in rules.words["outcomes_of"]
    if not of_outcome and not is_topic(rules, noun, prep):
        return False
    return doc.child(noun.i, "poss") is None and not any(w in {"with", "between"} for w, _ in prepositional(doc, noun.i))


def is_topic(rules: EngagementRules, noun: Token, prep: Token) -> bool:
    """ "briefed the president on his talks": talks are what is spoken of, and whoever listens was not there."""
    frame = rules.nouns.get(noun.lemma)
    return prep.lower in rules.words["topics_of"] and frame is not None and frame.kind in {"meeting", "talks"}


def is_met_by_all(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> bool:
    """ "The two ministers talked to staff at the hospital", "X and Y met with reporters": both are on one side of it."""
    beside = [doc.tokens[a.head] for a in mention.arguments if a.role in {"with", "party"}]
    behind, before = [t for t in beside if t.i > mention.head], [t for t in beside if t.i < mention.head]
    are_several = len(before) > 1 or any(t.tag == "NNS" for t in before)
    return are_several and bool(behind) and all(t.pos == "NOUN" and t.lower in rules.words["met_by_all"] for t in behind)


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
