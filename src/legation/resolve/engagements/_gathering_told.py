"""The days of a gathering, told in a sentence of its own, as those of whoever goes to it: "will attend the Arctic Forum in
Bodo. The forum opens on Thursday and lasts two days"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from legation.records import Annotation, Token, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._attached import DATED
from legation.resolve.engagements._candidate import SEATED, Candidate
from legation.resolve.engagements._days import best, stretched
from legation.resolve.engagements._status import DONE
from legation.resolve.engagements._top_of import top_of
from legation.rules.engagements import EngagementRules

NEAR = 4
"""Sentences, at most, from who goes to a gathering to one that tells its days by its bare noun ("the forum")."""
NEXT = 1
"""The same where a word for any gathering is used ("the event")."""
LINKING = frozenset({"ADP", "SCONJ", "PART"})


def with_days_of_gatherings(
    doc: Annotation, rules: EngagementRules, times: tuple[When, ...], candidates: Iterable[Candidate]
) -> Iterator[Candidate]:
    """The candidates; those that go to a gathering without a day, on the days that another sentence gives it."""
    told = list(_told(doc, rules, times))
    for c in candidates:
        is_open = c.when is None and c.planned is None and not c.no_date_set and c.status is not None
        is_there = c.status == "under_way" and c.kind not in SEATED  # he has come; what he came for is yet to open
        when = _day_of(doc, rules, c, told) if told and is_open and not is_there else None
        yield c if when is None else replace(c, when=replace(when, convention="days-of-the-gathering"))


def _day_of(doc: Annotation, rules: EngagementRules, c: Candidate, told: list[tuple[Token, When]]) -> When | None:
    """The days told of the one gathering that a mention goes to."""
    goes_to = list(_gone_to(doc, rules, c.mention))
    found = {
        (when.earliest, when.latest): when
        for noun, when in told
        for goal in goes_to
        if noun.sentence != goal.sentence and _is_same(doc, rules, goal, noun, alone=len(goes_to) == 1)
    }
    when = next(iter(found.values())) if len(found) == 1 else None
    is_behind = when is not None and (when.convention or "").endswith("back")
    return None if is_behind and c.status not in DONE else when


def _told(doc: Annotation, rules: EngagementRules, times: tuple[When, ...]) -> Iterator[tuple[Token, When]]:
    """Gatherings of which a main clause says when they are, with that time."""
    at: dict[int, list[int]] = {}
    for index, when in enumerate(times):
        above = _verb_above(doc, when)
        if above is not None:
            at.setdefault(above.i, []).append(index)
    for verb, indices in at.items():
        noun = _held(doc, rules, doc.tokens[verb])
        day = best(times, [i for i in indices if times[i].type in DATED])
        if noun is None or day is None or day.earliest is None:
            continue
        first, last = doc.subtree(noun.i)
        beside = (w for w in times if w.start is not None and doc.tokens[first].start <= w.start < doc.tokens[last - 1].end)
        goes_on = (times[i] for c in doc.children(verb, "conj") for i in at.get(c.i, ()))  # "opens on Monday and lasts two days"
        lengths = [w for w in (*(times[i] for i in indices), *beside, *goes_on) if w.type == "DURATION"]
        yield noun, stretched(day, lengths, ends=False) or day


def _verb_above(doc: Annotation, when: When) -> Token | None:
    """The main verb whose clause a time stands in, with nothing but prepositions and "due to be held" between."""
    top = top_of(doc, when) if when.convention != "now-is-publication" else None
    if top is None:
        return None
    above = None
    for token in doc.ancestors(top.i):
        if token.pos in {"VERB", "AUX", "ADJ"}:
            above = token
            if token.dep not in {"xcomp", "acomp"}:
                return token
        elif above is not None or token.pos not in LINKING:
            return above
    return above


def _held(doc: Annotation, rules: EngagementRules, verb: Token) -> Token | None:
    """The gathering that a clause says is held, begins, is on its days; None where it says something else, or that it is not."""
    if doc.child(verb.i, "neg") is not None:
        return None
    subject = doc.child(verb.i, "nsubj", "nsubjpass")
    if subject is None:
        return None
    does = _does(doc, verb)
    if any(t.lemma in rules.words["hosts"] for t in does):
        subject = next((c for t in does for c in doc.children(t.i, "dobj")), subject)
        return subject if _is_one_gathering(doc, rules, subject) else None
    runs = any(_is_held(doc, rules, t) for t in does)
    return subject if runs and _is_one_gathering(doc, rules, subject) else None


def _does(doc: Annotation, verb: Token) -> list[Token]:
    """The verb with what it only leads up to: "is due to be held", "will be held", "is set to open"."""
    below = [c for t in (verb, *doc.children(verb.i, "acomp")) for c in doc.children(t.i, "xcomp")]
    return [verb, *doc.children(verb.i, "acomp"), *below]


def _is_held(doc: Annotation, rules: EngagementRules, verb: Token) -> bool:
    """Whether a word of a clause says of its subject that it is on then."""
    planned = any(r.effect == "planned" for r in rules.governors.get(verb.lemma, ()))
    passive = doc.child(verb.i, "auxpass") is not None and (planned or verb.lemma in rules.support)
    is_due = verb.pos == "ADJ" and planned
    is_on = verb.lemma == "be" and doc.child(verb.i, "attr", "acomp", "advmod") is None
    place = doc.child(verb.i, "dobj")
    takes = verb.lemma != "take" or (place is not None and place.lower == "place")
    runs = takes and verb.lemma in rules.begins | rules.words["runs"] and (place is None or verb.lemma == "take")
    return passive or is_due or is_on or runs


def _gone_to(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> Iterator[Token]:
    """The gatherings that a mention is of, or that its own phrase goes to: "for a conference", "to attend the forum"."""
    occasions = {a.head for a in mention.arguments if a.role == "occasion" and a.strength}
    if not occasions and mention.kind == "visit":
        first, last = doc.subtree(mention.head)
        occasions = {t.i for t in doc.tokens[first:last] if t.dep in {"pobj", "dobj"}}
    yield from (doc.tokens[i] for i in sorted({mention.head, *occasions}) if _is_gathering(rules, doc.tokens[i]))


def _is_gathering(rules: EngagementRules, noun: Token) -> bool:
    is_noun = noun.pos in {"NOUN", "PROPN"}
    return is_noun and (noun.lemma.lower() in rules.occasions or noun.lower in rules.occasions)


def _is_one_gathering(doc: Annotation, rules: EngagementRules, noun: Token) -> bool:
    """ "the forum", "the event", "the Arctic Forum": one in particular, not "a forum"."""
    is_known = _is_gathering(rules, noun) or noun.lower in rules.words["any_gathering"]
    is_named = noun.pos == "PROPN"
    return is_known and (is_named or any(c.lower in rules.words["definite"] for c in doc.children(noun.i, "det")))


def _is_same(doc: Annotation, rules: EngagementRules, goal: Token, told: Token, *, alone: bool) -> bool:
    """Whether the gathering told of is the one gone to: of the same noun and no other name, or "the event" right behind."""
    distance = told.sentence - goal.sentence
    if told.lower in rules.words["any_gathering"] and alone and 0 < distance <= NEXT:
        return doc.child(told.i, "prep") is None  # not "the session of the Riga council"
    if told.lower != goal.lower:
        return False
    names, others = _name(doc, goal), _name(doc, told)
    if names and others:
        return names <= others or others <= names
    return not others and 0 < distance <= NEAR


def _name(doc: Annotation, noun: Token) -> set[str]:
    """The words of a gathering's name before its noun, and what it is of: {"arctic"}, {"black", "sea"}."""
    first, _ = doc.subtree(noun.i)
    before = {t.lower for t in doc.tokens[first : noun.i] if t.pos == "PROPN"}
    of = (c for c in doc.children(noun.i, "prep") if c.lower == "of")
    return before | {leaf.lower for prep in of for leaf in doc.children(prep.i, "pobj") if leaf.pos == "PROPN"}
