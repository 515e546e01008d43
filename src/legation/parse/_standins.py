"""Words that the parser took for a noun or a verb and are not, parsed again with one in their place that nobody mistakes:
"Timor-Leste president hosts Chilean minister" as "... met Chilean minister", "cancels Chile visit" as "cancels Chile journey"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from legation.parse._annotation import Grammar
from legation.rules.engagements import Mistaken

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NAMING = frozenset({"NN", "NNP", "NNPS"})
OPENING = frozenset({"DT", "JJ", "NN", "NNP", "NNPS", "PRP$", "VBP"})
"""Tags that an object opens with; "Chilean" may be taken for a verb."""
LINKING = frozenset({"IN", "TO", "RP"})
PRESENT = ("VERB", "VBZ", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin")
SINGULAR = ("NOUN", "NN", "Number=Sing")


class StandIn(msgspec.Struct, frozen=True):
    """Where a word is to be put in: its sentence (first token, behind the last), the token, the word; and what the word that
    stands there is: lemma; part of speech, tag, morphology."""

    first: int
    last: int
    at: int
    word: str
    lemma: str
    means: tuple[str, str, str]


def stand_ins(grammar: Grammar, mistaken: Mistaken) -> Iterator[StandIn]:
    """One at most for each sentence: where it has no finite verb, a plural that can be one; a present taken for an auxiliary; a
    noun behind its verb taken for another."""
    words = grammar.words
    for first, last, _ in grammar.sentences:
        plural = other = None
        is_finite = False
        for i in range(first + 1, last):
            orth, lower, lemma, _, tag, dep, _ = words[i]
            if dep == "aux" and tag == "VBZ" and lemma not in mistaken.auxiliaries and i + 1 < last:
                other = StandIn(first, last, i, mistaken.for_doing, lemma, PRESENT)
                break
            if tag in ("VB", "VBP") and lower in mistaken.nouns and _ends_an_object(grammar, first, i):
                other = StandIn(first, last, i, mistaken.for_noun, lower, SINGULAR)
                break
            is_name = plural is not None and plural.at == i - 1 and orth.istitle()
            is_finite = is_finite or (tag in FINITE and not is_name)
            if plural is None and tag == "NNS" and words[i - 1][4] in NAMING and i + 1 < last:
                plural = _present(grammar, mistaken, first, last, i)
        found = other or (None if is_finite else plural)
        if found is not None:
            yield found


def _present(grammar: Grammar, mistaken: Mistaken, first: int, last: int, i: int) -> StandIn | None:
    form, behind = grammar.words[i][1], grammar.words[i + 1]
    if form in mistaken.doing and behind[4] in OPENING:
        return StandIn(first, last, i, mistaken.for_doing, mistaken.doing[form], PRESENT)
    if form in mistaken.going and behind[4] in LINKING and behind[1] not in mistaken.behind_nouns:
        return StandIn(first, last, i, mistaken.for_going, mistaken.going[form], PRESENT)
    return None


def _ends_an_object(grammar: Grammar, first: int, i: int) -> bool:
    """Whether a finite verb stands before, with nothing between but a name: "cancels Chile visit"."""
    k = i - 1
    while k > first and grammar.words[k][4] in ("NNP", "NNPS", "JJ") and grammar.words[k][0][:1].isupper():
        k -= 1
    return first < k < i - 1 and grammar.words[k][4] in ("VBZ", "VBD")


def parsed_again(grammar: Grammar, stand_in: StandIn, again: Grammar) -> Grammar:
    """The grammar with one sentence as it was found with the other word in; the same where that is no one sentence, or the verb
    put in is not on top of it and has no subject."""
    at, first, last = stand_in.at - stand_in.first, stand_in.first, stand_in.last
    if len(again.sentences) != 1:
        return grammar
    root = again.sentences[0][2]
    if stand_in.means == PRESENT and (root != at or not any(_is_subject(again, i, at) for i in range(at))):
        return grammar
    words = list(again.words)
    pos, tag, morph = stand_in.means
    words[at] = (*grammar.words[stand_in.at][:2], stand_in.lemma, pos, tag, words[at][5], morph)
    return replace(
        grammar,
        heads=[*grammar.heads[:first], *again.heads, *grammar.heads[last:]],
        words=[*grammar.words[:first], *words, *grammar.words[last:]],
        sentences=[(a, b, first + root if a == first else top) for a, b, top in grammar.sentences],
    )


def _is_subject(grammar: Grammar, i: int, verb: int) -> bool:
    return i + grammar.heads[i] == verb and grammar.words[i][5] == "nsubj"
