"""Whether two mentions tell of one gathering of a body: its leaders' meeting is its summit, and its members attend it."""

from __future__ import annotations

from legation.records import Token
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._lookup import LEADING, Lookup
from legation.resolve.engagements._status import CHANGED

GATHERED = frozenset({"meeting", "talks", "summit"})
LEADERS = LEADING | {"leader", "organisation_head"}
GATHERINGS = GATHERED | {"ceremony"}
SOON = 3
"""Sentences between a gathering and the words that say who comes to it, at most."""
NEAR = 6
"""Sentences between two mentions of one gathering, at most, where only one of them says where it is."""


def is_same_gathering(lookup: Lookup, group: list[Candidate], new: Candidate, hosts: float) -> bool:
    """ "the GCC will hold its summit in Kuwait ... The GCC leaders will meet in Kuwait City": one body's people of one rank;
    "Botswana and Zimbabwe were expected to attend the summit": states that are members of it. ``hosts`` is 1 where both are
    in one state, 0 where one of them does not say so."""
    if new.kind not in GATHERED or hosts < 0 or not any(c.kind in GATHERED for c in group):
        return False
    mine, theirs = _ranks(lookup, [new]), _ranks(lookup, group)
    near = new.mention.sentence - group[-1].mention.sentence <= NEAR
    if len(theirs) != 1 or not (hosts > 0 or near) or not new.everybody:
        return False
    body = next(iter(theirs))
    if not all(_is_of(lookup, c, body) for c in (*group, new)):
        return False
    if not mine:
        return near and _is_attended(group, new)
    if hosts == 0 and (new.status in CHANGED) != any(c.status in CHANGED for c in group):
        return False
    ranks = [side.get(body, set()) - {None} for side in (mine, theirs)]
    return mine.keys() == theirs.keys() and (not all(ranks) or bool(ranks[0] & ranks[1]))


def is_its_company(lookup: Lookup, group: list[Candidate], new: Candidate) -> bool:
    """ "Zambia will host a summit on Tuesday. The summit will bring together A and B", "... A and B will attend": whoever comes to
    what was just told of without anybody but its host."""
    near = 0 <= new.mention.sentence - max(c.mention.sentence for c in group) <= SOON
    opener = next((c for c in group if c.kind in GATHERINGS and c.mention.form == "noun" and c.setting_of is None), None)
    if not near or opener is None or not new.everybody or any(c.mention.by_phone for c in group):
        return False
    hosts = {c.host_country for c in group} - {None}
    states = {lookup.state(p.actor) for c in group if not c.mention.is_of_company for p in c.everybody}
    if len(hosts) > 1 or new.host_country not in {None, *hosts} or not states <= {*hosts, None}:
        return False
    if new.mention.is_of_company:
        return True
    called = [a.head for a in new.mention.arguments if a.role == "occasion"]
    heads = [new.mention.head] if new.mention.form == "noun" else called
    told = any(_is_unqualified(lookup, lookup.doc.tokens[i]) for i in heads)
    return told and new.kind in GATHERED and new.occasion is None and bool(hosts)


def _is_unqualified(lookup: Lookup, token: Token) -> bool:
    """ "the summit", with nothing that tells it from another."""
    before = [c for c in lookup.doc.children(token.i) if c.i < token.i]
    return bool(before) and all(c.dep == "det" and c.lower in lookup.rules.words["definite"] for c in before)


def _is_attended(group: list[Candidate], new: Candidate) -> bool:
    """Whether it is a summit with no other name, of which no change is told, and the group a summit."""
    called = (new.occasion or "").lower().split()
    names = {word for c in group for word in (c.occasion or "").lower().split()}
    attends = new.kind == "summit" or any(a.role == "occasion" for a in new.mention.arguments)
    summits = attends and any(c.kind == "summit" for c in group)
    return summits and set(called) <= names and new.status not in CHANGED


def _ranks(lookup: Lookup, candidates: list[Candidate]) -> dict[str | None, set[str | None]]:
    """The bodies whose people gather, and of what rank: leaders at a summit, else as their office says."""
    found: dict[str | None, set[str | None]] = {}
    for c in candidates:
        for party in c.everybody:
            if lookup.is_gathering(party.actor):
                actor = lookup.actor(party.actor)
                leads = c.kind == "summit" or actor.office_class in LEADERS
                found.setdefault(actor.organisation, set()).add("leader" if leads else actor.office_class)
    return found


def _is_of(lookup: Lookup, candidate: Candidate, body: str | None) -> bool:
    """Whether everybody in it is of the body, of one of its members, or of the state it is in."""
    known = lookup.world.bodies.get(body or "")
    members = {*known.members, body} if known is not None else {body}
    return all(lookup.state(p.actor) in members | {candidate.host_country} for p in candidate.everybody)


def is_told_of_it(lookup: Lookup, group: list[Candidate], new: Candidate) -> bool:
    """ "the summit, which will see ten leaders sit down for talks with X": what a clause on the gathering itself tells of it."""
    doc = lookup.doc
    if new.kind not in GATHERED:
        return False
    wholes = {c.mention.head for c in group if c.kind == "summit" and c.mention.form == "noun"}
    child = doc.tokens[new.mention.head]
    for head in doc.ancestors(new.mention.head):
        if head.i in wholes:
            subject = doc.child(child.i, "nsubj")
            tells = child.lemma in lookup.rules.words["seeing"]
            return child.dep == "relcl" and tells and subject is not None and subject.lower in lookup.rules.words["relatives"]
        child = head
    return False
