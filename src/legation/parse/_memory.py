"""What the pipeline's networks make of a word before they look at its neighbours, remembered.

A network first turns each word's spelling into a vector, the same wherever the word stands: a third of its work, done anew
for every "the". A vector is computed alone, in no batch, so that it never hangs on what was read before.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy
from thinc.api import Model

MOST = 20_000
"""Words that are remembered before all are forgotten."""

_MIX = numpy.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], dtype="uint64")


def remember_words(model: Any) -> None:
    """Has every network in ``model`` that embeds words by their spelling look up those it has met."""
    for node in list(model.walk()) if isinstance(model, Model) else ():
        for i, layer in enumerate(node.layers):
            if _is_embedding(layer):
                node._layers[i] = _remembering(layer)


def _is_embedding(layer: Any) -> bool:
    """Whether a layer is spaCy's MultiHashEmbed: columns of a document, hashed, put together and mixed."""
    parts = [part.name for part in layer.layers]
    return (
        len(parts) == 5
        and (parts[0], parts[1], parts[4]) == ("extract_features", "list2ragged", "ragged2list")
        and len(layer.layers[0].attrs["columns"]) == len(_MIX)
        and parts[3].startswith("with_array(maxout>>layernorm")
    )


def _remembering(embedding: Any) -> Any:
    return Model("remembered_words", _Memory(embedding), layers=[embedding], dims={"nO": embedding.maybe_get_dim("nO")})


class _Memory:
    """The forward pass of an embedding, by look-up."""

    def __init__(self, embedding: Any) -> None:
        self._columns = embedding.layers[0].attrs["columns"]
        self._hashed = embedding.layers[2].layers[0]
        mixed = {part.name: part for part in embedding.layers[3].walk()}
        self._maxout, self._norm = mixed["maxout"], mixed["layernorm"]
        self._rows: dict[int, int] = {}
        self._vectors = numpy.zeros((1024, embedding.get_dim("nO")), dtype="float32")

    def __call__(self, model: Any, docs: list[Any], is_train: bool) -> tuple[list[Any], Any]:
        if len(self._rows) > MOST:
            self._rows.clear()
        spelt = [doc.to_array(self._columns) for doc in docs]
        found = [self._vectors_of(columns) for columns in spelt]
        return found, _no_training

    def _vectors_of(self, columns: Any) -> Any:
        keys = (columns * _MIX).sum(axis=1).tolist()
        rows = self._rows
        new = {key: i for i, key in enumerate(keys) if key not in rows}
        if new:
            self._learn(list(new), columns[list(new.values())])
        return self._vectors[[rows[key] for key in keys]]

    def _learn(self, keys: list[int], columns: Any) -> None:
        hashed = self._hashed.predict(columns)
        first = len(self._rows)
        while first + len(keys) > len(self._vectors):
            self._vectors = numpy.concatenate([self._vectors, numpy.zeros_like(self._vectors)])
        weights, bias = self._maxout.get_param("W"), self._maxout.get_param("b")
        flat, sums = weights.reshape(-1, weights.shape[-1]), numpy.empty((len(keys), bias.size), dtype="float32")
        for row, out in zip(hashed, sums, strict=True):
            numpy.dot(flat, row, out=out)
        sums += bias.reshape(-1)
        best = sums.reshape(len(keys), *bias.shape).max(axis=2)
        self._vectors[first : first + len(keys)] = self._norm.predict(best)
        self._rows.update(zip(keys, range(first, first + len(keys)), strict=True))


def _no_training(_: Any) -> Iterator[Any]:
    raise NotImplementedError
