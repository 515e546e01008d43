"""What the calendar keeps: pages, reports and claims as learned, engagements as they stand, and every change.

Two time axes run through everything here. ``said_on`` is the day a page said something (its publication day, or
the day it was learned where the page has none). ``learned`` is the moment Legation stored it, in UTC.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

import msgspec

from legation.records.reading import (
    CauseType,
    Certainty,
    Dates,
    EngagementKind,
    OfficeHeld,
    Role,
    Speaker,
    Status,
)

ClaimField = Literal[
    "kind", "status", "when", "no_date_set", "participant", "host_country", "place", "occasion", "topic", "cause"
]
CorrectionKind = Literal["merge", "split", "set"]
NameCorrectionKind = Literal["same", "apart", "open"]
Standing = Literal[
    "proposed",
    "expected",
    "announced",
    "confirmed",
    "under_way",
    "held",
    "postponed",
    "rescheduled",
    "cancelled",
    "declined",
    "denied",
    "unverified",
]


class Who(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A participant of an engagement, put together from all pages that name one.

    ``known_from`` is the page or file of the who's who that completed it; absent, also from JSON, where the pages
    about the engagement say it all. ``is_former`` is absent where the office is held.
    """

    name: str | None = None
    office: str | None = None
    country: str | None = None
    organisation: str | None = None
    role: Role = "party"
    known_from: str | msgspec.UnsetType = msgspec.UNSET
    is_former: bool | msgspec.UnsetType = msgspec.UNSET


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One assertion about one field of one engagement, by one page.

    ``value`` is the value in words or codes (``"postponed"``, ``"CN"``, ``"2023-06-18"``); ``when`` and ``who``
    carry it in full for the fields ``when`` and ``participant``. ``is_past`` marks an earlier state that the page
    looks back on. ``speaker`` is None where the page speaks for itself. ``page`` and ``start``/``end`` lead to the
    exact words. ``report`` is the page's telling of the engagement that this claim belongs to.
    """

    id: str
    report: str
    page: str
    field: ClaimField
    value: str
    when: Dates | None = None
    who: Who | None = None
    is_past: bool = False
    certainty: Certainty = "stated"
    speaker: Speaker | None = None
    anonymous: bool = False
    described_as: str | None = None
    authority: int = 2
    said_on: date
    learned: datetime | None = None
    start: int
    end: int
    words: str
    person: str | None = None


class StatedCause(msgspec.Struct, frozen=True, kw_only=True):
    """Why the engagement's status changed, in the words of ``page`` from ``start`` to ``end``."""

    words: str
    type: CauseType = "other"
    incident: str | None = None
    page: str
    start: int
    end: int


class State(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How an engagement stands at one point of both time axes.

    ``when`` is the date in force (None where nothing was ever said); ``previous`` the date in force before it was
    put off or moved. ``disputed`` names the fields on which sources of comparable weight contradict each other.
    """

    kind: EngagementKind
    status: Status
    participants: tuple[Who, ...] = ()
    host_country: str | None = None
    place: str | None = None
    occasion: str | None = None
    topics: tuple[str, ...] = ()
    when: Dates | None = None
    previous: Dates | None = None
    no_date_set: bool = False
    certainty: Certainty = "stated"
    cause: StatedCause | None = None
    disputed: tuple[str, ...] = ()

    @property
    def earliest(self) -> date | None:
        return self.when.earliest if self.when else None

    @property
    def latest(self) -> date | None:
        return self.when.latest if self.when else None


class Change(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One field of a revision: what it was, what it became (both in words or codes), and the claim that did it."""

    field: str
    before: str | None
    after: str | None
    claim: str | None = None


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """One change of an engagement's state. ``number`` counts from 0 along ``said_on``.

    It was believed from ``learned`` until ``superseded`` (None: it still is), so that both axes can be replayed.
    """

    entry: str
    number: int
    said_on: date
    state: State
    changes: tuple[Change, ...] = ()
    claims: tuple[str, ...] = ()
    learned: datetime | None = None
    superseded: datetime | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One engagement of the calendar, as of one moment.

    ``id`` never changes. ``sequence`` counts the stored changes and only rises (iCalendar SEQUENCE). ``is_unverified``
    says that the planned day has passed without a report. ``sources`` counts independent dispatches, ``pages`` all
    pages, ``outlets`` names the sites. ``part_of`` and ``parts`` link meetings to the visit they take place in; ``tour``
    names the first leg of the tour that a visit is a leg of, ``legs`` all of them by date.
    """

    id: str
    sequence: int = 0
    state: State
    is_unverified: bool = False
    sources: int = 0
    pages: int = 0
    outlets: tuple[str, ...] = ()
    first_said: date
    last_said: date
    learned: datetime | None = None
    updated: datetime | None = None
    part_of: str | None = None
    parts: tuple[str, ...] = ()
    tour: str | None = None
    legs: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """The last status that a source gave."""
        return self.state.status

    @property
    def standing(self) -> Standing:
        """The status to show: ``unverified`` where the planned day passed without a report."""
        return "unverified" if self.is_unverified else self.state.status


class StoredPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page as the calendar keeps it. ``dispatch`` names the group of copies and rewrites it belongs to."""

    id: str
    source_id: str | None = None
    url: str | None = None
    title: str | None = None
    site: str | None = None
    section: str | None = None
    language: str | None = None
    published: date | None = None
    said_on: date
    learned: datetime
    dispatch: str
    text: str = ""
    entries: tuple[str, ...] = ()


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """Why one report was put where it is: the reasons and score for ``entry``, and the runners-up."""

    report: str
    entry: str
    score: float
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What a person put right: ``merge`` (two reports are of one engagement), ``split`` (they are of two), or
    ``set`` (``field`` of ``report``'s engagement is ``value``)."""

    kind: CorrectionKind
    report: str
    other: str | None = None
    field: str | None = None
    value: str | None = None
    person: str
    reason: str
    said_on: date
    learned: datetime | None = None


class OfficeClaim(OfficeHeld, frozen=True, kw_only=True):
    """One page's word on who holds an office: the who's who as claims. ``page`` and ``start``/``end`` lead to the
    exact words; ``holder`` is the line of the who's who that it stands behind."""

    id: str
    page: str
    holder: str
    said_on: date
    learned: datetime | None = None
    start: int
    end: int
    words: str
    url: str | None = None


class Holder(OfficeHeld, frozen=True, kw_only=True):
    """One name in one office within one year, over all pages that say so: a line of the calendar's who's who.

    Name and office are worded as by the first page. ``is_settled``: two independent dispatches say it. ``page`` is the
    first page's identifier and ``source`` its address.
    """

    id: str
    first_said: date
    last_said: date
    is_settled: bool = False
    page: str
    dispatch: str
    source: str


class NameCorrection(msgspec.Struct, frozen=True, kw_only=True):
    """What a person put right about two names: of one person (``same``), of two (``apart``), or as their words say
    (``open``, which takes back what was said before). Of several about one pair the last holds."""

    kind: NameCorrectionKind
    one: str
    other: str
    person: str
    reason: str
    said_on: date
    learned: datetime | None = None


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries are wanted; everything given must hold.

    ``countries``: all of them take part or host. ``regions`` (identifiers of ``rules.regions``): a country of each of
    them takes part or hosts; an unknown one meets nothing. ``people``: each is part of a participant's name, without regard
    to case and accents. ``since``/``until``: the engagement's days touch that span (undated ones never do).
    ``statuses`` are standings. ``changed_since``: learned something new since then. ``text``: full-text search.
    """

    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    statuses: tuple[Standing, ...] = ()
    kinds: tuple[EngagementKind, ...] = ()
    undated: bool | None = None
    changed_since: datetime | None = None
    text: str | None = None


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What adding one page did. ``is_new`` is False where the calendar already had that very page."""

    page: str
    is_new: bool
    entries: tuple[str, ...] = ()
    created: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


class StoredStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of a stored page, with what is needed to list it and to lead to its words."""

    page: str
    number: int
    speaker: Speaker
    anonymous: bool = False
    described_as: str | None = None
    kind: str
    content: str
    start: int
    end: int
    said_on: date
    url: str | None = None
    site: str | None = None
    title: str | None = None


class Odds(msgspec.Struct, frozen=True, kw_only=True):
    """How often engagements like this one took place. ``held`` of ``cases``; None figures where under twenty."""

    entry: str
    cases: int
    held: int | None = None
    share: float | None = None
    low: float | None = None
    high: float | None = None
    median_days: int | None = None
    alike: tuple[str, ...] = ()
    reason: str | None = None
