"""Engagement mentions -> engagements: who, where, when, in what state; or an abstention with its reason.

``_when`` says which time belongs to which mention, ``_candidates`` looks each mention up (``_roles`` who and where,
``_own_days`` when, ``_status`` in what state), ``_merge`` puts those of one engagement together, ``_build`` makes the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from legation.records import Abstention, Annotation, Cast, Cause, Engagement, PlaceMention, Statement, Topic, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._absences import located
from legation.resolve.engagements._around import set_inside
from legation.resolve.engagements._attached import Mentioned
from legation.resolve.engagements._build import build
from legation.resolve.engagements._called_off import with_days_of_plans
from legation.resolve.engagements._candidates import Candidates
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._coordinated import coordinated
from legation.resolve.engagements._course import in_course
from legation.resolve.engagements._diary import diary_of
from legation.resolve.engagements._elsewhere import without_stops_left_out
from legation.resolve.engagements._following import in_order
from legation.resolve.engagements._gathering_told import with_days_of_gatherings
from legation.resolve.engagements._legs import with_legs_to_come
from legation.resolve.engagements._lent_days import with_own_days
from legation.resolve.engagements._lookup import Lookup
from legation.resolve.engagements._merge import clusters
from legation.resolve.engagements._presents import with_the_journey
from legation.resolve.engagements._programme import Programme
from legation.resolve.engagements._sat_down_to import in_their_sitting
from legation.resolve.engagements._set_aside import is_told_by_its_noun
from legation.resolve.engagements._what_was_due import with_plans_of_what_is_off
from legation.resolve.engagements._when import attach
from legation.rules.engagements import EngagementRules
from legation.rules.world import World

__all__ = ["resolve_engagements"]


def resolve_engagements(
    mentions: tuple[EngagementMention, ...],
    doc: Annotation,
    cast: Cast,
    times: tuple[When, ...],
    statements: tuple[Statement, ...],
    causes: Mapping[int, Cause],
    rules: EngagementRules,
    world: World,
    *,
    published: date | None,
    home: str | None = None,
    scene: PlaceMention | None = None,
    topics: tuple[Topic, ...] = (),
) -> tuple[tuple[Engagement, ...], tuple[Abstention, ...]]:
    """Engagements between states, in the order the page first tells of them, and what was left open.

    An engagement stands only where two different states or bodies take part (a visit: a traveller and a foreign
    host). A mention too vague to say who or with whom becomes an abstention; sport, courts, business and meetings
    inside one government become nothing. ``home`` is the state a bare "the president" belongs to, ``scene`` the place
    the page is told from ("here"). ``causes`` gives, by mention number, what the page says made it change.
    """
    times = in_course(doc, coordinated(times, doc.text, rules.side_by_side))
    lookup = Lookup(doc, cast, home, rules, world, scene, statements, mentions)
    mentioned = Mentioned(doc, rules, mentions, times)
    attached = attach(mentioned)
    in_order(mentioned, attached)
    programme, diary = Programme(lookup, doc, times), diary_of(lookup, doc, times, published)
    each = Candidates(lookup, mentioned, attached, programme, diary, published)
    candidates = tuple(
        candidate
        for number, mention in enumerate(mentions)
        if not is_told_by_its_noun(mention, mentions)
        for candidate in each.of(number)
    )
    candidates = tuple(with_days_of_gatherings(doc, rules, times, candidates))
    candidates = in_their_sitting(lookup, doc, without_stops_left_out(lookup, candidates))
    candidates = with_the_journey(lookup, set_inside(lookup, doc, rules, candidates))
    groups = with_plans_of_what_is_off(lookup, clusters(lookup, located(lookup, candidates)))
    groups = with_days_of_plans(groups, published)
    groups = [with_own_days(group) for group in with_legs_to_come(groups, published)]
    page = Page(doc, rules, lookup, statements, causes, published, topics, times)
    return build(page, groups)
