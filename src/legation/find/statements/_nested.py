"""Statements inside other statements' contents: who answers for what, and who merely passes it on."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from legation.find.statements._attribution import Attribution
from legation.find.statements._by_order import within
from legation.find.statements._details import main_verb
from legation.find.statements._extent import CLOSING
from legation.find.statements._grammar import verb_group
from legation.records import Annotation
from legation.records.statements import SourceMention
from legation.rules.speech import SpeechRules

LONGEST_TAIL = 120
"""Tokens between a cue and the ``according to`` that ends its content, at most."""


def outermost(annotation: Annotation, rules: SpeechRules, found: list[Attribution]) -> list[Attribution]:
    """Without the statements whose cue stands in another's content: an outer speaker answers for what is in it.
    Quotations set off as speech keep their own speaker, and so does what a newspaper or agency merely relays ("Khan
    dismissed the reports, according to Geo News")."""
    by_cue = {a.cue_head: a for a in found if a.cue_head is not None}
    found = [*found, *_ending_in_cue(annotation, rules, found, by_cue)]
    heads = sorted(by_cue)
    papers = _papers(annotation, rules)
    for a in found:
        is_paper = a.source is not None and annotation.tokens[a.source.head].text in papers
        is_relay = a.is_according or a.is_report or is_paper or _is_agency(annotation, rules, a)
        relayed = main_verb(annotation, a) if is_relay else None
        told = by_cue.get(relayed.i) if relayed is not None else None
        if told is None and a.is_according:
            cue = a.cue_head or 0
            before = [by_cue[i] for i in heads[bisect_left(heads, cue - LONGEST_TAIL) : bisect_left(heads, cue)]]
            first, last = min(c[0] for c in a.contents), max(c[1] for c in a.contents)
            near = [by_cue[i] for i in heads[bisect_left(heads, first) : bisect_left(heads, last)]]
            told = _aside_of(annotation, a, before) or _told_by(a, near) or _tail_of(annotation, a, before)
        passes_on = is_paper or (told is not None and _passes_on(annotation, rules, a, told))
        if told is not None and told is not a and a.source is not None and passes_on:
            if a.is_according:
                _tail_of(annotation, a, [told])
            a.is_relay = True
            told.relays.append(a.source)
    found = [a for a in found if not a.is_relay]
    found.sort(key=_precedence)
    covered: set[int] = set()
    kept: list[Attribution] = []
    for attribution in found:
        if attribution.cue_head is not None and attribution.cue_head in covered:
            continue
        kept.append(attribution)
        for first, last in attribution.contents:
            covered.update(range(first, last))
    return kept


def _papers(annotation: Annotation, rules: SpeechRules) -> frozenset[str]:
    """The names that the page itself calls an outlet: "Antara" where it has "the Antara news agency"."""
    found = set()
    for name, after, third in zip(annotation.tokens, annotation.tokens[1:], annotation.tokens[2:], strict=False):
        kind = third if after.lower == "news" else after
        if name.pos == "PROPN" and kind.pos == "NOUN" and kind.lemma in rules.outlets | rules.news_agencies:
            found.add(name.text)
    return frozenset(found)


def _ending_in_cue(
    annotation: Annotation, rules: SpeechRules, found: list[Attribution], by_cue: dict[int, Attribution]
) -> list[Attribution]:
    """``..., Minister Berg said on Thursday, the agency reported``: the statements that an outlet passes on whose cue
    ends the content, where the parser missed it. The outlet becomes their relay."""
    new: list[Attribution] = []
    for a in found:
        if (
            a.cue_head is None
            or a.is_set_off
            or len(a.contents) != 1
            or a.source is None
            or a.contents[0][1] > a.cue_head
        ):
            continue
        if not (a.is_report or a.is_according or _is_agency(annotation, rules, a)):
            continue
        told = within(annotation, rules, *a.contents[0])
        if told is None:
            continue
        cue, source, content = told
        known = by_cue.get(cue.i)
        if known is None:
            known = Attribution(rules.cues[cue.lemma], cue.i, verb_group(annotation, cue.i), source, [content])
            by_cue[cue.i] = known
            new.append(known)
        known.source, known.contents = source, [content]
        known.relays.append(a.source)
        a.is_relay = True
    return new


def _told_by(a: Attribution, found: list[Attribution]) -> Attribution | None:
    """The statement of which the content of ``a`` is made up: the cue stands in it and so do its words."""
    size = sum(last - first for first, last in a.contents)
    for b in found:
        if b is a or b.cue_head is None or b.source is None or not any(x <= b.cue_head < y for x, y in a.contents):
            continue
        inside = sum(max(0, min(y, last) - max(x, first)) for x, y in a.contents for first, last in b.contents)
        if 2 * inside > size:
            return b
    return None


def _tail_of(annotation: Annotation, a: Attribution, found: list[Attribution]) -> Attribution | None:
    """The statement whose content ``..., according to Reuters`` ends, which the parser took for a part of it; its
    content is cut there."""
    if a.cue_head is None or a.source is None:
        return None
    end = a.cue_head - 1
    if annotation.tokens[end].text in CLOSING:
        # 'would meet "at another time," according to Reuters'
        end -= 1
    if annotation.tokens[end].text != ",":
        return None
    for b in found:
        if b is a or b.is_set_off or b.is_according or b.cue_head is None or not b.cue_head < a.cue_head:
            continue
        for number, (first, last) in enumerate(b.contents):
            if first < a.cue_head - 1 < last and annotation.tokens[last - 1].end <= a.source.end:
                b.contents[number] = (first, a.cue_head - 1 if end == a.cue_head - 1 else a.cue_head)
                return b
    return None


def _aside_of(annotation: Annotation, a: Attribution, found: list[Attribution]) -> Attribution | None:
    """The statement between whose cue and clause ``according to`` stands: ``told them, according to a note, that it was
    off``; its content then begins behind it."""
    if a.cue_head is None or a.source is None or annotation.tokens[a.cue_head - 1].text != ",":
        return None
    for b in found:
        for number, (first, last) in enumerate(b.contents):
            if b is not a and b.cue_head is not None and b.cue_head < a.cue_head < first and (first, last) in a.contents:
                return b
            if b is not a and first == a.cue_head and b.cue_head is not None and b.cue_head < first:
                comma = next((t.i for t in annotation.tokens[first:last] if t.start >= a.source.end and t.text == ","), None)
                if comma is None or comma + 1 >= last:
                    return None
                b.contents[number] = (comma + 1, last)
                return b
    return None


def _passes_on(annotation: Annotation, rules: SpeechRules, a: Attribution, told: Attribution) -> bool:
    """Whether a source merely relays what another has said: a body that reports it, whoever stands behind an ``according
    to`` at its end. "According to the spokesman, Berg thanked her host" is the spokesman's."""
    if a.source is None:
        return False
    head = annotation.tokens[a.source.head]
    label = annotation.entities[head.entity].label if head.entity >= 0 else ""
    is_person = label == "PERSON" or head.pos == "PRON" or head.lemma.lower() in rules.persons | rules.honorifics
    if a.is_according:
        leads = a.cue_head is not None and all(first > a.cue_head for first, _ in a.contents)
        leads = leads and (told.cue_head is None or told.cue_head > (a.cue_head or 0))
        words = annotation.tokens_in(a.source.start, a.source.end)
        bodies = rules.state_bodies | rules.just_issued
        if not any(t.lower in rules.outlet_names and t.text[:1].isupper() for t in words):
            bodies = bodies | rules.named_bodies
        is_states = any(t.lower in bodies for t in words)
        return not (leads and (is_person or is_states))
    if _is_outlet(annotation, a) or _is_called_outlet(annotation, rules, a.source):
        return True
    return a.is_report and not is_person and head.lemma not in rules.anonymous_nouns


def _precedence(a: Attribution) -> tuple[int, int, int]:
    order = 0 if a.is_set_off else 1 if a.is_according else 2
    return order, a.rank, a.cue_head if a.cue_head is not None else -1


def _is_agency(annotation: Annotation, rules: SpeechRules, a: Attribution) -> bool:
    """Whether the source calls itself an outlet: "state news agency Mena said"."""
    if a.source is None or a.is_set_off:
        return False
    if _is_called_outlet(annotation, rules, a.source):
        return True
    words = annotation.tokens_in(a.source.start, a.source.end)
    return _is_outlet(annotation, a) and any(t.lower in rules.outlet_names for t in words)


def _is_outlet(annotation: Annotation, a: Attribution) -> bool:
    """Whether the source is a body, not a person."""
    if a.source is None:
        return False
    head = annotation.tokens[a.source.head]
    return head.entity >= 0 and annotation.entities[head.entity].label == "ORG"


def _is_called_outlet(annotation: Annotation, rules: SpeechRules, source: SourceMention) -> bool:
    """Whether a name has the word for a paper or a station directly before it: "the Zagreb newspaper Jutro"."""
    words = annotation.tokens_in(source.start, source.end)
    return any(a.pos != "PROPN" and a.lemma in rules.outlets and b.pos == "PROPN" for a, b in pairwise(words))
