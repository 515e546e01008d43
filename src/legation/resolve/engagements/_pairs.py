"""Sittings of people not named beside them: "the two met", "the foreign ministers will meet"."""

from __future__ import annotations

from msgspec.structs import replace

from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._lookup import Party
from legation.resolve.engagements._parties import parties_at
from legation.resolve.engagements._told import NEAR, SEATED, Told, judged, names_another


def between_the_same(page: Page, row: Told, told: list[Told]) -> Told:
    """ "The two had a meeting", "ministers from the three countries met": those named before the words in their own sentence,
    else those of whom the page told last as being together; as many states as the words say."""
    company = row.company
    if row.kind not in SEATED or row.verdict is None or any(company.state(p) for p in company.everybody):
        return row
    number, words = max((_how_many(page, c) for c in row.group), default=(0, 0))
    if not number:
        return _of_the_only_company(page, row, told)
    filled = _named_before(page, page.doc.sentence_of(words).first, words)
    if filled == {} and page.doc.tokens[words].sentence:
        before = page.doc.sentences[page.doc.tokens[words].sentence - 1]
        filled = _named_before(page, before.first, before.last)
        filled = filled if filled and len(set(filled.values())) == number else {}
    if filled is None or (filled and len(set(filled.values())) != number):
        return row
    here = min(row.sentences)
    earlier = [r for r in told if r.verdict is None and min(r.sentences) <= here]
    if not filled and earlier:
        last = max(earlier, key=lambda r: max(s for s in r.sentences if s <= here))
        if here - max(s for s in last.sentences if s <= here) <= NEAR:
            filled = {p: last.company.state(p) or page.lookup.state(p.actor) for p in _sides(page, last)}
    if len(set(filled.values())) != number or not all(s in page.lookup.world.countries for s in filled.values()):
        return row
    states = {p.actor: state for p, state in filled.items()}
    return judged(page, row, replace(company, travellers=(), hosts=(), parties=tuple(filled), states=states))


def of_the_pair(page: Page, row: Told, told: list[Told]) -> Told:
    """ "a meeting between the foreign ministers was proposed": office-holders in the plural whose states are not said, where
    the page told last of two states together."""
    company = row.company
    known = {company.state(p) for p in company.everybody} - {None}
    if row.kind not in SEATED or row.verdict is None or len(known) > 1 or not any(_are_several(page, c) for c in row.group):
        return row
    here = min(row.sentences)
    pairs = [r for r in told if r.verdict is None and min(r.sentences) <= here and r.kind in SEATED | {"call", "summit"}]
    pairs = [r for r in pairs if known <= {r.company.state(p) for p in _sides(page, r)}]
    if not pairs:
        return row
    last = max(pairs, key=lambda r: max(s for s in r.sentences if s <= here))
    states = {last.company.state(p) for p in _sides(page, last)}
    if len(states) != 2 or not all(s in page.lookup.world.countries for s in states):
        return row
    first = row.group[0].mention
    parties = tuple(page.lookup.country_party(s, first.start, first.end) for s in sorted(states, key=str) if s)
    filled = {p.actor: page.lookup.state(p.actor) for p in parties}
    return judged(page, row, replace(company, travellers=(), hosts=(), parties=parties, states=filled))


def of_the_gathering(page: Page, row: Told, told: list[Told]) -> Told:
    """ "Chad is boycotting the meeting": the gathering told of just before, which one state stays away from."""
    company = row.company
    states = {company.state(p) for p in company.everybody}
    definite = all(c.mention.form == "noun" and c.mention.is_definite for c in row.group if c.status)
    if row.kind not in SEATED | {"summit"} or row.verdict is None or row.statuses != {"declined"} or not definite:
        return row
    here = min(row.sentences)
    before = [r for r in told if r.verdict is None and r.kind == "summit" and r.company.host_country and r.company.occasion]
    before = [r for r in before if 0 <= here - min(r.sentences) <= NEAR]
    if len(states) != 1 or None in states or len(before) != 1 or company.host_country is not None:
        return row
    whole = before[0].company
    placed = replace(company, host_country=whole.host_country, place=whole.place, occasion=whole.occasion)
    return judged(page, row, placed)


def _are_several(page: Page, candidate: Candidate) -> bool:
    """Whether "the ministers", "the leaders" take part, and no word says which."""
    lookup = page.lookup
    for argument in candidate.mention.arguments:
        token = page.doc.tokens[argument.head]
        if argument.role != "party" or argument.strength < 2 or token.tag not in {"NNS", "NNPS"}:
            continue
        theirs = parties_at(lookup, token.i)
        definite = any(c.lower in page.rules.words["definite"] for c in page.doc.children(token.i, "det"))
        is_said = any(lookup.state(p.actor) for p in theirs) or page.doc.child(token.i, "prep") is not None
        if definite and not is_said and token.lower in page.rules.words["delegations"]:
            return True
    return False


def _of_the_only_company(page: Page, row: Told, told: list[Told]) -> Told:
    """ "The negotiations will resume in May": of nobody named, where all sittings the page tells of are of the same states."""
    definite = all(c.mention.is_definite for c in row.group if c.status)
    if row.company.everybody or not definite or any(names_another(page, c) for c in row.group):
        return row
    sittings = [r for r in told if r.verdict is None and r.kind in SEATED | {"call", "summit"}]
    first = {sittings[0].company.state(p) for p in _sides(page, sittings[0])} if sittings else set()
    if len(first) < 2 or not all(state in page.lookup.world.countries for state in first):
        return row
    if any({r.company.state(p) for p in _sides(page, r)} != first for r in sittings):
        return row
    theirs = {p: sittings[0].company.state(p) for p in _sides(page, sittings[0])}
    states = {p.actor: state for p, state in theirs.items()}
    return judged(page, row, replace(row.company, parties=tuple(theirs), states=states))


def _named_before(page: Page, first: int, last: int) -> dict[Party, str | None] | None:
    """The people that the tokens from ``first`` to ``last`` name, with their states; empty where they name none, None where
    the state of one is not known."""
    lookup = page.lookup
    found: dict[int, Party] = {}
    for token in page.doc.tokens[first:last]:
        for party in parties_at(lookup, token.i):
            if lookup.actor(party.actor).kind in {"person", "office"} and not lookup.is_spokesperson(party.actor):
                found.setdefault(party.actor, party)
    states = {party: lookup.state(party.actor) for party in found.values()}
    return None if None in states.values() else states


def _how_many(page: Page, candidate: Candidate) -> tuple[int, int]:
    """How many states the words for who takes part speak of without naming them, and where: "the two", "both leaders",
    "the three countries"; 0 where they do not."""
    for argument in candidate.mention.arguments:
        if argument.role not in {"party", "with", "subject"} or not argument.strength:
            continue
        first, last = page.doc.subtree(argument.head)
        for token in page.doc.tokens[first : min(last, first + 6)]:
            if token.lower in page.rules.numbers:
                return page.rules.numbers[token.lower], first
    return 0, 0


def _sides(page: Page, row: Told) -> tuple[Party, ...]:
    """Who is in an engagement, one for each state; the host's state itself where nobody of it is named."""
    company = row.company
    found: dict[str | None, Party] = {}
    for party in company.everybody:
        known = found.get(company.state(party))
        if known is None or (page.lookup.actor(party.actor).name and not page.lookup.actor(known.actor).name):
            found[company.state(party)] = party
    host = company.host_country
    if row.kind == "visit" and host is not None and host not in found:
        found[host] = page.lookup.country_party(host, row.group[0].mention.start, row.group[0].mention.end)
    return tuple(found.values())
