"""Of what kind an engagement is by who takes part in which state, and who of them travels, hosts or sits."""

from __future__ import annotations

from collections.abc import Iterator

from legation.records import EngagementKind, Status, Token
from legation.resolve.engagements._candidate import SEATED
from legation.resolve.engagements._roles import Roles
from legation.resolve.engagements._status import PLANNED


def are_gathered(roles: Roles) -> bool:
    """Whether people of several states, or a body's, sit together in what the mention tells of without a name."""
    mention, lookup = roles.mention, roles.lookup
    several = len(roles.parties) > 1 or any(
        lookup.is_gathering(p.actor) or lookup.are_of_many_states(p) or lookup.are_of_the_world(p)
        for p in roles.parties
    )
    refuse = mention.kind == "summit" and mention.effect in {"no_plan", "declined"}  # "neither A nor B will attend"
    names_none = not any(a.role == "occasion" for a in mention.arguments)
    return several and not refuse and (names_none or _sit_together(roles))


def take_seats(roles: Roles, status: Status | None, *, gathers: bool) -> EngagementKind:
    """The kind that the mention's engagement is of in this state; gives ``roles`` the sides that a visit or a meeting has."""
    doc, rules, mention = roles.doc, roles.rules, roles.mention
    if mention.form != "verb":
        return mention.kind
    kind: EngagementKind = "meeting" if gathers and mention.kind == "summit" else mention.kind
    if kind == "visit" and roles.occasion and status in {"denied", "cancelled", "declined"}:
        goals = [a.head for a in mention.arguments if a.role == "goal" and a.strength == 2]
        if goals and all(doc.tokens[i].lemma in rules.occasions for i in goals) and not roles.parties:
            kind = "summit"  # "will not go to the summit": it is the summit that he does not attend
    if kind == "meeting" and roles.hosts and roles.travellers and status in PLANNED:
        if all(roles.lookup.are_of_many_states(p) for p in roles.travellers) or _are_several(roles):
            roles.parties, roles.travellers = [*roles.travellers, *roles.parties], []  # "will host Arab leaders": they meet
        else:
            kind = "visit"  # to receive somebody one day is to have him come
    if kind == "meeting" and _is_at_airport(roles):
        kind = "visit"
        if not roles.hosts and not roles.travellers:  # "was met at the airport by Minister X"
            roles.hosts = [p for p in roles.parties if p in roles.others()]
            roles.travellers = [p for p in roles.parties if p not in roles.hosts]
            roles.parties = []
    return kind


def _sit_together(roles: Roles) -> bool:
    """ "The discussion was attended by A and B": what people of several states attend is theirs, where it has no name."""
    doc, rules, lookup = roles.doc, roles.rules, roles.lookup
    states = {lookup.state(p.actor) for p in roles.parties} - {None}
    occasions = [doc.tokens[a.head] for a in roles.mention.arguments if a.role == "occasion"]
    together = any(lookup.is_gathering(p.actor) or lookup.are_of_the_world(p) for p in roles.parties)
    if together:  # "world leaders convene in Baku for COP29"
        occasions = [t for t in occasions if t.pos != "PROPN" or t.lemma in rules.nouns]
    seated = all(
        (t.lemma in rules.nouns and rules.nouns[t.lemma].kind in SEATED - {"ceremony"})
        or t.lower in rules.words["joint_bodies"]  # "co-chaired the Joint Commission"
        or (together and t.lemma in rules.occasions)  # "ASEAN ministers gather for their annual retreat"
        for t in occasions
    )
    many = len(states) > 1 or together
    return roles.occasion is None and many and seated


def _are_several(roles: Roles) -> bool:
    """ "will host the leaders of A, B and C": so many do not come one by one."""
    return len({roles.lookup.state(p.actor) for p in roles.travellers} - {None}) > 2


def _is_at_airport(roles: Roles) -> bool:
    """ "received her at the airport", "upon landing was met by": arriving, and no meeting. Not "A met B at the airport"."""
    doc, words, mention = roles.doc, roles.rules.words, roles.mention
    heads = (doc.tokens[a.head] for a in mention.arguments if a.role == "place")
    received = any(a.role == "host" for a in mention.arguments) or doc.child(mention.head, "auxpass") is not None
    upon = (c for c in doc.children(mention.head, "prep") if c.lower in words["set_on"] and c.i < mention.head)
    arriving = (leaf for c in upon for leaf in doc.children(c.i, "pobj", "pcomp"))
    at_once = any(t.lower in words["on_landing"] for t in arriving)
    return received and (at_once or any(t.lower in words["airports"] for t in (*heads, *_at_behind(roles))))


def _at_behind(roles: Roles) -> Iterator[Token]:
    """What stands behind an "at" in the same clause, wherever the parser hung it: "received him and his aides at the airport"."""
    doc, head = roles.doc, roles.mention.head
    last = doc.sentence_of(head).last
    for token in doc.tokens[head + 1 : last]:
        if token.pos in {"VERB", "AUX", "PUNCT"}:
            return
        if token.lower == "at" and token.pos == "ADP":
            yield from doc.children(token.i, "pobj")
