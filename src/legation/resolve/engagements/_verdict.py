"""Whether a cluster of mentions is an engagement between states; why not, where it is none."""

from __future__ import annotations

import msgspec

from legation.records import EngagementKind
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._company import Company, Page, sent_to
from legation.resolve.engagements._crowds import is_crowd, is_sent
from legation.resolve.engagements._lookup import LEADING, Lookup, Party
from legation.resolve.engagements._other_worlds import is_another_world, is_contest
from legation.resolve.engagements._parties import parties_at
from legation.resolve.engagements._status import CHANGED, PLANNED
from legation.resolve.engagements._summons import is_summons

DOMESTIC = frozenset({"legislator", "leader", "governor", "party_official", "central_banker"})
"""Classes of office whose holders, where no state is said, are as likely the page's own."""
HOLY_SEE = "VA"
SINGLE = frozenset({"head_of_state", "head_of_government", "monarch", "crown_prince", "foreign_minister"})
"""Classes of office that a state has one of."""



class Verdict(msgspec.Struct, frozen=True):
    """Why a cluster is no engagement; ``reason`` None where it is not even worth an abstention."""

    reason: str | None


def verdict_on(page: Page, group: list[Candidate], kind: EngagementKind, company: Company) -> Verdict | None:
    """None where the cluster is an engagement between states; else why it is not."""
    lookup = page.lookup
    status = any(c.status or c.no_date_set for c in group)
    everybody = company.everybody
    if not status:
        return Verdict(None)
    if is_another_world(page, group, company):
        return Verdict(None)
    if not everybody and _is_assembly(page, group, kind, company):
        return None
    if not everybody:
        changed = any(c.status in CHANGED or c.status in PLANNED for c in group) and company.host_country
        return Verdict("nobody is named who takes part" if changed else None)
    in_office = [p for p in everybody if not lookup.actor(p.actor).is_former]
    states = {lookup.whole(lookup.world.sovereigns.get(s, s)) for p in in_office if (s := company.state(p))}
    if any(c.mention.needs_official for c in group) and len(group) == 1 and kind != "visit":
        acting = {
            company.state(p)
            for p in everybody
            if lookup.is_official(p.actor) and lookup.actor(p.actor).kind != "country"
        }
        bare = [p for p in everybody if _are_bare(lookup, (p,)) and company.state(p) is None]
        if len(acting - {None}) + bool(bare) < 2 and not _are_of_two_states(company):
            return Verdict(None)
    if kind == "summit" and company.occasion is None and all(c.mention.form == "verb" for c in group):
        return Verdict(None)
    if is_contest(page, group):
        return Verdict(None)
    if kind == "visit" and all(c.mention.needs_official for c in group):
        if any(lookup.actor(p.actor).kind not in {"person", "office", "group"} for p in company.travellers):
            return Verdict(None)
        if not any(lookup.is_senior(p.actor) or is_sent(page, p) for p in company.travellers):
            return Verdict(None)
    if (
        kind == "visit"
        and company.travellers
        and all(_is_no_visitor(page, p, company.host_country) for p in company.travellers)
    ):
        return Verdict(None)
    if kind == "visit":
        if not company.travellers:
            return Verdict("who travels is not said" if company.host_country else None)
        home = {company.state(p) for p in company.travellers}
        if company.travellers and all(lookup.actor(p.actor).is_former for p in company.travellers):
            return Verdict(None)
        if all(lookup.actor(p.actor).office_class == "governor" for p in company.travellers):
            return Verdict(None)  # "Odisha's chief minister will travel to Japan": of a part of a state
        if any(_leads_privately(page, p) for p in company.travellers) or any(_is_private(page, c) for c in group):
            return Verdict(None)
        if all(p.form == "adjective" and not lookup.actor(p.actor).office for p in company.travellers):
            return Verdict(None)  # "Americans visiting Kenya" are people, not their state
        received = None not in home and any(lookup.is_senior(p.actor) for p in company.hosts)
        if not received and not any(lookup.is_official(p.actor) for p in company.travellers):
            return Verdict("the traveller's office is not known" if None in home else None)
        if company.host_country is None:
            return Verdict("where the visit goes is not said")
        sovereigns = lookup.world.sovereigns
        if {sovereigns.get(s or "", s) for s in home} == {sovereigns.get(company.host_country, company.host_country)}:
            return Verdict(None)
        if (
            None in home
            and len(home) == 1
            and not (_goes_abroad(lookup, group, company) and _are_foreign(lookup, company.travellers))
        ):
            return Verdict("the traveller's country is not known")
        return None
    if all(is_summons(page.doc, page.rules, c.mention) for c in group) and not states - {company.host_country}:
        return Verdict("whose envoy is called in is not said")
    if _is_gathering(page, group, kind, company) or _is_summit_of_members(page, group, kind, company):
        return None
    if _is_with_private_people(page, company):
        return Verdict(None)
    officials = [p for p in everybody if lookup.is_official(p.actor)]
    if not officials and not _are_of_two_states(company):
        return Verdict(None)
    others = tuple(
        p
        for p in everybody
        if company.state(p) is None and _is_introduced(lookup, p) and lookup.actor(p.actor).office_class not in DOMESTIC
    )
    said = any(_says_whose(page, p) for p in everybody)
    if len(states) == 1 and said and others and _are_bare(lookup, others) and len(officials) >= 2:
        # Writers name the state of foreigners and leave out their own: the bare office is of another state.
        foreign = tuple(p for p in everybody if company.state(p) is not None)
        return None if _are_no_compatriots(page, others, foreign) else Verdict("with whom is not said")
    if company.host_country and kind in {"summit", "ceremony", "talks", "meeting"} and len(states) == 1:
        abroad = states != {company.host_country}
        named = (
            company.occasion is not None
            or kind == "ceremony"
            or any(is_summons(page.doc, page.rules, c.mention) for c in group)
            or (kind == "summit" and any(c.mention.form == "noun" for c in group))
            or (kind == "talks" and not _is_of_a_journey(page, group))
        )
        return None if abroad and named else Verdict(None if not abroad else "with whom is not said")
    if len(states) < 2:
        is_named = any(letter.isupper() or letter.isdigit() for letter in company.occasion or "")  # not "a ceremony"
        if kind == "summit" and is_named and any(lookup.actor(p.actor).country for p in everybody):
            return None
        return Verdict("with whom is not said" if len(everybody) > 1 else None)
    if any(company.state(p) is None for p in everybody) and len(officials) < 2:
        return Verdict("whom a participant acts for is not known")
    return None


def _is_private(page: Page, candidate: Candidate) -> bool:
    """ "a private visit", "travelled to London for medical treatment", "left for Germany on a holiday"."""
    doc, words = page.doc, page.rules.words
    preps = [p for node in candidate.mention.nodes for p in doc.children(node, "prep")]
    behind = [leaf for p in preps for leaf in doc.children(p.i, "pobj")]
    if any(leaf.lower in words["private_purposes"] for leaf in behind):
        return True
    visits = [doc.tokens[candidate.mention.head], *behind]
    visits = [t for t in visits if t.lemma in page.rules.nouns]
    return any(c.lower in words["private"] for t in visits for c in doc.children(t.i, "amod", "compound", "nmod"))


def _leads_privately(page: Page, party: Party) -> bool:
    """ "a delegation from Angola led by Rector X"."""
    doc, lookup = page.doc, page.lookup
    leaders = {party.actor}
    for token in doc.tokens_in(party.start, party.end):
        led = (c for c in doc.children(token.i, "acl") if c.lemma in page.rules.words["leading"])
        agents = (leaf.i for c in led for by in doc.children(c.i, "agent") for leaf in doc.children(by.i, "pobj"))
        leaders |= {p.actor for i in agents for p in parties_at(lookup, i)}
    offices = {n: (lookup.actor(n).office or "").lower() for n in leaders}
    if any(set(o.split()) & page.rules.words["popes"] and lookup.actor(n).country != HOLY_SEE for n, o in offices.items()):
        return True  # the Coptic pope's flock is no state
    return any(o in page.rules.words["private_leaders"] for o in offices.values())


def _is_of_a_journey(page: Page, group: list[Candidate]) -> bool:
    """ "arrived in Uganda for talks": with nobody named on the other side, the talks are what the visit is for."""
    verbs = page.rules.verbs
    return all(
        any(f.agent == "traveller" for node in c.mention.nodes for f in verbs.get(page.doc.tokens[node].lemma, ()))
        for c in group
    )


def _is_gathering(page: Page, group: list[Candidate], kind: EngagementKind, company: Company) -> bool:
    """Whether the leaders or ministers of a body meet somewhere, or some state hosts a summit of leaders it does not name."""
    lookup = page.lookup
    if kind not in {"summit", "meeting", "talks"}:
        return False
    many = [
        p for p in company.everybody
        if company.state(p) is None and page.lookup.are_of_many_states(p) and not is_crowd(page, p)
    ]  # fmt: skip
    if many and (company.host_country or any(lookup.is_senior(p.actor) for p in company.everybody if company.state(p))):
        return True  # "Arab leaders will meet in Cairo", "met with five Caribbean leaders"
    world = [p for p in company.everybody if lookup.are_of_the_world(p)]
    if world and len(world) == len(company.everybody) and company.host_country:
        return True  # "world leaders convene in Dubai"
    if company.host_country is None:  # "postponed a meeting of ASEAN foreign ministers"
        called_off = any(c.status in CHANGED and c.mention.form == "noun" for c in group)
        return called_off and any(lookup.is_gathering(p.actor) for p in company.everybody)
    if any(lookup.is_gathering(p.actor) for p in company.everybody):
        return True
    leaders = [p for p in company.everybody if lookup.actor(p.actor).kind == "group" and company.state(p) is None]
    if kind != "summit":  # "with ministers from several Latin American countries"
        leaders = [p for p in leaders if page.lookup.are_of_many_states(p)]
    return bool(leaders) and any(company.state(p) for p in company.everybody)


def _is_assembly(page: Page, group: list[Candidate], kind: EngagementKind, company: Company) -> bool:
    """ "the Summit of the Americas opens in Lima on Monday": a gathering of states that goes by its name, where it is said
    where it is and something is told of it."""
    told = any(c.mention.form == "noun" and (c.mention.governors or len(c.mention.nodes) > 1) for c in group)
    named = company.occasion is not None and page.lookup.world.is_assembly(company.occasion)
    return kind == "summit" and told and named and company.host_country is not None


def _is_summit_of_members(page: Page, group: list[Candidate], kind: EngagementKind, company: Company) -> bool:
    """ "the African Union's summit has been postponed", "EU foreign ministers will meet on Monday": of a body of many
    states, wherever it is, where something is told of it: a change, or its days."""
    lookup = page.lookup
    bodies = [lookup.actor(p.actor) for p in company.everybody if lookup.is_gathering(p.actor)]
    if kind == "summit":
        told = [c for c in group if c.mention.form == "noun" and c.mention.governors]
    else:
        bodies = [a for a in bodies if a.kind == "group"]
        told = group if kind in {"meeting", "talks"} and len(bodies) == len(company.everybody) else []
    changed = (c.status in CHANGED or (c.when is not None and c.when.earliest is not None) for c in told if c.status)
    return bool(bodies) and any(changed)


def _is_with_private_people(page: Page, company: Company) -> bool:
    """Whether one side is only business leaders, relatives and the like: a president who meets them meets no state."""
    lookup = page.lookup
    private = [p for p in company.everybody if is_crowd(page, p) or lookup.is_private(p.actor)]
    public = [p for p in company.everybody if p not in private]
    sides = {company.state(p) for p in public if company.state(p) or lookup.is_official(p.actor)}
    return bool(private) and len(sides) < 2


def _are_of_two_states(company: Company) -> bool:
    """ "Brazil's Lula and Colombia's Petro": named people, each with a state and no office, as headlines write of leaders."""
    states = {company.state(p) for p in company.everybody}
    return len(states) > 1 and None not in states and all(p.form in {"name", "surname"} for p in company.everybody)


def _are_no_compatriots(page: Page, bare: tuple[Party, ...], said: tuple[Party, ...]) -> bool:
    """Whether office-holders of no state said can be taken for another state's than those beside them: one who is the first
    to be named, who holds the same office of which a state has one, or whom an ambassador meets where he is posted. Not so
    "Pakistan's prime minister met the army chief", nor whom an ambassador meets that is sent elsewhere."""
    lookup = page.lookup
    if any(lookup.actor(p.actor).office_class == "ambassador" and lookup.actor(p.actor).is_plural for p in said):
        return False  # "Bulgaria's ambassadors": all that it has, whom its own minister calls together
    if any(lookup.actor(p.actor).office_class == "ambassador" for p in said):
        return not any(sent_to(page, p.actor) - {None} for p in said)
    theirs = {lookup.actor(p.actor).office_class for p in said} & SINGLE
    if theirs and all(lookup.actor(p.actor).office_class in theirs for p in bare):
        return True
    return min(p.start for p in bare) < min(p.start for p in said)


def _says_whose(page: Page, party: Party) -> bool:
    """Whether the page itself gives the party's state, beside what the who's who knows of the person."""
    actor = page.lookup.actor(party.actor)
    if actor.country is None:
        return False
    words = page.doc.text[party.start : party.end]
    return not actor.known_from or page.lookup.world.name_of(actor.country) in words


def _is_introduced(lookup: Lookup, party: Party) -> bool:
    """Whether the page names the person, or writes the office as a title ("the Secretary"), not as a description."""
    actor = lookup.actor(party.actor)
    return bool(actor.name) or bool(actor.office and actor.office[:1].isupper())


def _is_no_visitor(page: Page, party: Party, host: str | None) -> bool:
    """Crowds, groups with no delegation's name, and ambassadors, whose arrival is the start of a posting, unless the page
    says that they are posted elsewhere ("the ambassador to the United Nations")."""
    actor = page.lookup.actor(party.actor)
    if actor.kind == "group" and actor.office_class is None:
        words = {t.lower for t in page.doc.tokens_in(party.start, party.end)}
        if not words & page.rules.words["delegations"]:
            return True
    if actor.office_class == "ambassador":
        posts = sent_to(page, party.actor) - {None}
        return not posts or host in posts
    return is_crowd(page, party)


def _goes_abroad(lookup: Lookup, group: list[Candidate], company: Company) -> bool:
    """Whether the page names the state it goes to, not only a city that might be at home: nobody says his own."""
    return any(c.host_country and c.place is None for c in group)


def _are_bare(lookup: Lookup, parties: tuple[Party, ...]) -> bool:
    """Whether all are senior office-holders for whom the page gives no state."""
    actors = [lookup.actor(p.actor) for p in parties]
    if any(a.is_elsewhere and a.office_class in LEADING for a in actors):
        return False  # "the president of Real Betis"
    return bool(parties) and all(lookup.is_bare_office(p.actor) and lookup.is_senior(p.actor) for p in parties)


def _are_foreign(lookup: Lookup, parties: tuple[Party, ...]) -> bool:
    """Whether bare office-holders who come to a state that is named can be taken for another's: not party leaders, deputies
    and governors, who visit their own president ("the Social Democrat leader accepted the invitation of")."""
    return _are_bare(lookup, parties) and not all(lookup.actor(p.actor).office_class in DOMESTIC for p in parties)
