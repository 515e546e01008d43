"""Who says it, at the end of a sentence: "will meet the Kenyan president, a spokeswoman for the premier said".

A parser trained on other news takes such a source for one more apposition of the name before it, and at times that name
for the subject of the saying, so that nobody is met. What is told apart here is told by commas alone: an apposition that
stands right before the verb is closed by a comma, a subject is not.
"""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from legation.records import Sentence, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_APPOSED = frozenset({"appos", "conj"})
_TAKES = {"VERB": "dobj", "AUX": "dobj", "ADP": "pobj"}
"""What a name right behind a word is to it."""


def with_sources(tokens: list[Token], sentences: list[Sentence], telling: Collection[str]) -> None:
    """Gives verbs of saying (lemmas ``telling``) the subject that was taken for an apposition, in place."""
    for number, sentence in enumerate(sentences):
        for verb in tokens[sentence.first : sentence.last]:
            if verb.lemma in telling and verb.tag in _FINITE:
                source = _source(tokens, sentence, verb)
                if source is not None and _is_freed(tokens, sentence, verb, source):
                    tokens[source.i] = replace(source, head=verb.i, dep="nsubj")
                    sentences[number] = _ruled_by(tokens, sentence, tokens[verb.i])


def _source(tokens: list[Token], sentence: Sentence, verb: Token) -> Token | None:
    """What opens with a comma and runs up to the verb; with a name of its own in commas, up to that ("his spokesman, X, said")."""
    before = tokens[sentence.first : verb.i]
    is_closed = bool(before) and before[-1].text == ","
    end = verb.i - is_closed
    for token in reversed(before):
        if token.dep not in _APPOSED or token.pos not in {"NOUN", "PROPN"} or token.head > token.i:
            continue
        first, last = _extent(tokens, sentence, token)
        if first == sentence.first or tokens[first - 1].text != "," or last not in {end, verb.i}:
            continue
        if not is_closed:
            return token
        above = tokens[token.head]
        opens, _ = _extent(tokens, sentence, above)
        is_named = {token.pos, above.pos} == {"NOUN", "PROPN"} and above.dep in _APPOSED
        return above if is_named and opens > sentence.first and tokens[opens - 1].text == "," else None
    return None


def _is_freed(tokens: list[Token], sentence: Sentence, verb: Token, source: Token) -> bool:
    """Whether the verb has no subject, or only the name that the source was hung on, which then goes to the word before it."""
    subject = next((t for t in tokens[sentence.first : verb.i] if t.head == verb.i and t.dep in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        return True
    place = _place(tokens, sentence, subject) if subject.i in _above(tokens, source) else None
    if place is None:
        return False
    tokens[subject.i] = replace(subject, head=place[0], dep=place[1])
    return True


def _place(tokens: list[Token], sentence: Sentence, name: Token) -> tuple[int, str] | None:
    """What a name is to the word right before it, or before a comma to the office there: head and relation."""
    first, _ = _extent(tokens, sentence, name)
    before = tokens[sentence.first : first]
    if before and before[-1].text == "," and name.pos == "PROPN":
        ending = (t for t in before if t.pos == "NOUN" and t.dep in {"dobj", "pobj"})
        office = next((t for t in ending if _extent(tokens, sentence, t)[1] == first - 1), None)
        return (office.i, "appos") if office is not None else None
    relation = _TAKES.get(before[-1].pos) if before else None
    return (before[-1].i, relation) if relation is not None else None


def _above(tokens: list[Token], token: Token) -> set[int]:
    """The tokens that ``token`` hangs on, up to the sentence's root."""
    found: set[int] = set()
    while token.head not in found and token.head != token.i:
        found.add(token.head)
        token = tokens[token.head]
    return found


def _ruled_by(tokens: list[Token], sentence: Sentence, verb: Token) -> Sentence:
    """The sentence with the verb of saying at its top and what is said below it."""
    root = tokens[sentence.root]
    if root.i >= verb.i:
        return sentence
    tokens[verb.i] = replace(verb, head=verb.i, dep="ROOT")
    tokens[root.i] = replace(root, head=verb.i, dep="ccomp")
    return replace(sentence, root=verb.i)


def _extent(tokens: list[Token], sentence: Sentence, token: Token) -> tuple[int, int]:
    """Token bounds of everything below and including ``token``, what follows not counted that is a comma."""
    inside = {token.i}
    grows = True
    while grows:
        found = {t.i for t in tokens[sentence.first : sentence.last] if t.head in inside} - inside
        inside |= found
        grows = bool(found)
    last = max(inside)
    return min(inside), last + (tokens[last].text != ",")
