"""Arguments that the parser hangs in another place than they belong: on a day, on the verb, on the last of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from legation.find.engagements._clauses import SUBJECTS, VERBAL, prepositional
from legation.find.engagements._entities import is_time
from legation.find.engagements._spread import GOVERNED, GUESSED, OWN, spread
from legation.records import Annotation, Token
from legation.records.engagements import Argument
from legation.rules.engagements import EngagementRules, NounFrame


def named_states(doc: Annotation, rules: EngagementRules, found: list[Argument]) -> list[Argument]:
    """ "to the African countries of Gabon and Chad": what is visited are those, one by one."""
    return [
        named
        for a in found
        if a.role == "goal" and doc.tokens[a.head].lemma in rules.words["states"]
        for word, leaf in prepositional(doc, a.head)
        if word == "of" and leaf.pos == "PROPN"
        for named in spread(doc, "goal", [leaf.i], a.strength)
    ]


def joined_to_verb(doc: Annotation, rules: EngagementRules, i: int, found: list[Argument]) -> Iterator[Argument]:
    """ "will meet A, B, and C": the parser may join C to the verb, and so what stands there plays the part of B."""
    for other in doc.children(i, "conj"):
        before = [a for a in found if i < a.head < other.i and _is_somebody(doc, rules, doc.tokens[a.head])]
        if _is_somebody(doc, rules, other) and before and doc.child(other.i, *SUBJECTS) is None:
            last = max(before, key=lambda a: a.head)
            if any(t.lower == "and" for t in doc.tokens[last.head : other.i]):
                yield Argument(last.role, other.i, last.strength)


def _is_somebody(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """Whether a name stands here, or an office of a state by itself: "the defence minister of Chad"."""
    is_office = token.pos == "NOUN" and token.lemma in rules.words["officials"]
    return token.pos == "PROPN" or (is_office and any(word == "of" for word, _ in prepositional(doc, token.i)))


def told_after(doc: Annotation, rules: EngagementRules, i: int, found: list[Argument]) -> Iterator[Argument]:
    """ "will meet A today, followed by B and C", "met A on Monday as well as B": those behind play the part of A."""
    named = (a for a in found if a.head > i and _is_somebody(doc, rules, doc.tokens[a.head]))
    last = max(named, key=lambda a: a.head, default=None)
    if last is None:
        return
    verbs = [i, doc.tokens[i].head] if doc.tokens[i].dep == "xcomp" else [i]
    for clause in (c for verb in verbs for c in doc.children(verb, "advcl", "acl") if c.lower == "followed" and c.i > last.head):
        agents = (leaf for by in doc.children(clause.i, "agent") for leaf in doc.children(by.i, "pobj"))
        yield from spread(doc, last.role, [leaf.i for leaf in agents if _is_somebody(doc, rules, leaf)], last.strength)
    for other in doc.children(i, "npadvmod"):
        before = [t.lower for t in doc.tokens[max(doc.subtree(other.i)[0] - 3, 0) : doc.subtree(other.i)[0]]]
        if before == ["as", "well", "as"] and other.pos == "PROPN" and other.i > last.head:
            yield from spread(doc, last.role, [other.i], last.strength)


def behind_days(doc: Annotation, i: int, found: list[Argument]) -> Iterator[Argument]:
    """ "will meet A on Monday and B on Tuesday", "to Lima on Monday and to Quito on Friday": the parser coordinates B
    with the day before it, and so what stands there plays the part of what stood before that day."""
    days = list(doc.children(i, "npadvmod"))
    days += [leaf for prep in doc.children(i, "prep") for leaf in doc.children(prep.i, "pobj")]
    for day in days:
        before = [a for a in found if a.head < day.i and a.head > i]
        if not before or not is_time(doc, day):
            continue
        last = max(before, key=lambda a: a.head)
        for other in doc.children(day.i, "conj", "appos"):
            if other.pos == "PROPN" and not is_time(doc, other):
                yield Argument(last.role, other.i, last.strength)
            elif other.pos == "ADP":
                yield from (Argument(last.role, leaf.i, last.strength) for leaf in doc.children(other.i, "pobj"))


def of_days(doc: Annotation, roles: Mapping[str, str], i: int) -> Iterator[Argument]:
    """ "arrives on Monday morning in Montevideo": a place that the parser hung on the day before it."""
    for prep in doc.children(i, "prep"):
        for day in doc.children(prep.i, "pobj"):
            if not is_time(doc, day):
                continue
            for word, leaf in prepositional(doc, day.i):
                if word in roles and leaf.pos == "PROPN" and leaf.i > day.i:
                    yield Argument(roles[word], leaf.i, GOVERNED)


def stray_with(doc: Annotation, rules: EngagementRules, i: int) -> Iterator[Argument]:
    """ "met today at the Department of State with X": a "with" that the parser hung on the place in between."""
    own = {word for word, _ in prepositional(doc, i)}
    if "with" in own:
        return
    sentence = doc.sentence_of(i)
    for token in doc.tokens[i + 1 : min(sentence.last, i + 16)]:
        if token.pos == "VERB":
            return
        if token.lower == "with" and token.pos == "ADP":
            if token.head != i and doc.tokens[token.head].lemma in rules.nouns:
                return  # "spoke after talks with X"
            for leaf in doc.children(token.i, "pobj"):
                yield from spread(doc, "with", [leaf.i], GOVERNED)
            return


def paired(doc: Annotation, role: str, last: Token) -> Iterator[Argument]:
    """ "between President A and Premier B": the parser may hang A below B instead of beside it."""
    for first in doc.children(last.i, "nmod", "compound"):
        if doc.child(first.i, "cc") is not None:
            yield Argument(role, first.i, OWN)
    # "The talks between A and B will focus on": the parser may take B for the verb's subject.
    link = doc.child(last.i, "cc")
    if link is not None and link.lower == "and" and doc.child(last.i, "conj") is None:
        second = next((t for t in doc.tokens[link.i + 1 : link.i + 9] if doc.subtree(t.i)[0] == link.i + 1), None)
        while second is not None and second.dep in {"compound", "amod", "nmod", "poss"} and second.head > second.i:
            second = doc.tokens[second.head]
        if second is not None and second.pos in {"PROPN", "NOUN"}:
            yield Argument(role, second.i, OWN)


def of_coordinated(doc: Annotation, frame: NounFrame, i: int) -> Iterator[Argument]:
    """ "a visit and talks with X": what hangs on the last of coordinated event nouns belongs to the first as well, where that
    has no such phrase of its own ("a meeting with X and talks with Y"). Not where the first is a journey that says where it
    goes: "a visit to Nairobi and talks with Ugandan officials"."""
    own = {word for word, _ in prepositional(doc, i)}
    goes = frame.kind == "visit" and any(frame.prepositions.get(word) == "goal" for word in own)
    for later in doc.children(i, "conj"):
        there = any(c.lower == "there" for c in doc.children(later.i, "advmod"))
        if later.pos != "NOUN" or (goes and not there):
            continue
        for word, leaf in prepositional(doc, later.i):
            role = frame.prepositions.get(word)
            if role and leaf.pos not in VERBAL and word not in own:
                yield from spread(doc, "with" if word == "with" else role, [leaf.i], GUESSED)


def shared(doc: Annotation, frame: NounFrame, noun: Token) -> Iterator[Argument]:
    """A coordinated noun shares its first conjunct's possessor, and those phrases of which it has none of its own."""
    own = {word for word, _ in prepositional(doc, noun.i)}
    first = doc.tokens[noun.head]
    if first.pos not in {"NOUN", "PROPN"}:
        return
    for c in doc.children(first.i, "poss"):
        yield from spread(doc, frame.owner, [c.i], GOVERNED)
    for word, leaf in prepositional(doc, first.i):
        role = frame.prepositions.get(word)
        if role and leaf.pos not in VERBAL and word not in own:
            yield from spread(doc, "with" if word == "with" else role, [leaf.i], GUESSED)
