"""The API's answers as OpenAPI describes them. They document; the answers themselves are written by ``msgspec``.

A test holds every answer of a filled calendar against these.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from legation.records import Certainty, EngagementKind, Standing, Status
from legation.records.times import Precision


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid")


class When(_Model):
    words: str | None
    earliest: date | None
    latest: date | None
    precision: Precision
    convention: str | None
    unresolved: str | None
    start: int | None
    end: int | None


class Who(_Model):
    name: str | None
    office: str | None
    country: str | None
    organisation: str | None
    role: str


class Cause(_Model):
    words: str
    type: str
    incident: str | None
    page: str
    start: int
    end: int


class _State(_Model):
    kind: EngagementKind
    status: Status = Field(description="The last status that a source gave")
    participants: list[Who]
    host_country: str | None
    place: str | None
    occasion: str | None
    topics: list[str]
    when: When | None = Field(description="The dates in force; null where nothing was ever said")
    previous: When | None = Field(description="The dates before it was put off or moved")
    no_date_set: bool
    certainty: Certainty
    cause: Cause | None
    disputed: list[str] = Field(description="Fields on which sources contradict each other")


class Report(_Model):
    page: str
    url: str | None
    outlet: str | None
    title: str | None
    said_on: date | None


class Engagement(_State):
    id: str = Field(description="Never changes")
    uid: str = Field(description="The iCalendar UID")
    sequence: int = Field(description="Only rises (iCalendar SEQUENCE)")
    title: str
    standing: Standing = Field(description="What to show: `unverified` where the planned day passed without a report")
    countries: list[str]
    sources: int = Field(description="Independent dispatches")
    pages: int
    outlets: list[str]
    first_said: date
    last_said: date
    learned: datetime | None
    updated: datetime | None
    part_of: str | None
    parts: list[str]
    url: str | None
    reports: list[Report] = Field(default=[], description="The pages it rests on, newest first")


class EngagementList(_Model):
    engagements: list[Engagement]
    next: str | None = Field(description="Give it as `after` to have the next part; null at the end")


class Change(_Model):
    field: str
    before: str | None
    after: str | None
    claim: str | None


class Revision(_Model):
    entry: str
    number: int
    said_on: date
    state: _State
    changes: list[Change]
    claims: list[str]
    learned: datetime | None
    superseded: datetime | None


class Revisions(_Model):
    revisions: list[Revision]


class Claim(BaseModel):
    model_config = ConfigDict(extra="allow")

    id: str
    report: str
    page: str
    field: str
    value: str
    when: When | None
    who: Who | None
    is_past: bool
    certainty: Certainty
    said_on: date
    start: int = Field(description="Where the words begin in the page's text, in characters")
    end: int
    words: str


class Claims(_Model):
    claims: list[Claim]


class PageHead(BaseModel):
    model_config = ConfigDict(extra="allow")

    id: str
    url: str | None
    title: str | None
    site: str | None
    published: date | None
    said_on: date
    learned: datetime
    dispatch: str = Field(description="Names the group of copies and rewrites that the page belongs to")
    entries: list[str]


class Page(PageHead):
    text: str


class Pages(_Model):
    pages: list[PageHead]


class Statement(BaseModel):
    model_config = ConfigDict(extra="allow")

    page: str
    number: int
    speaker: dict[str, Any]
    anonymous: bool
    kind: str
    content: str
    start: int
    end: int
    said_on: date


class Statements(_Model):
    statements: list[Statement]


class ProblemDetail(_Model):
    status: int
    title: str
    detail: str


class Problem(_Model):
    error: ProblemDetail
