"""Whether the words around a temporal expression look back or ahead."""

from __future__ import annotations

from typing import Literal

from legation.records import Annotation, TimeMention, Token
from legation.rules.dates import SenseRules

Sense = Literal["back", "ahead", "either"]
"""``either``: the words name a plan whose own state is told in the past ("the one scheduled for February was off")."""


def sense_of(mention: TimeMention, annotation: Annotation, rules: SenseRules) -> Sense | None:
    """What the governing words of ``mention`` say: from the parse where there is one, else from the words' order.

    None where they say nothing. Conventions for what then happens are the resolver's.
    """
    inside = annotation.tokens_in(mention.start, mention.end)
    if not inside:
        return None
    if inside[0].dep:
        return _parsed(inside, annotation, rules)
    return _worded(inside[0].i, inside[-1].i, annotation, rules)


def _parsed(inside: tuple[Token, ...], annotation: Annotation, rules: SenseRules) -> Sense | None:
    numbers = {t.i for t in inside}
    head = next((t for t in inside if t.head not in numbers or t.head == t.i), inside[0])
    path = [head, *annotation.ancestors(head.i)]
    plan_seen = False
    for token in path:
        if token.pos in ("VERB", "AUX"):
            found = _verb(token, annotation, rules)
            if found == "plan":
                plan_seen = True
                if token.dep in ("acl", "amod", "relcl"):
                    continue
                return "ahead"
            if plan_seen:
                return "either" if found == "back" else "ahead"
            if found is not None:
                return found  # type: ignore[return-value]
        elif token.i not in numbers:
            words = {c.lower for c in annotation.children(token.i, "amod", "acl", "advmod")}
            if token.lower in rules.ahead or (token.pos in ("ADJ", "NOUN") and token.lemma in rules.ahead_nouns) or words & (rules.ahead & _planning(rules)):
                plan_seen = True
    return "ahead" if plan_seen else None


def _planning(rules: SenseRules) -> frozenset[str]:
    return rules.ahead


def _verb(token: Token, annotation: Annotation, rules: SenseRules) -> str | None:
    helpers = {c.lower for c in annotation.children(token.i, "aux", "auxpass")}
    if token.lemma in rules.ahead_lemmas and token.tag in ("VBN", "JJ") and not helpers & rules.perfect:
        return "plan"
    if helpers & rules.ahead and not helpers & rules.perfect:
        return "ahead"
    if helpers & rules.infinitive and not helpers & rules.perfect:
        above = annotation.tokens[token.head]
        if above.i == token.i or above.tag not in ("VBD", "VBN") or above.lemma in rules.ahead_lemmas:
            return "ahead"
        return "back"
    if token.tag in ("VBD", "VBN") or helpers & rules.perfect:
        return "back"
    if token.lemma in rules.reporting:
        return "back"
    if token.tag == "VBG" and helpers & rules.present:
        return "ahead"
    if token.tag in ("VBZ", "VBP") and token.pos == "VERB":
        return "ahead"
    return None


def _worded(first: int, last: int, annotation: Annotation, rules: SenseRules) -> Sense | None:
    tokens = annotation.tokens
    left: str | None = None
    steps = 0
    for i in range(first - 1, max(-1, first - 26), -1):
        word = tokens[i].lower
        if word in rules.breaks and steps:
            break
        steps += 1
        left = _word(i, annotation, rules)
        if left:
            break
    right: str | None = None
    for i in range(last + 1, min(len(tokens), last + 16)):
        word = tokens[i].lower
        if word in rules.breaks:
            break
        right = _word(i, annotation, rules)
        if right:
            break
    if left == "plan":
        return "either" if right == "back" else "ahead"
    if left == "plan" or (left is None and right == "plan"):
        return "ahead"
    return left or right  # type: ignore[return-value]


def _word(i: int, annotation: Annotation, rules: SenseRules) -> str | None:
    tokens = annotation.tokens
    word = tokens[i].lower
    if word in rules.ahead_nouns or any(word == lemma or word == lemma + "d" or word == lemma + "ed" for lemma in rules.ahead_lemmas if lemma[0] == word[0]):
        return "plan"
    if word in rules.ahead:
        return "ahead"
    if word in rules.back:
        return "back"
    if word in rules.infinitive and i + 1 < len(tokens) and tokens[i + 1].text.islower():
        return None
    if word not in rules.not_past and len(word) > 4 and word.endswith(rules.past_suffixes):
        return "back"
    return None
