"""Engagement mentions: every place where a text speaks of a visit, meeting, call, summit, round of talks or ceremony.

``find_engagements`` says what stands there (trigger, arguments, governors, what they make of its state); who is meant,
which day, and whether it is an engagement between states at all is for ``resolve.engagements``.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from legation.find.engagements._addressed import is_met_by_all
from legation.find.engagements._clauses import VERBAL
from legation.find.engagements._company import of_attended, of_company
from legation.find.engagements._customs import is_believed
from legation.find.engagements._effects import with_e
from legation.find.engagements._guest_of import guest_of
from legation.find.engagements._nouns import (
    is_occasion_attended,
    is_of_crowd,
    is_wished_well,
    noun_frame,
    noun_mention,
)
from legation.find.engagements._on_arrival import with_arrivals
from legation.find.engagements._pointing import of_plan, of_sitting_told
from legation.find.engagements._state import changed_in_headline
from legation.find.engagements._tours import with_stops
from legation.find.engagements._verbs import is_misread, verb_mention
from legation.find.engagements._words import (
    anaphor,
    is_empty_it,
    modifies_official,
    off_to,
    opening_visitor,
    present_for,
    stands_for_engagement,
    takes_place,
    visiting,
)
from legation.records import Annotation, Token
from legation.records.engagements import EngagementMention
from legation.rules.engagements import EngagementRules

__all__ = ["find_engagements"]


def find_engagements(doc: Annotation, rules: EngagementRules) -> tuple[EngagementMention, ...]:
    """All mentions, in text order. Never raises on text; a text without any gives an empty tuple."""
    found: list[EngagementMention] = []
    for token in doc.tokens:
        told = (m for m in _mentions(doc, rules, token) if not is_believed(doc, rules, m.head))
        found.extend(with_arrivals(doc, rules, m) for m in told)
    return with_stops(doc, rules, found)


def _mentions(doc: Annotation, rules: EngagementRules, token: Token) -> Iterator[EngagementMention]:
    if token.lower in rules.words["visiting"] and token.tag == "VBG" and modifies_official(doc, token):
        yield visiting(token, next(doc.children(token.i, "dobj")))
        return
    opener = opening_visitor(doc, token) if token.lower in rules.words["visiting"] and token.tag == "VBG" else None
    if opener is not None:
        yield visiting(token, opener)
        return
    word = doc.joined(token.i)
    if word != token.lemma:  # hyphens: the whole word speaks through its head, "stop" in "stop-over" is no stop
        speaks = _heads_its_word(doc, token) if word in rules.nouns else _ends_its_word(doc, token)
        if (word in rules.nouns or word in rules.verbs) and not speaks:
            return
        word = word if word in rules.nouns or word in rules.verbs else token.lemma
    if token.pos == "VERB" and word not in rules.verbs and with_e(token.lower) in rules.verbs:
        word = with_e(token.lower)  # "dined"
    if token.tag == "NNS" and token.lower in rules.misread and is_misread(doc, rules, token):
        word = rules.misread[token.lower]
    told = of_plan(doc, rules, token)
    if told is not None:
        yield told
        return
    coming = of_attended(doc, rules, token) or of_company(doc, rules, token) or guest_of(doc, rules, token)
    if coming is not None:
        yield coming
        return
    is_noun = token.pos == "NOUN" and word in rules.nouns  # "his journey to Accra" is no verb
    if changed_in_headline(doc, rules, token):
        token, is_noun = replace(token, pos="NOUN", tag="NN"), True
    is_verb = token.pos in VERBAL or token.lower in rules.verbs or is_misread(doc, rules, token)
    if is_verb and word in rules.verbs and (not is_noun or is_misread(doc, rules, token)):
        for frame in rules.verbs[word]:
            mention = verb_mention(doc, rules, frame, token)
            if mention is not None:
                if not is_met_by_all(doc, rules, mention):
                    yield mention
                return
    if token.lower == "in" and token.pos == "ADP":
        mention = present_for(doc, rules, token)
        if mention is not None:
            yield mention
        return
    if token.lower == "off" and token.dep in {"advmod", "prt", "prep", "acomp"}:
        mention = off_to(doc, rules, token)
        if mention is not None:
            yield mention
        return
    noun = noun_frame(doc, rules, token)
    told = of_sitting_told(doc, rules, token) if noun is None else None
    if told is not None:
        yield told
        return
    if noun is not None and (is_occasion_attended(doc, rules, noun, token) or is_of_crowd(doc, rules, token)):
        return
    if noun is not None and is_wished_well(doc, rules, noun, token):
        return
    if noun is not None:
        yield noun_mention(doc, rules, noun, token)
    elif (token.lower in rules.words["one"] and stands_for_engagement(doc, rules, token)) or (
        token.lower in {"it", "they"} and takes_place(doc, token)
    ):
        yield anaphor(doc, rules, token)
    elif token.lower == "it" and not is_empty_it(doc, token) and token.dep in {"nsubjpass", "nsubj", "dobj"}:
        mention = anaphor(doc, rules, token)
        if any(g.is_change for g in mention.governors) or mention.effect in {
            "postponed",
            "cancelled",
            "rescheduled",
            "reinstated",
            "doubtful",
            "confirmed",
        }:
            yield mention
    elif token.lower in rules.words["visiting"] and token.dep in {"amod", "compound", "acl"}:
        head = doc.tokens[token.head]
        if head.pos in {"PROPN", "NOUN"} and head.i > token.i:
            yield visiting(token, head)


def _heads_its_word(doc: Annotation, token: Token) -> bool:
    """Whether the part of a hyphenated word at ``token`` is the one that the rest of the sentence hangs on."""
    return token.head == token.i or doc.joined(token.head) != doc.joined(token.i)


def _ends_its_word(doc: Annotation, token: Token) -> bool:
    """Whether ``token`` is the last part: "co-chaired" takes its objects there, however the parser hangs the parts."""
    after = doc.tokens[token.i + 1] if token.i + 1 < len(doc.tokens) else None
    return after is None or after.text != "-" or after.start != token.end
