"""Quotations that no cue claims."""

from __future__ import annotations

from bisect import bisect_left

from legation.find.statements._attribution import Attribution
from legation.find.statements._grammar import (
    is_age,
    is_infinitive,
    is_passive,
    is_person,
    source_mention,
    subject,
    verb_group,
)
from legation.find.statements._names import signature
from legation.find.statements._quoted import Placed, begins_sentence, inner, is_title
from legation.records import Annotation, Token
from legation.rules.speech import Cue, SpeechRules

SHORTEST_ASCRIBED = 4
"""Tokens, marks included, of words that are taken for somebody's without a cue, at least: fewer are a name or a term."""
LONGEST_HELD = 6
"""Tokens, marks included, of what somebody "has" that are a term, and nobody's words, at most."""


def leftover(
    annotation: Annotation,
    rules: SpeechRules,
    placed: list[Placed],
    kept: list[Attribution],
    bounds: tuple[tuple[int, int], ...],
) -> list[Attribution]:
    """Quotations that no cue claims: a piece of a statement of the same sentence, speech of whoever spoke last, or
    words that a clause ascribes to its subject. New statements are returned, known ones grow."""
    owner = {number: a for a in kept for number in a.quotes}
    sentences: dict[int, list[Attribution]] = {}
    for a in kept:
        if a.cue_head is not None:
            sentences.setdefault(annotation.tokens[a.cue_head].sentence, []).append(a)
    spoken = sorted((a for a in kept if a.cue_head is not None and a.source is not None), key=lambda a: a.cue_head or 0)
    heads = [a.cue_head or 0 for a in spoken]
    new: list[Attribution] = []
    previous: Attribution | None = None
    paragraph = -9
    before: Placed | None = None
    for item in placed:
        known = owner.get(item.number)
        if known is None and before is not None and previous is not None and _runs_on(before, item, previous):
            previous.contents.append((item.first, item.last))
            known = previous
        before = item
        if known is None:
            known = _grown(annotation, item, sentences.get(annotation.tokens[item.first].sentence, []))
        if known is None:
            known = (
                _signed(annotation, item, bounds)
                or _introduced(annotation, rules, item, bounds)
                or _carried(annotation, item, previous, paragraph)
                or _said_before(annotation, item, spoken, heads, bounds)
                or _ascribed(annotation, rules, item, previous, paragraph)
            )
            if known is None:
                continue
            new.append(known)
        known.quotes.add(item.number)
        if known.same_as is not None or known.source is not None:
            previous, paragraph = known, item.quote.paragraph
    return new


def _runs_on(before: Placed, item: Placed, speaks: Attribution) -> bool:
    """Whether a quotation that its paragraph left open is opened again in the next one."""
    is_next = item.quote.paragraph == before.quote.paragraph + 1
    return is_next and not before.quote.closed and before.number in speaks.quotes


def _grown(annotation: Annotation, item: Placed, candidates: list[Attribution]) -> Attribution | None:
    """The statement of the same sentence that the quotation belongs to: the last one whose cue stands before it, or
    the first one after it whose content begins the sentence."""
    if is_title(annotation, item):
        return None
    before = [a for a in candidates if a.cue_head is not None and a.cue_head < item.first and a.contents]
    if before:
        nearest = max(before, key=lambda a: a.cue_head or -1)
        first, last = max(nearest.contents)
        if last <= item.first and nearest.cue_head is not None and nearest.cue_head < first:
            nearest.contents[nearest.contents.index((first, last))] = (first, item.last)
            return nearest
    for a in candidates:
        # '"the summit will happen" and "we will sign," she added'
        if a.cue_head is not None and a.cue_head > item.last and a.contents:
            first, last = min(a.contents)
            if item.last <= first <= item.last + 3 and first < a.cue_head:
                a.contents[a.contents.index((first, last))] = (item.left, last)
                return a
    return None


def _signed(annotation: Annotation, item: Placed, bounds: tuple[tuple[int, int], ...]) -> Attribution | None:
    """A paragraph in quotation marks with its speaker's name in the next one."""
    number = item.quote.paragraph
    if item.quote.start > bounds[number][0] or item.quote.end < bounds[number][1] or number + 1 >= len(bounds):
        return None
    source = signature(annotation, bounds[number + 1])
    if source is None:
        return None
    return Attribution(None, None, None, source, [(item.first, item.last)])


def _introduced(
    annotation: Annotation, rules: SpeechRules, item: Placed, bounds: tuple[tuple[int, int], ...]
) -> Attribution | None:
    """``Patel was asked about it. "We ..."``: whole sentences in quotation marks after a sentence about a person, in its
    paragraph or as the whole of the next one."""
    if not is_speech(annotation, item) or item.left == 0:
        return None
    before = annotation.sentence_of(item.left - 1)
    start, end = bounds[item.quote.paragraph]
    is_whole = item.quote.start <= start and item.quote.end >= end
    if annotation.tokens[before.first].start < start and not is_whole:
        return None
    root = annotation.tokens[before.root]
    who = annotation.child(root.i, "nsubj", "nsubjpass")
    if root.pos not in ("VERB", "AUX") or who is None:
        return None
    if not (is_person(annotation, who) or _is_the_one(annotation, rules, who)):
        return None
    return Attribution(None, None, None, source_mention(annotation, who, root.i), [(item.first, item.last)])


def is_speech(annotation: Annotation, item: Placed) -> bool:
    """Whether whole sentences stand in the quotation marks."""
    _, last = inner(annotation, item)
    is_whole = last in ".?!…" and item.last - item.first >= 5
    return is_whole and begins_sentence(annotation, item) and not is_title(annotation, item)


def _is_the_one(annotation: Annotation, rules: SpeechRules, who: Token) -> bool:
    """Whether a noun is one person known from before: "the minister", "the 57-year-old"."""
    if is_age(annotation, who):
        return True
    is_known = any(c.lower in rules.resuming for c in annotation.children(who.i, "det"))
    is_owned = annotation.child(who.i, "poss") is not None
    return who.tag == "NN" and (is_known or is_owned) and who.lemma in rules.persons | rules.anaphors


def _carried(annotation: Annotation, item: Placed, previous: Attribution | None, paragraph: int) -> Attribution | None:
    """A whole sentence in quotation marks, in or just after the paragraph of a statement: the same speaker's."""
    if previous is None or item.quote.paragraph - paragraph > 1 or not is_speech(annotation, item):
        return None
    return Attribution(None, None, None, None, [(item.first, item.last)], same_as=previous.same_as or previous)


def _said_before(
    annotation: Annotation,
    item: Placed,
    spoken: list[Attribution],
    heads: list[int],
    bounds: tuple[tuple[int, int], ...],
) -> Attribution | None:
    """A paragraph all in quotation marks after a paragraph that ends with a statement ("... , he said."): the same
    speaker's."""
    number = item.quote.paragraph
    start, end = bounds[number]
    if number == 0 or item.quote.start > start or item.quote.end < end - 1 or not is_speech(annotation, item):
        return None
    k = bisect_left(heads, item.first) - 1
    if k < 0:
        return None
    before = spoken[k]
    low = bisect_left(annotation.starts, bounds[number - 1][0])
    last = annotation.tokens[item.first - 1].sentence
    if heads[k] < low or annotation.tokens[heads[k]].sentence != last:
        return None
    return Attribution(None, None, None, None, [(item.first, item.last)], same_as=before.same_as or before)


def _ascribed(
    annotation: Annotation, rules: SpeechRules, item: Placed, previous: Attribution | None, paragraph: int
) -> Attribution | None:
    """Words in quotation marks inside a clause: the speaker's of the statement before in the paragraph, or of the
    person or body that the clause is about."""
    root = next(
        (
            annotation.tokens[i]
            for i in range(item.first, item.last)
            if not item.first <= annotation.tokens[i].head < item.last
        ),
        None,
    )
    if root is None or is_title(annotation, item):
        return None
    if item.last - item.first < SHORTEST_ASCRIBED:
        return None
    if previous is not None and item.quote.paragraph == paragraph and item.last - item.first > 4:
        return Attribution(None, None, None, None, [(item.first, item.last)], same_as=previous.same_as or previous)
    for ancestor in annotation.ancestors(root.i):
        if ancestor.pos not in ("VERB", "AUX"):
            continue
        if ancestor.tag == "VBN" and annotation.child(ancestor.i, "aux", "auxpass") is None:
            # "a nation known for its “killing fields”"
            return None
        who = subject(annotation, ancestor.i)
        if who is None or item.first <= who.i < item.last or item.first <= ancestor.i < item.last:
            continue
        if ancestor.pos == "AUX" or not _can_speak(annotation, who):
            return None
        if ancestor.lemma == "have" and item.last - item.first < LONGEST_HELD:
            # 'Berg has "no plan"'
            return None
        if is_passive(annotation, ancestor.i) or is_infinitive(annotation, ancestor):
            # 'The station has been declared an "undesirable body"', 'Berg to meet Lund "at another time"'
            return None
        cue = rules.cues.get(ancestor.lemma)
        if cue is not None and (cue.force in rules.mere_deeds | {"continued"} or cue.lemma in rules.topical):
            # 'backs a "no-fly zone"', 'what they refer to as a "peace column"', 'began the "peace week"'
            return None
        source = source_mention(annotation, who, ancestor.i)
        if source.start < annotation.tokens[item.last - 1].end and source.end > item.quote.start:
            return None
        return Attribution(
            Cue(ancestor.lemma, "ascribed", "asserts", frozenset()),
            ancestor.i,
            verb_group(annotation, ancestor.i),
            source,
            [(item.first, item.last)],
        )
    return None


def _can_speak(annotation: Annotation, who: Token) -> bool:
    """Whether a noun is a person or a body for sure: a personal pronoun or a named one."""
    if who.pos == "PRON":
        return "Person=3" in who.morph and who.lower != "it"
    return who.entity >= 0 and annotation.entities[who.entity].label in ("PERSON", "ORG", "GPE", "NORP")
