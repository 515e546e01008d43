"""spaCy's documents -> our own annotation, by columns: asking each token for each attribute takes three times as long."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import msgspec
import numpy
from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, LOWER, MORPH, ORTH, POS, SENT_START, TAG

from legation.parse._headed import with_places_before_colons
from legation.parse._sources import with_sources
from legation.parse._words import Word
from legation.records import Annotation, Entity, Sentence, Token

_WORDS = [ORTH, LOWER, LEMMA, POS, TAG, DEP, MORPH]
_NUMBERS = [IDX, LENGTH, HEAD, IS_SPACE]

Span = tuple[int, int, str]


class Grammar(msgspec.Struct, frozen=True):
    """What the parser found in one piece of text, one entry a token; nothing of it is spaCy's.

    ``heads`` are distances; ``sentences`` are (first token, behind the last, root).
    """

    starts: list[int]
    lengths: list[int]
    heads: list[int]
    spaces: list[int]
    words: list[Word]
    sentences: list[tuple[int, int, int]]


def grammar_of(doc: Any, words: list[Word]) -> Grammar:
    """The grammar of a parsed document whose words are these."""
    starts, lengths, heads, spaces = doc.to_array(_NUMBERS).astype("int64").T.tolist()
    return Grammar(starts, lengths, heads, spaces, words, [(s.start, s.end, s.root.i) for s in doc.sents])


def with_subjects(grammar: Grammar, presents: Collection[str]) -> Grammar:
    """The grammar, with a name right before what a sentence hangs on made its subject and that a verb, where the parser took
    a present for a plural: "Novak lands in Lima". ``presents`` are those that it takes so."""
    words = grammar.words
    for first, last, root in grammar.sentences:
        if not (first < root < last - 1 and grammar.heads[root - 1] == 1):
            continue
        name, verb = words[root - 1], words[root]
        is_plural = verb[4] == "NNS" and verb[1] in presents and words[root + 1][4] in ("IN", "TO") and name[3] == "PROPN"
        is_attribute = name[5] in ("amod", "compound") and not _has_subject(grammar, root, range(first, last))
        is_name = name[3] == "PROPN" or name[0].istitle()
        if not is_name or not (is_attribute or (is_plural and name[5] == "nsubj")):
            continue
        if not (is_plural or verb[4] == "VBZ"):
            continue
        words = list(words)
        words[root - 1] = (*name[:3], "PROPN", "NNP", "nsubj", name[6])
        words[root] = (*verb[:3], "VERB", "VBZ", *verb[5:])
    return msgspec.structs.replace(grammar, words=words)


def with_asked(grammar: Grammar, asking: Collection[str]) -> Grammar:
    """The grammar, with what somebody is asked to do hung on the asking as where he has no apposition, though the parser takes
    it for a purpose: "invited the President, Bo Oe, to visit Lima". ``asking`` are the lemmas of such verbs."""
    words, heads = grammar.words, grammar.heads
    for i, word in enumerate(words):
        above = i + heads[i]
        if word[5] != "advcl" or word[4] != "VB" or words[above][2] not in asking or above > i:
            continue
        to = next((k for k in range(above + 1, i) if k + heads[k] == i and words[k][1] == "to"), None)
        whom = next((k for k in range(above + 1, i) if k + heads[k] == above and words[k][5] == "dobj"), None)
        if to is None or whom is None or words[to - 1][0] != ",":
            continue
        if any(words[k][0] == "," for k in range(whom + 1, to - 1)):
            words = [*words[:i], (*word[:5], "xcomp", *word[6:]), *words[i + 1 :]]
    return msgspec.structs.replace(grammar, words=words)


def with_objects(grammar: Grammar, nouns: Collection[str]) -> Grammar:
    """The grammar, with a noun right behind a name made the object that the parser took the name for: "cancels Chile trip".
    ``nouns`` are those."""
    words, heads = grammar.words, grammar.heads
    for i in range(1, len(words)):
        word, name = words[i], words[i - 1]
        is_loose = word[1] in nouns and word[4] == "NN" and word[5] in ("dep", "npadvmod")
        if is_loose and name[3] == "PROPN" and name[5] == "dobj" and heads[i - 1] == heads[i] + 1:
            words = [*words[: i - 1], (*name[:5], "compound", name[6]), (*word[:5], "dobj", word[6]), *words[i + 1 :]]
            heads = [*heads[: i - 1], 1, *heads[i:]]
    return msgspec.structs.replace(grammar, words=words, heads=heads)


def _has_subject(grammar: Grammar, root: int, span: range) -> bool:
    return any(i + grammar.heads[i] == root and grammar.words[i][5] in ("nsubj", "nsubjpass") for i in span)


def words_of(doc: Any, strings: dict[int, str]) -> list[Word]:
    """The words of a document that spaCy has completed; ``strings`` keeps what codes stand for from one to the next."""
    columns = [_said(codes, doc.vocab.strings, strings) for codes in doc.to_array(_WORDS).T.tolist()]
    return [
        (orth, lower, lemma.lower(), pos, tag, dep, "" if morph == "_" else morph)
        for orth, lower, lemma, pos, tag, dep, morph in zip(*columns, strict=True)
    ]


def names_of(doc: Any) -> list[Span]:
    """The named spans of a document: first token, behind the last, label."""
    return [(ent.start, ent.end, ent.label_) for ent in doc.ents]


def with_sentences(doc: Any, grammar: Grammar) -> Any:
    """``doc``, the same text in words only, with the sentences that were found in it: no name runs across them."""
    marks = numpy.full(len(doc), -1, dtype="int64")
    marks[[first for first, _, _ in grammar.sentences]] = 1
    return doc.from_array([SENT_START], marks.astype("uint64")[:, None])


def annotation_of(
    text: str,
    pieces: Sequence[tuple[int, int, int]],
    found: Sequence[tuple[Grammar, Sequence[Span]]],
    model: str,
    telling: Collection[str],
) -> Annotation:
    """The annotation of ``text``; ``found`` is what was found in each of its ``pieces`` (start, end, number of the block),
    ``telling`` the verbs of saying."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    entities: list[Entity] = []
    for (offset, _, block), (grammar, names) in zip(pieces, found, strict=True):
        _add(grammar, names, offset, block, tokens, sentences, entities)
    tokens, sentences = with_sources(tokens, sentences, telling)
    tokens = with_places_before_colons(tokens, sentences, entities)
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
    grammar: Grammar,
    names: Sequence[Span],
    offset: int,
    block: int,
    tokens: list[Token],
    sentences: list[Sentence],
    entities: list[Entity],
) -> None:
    # White space tokens carry no grammar; dropping them keeps token distance equal to word distance.
    number: dict[int, int] = {}
    for i, is_space in enumerate(grammar.spaces):
        if not is_space:
            number[i] = len(tokens) + len(number)
    entity_of: dict[int, int] = {}
    for first, last, label in names:
        inside = [number[i] for i in range(first, last) if i in number]
        if inside:
            entity_of.update(dict.fromkeys(inside, len(entities)))
            entities.append(Entity(inside[0], inside[-1] + 1, label))
    starts, lengths, heads, words = grammar.starts, grammar.lengths, grammar.heads, grammar.words
    for first, last, head in grammar.sentences:
        inside = [i for i in range(first, last) if i in number]
        if not inside:
            continue
        root, sentence = number.get(head, number[inside[0]]), len(sentences)
        for i in inside:
            start, n = offset + starts[i], number[i]
            orth, lower, lemma, pos, tag, dep, morph = words[i]
            above, name = number.get(i + heads[i], root), entity_of.get(n, -1)
            tokens.append(
                Token(n, start, start + lengths[i], orth, lower, lemma, pos, tag, dep, above, sentence, name, morph)
            )
        sentences.append(Sentence(number[inside[0]], number[inside[-1]] + 1, root, block))


def _said(codes: list[int], store: Any, known: dict[int, str]) -> list[str]:
    """What codes stand for."""
    found = []
    for code in codes:
        word = known.get(code)
        if word is None:
            word = known[code] = store[code]
        found.append(word)
    return found
