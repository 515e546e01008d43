"""What the modifiers and clauses of an event's noun say of it, and the clauses that the parser hangs elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.engagements._clauses import SUBJECTS, VERBAL, finite_state, prepositional
from legation.find.engagements._effects import own_effect
from legation.find.engagements._sitting_bodies import sits
from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules

Said = tuple[str | None, tuple[int, ...], tuple[int, ...]]


def said_of(doc: Annotation, rules: EngagementRules, noun: Token) -> Said:
    """What is said of an event, or of the round that it is one of: "a round of talks, set for Monday"."""
    said = adjective_effect(doc, rules, noun.i)
    prep = doc.tokens[noun.head]
    head = doc.tokens[prep.head]
    is_within = noun.dep == "pobj" and prep.lower == "of" and head.lemma in rules.words["rounds"]
    return adjective_effect(doc, rules, head.i) if said[0] is None and is_within else said


def adjective_effect(doc: Annotation, rules: EngagementRules, i: int) -> Said:
    """What modifiers of the noun say ("planned", "visit scheduled for"), the nodes that carry a planned date, and those
    of a clause that tells of the event itself ("which he made on Monday")."""
    to_effect = {
        "announced": "planned", "expected": "expected", "proposed": "possible", "held": "held", "declined": "declined",
        "under_way": None, "lapsed": None,
    }  # fmt: skip
    effect: str | None = None
    nodes: list[int] = []
    nodes_of_clause: list[int] = []
    told = aside(doc, rules, i)
    if told is not None:
        nodes_of_clause.append(told.i)
    for child in (*doc.children(i), *_clauses_below(doc, rules, i), *stray_relative(doc, i)):
        is_due = child.lower in rules.words["due"] and child.i > i  # "the meeting due to take place on Friday"
        if is_due:
            nodes += [child.i, *(x.i for x in doc.children(child.i, "xcomp"))]
            effect = effect or "planned"
        elif child.dep in {"amod", "compound", "acl", "relcl", "nmod", "advmod"}:
            group = rules.adjectives.get(child.lower)
            planned = _planned_verb(doc, rules, child)
            if planned is not None:
                nodes_of_clause += [child.i, planned]
                effect = effect or "planned"
                continue
            if child.dep in {"acl", "relcl"} and _is_of_another(doc, rules, child):
                continue
            once = _once_planned_verb(doc, rules, child)
            if once is not None:
                nodes += [child.i, once]
                continue
            as_body = sits(doc, rules, doc.tokens[i], child)
            if child.dep in {"acl", "relcl"} and (child.lemma in rules.support or as_body) and child.pos in VERBAL:
                # "the visit, which he made on Monday", "the summit, to be held in June", "the summit, which met on Sunday"
                made = own_effect(doc, rules, child.i)
                if made is None and finite_state(doc, rules, child.i) == "infinitive":
                    made = "planned"
                if made in {"held", "future", "under_way", "planned", "present"}:
                    nodes_of_clause.append(child.i)
                    effect = effect or (made if made != "present" else None)  # "which begins Sunday": its day tells
                continue
            if group is None and child.dep == "acl" and child.tag == "VBN":
                rows = rules.governors.get(child.lemma, ())
                group = next((r.effect for r in rows if not r.particles), None)
            if group is None:
                continue
            found = to_effect.get(group, group)
            if child.dep in {"acl", "relcl"} and group in {"announced", "planned", "expected"}:
                nodes.append(child.i)
                found = "planned" if group != "expected" else "expected"
            if effect is None or found in {"postponed", "cancelled", "rescheduled"}:
                effect = found
    return effect, tuple(nodes), tuple(nodes_of_clause)


def _once_planned_verb(doc: Annotation, rules: EngagementRules, clause: Token) -> int | None:
    """ "the visit, which was to begin on Monday": the verb of what had been planned of it."""
    if clause.dep not in {"acl", "relcl"}:
        return None
    if clause.lemma in rules.begins and finite_state(doc, rules, clause.i) == "unreal":
        return clause.i  # "which should have begun on Sunday"
    if clause.lemma != "be" or finite_state(doc, rules, clause.i) != "past":
        return None
    below = (c for c in doc.children(clause.i, "xcomp", "ccomp") if finite_state(doc, rules, c.i) == "infinitive")
    tells = rules.support | rules.begins | rules.ends | rules.words["assembling"]
    return next((c.i for c in below if c.lemma in tells), None)


def _planned_verb(doc: Annotation, rules: EngagementRules, clause: Token) -> int | None:
    """ "the summit that A and B are to hold in Lima on Monday": the verb of what is planned of it."""
    if clause.dep != "relcl" or clause.lemma != "be" or finite_state(doc, rules, clause.i) != "present":
        return None
    below = (c for c in doc.children(clause.i, "xcomp") if finite_state(doc, rules, c.i) == "infinitive")
    carried = (c for c in below if any(o.tag == "WDT" for o in doc.children(c.i, "dobj")))
    return next((c.i for c in carried if c.lemma in rules.support), None)


def _clauses_below(doc: Annotation, rules: EngagementRules, i: int) -> Iterator[Token]:
    """ "the visit to Oslo, which begins on Sunday": parsed onto the place, which neither begins nor is scheduled."""
    for _, place in prepositional(doc, i):
        if place.pos == "PROPN":
            for clause in doc.children(place.i, "acl", "relcl"):
                tells = clause.lemma in rules.begins | rules.ends or clause.lower in rules.adjectives
                if tells or _once_planned_verb(doc, rules, clause):
                    yield clause


def _is_of_another(doc: Annotation, rules: EngagementRules, clause: Token) -> bool:
    """ "told him in talks that aid would continue": a clause with a subject of its own and no word back to the noun."""
    if doc.child(clause.i, *SUBJECTS) is None or _is_contact_clause(doc, rules, clause):
        return False
    return not any(
        c.lower in rules.words["relatives"] and c.dep not in {"mark", "pobj"} for c in doc.children(clause.i)
    )


def _is_contact_clause(doc: Annotation, rules: EngagementRules, clause: Token) -> bool:
    """ "the talks he held on Monday": a clause right behind the noun, whose object the noun is."""
    opens = doc.subtree(clause.i)[0]
    is_bare = doc.child(clause.i, "mark", "dobj", "ccomp", "xcomp") is None
    is_bare = is_bare and doc.tokens[opens].lower not in rules.words["relatives"]
    return clause.dep == "relcl" and clause.lemma in rules.words["holding"] and is_bare and opens == clause.head + 1


def aside(doc: Annotation, rules: EngagementRules, i: int) -> Token | None:
    """The "held" of "During the meeting, held on Tuesday in Kigali, the two agreed", which the parser takes for the main
    verb's: a participle of taking place right behind the event and a comma."""
    noun, tokens = doc.tokens[i], doc.tokens
    if noun.dep != "pobj" or i + 2 >= len(tokens) or tokens[i + 1].text != ",":
        return None
    after = tokens[i + 2]
    is_aside = after.tag == "VBN" and after.dep == "advcl" and after.lemma in rules.support
    return after if is_aside and doc.child(after.i, "nsubj", "nsubjpass", "mark") is None else None


def stray_relative(doc: Annotation, i: int) -> tuple[Token, ...]:
    """The clause of "exchanged opinions on the summit that A and B will hold", which the parser hangs on the opinions: that of
    the relative pronoun right behind the noun."""
    after = doc.tokens[i + 1] if i + 1 < len(doc.tokens) else None
    if after is None or after.tag != "WDT":
        return ()
    clause = next((t for t in doc.ancestors(after.i) if t.dep == "relcl"), None)
    return (clause,) if clause is not None and clause.head < i and doc.tokens[clause.head].sentence == after.sentence else ()
