"""Speakers called by an office alone ("the foreign secretary said"): who of the page's people has those words as a title
where the page names them."""

from __future__ import annotations

from bisect import bisect_left

from legation.records import Actor, Annotation, Cast, Statement, Token
from legation.records.statements import SourceMention
from legation.rules.speech import SpeechRules

LONGEST_TITLE = 24
"""Tokens before a name that may be its title ("Minister of Health and Social Protection Anna Berg"), at most."""
MOST_PEOPLE = 60
"""People named before, among whom one is looked for by what he is, at most."""
FARTHEST_SPEAKER = 40
"""Statements before, in which the holder of an office may have spoken, at most."""


class Titles:
    """The words by which the people of one page are introduced."""

    def __init__(self, annotation: Annotation, cast: Cast, rules: SpeechRules) -> None:
        self._annotation = annotation
        self._rules = rules
        self._people: list[tuple[int, Actor, frozenset[str]]] = []
        titles: dict[int, set[str]] = {}
        first: dict[int, int] = {}
        for mention in cast.mentions:
            actor = cast.actors[mention.actor] if mention.actor is not None else None
            if actor is None or mention.actor is None or actor.kind != "person" or actor.name is None:
                continue
            if mention.form not in ("name", "surname"):
                continue
            first.setdefault(mention.actor, mention.start)
            titles.setdefault(mention.actor, set()).update(self._title(mention.start))
        for number, words in titles.items():
            actor = cast.actors[number]
            own = {w for part in (actor.office, actor.name) if part for w in part.lower().split()}
            own = {rules.same_office.get(word, word) for word in own} | {initials(actor.office or "")}
            self._people.append((first[number], actor, frozenset(words | own)))
        self._by_word: dict[str, list[int]] = {}
        for k, (_, _, title) in enumerate(self._people):
            for word in title:
                self._by_word.setdefault(word, []).append(k)

    def before(self, start: int) -> list[tuple[int, Actor, frozenset[str]]]:
        """Those named before a character, with where they are named first and their titles' words; the last ones of many."""
        end = bisect_left(self._people, start, key=lambda person: person[0])
        return self._people[max(0, end - MOST_PEOPLE) : end]

    def _title(self, start: int) -> set[str]:
        """The capitalised words directly before a name, linking words among them."""
        tokens = self._annotation.tokens
        i = bisect_left(self._annotation.starts, start)
        low = max(self._annotation.sentence_of(i).first if i < len(tokens) else 0, i - LONGEST_TITLE)
        words: set[str] = set()
        while i > low:
            token = tokens[i - 1]
            is_link = token.pos in ("CCONJ", "ADP", "PART", "DET") or token.text == ","
            is_person = token.entity >= 0 and self._annotation.entities[token.entity].label == "PERSON"
            if not (token.text[:1].isupper() or is_link) or token.pos in ("VERB", "AUX") or is_person:
                break
            words.add(self._rules.same_office.get(token.lower, token.lower))
            i -= 1
        return words

    def holder(
        self, source: SourceMention, earlier: list[Statement], country: str | None, but: str | None = None
    ) -> Actor | None:
        """The one person, named before, whose title has the words of ``source``; of several the one who spoke last; never the
        one named ``but``. None where the words are no bare office, or nobody or too many fit."""
        head = self._annotation.tokens[source.head]
        is_short = _is_short(head.text)
        is_office = is_short or head.lemma.lower() in self._rules.persons | self._rules.honorifics
        if head.tag not in ("NN", "NNP") or not is_office:
            return None
        wanted = self._wanted(source, head)
        if is_short and wanted is not None:
            wanted = wanted - {head.lower} | {_capitals(head.text)}
        if wanted is None:
            return None
        rarest = min((self._by_word.get(word, []) for word in wanted), key=len, default=[])
        fits = [
            actor
            for start, actor, title in (self._people[k] for k in rarest)
            if start < source.start and wanted <= title and (country is None or actor.country in (None, country))
            if but is None or actor.name != but
        ]
        if len(fits) == 1:
            return fits[0]
        names = {actor.name: actor for actor in fits}
        return next(
            (names[s.speaker.name] for s in reversed(earlier[-FARTHEST_SPEAKER:]) if s.speaker.name in names), None
        )

    def _wanted(self, source: SourceMention, head: Token) -> frozenset[str] | None:
        """The words that the title must have; None where the source says more than an office."""
        words = self._annotation.tokens_in(source.start, source.end)
        if words[0].lower not in self._rules.resuming and not head.text[:1].isupper():
            return None
        wanted = set()
        for token in words:
            named = self._annotation.entities[token.entity].label if token.entity >= 0 else ""
            if token.pos in ("DET", "PUNCT", "PART") or named in ("GPE", "NORP"):
                continue
            if token.pos not in ("NOUN", "PROPN", "ADJ", "ADP", "CCONJ") or named == "PERSON":
                return None
            wanted.add(self._rules.same_office.get(token.lower, token.lower))
        return frozenset(wanted)


def initials(office: str) -> str:
    """``cp`` of "Commissioner of Police", by which "the CoP" takes the holder up."""
    words = office.replace("-", " ").split()
    return "".join(w[0] for w in words if w[0].isalpha() and w not in ("of", "the", "and", "for")).lower()


def _is_short(word: str) -> bool:
    """Whether a word is made up of initials: "PS", "CEO", "CoP"."""
    return 2 <= len(word) <= 4 and word[0].isupper() and word[-1].isupper()


def _capitals(word: str) -> str:
    return "".join(c for c in word if c.isupper()).lower()
