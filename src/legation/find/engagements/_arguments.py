"""Who and where, as the grammar has it: the noun phrases that a trigger's frame gives a part to."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.engagements._astray import (
    behind_days,
    joined_to_verb,
    named_states,
    of_coordinated,
    of_days,
    paired,
    shared,
    stray_with,
    told_after,
)
from legation.find.engagements._clauses import (
    LISTING,
    SUBJECTS,
    VERBAL,
    counted_before,
    direct_objects,
    is_passive,
    objects,
    prepositional,
    subjects,
)
from legation.find.engagements._courtesies import is_courtesy
from legation.find.engagements._entities import is_named_place, is_time
from legation.find.engagements._held_at import held_at
from legation.find.engagements._itinerary import further_stops
from legation.find.engagements._late import late_person, late_thing
from legation.find.engagements._modified import aside, stray_relative
from legation.find.engagements._owners import assembled, owner_before, possessors
from legation.find.engagements._spread import GOVERNED, GUESSED, OWN, spread
from legation.records import Annotation, Token
from legation.records.engagements import Argument
from legation.rules.engagements import EngagementRules, NounFrame, VerbFrame

HOSTED = frozenset({"meeting", "talks", "summit"})
"""Kinds that somebody can host."""


def of_verb(doc: Annotation, rules: EngagementRules, frame: VerbFrame, i: int) -> tuple[Argument, ...]:
    """The arguments of the verb at ``i`` under ``frame``; a passive turns subject and object round."""
    found: list[Argument] = []
    bare = doc.tokens[i].tag == "VBN" and doc.child(i, "aux") is None  # "having met X" is no passive
    passive = is_passive(doc, i) or (bare and doc.tokens[i].dep in {"acl", "advcl"})
    if passive and frame.object:
        below = [c.i for c in doc.children(i, "nsubjpass")]
        if not below and doc.tokens[i].dep == "acl":
            below = [doc.tokens[i].head]
        found += spread(doc, frame.object, below or subjects(doc, rules, i, of_passive=True), OWN)
        agents = [
            leaf.i
            for c in doc.children(i, "agent", "prep", "conj")
            if c.lower == "by"
            for leaf in doc.children(c.i, "pobj")
        ]
        if not agents:  # "was received at Nairobi airport by X": parsed onto the airport
            places = [leaf for word, leaf in prepositional(doc, i) if word == "at" and leaf.lower in rules.words["airports"]]
            agents = [x.i for leaf in places for word, x in prepositional(doc, leaf.i) if word == "by" and x.pos == "PROPN"]
        found += spread(doc, frame.agent, agents, OWN)
    else:
        found += spread(doc, frame.agent, subjects(doc, rules, i), OWN)
        if frame.object:
            whom = counted_before(doc, rules, i) or [c.i for c in direct_objects(doc, i)]
            found += spread(doc, frame.object, whom, OWN)
            found += spread(doc, frame.object, [c.i for c in behind_particle(doc, frame, i)], OWN)
            if not any(a.role == frame.object and a.head > i for a in found):
                found += spread(doc, frame.object, [c.i for c in late_person(doc, rules, frame, i)], OWN)
    there = _there(doc, i, "goal" if "goal" in frame.prepositions.values() or frame.object == "goal" else "place")
    if frame.person:  # "will be there", "will stop there": at whatever is spoken of
        there = [a for a in there if doc.tokens[a.head].lower in rules.words["on_the_spot"]]
    found += there
    if doc.tokens[i].dep == "acomp":  # "is due here", "is due on Monday in Oslo": parsed onto the copula
        found += _there(doc, doc.tokens[i].head, "goal" if "goal" in frame.prepositions.values() else "place")
        found += [
            Argument(frame.prepositions[word], leaf.i, OWN) for word, leaf in prepositional(doc, doc.tokens[i].head)
            if word in frame.prepositions and leaf.pos == "PROPN"
        ]  # fmt: skip
    if (
        frame.objects
    ):  # "received the credentials of the ambassador", "the letters of credence from him", "an audience to him"
        things = (*objects(doc, i), *late_thing(doc, rules, frame, i))
        behind = (x for c in things for x in prepositional(doc, c.i))
        givers = [
            leaf.i for word, leaf in behind if frame.prepositions.get(word) == "party" and word in {"of", "from", "to"}
        ]
        found += spread(doc, "party", givers, OWN)
    if frame.object == "party" and frame.agent == "home":  # "summoned the ambassador to Kenya": where he is posted
        envoys = (*objects(doc, i), *behind_particle(doc, frame, i))
        posts = (x for c in envoys for x in prepositional(doc, c.i))
        found += spread(doc, "home", [leaf.i for word, leaf in posts if word in rules.words["posted"]], GOVERNED)
    if frame.prepositions.get("with"):
        found += stray_with(doc, rules, i)
    for word, leaf in prepositional(doc, i):
        role = frame.prepositions.get(word)
        if word == LISTING:
            role = "with" if "with" in frame.prepositions else frame.object
        if role is None and word in {"in", "at", "to"} and leaf.pos in {"PROPN", "NOUN"}:
            role = "place" if word != "to" else None
        if role is None and word in {"with", "alongside", "by"} and frame.kind == "visit":
            role = "along" if word != "by" else None
        if role == "home" and is_time(doc, leaf):
            role = None  # "called on Sunday"
        if role == "occasion" and is_courtesy(doc, rules, leaf):
            role = None  # "takes part at the invitation of"
        if word == "as" and "occasion" in frame.needs:  # "takes part as an observer in the summit"
            beside = [x.i for w, x in prepositional(doc, leaf.i) if frame.prepositions.get(w) == "occasion"]
            found += spread(doc, "occasion", beside, OWN)
        if role == "goal" and leaf.lower in rules.words["adverbial"]:
            role = None  # "was there in person"
        if role and leaf.pos not in VERBAL and (role != "event" or leaf.lemma in rules.nouns):
            found += spread(doc, "with" if word in {"with", "to"} and role == "party" else role, [leaf.i], OWN)
    found += named_states(doc, rules, found)
    if not any(a.role == "place" for a in found):
        found += held_at(doc, rules, i, [a.head for a in found if a.role == "occasion"])
    if not any(a.role in {"goal", "place"} for a in found):
        found += of_days(doc, frame.prepositions, i)
    late = told_after(doc, rules, i, found) if frame.kind in HOSTED | {"call"} else ()
    found += (*late, *behind_days(doc, i, found))
    return (*found, *further_stops(doc, rules, found, OWN), *joined_to_verb(doc, rules, i, found))


def _honoured(doc: Annotation, rules: EngagementRules, i: int, honour: Token) -> list[int]:
    """ "a dinner in honour of visiting President X": parsed onto the dinner, and X below "visiting"."""
    links = [c for at in (i, honour.i) for c in doc.children(at, "prep") if c.lower == "of" and c.i > honour.i]
    guests = [leaf.i for link in links for leaf in doc.children(link.i, "pobj")]
    coming = [v for link in links for v in doc.children(link.i, "pcomp") if v.lower in rules.words["visiting"]]
    return guests + [guest.i for verb in coming for guest in doc.children(verb.i, "dobj")]


def _is_unnamed_body(doc: Annotation, rules: EngagementRules, body: Token) -> bool:
    """Whether a joint body stands here of which no state is said, as a side of "the Omani committee" is."""
    if body.lower not in rules.words["joint_bodies"] or doc.child(body.i, "poss", "prep", "appos") is not None:
        return False
    return not any(t.text[:1].isupper() for t in doc.tokens[doc.subtree(body.i)[0] : body.i])


def behind_particle(doc: Annotation, frame: VerbFrame, i: int) -> Iterator[Token]:
    """ "called in the envoy": the parser may take the particle for a preposition, and the object for its."""
    if frame.objects and frame.particles:
        yield from (leaf for word, leaf in prepositional(doc, i) if word in frame.particles)


def _there(doc: Annotation, i: int, role: str) -> list[Argument]:
    """ "will land there": the place is the one spoken of before."""
    return [Argument(role, c.i, OWN) for c in doc.children(i, "advmod") if c.lower in {"there", "here"}]


def of_noun(doc: Annotation, rules: EngagementRules, frame: NounFrame, i: int) -> tuple[Argument, ...]:
    """The arguments of the event noun at ``i``: possessor, modifiers, prepositional phrases of its own."""
    found: list[Argument] = []
    noun = doc.tokens[i]
    found += spread(doc, frame.owner, possessors(doc, i) or owner_before(doc, i), OWN)
    found += [Argument("modifier", c.i, OWN) for c in doc.children(i, "compound", "nmod", "amod", "npadvmod")]
    if frame.adjective_owns:
        found += [Argument(frame.owner, c.i, GUESSED) for c in doc.children(i, "amod", "nmod", "compound")]
    above = doc.tokens[noun.head]
    talked_over = noun.dep == "dobj" and above.pos in VERBAL and above.lemma in rules.words["talking_over"]
    for word, leaf in prepositional(doc, i):
        role = frame.prepositions.get(word)
        if word == "with" and frame.kind == "visit" and talked_over:
            continue  # "discussed her trip to Kenya with the ambassador": who talks of it, not who travels
        if frame.invitation and word == "to" and not is_named_place(doc, leaf):
            role = "traveller"  # "an invitation to his counterpart"
        if word == "of" and role == "party" and noun.dep == "dobj" and _is_unnamed_body(doc, rules, leaf):
            continue  # "the eighth meeting of the consultation mechanism": whose it is stands elsewhere
        if role and leaf.pos not in VERBAL:
            found += spread(doc, "with" if word == "with" else role, [leaf.i], OWN)
            if word == "between":
                found += paired(doc, role, leaf)
            if word in {"in", "at"} and "between" in frame.prepositions and is_named_place(doc, leaf):
                # "the talks in Baku between A and B": parsed onto the place
                found += spread(doc, "party", [x.i for w, x in prepositional(doc, leaf.i) if w == "between"], OWN)
        if leaf.lower in rules.words["honouring"] and frame.prepositions.get("for"):  # "a dinner in honour of X"
            guests = [g.i for of, g in prepositional(doc, leaf.i) if of == "of"] or _honoured(doc, rules, i, leaf)
            found += spread(doc, frame.prepositions["for"], guests, OWN)
        if word == "of" and frame.prepositions.get("to") == "goal":
            # "a delegation of six leaders to Moscow": parsed onto those of whom it is.
            goals = [g.i for to, g in prepositional(doc, leaf.i) if to == "to" and g.pos == "PROPN"]
            found += spread(doc, "goal", goals, GOVERNED)
    found += _there(doc, i, "goal" if "goal" in frame.prepositions.values() else "place")
    after = doc.tokens[i + 1] if i + 1 < len(doc.tokens) else noun
    if after.pos == "ADP" and after.head != i and frame.prepositions.get(after.lower) in {"goal", "place", "occasion"}:
        # "spoke on her last day in Hanoi": the parser hangs what stands right behind on the verb.
        places = [leaf.i for leaf in doc.children(after.i, "pobj")]
        role = frame.prepositions[after.lower]
        found += spread(doc, role, places, OWN if role == "occasion" else GOVERNED)
    one_side = sum(a.role == "party" for a in found) < 2  # "an audience of X with Y": parsed onto X
    lacks = one_side and not any(a.role == "with" for a in found)
    if frame.kind != "visit" and frame.prepositions.get("with") == "party" and lacks:
        found += stray_with(doc, rules, i)
    told = aside(doc, rules, i)
    for clause in (*doc.children(i, "acl", "relcl"), *([told] if told else []), *stray_relative(doc, i)):
        if frame.owner == "traveller" and _is_within(doc, rules, clause):
            continue
        if clause.lemma in rules.words["concluding"]:
            continue  # "talks to carry out a deal, signed in Moscow"
        for word, leaf in prepositional(doc, clause.i):
            if word in {"by", "with", "from", "in", "at", "to", "between"} and leaf.pos not in VERBAL:
                role = frame.prepositions.get(word)
                if role:
                    found += spread(doc, "with" if word == "with" else role, [leaf.i], GOVERNED)
        if clause.tag == "VBN":
            found += spread(doc, "subject", [a.head for a in found if a.role == "by"], GOVERNED)
            if frame.kind != "visit" and any(
                f.kind == "summit" and f.object for f in rules.verbs.get(clause.lemma, ())
            ):
                # "the meeting, attended by A and B"
                by = [leaf.i for word, leaf in prepositional(doc, clause.i) if word == "by"]
                found += spread(doc, "party", by, GOVERNED)
            if frame.kind in HOSTED and any(f.agent == "host" for f in rules.verbs.get(clause.lemma, ())):
                # "talks, hosted by Egypt"
                by = [leaf.i for word, leaf in prepositional(doc, clause.i) if word == "by"]
                found += (*spread(doc, "host", by, GOVERNED), *spread(doc, "place", by, GUESSED))
        if frame.owner == "party":
            found += spread(doc, "party", assembled(doc, rules, clause), GOVERNED)
        found += _of_relative(doc, rules, frame, clause)
    for first in doc.children(i, "appos"):
        if first.lemma in rules.words["ordinals"] and frame.kind == "visit":
            # "the visit, the first by a Dutch premier to Suriname"
            for word, leaf in prepositional(doc, first.i):
                role = frame.prepositions.get(word)
                if role and leaf.pos == "PROPN":
                    found += spread(doc, role, [leaf.i], GOVERNED)
    inner = doc.child(above.i, "xcomp")
    if inner is not None and inner.lemma in rules.words["including"]:
        above = inner  # "the trip was expected to include"
    if noun.dep in SUBJECTS and above.lemma in rules.words["including"] and "goal" in frame.prepositions.values():
        # "her tour will include Honduras and Guatemala"
        found += spread(doc, "goal", [c.i for c in doc.children(above.i, "dobj")], GOVERNED)
    if noun.dep == "nsubj" and above.lemma in rules.words["including"] and frame.owner == "party":
        # "the talks will feature X and Y"
        found += spread(
            doc, "party", [c.i for c in doc.children(above.i, "dobj") if c.pos == "PROPN" or c.tag == "NNS"], GOVERNED
        )
    if noun.dep == "nsubj" and above.lemma in rules.words["taking_along"] and frame.owner == "traveller":
        # "the tour will take the premier to Canberra and Wellington"
        found += spread(doc, "traveller", [c.i for c in doc.children(above.i, "dobj")], OWN)
    if noun.dep == "nsubj" and above.lemma == "be" and frame.kind == "visit":
        # "the visit by X is his second to Y"
        counted = (c for c in doc.children(above.i, "attr") if c.lower in rules.words["ordinals"])
        found += [Argument("goal", leaf.i, OWN) for c in counted for to, leaf in prepositional(doc, c.i) if to == "to"]
    if noun.dep == "conj":
        found += shared(doc, frame, noun)
    found += named_states(doc, rules, found)
    found += of_coordinated(doc, frame, i)
    return (*found, *further_stops(doc, rules, found, OWN))


def _is_within(doc: Annotation, rules: EngagementRules, clause: Token) -> bool:
    """ "a visit during which she was received by X": a clause of what took place inside it."""
    return any(
        leaf.lower in rules.words["relatives"]
        for c in doc.children(clause.i, "prep")
        for leaf in doc.children(c.i, "pobj")
    )


def is_place(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """Whether a place stands at ``token``, by its name or its kind ("the Ugandan capital")."""
    return token.lemma in rules.words["sites"] or is_named_place(doc, token)


def _of_relative(doc: Annotation, rules: EngagementRules, frame: NounFrame, clause: Token) -> Iterator[Argument]:
    """ "the visit that X was to pay to Y", "the summit that Y was due to host between A and B": what hangs on a verb that
    carries the noun as its object belongs to the noun."""
    verb = clause
    for _ in range(3):
        if verb.lemma in rules.support - rules.words["copulas"]:
            break
        below = doc.child(verb.i, "xcomp", "acomp")
        if below is None:
            below = next((x for c in doc.children(verb.i, "prep") for x in doc.children(c.i) if x.pos in VERBAL), None)
        if below is None:
            return
        verb = below
    own = [s for s in subjects(doc, rules, verb.i) if doc.tokens[s].pos in {"PROPN", "NOUN", "PRON"}]
    own = [s for s in own if doc.tokens[s].lower not in {"which", "that"} and s != clause.head]
    if not own or is_passive(doc, verb.i):
        return
    hosts = any(f.agent == "host" for f in rules.verbs.get(verb.lemma, ())) and frame.kind in HOSTED
    yield from spread(doc, "host" if hosts else "subject", own, GOVERNED)
    if hosts:
        yield from spread(doc, "place", own, GOVERNED)
    for word, leaf in prepositional(doc, verb.i):
        role = frame.prepositions.get(word)
        if role and leaf.pos in {"PROPN", "NOUN"}:
            yield from spread(doc, "with" if word == "with" else role, [leaf.i], GOVERNED)
