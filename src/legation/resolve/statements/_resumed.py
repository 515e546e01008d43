"""Who is taken up by an office or a description: "the foreign minister", "the official", "the Kenyan leader"."""

from __future__ import annotations

from legation.records import Actor, Annotation, Cast, Span, Speaker, Statement, Token
from legation.records.statements import SourceMention
from legation.resolve.statements._anaphora import FARTHEST_NAME, is_description, joined_to_name, person_taken_up
from legation.resolve.statements._bearers import Bearers
from legation.resolve.statements._described import Described, same_as, speaker_of
from legation.resolve.statements._mentions import Mentions
from legation.resolve.statements._offices import Titles
from legation.resolve.statements._only_quoted import whom_the_page_calls_so
from legation.rules.speech import SpeechRules

FARTHEST_RESUMED = 60
"""Statements that "the official" may look back over, at most."""


class Resumed:
    """Those of one page whom later words take up."""

    def __init__(self, annotation: Annotation, cast: Cast, mentions: Mentions, rules: SpeechRules) -> None:
        self._annotation = annotation
        self._cast = cast
        self._mentions = mentions
        self._rules = rules
        self._titles = Titles(annotation, cast, rules)
        self._bearers = Bearers(annotation, mentions, self._titles, rules)

    def holder(self, source: SourceMention, actor: Actor | None, earlier: list[Statement]) -> Actor | None:
        """Who holds the bare office that the source is, where the cast knows nobody or somebody of another office."""
        head = self._annotation.tokens[source.head]
        if actor is not None and (actor.is_plural or actor.kind in ("group", "country")):
            return None
        if actor is not None and actor.name is not None and head.lower in (actor.office or head.lower).lower().split():
            return None
        if actor is not None and head.pos == "PROPN" and head.lower in (actor.name or "").lower().split()[-1:]:
            # Julie Bishop, who is no bishop
            return None
        country = self._mentions.country_within(source, ("country", "adjective", "capital"))
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

    def same_office(self, source: SourceMention, found: Described, earlier: list[Statement]) -> Described:
        """Of two who hold an office, "the foreign minister" without a state is the one who is speaking."""
        head = self._annotation.tokens[source.head]
        words = self._annotation.tokens_in(source.start, source.end)
        if found.speaker.name is None or head.tag not in ("NN", "NNP") or words[0].lower not in self._rules.resuming:
            return found
        if self._mentions.country_within(source, ("country", "adjective", "capital")) is not None:
            return found
        bare = " ".join(t.lower for t in words[1:])
        last = next((s for s in reversed(earlier[-FARTHEST_RESUMED:]) if s.speaker.name is not None), None)
        if last is None or last.speaker.name == found.speaker.name or source.start - last.end > FARTHEST_NAME:
            return found
        is_held = bare == (last.speaker.office or "").lower() == (found.speaker.office or "").lower()
        return same_as(last) if is_held else found

    def whom_the_page_calls_so(
        self, source: SourceMention, found: Described, earlier: list[Statement], said: tuple[Span, ...]
    ) -> Described:
        """Whom the page calls by an office that was taken for somebody whom only quotations name; else it stays."""
        actor = whom_the_page_calls_so(
            self._annotation, self._mentions, self._titles, self._rules, source, found.speaker.name, earlier, said
        )
        return Described(speaker_of(actor)) if actor is not None else found

    def not_through(self, source: SourceMention, found: Described, earlier: list[Statement]) -> Described:
        """Nobody through whom the last speaker is introduced: "the UN official" after "Anna Berg, a spokeswoman for UN envoy
        Ole Lund, said" is Berg, where Lund has not spoken; else it stays."""
        name = found.speaker.name
        words = self._annotation.tokens_in(source.start, source.end)
        head = self._annotation.tokens[source.head]
        is_plain = words[0].lower in self._rules.resuming and head.lemma in self._rules.bearers and head.tag == "NN"
        last = next((s for s in reversed(earlier[-FARTHEST_RESUMED:]) if s.source), None)
        if name is None or not is_plain or last is None or last.speaker.name in (None, name):
            return found
        spoken = [s for s in earlier if s.speaker.name == last.speaker.name]
        is_introduced = any(name in (s.source_words or "") for s in spoken)
        has_spoken = any(s.speaker.name == name for s in earlier)
        return same_as(last) if is_introduced and not has_spoken else found

    def bearer(self, source: SourceMention, earlier: list[Statement]) -> Actor | None:
        """The named person whose office the words are, where the cast takes them for a name."""
        return self._bearers.bearer(source, None, earlier)

    def person(self, source: SourceMention, actor: Actor | None, earlier: list[Statement]) -> Speaker | None:
        """The named person whom "the diplomat", "the Kenyan leader" takes up."""
        last = self._speaks_here(source, earlier)
        is_office = self._annotation.tokens[source.head].lemma in self._rules.bearers
        if last is not None and is_office and is_description(self._annotation, source, self._rules, has_country=False):
            return last.speaker
        if (bearer := self._bearers.bearer(source, actor, earlier)) is not None:
            return speaker_of(bearer)
        country = self._mentions.country_within(source, ("country", "adjective", "capital"))
        if country is None and actor is not None:
            country = actor.country
        if is_description(self._annotation, source, self._rules, has_country=country is not None):
            name = joined_to_name(self._annotation, source)
            known = self._mentions.actor(name) if name is not None else None
            if known is not None and known.kind == "person" and known.name and country in (None, known.country):
                return speaker_of(known)
        before = self._mentions.before(source)
        return person_taken_up(self._annotation, self._cast, before, source, earlier, self._rules, country)

    def _speaks_here(self, source: SourceMention, earlier: list[Statement]) -> Statement | None:
        """The named speaker of the same paragraph of whom the page tells no office: "the official" may well be he."""
        last = next((s for s in reversed(earlier) if s.source and s.source[0].start < source.start), None)
        if last is None or last.speaker.name is None or last.speaker.office is not None:
            return None
        return last if "\n" not in self._annotation.text[last.start : source.start] else None

    def same_words(self, source: SourceMention, earlier: list[Statement]) -> Described | None:
        """Whoever spoke before by those words: "the doctor" after "a doctor said"."""
        head = self._annotation.tokens[source.head]
        first = self._annotation.tokens_in(source.start, source.end)[0]
        if first.lower not in self._rules.resuming or head.tag != "NN" or head.lemma not in self._rules.anaphors:
            return None
        for statement in reversed(earlier[-FARTHEST_RESUMED:]):
            if source.start - statement.end > FARTHEST_NAME:
                return None
            words = (statement.described_as or "").lower().split()
            if head.lower in words and words[0] in self._rules.numbers:
                return same_as(statement)
        return None

    def unnamed(self, source: SourceMention, actor: Actor | None, earlier: list[Statement]) -> Described | None:
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
            t.lower
            for t in self._annotation.children(source.head, "compound", "amod", "nmod")
            if t.lower not in self._rules.resuming and not (country is not None and self._is_of_place(t))
        } - self._rules.ranks
        said = next((s for s in same if words & set((s.described_as or "").lower().split())), None)
        if said is not None:
            return same_as(said)
        if not same and self._annotation.tokens[source.head].lemma == "source" and earlier:
            # "said the same source" of a ministry
            said_same = any(t.lower == "same" for t in self._annotation.children(source.head, "amod"))
            return same_as(earlier[-1]) if said_same and source.start - earlier[-1].end <= FARTHEST_NAME else None
        return same_as(same[0]) if same and not words else None

    def _is_plural_like(self, source: SourceMention, earlier: Statement) -> bool:
        """Whether a source and the speaker of an earlier statement are both one, or both several."""
        if not earlier.source:
            return True
        words = self._annotation.tokens_in(earlier.source[0].start, earlier.source[0].end)
        kind = self._annotation.tokens[source.head]
        nouns = [t for t in words if t.lemma == kind.lemma] or [t for t in words if t.tag in ("NN", "NNS")][:1]
        return not nouns or nouns[0].tag == kind.tag
