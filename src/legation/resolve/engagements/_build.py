"""A cluster of mentions -> one engagement between states, an abstention, or nothing."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from legation.records import (
    Abstention,
    Cause,
    Certainty,
    Engagement,
    EngagementKind,
    Evidence,
    Participant,
    Past,
    Role,
    Status,
    Topic,
    When,
)
from legation.resolve.engagements._abstain import is_idle
from legation.resolve.engagements._called_on import with_guests
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._company import Company, Page, company_of
from legation.resolve.engagements._days import dates_of, is_other_day
from legation.resolve.engagements._gatherings import placed
from legation.resolve.engagements._guests import with_hosts
from legation.resolve.engagements._implied import Marks, implied
from legation.resolve.engagements._in_force import days_in_force
from legation.resolve.engagements._lookup import Party
from legation.resolve.engagements._named import by_name
from legation.resolve.engagements._parts import linked
from legation.resolve.engagements._scene import completed
from legation.resolve.engagements._status import CHANGED, DONE, PLANNED, RECENT, is_lapsed
from legation.resolve.engagements._told import Told
from legation.resolve.engagements._verdict import verdict_on

DAY = timedelta(days=1)
OWN = 2
"""Strength of an argument that a mention's own words give."""

def build(page: Page, groups: list[list[Candidate]]) -> tuple[tuple[Engagement, ...], tuple[Abstention, ...]]:
    """Engagements in the order the page first tells of them; abstentions likewise."""
    engagements: list[Engagement] = []
    abstentions: list[Abstention] = []
    marks = Marks()
    told: dict[int, set[int]] = {}  # by mention, the engagements it tells of: one for each leg
    wholes: dict[int, int] = {}  # by engagement, the mention that its own sentence sets it in
    for row in completed(page, [_told(page, group) for group in groups]):
        if row.verdict is None:
            engagement = _engagement(page, row.group, row.kind, row.company)
            if engagement is not None:
                marks.note(page, len(engagements), row.group)
                wholes.update({len(engagements): c.inside for c in row.group if c.inside is not None})
                for c in row.group:
                    told.setdefault(c.number, set()).add(len(engagements))
                engagements.append(engagement)
        elif row.verdict.reason and not is_idle(page, row.group, row.company):
            first = row.group[0].mention
            abstentions.append(
                Abstention(about="engagement", reason=row.verdict.reason, start=first.start, end=first.end)
            )
    said = {part: next(iter(told[whole])) for part, whole in wholes.items() if len(told.get(whole, ())) == 1}
    seated = with_guests(placed(page, engagements, groups, marks.remote), marks.called_on)
    seated = with_hosts(page, seated, groups, marks.remote)
    return implied(page, linked(seated, said), groups, marks), tuple(abstentions)


def _told(page: Page, group: list[Candidate]) -> Told:
    kind = _kind(group)
    company = company_of(page, group, kind)
    if _is_round_abroad(page, group, kind, company):
        kind, company = "visit", replace(company, travellers=company.parties, parties=())
    return Told(group, kind, company, verdict_on(page, group, kind, company))


def _is_round_abroad(page: Page, group: list[Candidate], kind: EngagementKind, company: Company) -> bool:
    """ "wrapped up four days of meetings in China": several meetings of one state's people in another are a visit."""
    if kind not in {"meeting", "talks"} or company.host_country is None or company.travellers or company.hosts:
        return False
    states = {company.state(p) for p in company.parties}
    plural = all(c.mention.is_plural and c.mention.form == "noun" for c in group)
    senior = any(page.lookup.is_senior(p.actor) for p in company.parties)
    if not any(a.role in {"place", "goal"} for c in group for a in c.mention.arguments):
        return False  # set inside a visit that is told of as one
    if any(_are_two_sides(c) for c in group):
        return False  # "talks between the government and rebels": who is not known here sits on the other side
    if any(c.status in PLANNED for c in group):
        return False  # "will today hold talks": a meeting to come, of which the other side is not named
    return plural and senior and len(states) == 1 and None not in states and states != {company.host_country}


def _are_two_sides(candidate: Candidate) -> bool:
    """Whether the words give a sitting two parties, known or not."""
    heads = {a.head for a in candidate.mention.arguments if a.role in {"party", "with"} and a.strength == OWN}
    return len(heads) > 1


def _kind(group: list[Candidate]) -> EngagementKind:
    kinds = [c.kind for c in group if c.kind != "other"]
    for preferred in ("call", "visit", "ceremony", "summit", "meeting", "talks"):
        if preferred in kinds and (preferred in {"call", "visit"} or kinds.count(preferred) * 2 >= len(kinds)):
            return preferred
    return kinds[0] if kinds else "other"


def _engagement(page: Page, group: list[Candidate], kind: EngagementKind, company: Company) -> Engagement | None:
    leading, status, certainty = _state(page, group)
    if leading is None or status is None:
        return None
    history = _history(page, group, leading, status)
    topics = _topics(page, group)
    when = days_in_force(group, leading, status, page.published)
    host = company.host_country
    background = _is_background(page, group, leading, status, when)
    return Engagement(
        kind=kind,
        status=status,
        background=background,
        participants=_participants(page, by_name(page, group, kind, company)),
        host_country=host,
        place=company.place,
        occasion=company.occasion,
        when=dates_of(when),
        no_date_set=any(c.no_date_set for c in group) and not _has_its_day(status, when),
        certainty=certainty,
        asserted_by=_asserted_by(page, leading),
        history=history,
        cause=_cause(page, group) if _has_changed(status, certainty, history) or _was_cut(group) else None,
        topics=tuple(t.name for t in topics),
        topic_evidence=topics,
        evidence=_evidence(page, group),
    )


def _has_its_day(status: Status, when: When | None) -> bool:
    """Whether the day is known, so that none to be set can be its own."""
    return status in PLANNED | DONE and when is not None and when.earliest is not None and when.precision == "day"


def _cause(page: Page, group: list[Candidate]) -> Cause | None:
    return next((page.causes[c.number] for c in group if c.number in page.causes), None)


def _was_cut(group: list[Candidate]) -> bool:
    """Whether a visit was broken off or stayed longer: what is held or under way has a reason for that."""
    return any(g.effect in {"shortened", "extended"} and g.is_change for c in group for g in c.mention.governors)


def _has_changed(status: Status, certainty: Certainty, history: tuple[Past, ...]) -> bool:
    """Whether there is a change for a cause to be the cause of: what goes on as planned needs none."""
    return status in CHANGED or certainty == "doubtful" or any(past.status in CHANGED for past in history)


def _topics(page: Page, group: list[Candidate]) -> tuple[Topic, ...]:
    """The first word of each topic in the sentences that tell of the engagement and in the one after each.

    A word in the title or name of somebody who takes no part ("the National Security Council said") is of no topic.
    """
    doc = page.doc
    company = {p.actor for c in group for p in c.everybody}
    others = [m for m in page.lookup.cast.mentions if m.actor is not None and m.actor not in company]
    found: dict[str, Topic] = {}
    for c in group:
        first = doc.sentences[c.mention.sentence]
        last = doc.sentences[min(c.mention.sentence + 1, len(doc.sentences) - 1)]
        start, end = doc.tokens[first.first].start, doc.tokens[last.last - 1].end
        for topic in page.topics:
            named = any(m.start <= topic.start < m.end for m in others)
            if start <= topic.start < end and not named:
                found.setdefault(topic.name, topic)
    return tuple(sorted(found.values(), key=lambda t: t.start))


def _state(page: Page, group: list[Candidate]) -> tuple[Candidate | None, Status | None, Certainty]:
    """The mention that tells how the engagement stands now, its status and certainty.

    A change told in a main clause outranks the plan it changes; otherwise the first mention that is not a lapsed plan
    speaks, since news leads with what is new.
    """
    stated = [c for c in group if c.status]
    if not stated and group[0].no_date_set:
        return group[0], "proposed", "possible"  # "no date has been set for a meeting between": it is thought of
    if not stated:
        return None, None, "stated"
    current = [c for c in stated if not is_lapsed(c.mention, c.status, c.when, page.published)] or stated
    first = current[0]
    if first.status in PLANNED:
        near = [c for c in current if _is_new(c, first) and not c.mention.is_subordinate]
        change = next((c for c in near if c.status in CHANGED and c.number != first.number), None)
        if change is not None and change.status == "postponed":
            plan = next((c for c in current if _stands(page, c, first, change)), None)
            if plan is not None:
                return plan, "rescheduled" if plan.status in {"announced", "confirmed"} else plan.status, plan.certainty
        if change is not None and not _looks_back(change):
            return change, change.status, change.certainty
        firmer = next((c for c in current if c.status == "confirmed" and not _looks_back(c)), None)
        if firmer is not None:
            return firmer, firmer.status, firmer.certainty
    if first.status == "held" and any(c.status == "under_way" for c in current):
        under = next(c for c in current if c.status == "under_way")
        latest = first.when.latest if first.when is not None else None
        goes_on = first.kind == under.kind == "visit" and latest is not None and page.published is not None
        if latest is None or (goes_on and latest >= page.published - DAY):  # type: ignore[operator]
            return under, "under_way", "stated"  # "was welcomed today ... the start of a three-day visit"
    if first.status == "cancelled" and any(
        g.effect == "rescheduled"
        for c in stated
        if c.status in PLANNED and c.status != "proposed"  # not "is open to rescheduling it"
        for g in c.mention.governors
    ):
        return first, "postponed", first.certainty
    if first.status == "rescheduled" and first.when is None:
        new = next((c for c in current if c.status in PLANNED and c.when is not None and c.number > first.number), None)
        if new is not None:
            return new, "rescheduled", first.certainty  # "have set a new date ... They will meet on June 10"
    if first.status == "postponed":
        moved = next((c for c in current if c.status == "rescheduled" and c.when is not None), None)
        later = (c for c in current if c.mention.sentence > first.mention.sentence and c.mention.tense == "future")
        moved = moved or next((c for c in later if _is_new_plan(page, c, first)), None)
        if moved is not None:
            return moved, "rescheduled", "stated"
    return first, first.status, first.certainty


def _is_new(candidate: Candidate, first: Candidate) -> bool:
    """Whether a change is told as news: beside the lead, or further down in a tense that holds now."""
    mention = candidate.mention
    return mention.sentence - first.mention.sentence <= 1 or mention.tense in {"future", "present", "perfect"}


def _undid_another_plan(change: Candidate, plan: Candidate) -> bool:
    """ "will travel on June 24 ... The visit, originally scheduled for March, was postponed": two days, so the new one holds."""
    return is_other_day(change.planned, plan.when)


def _stands(page: Page, plan: Candidate, first: Candidate, delay: Candidate) -> bool:
    """Whether a plan holds after the delay told beside it: the one told first where the delay undid another, or any new one."""
    return (plan is first and _undid_another_plan(delay, plan)) or _is_new_plan(page, plan, delay)


def _is_new_plan(page: Page, plan: Candidate, change: Candidate) -> bool:
    """ "is coming early next month ... The visit has been deferred for the moment": a plan that stands, told beside a
    delay that gives no other day. One that was announced on an earlier day than the delay is the plan put off."""
    when, mention, published = plan.when, plan.mention, page.published
    if when is None or when.earliest is None or published is None or when.earliest <= published:
        return False
    if _was_told_before(page, plan):
        return False
    announced, delayed = _day_of_saying(page, plan), _day_of_saying(page, change)
    if announced is not None and announced < (delayed or published - DAY):
        return False
    stands = plan.status in {"announced", "confirmed"} and plan.certainty == "stated"
    is_said_so = mention.tense in {"present", "future"} and not mention.is_subordinate
    return stands and is_said_so and change.planned is None and change.mention.effect == "postponed"


def _was_told_before(page: Page, candidate: Candidate) -> bool:
    """ "It had earlier been reported that he would come on October 23"."""
    doc, rules = page.doc, page.rules
    sayings = [t for t in doc.ancestors(candidate.mention.head) if t.pos == "VERB" and t.lemma in rules.reporting]
    return any(
        (c.dep == "advmod" and c.lower in rules.words["before_now"]) or (c.dep in {"aux", "auxpass"} and c.lower == "had")
        for saying in sayings
        for c in doc.children(saying.i)
    )


def _day_of_saying(page: Page, candidate: Candidate) -> date | None:
    """The day on which the mention's own sentence says that it was told: "announced on May 10 that he would pay a visit"."""
    doc, rules = page.doc, page.rules
    sayings = {t.i for t in doc.ancestors(candidate.mention.head) if t.pos == "VERB" and t.lemma in rules.reporting}
    for when in page.times:
        if when.start is None or when.end is None or when.precision != "day" or when.earliest is None:
            continue
        inside = {t.i for t in doc.tokens_in(when.start, when.end)}
        top = next((i for i in sorted(inside) if doc.tokens[i].head not in inside), None)
        verb = next((t for t in doc.ancestors(top) if t.pos == "VERB"), None) if top is not None else None
        if verb is not None and verb.i in sayings:
            return when.earliest
    return None


def _looks_back(candidate: Candidate) -> bool:
    mention = candidate.mention
    return mention.tense == "pluperfect" or mention.is_subordinate or mention.effect == "lapsed"


def _history(page: Page, group: list[Candidate], leading: Candidate, status: Status) -> tuple[Past, ...]:
    """Earlier states the page tells of, oldest first: plans before changes, changes before what they led to."""
    found: dict[Status, Past] = {}
    for c in group:
        if c.planned is not None and c.status not in PLANNED:
            found.setdefault("announced", Past(status="announced", when=dates_of(c.planned), evidence=_words(page, c)))
        elif c.mention.before in {"planned", "future", "agreed", "expected"} and c.status not in PLANNED:
            found.setdefault("announced", Past(status="announced", when=None, evidence=_words(page, c)))
        if c.status == "declined":  # an invitation refused was an invitation
            found.setdefault("proposed", Past(status="proposed", when=None, evidence=_words(page, c)))
        if c is leading or c.status is None:
            continue
        lapsed = is_lapsed(c.mention, c.status, c.when, page.published)
        if c.status != status or (lapsed and status not in PLANNED):
            if c.status in CHANGED and status in CHANGED and not (_looks_back(c) or _undid_another_plan(c, leading)):
                continue
            if c.status in PLANNED and status in PLANNED and not lapsed:
                continue
            when = c.when if c.status not in {"postponed", "cancelled"} else c.changed
            found.setdefault(
                c.status, Past(status=c.status, when=dates_of(when) if when else None, evidence=_words(page, c))
            )
    order = [
        "proposed",
        "expected",
        "announced",
        "confirmed",
        "under_way",
        "declined",
        "denied",
        "postponed",
        "cancelled",
        "rescheduled",
        "held",
    ]
    return tuple(sorted(found.values(), key=lambda past: order.index(past.status)))


def _is_background(page: Page, group: list[Candidate], leading: Candidate, status: Status, when: When | None) -> bool:
    mention = leading.mention
    if is_lapsed(mention, status, leading.when, page.published):
        return True
    if status == "held" and when and when.latest and page.published and when.latest < page.published - RECENT:
        return True
    if status != "held":
        return False
    if mention.is_recalled:
        return True
    recent = when is not None and when.latest and page.published and when.latest >= page.published - RECENT
    if mention.tense == "pluperfect" and not recent and not mention.is_just_now:
        return True
    late = mention.sentence >= 3
    adjunct = mention.form == "noun" and not mention.governors and len(mention.nodes) == 1
    return not recent and late and (mention.is_subordinate or adjunct) and len(group) == 1


def _participants(page: Page, company: Company) -> tuple[Participant, ...]:
    rows: list[tuple[Party, Role]] = [(p, "traveller") for p in company.travellers]
    rows += [(p, "host") for p in company.hosts]
    rows += [(p, "party") for p in company.parties]
    found = []
    for party, role in rows:
        actor = page.lookup.actor(party.actor)
        office = actor.office
        if actor.kind == "group" and not actor.members and company.state(party) is None:
            if not page.lookup.are_of_many_states(party):
                continue  # "leaders", "sources": nobody in particular
            office = page.doc.text[party.start : party.end]
        found.append(
            Participant(
                name=actor.name,
                office=office,
                country=None if actor.organisation and not actor.country else company.state(party),
                organisation=actor.organisation,
                role=role,
                start=party.start,
                end=party.end,
                known_from=actor.known_from,
                is_former=actor.is_former,
            )
        )
    return tuple(found)


def _words(page: Page, candidate: Candidate) -> Evidence:
    sentence = page.doc.sentences[candidate.mention.sentence]
    start, end = page.doc.span(sentence.first, sentence.last)
    return Evidence(start, end, page.doc.text[start:end])


def _evidence(page: Page, group: list[Candidate]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(_words(page, c) for c in group if c.status or c.when or c.everybody))


def _asserted_by(page: Page, leading: Candidate) -> int | None:
    """The statement whose content holds the leading mention; the narrowest where several do."""
    at = leading.mention.start
    best: tuple[int, int] | None = None
    for number, statement in enumerate(page.statements):
        for span in statement.content_spans:
            if span.start <= at < span.end and (best is None or span.end - span.start < best[0]):
                best = (span.end - span.start, number)
    return best[1] if best else None
