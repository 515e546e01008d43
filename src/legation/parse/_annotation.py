"""spaCy's documents -> our own annotation, by columns: asking each token for each attribute takes three times as long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, LOWER, MORPH, ORTH, POS, TAG

from legation.records import Annotation, Entity, Sentence, Token

_COLUMNS = [IDX, LENGTH, ORTH, LOWER, LEMMA, POS, TAG, DEP, HEAD, MORPH, IS_SPACE]


def annotation_of(text: str, pieces: list[tuple[int, int, int]], docs: Iterable[Any], model: str) -> Annotation:
    """The annotation of ``text``, whose ``pieces`` (start, end, number of the block) ``docs`` are."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    strings: dict[int, str] = {}
    for (offset, _, block), doc in zip(pieces, docs, strict=True):
        _add(doc, offset, block, tokens, sentences, entities, strings)
    dependants: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            dependants[token.head].append(token.i)
    return Annotation(
        text=text,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        entities=tuple(entities),
        dependants=tuple(map(tuple, dependants)),
        starts=tuple(t.start for t in tokens),
        model=model,
    )


def _add(
    doc: Any,
    offset: int,
    block: int,
    tokens: list[Token],
    sentences: list[Sentence],
    entities: list[Entity],
    strings: dict[int, str],
) -> None:
    columns = doc.to_array(_COLUMNS)
    spaces = columns[:, 10].tolist()
    # White space tokens carry no grammar; dropping them keeps token distance equal to word distance.
    number: dict[int, int] = {}
    for i, is_space in enumerate(spaces):
        if not is_space:
            number[i] = len(tokens) + len(number)
    entity_of: dict[int, int] = {}
    for ent in doc.ents:
        inside = [number[i] for i in range(ent.start, ent.end) if i in number]
        if inside:
            entity_of.update(dict.fromkeys(inside, len(entities)))
            entities.append(Entity(inside[0], inside[-1] + 1, ent.label_))
    starts, lengths = columns[:, 0].tolist(), columns[:, 1].tolist()
    heads = columns[:, 8].astype("int64").tolist()
    words = [_said(columns[:, k].tolist(), doc.vocab.strings, strings) for k in (2, 3, 4, 5, 6, 7)]
    morphs = _said(columns[:, 9].tolist(), doc.vocab.strings, strings)
    for first, last, head in _bounds(doc):
        inside = [i for i in range(first, last) if i in number]
        if not inside:
            continue
        root = number.get(head, number[inside[0]])
        for i in inside:
            start = offset + starts[i]
            n = number[i]
            tokens.append(
                Token(
                    n,
                    start,
                    start + lengths[i],
                    words[0][i],
                    words[1][i],
                    words[2][i].lower(),
                    words[3][i],
                    words[4][i],
                    words[5][i],
                    number.get(i + heads[i], root),
                    len(sentences),
                    entity_of.get(n, -1),
                    "" if morphs[i] == "_" else morphs[i],
                )
            )
        sentences.append(Sentence(number[inside[0]], number[inside[-1]] + 1, root, block))


def _bounds(doc: Any) -> Iterator[tuple[int, int, int]]:
    for sentence in doc.sents:
        yield sentence.start, sentence.end, sentence.root.i


def _said(codes: list[int], store: Any, known: dict[int, str]) -> list[str]:
    """What codes stand for."""
    found = []
    for code in codes:
        word = known.get(code)
        if word is None:
            word = known[code] = store[code]
        found.append(word)
    return found
