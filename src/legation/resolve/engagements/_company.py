"""Who takes part in a cluster of mentions, and for which state."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from legation.records import Annotation, Cause, EngagementKind, Statement, Topic, When
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._lookup import Lookup, Party
from legation.rules.engagements import EngagementRules

LEADING = frozenset({"head_of_state", "head_of_government", "monarch", "crown_prince", "foreign_minister"})
"""Offices that a state has one of: who is met as such, with no state said, is met at home."""

MINISTERS = frozenset({"minister", "deputy_minister", "trade_minister", "defence_minister", "finance_minister", "interior_minister",
                       "justice_minister", "vice_head"})  # fmt: skip
"""Offices of a government that a visitor meets where he is."""


class Page(msgspec.Struct, frozen=True):
    """What all engagements of one page are built with."""

    doc: Annotation
    rules: EngagementRules
    lookup: Lookup
    statements: tuple[Statement, ...]
    causes: Mapping[int, Cause]
    published: date | None
    topics: tuple[Topic, ...] = ()
    times: tuple[When, ...] = ()


class Company(msgspec.Struct, frozen=True, kw_only=True):
    """Who takes part, after all mentions of a cluster are put together."""

    travellers: tuple[Party, ...]
    hosts: tuple[Party, ...]
    parties: tuple[Party, ...]
    host_country: str | None
    place: str | None
    occasion: str | None
    states: Mapping[int, str | None]

    @property
    def everybody(self) -> tuple[Party, ...]:
        return (*self.travellers, *self.hosts, *self.parties)

    def state(self, party: Party) -> str | None:
        return self.states.get(party.actor)


def _united(lookup: Lookup, parties: list[Party]) -> tuple[Party, ...]:
    """Each actor once; a named one stands for the unnamed of its state and office."""
    kept: list[Party] = []
    for party in parties:
        twin = next((i for i, k in enumerate(kept) if lookup.same(k.actor, party.actor)), None)
        if twin is None:
            kept.append(party)
        elif lookup.actor(party.actor).name and not lookup.actor(kept[twin].actor).name:
            kept[twin] = party
    return tuple(kept)


def _states(lookup: Lookup, parties: tuple[Party, ...], travellers: tuple[Party, ...]) -> Mapping[int, str | None]:
    """Each participant's state. A bare office is the page's own state's, unless that state is there already."""
    own = {p.actor: lookup.state(p.actor) for p in parties}
    if lookup.home is None or lookup.home in own.values():
        return own
    bare = [n for n, state in own.items() if state is None and lookup.is_at_home(n)]
    if len(bare) == 1 or {p.actor for p in travellers} >= set(bare):
        own.update(dict.fromkeys(bare, lookup.home))
    return own


def _locals(
    page: Page, parties: tuple[Party, ...], states: Mapping[int, str | None], host: str | None
) -> Mapping[int, str | None]:
    """ "met officials in Beijing", "began his visit to Cambodia by meeting Prime Minister X": plain officials and senior
    office-holders of whom the page says no state, met by another state's people where they are at home."""
    if host is None or host in states.values() or not any(states.values()):
        return {}
    lookup = page.lookup
    plain = page.rules.words["plain"] | page.rules.words["delegations"]
    return {
        p.actor: host
        for p in parties
        if states[p.actor] is None
        and (
            (lookup.is_bare_office(p.actor) and lookup.actor(p.actor).office_class in LEADING)
            or _is_met_there(page, p, [q for q in parties if states[q.actor]])
            or (
                lookup.actor(p.actor).kind == "group"
                and {t.lower for t in page.doc.tokens_in(p.start, p.end)} <= plain
                and not page.lookup.are_of_many_states(p)
            )
        )
    }


def _is_met_there(page: Page, one: Party, foreign: list[Party]) -> bool:
    """ "Foreign Minister X held talks with Trade Minister Y in Nairobi": whom a foreigner is told to have met, by an office of a
    government, and not who stands beside him ("X and Trade Minister Y")."""
    lookup = page.lookup
    if not lookup.is_bare_office(one.actor) or lookup.actor(one.actor).office_class not in MINISTERS:
        return False
    before = [q for q in foreign if q.end < one.start]
    between = page.doc.tokens_in(max(q.end for q in before), one.start) if before else ()
    return any(t.pos == "VERB" or t.lower == "with" for t in between)


def _here(page: Page, group: list[Candidate], home: set[str | None]) -> str | None:
    """ "LONDON - King X begins a state visit on Tuesday": a foreigner's visit that no word sends anywhere comes to the
    state the page is told from, where that state is spoken of beside it."""
    scene = page.lookup.scene
    if scene is None or not home or None in home or scene.country in home:
        return None
    if any(a.role == "goal" for c in group for a in c.mention.arguments):
        return None
    here = {c.mention.sentence for c in group}
    near = here | {n + 1 for n in here} | {n - 1 for n in here}
    elsewhere = _spoken_of(page, here) - home - {None, scene.country}
    return scene.country if scene.country in _spoken_of(page, near) and not elsewhere else None


def _spoken_of(page: Page, sentences: set[int]) -> set[str | None]:
    """The states that these sentences name as such or through their people; the dateline does not count."""
    cast, tokens = page.lookup.cast, page.doc.tokens
    named = {
        page.lookup.actor(m.actor).country
        for m in cast.mentions
        if m.actor is not None and tokens[m.head].sentence in sentences
    }
    scene = page.lookup.scene
    return named | {p.country for p in cast.places if tokens[p.head].sentence in sentences and p is not scene}


def _posting(
    page: Page, group: list[Candidate], parties: tuple[Party, ...], states: Mapping[int, str | None]
) -> str | None:
    """ "the Brazilian ambassador met Foreign Minister X": an ambassador meets another state's office-holders where he is
    posted. Not where his title sends him elsewhere, to a body, or where the two have an occasion or speak by phone."""
    lookup = page.lookup
    if any(c.occasion or c.mention.by_phone or c.mention.on_sidelines or c.place for c in group):
        return None
    envoys = [p for p in parties if lookup.actor(p.actor).office_class == "ambassador"]
    others = [p for p in parties if p not in envoys and lookup.is_senior(p.actor)]
    home = {states[p.actor] for p in envoys}
    there = {lookup.actor(p.actor).country or states[p.actor] for p in others}
    if len(home) != 1 or len(there) != 1 or None in home | there or home == there:
        return None
    host = next(iter(there))
    sent = {s for p in envoys for s in sent_to(page, p.actor)}
    scene = lookup.scene
    fits = sent <= {host} and (scene is None or scene.country in {host, *home})
    return host if fits and host in page.lookup.world.countries else None


def _where_posted(
    page: Page, parties: tuple[Party, ...], states: Mapping[int, str | None], host: str | None
) -> str | None:
    """ "the High Commissioner of India to Ghana called on the Vice President": office-holders of no state said, whom an
    ambassador meets, are of the state that his title sends him to. None where there are none, or another could be meant."""
    lookup = page.lookup
    envoys = [p for p in parties if lookup.actor(p.actor).office_class == "ambassador" and states[p.actor]]
    others = [p for p in parties if states[p.actor] is None]
    known = {states[p.actor] for p in parties} - {None}
    to = {s for p in envoys for s in sent_to(page, p.actor)}
    at_home = lookup.home is not None and lookup.home in {states[p.actor] for p in envoys}
    if len(envoys) != 1 or len(to) != 1 or len(others) != 1 or at_home or not known <= to | {states[envoys[0].actor]}:
        return None
    there = next(iter(to))
    in_office = all(lookup.actor(p.actor).office and lookup.is_official(p.actor) for p in others)
    fits = there in lookup.world.countries and there != states[envoys[0].actor] and host in {None, there}
    return there if in_office and fits else None


def sent_to(page: Page, actor: int) -> set[str | None]:
    """The states and bodies that an ambassador's titles on the page send him to ("ambassador to Kenya")."""
    doc, lookup = page.doc, page.lookup
    found: set[str | None] = set()
    for mention in lookup.cast.mentions:
        if mention.actor != actor:
            continue
        for token in doc.tokens_in(mention.start, mention.end):
            if token.lower == "to" and token.pos == "ADP":
                for leaf in doc.children(token.i, "pobj"):
                    to = lookup.mention(leaf.i)
                    country = lookup.country_here(leaf.i)[0]
                    found.add(country or (lookup.state(to.actor) if to is not None and to.actor is not None else None))
    return found


def company_of(page: Page, group: list[Candidate], kind: EngagementKind) -> Company:
    lookup = page.lookup
    travellers = _united(lookup, [p for c in group for p in c.travellers])
    hosts = _united(lookup, [p for c in group for p in c.hosts])
    parties = _united(lookup, [p for c in group for p in c.parties])
    states = _states(lookup, (*travellers, *hosts, *parties), travellers)
    host = next((c.host_country for c in group if c.host_country), None)
    states = {**states, **_locals(page, (*hosts, *parties), states, host)}
    replaced = next((c.compatriots for c in group if c.compatriots), None)
    states.update({p.actor: replaced for p in travellers if states[p.actor] is None and replaced})
    place = next((c.place for c in group if c.place and (c.host_country == host or c.host_country is None)), None)
    if host is None and hosts:
        foreign = {states[p.actor] for p in travellers} - {None, states[hosts[0].actor]}
        host = states[hosts[0].actor] if lookup.actor(hosts[0].actor).country or foreign else None
    if kind in {"meeting", "talks"}:
        posted = _where_posted(page, (*travellers, *hosts, *parties), states, host)
        if posted is not None:
            states = {p: states[p] or posted for p in states}
            host = host or (None if any(c.occasion or c.mention.by_phone for c in group) else posted)
    if kind == "call":
        host, place = None, None
    if kind == "visit" and not travellers and len({states[p.actor] for p in parties}) == 1:
        travellers, parties = parties, ()
    if kind == "visit" and host is None:
        home = {states[p.actor] for p in travellers}
        host = next((s for p in parties if (s := lookup.actor(p.actor).country) and s not in home), None)
    if kind == "visit" and host is None and any(lookup.actor(p.actor).kind != "country" for p in travellers):
        host = _here(page, group, {states[p.actor] for p in travellers})
    if kind == "visit":
        hosts = tuple(p for p in hosts if not any(lookup.same(p.actor, q.actor) for q in travellers))
    # Whoever belongs to the host's side of a visit receives it.
    if kind == "visit" and host:
        received = tuple(p for p in parties if states[p.actor] == host)
        hosts = hosts + tuple(p for p in received if p.actor not in {h.actor for h in hosts})
        parties = tuple(p for p in parties if p not in received)
        travellers = tuple(p for p in travellers if states[p.actor] != host)
    if host is None and place is None and kind in {"meeting", "talks"} and not hosts:
        host = _posting(page, group, parties, states)
    placed = [*travellers, *hosts]
    return Company(
        travellers=travellers,
        hosts=hosts,
        parties=tuple(p for p in parties if not any(lookup.same(p.actor, q.actor) for q in placed)),
        host_country=host,
        place=place,
        occasion=next((c.occasion for c in group if c.occasion), None),
        states=states,
    )
