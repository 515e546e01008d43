"""Whom a name stands for: a person of the page's cast, or a body or a person whom only the page's words name."""

from __future__ import annotations

from legation.records import Actor, Annotation, Cast, Speaker, Token
from legation.records.statements import SourceMention
from legation.resolve.statements import _named_before as named_before
from legation.resolve.statements._described import speaker_of
from legation.resolve.statements._mentions import Mentions
from legation.rules.speech import SpeechRules

LONGEST_QUOTATION = 6
"""Sentences of a quotation before the pronoun of whoever says it, at most."""


class Names:
    """The names of one page."""

    def __init__(self, annotation: Annotation, cast: Cast, mentions: Mentions, rules: SpeechRules) -> None:
        self._annotation = annotation
        self._mentions = mentions
        self._rules = rules
        self._places: dict[str, Actor] = {}
        for m in cast.mentions:
            if m.form in ("country", "capital") and m.actor is not None:
                self._places.setdefault(annotation.text[m.start : m.end].lower(), cast.actors[m.actor])
        self._in_full = {
            tokens[i].text: tokens[i - 2]
            for tokens in (annotation.tokens,)
            for i in range(2, len(tokens) - 1)
            if tokens[i - 1].text == "(" and tokens[i + 1].text == ")" and _is_short(tokens[i])
        }
        self._by_name: dict[str, list[Actor]] = {}
        for actor in cast.actors:
            if actor.kind == "person" and actor.name:
                for word in set(actor.name.split()):
                    self._by_name.setdefault(word, []).append(actor)

    def of_one_word(self, head: Token) -> Actor | None:
        """The only person of the page with that word as a name of theirs: "Somchai" after "Somchai Petchra"."""
        if head.pos != "PROPN" or not head.text[:1].isupper() or len(head.text) < 3:
            return None
        before = self._annotation.children(head.i, "compound")
        if any(t.lower.strip(".") not in self._rules.honorifics for t in before):
            return None
        name = head.text.title() if head.text.isupper() else head.text
        named = self._by_name.get(name, [])
        return named[0] if len(named) == 1 else None

    def in_full(self, head: Token) -> SourceMention | None:
        """The name for which the page has given initials: "the MEA" after "the Ministry of External Affairs (MEA)"."""
        last = self._in_full.get(head.text) if _is_short(head) else None
        if last is None or last.i > head.i:
            return None
        while last.dep == "pobj" and self._annotation.tokens[last.head].lower in ("of", "for"):
            # "the Ministry of ..."
            noun = self._annotation.tokens[self._annotation.tokens[last.head].head]
            if noun.pos != "PROPN":
                break
            last = noun
        return SourceMention(last.start, last.end, last.i)

    def in_sentence_before(self, source: SourceMention, mentions: Mentions) -> Speaker | None:
        """Whom the sentence before is about by a name that the cast does not know there, for a pronoun that begins its own:
        "Najib faces trial. He denies it". A name of nobody else's on the page leaves the speaker open."""
        pronoun = self._annotation.tokens[source.head]
        number = self._opening(pronoun)
        if number is None or self._rules.pronouns.get(pronoun.lower) not in ("m", "f"):
            return None
        here, before = self._annotation.sentences[number], self._annotation.sentences[number - 1]
        who = self._annotation.child(before.root, "nsubj")
        if before.block != here.block or who is None or who.pos != "PROPN" or len(who.text) < 3:
            return None
        if mentions.actor(SourceMention(who.start, who.end, who.i)) is not None:
            return None
        if (known := self.of_one_word(who)) is not None:
            return speaker_of(known)
        label = self._annotation.entities[who.entity].label if who.entity >= 0 else "PERSON"
        beside = self._annotation.child(who.i, "appos")
        if label == "ORG" and beside is not None and beside.tag == "NN":
            # "Marlène, a waitress of Polish origin": no body, whatever the parser sees
            return Speaker()
        return Speaker() if label == "PERSON" else None

    def _opening(self, pronoun: Token) -> int | None:
        """The sentence that a pronoun begins, or that begins with the quotation just before it; None for the page's first."""
        here = self._annotation.sentence_of(pronoun.i)
        number = pronoun.sentence
        if pronoun.i != here.first:
            if self._annotation.tokens[pronoun.i - 1].tag != "''":
                return None
            while number > 0 and self._annotation.tokens[self._annotation.sentences[number].first].tag != "``":
                number -= 1
                if pronoun.sentence - number > LONGEST_QUOTATION:
                    return None
        return number if number > 0 else None

    def of_all_words(self, source: SourceMention) -> Actor | None:
        """The only person of the page whose name has all the names of the source, the last one last: "Masud Momen" of
        "Masud Bin Momen"."""
        words = [t.text for t in self._annotation.tokens_in(source.start, source.end)]
        if len(words) < 2:
            return None
        fits = [
            actor
            for actor in self._by_name.get(words[-1], [])
            if actor.name is not None and actor.name.split()[-1] == words[-1] and set(words) <= set(actor.name.split())
        ]
        return fits[0] if len(fits) == 1 else None

    def seen_by_parser(self, source: SourceMention) -> Speaker:
        """What the parser's named span around the head says, where the cast knows nobody: a body or a person."""
        head = self._annotation.tokens[source.head]
        if (name := self._full_name(head)) is not None:
            return Speaker(name=name)
        if head.entity < 0:
            return Speaker()
        entity = self._annotation.entities[head.entity]
        start, end = self._annotation.span(entity.first, entity.last)
        words = self._annotation.text[start:end].removeprefix("the ").removeprefix("The ")
        if entity.label == "PERSON" and (place := self._places.get(words.lower())) is not None:
            # "Khartoum: talks are off" of a page that knows the city.
            return speaker_of(place)
        if entity.label == "PERSON":
            is_label = entity.first > 0 and self._annotation.tokens[entity.first - 1].lower in self._rules.honorifics
            return Speaker(name=words.title() if is_label and words.isupper() else words)
        if entity.label == "ORG" and (head.pos == "PROPN" or head.lemma not in self._rules.persons):
            return Speaker(organisation=words, country=self._state_of(start, end))
        return Speaker()

    def _state_of(self, start: int, end: int) -> str | None:
        """Whose a ministry or an army is by its name: "Chinese Foreign Ministry"."""
        tokens = self._annotation.tokens_in(start, end)
        if not {t.lower for t in tokens} & self._rules.state_bodies:
            return None
        return self._mentions.country_within(SourceMention(start, end, tokens[-1].i), ("country", "adjective", "capital"))

    def body(self, source: SourceMention) -> Speaker | None:
        """The body whose name has the word, as the cast or the parser knows it, or as the page writes it."""
        actor = self._mentions.actor(source)
        if actor is not None and actor.organisation is not None:
            return Speaker(country=actor.country, organisation=actor.organisation)
        head = self._annotation.tokens[source.head]
        if head.pos != "PROPN":
            return None
        found = self.seen_by_parser(source)
        return found if found.organisation else Speaker(organisation=named_before.body_name(self._annotation, head.i))

    def is_addressed(self, head: Token) -> bool:
        """Whether a form of address stands before the word: "MR LOW"."""
        before = self._annotation.tokens[head.i - 1] if head.i else head
        return before.lower.strip(".") in self._rules.forms_of_address and head.text[:1].isupper()

    def _full_name(self, head: Token) -> str | None:
        """A given name with what follows it, where the parser saw no person in it ("Ralph Reed")."""
        tokens = self._annotation.tokens
        if head.pos != "PROPN" or (head.entity >= 0 and self._annotation.entities[head.entity].label == "ORG"):
            return None
        first = head.i
        while first > 0 and tokens[first - 1].dep == "compound" and tokens[first - 1].head == head.i:
            first -= 1
        is_name = first < head.i and tokens[first].lower in self._rules.given_names
        return self._annotation.text[tokens[first].start : head.end] if is_name else None


def _is_short(token: Token) -> bool:
    """Initials: "MEA", "FKF"."""
    return token.text.isupper() and token.text.isalpha() and 2 < len(token.text) < 7
