"""What the words of a source are, where they name nobody: an unnamed official, a body, several people, a paper."""

from __future__ import annotations

from itertools import takewhile

from legation.records import Actor, Annotation, Speaker, Token
from legation.records.statements import SourceMention
from legation.resolve.statements._described import NOBODY, Described
from legation.resolve.statements._mentions import Mentions
from legation.rules.speech import SpeechRules

LONGEST_ASIDE = 6
"""Words that say what a name is, up to the word for a paper, at most."""


class Wording:
    """The words of one page's sources."""

    def __init__(self, annotation: Annotation, mentions: Mentions, rules: SpeechRules) -> None:
        self._annotation = annotation
        self._mentions = mentions
        self._rules = rules

    def is_described(self, source: SourceMention, actor: Actor | None) -> bool:
        """Whether the source has no name: an unnamed official, witnesses, "people familiar with the talks"."""
        head = self._kind_of(source)
        if head.pos == "PROPN" or head.lemma not in self._rules.anonymous_nouns:
            return False
        if actor is not None and (actor.name is not None or actor.kind in ("country", "organisation")):
            return False
        # "the minister" holds an office that somebody may name; "a minister" does not want to be named.
        return head.lemma not in self._rules.held_offices or head.tag == "NNS" or self._is_indefinite(source)

    def _kind_of(self, source: SourceMention) -> Token:
        """The noun that says what the source is: "sources" in "one of the sources"."""
        head = self._annotation.tokens[source.head]
        if head.pos in ("NUM", "DET", "PRON"):
            of = next((c for c in self._annotation.children(head.i, "prep") if c.lower == "of"), None)
            kind = self._annotation.child(of.i, "pobj") if of is not None else None
            return kind or head
        return head

    def _is_indefinite(self, source: SourceMention) -> bool:
        determiner = self._annotation.child(source.head, "det", "nummod")
        return determiner is not None and determiner.lower in self._rules.numbers

    def is_person_of(self, source: SourceMention, actor: Actor) -> bool:
        """Whether somebody was taken for a body: "a Treasury spokesman"."""
        head = self._annotation.tokens[source.head]
        return head.tag == "NN" and head.lemma in self._rules.persons and head.lower in _words_of(actor)

    def is_outlet_beside(self, source: SourceMention) -> bool:
        """Whether what stands in apposition calls a name a paper, a ministry or a firm."""
        head = self._annotation.tokens[source.head]
        beside = self._annotation.child(head.i, "appos") if head.pos == "PROPN" else None
        if head.pos == "PROPN" and (beside is None or beside.pos != "NOUN"):
            return self._is_called_outlet(head)
        return (
            beside is not None
            and beside.pos == "NOUN"
            and beside.lemma in self._rules.outlets | self._rules.named_bodies
        )

    def name_of_outlet(self, source: SourceMention) -> SourceMention | None:
        """The name just before a source that only says which paper or agency it is: "Petra, the state news agency, which"."""
        tokens, head = self._annotation.tokens, self._annotation.tokens[source.head]
        first = self._annotation.tokens_in(source.start, source.end)[0]
        if first.i < 2 or first.tag != "DT" or tokens[first.i - 1].text != ",":
            return None
        name = tokens[first.i - 2]
        is_outlet = head.lemma in self._rules.outlets | {"agency"} and head.dep == "appos"
        is_name = name.pos == "PROPN" and name.sentence == first.sentence
        return SourceMention(name.start, name.end, name.i) if is_outlet and is_name else None

    def _is_called_outlet(self, head: Token) -> bool:
        """Whether a noun phrase between commas behind a name ends in the word for a paper, whatever the parser makes of it:
        "Informer, a Belgrade daily near to Berg"."""
        behind = self._annotation.tokens[head.i + 1 : head.i + 2 + LONGEST_ASIDE]
        if len(behind) < 3 or behind[0].text != "," or behind[1].tag != "DT":
            return False
        words = takewhile(lambda t: t.pos in ("NOUN", "PROPN", "ADJ") or t.lower in self._rules.outlets, behind[2:])
        last = list(words)[-1:]
        return bool(last) and last[0].lower in self._rules.outlets

    def body_beside(self, source: SourceMention) -> str | None:
        """The name of "West African bloc ECOWAS", "British carmaker Lumo": what follows or ends the word for a body."""
        tokens, rules = self._annotation.tokens, self._rules
        head = tokens[source.head]
        known = rules.firms | rules.outlets | rules.named_bodies
        after = tokens[head.i + 1] if head.i + 1 < len(tokens) else head
        is_written = after.text.isupper() or (after.pos == "PROPN" and after.dep in ("appos", "dep", "nmod"))
        if head.pos == "NOUN" and head.lemma in known and len(after.text) > 2 and is_written:
            return after.text
        before = tokens[head.i - 1] if head.i else head
        is_name = head.pos == "PROPN" and before.pos == "NOUN" and before.lemma in known and before.head == head.i
        return head.text if is_name and before.start >= source.start else None

    def only_described(self, source: SourceMention, state: str | None = None) -> Described:
        """The page's words for who has no name there: "the committee", "police", "many Democrats"."""
        head = self._annotation.tokens[source.head]
        if head.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "X") and head.lower not in self._rules.somebody:
            return NOBODY
        words = self._annotation.text[source.start : source.end]
        if head.lemma in self._rules.documents or head.lemma in self._rules.nouns:
            return Described(Speaker(), words)
        first = self._annotation.tokens_in(source.start, source.end)[0]
        is_open = head.tag == "NNS" and first.lower not in self._rules.resuming
        is_person = head.lemma in self._rules.persons and (is_open or self._is_indefinite(source))
        is_unnamed = is_person or head.lower in self._rules.somebody
        is_side = is_person or head.lemma in self._rules.sides
        country = self._mentions.country_within(source, ("country", "adjective", "capital")) if is_side else None
        country = country or (state if is_side else None)
        return Described(Speaker(country=country), words, is_unnamed)

    def group(self, source: SourceMention, actor: Actor) -> Described:
        """Several at once who have no name: the page's words for them, for a pronoun those that it takes up."""
        if self._annotation.tokens[source.head].pos != "PRON":
            return self.only_described(source, actor.country)
        first = self._mentions.first_words(actor)
        if first is None or first.start >= source.start:
            return NOBODY
        return Described(Speaker(), self._annotation.text[first.start : first.end])


def _words_of(actor: Actor) -> list[str]:
    return (actor.organisation or "").lower().split()
