"""Whether the words around a temporal expression look back or ahead."""

from __future__ import annotations

from typing import Literal

from legation.records import Annotation, TimeMention, Token
from legation.rules.dates import SenseRules

Sense = Literal["back", "ahead", "either", "moved"]
"""``either``: the words name a plan whose own state is told in the past ("the one scheduled for February was off").
``moved``: they date a thing that is put off or called off ("the meeting on Friday was cancelled")."""

_Told = Literal["back", "ahead", "either", "plan"]

WORDS_LEFT, WORDS_RIGHT = 25, 15
"""How far from an expression a clause's verb is looked for where no parser says which it is."""


def sense_of(mention: TimeMention, annotation: Annotation, rules: SenseRules) -> Sense | None:
    """What the governing words of ``mention`` say: from the parse where there is one, else from the words' order.

    None where they say nothing. Conventions for what then happens are the resolver's.
    """
    inside = annotation.tokens_in(mention.start, mention.end)
    if not inside:
        return None
    first = inside[0].i
    before = tuple(t.lower for t in annotation.tokens[max(0, first - 3) : first])
    if any(before[-len(phrase) :] == phrase for phrase in rules.ahead_surely):
        return "ahead"
    is_parsed = bool(inside[0].dep)
    sense = _parsed(inside, annotation, rules) if is_parsed else _worded(first, inside[-1].i, annotation, rules)
    if sense is None and before and before[-1] in rules.ahead_before:
        return "ahead"
    return sense


def _parsed(inside: tuple[Token, ...], annotation: Annotation, rules: SenseRules) -> Sense | None:
    """The first verb above the expression that has a time of its own; a planning word on the way turns it ahead."""
    numbers = {t.i for t in inside}
    head = next((t for t in inside if t.head not in numbers or t.head == t.i), inside[0])
    is_planned = is_of_noun = False
    for token in (head, *annotation.ancestors(head.i)):
        if token.pos in ("VERB", "AUX"):
            if is_of_noun and token.lemma in rules.move_lemmas and token.tag in ("VBD", "VBN"):
                return "moved"
            told = _verb(token, annotation, rules, is_direct=not is_of_noun)
            if told == "plan":
                is_planned = True
                if token.dep not in ("acl", "amod", "relcl"):
                    return "ahead"
            elif is_planned:
                return "either" if told in ("back", "either") else "ahead"
            elif told is not None:
                return told
        elif token.i not in numbers:
            beside = {c.lower for c in annotation.children(token.i, "amod", "acl", "advmod")}
            is_noun = token.pos in ("ADJ", "NOUN") and token.lemma in rules.ahead_nouns
            is_of_noun |= token.pos == "NOUN"
            is_planned |= is_noun or token.lower in rules.ahead or not beside.isdisjoint(rules.ahead)
    return "ahead" if is_planned else None


def _verb(token: Token, annotation: Annotation, rules: SenseRules, *, is_direct: bool) -> _Told | None:
    if any(c.lower in rules.plans for c in annotation.children(token.i, "acomp")):
        return "either" if token.tag == "VBD" else "ahead"  # "is due in Kyiv on Friday"
    helpers = {c.lower for c in annotation.children(token.i, "aux", "auxpass")}
    is_perfect = not helpers.isdisjoint(rules.perfect)
    if token.tag in ("VBN", "JJ") and not is_perfect and _is_plan(token, annotation, rules):
        return "plan"
    if not is_perfect and not helpers.isdisjoint(rules.ahead):
        return "ahead"
    if not is_perfect and not helpers.isdisjoint(rules.infinitive):
        above = annotation.tokens[token.head]
        if above.lower in rules.past_be:
            return "plan"
        if is_direct and above.lemma in rules.promises:
            return "ahead"  # not "agreed to cooperate at the summit in November"
        is_told = above.i != token.i and above.tag in ("VBD", "VBN") and above.lemma not in rules.ahead_lemmas
        return "back" if is_told else "ahead"
    if token.lemma in rules.ahead_lemmas and (is_perfect or token.tag == "VBD"):
        return "either"
    if is_perfect or token.tag in ("VBD", "VBN") or token.lemma in rules.reporting:
        return "back"
    if token.tag == "VBG" and not helpers.isdisjoint(rules.present):
        return "ahead"
    if token.tag in ("VBZ", "VBP") and token.lemma in rules.timetable:
        return "ahead"
    return None


def _is_plan(token: Token, annotation: Annotation, rules: SenseRules) -> bool:
    """Whether a participle announces something to come; some do only before certain words ("set for")."""
    if token.lemma not in rules.ahead_lemmas and token.lower not in rules.plans:
        return False
    wanted = rules.plan_followers.get(token.lower)
    after = annotation.tokens[token.i + 1].lower if token.i + 1 < len(annotation.tokens) else ""
    return wanted is None or after in wanted


def _worded(first: int, last: int, annotation: Annotation, rules: SenseRules) -> Sense | None:
    """The nearest telling word of the clause before the expression, else the nearest after it."""
    tokens = annotation.tokens
    following = [t.lower for t in tokens[last + 1 : last + 5]]
    is_told = bool(following) and (following[0] in rules.perfect or following[0] in rules.past_be)
    if is_told and not rules.moved.isdisjoint(following):
        return "moved"
    left: _Told | None = None
    for i in range(first - 1, max(-1, first - 1 - WORDS_LEFT), -1):
        if i < first - 1 and tokens[i].lower in rules.breaks:
            break
        left = _word(i, annotation, rules)
        if left:
            break
    if left in ("back", "ahead"):
        return left
    right: _Told | None = None
    for i in range(last + 1, min(len(tokens), last + 1 + WORDS_RIGHT)):
        if tokens[i].lower in rules.breaks or (left == "plan" and tokens[i].lower in rules.reported):
            break
        right = _word(i, annotation, rules)
        if right:
            break
    if left == "plan":
        return "either" if right == "back" else "ahead"
    return "ahead" if right == "plan" else right


def _word(i: int, annotation: Annotation, rules: SenseRules) -> _Told | None:
    tokens = annotation.tokens
    word = tokens[i].lower
    if word in rules.plans or word in rules.ahead_nouns:
        return "plan" if word not in rules.plan_followers or _is_plan(tokens[i], annotation, rules) else None
    if word in rules.ahead:
        return "ahead"
    if i and tokens[i - 1].lower in rules.bare:
        return None
    if word in rules.back:
        return "back"
    if word in rules.infinitive:
        before = tokens[i - 1].lower if i else ""
        return "ahead" if before in rules.present else "plan" if before in rules.past_be else None
    if len(word) > 4 and word.endswith(rules.past_suffixes) and word not in rules.not_past:
        return "back"
    return None
