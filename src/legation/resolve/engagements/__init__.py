"""Engagement mentions -> engagements: who, where, when, in what state; or an abstention with its reason."""

from __future__ import annotations

from datetime import date

from legation.records import Abstention, Annotation, Cast, Engagement, Incident, Statement, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._build import build
from legation.resolve.engagements._candidate import Candidate, Roles
from legation.resolve.engagements._lookup import Lookup
from legation.resolve.engagements._merge import clusters
from legation.resolve.engagements._status import assess
from legation.resolve.engagements._when import Attached, attach, best
from legation.rules.engagements import EngagementRules

__all__ = ["resolve_engagements"]


def resolve_engagements(
    mentions: tuple[EngagementMention, ...],
    doc: Annotation,
    cast: Cast,
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
    incidents: tuple[Incident, ...],
    rules: EngagementRules,
    *,
    published: date | None,
) -> tuple[tuple[Engagement, ...], tuple[Abstention, ...]]:
    """Engagements between states, in the order the page first tells of them, and what was left open.

    An engagement stands only where two different states or bodies take part (a visit: a traveller and a foreign
    host). A mention too vague to say who or with whom becomes an abstention; sport, courts, business and meetings
    inside one government become nothing.
    """
    lookup = Lookup(doc, cast)
    attached = attach(doc, rules, mentions, times)
    candidates = tuple(
        _candidate(lookup, doc, rules, mention, number, attached, times, published)
        for number, mention in enumerate(mentions)
    )
    groups = clusters(lookup, candidates)
    return build(lookup, doc, rules, groups, statements, incidents, published)


def _candidate(
    lookup: Lookup,
    doc: Annotation,
    rules: EngagementRules,
    mention: EngagementMention,
    number: int,
    attached: Attached,
    times: tuple[When, ...],
    published: date | None,
) -> Candidate:
    roles = Roles(lookup, doc, rules, mention).fill()
    when = best(times, attached.own.get(number, []))
    planned = best(times, attached.plan.get(number, []))
    changed = best(times, attached.change.get(number, []))
    if when is None and planned is not None and mention.effect in {"planned", "expected", "future", "confirmed"}:
        when = planned
    status, certainty = assess(mention, when, rules, published)
    return Candidate(
        mention=mention,
        number=number,
        kind=mention.kind,
        travellers=tuple(roles.travellers),
        hosts=tuple(roles.hosts),
        parties=tuple(roles.parties),
        host_country=roles.host_country,
        place=roles.place,
        occasion=roles.occasion,
        status=status,
        certainty=certainty,
        when=when,
        planned=planned,
        changed=changed,
        no_date_set=number in attached.undated,
    )
