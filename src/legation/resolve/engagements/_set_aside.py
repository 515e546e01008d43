"""Mentions that tell of no engagement at all: nobody is received, nobody could be anywhere, or another word tells of it."""

from __future__ import annotations

from legation.records.engagements import EngagementMention
from legation.resolve.engagements._absences import leaves_open
from legation.resolve.engagements._roles import Roles


def is_told_by_its_noun(mention: EngagementMention, mentions: tuple[EngagementMention, ...]) -> bool:
    """ "will co-chair the strategic dialogue with X": the noun tells of the talks, and with whom."""
    if mention.form != "verb" or mention.kind != "summit":
        return False
    occasions = {a.head for a in mention.arguments if a.role == "occasion"}
    told = (m for m in mentions if m.form == "noun" and m.kind in {"talks", "meeting"} and m.head in occasions)
    return any(a.role in {"with", "party"} and a.strength for m in told for a in m.arguments)


def tells_of_none(roles: Roles, *, gathers: bool) -> bool:
    """Whether a mention with these ``roles`` tells of no engagement; ``gathers`` where people of several states sit together."""
    mention = roles.mention
    is_verb = mention.form == "verb"
    received = roles.travellers or (mention.effect == "invited" and roles.parties)
    if is_verb and any(a.role == "host" for a in mention.arguments) and not received:
        return True  # "hosts a summit", "receives support": nobody is received
    nowhere = roles.host_country is None and not roles.occasion
    is_loose = nowhere and mention.kind == "visit" and mention.needs_official
    if is_loose and mention.form == "noun":
        return True  # "his final days in office", "a stay in hospital"
    if is_loose and is_verb and not roles.travellers:
        return True  # "the preconditions are not there": nobody who could be anywhere
    is_asked = nowhere and is_verb and mention.effect == "invited" and any(a.role == "goal" for a in mention.arguments)
    if is_asked and not _is_asked_to_gathering(roles):
        return True  # "invited 35 leaders to lunch"
    if mention.kind == "visit" and is_verb and _is_at_his_own(roles):
        return True
    attends = is_verb or any(a.role == "occasion" for a in mention.arguments)
    attends = attends and not leaves_open(roles.lookup, mention)
    # "attended the trial", "took part in the protest", "his participation in the protest"
    return attends and mention.kind == "summit" and roles.occasion is None and not gathers


def _is_at_his_own(roles: Roles) -> bool:
    """ "stopped by his campaign headquarters in Manchester": what is his own is no place he visits. Not "visited X at his home"."""
    doc, mention = roles.doc, roles.mention
    if any(c.pos == "PROPN" for node in mention.nodes for c in doc.children(node, "dobj")):
        return False
    above = [p for node in mention.nodes for p in (doc.tokens[node], *doc.children(node, "prep"))]
    places = (c for p in above for c in doc.children(p.i, "dobj", "pobj") if c.lower in roles.rules.words["own_places"])
    return any(o.tag == "PRP$" for c in places for o in doc.children(c.i, "poss"))


def _is_asked_to_gathering(roles: Roles) -> bool:
    """ "invited his Kenyan counterpart to the conference": somebody of another state, to what is at home with who invites."""
    goals = [roles.doc.tokens[a.head].lemma for a in roles.mention.arguments if a.role == "goal" and a.strength]
    lookup = roles.lookup
    hosts, guests = ({lookup.state(p.actor) for p in side} for side in (roles.hosts, roles.travellers))
    senior = all(lookup.is_senior(p.actor) for p in (*roles.hosts, *roles.travellers))
    gathers = bool(goals) and all(goal in roles.rules.words["asked_to"] for goal in goals)
    return gathers and senior and len(hosts) == len(guests) == 1 and not hosts & guests and hosts <= lookup.world.countries.keys()
