"""Reading the parse for attribution: paragraphs, subjects of cues, noun phrases without their relative clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from legation.records import Annotation, Span, Token
from legation.records.statements import SourceMention
from legation.rules.speech import SpeechRules

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NOT_PART_OF_NAME = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
LONGEST_SOURCE = 40
"""Tokens: a longer subject is a parse gone wrong, and its head's own words are taken instead."""


def paragraphs(annotation: Annotation) -> tuple[tuple[int, int], ...]:
    """Character bounds of the paragraphs: the blocks, and blank lines inside a block."""
    bounds: list[tuple[int, int]] = []
    block = -1
    for sentence in annotation.sentences:
        start, end = annotation.span(sentence.first, sentence.last)
        if bounds and sentence.block == block and not BLANK_LINE.search(annotation.text, bounds[-1][1], start):
            bounds[-1] = (bounds[-1][0], end)
        else:
            bounds.append((start, end))
        block = sentence.block
    return tuple(bounds)


def subject(annotation: Annotation, i: int, *, depth: int = 0) -> Token | None:
    """The token that heads the subject of verb ``i``: its own, or one it shares through coordination, a participle
    or a relative clause. None where there is none."""
    own = list(annotation.children(i, *SUBJECTS))
    if own:
        # "whom Beck called", 'on the morning show, "Good Day", he said': the parser may take both for subjects.
        if len(own) > 1 and own[-1].tag == "PRP" and own[-1].i < i and annotation.tokens[own[-1].i - 1].text == ",":
            return own[-1]
        return next((t for t in own if t.tag not in ("WP", "WDT")), own[0]) if len(own) > 1 else own[0]
    token = annotation.tokens[i]
    if depth > 6 or token.head == i:
        return None
    head = annotation.tokens[token.head]
    if token.dep in ("acl", "relcl"):
        return head
    if token.dep in ("conj", "dobj") and is_actor(annotation, head) and head.i < i:
        # "Trump partly blamed ... and suggested": the parser took the name for a verb.
        return head
    if token.dep in ("conj", "xcomp", "advcl", "pcomp", "prep", "aux", "dep", "ccomp") and head.pos in (
        "VERB",
        "AUX",
        "ADP",
        "SCONJ",
    ):
        shared = annotation.child(head.i, "dobj") if token.dep == "xcomp" else None
        if shared is not None and head.lemma != "promise":
            return shared
        return subject(annotation, head.i, depth=depth + 1)
    return None


def is_anothers(annotation: Annotation, rules: SpeechRules, token: Token, cue: int) -> bool:
    """Whether a second verb is that of a person or body of whom the cue at ``cue`` tells ("said the leaders reviewed the
    work and agreed to go on"): it shares the form of a verb with a subject of its own, below the cue."""
    for above in annotation.ancestors(token.i):
        if above.i == cue:
            return False
        if above.pos == "VERB" and above.tag == token.tag:
            who = annotation.child(above.i, "nsubj")
            if who is None or who.pos == "PRON":
                return False
            return is_actor(annotation, who) or who.lemma in rules.persons | rules.anonymous_nouns
    return False


def agent(annotation: Annotation, i: int) -> Token | None:
    """The noun of the by-phrase of passive verb ``i``."""
    for by in annotation.children(i, "agent"):
        noun = annotation.child(by.i, "pobj")
        if noun is not None and not is_time(annotation, noun):
            return noun
    return None


def is_actor(annotation: Annotation, token: Token) -> bool:
    """Whether the parser's named span around a token is a person, a body or a state."""
    return token.entity >= 0 and annotation.entities[token.entity].label in ("PERSON", "ORG", "GPE", "NORP")


def is_age(annotation: Annotation, token: Token) -> bool:
    """Whether a word stands for a person by an age: "the 57-year-old"."""
    before = annotation.tokens[max(0, token.i - 3) : token.i]
    return token.lower.endswith("old") and any(t.lower in ("year", "-year-") for t in before)


def is_person(annotation: Annotation, who: Token) -> bool:
    """Whether a noun is a person for sure: a personal pronoun or somebody's name."""
    if who.pos == "PRON":
        return "Person=3" in who.morph and who.lower not in ("it", "they")
    return who.entity >= 0 and annotation.entities[who.entity].label == "PERSON"


def is_time(annotation: Annotation, token: Token) -> bool:
    """Whether a noun is a day or an hour ("by Friday", "on Tuesday")."""
    return token.entity >= 0 and annotation.entities[token.entity].label in ("DATE", "TIME")


def subtree_tokens(annotation: Annotation, first: int, i: int) -> tuple[Token, ...]:
    """The tokens from ``first`` to the end of the subtree of ``i``."""
    return annotation.tokens[first : annotation.subtree(i)[1] + 1]


def is_passive(annotation: Annotation, i: int) -> bool:
    token = annotation.tokens[i]
    if token.tag == "VBN" and token.dep in ("acl", "xcomp", "oprd") and annotation.child(i, "aux") is None:
        return True
    return annotation.child(i, "auxpass", "nsubjpass", "agent") is not None


def quoting(annotation: Annotation, token: Token) -> Token | None:
    """The verb of ``was quoted as saying``, of which ``token`` is the saying."""
    head = annotation.tokens[token.head]
    verb = annotation.tokens[head.head]
    is_quoted = token.dep == "pcomp" and head.lower == "as" and verb.tag == "VBN" and is_passive(annotation, verb.i)
    return verb if is_quoted and token.tag == "VBG" else None


def noun_phrase(annotation: Annotation, head: int, *, without: int | None = None) -> tuple[int, int]:
    """Token bounds of the noun phrase of ``head``: relative and adverbial clauses, and whatever holds the token
    ``without``, are left out, and so is punctuation at either end."""
    first, last = head, head + 1
    left = [c.i for c in annotation.children(head) if c.i < head]
    right = [c.i for c in annotation.children(head) if c.i > head]
    for child in reversed(left):
        bounds = annotation.subtree(child)
        if _holds(bounds, without) or annotation.tokens[child].dep in NOT_PART_OF_NAME:
            break
        first = min(first, bounds[0])
    for child in right:
        bounds = annotation.subtree(child)
        if _is_when(annotation, child):
            break
        if _holds(bounds, without) or annotation.tokens[child].dep in NOT_PART_OF_NAME or bounds[0] > last + 2:
            break
        last = max(last, bounds[1])
    if last - first > LONGEST_SOURCE:
        first, last = head, head + 1
        while first > 0 and annotation.tokens[first - 1].head == head and annotation.tokens[first - 1].dep != "punct":
            first -= 1
    return trim(annotation, first, last)


def _is_when(annotation: Annotation, i: int) -> bool:
    """Whether a dependant says when ("an official on Saturday denied"): no part of the name."""
    token = annotation.tokens[i]
    noun = annotation.child(i, "pobj") if token.dep == "prep" else token if token.dep == "npadvmod" else None
    return noun is not None and is_time(annotation, noun)


def _holds(bounds: tuple[int, int], token: int | None) -> bool:
    return token is not None and bounds[0] <= token < bounds[1]


def trim(annotation: Annotation, first: int, last: int) -> tuple[int, int]:
    """The bounds without punctuation and conjunctions at their edges (closing brackets and quotes stay)."""
    tokens = annotation.tokens
    while last - first > 1 and (
        tokens[last - 1].text in {",", ".", ";", ":", "-", "--", "—", "–", "("} or tokens[last - 1].dep == "cc"
    ):
        last -= 1
    while last - first > 1 and (
        tokens[first].text in {",", ".", ";", ":", "-", "--", "—", "–", ")"} or tokens[first].dep == "cc"
    ):
        first += 1
    return first, last


def source_mention(annotation: Annotation, head: Token, cue: int) -> SourceMention:
    """The source span around ``head``; a relative pronoun is taken together with the noun it stands for."""
    noun = head
    last_shown = -1
    if head.tag in ("WP", "WDT") and (clause := _relative_clause(annotation, head.i)) is not None:
        noun, last_shown = annotation.tokens[clause], head.end
    first, last = noun_phrase(annotation, noun.i, without=cue)
    # "Company news: Tiffany reported"
    first = max((i + 1 for i in range(first, noun.i) if annotation.tokens[i].text == ":"), default=first)
    if annotation.tokens[first].tag == "VBG" and first + 1 < noun.i and annotation.tokens[first + 1].text == ",":
        # "Reacting, the party said"
        first += 2
    start, end = annotation.span(first, last)
    if last_shown > end:
        end = last_shown
    return SourceMention(start, end, noun.i)


def _relative_clause(annotation: Annotation, i: int) -> int | None:
    for ancestor in (annotation.tokens[i], *annotation.ancestors(i)):
        if ancestor.dep == "relcl":
            return ancestor.head
        if ancestor.dep == "ROOT":
            return None
    return None


def runs(annotation: Annotation, members: list[int]) -> Iterator[tuple[int, int]]:
    """Contiguous stretches ``(first, last)`` of the sorted token numbers ``members``."""
    first = None
    previous = -2
    for i in members:
        if first is None:
            first = i
        elif i != previous + 1:
            yield first, previous + 1
            first = i
        previous = i
    if first is not None:
        yield first, previous + 1


def span_of(annotation: Annotation, first: int, last: int) -> Span:
    start, end = annotation.span(first, last)
    return Span(start, end)


def depth(annotation: Annotation, i: int) -> int:
    return sum(1 for _ in annotation.ancestors(i))


def verb_group(annotation: Annotation, i: int) -> tuple[int, int]:
    """Token bounds of the verb with the auxiliaries, negation and adverbs that stand directly before it."""
    first = i
    while first > 0:
        before = annotation.tokens[first - 1]
        if before.head != i or before.dep not in ("aux", "auxpass", "neg", "advmod"):
            break
        first -= 1
    if annotation.tokens[first].dep == "advmod" and first < i and annotation.tokens[first].tag in ("WRB", "IN"):
        first += 1
    last = i + 1
    particle = annotation.child(i, "prt")
    if particle is not None and particle.i == last:
        last += 1
    return first, last


def is_infinitive(annotation: Annotation, token: Token) -> bool:
    return any(c.tag == "TO" for c in annotation.children(token.i, "aux"))


def next_token(annotation: Annotation, offset: int) -> int:
    """The number of the first token at or after the character ``offset``."""
    return bisect_left(annotation.starts, offset)
