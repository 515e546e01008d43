"""Who takes part, by the order of the words alone, where the parse gives an event one side or none.

A parser hangs long titles, joined names and phrases of time in many wrong places, but the words keep their order: "A and
his counterpart B held talks", "A met, in the capital, B", "A ... talks ... with B", "talks between A and B". Only where exactly
two different states act in the event's own clause, both through people, is there no choice.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from legation.records import ActorMention, Annotation, Token
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._lookup import Lookup, Party
from legation.resolve.engagements._parties import parties_at
from legation.rules.engagements import EngagementRules

FAR = 40
"""Tokens to each side, at most, that a clause is followed for."""


NEAR = 2
"""Sentences back, at most, to whoever a meeting is whose words name only the other side."""


class _Clause(msgspec.Struct, frozen=True):
    """The people named before and behind an event's words, in text order."""

    before: tuple[ActorMention, ...]
    behind: tuple[ActorMention, ...]


def sides_by_order(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention, found: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The two sides of a sitting or call of which the parse gave only ``found``; empty where the order leaves a choice."""
    if mention.effect in {"no_plan", "not_held"} or mention.form == "anaphor":
        return ()
    clause = _clause(lookup, doc, rules, mention)
    sides = _sides(lookup, doc, rules, mention, clause)
    states = {lookup.state(p.actor) for p in sides}
    known = {lookup.state(p.actor) for p in found} - {None}
    return sides if len(sides) == 2 and len(states) == 2 and None not in states and known <= states else ()


def one_told_of_before(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention, found: tuple[Party, ...]
) -> tuple[Party, ...]:
    """ "A meeting is planned with B": whoever the sentences before were about, where the words name only who is met."""
    told = [a for a in mention.arguments if a.role in {"party", "with", "host", "subject", "speaker"}]
    if mention.form == "verb":
        told = [a for a in told if a.head < mention.head and not _is_unnamed_official(lookup, doc, rules, a.head)]
        told += [a for a in mention.arguments if a.role == "host"]
    if not found or mention.form == "anaphor" or any(a.role != "with" for a in told):
        return ()
    if mention.form == "verb" and not any(a.head < mention.head for a in mention.arguments if a.role == "party"):
        return ()
    return _acting_before(lookup, doc, mention, {lookup.state(p.actor) for p in found})


def _is_unnamed_official(lookup: Lookup, doc: Annotation, rules: EngagementRules, i: int) -> bool:
    """ "The minister": one of whom it is not clear who of the page he is."""
    definite = any(c.lower in rules.words["definite"] for c in doc.children(i, "det"))
    return definite and doc.tokens[i].tag == "NN" and doc.tokens[i].lemma in rules.words["officials"] and not parties_at(lookup, i)


def guest_told_of_before(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention, hosts: set[str | None]
) -> tuple[Party, ...]:
    """ "The state visits to Chad and Gabon will take place in May": of whom the sentences before tell."""
    definite = any(c.lower in rules.words["definite"] for c in doc.children(mention.head, "det"))
    said = any(a.role in {"traveller", "subject", "speaker", "host", "along"} for a in mention.arguments)
    if mention.form != "noun" or not definite or said:
        return ()
    return _acting_before(lookup, doc, mention, hosts)


def listed_behind(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention, first: Party
) -> tuple[Party, ...]:
    """ "met A, B, Minister of Health and Labour of Chad C, and D": a list that the parse breaks off goes on as long as nothing
    but commas and "and" stands between its names."""
    found: list[Party] = []
    sentence = doc.sentence_of(mention.head)
    people = list(_people(lookup, doc, mention.head, sentence.last))
    end = first.end
    for m in people:
        if m.start < end:
            continue
        between = doc.tokens_in(end, m.start)
        linked = bool(between) and all(_is_between(doc, rules, t) for t in between)
        if not linked or _does_more(doc, m):
            break
        end = m.end
        found.append(_party(m))
    return tuple(found)


def _is_between(doc: Annotation, rules: EngagementRules, token: Token) -> bool:
    """Whether a word can stand between two names of a list: a comma, an "and", the day that each is met on."""
    is_day = token.entity >= 0 and doc.entities[token.entity].label in {"DATE", "TIME"}
    return token.lower in rules.words["listing"] or token.tag == "DT" or is_day


def _does_more(doc: Annotation, mention: ActorMention) -> bool:
    """Whether somebody is the subject of what follows: "met A, Minister B said"."""
    inside = doc.tokens_in(mention.start, mention.end)
    if any(t.dep in {"nsubj", "nsubjpass"} for t in inside):
        return True
    behind = inside[-1].i + 1
    return behind < len(doc.tokens) and doc.tokens[behind].tag in {"VBD", "VBZ", "VBP", "MD", "POS"}


def _acting_before(
    lookup: Lookup, doc: Annotation, mention: EngagementMention, theirs: set[str | None]
) -> tuple[Party, ...]:
    """The one office-holder that the nearest sentence before with such a subject is about, if he is of none of ``theirs``."""
    for sentence in reversed(doc.sentences[max(mention.sentence - NEAR, 0) : mention.sentence]):
        acting = [
            p
            for token in doc.tokens[sentence.first : sentence.last]
            if token.dep in {"nsubj", "nsubjpass"}
            for p in parties_at(lookup, token.i)
            if lookup.actor(p.actor).kind in {"person", "office"} and lookup.is_senior(p.actor)
        ]
        if acting:
            states = {lookup.state(p.actor) for p in acting}
            one = len({p.actor for p in acting}) == 1 and None not in states and not states & theirs
            return tuple(acting[:1]) if one else ()
    return ()


def traveller_by_order(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention, host: str
) -> tuple[Party, ...]:
    """ "Estonian PM due on Friday in Helsinki": the one official right before the words of a visit that has a goal only."""
    before = _clause(lookup, doc, rules, mention).before
    states = {_state(lookup, m) for m in before}
    if len(states) != 1 or states <= {None, host} or not _acts(doc, rules, before[-1]):
        return ()
    party = _party(before[-1])
    return (party,) if lookup.is_senior(party.actor) else ()


def _sides(
    lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention, clause: _Clause
) -> tuple[Party, ...]:
    before, behind = _one_each(lookup, clause.before), _one_each(lookup, clause.behind)
    if len({_state(lookup, m) for m in (*before, *behind)}) != 2:
        return ()
    if len(before) == 2 and not behind and _are_joined(doc, rules, *before) and _acts(doc, rules, before[0]):
        return _party(before[0]), _party(before[1])
    if len(before) == 1 and len(behind) == 1 and _acts(doc, rules, before[0]) and not _owns(doc, behind[0]):
        word = _word_before(doc, rules, behind[0])
        is_object = mention.form == "verb" and (word is None or word.pos in {"VERB", "PUNCT"} or word.tag == "RB")
        if is_object or (word is not None and word.lower in rules.words["joining"]):
            return _party(before[0]), _party(behind[0])
    if not before and len(behind) == 2 and _are_joined(doc, rules, *behind):
        word = _word_before(doc, rules, behind[0])
        if word is not None and word.lower in rules.words["uniting_two"]:
            return _party(behind[0]), _party(behind[1])
    return ()


def _clause(lookup: Lookup, doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> _Clause:
    """The people in the event's own clause: up to the next verb that does not govern the event, or a word that opens a clause."""
    own = {mention.head, *mention.nodes, *(g.token for g in mention.governors)}
    sentence = doc.sentence_of(mention.head)
    first, last = min(i for i in own if i >= sentence.first), max(i for i in own if i < sentence.last)
    left, right = first, last
    while left > max(sentence.first, first - FAR) and not _parts(doc, rules, doc.tokens[left - 1], own):
        left -= 1
    while right + 1 < min(sentence.last, last + FAR) and not _parts(doc, rules, doc.tokens[right + 1], own):
        right += 1
    if mention.form == "noun" and first < mention.head:
        last = mention.head  # what stands between "held" and "talks" says what kind of talks
    people = tuple(_people(lookup, doc, left, right + 1))
    return _Clause(
        tuple(m for m in people if m.start < doc.tokens[first].start),
        tuple(m for m in people if m.start > doc.tokens[max(last, mention.head)].start),
    )


def _parts(doc: Annotation, rules: EngagementRules, token: Token, own: set[int]) -> bool:
    """Whether a token ends the clause of an event whose own words are ``own``."""
    if token.i in own or (token.dep in {"aux", "auxpass"} and token.head in own):
        return False
    if token.lower in rules.words["clause_breaks"]:
        return True
    return token.pos in {"VERB", "AUX"} and token.dep not in {"amod", "compound"}


def _people(lookup: Lookup, doc: Annotation, first: int, last: int) -> Iterator[ActorMention]:
    """Mentions of people and office-holders between two tokens, the outermost where one holds another."""
    start, end = doc.tokens[first].start, doc.tokens[last - 1].end
    inside = [m for m in lookup.cast.mentions if m.actor is not None and start <= m.start and m.end <= end]
    inside.sort(key=lambda m: (m.start, -m.end))
    covered = -1
    for m in inside:
        assert m.actor is not None
        if m.start < covered or lookup.actor(m.actor).kind not in {"person", "office"}:
            continue
        covered = m.end
        yield m


def _one_each(lookup: Lookup, mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """The first mention of each actor."""
    found: dict[int | None, ActorMention] = {}
    for m in mentions:
        found.setdefault(m.actor, m)
    return tuple(found.values())


def _state(lookup: Lookup, mention: ActorMention) -> str | None:
    return lookup.state(mention.actor) if mention.actor is not None else None


def _party(mention: ActorMention) -> Party:
    assert mention.actor is not None
    return Party(mention.actor, mention.start, mention.end, mention.form)


def _word_before(doc: Annotation, rules: EngagementRules, mention: ActorMention) -> Token | None:
    """The word a mention follows, its determiners and the words for a traveller skipped; None at the head of a sentence."""
    i = doc.tokens_in(mention.start, mention.end)[0].i - 1
    first = doc.sentence_of(i + 1).first
    while i >= first and (
        doc.tokens[i].tag in {"DT", "PRP$", "JJ", "NN", "NNP", "POS"} or doc.tokens[i].lower in rules.words["visiting"]
    ):
        i -= 1
    return doc.tokens[i] if i >= first else None


def _owns(doc: Annotation, mention: ActorMention) -> bool:
    """ "met President X's daughter", "had seen the president's letter": somebody or something of his."""
    behind = doc.tokens_in(mention.start, mention.end)[-1].i + 1
    return behind < len(doc.tokens) and doc.tokens[behind].tag == "POS"


def _are_joined(doc: Annotation, rules: EngagementRules, one: ActorMention, other: ActorMention) -> bool:
    """Whether nothing but an "and" and its like stands between two mentions."""
    between = doc.tokens_in(one.end, other.start)
    joined = any(t.lower in {"and", "&"} for t in between)
    return joined and all(t.tag in {"CC", "PRP$", "DT", ",", "JJ", "POS", "NNP", "NN"} for t in between)


def _acts(doc: Annotation, rules: EngagementRules, mention: ActorMention) -> bool:
    """Whether a mention stands where a subject does, not behind a preposition ("At the request of X, Y met")."""
    word = _word_before(doc, rules, mention)
    return word is None or word.pos not in {"ADP", "SCONJ", "PART"}
