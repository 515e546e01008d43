"""The stops of a journey that are told in a row, each with its day: "in Port Louis on May 20-21, Victoria on May 22 and Maputo
on May 24": the parser hangs all but the first anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from legation.find.engagements._entities import is_time
from legation.records import Annotation, Token
from legation.records.engagements import Argument
from legation.rules.engagements import EngagementRules


def further_stops(doc: Annotation, rules: EngagementRules, found: list[Argument], strength: int) -> Iterator[Argument]:
    """The goals behind the first one of these arguments that have a day of their own, where the first has one too; and those
    that a colon counts out: "three countries: Benin, where he will be on May 22; Guinea, on May 23; and Nigeria"."""
    counted = tuple(_counted_out(doc, rules, found))
    if counted:
        given = {a.head for a in found if a.role == "goal"}
        yield from (Argument("goal", i, strength) for i in counted if i not in given)
        return
    goals = sorted(a.head for a in found if a.role == "goal" and doc.tokens[a.head].pos == "PROPN")
    if not goals:
        return
    known, is_dated, i = set(goals), False, goals[0] + 1
    last = doc.sentence_of(goals[0]).last
    while i < last:
        token = doc.tokens[i]
        if token.pos == "VERB":
            return
        is_dated |= is_time(doc, token)
        end = _end_of_name(doc, i, last)
        if end > i and is_dated and _opens(doc, rules, i) and _has_day(doc, rules, end, last):
            if end - 1 not in known:
                yield Argument("goal", end - 1, strength)
            i = end
            continue
        i += 1


def _counted_out(doc: Annotation, rules: EngagementRules, found: list[Argument]) -> Iterator[int]:
    """The states behind the colon after a goal that is only their number."""
    number = (a.head for a in found if a.role == "goal" and doc.tokens[a.head].lemma in rules.words["counted_stops"])
    head = next((i for i in number if doc.tokens[i].tag == "NNS"), None)
    if head is None:
        return
    last = doc.sentence_of(head).last
    colon = next((i for i in range(head, last) if doc.tokens[i].text == ":"), None)
    if colon is None or any(doc.tokens[i].text in {",", ";"} for i in range(head, colon)):
        return
    listed = doc.tokens[colon + 1 : last]
    parting = {";"} if any(t.text == ";" for t in listed) else rules.words["stops_joined"]
    opens = True
    for token in listed:
        if token.text in parting or token.lower in parting:
            opens = True
        elif opens and token.pos == "PROPN" and token.entity >= 0 and doc.entities[token.entity].label == "GPE":
            opens = False
            yield doc.entities[token.entity].last - 1
        elif token.lower not in rules.words["before_listed"] and not (token.pos == "PROPN" and token.entity >= 0):
            opens = False


def _end_of_name(doc: Annotation, i: int, last: int) -> int:
    """The token behind a run of capitals that is no day."""
    while i < last and _is_capital(doc.tokens[i]) and not is_time(doc, doc.tokens[i]):
        i += 1
    return i


def _is_capital(token: Token) -> bool:
    return token.pos == "PROPN" or (token.pos == "NOUN" and token.text[0].isupper())


def _opens(doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """Whether a stop begins here: ", Victoria", "and to Maputo", "then on to Maputo"."""
    before, joined = doc.tokens[i - 1].lower, rules.words["stops_joined"]
    return before in joined or (before in rules.words["before_stop"] and doc.tokens[i - 2].lower in joined | {"on"})


def _has_day(doc: Annotation, rules: EngagementRules, i: int, last: int) -> bool:
    """Whether a day stands right behind: "on May 22", "(May 22)", "from Monday"."""
    if i + 1 >= last or doc.tokens[i].lower not in rules.words["before_its_day"]:
        return i < last and is_time(doc, doc.tokens[i])
    return any(is_time(doc, t) for t in doc.tokens[i + 1 : min(i + 3, last)])
