"""What the page as a whole says of an engagement that its own sentences leave half told.

A mention that names one side only is completed from the journeys the page tells of (the one guest, the one host) and
from the state the page is about. It stays open where two could be meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set

import msgspec
from msgspec.structs import replace

from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._company import Company, Page
from legation.resolve.engagements._crowds import is_crowd
from legation.resolve.engagements._lookup import Party
from legation.resolve.engagements._pairs import between_the_same, of_the_gathering, of_the_pair
from legation.resolve.engagements._status import CHANGED, DONE, PLANNED
from legation.resolve.engagements._told import NEAR, SEATED, Told, judged, names_another

OFTEN = 3
"""Times a page names the state it is about, at least."""


class SpokenOf(msgspec.Struct, frozen=True):
    """The states that each sentence of a page names, and how often the whole page does."""

    by_sentence: Mapping[int, Set[str]]
    times: Mapping[str, int]


def completed(page: Page, told: list[Told]) -> list[Told]:
    """The clusters, those with one side only completed where the page leaves no choice; a cluster that turns out to be
    a retelling of another engagement becomes part of it."""
    journeys = [row for row in told if row.verdict is None and row.kind == "visit" and row.company.host_country]
    spoken_of = _spoken_of(page)
    for n, row in enumerate(told):
        row = _in_place_of(page, row, told[:n])
        sent = _sent(page, _of_the_only_traveller(page, row, journeys), journeys, spoken_of)
        if sent is not told[n]:
            told[n] = sent
            journeys.append(sent)
    found: list[Told] = []
    late: list[Told] = []
    for row in told:
        if any(c.setting_of is not None for c in row.group) and len(row.company.everybody) < 2:
            found.append(row)  # "the summit" that somebody meets at: not of those who do
            continue
        paired = of_the_gathering(page, of_the_pair(page, between_the_same(page, row, told), told), told)
        other = _seated(page, paired, journeys)
        found.append(other)
        if other is not row:
            late.append(other)
    return _told_once(page, found, late)


# ---- where a visit goes ---------------------------------------------------------------------------------------------


def _sent(page: Page, row: Told, journeys: list[Told], spoken_of: SpokenOf) -> Told:
    """ "The blast came during a visit by Premier X": a foreigner's visit that no word sends anywhere goes to the state
    that the page is told from or about, where its sentences speak of no third one."""
    company = row.company
    if row.kind != "visit" or row.verdict is None or company.host_country or not company.travellers:
        return row
    home = {company.state(p) for p in company.travellers}
    if None in home or len(home) != 1 or _says_where(page, row.group[0]):
        return row
    if any(page.lookup.actor(p.actor).kind == "organisation" for p in company.hosts):
        return row  # whoever receives it is no state
    if not any(page.lookup.actor(p.actor).kind in {"person", "office"} for p in company.travellers):
        return row
    if all(c.mention.needs_official and not _is_here(page, c) for c in row.group):
        return row  # "is in his last year": words too weak to be a visit but for the place
    host = _about(page, spoken_of, row.sentences, home)
    asked = [j for j in journeys if j.company.host_country in home and j.statuses == {"proposed"} != row.statuses]
    journeys = [j for j in journeys if j not in asked]  # who is only asked the other way has not been told to travel
    if host is None or any({host, *home} <= _ends(j) for j in journeys):
        return (
            row  # between the two states the page tells of a visit already: of this one, or of somebody the other way
        )
    received = tuple(p for p in company.parties if company.state(p) == host)
    rest = tuple(p for p in company.parties if p not in received)
    return judged(page, row, replace(company, host_country=host, hosts=(*company.hosts, *received), parties=rest))


def _in_place_of(page: Page, row: Told, before: list[Told]) -> Told:
    """ "Premier X will go instead": where somebody else of his state was to go, who just now was told not to."""
    company = row.company
    if row.kind != "visit" or row.verdict is None or company.host_country or not row.group[0].mention.stands_in:
        return row
    here, home = min(row.sentences), {company.state(p) for p in company.travellers}
    missed = [
        r for r in before
        if r.verdict is None and r.company.host_country and r.statuses & CHANGED and here - max(r.sentences) <= NEAR
        and home & {r.company.state(p) for p in r.company.everybody} and r.company.host_country not in home
    ]  # fmt: skip
    if len({r.company.host_country for r in missed}) != 1:
        return row
    return judged(page, row, replace(company, host_country=missed[-1].company.host_country))


def _of_the_only_traveller(page: Page, row: Told, journeys: list[Told]) -> Told:
    """ "The trip to Berlin will proceed as planned": of nobody named, where all the journeys that the page tells of are of
    the same people."""
    company = row.company
    unsaid = row.kind == "visit" and row.verdict is not None and company.host_country and not company.everybody
    definite = all(c.mention.form == "noun" and c.mention.is_definite for c in row.group if c.status)
    if not unsaid or not definite or any(names_another(page, c) for c in row.group):
        return row
    parties = [{p.actor for p in j.company.travellers} for j in journeys]
    if not parties or any(p != parties[0] for p in parties):
        return row
    theirs = journeys[0].company.travellers
    states = {p.actor: journeys[0].company.state(p) for p in theirs}
    if company.host_country in states.values() or None in states.values():
        return row
    return judged(page, row, replace(company, travellers=theirs, states={**company.states, **states}))


def _ends(journey: Told) -> set[str | None]:
    """The states a visit is between."""
    company = journey.company
    return {company.host_country, *(company.state(p) for p in company.travellers)}


def _is_here(page: Page, candidate: Candidate) -> bool:
    """Whether it goes "here"."""
    goals = [page.doc.tokens[a.head].lower for a in candidate.mention.arguments if a.role == "goal"]
    return any(word in page.rules.words["here"] for word in goals)


def _says_where(page: Page, candidate: Candidate) -> bool:
    """Whether a word says where it goes, though nobody here knows where that is ("to the region")."""
    doc = page.doc
    for argument in candidate.mention.arguments:
        token = doc.tokens[argument.head]
        is_day = token.entity >= 0 and doc.entities[token.entity].label in {"DATE", "TIME"}
        is_here = token.lower in page.rules.words["here"]
        if argument.role in {"goal", "place", "occasion"} and argument.strength and not is_day and not is_here:
            return True
    return candidate.occasion is not None


def _about(page: Page, spoken_of: SpokenOf, sentences: set[int], home: set[str | None]) -> str | None:
    """The state that a page is told from or mostly about, beside the travellers' own, if these sentences leave it open
    or name it, and no other."""
    counts = Counter({code: times for code, times in spoken_of.times.items() if code not in home})
    here = {code for sentence in sentences for code in spoken_of.by_sentence.get(sentence, ())} - home
    if not counts:
        return None
    (top, times), *rest = counts.most_common(2)
    if here - {top} and not all(times >= OFTEN * other for _, other in rest):
        return None
    clear = times >= OFTEN and all(2 * times >= 3 * other for _, other in rest)
    if clear:
        return top
    told_from = page.lookup.scene.country if page.lookup.scene else page.lookup.home
    return top if top == told_from and times > 1 and all(times > other for _, other in rest) else None


def _spoken_of(page: Page) -> SpokenOf:
    by_sentence: dict[int, set[str]] = {}
    times: Counter[str] = Counter()
    for sentence, country in _named(page):
        by_sentence.setdefault(sentence, set()).add(country)
        times[country] += 1
    return SpokenOf(by_sentence, times)


def _named(page: Page) -> Iterator[tuple[int, str]]:
    """(sentence, country) of every state that the page names, as such or by its people; the dateline does not count."""
    lookup, tokens = page.lookup, page.doc.tokens
    for mention in lookup.cast.mentions:
        if mention.actor is not None:
            country = lookup.actor(mention.actor).country
            if country in lookup.world.countries:
                yield tokens[mention.head].sentence, country
    for place in lookup.cast.places:
        if place.country and place is not lookup.scene:
            yield tokens[place.head].sentence, place.country


# ---- with whom one meets --------------------------------------------------------------------------------------------


def _seated(page: Page, row: Told, journeys: list[Told]) -> Told:
    """A meeting of one side: those of no state said whom a visitor meets are his hosts; whoever the hosts' people meet
    beside the words on a visit is the visitor."""
    company = row.company
    signed = row.kind == "ceremony" and row.company.occasion is None  # "to sign an agreement with Minister X"
    if not (row.kind in SEATED or signed) or any(c.mention.by_phone for c in row.group):
        return row
    everybody = company.everybody
    unknown = tuple(p for p in everybody if company.state(p) is None)
    if row.verdict is None and not unknown:
        return row
    states = {company.state(p) for p in everybody} - {None}
    if len(states) != 1:
        return row
    fitting = [j for j in journeys if _are_of_one_time(row, j)]
    if unknown:
        return _with_hosts(page, row, fitting, unknown, states)
    return _with_guest(page, row, fitting, states)


def _with_hosts(
    page: Page, row: Told, journeys: list[Told], unknown: tuple[Party, ...], states: set[str | None]
) -> Told:
    lookup, company = page.lookup, row.company
    if not all(_may_be_local(page, p) or p in company.hosts for p in unknown):
        return row
    known = [p for p in company.everybody if p not in unknown]
    theirs = [
        j for j in journeys
        if any(lookup.same(p.actor, q.actor) for p in known for q in j.company.travellers)
        and company.host_country in {None, j.company.host_country}
        and j.company.host_country not in states
    ]  # fmt: skip
    host = _nearest_host(row, theirs)
    if host is None:
        return row
    filled = {**company.states, **{p.actor: host for p in unknown}}
    return judged(page, row, replace(company, states=filled, host_country=host))


def _may_be_local(page: Page, party: Party) -> bool:
    """Whether one of whom no state is said can be the visited state's: an office-holder or plain officials."""
    lookup = page.lookup
    actor = lookup.actor(party.actor)
    if actor.is_elsewhere or actor.is_former or is_crowd(page, party) or lookup.is_private(party.actor):
        return False
    if actor.kind == "group":
        plain = page.rules.words["plain"] | page.rules.words["delegations"]
        words = {t.lower for t in page.doc.tokens_in(party.start, party.end)}
        return words <= plain and not page.lookup.are_of_many_states(party)
    return actor.kind in {"person", "office"} and lookup.is_senior(party.actor)


def _with_guest(page: Page, row: Told, journeys: list[Told], states: set[str | None]) -> Told:
    company = row.company
    if not all(page.lookup.is_senior(p.actor) for p in company.everybody):
        return row
    if company.host_country not in {None, *states} or any(names_another(page, c) for c in row.group):
        return row
    near = [
        j for j in journeys
        if {j.company.host_country} == states and min(abs(a - b) for a in row.sentences for b in j.sentences) <= NEAR
    ]  # fmt: skip
    guests = {p.actor: p for j in near for p in j.company.travellers if page.lookup.is_senior(p.actor)}
    if len(guests) != 1:
        return row
    guest = next(iter(guests.values()))
    filled = {**company.states, guest.actor: near[0].company.state(guest)}
    return judged(
        page, row, replace(company, parties=(guest, *company.parties), states=filled, host_country=next(iter(states)))
    )


def _nearest_host(row: Told, journeys: list[Told]) -> str | None:
    """The one state visited; of several, that of the visit told of last before."""
    hosts = {j.company.host_country for j in journeys}
    if len(hosts) < 2:
        return next(iter(hosts), None)
    here = min(row.sentences)
    before = [(max(s for s in j.sentences if s <= here), j) for j in journeys if min(j.sentences) <= here]
    if not before:
        return None
    last = max(sentence for sentence, _ in before)
    near = {j.company.host_country for sentence, j in before if sentence == last}
    return next(iter(near)) if len(near) == 1 and here - last <= 1 else None


def _are_of_one_time(one: Told, other: Told) -> bool:
    """Whether two can be of the same days: told of both as ahead or under way, as done, or as changed."""
    ahead, changed = PLANNED | {"under_way"}, CHANGED | PLANNED
    return any(one.statuses & group and other.statuses & group for group in (ahead, DONE, changed))


def _told_once(page: Page, rows: list[Told], late: list[Told]) -> list[Told]:
    """The rows, without those completed ones whose people met in another of them already: these are its retellings."""
    kept: list[Told | None] = list(rows)
    for row in late:
        here = next((n for n, k in enumerate(kept) if k is row), None)
        if here is None or row.kind == "visit" or row.verdict is not None:
            continue
        for n, other in enumerate(kept):
            if other is not None and n != here and _retells(page, row, other):
                kept[n] = Told([*other.group, *row.group], other.kind, other.company, None)
                kept[here] = None
                break
    return [row for row in kept if row is not None]


def _retells(page: Page, row: Told, other: Told) -> bool:
    fits = other.kind in SEATED or (other.kind == "call" and row.kind == "talks")
    if other.verdict is not None or not fits:
        return False
    if not row.statuses <= other.statuses and not _are_of_one_time(row, other):
        return False
    return all(_is_in(page, p, other.company) for p in row.company.everybody)


def _is_in(page: Page, party: Party, company: Company) -> bool:
    if page.lookup.actor(party.actor).kind == "country":
        return any(party.actor == q.actor for q in company.everybody)
    return any(page.lookup.same(party.actor, q.actor) for q in company.everybody)
