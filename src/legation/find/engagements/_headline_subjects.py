"""Subjects that a headline leaves to its commas, and a note or a ticker to the sentence before."""

from __future__ import annotations

from legation.records import Annotation, Token


def cut_off(doc: Annotation, i: int, subject: Token) -> tuple[int, ...]:
    """ "Qatari emir, Macron discuss Gaza": the plural verb says that whoever a headline names before the comma is subject too."""
    if doc.tokens[i].tag != "VBP" or subject.tag not in {"NN", "NNP"} or len(doc.conjuncts(subject.i)) > 1:
        return ()
    first, _ = doc.subtree(subject.i)
    before = [c for c in doc.children(i) if c.i < first and c.pos in {"NOUN", "PROPN"}]
    is_listed = len(before) == 1 and doc.subtree(before[0].i)[1] == first - 1 and doc.tokens[first - 1].text == ","
    return (before[0].i,) if is_listed and before[0].tag in {"NN", "NNP"} else ()


def listed_before(doc: Annotation, i: int, subject: Token) -> tuple[int, ...]:
    """ "Lund, Mora to meet in Oslo": whoever a headline names before the comma is subject of its infinitive too."""
    verb, head = doc.tokens[i], doc.tokens[doc.tokens[i].head]
    first, _ = doc.subtree(subject.i)
    is_root = verb.dep == "conj" and head.dep == "ROOT" and head.pos == "PROPN" and verb.tag == "VB"
    return (head.i,) if is_root and first and doc.tokens[first - 1].text == "," and head.i == first - 2 else ()


def listed_behind(doc: Annotation, verb: Token, head: Token) -> tuple[int, ...]:
    """ "Lund, Mora to hold talks": the second name of a headline, which the parser takes for another of the first's."""
    if head.dep != "ROOT" or head.pos != "PROPN" or verb.tag != "VB":
        return ()
    names = [c for c in doc.children(head.i, "appos") if c.pos == "PROPN" and doc.subtree(c.i) == (c.i, c.i + 1)]
    around = [(c.i, doc.tokens[c.i - 1].text, doc.tokens[c.i + 1].lower) for c in names if c.i + 1 < len(doc.tokens)]
    return tuple(i for i, before, after in around if (before, after) == (",", "to"))


def left_out(doc: Annotation, verb: Token) -> tuple[int, ...]:
    """ "X stays until Friday. On Tuesday, met with Y.": the subject of the sentence before, in a note's or a ticker's style."""
    here = doc.sentence_of(verb.i)
    opening = doc.tokens[here.first : verb.i]
    is_aside = all(t.dep in {"prep", "pobj", "npadvmod", "advmod", "punct"} for t in opening)
    if verb.tag != "VBD" or verb.sentence == 0 or not is_aside:
        return ()
    before = doc.sentences[verb.sentence - 1]
    between = doc.text[doc.tokens[before.last - 1].end : doc.tokens[here.first].start]
    subject = [t for t in doc.tokens[before.first : before.last] if t.dep == "nsubj" and doc.tokens[t.head].dep == "ROOT"]
    return (subject[0].i,) if len(subject) == 1 and "\n" not in between and subject[0].pos == "PROPN" else ()
