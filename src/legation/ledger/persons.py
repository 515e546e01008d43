"""One person under many spellings, and never two people of one surname: from names to persons.

The answer is a function of the set of names and of what people have put right, not of any order. Two names *agree*
where one can be a spelling or a shortening of the other, for the same state or body. A name that agrees with two
others that do not agree with each other ("George Bush") could be either's, so it stands alone; all names that are left
and agree with each other are one person's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from legation.ledger.office_claims import search_words
from legation.records import Holder, KnownOffice, NameCorrection, OfficeHeld
from legation.rules.ledger import NamesPutRight, Words
from legation.rules.names import is_same_name, name_words
from legation.rules.offices import NameWords


class Line(OfficeHeld, frozen=True, kw_only=True):
    """A name in an office for a time: of pages, or of a file (``is_exact``: then first and last day are those in
    office, None for open). ``id`` names the calendar's line."""

    first: date | None
    last: date | None
    is_exact: bool
    is_settled: bool
    dispatch: str
    source: str
    aliases: tuple[str, ...] = ()
    family_name: str | None = None
    id: str = ""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One person: every spelling, and every line that names one of them."""

    name: str
    spellings: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def sides(self) -> frozenset[str]:
        return frozenset(line.side for line in self.lines)

    @property
    def is_settled(self) -> bool:
        """Whether a file or two independent dispatches know this person."""
        return any(x.is_settled for x in self.lines) or len({x.dispatch for x in self.lines}) > 1


def line_from_holder(holder: Holder) -> Line:
    return Line(
        **holder.held(),
        first=holder.first_said,
        last=holder.last_said,
        is_exact=False,
        is_settled=holder.is_settled,
        dispatch=holder.dispatch,
        source=holder.source,
        id=holder.id,
    )


def line_from_file(known: KnownOffice) -> Line:
    return Line(
        name=known.name,
        office=known.office,
        office_class=known.office_class,
        country=known.country,
        organisation=known.organisation,
        gender=known.gender,
        standing="acting" if known.office.startswith("acting ") else "holder",
        first=known.since,
        last=known.until,
        is_exact=True,
        is_settled=True,
        dispatch=known.source,
        source=known.source,
        aliases=known.aliases,
        family_name=known.family_name,
    )


class Told(msgspec.Struct, frozen=True):
    """What people have put right about names: the last word on each pair. Names are compared as ``name_words``."""

    same: frozenset[frozenset[tuple[str, ...]]] = frozenset()
    apart: frozenset[frozenset[tuple[str, ...]]] = frozenset()

    def joins(self, one: str, other: str) -> bool:
        return frozenset((name_words(one), name_words(other))) in self.same

    def parts(self, one: str, other: str) -> bool:
        return frozenset((name_words(one), name_words(other))) in self.apart

    @staticmethod
    def others(name: str, pairs: frozenset[frozenset[tuple[str, ...]]]) -> tuple[str, ...]:
        """The other name of each pair that this one is in."""
        words = name_words(name)
        return tuple(sorted(" ".join(other) for pair in pairs if words in pair for other in pair - {words}))


def told_by_people(corrections: Iterable[NameCorrection]) -> Told:
    """The corrections in force, given oldest first."""
    last = {frozenset((name_words(c.one), name_words(c.other))): c.kind for c in corrections}
    return Told(
        same=frozenset(pair for pair, kind in last.items() if kind == "same"),
        apart=frozenset(pair for pair, kind in last.items() if kind == "apart"),
    )


def names_put_right(corrections: Sequence[NameCorrection]) -> NamesPutRight:
    """The corrections in force, given oldest first, as merging reports asks for them."""
    told = told_by_people(corrections)
    written = {name_words(name): name for c in corrections for name in (c.one, c.other)}
    return NamesPutRight(
        writings={words: tuple(written[w] for w in sorted(joined_with(words, told) - {words})) for words in written},
        same=told.same,
        apart=told.apart,
    )


def joined_with(words: Words, told: Told) -> frozenset[Words]:
    """A name and all that people have joined with it, with what it was joined with, and so on; as ``name_words``."""
    found, grown = frozenset({words}), True
    while grown:
        more = found.union(*(pair for pair in told.same if pair & found))
        grown, found = more != found, more
    return found


def without_undone(known: Sequence[KnownOffice], told: Told) -> tuple[KnownOffice, ...]:
    """A file's lines without the aliases that people have undone."""
    return tuple(
        msgspec.structs.replace(k, aliases=tuple(a for a in k.aliases if not told.parts(a, k.name))) for k in known
    )


class _Node(msgspec.Struct, frozen=True):
    """Names that are one without asking: one writing for one side, a file's aliases, what people have joined."""

    spellings: tuple[str, ...]
    sides: frozenset[str]
    genders: frozenset[str]
    lines: tuple[Line, ...]


def persons_of(lines: Sequence[Line], told: Told, words: NameWords) -> tuple[Person, ...]:
    """The persons that lines name, by name; the same for the same set of lines and corrections."""
    nodes = _nodes(lines, told)
    agree = _agreements(nodes, told, words)
    persons = [_person(nodes, group) for group in _groups(len(nodes), agree)]
    return tuple(sorted(persons, key=lambda p: (name_words(p.name), sorted(p.sides))))


def _nodes(lines: Sequence[Line], told: Told) -> list[_Node]:
    by_writing: dict[tuple[tuple[str, ...], str], list[Line]] = {}
    for line in lines:
        by_writing.setdefault((name_words(line.name), line.side), []).append(line)
    groups = [found for _, found in sorted(by_writing.items())]
    # What people have joined is one for every side; few names are of that kind, so the others are not compared at all.
    joined: list[list[Line]] = []
    asked = {words for pair in told.same for words in pair}
    for group in groups:
        is_asked = any(name_words(line.name) in asked for line in group)
        mine = [j for j in joined if any(told.joins(a.name, b.name) for a in j for b in group)] if is_asked else []
        joined = [j for j in joined if j not in mine] + [[line for j in mine for line in j] + group]
    return [_node(group, told) for group in joined]


def _node(lines: list[Line], told: Told) -> _Node:
    aliases = {a for line in lines for a in line.aliases if not told.parts(a, line.name)}
    return _Node(
        spellings=tuple(sorted({line.name for line in lines} | aliases)),
        sides=frozenset(line.side for line in lines),
        genders=frozenset(line.gender for line in lines if line.gender),
        lines=tuple(lines),
    )


def _agreements(nodes: Sequence[_Node], told: Told, words: NameWords) -> dict[int, set[int]]:
    """Which nodes agree with which. Only those that share a word are compared."""
    filed: dict[str, list[int]] = {}
    for number, node in enumerate(nodes):
        for word in {w for name in node.spellings for w in _filed_under(name)}:
            filed.setdefault(word, []).append(number)
    agree: dict[int, set[int]] = {number: set() for number in range(len(nodes))}
    for number, node in enumerate(nodes):
        near = {n for name in node.spellings for w in _filed_under(name) for n in filed[w] if n > number}
        for other in near:
            if _agrees(node, nodes[other], told, words):
                agree[number].add(other)
                agree[other].add(number)
    return agree


def _filed_under(name: str) -> frozenset[str]:
    return search_words(name) | {"".join(name_words(name))}


def _agrees(one: _Node, other: _Node, told: Told, words: NameWords) -> bool:
    if not one.sides & other.sides or len(one.genders | other.genders) > 1:
        return False
    pairs = [(a, b) for a in one.spellings for b in other.spellings]
    if any(told.parts(a, b) for a, b in pairs):
        return False
    return any(is_same_name(a, b, words) for a, b in pairs)


def _groups(size: int, agree: dict[int, set[int]]) -> Iterator[list[int]]:
    """Groups in which everybody agrees with everybody; who agrees with two that do not agree stands alone."""
    alone: set[int] = set()
    while torn := {
        n for n in range(size) if n not in alone and any((agree[n] - alone) - agree[m] - {m} for m in agree[n] - alone)
    }:
        alone |= torn
    done: set[int] = set()
    for n in range(size):
        if n not in done:
            group = {n} if n in alone else {n} | (agree[n] - alone)
            done |= group
            yield sorted(group)


def _person(nodes: Sequence[_Node], group: Sequence[int]) -> Person:
    lines = [line for n in group for line in nodes[n].lines]
    spellings = sorted({s for n in group for s in nodes[n].spellings}, key=lambda s: (-len(s), s))
    return Person(name=_name(lines), spellings=tuple(spellings), lines=tuple(sorted(lines, key=_order)))


def _name(lines: Sequence[Line]) -> str:
    """The name to show: a file's, else the one told of in most years, else the first told of."""
    of_file = sorted(line.name for line in lines if line.is_exact)
    if of_file:
        return of_file[0]
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.name] = counts.get(line.name, 0) + 1
    firsts = {name: min(x.first or date.max for x in lines if x.name == name) for name in counts}
    return min(counts, key=lambda name: (-counts[name], firsts[name], -len(name), name))


def _order(line: Line) -> tuple[date, str, str, str, str]:
    return (line.first or date.min, line.side, line.office_class, line.standing, line.name)
