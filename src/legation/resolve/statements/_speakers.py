"""Who a source is: the cast's actor for its head, or somebody described and not named."""

from __future__ import annotations

from msgspec.structs import replace

from legation.records import Annotation, Cast, PersonMention, Span, Speaker, Statement
from legation.records.statements import SourceMention, StatementMention
from legation.resolve.statements import _bodies_before as bodies_before
from legation.resolve.statements import _named_before as named_before
from legation.resolve.statements._anaphora import FARTHEST_NAME
from legation.resolve.statements._described import NOBODY, Described, same_as, speaker_of
from legation.resolve.statements._mentions import Mentions
from legation.resolve.statements._names import Names
from legation.resolve.statements._pronouns import Pronouns
from legation.resolve.statements._resumed import Resumed
from legation.resolve.statements._several import those_named
from legation.resolve.statements._taken_up import (
    author_of_clause,
    last_body,
    name_beside,
    owner,
    person_beside,
    plural_before,
    speaker_before,
    subject_before,
)
from legation.resolve.statements._whose import who_goes_on, whose_body
from legation.resolve.statements._wording import Wording
from legation.rules.speech import SpeechRules


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
        self._mentions = Mentions(annotation, cast)
        self._names = Names(annotation, cast, self._mentions, rules)
        self._pronouns = Pronouns(annotation, cast, self._mentions, rules)
        self._resumed = Resumed(annotation, cast, self._mentions, rules)
        self._wording = Wording(annotation, self._mentions, rules)

    def of(self, mention: StatementMention, earlier: list[Statement]) -> Described:
        """The speaker of one statement; ``earlier`` are the page's statements before it."""
        if mention.source is not None:
            verb = self._annotation.tokens[mention.cue_head] if mention.cue_head is not None else None
            if (answers := self._pronouns.answering(mention.source, verb, earlier)) is not None:
                return Described(speaker_of(answers))
            found = self.named(mention.source, earlier, mention.content_spans)
            before = who_goes_on(
                self._annotation, mention, found.speaker.name, earlier, self._rules, self._pronouns.agrees
            )
            return same_as(before) if before is not None else self._with_state(mention.source, found, earlier)
        number = mention.same_speaker_as
        return same_as(earlier[number]) if number is not None and number < len(earlier) else NOBODY

    def _with_state(self, source: SourceMention, found: Described, earlier: list[Statement]) -> Described:
        """A body of state or its spokesman with the state that the page leaves out."""
        if found.speaker.name is not None or found.speaker.country is not None:
            return found
        country = self._owners_country(source) or whose_body(
            self._annotation, source, earlier, self._rules, self._home
        )
        return found if country is None else found._replace(speaker=replace(found.speaker, country=country))

    def _owners_country(self, source: SourceMention) -> str | None:
        """The state of whoever owns a body or a spokesman: "his office", "her spokesman", "its embassy"."""
        owner = self._annotation.child(source.head, "poss")
        head = self._annotation.tokens[source.head].lemma.lower()
        known = self._rules.named_bodies | self._rules.state_bodies | self._rules.sides | self._rules.speaking_nouns
        if owner is None or owner.pos != "PRON" or head not in known:
            return None
        actor = self._mentions.actor(SourceMention(owner.start, owner.end, owner.i))
        return actor.country if actor is not None else None

    def named(
        self, source: SourceMention, earlier: list[Statement] | None = None, said: tuple[Span, ...] = ()
    ) -> Described:
        """Who the words of ``source`` mean; ``said`` is what they say, where nobody new is looked for."""
        source = self._name_before_aside(source, said)
        if (named := self._names.in_sentence_before(source, self._mentions)) is not None:
            return Described(named)
        found = self._named(source, earlier, said)
        found = self._pronouns.not_himself(source, found, earlier or [], said)
        found = self._resumed.same_office(source, found, earlier or [])
        found = self._resumed.whom_the_page_calls_so(source, found, earlier or [], said)
        found = self._resumed.not_through(source, found, earlier or [])
        is_open = found.speaker.name is None and found.speaker.organisation is None and not found.is_unnamed
        if self._annotation.tokens[source.head].pos == "PRON" and found.speaker.office is not None:
            # "He" is the high commissioner, whom the page gives no name.
            if found.speaker.name is not None or not self._is_only_spoken_of(source, said):
                return found
            is_open, found = True, NOBODY
        if found.words is not None and self._annotation.tokens[source.head].pos == "PRON" and earlier:
            # "Abbas said ... “Nobody will come,” he said": whoever goes on is no other, though the cast knows him not.
            is_open = found.words not in {s.described_as for s in earlier if s.speaker == found.speaker}
        if not is_open or (found.speaker.country is not None and found.speaker.office is None):
            return found
        before = self._named_before(source, found.speaker.country)
        return Described(before) if before is not None else found

    def _is_only_spoken_of(self, source: SourceMention, said: tuple[Span, ...]) -> bool:
        """Whether whom the pronoun was taken for is first told of in the words themselves: "“The president will come,” he
        wrote"."""
        actor = self._mentions.actor(source)
        first = self._mentions.first_words(actor) if actor is not None else None
        return first is not None and any(span.start <= first.start < span.end for span in said)

    def _name_before_aside(self, source: SourceMention, said: tuple[Span, ...]) -> SourceMention:
        """The name to which the source stands in apposition: "Ole Berg, a former general who has vowed"; none that the words
        said end with: "will not see Ole Berg, a spokesman said"."""
        head = self._annotation.tokens[source.head]
        name = self._annotation.tokens[head.head]
        if (called := self._wording.name_of_outlet(source)) is not None:
            return called
        if head.dep != "appos" or head.pos == "PROPN" or name.pos != "PROPN" or name.end > source.start:
            return source
        beside = SourceMention(name.start, name.end, name.i)
        if any(span.start <= name.start < span.end for span in said):
            return source
        actor = self._mentions.actor(beside)
        is_person = name.entity >= 0 and self._annotation.entities[name.entity].label == "PERSON"
        return beside if is_person or (actor is not None and actor.name is not None) else source

    def _named(
        self, source: SourceMention, earlier: list[Statement] | None = None, said: tuple[Span, ...] = ()
    ) -> Described:
        text = self._annotation.text
        head = self._annotation.tokens[source.head]
        if head.pos == "PRON" and earlier and author_of_clause(self._annotation, source, self._rules) is None:
            going_on = self._pronouns.going_on(source, earlier, said)
            if going_on is not None:
                return going_on
        if (writer := author_of_clause(self._annotation, source, self._rules)) is not None:
            return self.named(writer)
        if head.lower == "latter" and (named := self._latter(source, earlier or [])) is not None:
            return named
        if head.lower in self._rules.questioners:
            # The label of whoever asks in a transcript.
            return Described(Speaker(), text[source.start : source.end], True)
        actor = self._mentions.actor(source)
        if (actor is None or actor.organisation == head.text) and (full := self._names.in_full(head)) is not None:
            return self.named(full)
        if (held := self._resumed.holder(source, actor, earlier or [])) is not None:
            return Described(speaker_of(held))
        if actor is not None and actor.kind == "organisation" and self._wording.is_person_of(source, actor):
            return self._wording.only_described(source)
        if self._wording.is_outlet_beside(source) and (actor is None or actor.kind != "organisation"):
            # "Oslo Today, a newspaper close to the minister"
            return Described(Speaker(organisation=named_before.body_name(self._annotation, head.i)))
        beside = person_beside(self._annotation, source, self._rules)
        if beside is not None and (actor is None or actor.name is None):
            return self.named(beside)
        other = self._mentions.actor(beside) if beside is not None else None
        if beside is not None and other is not None and other.name is not None and other is not actor:
            # "the chairman of the Bishops' Conference, Jonas Lund": taken for a name of the office before it
            return self.named(beside)
        if (name := name_beside(self._annotation, source, self._rules)) is not None and (
            actor is None or actor.name is None
        ):
            office, country = (actor.office, actor.country) if actor is not None else (None, None)
            return Described(Speaker(name=name, office=office, country=country))
        if self._wording.is_described(source, actor):
            resumed = self._resumed.unnamed(source, actor, earlier) if earlier else None
            if resumed is not None and head.lower in (resumed.words or "").lower().split():
                return resumed
            if (taken := self._resumed.person(source, actor, earlier or [])) is not None:
                return Described(taken)
            if resumed is not None:
                return resumed
            country = actor.country if actor is not None else None
            organisation = actor.organisation if actor is not None else None
            if country is None:
                country = self._mentions.country_within(source)
            words = text[source.start : source.end]
            return Described(Speaker(country=country, organisation=organisation), words, True)
        if (actor is None or actor.name is None) and (same := self._resumed.same_words(source, earlier or [])) is not None:
            return same
        if actor is not None and actor.name is not None and self._mentions.is_named_later(source, actor):
            return self._wording.only_described(source)
        if actor is not None and (actor.kind != "group" or actor.members):
            if actor.name is None:
                actor = self._mentions.in_apposition(source) or actor
            is_open = actor.name is None and actor.office is not None and not actor.is_plural
            taken_up = self._mentions.first_called(source, actor)
            if is_open and taken_up is not source and self._wording.is_described(taken_up, actor):
                # "He" is "a senior official", whom the page leaves without a name.
                return self._named(taken_up, earlier, said)
            taken = self._resumed.person(taken_up, actor, earlier or []) if is_open else None
            if taken is not None and self._pronouns.is_of_gender(head, taken.name):
                return Described(taken)
            speaker = speaker_of(actor)
            return Described(speaker) if speaker != Speaker() else self._wording.group(source, actor)
        if head.lower == "they" and (several := plural_before(self._annotation, source)) is not None:
            return self._wording.only_described(several)
        if (told := self._pronouns.document(source, earlier or [])) is not None:
            return told
        if head.lower == "it" and (about := subject_before(self._annotation, source, self._rules)) is not None:
            return self.named(about, earlier)
        if (bearer := self._resumed.bearer(source, earlier or [])) is not None:
            return Described(speaker_of(bearer))
        if (known := self._names.of_one_word(head) or self._names.of_all_words(source)) is not None:
            return Described(speaker_of(known))
        if (body := self._wording.body_beside(source)) is not None:
            return Described(Speaker(organisation=body))
        speaker = self._names.seen_by_parser(source)
        if speaker == Speaker() and self._names.is_addressed(head):
            speaker = Speaker(name=head.text.title() if head.text.isupper() else head.text)
        if speaker == Speaker() and (called := self._called(source, earlier or [])) is not None:
            return called
        if speaker == Speaker() and (taken := self._resumed.person(source, actor, earlier or [])) is not None:
            return Described(taken)
        return Described(speaker) if speaker != Speaker() else self._wording.only_described(source)

    def _latter(self, source: SourceMention, earlier: list[Statement]) -> Described | None:
        """Whom "the latter" means: the origin of what the statement before passes on, else the last person or body that the
        sentence before names."""
        sentence = self._annotation.tokens[source.head].sentence
        if sentence == 0:
            return None
        before = self._annotation.sentences[sentence - 1]
        start, end = self._annotation.span(before.first, before.last)
        last = earlier[-1] if earlier else None
        if last is not None and last.chain and start <= last.end <= end + 1 and last.speaker != last.chain[-1]:
            return Described(last.chain[-1], last.chain_words[-1], last.chain[-1].name is None)
        for mention in sorted(self._mentions.between(start, end), key=lambda m: m.start, reverse=True):
            actor = self._mentions.of(mention)
            if actor is not None and mention.form in ("name", "surname", "office") and actor.kind in ("person", "office"):
                return Described(speaker_of(actor))
        return None

    def _named_before(self, source: SourceMention, country: str | None) -> Speaker | None:
        """Whom the page named before words that are still open: the author of a document, a body, a person."""
        author = named_before.author(self._annotation, source, self._rules)
        if author is not None:
            whose = self._named(author).speaker
            return whose if whose != Speaker() else self._names.body(author)
        before = self._mentions.before(source)
        called = bodies_before.called(self._annotation, self._cast, before, source, self._rules)
        if called is not None:
            return speaker_of(called)
        body = named_before.body(self._annotation, source, self._rules)
        if body is not None:
            return self._names.body(body)
        if (outlet := bodies_before.outlet(self._annotation, source, self._rules)) is not None:
            return outlet
        actor = named_before.person(self._annotation, self._cast, before, source, self._rules, country, FARTHEST_NAME)
        actor = actor or self._pronouns.main_subject(source)
        return speaker_of(actor) if actor is not None else None

    def _called(self, source: SourceMention, earlier: list[Statement]) -> Described | None:
        """Who is meant by a source without a name of its own: the owner of a document, or a speaker before. None where
        the page does not say."""
        whose = owner(self._annotation, source, self._rules)
        if whose is not None:
            actor = self._mentions.actor(whose)
            if actor is not None and actor.kind == "country" and self._annotation.child(whose.head, "compound"):
                # "Age Norway" is a body, though the cast knows the country in its name.
                actor = None
                speaker = self._names.seen_by_parser(whose)
            else:
                speaker = self.named(whose).speaker
            return Described(speaker) if speaker != Speaker() else None
        before = speaker_before(self._annotation, source, earlier, self._rules) or bodies_before.reporter(
            source, self._annotation, earlier, self._rules
        )
        before = before or last_body(self._annotation, source, earlier, self._rules)
        return same_as(before) if before is not None else None

    def together(self, source: SourceMention) -> tuple[Speaker, ...]:
        """All who speak where the source is several people or bodies: "Berg and Kim", "the two leaders"; else empty."""
        several = [i for i in self._annotation.conjuncts(source.head) if self._annotation.tokens[i].start < source.end]
        if len(several) > 1:
            tokens = [self._annotation.tokens[i] for i in several]
            found = [self.named(SourceMention(t.start, t.end, t.i)).speaker for t in tokens]
        else:
            actor = self._mentions.actor(source)
            found = [speaker_of(self._cast.actors[m]) for m in actor.members] if actor is not None else []
            if len(found) < 2:
                named = those_named(self._annotation, self._mentions, source, self._rules)
                found = [speaker_of(a) for a in named]
        return tuple(found) if len(found) > 1 and all(s != Speaker() for s in found) else ()
