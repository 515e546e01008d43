"""One page's telling of an engagement, made comparable (a report), and its single assertions (claims)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from legation.ledger.windows import Window
from legation.records import (
    Claim,
    ClaimField,
    Dates,
    Engagement,
    EngagementKind,
    Participant,
    Record,
    Speaker,
    StatedCause,
    Statement,
    Status,
    Who,
)
from legation.rules.ledger import LedgerRules


class PastState(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier state that the report looks back on."""

    status: Status
    when: Dates | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What one page tells of one engagement. ``id`` is minted once and stays with the report for good.

    ``authority`` is the weight of whoever asserts it. ``start`` is where its first evidence stands in the page.
    """

    id: str
    page: str
    number: int
    said_on: date
    dispatch: str
    kind: EngagementKind
    status: Status
    background: bool = False
    people: tuple[Who, ...] = ()
    host: str | None = None
    place: str | None = None
    occasion: str | None = None
    topics: tuple[str, ...] = ()
    when: Dates | None = None
    no_date_set: bool = False
    certainty: str = "stated"
    authority: int = 2
    past: tuple[PastState, ...] = ()
    cause: StatedCause | None = None
    start: int = 0

    @property
    def order(self) -> tuple[date, str, int]:
        """The place of this report among all reports: by the day it was said, then by page."""
        return (self.said_on, self.page, self.number)

    @property
    def window(self) -> Window | None:
        """The days it gives for the engagement, or None."""
        return window_of(self.when)

    @property
    def past_windows(self) -> tuple[Window, ...]:
        return tuple(w for past in self.past if (w := window_of(past.when)) is not None)


def window_of(when: Dates | None) -> Window | None:
    """The days of a date, or None where it is open or unresolved."""
    if when is None or when.earliest is None:
        return None
    latest = when.latest or when.earliest
    return Window(min(when.earliest, latest), max(when.earliest, latest))


def fingerprint(*parts: str) -> str:
    """Twelve letters and digits that name ``parts``; the same for the same parts anywhere."""
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    return base64.b32encode(digest)[:12].decode().lower()


def page_id(record: Record) -> str:
    """The identity of a page: its address (or the caller's id), day and text. A changed text is another page."""
    article = record.article
    published = article.published.isoformat() if article.published else ""
    return fingerprint(article.url or record.id or "", published, article.text)


def reports_of(
    record: Record, *, page: str, learned: date, dispatch: str | None = None, rules: LedgerRules
) -> tuple[Report, ...]:
    """The reports of a page in the record's order. A page without a day counts as said when it was ``learned``."""
    said_on = record.article.published or learned
    return tuple(
        _report(record, number, page=page, said_on=said_on, dispatch=dispatch or page, rules=rules)
        for number in range(len(record.engagements))
    )


def _report(record: Record, number: int, *, page: str, said_on: date, dispatch: str, rules: LedgerRules) -> Report:
    engagement = record.engagements[number]
    when = engagement.when
    return Report(
        id=fingerprint(page, str(number)),
        page=page,
        number=number,
        said_on=said_on,
        dispatch=dispatch,
        kind=engagement.kind,
        status=engagement.status,
        background=engagement.background,
        people=tuple(_who(p) for p in engagement.participants),
        host=engagement.host_country,
        place=engagement.place,
        occasion=engagement.occasion,
        topics=engagement.topics,
        when=when if when.words or when.earliest or when.precision != "none" else None,
        no_date_set=engagement.no_date_set,
        certainty=engagement.certainty,
        authority=_authority(engagement, _asserter(record, engagement), rules),
        past=tuple(PastState(status=p.status, when=p.when) for p in engagement.history),
        cause=_cause(record, engagement, page),
        start=engagement.evidence[0].start if engagement.evidence else 0,
    )


def _who(participant: Participant) -> Who:
    return Who(
        name=participant.name,
        office=participant.office,
        country=participant.country,
        organisation=participant.organisation,
        role=participant.role,
        known_from=participant.known_from or msgspec.UNSET,
        is_former=participant.is_former or msgspec.UNSET,
    )


def _asserter(record: Record, engagement: Engagement) -> Statement | None:
    i = engagement.asserted_by
    return record.statements[i] if i is not None and 0 <= i < len(record.statements) else None


def _authority(engagement: Engagement, statement: Statement | None, rules: LedgerRules) -> int:
    """The party itself over others, named over anonymous; doubt costs a step."""
    weights = rules.authority
    if statement is None:
        weight = weights.named
    elif statement.anonymous:
        weight = weights.anonymous
    else:
        speaker = statement.speaker
        sides = {p.country for p in engagement.participants} | {p.organisation for p in engagement.participants}
        sides = (sides | {engagement.host_country}) - {None}
        weight = weights.party if {speaker.country, speaker.organisation} & sides else weights.named
    return weight - 1 if engagement.certainty in weights.doubt else weight


def _cause(record: Record, engagement: Engagement, page: str) -> StatedCause | None:
    cause = engagement.cause
    if cause is None:
        return None
    incident = None
    if cause.incident is not None and 0 <= cause.incident < len(record.incidents):
        incident = record.incidents[cause.incident].words
    return StatedCause(
        words=cause.words, type=cause.type, incident=incident, page=page, start=cause.start, end=cause.end
    )


def claims_of(record: Record, report: Report, *, learned: datetime | None = None) -> Iterator[Claim]:
    """Every assertion of a report, each with the exact words it rests on. Its id is the report's and the field's."""
    engagement = record.engagements[report.number]
    statement = _asserter(record, engagement)
    text = record.article.text
    first = engagement.evidence[0]

    def claim(
        name: str,
        field: ClaimField,
        value: str,
        start: int | None,
        end: int | None,
        *,
        when: Dates | None = None,
        who: Who | None = None,
        is_past: bool = False,
    ) -> Claim:
        if start is None or end is None:
            start, end = first.start, first.end
        return Claim(
            id=f"{report.id}.{name}",
            report=report.id,
            page=report.page,
            field=field,
            value=value,
            when=when,
            who=who,
            is_past=is_past,
            certainty=engagement.certainty,
            speaker=statement.speaker if statement and statement.speaker != Speaker() else None,
            anonymous=bool(statement and statement.anonymous),
            described_as=statement.described_as if statement else None,
            authority=report.authority,
            said_on=report.said_on,
            learned=learned,
            start=start,
            end=end,
            words=text[start:end],
        )

    yield claim("kind", "kind", engagement.kind, None, None)
    yield claim("status", "status", engagement.status, None, None)
    for i, participant in enumerate(engagement.participants):
        who = _who(participant)
        yield claim(f"who{i}", "participant", who_words(who), participant.start, participant.end, who=who)
    if report.host:
        yield claim("host", "host_country", report.host, None, None)
    if report.place:
        yield claim("place", "place", report.place, None, None)
    if report.occasion:
        yield claim("occasion", "occasion", report.occasion, None, None)
    if report.when:
        yield claim("when", "when", when_words(report.when), report.when.start, report.when.end, when=report.when)
    if report.no_date_set:
        yield claim("no_date", "no_date_set", "true", None, None)
    for i, topic in enumerate(engagement.topic_evidence):
        yield claim(f"topic{i}", "topic", topic.name, topic.start, topic.end)
    for i, past in enumerate(engagement.history):
        words = past.evidence
        yield claim(f"past{i}", "status", past.status, words.start, words.end, when=past.when, is_past=True)
    if engagement.cause:
        yield claim("cause", "cause", engagement.cause.words, engagement.cause.start, engagement.cause.end)


def who_words(who: Who) -> str:
    """A participant in a few words: ``Antony Blinken (US)``."""
    name = who.name or who.office or who.organisation or who.country or "?"
    return f"{name} ({who.country})" if who.country and name != who.country else name


def when_words(when: Dates | None) -> str:
    """A date in figures: ``2023-06-18``, ``2023-06-07..2023-07-19``, or its words where it is open."""
    if when is None:
        return ""
    if when.earliest is None:
        return when.words or "no date"
    if when.latest is None or when.latest == when.earliest:
        return when.earliest.isoformat()
    return f"{when.earliest.isoformat()}..{when.latest.isoformat()}"
