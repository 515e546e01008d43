"""Why a plan changed, where no marker joins the cause to it: what it was changed for, and what the next sentence says."""

from __future__ import annotations

from collections.abc import Iterator

from legation.records import Annotation, Token
from legation.records.engagements import EngagementMention
from legation.rules.causes import CauseRules

TELLING = ("illness", "weather")
"""Types of happenings that a sentence about the same person tells as the reason."""
PURPOSE = frozenset({"advcl", "xcomp", "acl", "relcl"})


def forced_or_followed(doc: Annotation, rules: CauseRules, mention: EngagementMention) -> Iterator[tuple[int, int]]:
    """ "A hurricane forced Premier X to cancel", its verb taken for a part of X; "the decision to postpone it follows a row"."""
    first = doc.sentences[mention.sentence].first
    for token in doc.tokens[first : min([mention.head, *(g.token for g in mention.governors)])]:
        subject = doc.child(token.i, "nsubj")
        if token.lemma in rules.causatives and token.dep == "amod" and subject is not None and subject.pos == "NOUN":
            yield doc.subtree(subject.i)
    for i in (*mention.nodes, *(g.token for g in mention.governors)):
        token = doc.tokens[i]
        verb = doc.tokens[token.head]
        if token.lemma in rules.change_nouns and token.dep == "nsubj" and verb.lemma in rules.arrivals:
            yield from (doc.subtree(thing.i) for thing in doc.children(verb.i, "dobj"))


def is_clause_cut(doc: Annotation, marker: Token) -> bool:
    """ "as a budget crisis deepened": a clause of which the parser takes the subject for what "as" governs."""
    _, end = doc.subtree(marker.i)
    thing = doc.child(marker.i, "pobj")
    told = doc.child(thing.i, "acl") if thing is not None else None
    if told is not None and told.tag in {"VBN", "VBD"} and doc.child(told.i, "agent") is None and told.i > marker.i:
        return marker.dep == "prep"  # "as a cabinet crisis deepened at home", its verb taken for a participle
    verb = doc.tokens[end] if end < len(doc.tokens) else marker
    return marker.dep == "prep" and verb.tag in {"VBD", "VBZ"} and verb.dep == "advcl" and verb.head == marker.head


def decision_told(doc: Annotation, rules: CauseRules, number: int) -> Iterator[tuple[int, int]]:
    """ "The decision was prompted by floods", "the delay stems from a strike", "officials put it down to a clash of dates"."""
    if number >= len(doc.sentences):
        return
    sentence = doc.sentences[number]
    for token in doc.tokens[sentence.first : sentence.last]:
        if token.lemma in rules.change_nouns and token.dep in {"nsubj", "nsubjpass"}:
            verb = doc.tokens[token.head]
            if verb.lemma in rules.causatives and token.dep == "nsubjpass":
                yield from (doc.subtree(leaf.i) for p in doc.children(verb.i, "agent") for leaf in doc.children(p.i, "pobj"))
        elif token.lower == "it" and token.dep == "dobj":
            verb = doc.tokens[token.head]
        else:
            continue
        if verb.lemma in rules.tracing:
            yield from _traced(doc, verb)


def _traced(doc: Annotation, verb: Token) -> Iterator[tuple[int, int]]:
    for prep in doc.children(verb.i, "prep", "prt"):
        for inner in (prep, *doc.children(prep.i, "prep")):
            if inner.lower in {"from", "to", "on", "with"}:
                yield from (doc.subtree(leaf.i) for leaf in doc.children(inner.i, "pobj"))


def seen_to(doc: Annotation, rules: CauseRules, changes: list[int], last: int) -> Iterator[tuple[int, int]]:
    """ "Cut short his visit to deal with the crisis", "put off the trip so as to attend a funeral": what he sees to instead."""
    for token in doc.tokens[min(changes) + 1 : last]:
        verb = doc.tokens[token.head]
        if token.tag != "TO" or verb.tag != "VB" or verb.dep not in PURPOSE or verb.lemma not in rules.tending:
            continue
        _, end = doc.subtree(verb.i)
        words = {t.lower for t in doc.tokens[verb.i : end]}
        if rules.type_of(words) is not None:
            yield token.i, end
            return


def cited(doc: Annotation, rules: CauseRules, number: int) -> Iterator[tuple[int, int]]:
    """ "It cited the killing of an envoy", "officials blamed a strike"."""
    if number >= len(doc.sentences):
        return
    sentence = doc.sentences[number]
    for token in doc.tokens[sentence.first : sentence.last]:
        if token.pos == "VERB" and token.lemma in rules.explaining:
            for thing in doc.children(token.i, "dobj"):
                yield doc.subtree(thing.i)
                return


def told_after(doc: Annotation, rules: CauseRules, number: int) -> Iterator[tuple[int, int]]:
    """The reason as a sentence of its own: "It cited the killing of an envoy", "He is recovering from an operation"."""
    if number >= len(doc.sentences):
        return
    reasons = tuple(cited(doc, rules, number))
    yield from reasons
    if reasons:
        return
    sentence = doc.sentences[number]
    told = _clause_told(doc, sentence.root)
    subject = doc.child(told.i, "nsubj", "nsubjpass")
    if subject is None or told.i < sentence.first:
        return
    _, end = doc.subtree(told.i)
    inside = [t for t in doc.tokens[doc.subtree(subject.i)[0] : end] if t.i != subject.i or subject.pos != "PRON"]
    about = doc.tokens[doc.subtree(subject.i)[0] : end]
    words = {t.lower for t in inside} - (rules.mild - {subject.lower})
    if any(t.tag in {"PRP", "PRP$"} for t in about) and any(words & rules.types[name] for name in TELLING):
        yield about[0].i, end


def _clause_told(doc: Annotation, root: int) -> Token:
    """The clause that a sentence says, without "his office said" around it."""
    verb = doc.tokens[root]
    below = doc.child(root, "ccomp")
    return below if below is not None and below.i < root else verb
