"""Days that no word beside an engagement gives but the page does: those of its parts, of the stay it falls into, of the day
its people are told of, and of the state itself (what is under way is so on the day of publication)."""

from __future__ import annotations

from datetime import date

import msgspec
from msgspec.structs import replace

from legation.records import Annotation, Dates, Engagement, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._company import Page
from legation.resolve.engagements._days import dates_of
from legation.resolve.engagements._status import DONE, PLANNED, RECENT, STAY
from legation.rules.engagements import EngagementRules

LEDE = 3
"""Sentences, a title among them, in which a page says on which day its news happened."""


def implied(page: Page, engagements: tuple[Engagement, ...], said_at: set[int]) -> tuple[Engagement, ...]:
    """The engagements, those without days given what the page implies; ``convention`` says how. ``said_at`` numbers those
    that a saying is set beside.

    Nothing for what has words of its own for its day ("recently") or has no date set.
    """
    found = tuple(_of_parts(n, e, engagements) for n, e in enumerate(engagements))
    found = tuple(_of_stay(e, found) for e in found)
    news = _days_told(page)
    found = tuple(_of_news(e, news, is_said_at=n in said_at) for n, e in enumerate(found))
    return tuple(_of_state(e, page.published) for e in found)


def is_said_at(doc: Annotation, rules: EngagementRules, mention: EngagementMention) -> bool:
    """ "said after meeting X", "he said at the start of a meeting": whether a saying is set beside the event."""
    for token in doc.ancestors(mention.head):
        if token.pos == "VERB" and token.i not in mention.nodes:
            return token.lemma in rules.reporting
    return False


def _is_open(engagement: Engagement) -> bool:
    when = engagement.when
    return when.earliest is None and when.words is None and not engagement.no_date_set


def _of_parts(number: int, visit: Engagement, engagements: tuple[Engagement, ...]) -> Engagement:
    """ "is visiting Lima ... met the president on Tuesday": a visit is on the days of what happens inside it."""
    if visit.kind != "visit" or not _is_open(visit) or visit.background:
        return visit
    parts = [e.when for e in engagements if e.part_of == number and e.when.precision == "day"]
    dated = sorted((w.earliest, w.latest) for w in parts if w.earliest is not None and w.latest is not None)
    if not dated:
        return visit
    first = next(w for w in parts if w.earliest == dated[0][0])
    latest = max(last for _, last in dated)
    return replace(visit, when=replace(first, latest=latest, convention="of-its-parts"))


def _of_stay(engagement: Engagement, engagements: tuple[Engagement, ...]) -> Engagement:
    """What one of a visit's travellers does, where the page tells of no other visit of his, falls into it."""
    if engagement.kind not in {"meeting", "talks", "summit", "ceremony"} or not _is_open(engagement):
        return engagement
    names = {(p.name, p.country) for p in engagement.participants if p.name}
    stays = [
        e
        for e in engagements
        if e.kind == "visit"
        and e.background == engagement.background
        and any(p.role == "traveller" and (p.name, p.country) in names for p in e.participants)
    ]
    if len({e.host_country for e in stays}) != 1:
        return engagement
    stay = stays[0]
    sides = {engagement.status, stay.status}
    if stay.when.earliest is None or not (sides <= PLANNED | {"under_way"} or sides <= DONE):
        return engagement
    if engagement.host_country not in {None, stay.host_country}:
        return engagement
    precision = "window" if stay.when.precision == "day" else stay.when.precision
    return replace(engagement, when=replace(stay.when, precision=precision, convention="inside-visit"))


class Told(msgspec.Struct, frozen=True):
    """A day that the opening gives for what somebody did, or only said."""

    when: When
    is_saying: bool


def _days_told(page: Page) -> dict[str, Told]:
    """For each person, the day on which the opening sentences say that he did something: "pledged on Monday"."""
    doc, published = page.doc, page.published
    found: dict[str, Told] = {}
    if published is None:
        return found
    for when in page.times:
        if when.start is None or when.end is None or when.precision != "day" or when.earliest is None:
            continue
        if when.earliest != when.latest or not published - STAY <= when.earliest <= published:
            continue
        inside = doc.tokens_in(when.start, when.end)
        if not inside or inside[0].sentence > LEDE:
            continue
        numbers = {t.i for t in inside}
        top = next((t for t in inside if t.head not in numbers), inside[0])
        verb = next((t for t in doc.ancestors(top.i) if t.pos == "VERB"), None)
        while verb is not None and verb.dep == "conj" and doc.child(verb.i, "nsubj") is None:
            verb = doc.tokens[verb.head]
        subject = doc.child(verb.i, "nsubj") if verb is not None and verb.tag == "VBD" else None
        if verb is None or subject is None:
            continue
        told = Told(when, verb.lemma in page.rules.reporting)
        for party in page.lookup.parties(subject.i):
            name = page.lookup.actor(party.actor).name
            if name:
                found.setdefault(name, told)
    return found


def _of_news(engagement: Engagement, news: dict[str, Told], *, is_said_at: bool) -> Engagement:
    """What somebody is told to have done, without a day, beside what he did on a day that the opening names. A day on which
    he only said something is that of what the saying is set beside."""
    if engagement.status not in DONE or engagement.background or not _is_open(engagement):
        return engagement
    told = [news[p.name] for p in engagement.participants if p.name in news]
    days = [t.when for t in told if is_said_at or not t.is_saying]
    if len({d.earliest for d in days}) != 1:
        return engagement
    return replace(engagement, when=replace(dates_of(days[0]), convention="day-of-the-news"))


def _of_state(engagement: Engagement, published: date | None) -> Engagement:
    """ "is in Lima": under way on the day of publication. What was held and is told as news was so in the days before it."""
    if published is None or engagement.background or not _is_open(engagement):
        return engagement
    if engagement.status == "under_way":
        days = Dates(earliest=published, latest=published, precision="day", convention="under-way-at-publication")
    elif engagement.status == "held":
        first = published - RECENT
        days = Dates(earliest=first, latest=published, precision="window", convention="held-before-publication")
    else:
        return engagement
    return replace(engagement, when=days)
