"""Whom a pronoun can mean: the speaker who goes on, and nobody who is spoken of in his own words."""

from __future__ import annotations

from legation.records import Actor, Annotation, Cast, Span, Statement, Token
from legation.records.statements import SourceMention
from legation.resolve.statements import _named_before as named_before
from legation.resolve.statements._anaphora import FARTHEST_NAME
from legation.resolve.statements._described import Described, same_as, speaker_of
from legation.resolve.statements._mentions import Mentions
from legation.resolve.statements._resumed import FARTHEST_RESUMED
from legation.resolve.statements._taken_up import in_a_document
from legation.rules.speech import SpeechRules

SAME_DOCUMENT = 4
"""Statements before, one of which was made in the document that goes on."""
FARTHEST_SUBJECT = 8
"""Quoted sentences between a pronoun and the sentence that is about whom it means, at most."""
FARTHEST_ANSWER = 60
"""Characters between what was said to somebody and the pronoun of the answer, at most."""
BESIDE = 5
"""Characters between a quotation and the pronoun of whoever says it, at most."""


class Pronouns:
    """The pronouns that are sources on one page."""

    def __init__(self, annotation: Annotation, cast: Cast, mentions: Mentions, rules: SpeechRules) -> None:
        self._annotation = annotation
        self._cast = cast
        self._mentions = mentions
        self._rules = rules
        self._gender: dict[str, str | None] = {}
        for actor in cast.actors:
            if actor.name:
                self._gender.setdefault(actor.name, actor.gender)

    def going_on(self, source: SourceMention, earlier: list[Statement], said: tuple[Span, ...]) -> Described | None:
        """The speaker of the statement before, for a pronoun that nothing else stands between: "Peskov said ... He
        recalled". None where another subject was named since that the pronoun can mean (whoever is spoken of in what
        either says is not), or the pronoun is another gender's or number's."""
        pronoun = self._annotation.tokens[source.head]
        before = (s for s in reversed(earlier) if s.source and s.source[0].start < source.start)
        # A headline in capitals between paragraphs is about another matter.
        last = next((s for s in before if not _is_in_capitals(s.content)), None)
        if last is None or not self.agrees(pronoun, last):
            return None
        named = last.source[0]
        if self._is_named_beside(source, pronoun, said):
            return None
        inside = [(c.start, c.end) for s in earlier[-4:] for c in s.content_spans] + [(c.start, c.end) for c in said]
        for mention in self._mentions.between(named.end, source.start):
            if mention.start < max(named.end, last.end) or mention.end > source.start or mention.actor is None:
                continue
            token = self._annotation.tokens[mention.head]
            if token.lower == pronoun.lower:
                # The same pronoun goes on with the same person.
                continue
            is_subject = token.dep in ("nsubj", "nsubjpass") and not any(a <= mention.start < b for a, b in inside)
            if is_subject and self._can_mean(pronoun, self._cast.actors[mention.actor]):
                return None
        return None if self._is_about_another(pronoun, last) else same_as(last)

    def _is_about_another(self, pronoun: Token, last: Statement) -> bool:
        """Whether the sentence before, of the same paragraph, is about a person by a name that is not the last speaker's,
        whom the cast may not know: "Najib faces trial. He denies it"."""
        if pronoun.sentence == 0 or self._rules.pronouns.get(pronoun.lower) not in ("m", "f"):
            return False
        here, before = (self._annotation.sentences[n] for n in (pronoun.sentence, pronoun.sentence - 1))
        if here.block != before.block or self._annotation.tokens[before.first].start < last.end:
            return False
        who = self._annotation.child(before.root, "nsubj")
        if who is None or who.pos != "PROPN":
            return False
        label = self._annotation.entities[who.entity].label if who.entity >= 0 else "PERSON"
        return label == "PERSON" and who.text not in (last.speaker.name or "") + (last.source_words or "")

    def answering(self, source: SourceMention, verb: Token | None, earlier: list[Statement]) -> Actor | None:
        """The named person whom the last statement was said to, for "he replied"."""
        pronoun = self._annotation.tokens[source.head]
        last = next((s for s in reversed(earlier) if s.source and s.source[0].start < source.start), None)
        if verb is None or verb.lemma not in self._rules.answering or pronoun.pos != "PRON":
            return None
        if last is None or not last.audience or source.start - last.end > FARTHEST_ANSWER:
            return None
        for mention in self._mentions.between(last.start, last.end):
            actor = self._mentions.of(mention)
            if actor is None or actor.kind != "person" or actor.name in (None, last.speaker.name):
                continue
            is_told = self._annotation.text[mention.start : mention.end] in last.audience
            if is_told and actor.gender in (None, self._rules.pronouns.get(pronoun.lower)):
                return actor
        return None

    def main_subject(self, source: SourceMention) -> Actor | None:
        """The named person whom the sentence before is about, where the pronoun opens or ends its own: "Berg used his time to
        answer. “I am for it,” he said", whoever else that sentence names."""
        pronoun = self._annotation.tokens[source.head]
        if pronoun.sentence == 0 or self._rules.pronouns.get(pronoun.lower) not in ("m", "f"):
            return None
        number = pronoun.sentence - 1
        lowest = max(0, number - FARTHEST_SUBJECT)
        while number > lowest and self._is_quoted(number):
            number -= 1
        root = self._annotation.sentences[number].root
        # "News of it was broken by Berg, the minister, on his page."
        by = self._annotation.child(root, "agent")
        who = self._annotation.child(root, "nsubj") or (self._annotation.child(by.i, "pobj") if by is not None else None)
        if who is None or self._annotation.tokens[source.head].start - who.end > FARTHEST_NAME:
            return None
        actor = self._mentions.actor(SourceMention(who.start, who.end, who.i))
        if actor is None or actor.kind != "person" or actor.name is None or len(self._annotation.conjuncts(who.i)) > 1:
            return None
        return actor if actor.gender in (None, self._rules.pronouns[pronoun.lower]) else None

    def _is_quoted(self, number: int) -> bool:
        """Whether a sentence begins with a quotation mark."""
        return self._annotation.tokens[self._annotation.sentences[number].first].text in ("“", '"', "``", "‘", "«")

    def document(self, source: SourceMention, earlier: list[Statement]) -> Described | None:
        """Whose statement "it" is, after "the spokesman said in a statement": the statement goes on."""
        pronoun = self._annotation.tokens[source.head]
        last = next((s for s in reversed(earlier) if s.source and s.source[0].start < source.start), None)
        if pronoun.lower != "it" or last is None or source.start - last.end > FARTHEST_NAME:
            return None
        if last.speaker.name is None:
            # "The statement said ... “We will act,” it said"
            is_document = self._rules.just_issued & set((last.source_words or "").lower().split())
            return same_as(last) if is_document else None
        told = [s for s in earlier[-SAME_DOCUMENT:] if s.speaker == last.speaker]
        return same_as(last) if any(in_a_document(s, self._rules) for s in told) else None

    def _is_named_beside(self, source: SourceMention, pronoun: Token, said: tuple[Span, ...]) -> bool:
        """Whether the narrator names somebody whom the pronoun can mean earlier in its sentence."""
        sentence = self._annotation.sentence_of(pronoun.i)
        start = self._annotation.tokens[sentence.first].start
        for mention in self._mentions.between(start, source.start):
            if mention.start < start or mention.end > source.start or mention.actor is None:
                continue
            if mention.form not in ("name", "surname") or any(s.start <= mention.start < s.end for s in said):
                continue
            actor = self._cast.actors[mention.actor]
            if actor.kind == "person" and self._can_mean(pronoun, actor):
                return True
        return False

    def not_himself(
        self, source: SourceMention, found: Described, earlier: list[Statement], said: tuple[Span, ...]
    ) -> Described:
        """Nobody names himself in what he says: "President Berg, he wrote, had announced" is somebody else's, whoever
        spoke last and is not named there. Else it stays."""
        pronoun = self._annotation.tokens[source.head]
        name = found.speaker.name
        if name is None or pronoun.pos != "PRON" or not self._is_in(name, source, said):
            return found
        last = next((s for s in reversed(earlier[-FARTHEST_RESUMED:]) if s.speaker.name != name), None)
        if last is not None and source.start - last.end <= FARTHEST_NAME and self.agrees(pronoun, last):
            return same_as(last)
        before = self._mentions.before(source, but=name)
        actor = named_before.person(self._annotation, self._cast, before, source, self._rules, None, FARTHEST_NAME)
        return Described(speaker_of(actor)) if actor is not None else found

    def _is_in(self, name: str, source: SourceMention, said: tuple[Span, ...]) -> bool:
        """Whether a name stands in the words said, in the pronoun's own sentence."""
        sentence = self._annotation.sentence_of(source.head)
        first, last = self._annotation.span(sentence.first, sentence.last)
        opening = next((s.start for s in said if s.end <= source.start and source.start - s.end < BESIDE), first)
        # A quotation just before the pronoun may have several sentences.
        first = max(min(first, opening), source.start - FARTHEST_NAME)
        last = min(last, source.end + FARTHEST_NAME)
        return any(
            m.actor is not None and m.form in ("name", "surname") and self._cast.actors[m.actor].name == name
            for s in said
            for m in self._mentions.between(max(s.start, first), min(s.end, last))
            if s.start < last and s.end > first
        )

    def agrees(self, pronoun: Token, last: Statement) -> bool:
        """Whether the pronoun can stand for the speaker of an earlier statement, by gender and number."""
        gender = self._rules.pronouns.get(pronoun.lower)
        if gender is None:
            return False
        if gender == "p":
            several = last.anonymity is None or last.anonymity.number != 1
            # "The spokesperson said ... they added"
            is_open = last.described_as is not None or last.speaker.office is not None
            return several and is_open and last.speaker.name is None
        if gender == "n":
            return last.speaker.name is None and last.speaker.office is None and not last.anonymous
        if not (last.anonymous or last.described_as or last.speaker.name or last.speaker.office):
            return False
        if last.speaker.name is None and self._is_several(last):
            return False
        known = self._gender.get(last.speaker.name or "")
        return known in (None, gender)

    def is_of_gender(self, pronoun: Token, name: str | None) -> bool:
        """Whether "she" or "he" can stand for somebody of that name; any other word can."""
        gender = self._rules.pronouns.get(pronoun.lower)
        return gender not in ("m", "f") or self._gender.get(name or "") in (None, gender)

    def _is_several(self, last: Statement) -> bool:
        """Whether the words for a speaker are a plural: "Sources said", whom no "he" goes on with."""
        if not last.source:
            return False
        words = self._annotation.tokens_in(last.source[0].start, last.source[0].end)
        nouns = [t for t in words if t.pos in ("NOUN", "PROPN")]
        return len(nouns) == 1 and nouns[0].tag == "NNS" and words[0].lower != "one"

    def _can_mean(self, pronoun: Token, actor: Actor) -> bool:
        """Whether the pronoun can stand for an actor of that kind, number and gender."""
        match self._rules.pronouns.get(pronoun.lower):
            case "p":
                return actor.is_plural or actor.kind in ("group", "organisation", "country", "unknown")
            case "n":
                return actor.kind in ("organisation", "country", "unknown")
            case gender:
                return actor.kind not in ("group", "organisation", "country") and actor.gender in (None, gender)


def _is_in_capitals(words: str) -> bool:
    return words.isupper() and " " in words
