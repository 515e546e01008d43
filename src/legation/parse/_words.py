"""What spaCy's attribute ruler and lemmatizer say of each word, remembered: the same word, tag and relation get the same.

spaCy holds every word against some two hundred patterns, each time anew: a seventh of parsing. Nearly all of them look
at one word alone, so that what they say of it can be kept; the few that look at two words are asked each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from spacy.attrs import DEP, ORTH, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.pipeline.lemmatizer import Lemmatizer
from spacy.tokens._retokenize import set_token_attrs

Word = tuple[str, str, str, str, str, str, str]
"""As it stands, in small letters, lemma in small letters, part of speech, tag, relation, morphology."""

MOST = 50_000
"""Words that are remembered before all are forgotten."""


class _Run(msgspec.Struct, frozen=True):
    """A pattern of several words: the rule it is of, its words, and which of them the rule speaks of."""

    rule: int
    length: int
    target: int


class _Known(msgspec.Struct, frozen=True, gc=False):
    """A word, the runs that it may open, and the (run, place) pairs that it fits."""

    word: Word
    opens: tuple[int, ...]
    fits: tuple[tuple[int, int], ...]


class Words:
    """The words of documents with tags and relations, as the pipeline's attribute ruler and lemmatizer complete them."""

    def __init__(self, nlp: Any) -> None:
        ruler: Any = nlp.get_pipe("attribute_ruler")
        self._attrs, self._lemmatizer = ruler.attrs, nlp.get_pipe("lemmatizer")
        self._strings = nlp.vocab.strings
        self._matcher = Matcher(nlp.vocab)
        self._runs: list[_Run] = []
        self._means: dict[int, tuple[int, int]] = {}
        self._fit: dict[tuple[str, int, int, bool], list[tuple[int, int]]] = {}
        self._known: dict[tuple[int, int, int], _Known] = {}
        for rule, (entry, index) in enumerate(zip(ruler.patterns, ruler.indices, strict=True)):
            for pattern in entry["patterns"]:
                if len(pattern) == 1:
                    self._add(pattern[0], rule, -1)
                    continue
                for place, word in enumerate(pattern):
                    self._add(word, len(self._runs), place)
                self._runs.append(_Run(rule, len(pattern), index % len(pattern)))
        asked = [word["LOWER"] for rule in ruler.patterns for p in rule["patterns"] for word in p if "LOWER" in word]
        self._named = frozenset(_named(asked))
        self._spelt = [re.compile(some["REGEX"]) for some in asked if isinstance(some, dict) and "REGEX" in some]

    @classmethod
    def of(cls, nlp: Any) -> Words | None:
        """None where the pipeline completes words in another way than this knows: then spaCy's own parts have to."""
        ruler, lemmatizer = (nlp.get_pipe(name) if name in nlp.pipe_names else None for name in _PARTS)
        if type(ruler) is not AttributeRuler or not isinstance(lemmatizer, Lemmatizer):
            return None
        if lemmatizer.mode != "rule" or lemmatizer.overwrite:
            return None
        rules: Any = ruler.patterns
        words = [word for rule in rules for pattern in rule["patterns"] for word in pattern]
        if not all(key in _ASKED and _is_plain(asked) for word in words for key, asked in word.items()):
            return None
        return cls(nlp)

    def _add(self, word: dict[str, Any], number: int, place: int) -> None:
        """A pattern of one word; it stands for rule ``number`` (place -1), or for one place in run ``number``."""
        key = self._strings.add(f"{number}:{place}")
        if key not in self._means:
            self._means[key] = (number, place)
            self._matcher.add(key, [[word]])
        else:
            _, patterns = self._matcher.get(key)
            self._matcher.remove(key)
            self._matcher.add(key, [*patterns, [word]])

    def of_doc(self, doc: Any) -> list[Word]:
        """The words of one document, white space among them."""
        if len(self._known) > MOST:
            self._known.clear()
        known, found = self._known, []
        for i, key in enumerate(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist())):
            entry = known.get(key)
            if entry is None:
                entry = known[key] = self._learnt(doc, i)
            found.append(entry)
        words = [entry.word for entry in found]
        for target, rules in self._by_runs(found).items():
            words[target] = self._completed(doc, target, rules)
        return words

    def _learnt(self, doc: Any, i: int) -> _Known:
        fits = tuple(sorted(pair for pair in self._fitting(doc, i) if pair[1] >= 0))
        return _Known(self._completed(doc, i), tuple(run for run, place in fits if place == 0), fits)

    def _fitting(self, doc: Any, i: int) -> list[tuple[int, int]]:
        """The rules that hold for word ``i`` alone (place -1) and the runs' places that it fits: the same for all words
        of one tag and relation that no pattern names."""
        token = doc[i]
        word = token.lower_
        is_named = word in self._named or any(spelt.search(word) for spelt in self._spelt)
        key = (word if is_named else "", token.tag, token.dep, token.is_space)
        found = self._fit.get(key)
        if found is None:
            found = [self._means[match] for match, _, _ in self._matcher(doc[i : i + 1], allow_missing=True)]
            self._fit[key] = found
        return found

    def _by_runs(self, found: Sequence[_Known]) -> dict[int, list[int]]:
        """The rules that patterns of several words bring to bear, by the word they speak of."""
        rules: dict[int, list[int]] = {}
        for i, entry in enumerate(found):
            for number in entry.opens:
                run = self._runs[number]
                rest = found[i + 1 : i + run.length]
                if len(rest) == run.length - 1 and all((number, k) in e.fits for k, e in enumerate(rest, 1)):
                    rules.setdefault(i + run.target, []).append(run.rule)
        return rules

    def _completed(self, doc: Any, i: int, also: Sequence[int] = ()) -> Word:
        """Word ``i`` after the rules of one word and those given: a later rule has the last word, as in spaCy."""
        token = doc[i]
        for rule in sorted({*(number for number, place in self._fitting(doc, i) if place < 0), *also}):
            set_token_attrs(token, self._attrs[rule])
        lemma = token.lemma_ if token.lemma else self._lemmatizer.lemmatize(token)[0]
        return (token.text, token.lower_, lemma.lower(), token.pos_, token.tag_, token.dep_, str(token.morph))


_PARTS = ("attribute_ruler", "lemmatizer")
_ASKED = frozenset(("LOWER", "TAG", "DEP", "IS_SPACE"))
"""What patterns may ask of a word for its answer to be kept: each hangs on its letters, its tag and its relation alone."""


def _is_plain(asked: Any) -> bool:
    """Whether a pattern asks for a value, for one out of a list, or for a spelling."""
    return not isinstance(asked, dict) or set(asked) <= {"IN", "NOT_IN", "REGEX"}


def _named(asked: Iterable[str | dict[str, Any]]) -> Iterator[str]:
    """The words that patterns name."""
    for some in asked:
        if isinstance(some, str):
            yield some
        else:
            yield from (*some.get("IN", ()), *some.get("NOT_IN", ()))
