"""A cluster of mentions -> one engagement between states, an abstention, or nothing."""

from __future__ import annotations

from datetime import timedelta

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
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._abstain import is_idle
from legation.resolve.engagements._called_on import with_guests
from legation.resolve.engagements._candidate import Candidate
from legation.resolve.engagements._company import Company, Page, company_of
from legation.resolve.engagements._days import dates_of
from legation.resolve.engagements._gatherings import placed
from legation.resolve.engagements._guests import with_hosts
from legation.resolve.engagements._implied import Marks, implied
from legation.resolve.engagements._in_force import days_in_force
from legation.resolve.engagements._lookup import Party
from legation.resolve.engagements._named import by_name
from legation.resolve.engagements._parts import linked
from legation.resolve.engagements._scene import completed
from legation.resolve.engagements._standing import history_of, standing, words_of
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


def _country_of(page: Page, company: Company) -> str | None:
    """The country it takes place in: of a body that receives, the one that it sits in where that is known ("NATO will host")."""
    receiving = [page.lookup.actor(p.actor) for p in company.hosts]
    bodies = [a.organisation for a in receiving if a.country is None and a.kind == "organisation" and a.organisation]
    if bodies and company.host_country == company.states[company.hosts[0].actor]:
        return page.lookup.world.seat_of(bodies[0])[0]
    return company.host_country


def _engagement(page: Page, group: list[Candidate], kind: EngagementKind, company: Company) -> Engagement | None:
    leading, status, certainty = standing(page, group)
    if leading is None or status is None:
        return None
    history = history_of(page, group, leading, status)
    topics = _topics(page, group)
    when = days_in_force(group, leading, status, page.published)
    background = _is_background(page, group, leading, status, when)
    return Engagement(
        kind=kind,
        status=status,
        background=background,
        participants=_participants(page, by_name(page, group, kind, company)),
        host_country=_country_of(page, company),
        place=company.place,
        occasion=company.occasion,
        when=dates_of(when),
        no_date_set=any(c.no_date_set for c in group) and status not in DONE and not _has_its_day(status, when),
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


def _is_background(page: Page, group: list[Candidate], leading: Candidate, status: Status, when: When | None) -> bool:
    mention = leading.mention
    if _is_of_a_past_state(page, group):
        return True
    if is_lapsed(mention, status, leading.when, page.published):
        return True
    if status == "held" and when and when.latest and page.published and when.latest < page.published - RECENT:
        return True
    if status == "under_way" and mention.is_recalled:
        return True  # "thirty years ago, when he was here on a visit"
    if status != "held":
        return False
    if mention.is_recalled:
        return True
    recent = when is not None and when.latest and page.published and when.latest >= page.published - RECENT
    if mention.tense == "pluperfect" and not recent and not mention.is_just_now:
        return True
    late = mention.sentence >= 3
    adjunct = mention.form == "noun" and not mention.governors and len(mention.nodes) == 1
    aside = late and (mention.is_subordinate or adjunct) and len(group) == 1
    aside = aside or (len(group) == 1 and when is None and _is_under_when(page, mention))
    return aside and not recent and not _is_beside_recent_day(page, mention)


def _is_under_when(page: Page, mention: EngagementMention) -> bool:
    """ "When the queen visited Estonia, this soup was on the table": the clause says when, and is no news."""
    doc = page.doc
    clauses = (doc.tokens[n] for n in mention.nodes if doc.tokens[n].dep == "advcl" and doc.tokens[n].tag == "VBD")
    return any(c.lower == "when" for clause in clauses for c in doc.children(clause.i, "advmod", "mark"))


def _is_of_a_past_state(page: Page, group: list[Candidate]) -> bool:
    """ "the Soviet leaders met": of a state that is no more, long after it went."""
    gone, doc = page.lookup.world.past_states, page.doc
    if page.published is None or page.published.year <= gone.last:
        return False
    told = (token for c in group for p in c.everybody for token in doc.tokens_in(p.start, p.end))
    return any(token.lower in gone.words and doc.joined(token.i) == token.lemma for token in told)  # no "post-Soviet" one


def _is_beside_recent_day(page: Page, mention: EngagementMention) -> bool:
    """ "was received on Monday, while on a visit to Luanda": the day beside it says that the visit is no old one."""
    doc, published = page.doc, page.published
    here = doc.sentences[mention.sentence]
    start, end = doc.span(here.first, here.last)
    beside = [w for w in page.times if w.start is not None and start <= w.start < end and w.precision == "day"]
    latest = [w.latest for w in beside if w.latest is not None]
    return published is not None and any(published - RECENT <= day <= published for day in latest)


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


def _evidence(page: Page, group: list[Candidate]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(words_of(page, c) for c in group if c.status or c.when or c.everybody))


def _asserted_by(page: Page, leading: Candidate) -> int | None:
    """The statement whose content holds the leading mention; the narrowest where several do."""
    at = leading.mention.start
    best: tuple[int, int] | None = None
    for number, statement in enumerate(page.statements):
        for span in statement.content_spans:
            if span.start <= at < span.end and (best is None or span.end - span.start < best[0]):
                best = (span.end - span.start, number)
    return best[1] if best else None
