"""Words set apart as a block, without marks: the paragraph after ``The statement reads:``, and pages that are one
statement ("The following is attributable to Spokesperson Berg:", "Statement by Minister Berg on the visit")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from legation.find.statements._attribution import Attribution
from legation.find.statements._grammar import source_mention, subject, trim, verb_group
from legation.find.statements._quoted import Placed, cue_before
from legation.find.statements._quotes import Quote
from legation.find.statements._usage import is_unspoken
from legation.records import Annotation, Token
from legation.records.statements import SourceMention
from legation.rules.speech import Cue, SpeechRules

OPENING = "“\"‘'«„`"
BULLET = re.compile(r"\s*(?:[•▪◦‣*·–—-]|\(?\d{1,2}[.)])\s")
LONGEST_LEAD_IN = 60
LONGEST_TITLE = 30
FARTHEST_TITLE = 4
"""Paragraphs from the top in which a page is named a statement, at most."""


def lead_in(
    annotation: Annotation, rules: SpeechRules, bounds: tuple[tuple[int, int], ...], number: int
) -> Attribution | None:
    """The attribution at the end of paragraph ``number``, where it ends with a colon ("Berg told the paper:"); its
    contents are empty."""
    start, end = bounds[number]
    colon = bisect_left(annotation.starts, end) - 1
    if colon < 1 or annotation.tokens[colon].text != ":" or annotation.tokens[colon].start < start:
        return None
    low = bisect_left(annotation.starts, start)
    left = max(low, annotation.sentence_of(colon).first, colon - LONGEST_LEAD_IN)
    made = _made_statement(annotation, rules, left, colon)
    if made is not None:
        return made
    item = Placed(-1, Quote(end, end, number), colon + 1, colon + 1, left, colon + 1)
    found = cue_before(annotation, rules, item)
    if found is None or found.source is None or found.cue_head is None or found.cue is None:
        return None
    if "clause" not in found.cue.takes or is_unspoken(annotation, rules, annotation.tokens[found.cue_head]):
        return None
    found.contents = []
    return found


def _made_statement(annotation: Annotation, rules: SpeechRules, left: int, colon: int) -> Attribution | None:
    """``The ministry issued the following statement on the visit:``"""
    for token in annotation.tokens[left:colon]:
        verb = annotation.tokens[token.head]
        if token.lemma not in rules.documents or token.dep != "dobj" or verb.lemma not in rules.making:
            continue
        who = subject(annotation, verb.i)
        follows = any(c.lower in rules.following for c in annotation.children(token.i))
        if who is not None and follows:
            cue = Cue(verb.lemma, "said", "asserts", frozenset({"quote"}))
            source = source_mention(annotation, who, verb.i)
            return Attribution(cue, verb.i, verb_group(annotation, verb.i), source, [])
    return None


def blocks(
    annotation: Annotation, rules: SpeechRules, bounds: tuple[tuple[int, int], ...], cues: set[int]
) -> Iterator[Attribution]:
    """Paragraphs without marks that another introduces; ``cues`` are heads of cues known already."""
    for number in range(len(bounds) - 1):
        text = annotation.text[bounds[number + 1][0] : bounds[number + 1][1]].lstrip()
        if annotation.text[bounds[number][1] - 1] != ":" or not text or text[0] in OPENING:
            continue
        found = lead_in(annotation, rules, bounds, number)
        if found is None or found.cue_head in cues:
            continue
        last = number + 2
        while (
            BULLET.match(text)
            and last < len(bounds)
            and BULLET.match(annotation.text, bounds[last][0], bounds[last][1])
        ):
            last += 1
        found.contents = [c for k in range(number + 1, last) if (c := _tokens_of(annotation, bounds[k])) is not None]
        if found.contents and annotation.text[bounds[number + 1][1] - 1] != ":":
            found.is_set_off = found.is_turn = True
            found.rank = -1
            yield found


def _tokens_of(annotation: Annotation, paragraph: tuple[int, int]) -> tuple[int, int] | None:
    first, last = bisect_left(annotation.starts, paragraph[0]), bisect_left(annotation.starts, paragraph[1])
    while (
        first < last
        and not annotation.tokens[first].text[:1].isalnum()
        and annotation.tokens[first].text not in OPENING
    ):
        first += 1
    return (first, last) if first < last else None


def whole_page(annotation: Annotation, rules: SpeechRules, bounds: tuple[tuple[int, int], ...]) -> Attribution | None:
    """The statement that a page is, where it says so at its top; None on any other page, or where nobody is named."""
    for number in range(min(FARTHEST_TITLE, len(bounds) - 1)):
        first = bisect_left(annotation.starts, bounds[number][0])
        last = bisect_left(annotation.starts, bounds[number][1])
        source = _attributable(annotation, rules, first, last) or _titled(annotation, rules, first, last)
        if source is None:
            continue
        contents = [c for k in _body(annotation, rules, bounds, number + 1) if (c := _tokens_of(annotation, bounds[k]))]
        if contents:
            return Attribution(None, None, None, source, contents, is_page=True)
    return None


def _attributable(annotation: Annotation, rules: SpeechRules, first: int, last: int) -> SourceMention | None:
    """Whom ``The below is attributable to Spokesperson Berg:`` names."""
    words = annotation.tokens[first:last]
    if not words or len(words) > LONGEST_TITLE or words[-1].text != ":":
        return None
    for token in words:
        if token.lower in rules.attributable and annotation.tokens[token.i + 1].lower == "to":
            return _name(annotation, token.i + 2, last - 1)
    return None


def _titled(annotation: Annotation, rules: SpeechRules, first: int, last: int) -> SourceMention | None:
    """Who makes the statement that a heading names: ``Joint Statement by Minister Berg and Minister Low on ...``."""
    words = annotation.tokens[first:last]
    if not 3 < len(words) <= LONGEST_TITLE or words[-1].text in (".", "?", "!", ":"):
        return None
    if any(t.pos == "AUX" or (t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP")) for t in words):
        return None
    noun = next((t for t in words[:4] if t.lower in rules.page_statements), None)
    if noun is None or annotation.tokens[noun.i + 1].lower not in ("by", "from"):
        return None
    stop = next((t.i for t in words if t.i > noun.i + 2 and t.lower in rules.topic_prepositions), last)
    name = _name(annotation, noun.i + 2, stop)
    is_titled = any(t.lower in rules.honorifics or t.lemma in rules.honorifics for t in words)
    if name is None or not (is_titled or stop < last):
        return None
    after = annotation.tokens[name.head + 1] if name.head + 1 < stop else None
    # "Remarks by Berg anger Rome" tells what they did.
    is_told_of = (
        annotation.tokens[name.head].entity >= 0 and after is not None and after.pos in ("NOUN", "PROPN", "VERB")
    )
    return None if is_told_of else name


def _name(annotation: Annotation, first: int, last: int) -> SourceMention | None:
    first, last = trim(annotation, first, last) if last > first else (first, last)
    words = annotation.tokens[first:last]
    if not words or not any(t.pos in ("PROPN", "NOUN") for t in words):
        return None
    start, end = annotation.span(first, last)
    return SourceMention(start, end, _head(annotation, words).i)


def _head(annotation: Annotation, words: tuple[Token, ...]) -> Token:
    named = [t for t in words if t.entity >= 0 and annotation.entities[t.entity].label == "PERSON"]
    if named:
        return annotation.tokens[annotation.entities[named[0].entity].last - 1]
    inside = range(words[0].i, words[-1].i + 1)
    return next((t for t in words if t.head not in inside and t.pos in ("PROPN", "NOUN")), words[-1])


def _body(annotation: Annotation, rules: SpeechRules, bounds: tuple[tuple[int, int], ...], first: int) -> Iterator[int]:
    """The numbers of the paragraphs of a statement, from the first whole sentence up to its end mark."""
    has_begun = False
    for number in range(first, len(bounds)):
        words = annotation.text[bounds[number][0] : bounds[number][1]]
        has_begun = has_begun or words.rstrip()[-1:] in '.!?”"’:'
        lower = words.lower().strip(" -–—*")
        if not any(c.isalnum() for c in words) or any(lower.startswith(end) for end in rules.statement_ends):
            return
        if has_begun:
            yield number
