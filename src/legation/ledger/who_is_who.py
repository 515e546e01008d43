"""The calendar's who's who: what pages and files say of offices completes what another page leaves short.

Completing is looking, not keeping: reports, groups and revisions stay what their pages say, and whoever reads the
calendar sees them completed by all that is known. So it depends on the set of pages alone, never on which came first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from legation.ledger.office_claims import search_words
from legation.ledger.persons import Line, Person, Told, persons_of
from legation.records import State, Who
from legation.rules.names import family_names, is_same_name, is_variant, name_words
from legation.rules.office_claims import OfficeClaimRules
from legation.rules.offices import OfficeRules

_CURRENT = ("holder", "acting")


class Term(msgspec.Struct, frozen=True):
    """A stretch of days in which a person may be taken to hold an office, with the lines it rests on."""

    person: Person
    first: date
    last: date
    lines: tuple[Line, ...]

    @property
    def is_settled(self) -> bool:
        return any(x.is_settled for x in self.lines) or len({x.dispatch for x in self.lines}) > 1


class Wanted(msgspec.Struct, frozen=True):
    """What must be looked up to complete a participant: words of names, and offices of a side."""

    words: frozenset[str] = frozenset()
    offices: frozenset[tuple[str, str]] = frozenset()


class WhoIsWho:
    """Everybody that ``lines`` tell of, with what people have put right, ready to complete participants.

    ``as_of`` is the day up to which files' open ends can be trusted; None: for ever.
    """

    def __init__(
        self, lines: Sequence[Line], told: Told, offices: OfficeRules, rules: OfficeClaimRules, *, as_of: date | None
    ) -> None:
        self.persons = persons_of(lines, told, offices.words.names)
        self._told, self._offices, self._rules, self._as_of = told, offices, rules, as_of
        self._by_word: dict[str, list[Person]] = {}
        self._by_office: dict[tuple[str, str], list[Person]] = {}
        self._terms: dict[tuple[str, str], tuple[Term, ...]] = {}
        self._shorts: dict[int, frozenset[tuple[str, ...]]] = {}
        for person in self.persons:
            for word in {w for s in person.spellings for w in search_words(s)}:
                self._by_word.setdefault(word, []).append(person)
            for key in {(x.side, x.office_class) for x in person.lines}:
                self._by_office.setdefault(key, []).append(person)

    # -- who is meant ---------------------------------------------------------------------------------------------

    def called(self, name: str) -> tuple[Person, ...]:
        """Everybody who is called so, by a full name, a surname or any word of the name, in any usual spelling."""
        asked, words = name_words(name), self._offices.words.names
        found = []
        for person in self.persons:
            is_word = len(asked) == 1 and any(is_variant(asked[0], w) for s in person.spellings for w in name_words(s))
            if is_word or any(is_same_name(name, s, words) for s in person.spellings):
                found.append(person)
        return tuple(found)

    def put_right(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What people have said are other writings of a name, and what they have said are not; folded."""
        return self._told.others(name, self._told.same), self._told.others(name, self._told.apart)

    def complete(self, who: Who, day: date, *, is_past: bool = False) -> Who:
        """A participant with what the who's who adds as of ``day``, and ``known_from``; unchanged where it adds
        nothing, or where not exactly one person can be meant. ``is_past``: something long over, its day not known."""
        if who.name is None and is_past:
            return who
        if who.name is None:
            ruler = ruler_of(who, self._offices)
            return self._with_name(who, day) if ruler is None else self._with_state_of(ruler, who, day)
        if is_whole(who, self._offices):
            return who
        fitting = [p for p in self._near(who.name) if self._can_be(who, p, day)]
        if len(fitting) != 1 or not fitting[0].is_settled:
            return who
        return self._with_facts(who, fitting[0], day)

    def _with_state_of(self, ruler: str, who: Who, day: date) -> Who:
        """ "The Modi government" is of the state that exactly one Modi is of."""
        named = Who(name=ruler)
        fitting = [p for p in self._near(ruler) if self._can_be(named, p, day)]
        if len(fitting) != 1 or not fitting[0].is_settled:
            return who
        found = self._with_facts(named, fitting[0], day)
        return replace(who, country=found.country, known_from=found.known_from) if found.country else who

    def _near(self, name: str) -> Iterable[Person]:
        found = (p for word in search_words(name) for p in self._by_word.get(word, ()))
        return {id(p): p for p in found}.values()

    def _is_short_for(self, name: str, person: Person) -> bool:
        asked = name_words(name)
        if id(person) not in self._shorts:
            self._shorts[id(person)] = self._shorts_of(person)
        shorts = self._shorts[id(person)]
        return asked in shorts or any(len(asked) == len(s) and all(map(is_variant, asked, s)) for s in shorts)

    def _shorts_of(self, person: Person) -> frozenset[tuple[str, ...]]:
        """What may stand for the person alone: family names, and spellings of one word."""
        shorts = {name_words(x.family_name) for x in person.lines if x.family_name}
        country = next((x.country for x in person.lines if x.country), None)
        for spelling in person.spellings:
            parts = name_words(spelling)
            shorts.add(family_names(spelling, country, self._offices.words.names)[0] if len(parts) > 1 else parts)
        return frozenset(shorts)

    def _can_be(self, who: Who, person: Person, day: date) -> bool:
        name = who.name or ""
        if any(self._told.parts(name, s) for s in person.spellings):
            return False
        lines = [x for x in person.lines if (who.country or who.organisation or x.side) == x.side]
        if not lines:
            return False
        office_class = self._class_of(who)
        is_whole_name = len(name_words(name)) > 1
        if is_whole_name and any(is_same_name(name, s, self._offices.words.names) for s in person.spellings):
            return True
        if not self._is_short_for(name, person):
            return False
        around = [x for x in lines if self._is_around(x, day)]
        if office_class is not None:
            # "President Bush" is not the one whom pages of the time call a former president.
            in_office = [x for x in around if who.is_former or x.standing != "former"]
            return any(self._offices.covers(office_class, x.office_class) for x in in_office)
        if not (who.country or who.organisation):
            return not who.office and self._is_well_known(name, around)
        return any(x.office_class not in self._rules.completing.rulers for x in around)

    def _is_well_known(self, name: str, lines: Iterable[Line]) -> bool:
        """Whether a surname with nothing beside it can mean this person: a high office, and no everyday surname."""
        if name_words(name)[0] in self._offices.words.names.common_surnames:
            return False
        limit, rulers = self._rules.completing.bare_rank, self._rules.completing.rulers
        return any(self._offices.rank(x.office_class) <= limit and x.office_class not in rulers for x in lines)

    def _is_around(self, line: Line, day: date) -> bool:
        reach = timedelta(self._rules.days.name)
        return (line.first is None or line.first <= _later(day, reach)) and (
            line.last is None or _earlier(day, reach) <= line.last
        )

    def _class_of(self, who: Who) -> str | None:
        title = self._offices.title_named(who.office) if who.office else None
        if title is None or title.is_institution:
            return None
        return title.by_country.get(who.country or "", title.office_class) or None

    def _with_facts(self, who: Who, person: Person, day: date) -> Who:
        name = who.name or ""
        is_short = _may_be_short(name, self._offices) and self._is_short_for(name, person)
        held = self._held(person, day)
        side = next(iter(person.sides)) if len(person.sides) == 1 else None
        line = held[0] if held else next(x for x in person.lines if not side or x.side == side)
        made = replace(
            who,
            name=person.name if is_short else name,
            office=who.office or (held[0].office if held else None),
            country=who.country or (None if who.organisation or not side else line.country),
            organisation=who.organisation or (None if who.country or not side else line.organisation),
        )
        return made if made == who else replace(made, known_from=line.source)

    def _held(self, person: Person, day: date) -> list[Line]:
        """The first line of the highest office that a person held on a day; nothing where two are as high."""
        best: dict[str, Line] = {}
        for side, office_class in sorted({(x.side, x.office_class) for x in person.lines}):
            for term in self.terms(side, office_class):
                if term.person is person and term.first <= day <= term.last and term.is_settled:
                    best[office_class] = term.lines[0]
        ranked = sorted(best, key=self._offices.rank)
        if len(ranked) > 1 and self._offices.rank(ranked[0]) == self._offices.rank(ranked[1]):
            return []
        return [best[ranked[0]]] if ranked else []

    # -- who holds an office --------------------------------------------------------------------------------------

    def office_wanted(self, who: Who) -> tuple[str, str] | None:
        """The side and class of an office that one person holds at a time, where a participant is no more than that."""
        side, rules = who.country or who.organisation, self._rules.completing
        title = self._offices.title_named(who.office) if who.office else None
        if who.name or not side or who.is_former or title is None or title.is_plural or title.is_institution:
            return None
        office_class = self._class_of(who)
        is_one = office_class is not None and office_class not in self._offices.several_holders
        if not is_one or office_class is None or self._offices.rank(office_class) > rules.office_rank:
            return None
        return None if office_class == "leader" else (side, office_class)

    def _with_name(self, who: Who, day: date) -> Who:
        key = self.office_wanted(who)
        if key is None:
            return who
        fitting = [t for t in self.terms(*key) if t.first <= day <= t.last]
        if len({id(t.person) for t in fitting}) != 1 or not fitting[0].is_settled:
            return who
        return replace(who, name=fitting[0].person.name, known_from=fitting[0].lines[0].source)

    def terms(self, side: str, office_class: str) -> tuple[Term, ...]:
        """Everybody's terms in an office, by their first day. A term reaches beyond the days that pages tell of by as
        much as the rules allow, but never into what they tell of another's, nor past a page that calls it over."""
        key = (side, office_class)
        if key not in self._terms:
            told = [t for p in self._by_office.get(key, ()) for t in self._told_terms(p, key)]
            made = (self._reaching(term, told, key) for term in told)
            self._terms[key] = tuple(sorted(made, key=lambda t: (t.first, t.last, t.person.name)))
        return self._terms[key]

    def _told_terms(self, person: Person, key: tuple[str, str]) -> Iterator[Term]:
        """The stretches in which pages, or a file, tell of a person in an office: claims near each other are one."""
        mine = [x for x in person.lines if (x.side, x.office_class) == key and x.standing in _CURRENT]
        run: list[Line] = []
        for line in sorted(mine, key=lambda x: x.first or date.min):
            if run and (line.first or date.min) - _last(run) > timedelta(self._rules.days.gap):
                yield Term(person, run[0].first or date.min, _last(run), tuple(run))
                run = []
            run.append(line)
        if run:
            yield Term(person, run[0].first or date.min, _last(run), tuple(run))

    def _reaching(self, term: Term, told: Sequence[Term], key: tuple[str, str]) -> Term:
        days = self._rules.days
        exact = [x for x in term.lines if x.is_exact]
        others = [t for t in told if t.person is not term.person]
        first, last = term.first, term.last
        if not any(x.first == first for x in exact):
            before = max((t.last for t in others if t.last < first), default=None)
            first = max(_earlier(first, timedelta(days.before)), before or date.min)
        if last == date.max and self._as_of is not None:
            last = max([_later(self._as_of, timedelta(days.after)), *(x.last for x in term.lines if x.last)])
        elif not any(x.last == last for x in exact):
            last = _later(last, timedelta(days.after))
        known = max([term.first, *(x.last for x in term.lines if x.last)])
        if any(x.last is None for x in exact) and self._as_of is not None:
            known = max(known, self._as_of)
        # A successor, or a page that calls it over, ends what is only guessed.
        ends = [t.first for t in others if t.first > known]
        ends += [
            x.first
            for x in term.person.lines
            if (x.side, x.office_class) == key and x.standing == "former" and x.first and x.first > known
        ]
        if ends:
            last = min(last, _earlier(min(ends), timedelta(1)))
        return Term(term.person, first, last, term.lines)


def _last(lines: Sequence[Line]) -> date:
    return max(x.last or date.max for x in lines)


def _earlier(day: date, by: timedelta) -> date:
    return day - by if day - date.min > by else date.min


def _later(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max


def is_whole(who: Who, offices: OfficeRules) -> bool:
    """Whether a participant has all there is to say: a full name, an office, a state or body."""
    return bool(who.name and who.office and (who.country or who.organisation)) and not _may_be_short(
        who.name or "", offices
    )


def ruler_of(who: Who, offices: OfficeRules) -> str | None:
    """The name in a government's that has no state: "Modi" of "Modi government"; None for any other participant."""
    first, _, last = (who.organisation or "").rpartition(" ")
    if not first or who.name or who.country or who.office or not first[0].isupper():
        return None
    title = offices.title_named(last)
    is_body = title is not None and title.is_institution and title.office_class in offices.syntax.owned_by_name
    return first if is_body else None


def _may_be_short(name: str, offices: OfficeRules) -> bool:
    """Whether a name can be a surname alone: one word, or one with its particles ("bin Salman")."""
    words = name_words(name)
    return len(words) < 2 or words[0] in offices.words.names.particles


def wanted_names(name: str) -> Wanted:
    """What to look up to find out whom a name means."""
    return Wanted(frozenset(search_words(name)))


def wanted_for(people: Iterable[Who], offices: OfficeRules, rules: OfficeClaimRules) -> Wanted:
    """What to look up before these participants can be completed."""
    empty = WhoIsWho((), Told(), offices, rules, as_of=None)
    words: set[str] = set()
    asked: set[tuple[str, str]] = set()
    for who in people:
        ruler = ruler_of(who, offices)
        if ruler is not None:
            words |= search_words(ruler)
        elif who.name is None:
            key = empty.office_wanted(who)
            if key is not None:
                asked.add(key)
        elif not is_whole(who, offices):
            words |= search_words(who.name)
    return Wanted(frozenset(words), frozenset(asked))


def completed_state(state: State, said_on: date, known: WhoIsWho) -> State:
    """A state with its participants completed, as of the day it was said or, where that came first, of its own last
    day: who was foreign minister when the visit took place, not when somebody recalled it."""
    day = min(said_on, state.latest or said_on)
    is_past = state.status == "held" and state.latest is None
    people = tuple(known.complete(who, day, is_past=is_past) for who in state.participants)
    # One who stands there by name already is not named again from the office.
    names = [w.name for w in state.participants if w.name]
    kept = tuple(
        old if old.name is None and new.name in names else new
        for old, new in zip(state.participants, people, strict=True)
    )
    return state if kept == state.participants else replace(state, participants=kept)
