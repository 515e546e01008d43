"""Programmes: lines that open with an hour or a day and name what is on then ("11:00 Meeting with President X")."""

from __future__ import annotations

import re

from legation.find.engagements._clauses import VERBAL
from legation.records import Annotation, Token
from legation.rules.engagements import EngagementRules

OPENING = re.compile(
    r"(?:\d{1,2}[:.h/]\d{2}\b|\d{1,2}\s?[ap]\.?m\b|\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s?:\s"
    r"|(?:\w+day,? )?\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{1,2})? (?:of )?[A-Z][a-z]{2,8}\b"
    r"|(?:\w+day,? )?[A-Z][a-z]{2,8} \d{1,2}(?:\s?[-–]\s?\d{1,2})?\b)"
)
"""An hour, the number of a day before a colon, or a day and its month; which words are months is for the dates to say."""
NEAR = 16
"""Characters from its start, at most, that a line's sentence begins behind: the parser may end one at "11 a.m."."""
LINES = 2
"""Lines that make a programme, at least."""


def is_listed(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """Whether ``token`` stands, under no verb, in a line of a programme or in the title that calls it one."""
    if any(t.pos in VERBAL for t in doc.ancestors(token.i)):
        return False
    if not _is_in_line(doc, token) and not _is_title(doc, rules, token.sentence):
        return False
    return sum(OPENING.match(line.strip()) is not None for line in doc.text.splitlines()) >= LINES


def is_noun_of_line(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """ "18 March: visit to Estonia": a noun that the tagger takes for an order."""
    before, behind = doc.tokens[max(token.i - 1, 0)], doc.tokens[min(token.i + 1, len(doc.tokens) - 1)]
    is_order = token.tag in {"VB", "VBP"} and token.lower in rules.nouns and before.text in {":", "–", "-"}
    return is_order and behind.lower in {"to", "of", "by", "with", "in"} and is_listed(doc, rules, token)


def _is_title(doc: Annotation, rules: EngagementRules, number: int) -> bool:
    sentence = doc.sentences[number]
    return number == 0 and any(t.lower in rules.words["agendas"] for t in doc.tokens[sentence.first : sentence.last])


def _is_in_line(doc: Annotation, token: Token) -> bool:
    start = doc.text.rfind("\n", 0, token.start) + 1
    first = doc.tokens[doc.sentence_of(token.i).first].start
    return first <= start + NEAR and OPENING.match(doc.text[start : start + 40].lstrip()) is not None
