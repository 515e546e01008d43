"""Who stays away from a gathering: his refusal is his own, and the gathering goes on without him."""

from __future__ import annotations

from msgspec.structs import replace

from legation.records import When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._lookup import Lookup
from legation.resolve.engagements._status import DONE, PLANNED

NEAR = 2
"""Sentences, at most, between somebody's refusal and whoever goes in his place."""

REFUSED = frozenset({"denied", "cancelled", "declined"})


def is_absence(lookup: Lookup, candidate: Candidate) -> bool:
    """ "X will not attend the summit", "X skips the summit": said of somebody, not of the gathering or of its body."""
    if candidate.kind != "summit" or candidate.status not in REFUSED:
        return False
    people = [p for p in candidate.parties if not lookup.is_gathering(p.actor)]
    if len(people) < len(candidate.parties) and _is_called_off(lookup, candidate):
        return False
    return len({lookup.state(p.actor) for p in people}) == 1


def _is_called_off(lookup: Lookup, candidate: Candidate) -> bool:
    """ "Egypt called off the Arab League summit", but not "pulled out of it": the gathering itself is off."""
    mention = candidate.mention
    return lookup.doc.tokens[mention.head].dep != "pobj" and any(g.is_change for g in mention.governors)


def leaves_open(lookup: Lookup, mention: EngagementMention) -> bool:
    """ "He declined to attend", "cancelled his attendance": what he stays away from was told before."""
    frame = lookup.rules.nouns.get(lookup.doc.tokens[mention.head].lemma)
    attends = mention.form == "verb" or (frame is not None and "occasion" in frame.prepositions.values())
    said = any(a.role in {"occasion", "place"} for a in mention.arguments)
    return mention.kind == "summit" and attends and not said


def stays_away(lookup: Lookup, group: list[Candidate], new: Candidate) -> bool:
    """Whether one tells of somebody's refusal and the other of the gathering, or of somebody else's part in it."""
    absent = [c for c in group if is_absence(lookup, c)]
    if is_absence(lookup, new):
        return any(c.status in PLANNED | DONE and c.kind == "summit" and not _share(lookup, c, new) for c in group)
    goes_on = new.kind == "summit" and new.status in PLANNED | DONE
    return goes_on and bool(absent) and (_is_of_another(lookup, new) or not any(_share(lookup, c, new) for c in absent))


def _is_of_another(lookup: Lookup, attending: Candidate) -> bool:
    """ "will skip the summit ... He will attend a summit in Vietnam": not the one he stays away from."""
    mention = attending.mention
    at = [mention.head] if mention.form == "noun" else [a.head for a in mention.arguments if a.role == "occasion"]
    return any(c.lower in lookup.rules.words["bringing_up"] for head in at for c in lookup.doc.children(head, "det"))


def _share(lookup: Lookup, one: Candidate, other: Candidate) -> bool:
    return any(lookup.same(p.actor, q.actor) for p in one.everybody for q in other.everybody)


def located(lookup: Lookup, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The candidates, each absence with the place and days of the gathering told before it, else of the next told; one
    whose words leave the gathering out and that has none to belong to is left out."""
    gatherings = [c for c in candidates if c.kind == "summit" and (c.host_country or c.occasion)]
    found: list[Candidate] = []
    for c in candidates:
        if is_absence(lookup, c) and any(_is_off(lookup, g) for g in gatherings if _fits(g, c)):
            continue  # a summit put off since he would miss it
        whole = _gathering_of(gatherings, c) if is_absence(lookup, c) else None
        if whole is not None:
            c = replace(
                c, host_country=c.host_country or whole.host_country, place=c.place or whole.place,
                occasion=c.occasion or whole.occasion, when=_narrower(c.when, whole.when),
            )  # fmt: skip
        elif is_absence(lookup, c) and leaves_open(lookup, c.mention):
            continue
        elif c.mention.stands_in and c.host_country is None:
            c = _in_place_of(lookup, found, c)
        if is_absence(lookup, c) and c.status == "denied" and not c.mention.governors:
            c = replace(c, status="declined")  # "will not attend": refused; "has no plans to attend" denies a plan
        found.append(c)
    return tuple(found)


def _is_off(lookup: Lookup, gathering: Candidate) -> bool:
    return gathering.status in {"postponed", "cancelled"} and not is_absence(lookup, gathering) and bool(gathering.everybody)


def _in_place_of(lookup: Lookup, before: list[Candidate], deputy: Candidate) -> Candidate:
    """ "The minister will stand in for him": where whoever stays away was to be."""
    whole = next((c for c in reversed(before) if is_absence(lookup, c) and c.host_country), None)
    if whole is None or deputy.mention.sentence - whole.mention.sentence > NEAR:
        return deputy
    home = next((s for p in whole.parties if (s := lookup.state(p.actor))), None)
    return replace(
        deputy, host_country=whole.host_country, place=whole.place, when=deputy.when or whole.when, compatriots=home
    )


def _gathering_of(gatherings: list[Candidate], absence: Candidate) -> Candidate | None:
    """The gathering that somebody stays away from, where the page leaves no choice between several places."""
    fits = [g for g in gatherings if _fits(g, absence)]
    if len({g.host_country for g in fits} - {None}) > 1:
        return None
    placed = [g for g in fits if g.host_country] or fits
    dated = [g for g in placed if g.when is not None and g.when.earliest is not None]
    before = [g for g in placed if g.number < absence.number]
    whole = before[-1] if before else placed[0] if placed else None
    if whole is None or not dated or whole.when is not None:
        return whole
    return replace(whole, when=dated[0].when)


def _fits(gathering: Candidate, absence: Candidate) -> bool:
    if gathering.number == absence.number:
        return False
    hosts = {gathering.host_country, absence.host_country} - {None}
    names = {c.occasion.lower() for c in (gathering, absence) if c.occasion}
    return len(hosts) < 2 and (len(names) < 2 or absence.host_country is not None)


def _narrower(own: When | None, gatherings: When | None) -> When | None:
    """The gathering's days where somebody's own are not given or only hold them."""
    if gatherings is None or gatherings.earliest is None or gatherings.latest is None:
        return own
    if own is None or own.earliest is None or own.latest is None:
        return gatherings
    holds = own.earliest <= gatherings.earliest and gatherings.latest <= own.latest
    return gatherings if holds else own
