"""Who says it, at the end of a sentence: "will meet the Kenyan president, a spokeswoman for the premier said".

A parser trained on other news takes such a source for one more apposition of the name before it, and at times that name
for the subject of the saying, so that nobody is met. What is told apart here is told by commas alone: an apposition that
stands right before the verb is closed by a comma, a subject is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from msgspec.structs import replace

from legation.records import Sentence, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_APPOSED = frozenset({"appos", "conj"})
_TAKES = {"VERB": "dobj", "AUX": "dobj", "ADP": "pobj"}
"""What a name right behind a word is to it."""


Extents = Sequence[tuple[int, int]]
"""Token bounds of what hangs on each token of a sentence, from the sentence's first token on."""


def with_sources(
    tokens: Sequence[Token], sentences: Sequence[Sentence], telling: Collection[str]
) -> tuple[list[Token], list[Sentence]]:
    """The tokens and sentences, with verbs of saying (lemmas ``telling``) given the subject that was taken for an apposition."""
    mended, ruled = list(tokens), list(sentences)
    for number, sentence in enumerate(sentences):
        extents: Extents = ()
        for i in range(sentence.first, sentence.last):
            if mended[i].lemma not in telling or mended[i].tag not in _FINITE:
                continue
            named = _apposed_before(mended, sentence, mended[i])
            if not named:
                continue
            extents = extents or _extents(mended, sentence)
            source = _source(mended, sentence, mended[i], named, extents)
            freed = _freed(mended, sentence, mended[i], source, extents) if source is not None else ()
            if freed:
                _put(freed, mended)
                raised, ruled[number] = _ruled_by(mended, sentence, mended[i])
                _put(raised, mended)
                extents = ()  # they are of the old heads
    return mended, ruled


def _apposed_before(tokens: Sequence[Token], sentence: Sentence, verb: Token) -> list[Token]:
    """What hangs on a noun before it as a further name of it, nearest to the verb first."""
    before = reversed(tokens[sentence.first : verb.i])
    return [t for t in before if t.dep in _APPOSED and t.pos in {"NOUN", "PROPN"} and t.head <= t.i]


def _source(
    tokens: Sequence[Token], sentence: Sentence, verb: Token, named: Sequence[Token], extents: Extents
) -> Token | None:
    """What opens with a comma and runs up to the verb; with a name of its own in commas, up to that ("his spokesman, X, said")."""
    is_closed = tokens[verb.i - 1].text == ","
    end = verb.i - is_closed
    for token in named:
        first, last = _extent(tokens, sentence, token, extents)
        if first == sentence.first or tokens[first - 1].text != "," or last not in {end, verb.i}:
            continue
        if not is_closed:
            return token
        above = tokens[token.head]
        opens, _ = _extent(tokens, sentence, above, extents)
        is_named = {token.pos, above.pos} == {"NOUN", "PROPN"} and above.dep in _APPOSED
        return above if is_named and opens > sentence.first and tokens[opens - 1].text == "," else None
    return None


def _freed(
    tokens: Sequence[Token], sentence: Sentence, verb: Token, source: Token, extents: Extents
) -> tuple[Token, ...]:
    """The source as the verb's subject, where it has none, or only the name that the source was hung on; that name then goes
    to the word before it. Nothing where the verb has another subject."""
    subject = next((t for t in tokens[sentence.first : verb.i] if t.head == verb.i and t.dep in {"nsubj", "nsubjpass"}), None)
    said_by = replace(source, head=verb.i, dep="nsubj")
    if subject is None:
        return (said_by,)
    place = _place(tokens, sentence, subject, extents) if subject.i in _above(tokens, source) else None
    return (replace(subject, head=place[0], dep=place[1]), said_by) if place is not None else ()


def _place(tokens: Sequence[Token], sentence: Sentence, name: Token, extents: Extents) -> tuple[int, str] | None:
    """What a name is to the word right before it, or before a comma to the office there: head and relation."""
    first, _ = _extent(tokens, sentence, name, extents)
    before = tokens[sentence.first : first]
    if before and before[-1].text == "," and name.pos == "PROPN":
        ending = (t for t in before if t.pos == "NOUN" and t.dep in {"dobj", "pobj"})
        office = next((t for t in ending if _extent(tokens, sentence, t, extents)[1] == first - 1), None)
        return (office.i, "appos") if office is not None else None
    relation = _TAKES.get(before[-1].pos) if before else None
    return (before[-1].i, relation) if relation is not None else None


def _put(changed: Sequence[Token], tokens: list[Token]) -> None:
    for token in changed:
        tokens[token.i] = token


def _above(tokens: Sequence[Token], token: Token) -> set[int]:
    """The tokens that ``token`` hangs on, up to the sentence's root."""
    found: set[int] = set()
    while token.head not in found and token.head != token.i:
        found.add(token.head)
        token = tokens[token.head]
    return found


def _ruled_by(tokens: Sequence[Token], sentence: Sentence, verb: Token) -> tuple[tuple[Token, ...], Sentence]:
    """What changes where the verb of saying stands at the sentence's top and what is said below it: tokens and sentence."""
    root = tokens[sentence.root]
    if root.i >= verb.i:
        return (), sentence
    changed = (replace(verb, head=verb.i, dep="ROOT"), replace(root, head=verb.i, dep="ccomp"))
    return changed, replace(sentence, root=verb.i)


def _extents(tokens: Sequence[Token], sentence: Sentence) -> Extents:
    """First and last token of everything below and including each token of a sentence: every token tells the one above it
    once all below have told it."""
    inside = tokens[sentence.first : sentence.last]
    bounds = [(t.i, t.i) for t in inside]
    untold = Counter(t.head for t in inside)
    ready = [t.i for t in inside if not untold[t.i]]
    while ready:
        i = ready.pop()
        above = tokens[i].head
        (first, last), (low, high) = bounds[i - sentence.first], bounds[above - sentence.first]
        bounds[above - sentence.first] = (min(first, low), max(last, high))
        untold[above] -= 1
        if not untold[above]:
            ready.append(above)
    return bounds


def _extent(tokens: Sequence[Token], sentence: Sentence, token: Token, extents: Extents) -> tuple[int, int]:
    """Token bounds of everything below and including ``token``, what follows not counted that is a comma."""
    first, last = extents[token.i - sentence.first]
    return first, last + (tokens[last].text != ",")
