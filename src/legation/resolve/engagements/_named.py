"""Participants told as a state or its delegation only, by the name of who takes part for it as the page tells elsewhere."""

from __future__ import annotations

from msgspec.structs import replace

from legation.records import EngagementKind
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._company import Company, Page
from legation.resolve.engagements._lookup import Party
from legation.resolve.engagements._parties import parties_at

LEADERS = frozenset({"head_of_state", "head_of_government", "monarch", "supreme_leader", "leader"})
"""Classes of office whose holders meet at a summit."""
BESIDE = 2
"""Sentences beside those that tell of an engagement in which who takes part is named."""
SEATED: frozenset[EngagementKind] = frozenset({"meeting", "talks", "summit", "call"})
"""Kinds at which the sides sit together; on a visit only a delegation has a head to go by."""


def by_name(page: Page, group: list[Candidate], kind: EngagementKind, company: Company) -> Company:
    """The company with a state or a delegation that takes part replaced by the one person named as taking part for it:
    who leads its delegation; at a summit its one leader; where two states meet, the two of one office named beside it.
    It stays a state where two people could be meant."""
    if kind not in SEATED | {"visit"}:
        return company
    bare = {s for p in company.everybody if _is_bare(page, p) and (s := company.state(p)) is not None}
    named = {company.state(p) for p in company.everybody if page.lookup.actor(p.actor).name}
    found: dict[str, Party] = {}
    for state in sorted(bare - named):
        party = _head_of_delegation(page, state)
        if party is None and kind == "summit":
            party = _only(page, group, state, LEADERS)
        if party is not None:
            found[state] = party
    if not found and kind in SEATED and len(bare) == 2 == len(company.everybody):
        found = _of_one_office(page, group, sorted(bare))
    if not found:
        return company

    def put(parties: tuple[Party, ...]) -> tuple[Party, ...]:
        return tuple(found.get(company.state(p) or "", p) if _is_bare(page, p) else p for p in parties)

    return replace(
        company,
        travellers=put(company.travellers),
        hosts=put(company.hosts),
        parties=put(company.parties),
        states={**company.states, **{p.actor: state for state, p in found.items()}},
    )


def _is_bare(page: Page, party: Party) -> bool:
    actor = page.lookup.actor(party.actor)
    return actor.kind in {"country", "group"} and not actor.office and actor.country is not None and not actor.members


def _head_of_delegation(page: Page, state: str) -> Party | None:
    """Who the page says leads a delegation of this state, where it is one person: "the Kenyan side, led by X"."""
    doc, lookup = page.doc, page.lookup
    found: dict[int, Party] = {}
    for verb in doc.tokens:
        if verb.lemma not in page.rules.words["leading"] or verb.pos != "VERB":
            continue
        agents = [leaf.i for by in doc.children(verb.i, "agent") for leaf in doc.children(by.i, "pobj")]
        if agents:
            led = doc.child(verb.i, "nsubjpass")
            whole = verb.head if led is None and verb.dep in {"acl", "relcl"} else (led.i if led is not None else None)
        else:
            object_, subject = doc.child(verb.i, "dobj"), doc.child(verb.i, "nsubj")
            whole = object_.i if object_ is not None else None
            agents = [subject.i] if subject is not None else []
        if whole is None or not _is_delegation(page, whole):
            continue
        people = [p for i in agents for p in parties_at(lookup, i) if lookup.actor(p.actor).name]
        states = {lookup.state(p.actor) for p in people} | {lookup.state(p.actor) for p in parties_at(lookup, whole)}
        if states - {None} == {state}:
            found.update({p.actor: p for p in people[:1]})
    return next(iter(found.values())) if len(found) == 1 else None


def _is_delegation(page: Page, token: int) -> bool:
    """Whether a delegation stands here, or an "it" right behind the sentence that has one for its subject."""
    tokens, delegations = page.doc.tokens, page.lookup.rules.words["delegations"]
    if tokens[token].lower != "it":
        return tokens[token].lower in delegations
    before = tokens[token].sentence - 1
    if before < 0:
        return False
    sentence = page.doc.sentences[before]
    return any(t.lower in delegations and t.dep == "nsubj" for t in tokens[sentence.first : sentence.last])


def _of_one_office(page: Page, group: list[Candidate], states: list[str]) -> dict[str, Party]:
    """ "Kenya and Peru will hold talks. Foreign Ministers X of Kenya and Y of Peru will": the one person of each, both of
    one office that a state has one of."""
    both = [_only(page, group, state, None) for state in states]
    if both[0] is None or both[1] is None:
        return {}
    classes = {page.lookup.actor(p.actor).office_class for p in both if p is not None}
    is_one = len(classes) == 1 or classes <= LEADERS
    return {state: party for state, party in zip(states, both, strict=True) if party is not None} if is_one else {}


def _only(page: Page, group: list[Candidate], state: str, classes: frozenset[str] | None) -> Party | None:
    """The one senior office-holder of a state who is named in or beside the sentences that tell of the engagement."""
    lookup = page.lookup
    told = {c.mention.sentence for c in group}
    near = {n + k for n in told for k in range(-BESIDE, BESIDE + 1)}
    found: dict[int, Party] = {}
    for mention in lookup.cast.mentions:
        if mention.actor is None or page.doc.tokens[mention.head].sentence not in near:
            continue
        actor = lookup.actor(mention.actor)
        is_one = actor.kind == "person" and actor.country == state and lookup.is_senior(mention.actor)
        is_one = is_one and not actor.is_former and not lookup.is_spokesperson(mention.actor)
        if is_one and (classes is None or actor.office_class in classes):
            found.setdefault(mention.actor, Party(mention.actor, mention.start, mention.end, mention.form))
    return next(iter(found.values())) if len(found) == 1 else None
