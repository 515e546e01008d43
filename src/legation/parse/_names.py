"""spaCy's recogniser of names, run over all words at once: it finds what spaCy's own loop finds, in a third of the time.

spaCy asks word by word which move to make, each a small product of matrices. But where no name is open, a move hangs on
the word alone; so the moves of all words are scored together, and only the words inside a name one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
from spacy.attrs import IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer

Span = tuple[int, int, str]

_FEATURES = 3
"""What a move is scored by: the word, the first word of the open name, the word before in it."""


class Names:
    """The names in documents whose sentences are known, by the weights of spaCy's own recogniser."""

    def __init__(self, pipe: Any) -> None:
        model = pipe.model
        self._tok2vec = model.get_ref("tok2vec")
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        self._ops = lower.ops
        weights = lower.get_param("W")
        self._hidden, self._pieces = weights.shape[1:3]
        self._lower = weights.reshape(-1, weights.shape[3])
        self._bias = lower.get_param("b").reshape(-1)
        self._padding = lower.get_param("pad").reshape(_FEATURES, -1)
        self._upper, self._upper_bias = upper.get_param("W"), upper.get_param("b")
        names = [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]
        self._moves = [(name[0], name[2:]) for name in names]
        self._goes_on = {
            label: [i for i, (move, other) in enumerate(self._moves) if move in "IL" and other == label]
            for _, label in self._moves
            if label
        }
        self._outside = numpy.array([move in "BUO" for move, _ in self._moves])
        self._begins = numpy.array([move == "B" for move, _ in self._moves])
        self._named = numpy.array([move in "BU" for move, _ in self._moves])

    @classmethod
    def of(cls, pipe: Any) -> Names | None:
        """None where the recogniser is of another build than this knows: then spaCy's own loop has to find the names."""
        if type(pipe) is not EntityRecognizer or pipe.cfg.get("beam_width") != 1:
            return None
        model = pipe.model
        if model.name != "parser_model" or not model.attrs.get("has_upper") or model.attrs.get("unseen_classes"):
            return None
        if model.get_ref("lower").get_dim("nF") != _FEATURES:
            return None
        return cls(pipe)

    def find(self, docs: Sequence[Any]) -> list[list[Span]]:
        """The named spans of each document, in order: first token, behind the last, label."""
        features = self._features(docs)
        spaces, starts = (
            numpy.concatenate([doc.to_array(attribute) == 1 for doc in docs]) for attribute in (IS_SPACE, SENT_START)
        )
        ends = numpy.cumsum([len(doc) for doc in docs])
        is_last = numpy.append(starts[1:], True)
        is_last[ends[ends > 0] - 1] = True
        closed = features[:, 0] + self._padding[1] + self._padding[2] + self._bias
        scores = self._scores(closed)
        scores[:, ~self._outside] = -numpy.inf
        scores[numpy.ix_(is_last, self._begins)] = -numpy.inf
        scores[numpy.ix_(spaces, self._named)] = -numpy.inf
        best = scores.argmax(axis=1).tolist() if len(scores) else []
        return [
            [
                (first - end + len(doc), last - end + len(doc), label)
                for first, last, label in self._walk(best, features, is_last, end - len(doc), end)
            ]
            for doc, end in zip(docs, ends.tolist(), strict=True)
        ]

    def _features(self, docs: Sequence[Any]) -> Any:
        """What each word adds to a move's score, in each of the three roles."""
        vectors = self._tok2vec.predict(docs)
        return self._ops.gemm(vectors, self._lower, trans2=True).reshape(len(vectors), _FEATURES, -1)

    def _scores(self, sums: Any) -> Any:
        hidden = sums.reshape(-1, self._hidden, self._pieces).max(axis=2)
        return hidden @ self._upper.T + self._upper_bias

    def _walk(self, best: list[int], features: Any, is_last: Any, i: int, end: int) -> list[Span]:
        """The names among the words from ``i`` to ``end``."""
        found = []
        while i < end:
            move, label = self._moves[best[i]]
            first = i
            if move == "B":
                i += 1
                while not self._closes(features, first, i, label, is_last=is_last[i]):
                    i += 1
            i += 1
            if label:
                found.append((first, i, label))
        return found

    def _closes(self, features: Any, first: int, i: int, label: str, *, is_last: bool) -> bool:
        """Whether the name that began at ``first`` ends with word ``i``."""
        if is_last:
            return True
        sums = features[i, 0] + features[first, 1] + features[i - 1, 2] + self._bias
        hidden = sums.reshape(self._hidden, self._pieces).max(axis=1)
        choices = self._goes_on[label]
        scores = self._upper[choices] @ hidden + self._upper_bias[choices]
        return bool(self._moves[choices[int(scores.argmax())]][0] == "L")
