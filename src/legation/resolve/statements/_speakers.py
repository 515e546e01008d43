"""Who a source is: the cast's actor for its head, or somebody described and not named."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from msgspec.structs import replace

from legation.records import Actor, ActorMention, Annotation, Cast, PersonMention, Span, Speaker, Statement, Token
from legation.records.statements import SourceMention, StatementMention
from legation.resolve.statements import _named_before as named_before
from legation.resolve.statements._anaphora import FARTHEST_NAME, FARTHEST_SUBJECT, person_taken_up
from legation.resolve.statements._offices import Titles
from legation.resolve.statements._taken_up import (
    name_beside,
    owner,
    person_beside,
    plural_before,
    speaker_before,
    subject_before,
)
from legation.resolve.statements._whose import who_goes_on, whose_body
from legation.rules.speech import SpeechRules

BESIDE = 5
"""Characters between a quotation and the pronoun of whoever says it, at most."""
FARTHEST_RESUMED = 60
"""Statements that "the official" may look back over, at most."""


class Described(NamedTuple):
    """A speaker, the page's words for one whose name the words do not give (None for a named one), and whether the
    page leaves the speaker without a name: "a US official", unlike "the committee"."""

    speaker: Speaker
    words: str | None = None
    is_unnamed: bool = False


NOBODY = Described(Speaker())


class Speakers:
    """Finds the speakers of one page's statements in its cast."""

    def __init__(
        self,
        annotation: Annotation,
        cast: Cast,
        people: tuple[PersonMention, ...],
        rules: SpeechRules,
        home: str | None = None,
    ) -> None:
        self._annotation = annotation
        self._cast = cast
        self._rules = rules
        self._home = home
        self._titles = Titles(annotation, cast, rules)
        self._starts = [m.start for m in cast.mentions]
        self._widest = max((m.end - m.start for m in cast.mentions), default=0)
        self._first_words: dict[int, ActorMention] = {}
        for m in cast.mentions:
            if m.actor is not None and m.form != "pronoun":
                self._first_words.setdefault(id(cast.actors[m.actor]), m)
        self._places: dict[str, Actor] = {}
        for m in cast.mentions:
            if m.form in ("country", "capital") and m.actor is not None:
                self._places.setdefault(annotation.text[m.start : m.end].lower(), cast.actors[m.actor])
        self._by_name: dict[str, list[Actor]] = {}
        self._gender: dict[str, str | None] = {}
        for actor in cast.actors:
            if actor.name:
                self._gender.setdefault(actor.name, actor.gender)
            if actor.kind == "person" and actor.name:
                for word in set(actor.name.split()):
                    self._by_name.setdefault(word, []).append(actor)

    def of(self, mention: StatementMention, earlier: list[Statement]) -> Described:
        """The speaker of one statement; ``earlier`` are the page's statements before it."""
        if mention.source is not None:
            found = self.named(mention.source, earlier, mention.content_spans)
            before = who_goes_on(self._annotation, mention, found.speaker.name, earlier, self._rules, self._agrees)
            return _same(before) if before is not None else self._with_state(mention.source, found, earlier)
        number = mention.same_speaker_as
        return _same(earlier[number]) if number is not None and number < len(earlier) else NOBODY

    def _with_state(self, source: SourceMention, found: Described, earlier: list[Statement]) -> Described:
        """A body of state or its spokesman with the state that the page leaves out."""
        if found.speaker.name is not None or found.speaker.country is not None:
            return found
        country = whose_body(self._annotation, source, earlier, self._rules, self._home)
        return found if country is None else found._replace(speaker=replace(found.speaker, country=country))

    def named(
        self, source: SourceMention, earlier: list[Statement] | None = None, said: tuple[Span, ...] = ()
    ) -> Described:
        """Who the words of ``source`` mean; ``said`` is what they say, where nobody new is looked for."""
        found = self._named(source, earlier, said)
        found = self._not_himself(source, found, earlier or [], said)
        found = self._same_office(source, found, earlier or [])
        is_open = found.speaker.name is None and found.speaker.organisation is None and not found.is_unnamed
        if self._annotation.tokens[source.head].pos == "PRON" and found.speaker.office is not None:
            # "He" is the high commissioner, whom the page gives no name.
            return found
        if not is_open or (found.speaker.country is not None and found.speaker.office is None):
            return found
        before = self._named_before(source, found.speaker.country)
        return Described(before) if before is not None else found

    def _not_himself(
        self, source: SourceMention, found: Described, earlier: list[Statement], said: tuple[Span, ...]
    ) -> Described:
        """Nobody names himself in what he says: "President Berg, he wrote, had announced" is somebody else's, whoever
        spoke last and is not named there. Else it stays."""
        pronoun = self._annotation.tokens[source.head]
        name = found.speaker.name
        if name is None or pronoun.pos != "PRON" or not self._is_in(name, source, said):
            return found
        last = next((s for s in reversed(earlier[-FARTHEST_RESUMED:]) if s.speaker.name != name), None)
        if last is not None and source.start - last.end <= FARTHEST_NAME and self._agrees(pronoun, last):
            return _same(last)
        actor = self._person_before(source, None, but=name)
        return Described(_speaker(actor)) if actor is not None else found

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
            for m in self._mentions_at(max(s.start, first), min(s.end, last))
            if s.start < last and s.end > first
        )

    def _same_office(self, source: SourceMention, found: Described, earlier: list[Statement]) -> Described:
        """Of two who hold an office, "the foreign minister" without a state is the one who is speaking."""
        head = self._annotation.tokens[source.head]
        words = self._annotation.tokens_in(source.start, source.end)
        if found.speaker.name is None or head.tag not in ("NN", "NNP") or words[0].lower not in self._rules.resuming:
            return found
        if self._country_within(source, ("country", "adjective", "capital")) is not None:
            return found
        bare = " ".join(t.lower for t in words[1:])
        last = next((s for s in reversed(earlier[-FARTHEST_RESUMED:]) if s.speaker.name is not None), None)
        if last is None or last.speaker.name == found.speaker.name or source.start - last.end > FARTHEST_NAME:
            return found
        is_held = bare == (last.speaker.office or "").lower() == (found.speaker.office or "").lower()
        return _same(last) if is_held else found

    def _named_before(self, source: SourceMention, country: str | None) -> Speaker | None:
        """Whom the page named before words that are still open: the author of a document, a body, a person."""
        author = named_before.author(self._annotation, source, self._rules)
        if author is not None:
            whose = self._named(author).speaker
            return whose if whose != Speaker() else self._body(author)
        body = named_before.body(self._annotation, source, self._rules)
        if body is not None:
            return self._body(body)
        actor = self._person_before(source, country)
        return _speaker(actor) if actor is not None else None

    def _person_before(self, source: SourceMention, country: str | None, but: str | None = None) -> Actor | None:
        """The only person named before who can be meant, ``but`` one."""
        end = bisect_right(self._starts, source.start - 1)
        before = [
            m
            for m in reversed(self._cast.mentions[max(0, end - FARTHEST_SUBJECT) : end])
            if but is None or m.actor is None or self._cast.actors[m.actor].name != but
        ]
        return named_before.person(self._annotation, self._cast, before, source, self._rules, country, FARTHEST_NAME)

    def _body(self, source: SourceMention) -> Speaker | None:
        """The body whose name has the word, as the cast or the parser knows it, or as the page writes it."""
        actor = self._actor(source)
        if actor is not None and actor.organisation is not None:
            return Speaker(country=actor.country, organisation=actor.organisation)
        head = self._annotation.tokens[source.head]
        if head.pos != "PROPN":
            return None
        found = self._by_entity(source)
        return found if found.organisation else Speaker(organisation=named_before.body_name(self._annotation, head.i))

    def _named(
        self, source: SourceMention, earlier: list[Statement] | None = None, said: tuple[Span, ...] = ()
    ) -> Described:
        text = self._annotation.text
        head = self._annotation.tokens[source.head]
        if head.pos == "PRON" and earlier:
            going_on = self._going_on(source, earlier, said)
            if going_on is not None:
                return going_on
        if head.lower in self._rules.questioners:
            # The label of whoever asks in a transcript.
            return Described(Speaker(), text[source.start : source.end], True)
        actor = self._actor(source)
        if (held := self._holder(source, actor, earlier or [])) is not None:
            return Described(_speaker(held))
        if actor is not None and actor.kind == "organisation" and self._is_person_of(source, actor):
            return self._only_described(source)
        if self._is_outlet_beside(source) and (actor is None or actor.kind != "organisation"):
            # "Oslo Today, a newspaper close to the minister"
            return Described(Speaker(organisation=named_before.body_name(self._annotation, head.i)))
        beside = person_beside(self._annotation, source)
        if beside is not None and (actor is None or actor.name is None):
            return self.named(beside)
        if (name := name_beside(self._annotation, source, self._rules)) is not None and (
            actor is None or actor.name is None
        ):
            office, country = (actor.office, actor.country) if actor is not None else (None, None)
            return Described(Speaker(name=name, office=office, country=country))
        if self._is_described(source, actor):
            resumed = self._resumed(source, actor, earlier) if earlier else None
            if resumed is not None and head.lower in (resumed.words or "").lower().split():
                return resumed
            if (taken := self._taken_up(source, actor, earlier or [])) is not None:
                return Described(taken)
            if resumed is not None:
                return resumed
            country = actor.country if actor is not None else None
            organisation = actor.organisation if actor is not None else None
            if country is None:
                country = self._country_within(source)
            words = text[source.start : source.end]
            return Described(Speaker(country=country, organisation=organisation), words, True)
        if actor is not None and actor.name is not None and self._is_named_later(source, actor):
            return self._only_described(source)
        if actor is not None and (actor.kind != "group" or actor.members):
            if actor.name is None:
                actor = self._in_apposition(source) or actor
            is_open = actor.name is None and actor.office is not None and not actor.is_plural
            if is_open and (taken := self._taken_up(source, actor, earlier or [])) is not None:
                return Described(taken)
            speaker = _speaker(actor)
            return Described(speaker) if speaker != Speaker() else self._group(source, actor)
        if head.lower == "they" and (several := plural_before(self._annotation, source)) is not None:
            return self._only_described(several)
        if head.lower == "it" and (about := subject_before(self._annotation, source)) is not None:
            return self.named(about, earlier)
        if (known := self._by_one_name(head) or self._by_names(source)) is not None:
            return Described(_speaker(known))
        speaker = self._by_entity(source)
        if speaker == Speaker() and self._is_addressed(head):
            speaker = Speaker(name=head.text.title() if head.text.isupper() else head.text)
        if speaker == Speaker() and (called := self._called(source, earlier or [])) is not None:
            return called
        if speaker == Speaker() and (taken := self._taken_up(source, actor, earlier or [])) is not None:
            return Described(taken)
        return Described(speaker) if speaker != Speaker() else self._only_described(source)

    def _is_outlet_beside(self, source: SourceMention) -> bool:
        """Whether what stands in apposition calls a name a paper, a ministry or a firm."""
        head = self._annotation.tokens[source.head]
        beside = self._annotation.child(head.i, "appos") if head.pos == "PROPN" else None
        return (
            beside is not None
            and beside.pos == "NOUN"
            and beside.lemma in self._rules.outlets | self._rules.named_bodies
        )

    def _holder(self, source: SourceMention, actor: Actor | None, earlier: list[Statement]) -> Actor | None:
        """Who holds the bare office that the source is, where the cast knows nobody or somebody of another office."""
        head = self._annotation.tokens[source.head]
        if actor is not None and (actor.is_plural or actor.kind in ("group", "country")):
            return None
        if actor is not None and actor.name is not None and head.lower in (actor.office or head.lower).lower().split():
            return None
        country = self._country_within(source, ("country", "adjective", "capital"))
        words = self._annotation.tokens_in(source.start, source.end)
        if country is None and actor is not None and any(self._is_of_place(t) for t in words):
            # "the Kyrgyz minister", whom the cast knows
            country = actor.country
        if self._rules.incoming & {t.lower for t in words}:
            return self._incoming()
        return self._titles.holder(source, earlier, country)

    def _is_of_place(self, token: Token) -> bool:
        return token.entity >= 0 and self._annotation.entities[token.entity].label in ("GPE", "NORP")

    def _incoming(self) -> Actor | None:
        """The only person of the page who is yet to take office: "the incoming president"."""
        fits = {
            a.name: a
            for a in self._cast.actors
            if a.name and any(w in self._rules.incoming for w in (a.office or "").lower().replace("-", " ").split())
        }
        return next(iter(fits.values())) if len(fits) == 1 else None

    def _taken_up(self, source: SourceMention, actor: Actor | None, earlier: list[Statement]) -> Speaker | None:
        """The named person whom "the diplomat", "the Kenyan leader" takes up."""
        country = self._country_within(source, ("country", "adjective", "capital"))
        if country is None and actor is not None:
            country = actor.country
        end = bisect_right(self._starts, source.start - 1)
        before = list(reversed(self._cast.mentions[max(0, end - FARTHEST_SUBJECT) : end]))
        return person_taken_up(self._annotation, self._cast, before, source, earlier, self._rules, country)

    def _group(self, source: SourceMention, actor: Actor) -> Described:
        """Several at once who have no name: the page's words for them, for a pronoun those that it takes up."""
        if self._annotation.tokens[source.head].pos != "PRON":
            return self._only_described(source)
        first = self._first_words.get(id(actor))
        if first is None or first.start >= source.start:
            return NOBODY
        return Described(Speaker(), self._annotation.text[first.start : first.end])

    def _only_described(self, source: SourceMention) -> Described:
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
        country = self._country_within(source, ("country", "adjective", "capital")) if is_side else None
        return Described(Speaker(country=country), words, is_unnamed)

    def _called(self, source: SourceMention, earlier: list[Statement]) -> Described | None:
        """Who is meant by a source without a name of its own: the owner of a document, or a speaker before. None where
        the page does not say."""
        whose = owner(self._annotation, source, self._rules)
        if whose is not None:
            actor = self._actor(whose)
            if actor is not None and actor.kind == "country" and self._annotation.child(whose.head, "compound"):
                # "Age Norway" is a body, though the cast knows the country in its name.
                actor = None
                speaker = self._by_entity(whose)
            else:
                speaker = self.named(whose).speaker
            return Described(speaker) if speaker != Speaker() else None
        before = speaker_before(self._annotation, source, earlier, self._rules)
        return _same(before) if before is not None else None

    def together(self, source: SourceMention) -> tuple[Speaker, ...]:
        """All who speak where the source is several people or bodies: "Berg and Kim", "the two leaders"; else empty."""
        several = [i for i in self._annotation.conjuncts(source.head) if self._annotation.tokens[i].start < source.end]
        if len(several) > 1:
            tokens = [self._annotation.tokens[i] for i in several]
            found = [self.named(SourceMention(t.start, t.end, t.i)).speaker for t in tokens]
        else:
            actor = self._actor(source)
            found = [_speaker(self._cast.actors[m]) for m in actor.members] if actor is not None else []
        return tuple(found) if len(found) > 1 and all(s != Speaker() for s in found) else ()

    def _going_on(self, source: SourceMention, earlier: list[Statement], said: tuple[Span, ...]) -> Described | None:
        """The speaker of the statement before, for a pronoun that nothing else stands between: "Peskov said ... He
        recalled". None where another subject was named since that the pronoun can mean (whoever is spoken of in what
        either says is not), or the pronoun is another gender's or number's."""
        pronoun = self._annotation.tokens[source.head]
        before = (s for s in reversed(earlier) if s.source and s.source[0].start < source.start)
        # A headline in capitals between paragraphs is about another matter.
        last = next((s for s in before if not _is_in_capitals(s.content)), None)
        if last is None or not self._agrees(pronoun, last):
            return None
        named = last.source[0]
        if self._is_named_beside(source, pronoun, said):
            return None
        inside = [(c.start, c.end) for s in earlier[-4:] for c in s.content_spans] + [(c.start, c.end) for c in said]
        for mention in self._mentions_at(named.end, source.start):
            if mention.start < max(named.end, last.end) or mention.end > source.start or mention.actor is None:
                continue
            token = self._annotation.tokens[mention.head]
            if token.lower == pronoun.lower:
                # The same pronoun goes on with the same person.
                continue
            is_subject = token.dep in ("nsubj", "nsubjpass") and not any(a <= mention.start < b for a, b in inside)
            if is_subject and self._can_mean(pronoun, self._cast.actors[mention.actor]):
                return None
        return _same(last)

    def _is_named_beside(self, source: SourceMention, pronoun: Token, said: tuple[Span, ...]) -> bool:
        """Whether the narrator names somebody whom the pronoun can mean earlier in its sentence."""
        sentence = self._annotation.sentence_of(pronoun.i)
        start = self._annotation.tokens[sentence.first].start
        for mention in self._mentions_at(start, source.start):
            if mention.start < start or mention.end > source.start or mention.actor is None:
                continue
            if mention.form not in ("name", "surname") or any(s.start <= mention.start < s.end for s in said):
                continue
            actor = self._cast.actors[mention.actor]
            if actor.kind == "person" and self._can_mean(pronoun, actor):
                return True
        return False

    def _can_mean(self, pronoun: Token, actor: Actor) -> bool:
        """Whether the pronoun can stand for an actor of that kind, number and gender."""
        match self._rules.pronouns.get(pronoun.lower):
            case "p":
                return actor.is_plural or actor.kind in ("group", "organisation", "country", "unknown")
            case "n":
                return actor.kind in ("organisation", "country", "unknown")
            case gender:
                return actor.kind not in ("group", "organisation", "country") and actor.gender in (None, gender)

    def _agrees(self, pronoun: Token, last: Statement) -> bool:
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
        known = self._gender.get(last.speaker.name or "")
        return known in (None, gender)

    def _in_apposition(self, source: SourceMention) -> Actor | None:
        """The person named beside an office: "his spokeswoman, Anna Berg"."""
        for mention in self._mentions_at(source.start, source.end):
            if mention.actor is None or mention.start < source.start or mention.end > source.end:
                continue
            token, actor = self._annotation.tokens[mention.head], self._cast.actors[mention.actor]
            if token.dep == "appos" and token.head == source.head and actor.name is not None:
                return actor
        return None

    def _mentions_at(self, start: int, end: int) -> list[ActorMention]:
        """The cast's mentions that lie in ``start`` to ``end``, or hold all of it."""
        found: list[ActorMention] = []
        for i in range(bisect_right(self._starts, end - 1) - 1, -1, -1):
            mention = self._cast.mentions[i]
            if mention.start < start - self._widest:
                break
            if mention.end > start:
                found.append(mention)
        return found

    def _actor(self, source: SourceMention) -> Actor | None:
        """The actor of the source's head; of several mentions the one with the same head, then the shortest."""
        head = self._annotation.tokens[source.head]
        covering = [m for m in self._mentions_at(head.start, head.start + 1) if m.start <= head.start < m.end]
        if not covering:
            return None
        best = max(covering, key=lambda m: (m.head == source.head, m.start - m.end))
        if best.actor is None:
            return None
        return self._cast.actors[best.actor]

    def _country_within(self, source: SourceMention, forms: tuple[str, ...] = ()) -> str | None:
        for mention in reversed(self._mentions_at(source.start, source.end)):
            if forms and mention.form not in forms:
                continue
            if source.start <= mention.start and mention.end <= source.end and mention.actor is not None:
                country = self._cast.actors[mention.actor].country
                if country is not None:
                    return country
        return None

    def _is_described(self, source: SourceMention, actor: Actor | None) -> bool:
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

    def _is_person_of(self, source: SourceMention, actor: Actor) -> bool:
        """Whether somebody was taken for a body: "a Treasury spokesman"."""
        head = self._annotation.tokens[source.head]
        return head.tag == "NN" and head.lemma in self._rules.persons and head.lower in _words_of(actor)

    def _is_named_later(self, source: SourceMention, actor: Actor) -> bool:
        """Whether "Berg's spokesman" was taken for a spokesman whom the page names only later, as somebody's."""
        if self._annotation.child(source.head, "poss") is None or actor.known_from is not None:
            return False
        number = self._cast.actors.index(actor)
        first = next((m for m in self._cast.mentions if m.actor == number and m.form in ("name", "surname")), None)
        return first is not None and first.start > source.end

    def _is_indefinite(self, source: SourceMention) -> bool:
        determiner = self._annotation.child(source.head, "det", "nummod")
        return determiner is not None and determiner.lower in self._rules.numbers

    def _resumed(self, source: SourceMention, actor: Actor | None, earlier: list[Statement]) -> Described | None:
        """The anonymous speaker before, taken up by "this source", "the official"."""
        first = self._annotation.tokens_in(source.start, source.end)[0]
        # "the governors of the border regions" are said anew who they are.
        if first.lower not in self._rules.resuming or self._annotation.child(source.head, "prep") is not None:
            return None
        country = actor.country if actor is not None else None
        same = [
            s
            for s in reversed(earlier[-FARTHEST_RESUMED:])
            if s.anonymous
            and (country is None or s.speaker.country in (None, country))
            and self._is_plural_like(source, s)
        ]
        # "the ministry source" is the one who was said to be a ministry's, before any other.
        words = {
            t.lower for t in self._annotation.children(source.head, "compound", "amod", "nmod")
        } - self._rules.ranks
        said = next((s for s in same if words & set((s.described_as or "").lower().split())), None)
        if said is not None:
            return _same(said)
        return _same(same[0]) if same and not words else None

    def _is_plural_like(self, source: SourceMention, earlier: Statement) -> bool:
        """Whether a source and the speaker of an earlier statement are both one, or both several."""
        if not earlier.source:
            return True
        words = self._annotation.tokens_in(earlier.source[0].start, earlier.source[0].end)
        kind = self._annotation.tokens[source.head]
        nouns = [t for t in words if t.lemma == kind.lemma] or [t for t in words if t.tag in ("NN", "NNS")][:1]
        return not nouns or nouns[0].tag == kind.tag

    def _by_entity(self, source: SourceMention) -> Speaker:
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
            return _speaker(place)
        if entity.label == "PERSON":
            is_label = entity.first > 0 and self._annotation.tokens[entity.first - 1].lower in self._rules.honorifics
            return Speaker(name=words.title() if is_label and words.isupper() else words)
        if entity.label == "ORG" and (head.pos == "PROPN" or head.lemma not in self._rules.persons):
            return Speaker(organisation=words)
        return Speaker()

    def _is_addressed(self, head: Token) -> bool:
        """Whether a form of address stands before the word: "MR LOW"."""
        before = self._annotation.tokens[head.i - 1] if head.i else head
        return before.lower.strip(".") in self._rules.forms_of_address and head.text[:1].isupper()

    def _by_one_name(self, head: Token) -> Actor | None:
        """The only person of the page with that word as a name of theirs: "Somchai" after "Somchai Petchra"."""
        if head.pos != "PROPN" or not head.text[:1].isupper() or len(head.text) < 3:
            return None
        if self._annotation.child(head.i, "compound") is not None:
            return None
        name = head.text.title() if head.text.isupper() else head.text
        named = self._by_name.get(name, [])
        return named[0] if len(named) == 1 else None

    def _by_names(self, source: SourceMention) -> Actor | None:
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


def _is_in_capitals(words: str) -> bool:
    return words.isupper() and " " in words


def _words_of(actor: Actor) -> list[str]:
    return (actor.organisation or "").lower().split()


def _same(statement: Statement) -> Described:
    """The speaker of an earlier statement."""
    return Described(statement.speaker, statement.described_as, statement.anonymous)


def _speaker(actor: Actor) -> Speaker:
    name = actor.name.title() if actor.name is not None and actor.name.isupper() and len(actor.name) > 3 else actor.name
    return Speaker(name=name, office=actor.office, country=actor.country, organisation=actor.organisation)
