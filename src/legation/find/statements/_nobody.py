"""Subjects and contents that are nobody's and nothing: ``no one``, ``you``, an event, ``blamed nobody``."""

from __future__ import annotations

from legation.records import Annotation, Token
from legation.rules.speech import Cue, SpeechRules


def is_nothing(annotation: Annotation, rules: SpeechRules, first: int, last: int) -> bool:
    """Whether a content is nobody and nothing ("blamed no one")."""
    words = [t.lower for t in annotation.tokens[first:last]]
    return words == ["no", "one"] or (len(words) == 1 and words[0] in rules.nothing)


def is_anybody(rules: SpeechRules, who: Token) -> bool:
    """Whether the subject is the reader, the writer or anybody ("one feels"); "US" in capitals is a state."""
    if who.lower == "one" and who.tag == "PRP":
        return True
    return who.lower in rules.no_speakers and (who.text == "I" or not who.text.isupper())


def is_no_one(annotation: Annotation, who: Token) -> bool:
    """``No one``, ``no official``, ``neither side``, ``neither of the two``: nobody has said it."""
    return who.lower == "neither" or any(c.lower in ("no", "neither") for c in annotation.children(who.i))


def is_act(annotation: Annotation, rules: SpeechRules, cue: Cue, who: Token) -> bool:
    """Whether the subject is an act or event, which says nothing: ``the visit suggests that``."""
    if (who.lower in ("this", "that") and who.tag == "DT") or who.lemma in rules.gatherings:
        return True
    if cue.force == "continued" and who.lemma.lower() in rules.acts:
        # "Word was going round that", "The talks went on"
        return True
    if cue.force not in rules.act_forces or who.tag in ("WP",) or who.pos not in ("NOUN", "PRON", "DET"):
        return False
    if who.lower == "it" or who.pos == "PRON":
        # "it" may well be a body or a document; what stands before it in the sentence decides nothing.
        return False
    return who.lemma in rules.acts
