"""Who and where, as the words above an event noun have it: "paid a visit", "an invitation to visit", "talks due in Lima"."""

from __future__ import annotations

from collections.abc import Iterable

from legation.find.engagements._arguments import HOSTED, of_noun
from legation.find.engagements._astray import joined_to_verb
from legation.find.engagements._clauses import SUBJECTS, VERBAL, is_passive, objects, owners, prepositional, subjects
from legation.find.engagements._spread import GOVERNED, GUESSED, spread
from legation.records import Annotation, Token
from legation.records.engagements import Argument
from legation.rules.engagements import EngagementRules, NounFrame


def of_governors(
    doc: Annotation, rules: EngagementRules, frame: NounFrame, i: int, tokens: Iterable[tuple[int, bool]]
) -> tuple[Argument, ...]:
    """What the governors of an event noun give it: the subject of "paid a visit", the goal parsed onto "paid ... to".

    ``tokens`` are (governor, whether its subject only speaks of the event and has no part in it).
    """
    found: list[Argument] = []
    child = i
    for governor, speaks in tokens:
        token = doc.tokens[governor]
        if token.pos in VERBAL:
            theirs = set(doc.conjuncts(child)) | {child}
            actors = [s for s in subjects(doc, rules, governor) if s not in theirs and s != i]
            if is_passive(doc, governor) and frame.kind == "visit":
                # "your trip to Brussels, Egypt and Kenya was put off": the parser may take the last for what was put off
                last = [s for s in actors if i < s < governor and doc.tokens[s].pos == "PROPN"]
                found += spread(doc, "goal", last, GOVERNED)
                actors = [s for s in actors if s not in last]
            hosts = any(f.agent == "host" for f in rules.verbs.get(token.lemma, ())) and frame.kind in HOSTED
            hosts = hosts or (frame.invitation and token.lemma in rules.words["giving"])
            if not speaks and token.lemma not in rules.words["awaiting"]:
                found += spread(doc, "host" if hosts else "subject", actors, GOVERNED)
                if hosts and not frame.invitation:  # "Norway will host talks between A and B"
                    found += spread(doc, "place", actors, GUESSED)
            elif token.lemma in rules.words["awaiting"]:
                found += spread(doc, "speaker", actors, GUESSED)
            elif _refuses(rules, token):
                found += spread(doc, "subject", actors, GUESSED)
            else:
                found += spread(doc, "speaker", actors, GUESSED)
            place = next((c for c in doc.children(governor, "dobj") if c.lower == "place"), None)
            behind = list(prepositional(doc, governor))
            if place is not None:  # "took place in Riga between A and B"
                behind += prepositional(doc, place.i)
                theirs = {*theirs, place.i}
            fronted = {leaf.i for word, leaf in behind if word == "with" and _is_fronted(doc, governor, leaf)}
            for word, leaf in behind:
                if leaf.i in fronted:
                    continue  # "With parliament about to vote, X has put off his visit"
                role = frame.prepositions.get(word)
                if word == "for" and role is None and leaf.entity >= 0 and doc.entities[leaf.entity].label == "GPE":
                    role = frame.prepositions.get("in")  # "are planned for Brussels"
                if role and leaf.pos not in VERBAL and leaf.i not in theirs and word not in {"by", "of", "from"}:
                    found += spread(doc, "with" if word == "with" else role, [leaf.i], GOVERNED)
                elif word == "by" and is_passive(doc, governor) and not speaks:
                    found += spread(doc, "subject", [leaf.i], GOVERNED)
                elif word == "from" and role == "party" and token.lemma in rules.words["receiving"]:
                    found += spread(doc, "with", [leaf.i], GOVERNED)  # "received a call on Tuesday from X"
            found += joined_to_verb(doc, rules, governor, found)
            if any(r.effect == "invited" for r in rules.governors.get(token.lemma, ())):
                found += spread(doc, frame.owner, [o.i for o in objects(doc, governor) if o.i not in theirs], GOVERNED)
                found += spread(doc, "host", actors, GOVERNED)
            elif token.lemma in rules.verbs and frame.owner == "party":
                found += spread(
                    doc, "with", [o.i for o in doc.children(governor, "dobj") if o.i not in theirs], GOVERNED
                )
        elif (
            token.pos == "ADJ"
            and token.dep == "acomp"
            and not any(r.change for r in rules.governors.get(token.lemma, ()))
        ):
            # "is ready for talks with X", "will be absent from the summit"
            actors = [s for s in subjects(doc, rules, token.head) if s != i and s != child]
            found += spread(doc, "subject", actors, GOVERNED)
        elif token.lemma in rules.attitudes:
            found += spread(
                doc, "subject", [o for o in owners(doc, rules, governor) if o != child and o != i], GOVERNED
            )
            # "a US request for a meeting"
            asking = [c.i for c in doc.children(governor, "compound", "amod", "nmod") if c.i != i]
            found += spread(doc, "subject", asking, GUESSED)
            for word, leaf in prepositional(doc, governor):
                role = frame.prepositions.get(word)
                if role and leaf.pos not in VERBAL and leaf.i != child and word not in {"of", "for"}:
                    found += spread(doc, "with" if word == "with" else role, [leaf.i], GOVERNED)
        child = governor
    return tuple(found)


def of_plans(doc: Annotation, frame: NounFrame, nodes: Iterable[int]) -> tuple[Argument, ...]:
    """ "the talks, due in Islamabad on Aug 25": where a plan's own participle says it was to be."""
    found: list[Argument] = []
    for node in nodes:
        opening = [leaf for c in doc.children(node, "xcomp") for leaf in prepositional(doc, c.i)]  # "due to open in"
        for word, leaf in (*prepositional(doc, node), *opening):
            if word == "for" and leaf.entity >= 0 and doc.entities[leaf.entity].label == "GPE":
                word = "in"  # "scheduled for Los Angeles"
            if word in {"in", "at"} and leaf.pos in {"PROPN", "NOUN"}:
                found.append(Argument(frame.prepositions.get(word, "place"), leaf.i, GUESSED))
    return tuple(found)


def _refuses(rules: EngagementRules, token: Token) -> bool:
    return any(r.effect in {"no_plan", "declined"} for r in rules.governors.get(token.lemma, ()))


def hosts_of_invitation(doc: Annotation, rules: EngagementRules, tokens: Iterable[int]) -> tuple[Argument, ...]:
    """Who invites, for a visit under "invited X to visit" or "an invitation from Y to visit"."""
    found: list[Argument] = []
    for token in tokens:
        lemma = doc.tokens[token].lemma
        if doc.tokens[token].pos in VERBAL and any(r.effect == "invited" for r in rules.governors.get(lemma, ())):
            if is_passive(doc, token):
                by = [leaf.i for word, leaf in prepositional(doc, token) if word == "by"]
                found += spread(doc, "host", by, GOVERNED)
            else:
                found += spread(doc, "host", subjects(doc, rules, token), GOVERNED)
        frame = rules.nouns.get(lemma)
        if frame is not None and frame.invitation and doc.tokens[token].pos == "NOUN":
            found += [x for x in of_noun(doc, rules, frame, token) if x.role == "host"]
    return tuple(found)


def _is_fronted(doc: Annotation, governor: int, leaf: Token) -> bool:
    """Whether a phrase stands before its verb's subject with a clause of its own: "with parliament about to vote"."""
    subject = doc.child(governor, *SUBJECTS)
    if subject is None or leaf.i > subject.i:
        return False
    return any(t.tag in {"TO", "VBG", "VBN"} for t in doc.tokens[leaf.i + 1 : doc.subtree(subject.i)[0]])
