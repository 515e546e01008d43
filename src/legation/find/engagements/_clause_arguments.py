"""Who and where by the clause that an event only hangs on: "said during a visit", "told him in a meeting"."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.engagements._addressed import is_only_spoken_of, is_topic
from legation.find.engagements._clauses import (
    VERBAL,
    prepositional,
    subjects,
)
from legation.find.engagements._spread import GUESSED, OWN, spread
from legation.records import Annotation, Token
from legation.records.engagements import Argument
from legation.rules.engagements import EngagementRules


def of_clause(doc: Annotation, rules: EngagementRules, i: int, *, of_both: bool = False) -> tuple[Argument, ...]:
    """For "said during a visit to Tokyo" and "Wang, on a visit to Tokyo,": the clause's subject, or the phrase itself.

    ``of_both``: whoever does and whoever suffers what a passive clause says take part, not only the latter.
    """
    noun = doc.tokens[i]
    prep = doc.tokens[noun.head]
    is_participle = prep.pos != "ADP" and prep.dep == "prep" and prep.lower in rules.adjuncts  # "following talks with"
    if noun.dep != "pobj" and not (is_participle and noun.dep == "dobj"):
        return ()
    if prep.pos != "ADP" and not is_participle:
        return ()
    above = doc.tokens[prep.head]
    if prep.head == prep.i:
        return ()
    if above.pos == "ADP" and prep.lower == "of":
        above = doc.tokens[above.head]  # "walked out of the talks"
    if is_only_spoken_of(doc, rules, noun, prep):
        return ()
    if prep.lower == "of" and above.lemma in rules.containers:
        return of_clause(doc, rules, above.i, of_both=of_both)  # "on the final leg of a trip to Tokyo"
    if above.pos == "ADV" and above.lower in rules.adjuncts and _sits(rules, noun):
        above = doc.tokens[above.head]  # "spoke ahead of talks with", "prior to a meeting with"
    if above.pos == "NOUN" and above.entity < 0 and above.dep in {"dobj", "attr"}:
        above = doc.tokens[above.head]  # "promised aid in a call with": parsed onto the aid
    elif (
        above.pos == "NOUN"
        and above.dep == "pobj"
        and above.lemma not in rules.nouns
        and prep.lower in rules.words["temporal"]
    ):
        # "expressed concern about the fighting at a meeting with": parsed onto the fighting
        above = next((t for t in doc.ancestors(above.i) if t.pos in VERBAL), above)
    if prep.lower in rules.words["summits_after"] and _is_other_sitting(doc, rules, noun, above):
        return ()
    if above.pos in VERBAL:
        who = subjects(doc, rules, above.i)
        if _sits(rules, noun) and not any(_is_somebody(doc, rules, i) for i in who):
            who = _sayers(doc, rules, above) or who
        patients = tuple(
            c.i
            for c in doc.children(above.i, "nsubjpass")
            if c.pos == "PROPN" or c.lemma in rules.words["officials"] or c.lower in rules.words["persons"]
        )
        if patients:  # "X was seen off by Y after a visit", "X will be joined by Y for talks"
            who = (*patients, *who) if of_both else patients
        where = tuple(g for s in who for g in _same_place(doc, prep, s))
        where += tuple(_scene_of(doc, rules, prep, above))
        addressed = () if is_topic(rules, noun, prep) else _addressed(doc, rules, prep, above)
        if above.lemma in rules.words["accompanying"]:  # "is accompanying the president on a visit to"
            along = tuple(spread(doc, "along", who, OWN))
            return (*spread(doc, "subject", [c.i for c in doc.children(above.i, "dobj")], GUESSED), *along, *where)
        return (*spread(doc, "subject", who, GUESSED), *where, *addressed, *_left(doc, rules, prep, above))
    if above.pos == "PROPN" or above.entity >= 0 or (not of_both and above.dep == "ROOT" and above.pos == "NOUN"):
        return tuple(spread(doc, "subject", [above.i], GUESSED))
    return tuple(_same_place(doc, prep, above.i))


def _is_other_sitting(doc: Annotation, rules: EngagementRules, noun: Token, above: Token) -> bool:
    """ "A and B held talks before the SAARC summit": what they have is the talks; the summit is others' too."""
    frame = rules.nouns.get(noun.lemma)
    had = [c.lemma for c in doc.children(above.i, "dobj") if c.lemma in rules.nouns]
    kinds = {rules.nouns[word].kind for word in had} | {f.kind for f in rules.verbs.get(above.lemma, ()) if not f.phone}
    return frame is not None and frame.kind == "summit" and bool(kinds & {"meeting", "talks"})


def _is_somebody(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    token = doc.tokens[i]
    return token.pos in {"PROPN", "PRON"} or token.lemma in rules.words["officials"] or token.lower in rules.words["persons"]


def _sayers(doc: Annotation, rules: EngagementRules, clause: Token) -> tuple[int, ...]:
    """ "X said ties were strong after a meeting with Y": where the clause is of things, who says so was at the meeting."""
    above = doc.tokens[clause.head]
    if clause.dep == "acl" and above.pos == "NOUN":
        above = doc.tokens[above.head]  # "expressed confidence that trade would grow"
    if clause.dep not in {"ccomp", "advcl", "acl"} or above.pos not in VERBAL or above.i == clause.i:
        return ()
    if clause.dep == "advcl" and not any(c.lower == "that" for c in doc.children(clause.i, "mark")):
        return ()
    return subjects(doc, rules, above.i) if above.lemma in rules.reporting else ()


def _sits(rules: EngagementRules, noun: Token) -> bool:
    return noun.lemma in rules.nouns and rules.nouns[noun.lemma].kind in {"meeting", "talks", "call"}


def _addressed(doc: Annotation, rules: EngagementRules, prep: Token, verb: Token) -> Iterator[Argument]:
    """ "told his Somali counterpart in a meeting": whoever is spoken to there is the other side."""
    if verb.lemma in rules.words["addressing"] and rules.adjuncts.get(prep.lower) == "during":
        yield from spread(doc, "with", [c.i for c in doc.children(verb.i, "dobj", "dative")], GUESSED)


def _scene_of(doc: Annotation, rules: EngagementRules, prep: Token, verb: Token) -> Iterator[Argument]:
    """ "In Tashkent, X told Y during talks": where the sentence sets what was said there."""
    if rules.adjuncts.get(prep.lower) not in {"during", "after"} and prep.lower not in rules.words["contained"]:
        return
    if any(f.kind == "visit" for f in rules.verbs.get(verb.lemma, ())):
        return  # "landed in Cairo after talks with X"
    for word, leaf in prepositional(doc, verb.i):
        if word == "in" and leaf.i < prep.i and leaf.entity >= 0 and doc.entities[leaf.entity].label == "GPE":
            yield Argument("place", leaf.i, GUESSED)


def _left(doc: Annotation, rules: EngagementRules, prep: Token, verb: Token) -> Iterator[Argument]:
    """ "left Mogadishu after a three-day visit": what is left is where the visit was."""
    if verb.lemma in rules.words["leaving"] and rules.adjuncts.get(prep.lower) == "after":
        yield from spread(doc, "goal", [c.i for c in doc.children(verb.i, "dobj")], GUESSED)


def _same_place(doc: Annotation, prep: Token, i: int) -> Iterator[Argument]:
    """ "discussions in Beijing, during a visit by several officials": the visit goes where the discussions were."""
    for word, leaf in prepositional(doc, i):
        if prep.lower == "during" and word in {"in", "at"} and leaf.pos == "PROPN":
            yield Argument("goal", leaf.i, GUESSED)


def of_speech(doc: Annotation, rules: EngagementRules, i: int) -> tuple[Argument, ...]:
    """ "Chad said talks with Libya would resume": who says so is the other side, where the words name only one."""
    noun = doc.tokens[i]
    clause = doc.tokens[noun.head]
    if noun.dep not in {"nsubj", "nsubjpass"} or clause.dep != "ccomp":
        return ()
    above = doc.tokens[clause.head]
    if (
        above.lemma not in rules.reporting
        or above.pos not in VERBAL
        or not any(True for _ in doc.children(above.i, "nsubj"))
    ):
        return ()
    return tuple(spread(doc, "subject", [c.i for c in doc.children(above.i, "nsubj")], GUESSED))
