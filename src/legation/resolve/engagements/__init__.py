"""Engagement mentions -> engagements: who, where, when, in what state; or an abstention with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

import msgspec

from legation.records import Abstention, Annotation, Cast, Cause, Engagement, PlaceMention, Statement, Topic, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._absences import leaves_open, located
from legation.resolve.engagements._around import set_inside
from legation.resolve.engagements._attached import OUTSTANDING, Attached, Mentioned
from legation.resolve.engagements._build import build
from legation.resolve.engagements._called_off import with_days_of_plans
from legation.resolve.engagements._candidate import SEATED, Candidate
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._coordinated import coordinated
from legation.resolve.engagements._course import in_course
from legation.resolve.engagements._days import (
    best,
    by_turn,
    is_other_day,
    is_told_ahead,
    joined,
    put_back,
    stretched,
    to_come,
    toward,
    unit_of,
    until_left,
)
from legation.resolve.engagements._diary import Diary, diary_of
from legation.resolve.engagements._elsewhere import without_stops_left_out
from legation.resolve.engagements._following import in_order
from legation.resolve.engagements._gathering_told import with_days_of_gatherings
from legation.resolve.engagements._legs import with_legs_to_come
from legation.resolve.engagements._lookup import Lookup
from legation.resolve.engagements._merge import clusters
from legation.resolve.engagements._presents import with_the_journey
from legation.resolve.engagements._programme import Programme
from legation.resolve.engagements._roles import Roles
from legation.resolve.engagements._sittings import Sittings
from legation.resolve.engagements._status import PLANNED, assess
from legation.resolve.engagements._when import attach
from legation.rules.engagements import EngagementRules
from legation.rules.world import World

__all__ = ["resolve_engagements"]

SINGLED_OUT = frozenset({"day", "weekend", "week"})
"""Precisions of days that pick one engagement out of a custom."""


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
    candidates = tuple(
        candidate
        for number, mention in enumerate(mentions)
        if not _is_told_by_its_noun(mention, mentions)
        for candidate in _candidates(lookup, doc, rules, mention, number, attached, times, published, programme, diary)
    )
    candidates = tuple(with_days_of_gatherings(doc, rules, times, candidates))
    candidates = without_stops_left_out(lookup, candidates)
    candidates = with_the_journey(lookup, set_inside(lookup, doc, rules, candidates))
    groups = with_days_of_plans(clusters(lookup, located(lookup, candidates)), published)
    groups = with_legs_to_come(groups, published)
    page = Page(doc, rules, lookup, statements, causes, published, topics, times)
    return build(page, groups)


def _ahead(mention: EngagementMention, own: list[int], times: tuple[When, ...], published: date | None) -> list[int]:
    """Of the times of something yet to be, those that are: "on Friday ruled out a meeting next month"."""
    if published is None or mention.effect not in OUTSTANDING or joined([times[n] for n in dict.fromkeys(own)]) is not None:
        return own
    ahead = [n for n in own if (latest := times[n].latest) is not None and latest > published]
    return ahead or own


def _is_to_come(when: When, published: date | None) -> bool:
    """Whether a day under "agreed", "decided" cannot be the day of that deed, which has been done."""
    return published is not None and when.earliest is not None and when.earliest > published


def _is_told_by_its_noun(mention: EngagementMention, mentions: tuple[EngagementMention, ...]) -> bool:
    """ "will co-chair the strategic dialogue with X": the noun tells of the talks, and with whom."""
    if mention.form != "verb" or mention.kind != "summit":
        return False
    occasions = {a.head for a in mention.arguments if a.role == "occasion"}
    told = (m for m in mentions if m.form == "noun" and m.kind in {"talks", "meeting"} and m.head in occasions)
    return any(a.role in {"with", "party"} and a.strength for m in told for a in m.arguments)


def _sit_together(doc: Annotation, rules: EngagementRules, roles: Roles) -> bool:
    """ "The discussion was attended by A and B": what people of several states attend is theirs, where it has no name."""
    states = {roles.lookup.state(p.actor) for p in roles.parties} - {None}
    occasions = [doc.tokens[a.head] for a in roles.mention.arguments if a.role == "occasion"]
    lookup = roles.lookup
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


def _is_at_his_own(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> bool:
    """ "stopped by his campaign headquarters in Manchester": what is his own is no place he visits. Not "visited X at his home"."""
    if any(c.pos == "PROPN" for node in mention.nodes for c in doc.children(node, "dobj")):
        return False
    above = [p for node in mention.nodes for p in (doc.tokens[node], *doc.children(node, "prep"))]
    places = (c for p in above for c in doc.children(p.i, "dobj", "pobj") if c.lower in rules.words["own_places"])
    return any(o.tag == "PRP$" for c in places for o in doc.children(c.i, "poss"))


def _is_at_airport(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> bool:
    """ "received her at the airport", "upon landing was met by": arriving, and no meeting. Not "A met B at the airport"."""
    heads = (doc.tokens[a.head] for a in mention.arguments if a.role == "place")
    received = any(a.role == "host" for a in mention.arguments) or doc.child(mention.head, "auxpass") is not None
    upon = (c for c in doc.children(mention.head, "prep") if c.lower in {"on", "upon"} and c.i < mention.head)
    arriving = (leaf for c in upon for leaf in doc.children(c.i, "pobj", "pcomp"))
    at_once = any(t.lower in rules.words["on_landing"] for t in arriving)
    return received and (at_once or any(t.lower in rules.words["airports"] for t in heads))


def _is_first_day(doc: Annotation, rules: EngagementRules, mention: EngagementMention, when: When | None) -> bool:
    """Whether the one day of a journey is that on which it begins: "from May 20", "leaves on Monday for"."""
    if when is None or when.earliest is None or when.earliest != when.latest or when.start is None:
        return False
    before = doc.text[: when.start].rsplit(maxsplit=1)[-1:]
    starts = rules.begins | rules.words["departing"]
    return before == ["from"] or any(doc.tokens[n].lemma in starts for n in (mention.head, *mention.nodes))


def _are_several(lookup: Lookup, roles: Roles) -> bool:
    """ "will host the leaders of A, B and C": so many do not come one by one."""
    return len({lookup.state(p.actor) for p in roles.travellers} - {None}) > 2


def _has_goal(mention: EngagementMention) -> bool:
    return any(a.role == "goal" for a in mention.arguments)


def _is_asked_to_gathering(doc: Annotation, rules: EngagementRules, roles: Roles) -> bool:
    """ "invited his Kenyan counterpart to the conference": somebody of another state, to what is at home with who invites."""
    goals = [doc.tokens[a.head].lemma for a in roles.mention.arguments if a.role == "goal" and a.strength]
    lookup = roles.lookup
    hosts, guests = ({lookup.state(p.actor) for p in side} for side in (roles.hosts, roles.travellers))
    senior = all(lookup.is_senior(p.actor) for p in (*roles.hosts, *roles.travellers))
    gathers = bool(goals) and all(goal in rules.words["asked_to"] for goal in goals)
    return gathers and senior and len(hosts) == len(guests) == 1 and not hosts & guests and hosts <= lookup.world.countries.keys()


def _candidates(
    lookup: Lookup,
    doc: Annotation,
    rules: EngagementRules,
    mention: EngagementMention,
    number: int,
    attached: Attached,
    times: tuple[When, ...],
    published: date | None,
    programme: Programme,
    diary: Diary,
) -> Iterator[Candidate]:
    """One candidate for a mention; one for each state where a visit goes to several."""
    roles = Roles(lookup, doc, rules, mention).fill()
    listed_on = programme.complete(roles, mention) if mention.is_listed else None
    diary.place(roles, mention)
    received = roles.travellers or (mention.effect == "invited" and roles.parties)
    if mention.form == "verb" and any(a.role == "host" for a in mention.arguments) and not received:
        return  # "hosts a summit", "receives support": nobody is received
    nowhere = roles.host_country is None and not roles.occasion
    if nowhere and mention.form == "noun" and mention.kind == "visit" and mention.needs_official:
        return  # "his final days in office", "a stay in hospital"
    is_stay = mention.form == "verb" and mention.kind == "visit" and mention.needs_official
    if nowhere and is_stay and not roles.travellers:
        return  # "the preconditions are not there": nobody who could be anywhere
    is_asked = nowhere and mention.form == "verb" and mention.effect == "invited" and _has_goal(mention)
    if is_asked and not _is_asked_to_gathering(doc, rules, roles):
        return  # "invited 35 leaders to lunch"
    if mention.kind == "visit" and mention.form == "verb" and _is_at_his_own(doc, rules, mention):
        return
    several = len(roles.parties) > 1 or any(
        lookup.is_gathering(p.actor) or lookup.are_of_many_states(p) or lookup.are_of_the_world(p)
        for p in roles.parties
    )
    refuse = mention.kind == "summit" and mention.effect in {"no_plan", "declined"}  # "neither A nor B will attend"
    names_none = not any(a.role == "occasion" for a in mention.arguments)
    gathers = several and not refuse and (names_none or _sit_together(doc, rules, roles))
    attends = mention.form == "verb" or any(a.role == "occasion" for a in mention.arguments)
    attends = attends and not leaves_open(lookup, mention)
    if attends and mention.kind == "summit" and roles.occasion is None and not gathers:
        return  # "attended the trial", "took part in the protest", "his participation in the protest"
    told = [n for n in attached.told.get(number, []) if _is_to_come(times[n], published)]
    when = best(times, _ahead(mention, attached.own.get(number, []) + told, times, published))
    when = toward(when, mention, published, is_told=is_told_ahead(doc, rules, mention))
    if listed_on is not None and (when is None or when.type == "TIME" or when.start == listed_on.start):
        when = listed_on
    when = diary.day(mention, when)
    if mention.is_customary and (when is None or when.precision not in SINGLED_OUT):
        return  # "usually visits", "used to meet every year": no one of them is told
    planned = best(times, attached.plan.get(number, []))
    changed = best(times, attached.change.get(number, []))
    if changed is not None and when is None and published and changed.earliest and changed.earliest > published:
        # "cancelled a visit next month": a change that has happened has no day to come, so the day is the visit's.
        when, changed = changed, None
    moved = to_come(unit_of(best(times, attached.moved.get(number, []))), published)
    for length in attached.shift.get(number, [])[: moved is None]:
        moved = put_back(planned, times[length])
    lengths = [times[t] for t in attached.lasting.get(number, [])]
    ends = number in attached.closing or any(doc.tokens[n].lemma in rules.ends for n in mention.nodes)
    when = stretched(when, lengths, ends=ends)
    for span in attached.spans.get(number, [])[:1]:
        planned, moved = times[span].parts
    if moved is not None and mention.effect in {"postponed", "rescheduled"}:
        planned, when = planned or when, moved
        mention = msgspec.structs.replace(mention, effect="rescheduled")
    if is_other_day(planned, when) and mention.effect in {"planned", "future", "agreed", "confirmed"}:
        mention = msgspec.structs.replace(mention, effect="rescheduled")  # "planned for April, will now be on June 3"
    if when is None and planned is not None and mention.effect in {"planned", "expected", "future", "confirmed"}:
        when = planned
    status, certainty = assess(mention, when, rules, published)
    if status == "announced" and (stay := until_left(when, mention, published)) is not None:
        status, when = "under_way", stay
    kind = "meeting" if gathers and mention.kind == "summit" and mention.form == "verb" else mention.kind
    if kind == "visit" and mention.form == "verb" and roles.occasion and status in {"denied", "cancelled", "declined"}:
        goals = [a.head for a in mention.arguments if a.role == "goal" and a.strength == 2]
        if goals and all(doc.tokens[i].lemma in rules.occasions for i in goals) and not roles.parties:
            kind = "summit"  # "will not go to the summit": it is the summit that he does not attend
    if kind == "meeting" and mention.form == "verb" and roles.hosts and roles.travellers and status in PLANNED:
        if all(lookup.are_of_many_states(p) for p in roles.travellers) or _are_several(lookup, roles):
            roles.parties, roles.travellers = (
                [*roles.travellers, *roles.parties],
                [],
            )  # "will host Arab leaders": they meet
        else:
            kind = "visit"  # to receive somebody one day is to have him come
    if kind == "meeting" and mention.form == "verb" and _is_at_airport(doc, rules, mention):
        kind = "visit"
        if not roles.hosts and not roles.travellers:  # "was met at the airport by Minister X"
            roles.hosts = [p for p in roles.parties if p in roles.others()]
            roles.travellers = [p for p in roles.parties if p not in roles.hosts]
            roles.parties = []
    own = attached.own.get(number, [])
    legs = roles.legs()
    each = by_turn(times, own, [start for *_, start in legs]) if len(legs) > 1 else None
    turns = by_turn(times, own, [p.start for p in roles.others()]) if kind in {"meeting", "talks", "call"} else None
    sittings = Sittings(roles)
    if sittings.are_with_others():
        return
    companies = sittings.companies(on_own_days=turns is not None)
    receptions = sittings.receptions() if kind == "meeting" else (tuple(roles.hosts),)
    guests = sittings.guests() if kind == "meeting" else (tuple(roles.travellers),)
    for (leg, (country, place, _)), (turn, parties), hosts, travellers in product(
        enumerate(legs), enumerate(companies), receptions, guests
    ):
        if each is not None:
            when = toward(each[leg], mention, published)
        elif leg > 0 and _is_first_day(doc, rules, mention, when):
            when = None  # "leaves on Monday on a tour of A and B": it is not said when he is in B
        elif turns is not None and len(turns) == len(companies):
            when = toward(turns[turn], mention, published)
        yield Candidate(
            mention=mention,
            number=number,
            kind=kind,
            travellers=travellers,
            hosts=hosts,
            parties=parties,
            host_country=country,
            place=place,
            occasion=roles.occasion,
            status=status,
            certainty=certainty,
            when=when,
            planned=planned,
            changed=changed,
            no_date_set=number in attached.undated,
            lengths=tuple(lengths),
            until=to_come(best(times, attached.until.get(number, [])), published),
            is_opening=number in attached.opening or (len(legs) > 1 and _is_first_day(doc, rules, mention, when)),
            is_leg=len(legs) > 1 and each is None,
            is_of_both=any(
                doc.tokens[a.head].lower in rules.words["both"] for a in mention.arguments if a.role == "party"
            ),
        )
