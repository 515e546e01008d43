"""The sitting at which something was talked over: "reviewed ways to bolster ties in a phone call on Friday".

The parser hangs such a phrase on the nearest verb, which only tells what was talked over; on it the call would be one that
is yet to be, with no one in it. Not "discussed remarks made in a phone call": what was done there itself.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from legation.parse._annotation import Grammar

_BELOW = frozenset({"acl", "relcl", "xcomp", "pcomp", "conj", "prep", "advcl"})
"""Relations by which what is done about a matter hangs on it: "efforts made to end", "means of ending"."""


def with_sittings_lifted(grammar: Grammar, words: Mapping[str, frozenset[str]]) -> Grammar:
    """The grammar, with the phrase of a call or of a meeting hung on the verb of talking over whose object it ends.

    ``words`` are those of the rules: "read_out" are the verbs, "talked_of" their objects, "sat_through" and "by_phone" the
    sittings, "done_there" what was done at one itself.
    """
    said, heads = grammar.words, list(grammar.heads)
    for i, word in enumerate(said):
        above = i + heads[i]
        if word[5] != "prep" or above >= i - 1 or said[above][3] != "VERB" or not _is_sitting(grammar, words, i):
            continue
        verb = _talked_over(grammar, words, above)
        if verb is not None:
            heads[i] = verb - i
    return replace(grammar, heads=heads)


def _is_sitting(grammar: Grammar, words: Mapping[str, frozenset[str]], prep: int) -> bool:
    """ "In a phone call", "during their meeting": not "at the summit", at which it may be yet to be done."""
    said, heads = grammar.words, grammar.heads
    noun = next((k for k in range(prep + 1, min(prep + 8, len(said))) if k + heads[k] == prep and said[k][5] == "pobj"), None)
    if noun is None:
        return False
    before = {said[k][1] for k in range(prep + 1, noun)}
    if said[noun][2] in words["by_phone"] and (said[noun][1] in words["phone"] or before & words["phone"]):
        return said[prep][1] in words["held_in"]
    return said[noun][2] in words["sat_through"] and said[prep][1] == "during" and bool(before & words["of_theirs"])


def _talked_over(grammar: Grammar, words: Mapping[str, frozenset[str]], verb: int) -> int | None:
    """The verb of talking over whose object ``verb`` says something of: "exchanged views on ways of ending"."""
    said, heads, at = grammar.words, grammar.heads, verb
    if said[verb][2] in words["done_there"]:
        return None
    while said[at][5] in _BELOW and heads[at] < 0:
        at += heads[at]
    if at == verb or said[at][5] not in ("dobj", "pobj") or said[at][2] not in words["talked_of"]:
        return None
    above = at + heads[at]
    while above < at and said[above][5] in ("prep", "dobj"):
        at, above = above, above + heads[above]
    return above if said[above][2] in words["read_out"] and said[above][3] == "VERB" and above < verb else None
