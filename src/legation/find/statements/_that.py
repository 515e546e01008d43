"""Contents that the parser does not hang on their cue: a far ``that``, and what "this" points back at."""

from __future__ import annotations

from legation.find.statements._by_order import has_verb
from legation.find.statements._grammar import is_actor, is_time, trim, verb_group
from legation.records import Annotation, Token
from legation.rules.speech import Cue, SpeechRules

LONGEST_ALONE = 16
"""Tokens of a sentence that only says who told the one before, at most."""
MARKS = frozenset({"“", "”", '"', "''", "``"})
FARTHEST_THAT = 30
"""Tokens between a cue and its ``that``, at most: an audience, a time and a place can stand between."""


def that_clause(
    annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token, contents: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The rest of the sentence from the ``that`` that follows the cue, where the parser did not see it."""
    tokens = annotation.tokens
    end = annotation.sentence_of(token.i).last
    for i in range(token.i + 1, min(end, token.i + FARTHEST_THAT)):
        is_open = tokens[i].tag == "IN" or (tokens[i].dep == "mark" and tokens[i].lower == "that") or (
            # "recalled in a press release that, under the deal, ...", "told the paper at the time that the office ..."
            tokens[i].lower == "that"
            and ("addressee" in cue.takes or tokens[i - 1].lemma in rules.occasion_nouns)
            and i + 1 < end
            and tokens[i + 1].pos not in ("VERB", "AUX", "ADV", "NOUN", "PUNCT" if "addressee" in cue.takes else "")
        )
        if i == token.i + 1 < end - 1 and tokens[i].lower == "that" and tokens[i + 1].tag == "TO":
            # "objected that to wait would cost lives"
            return [trim(annotation, i, end)]
        if tokens[i].lower == "if" and any(token.i < first < i for first, _ in contents):
            # "ruled out a meeting if they seized power"
            return []
        if tokens[i].lower == "that" and tokens[i - 1].lower in rules.purposes:
            # "announced more talks, so that it can be settled"
            return []
        if tokens[i].lower in rules.complementizers and is_open:
            if tokens[i - 1].lower == "it":
                # "read a story that had it that they met" is the story's.
                return []
            if any(first <= i < last for first, last in contents if first <= i) and not _is_audience(cue, tokens[token.i + 1 : i]):
                return []
            return [trim(annotation, i, end)]
        is_verb = tokens[i].pos in ("VERB", "AUX") and not _is_when(tokens, i)
        is_verb = is_verb and (
            tokens[i].tag != "VBG" or (tokens[i].lemma in rules.cues and tokens[i].lemma not in rules.relaying)
        )
        if (is_verb and not _is_in_relative(annotation, i, token.i)) or tokens[i].text in (
            ";",
            ":",
            "“",
            "”",
            '"',
            "''",
        ):
            return []
    return []


def _is_audience(cue: Cue, words: tuple[Token, ...]) -> bool:
    """Whether all that stands between a cue and its ``that`` is a name: ``told ABC News Morning Beat that``."""
    if "addressee" not in cue.takes or not words or words[0].pos == "PRON":
        return False
    return all(t.text[:1].isupper() or t.pos in ("NUM", "PART") or t.lower in ("of", "the", "and") for t in words)


def _is_when(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a verb only says when something was told ("confirmed when contacted that")."""
    return tokens[i].tag == "VBN" and tokens[i - 1].lower in ("when", "if", "once")


def sentence_before(
    annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token, contents: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """What ``Berg told reporters this`` and ``That was confirmed by Berg`` point at: the sentence before."""
    number = token.sentence
    word = annotation.tokens[contents[0][0]]
    is_bare = len(contents) == 1 and contents[0][1] - contents[0][0] == 1
    if not is_bare or word.lower not in ("this", "that") or number == 0 or annotation.child(token.i, "neg") is not None:
        return None
    before = annotation.sentences[number - 1]
    words = annotation.tokens[before.first : before.last]
    if words[-1].text != "." or any(t.lemma in rules.cues and t.pos == "VERB" for t in words):
        return None
    return trim(annotation, before.first, before.last)


def _is_in_relative(annotation: Annotation, i: int, cue: int) -> bool:
    """Whether a verb stands in a relative clause of whom the cue is spoken to ("warned staff who come late that ...")."""
    verb = annotation.tokens[i]
    while verb.dep in ("conj", "aux", "auxpass", "xcomp") and cue < verb.head < verb.i:
        verb = annotation.tokens[verb.head]
    return verb.dep == "relcl" and verb.head > cue


def alone(
    annotation: Annotation, rules: SpeechRules, cue: Cue, token: Token, who: Token | None
) -> tuple[int, int] | None:
    """The sentence before one that only says who told it: ``The two met in Oslo. The press service of the president
    reports.``"""
    sentence = annotation.sentence_of(token.i)
    if who is None or cue.lemma not in rules.telling_alone or sentence.root != token.i or token.sentence == 0:
        return None
    if sentence.last - sentence.first > LONGEST_ALONE or who.i > token.i or token.tag not in ("VBZ", "VBD", "VBP"):
        return None
    known = rules.speaking_nouns | rules.named_bodies | rules.outlets | rules.persons
    if not (is_actor(annotation, who) or who.lemma in known):
        return None
    rest = [t for t in annotation.tokens[token.i + 1 : sentence.last] if t.pos != "PUNCT"]
    if any(not is_time(annotation, t) and t.pos != "ADP" and t.lower not in rules.when_adverbs for t in rest):
        return None
    before = annotation.sentences[token.sentence - 1]
    words = annotation.tokens[before.first : before.last]
    is_told = any(t.lemma in rules.cues and t.pos == "VERB" and "clause" in rules.cues[t.lemma].takes for t in words)
    if words[-1].text != "." or is_told or any(t.text in MARKS for t in words):
        return None
    return trim(annotation, before.first, before.last)


def that_subject(annotation: Annotation, token: Token) -> tuple[int, int] | None:
    """The clause that a passive is about: ``That the two were refused was confirmed by the embassy``."""
    sentence = annotation.sentence_of(token.i)
    first, _ = verb_group(annotation, token.i)
    opening = annotation.tokens[sentence.first]
    if opening.lower != "that" or opening.tag != "IN" or any(t.text == "," for t in annotation.tokens[opening.i : first]):
        return None
    return trim(annotation, opening.i, first) if has_verb(annotation, opening.i, first) else None
