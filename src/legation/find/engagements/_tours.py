"""The stops of a tour, told apart from whoever makes it: "leaves on Friday for West Africa. Visits to Ghana and Togo are part of
the tour", "the trip takes in Ghana and Togo", "will travel to West Africa, with stops in Ghana and Togo".

Whoever is told of last as travelling makes it; a stop stands as what tells of it, and is to come unless that is past.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from legation.find.engagements._agenda import agenda_of
from legation.find.engagements._clauses import (
    SUBJECTS,
    VERBAL,
    finite_state,
    is_negated,
    owners,
    prepositional,
    subjects,
)
from legation.find.engagements._effects import own_effect, tense_of
from legation.find.engagements._spread import GOVERNED, OWN, spread
from legation.records import Annotation, Token
from legation.records.engagements import Argument, EngagementMention
from legation.rules.engagements import EngagementRules

FAR = 3
"""Sentences back, at most, to whoever makes the tour."""
OPEN = frozenset({None, "present", "planned", "under_way", "purpose"})
"""What a clause may say of stops that it only lists."""
PAST = frozenset({"past", "pluperfect", "perfect"})


def with_stops(
    doc: Annotation, rules: EngagementRules, mentions: Sequence[EngagementMention]
) -> tuple[EngagementMention, ...]:
    """The mentions; stops that say nothing of who makes them have the traveller of their tour, and tours the stops that their
    verb gives them."""
    found: list[EngagementMention] = []
    for mention in mentions:
        if mention.kind == "visit" and mention.form == "noun" and mention.effect in OPEN | {"future"}:
            mention = _covering(doc, rules, mention)
            mention = _of_its_tour(doc, rules, mention, found)
        found.append(mention)
    return tuple(found)


# ---- whose stops ----------------------------------------------------------------------------------------------------


def _of_its_tour(
    doc: Annotation, rules: EngagementRules, mention: EngagementMention, before: Sequence[EngagementMention]
) -> EngagementMention:
    """ "Visits to Ghana and Togo are part of the tour": of whoever makes it."""
    noun = doc.tokens[mention.head]
    goes = any(a.role == "goal" and doc.tokens[a.head].pos == "PROPN" for a in mention.arguments)
    if not goes or any(_may_travel(doc, rules, a) for a in mention.arguments):
        return mention
    along = _along(doc, rules, noun)
    if along is not None:
        makers, effect, tense = subjects(doc, rules, along.i), own_effect(doc, rules, along.i), finite_state(doc, rules, along.i)
    else:
        verb = _listing(doc, rules, noun)
        if verb is None or is_negated(doc, verb.i):
            return mention
        whole = next(_journeys_beside(doc, rules, verb, noun), None)
        makers = owners(doc, rules, whole.i) if whole is not None and doc.child(whole.i, "poss", "prep") is not None else ()
        makers = tuple(i for i in makers if i != noun.i and doc.tokens[i].pos == "PROPN") or _last_told(doc, rules, noun, before)
        tense = finite_state(doc, rules, verb.i)
        effect = "held" if tense in PAST and mention.effect != "planned" else "planned"
    if not makers:
        return mention
    kept = tuple(a for a in mention.arguments if a.role in {"goal", "modifier", "place"})
    told = (*kept, *spread(doc, "traveller", makers, GOVERNED))
    return replace(mention, arguments=told, effect=effect or mention.effect, tense=tense_of(tense))


def _may_travel(doc: Annotation, rules: EngagementRules, argument: Argument) -> bool:
    """Whether an argument names or may stand for somebody who makes the visit; not the tour that it is part of, nor a guess."""
    if argument.role not in {"traveller", "subject", "party"} or not argument.strength:
        return False
    token = doc.tokens[argument.head]
    return not _is_journey(rules, token) and token.lemma not in rules.words["agendas"]


def _is_journey(rules: EngagementRules, token: Token) -> bool:
    frame = rules.nouns.get(token.lemma)
    is_visit = frame is not None and frame.kind == "visit" and not frame.invitation
    return token.pos == "NOUN" and (is_visit or token.lemma in rules.words["told_as_visit"])


def _along(doc: Annotation, rules: EngagementRules, noun: Token) -> Token | None:
    """The verb of "will travel to West Africa next week, with stops in Ghana and Togo"."""
    prep = doc.tokens[noun.head]
    verb = doc.tokens[prep.head]
    if noun.dep != "pobj" or prep.lower not in rules.words["with_stops"] or noun.lemma not in rules.words["stops"]:
        return None
    travels = any(f.kind == "visit" and f.agent == "traveller" for f in rules.verbs.get(verb.lemma, ()))
    return verb if verb.pos in VERBAL and travels else None


def _listing(doc: Annotation, rules: EngagementRules, noun: Token) -> Token | None:
    """The verb that tells of the stops as parts of a tour or as entries of an itinerary."""
    if agenda_of(doc, rules, noun.i) is not None:
        verb = doc.tokens[noun.head]
        return doc.tokens[verb.head] if verb.pos == "ADP" else verb
    above = doc.tokens[noun.head]
    if noun.dep == "pobj" and above.lower == "of":
        above = doc.tokens[above.head]  # "consists of visits to"
    if above.pos not in VERBAL or not any(True for _ in _journeys_beside(doc, rules, above, noun)):
        return None
    lists = above.lemma in rules.words["listing_events"] | rules.words["making_up"]
    is_part = above.lemma == "be" and any(c.lemma in rules.containers for c in doc.children(above.i, "attr"))
    is_set = noun.dep == "nsubjpass" and own_effect(doc, rules, above.i) is not None
    return above if lists or is_part or is_set else None


def _journeys_beside(doc: Annotation, rules: EngagementRules, verb: Token, noun: Token) -> Iterator[Token]:
    """The other journeys of a verb's clause: its subject, its object, in a phrase of it or below "part of"."""
    near = [*doc.children(verb.i, *SUBJECTS, "dobj", "attr")]
    near += [leaf for thing in (verb, *near) for _, leaf in prepositional(doc, thing.i)]
    near += [leaf for thing in list(near) for word, leaf in prepositional(doc, thing.i) if word == "of"]
    return (t for t in near if t.i != noun.i and _is_journey(rules, t))


def _last_told(
    doc: Annotation, rules: EngagementRules, noun: Token, before: Sequence[EngagementMention]
) -> tuple[int, ...]:
    """Whoever is told of last as travelling."""
    for mention in reversed(before):
        if mention.kind != "visit" or not 0 <= noun.sentence - mention.sentence <= FAR:
            continue
        named = [a for a in mention.arguments if a.role in {"traveller", "subject"} and _may_travel(doc, rules, a)]
        best = max((a.strength for a in named), default=0)
        if best:
            return tuple(dict.fromkeys(a.head for a in named if a.strength == best))
    return ()


# ---- where a tour goes ----------------------------------------------------------------------------------------------


def _covering(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> EngagementMention:
    """ "The tour covers Oman and Qatar", "a three-nation tour, covering Oman and Qatar": where it goes."""
    noun = doc.tokens[mention.head]
    verbs = [t for t in (doc.tokens[noun.head],) if noun.dep in SUBJECTS]
    verbs += [c for c in doc.children(noun.i, "acl", "relcl") if c.i > noun.i]
    goals: list[int] = []
    for verb in verbs:
        taken = verb.lemma == "take" and any(c.lower == "in" and c.i == verb.i + 1 for c in doc.children(verb.i, "prt", "prep"))
        if (verb.lemma in rules.words["covering"] or taken) and not is_negated(doc, verb.i):
            goals += [c.i for c in doc.children(verb.i, "dobj") if c.pos == "PROPN"]
            goals += [leaf.i for word, leaf in prepositional(doc, verb.i) if taken and word == "in" and leaf.pos == "PROPN"]
    if not goals:
        return mention
    stops = tuple(spread(doc, "goal", goals, OWN))
    others = tuple(a for a in mention.arguments if a.head not in {s.head for s in stops} and a.role != "goal")
    return replace(mention, arguments=(*others, *stops), effect=mention.effect or "planned")
