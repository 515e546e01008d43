"""Capitals that show no name: headings that write every word, or all but the small ones, with a capital."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from msgspec.structs import replace

from legation.find.personhood import Name
from legation.records import Annotation, Token
from legation.rules.offices import OfficeRules

SMALL = 3
"""Words that a heading has at least."""
STOPS = frozenset({".", "!", "?", "”", '"', "''", ","})
"""What running text ends in and a heading does not."""


RUNNING = 3
"""Sentences of running text that a page has at least for its headings to be held against."""


class _Usage(NamedTuple):
    """The words that a page's running text writes with a capital, and those that it writes small; how many sentences of it
    write names alone with capitals; and which sentences are headings, and loud, by number."""

    capital: frozenset[str]
    small: frozenset[str]
    sentences: int
    headings: frozenset[int]
    loud: frozenset[int]

    def is_headed(self, run: Name, annotation: Annotation) -> bool:
        return annotation.tokens[run.first].sentence in self.headings

    def is_loud(self, run: Name, annotation: Annotation) -> bool:
        return annotation.tokens[run.first].sentence in self.loud


def without_headings(
    runs: tuple[Name, ...], annotation: Annotation, offices: OfficeRules
) -> tuple[tuple[Name, ...], frozenset[Name]]:
    """Runs, but for what a heading's capitals make of common words: "PRESIDENT SPEAKS ON MEDIATION", "Vucic [Shelves Zagreb]
    Trip"; and those of them that only a who's who can tell to be names: "Polish President Due in Jakarta". A page without
    running text keeps them all."""
    usage = _usage(annotation)
    if not usage.sentences:
        return runs, frozenset()
    found = [_without_common(run, usage, annotation, offices) if usage.is_headed(run, annotation) else run for run in runs]
    kept = tuple(run for run in found if run is not None)
    return kept, frozenset(run for run in kept if _is_doubtful(run, usage, annotation))


def _is_doubtful(run: Name, usage: _Usage, annotation: Annotation) -> bool:
    """One word of a heading that the text, of some length, never writes with a capital: "President Due"."""
    if run.last - run.first > 1 or usage.sentences < RUNNING or not usage.is_headed(run, annotation):
        return False
    return annotation.tokens[run.first].lower not in usage.capital


def _usage(annotation: Annotation) -> _Usage:
    """Asked once a page: every question here looks at a whole sentence, and a list of names is one sentence with thousands."""
    capital: set[str] = set()
    small: set[str] = set()
    count = 0
    loud = frozenset(n for n in range(len(annotation.sentences)) if _is_loud(annotation, n))
    headings = loud | {n for n in range(len(annotation.sentences)) if _is_headline(annotation, n)}
    for number, sentence in enumerate(annotation.sentences):
        inside = annotation.tokens[sentence.first : sentence.last]
        if number not in headings:
            count += is_sentence_case(inside[0], annotation)
            capital |= {t.lower for t in inside if t.text[0].isupper()}
            small |= {t.text for t in inside if t.text.islower()}
    return _Usage(frozenset(capital), frozenset(small), count, headings, loud)


def _without_common(run: Name, usage: _Usage, annotation: Annotation, offices: OfficeRules) -> Name | None:
    """A run of a heading up to the first word that the text does not know as a name, behind one that it does; None where
    it knows none and the heading shouts or has a verb there."""
    inside = annotation.tokens[run.first : run.last]
    known = [t.lower in usage.capital for t in inside]
    if not any(known):
        return None if usage.is_loud(run, annotation) or _has_verb(run, annotation) else run
    particles = offices.words.names.particles
    if usage.is_loud(run, annotation) and {t.lower for t in inside} & (usage.small - particles):
        return None
    if known[-1] and inside[-1].entity >= 0 and annotation.entities[inside[-1].entity].label == "PERSON" and len(inside) < 3:
        return run
    cut = next((k for k in range(1, len(inside)) if known[k - 1] and not known[k] and inside[k].text.isalpha()), None)
    words = offices.words
    if cut is None or (cut == 1 and inside[0].lower in words.names.first_surnames | words.given_names.keys()):
        return run
    return replace(run, last=run.first + cut)


def without_headline(run: Name, wholes: Set[str], annotation: Annotation, offices: OfficeRules) -> Name:
    """ "Bo Anders Leaves For Rome", "Deputy to Represent Anders": without the word that a headline's capitals join to a name
    the page has without it."""
    words = words_of(run, annotation)
    before = annotation.tokens[run.first - 1].lower if run.first and run.last - run.first > 1 else ""
    others = {w for w in wholes if w != words and w.split()[-1:] == words.split()[-1:]} if before == "to" else set()
    if others and not is_sentence_case(annotation.tokens[run.first], annotation):
        given = words.split()[0]
        is_given = given.lower() in offices.words.given_names or any(given in w.split() for w in others)
        return run if is_given else replace(run, first=run.first + 1)
    shorter = replace(run, last=run.last - 1)
    if run.last - run.first < 3 or words_of(shorter, annotation) not in wholes:
        return run
    return run if is_sentence_case(annotation.tokens[run.first], annotation) else shorter


def _has_verb(run: Name, annotation: Annotation) -> bool:
    """ "Kenya Puts Off"."""
    return any(t.tag.startswith("VB") or t.tag == "RP" for t in annotation.tokens[run.first : run.last])


def _is_headline(annotation: Annotation, number: int) -> bool:
    """Whether a sentence writes most words with a capital and has no verb in small letters and no stop behind it."""
    sentence = annotation.sentences[number]
    inside = annotation.tokens[sentence.first : sentence.last]
    if inside[-1].text in STOPS or is_sentence_case(inside[0], annotation):
        return False
    is_told = any(t.pos in ("VERB", "AUX") and t.text.islower() for t in inside)
    return not is_told and sum(t.text[0].isalpha() for t in inside) >= SMALL


def _is_loud(annotation: Annotation, number: int) -> bool:
    """Whether a sentence writes all its words with capitals alone."""
    sentence = annotation.sentences[number]
    letters = [t for t in annotation.tokens[sentence.first : sentence.last] if t.text[0].isalpha()]
    return len(letters) >= SMALL and all(t.text.isupper() for t in letters)


def is_sentence_case(token: Token, annotation: Annotation) -> bool:
    """Whether the sentence writes common words small, so that a capital means a name."""
    sentence = annotation.sentences[token.sentence]
    letters = [t for t in annotation.tokens[sentence.first : sentence.last] if t.text[0].isalpha()]
    small = sum(t.text[0].islower() for t in letters)
    return small * 2 >= len(letters)


def words_of(run: Name, annotation: Annotation) -> str:
    start, end = annotation.span(run.first, run.last)
    return annotation.text[start:end]
