"""What a page says: the record that ``legation read --json`` prints, as types. Field names are a contract."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec

from legation.records.times import Precision

EngagementKind = Literal["visit", "meeting", "call", "summit", "talks", "ceremony", "other"]
Status = Literal[
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
]
Certainty = Literal["stated", "likely", "possible", "doubtful"]
Role = Literal["traveller", "host", "party"]
OfficeStanding = Literal["holder", "acting", "designate", "former"]
StatementKind = Literal["direct", "indirect", "mixed"]
CauseType = Literal["incident", "illness", "domestic_politics", "security", "scheduling", "protest", "weather", "other"]


class Evidence(msgspec.Struct, frozen=True):
    """The exact words a fact rests on: ``text == article.text[start:end]``."""

    start: int
    end: int
    text: str


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    name: str | None = None
    office: str | None = None
    country: str | None = None
    organisation: str | None = None
    role: Role = "party"
    start: int
    end: int
    # The file that completed what the page leaves short; None where the page itself says it all.
    known_from: str | None = None
    # The office is one held before: "the former president".
    is_former: bool = False


class OfficeHeld(msgspec.Struct, frozen=True, kw_only=True):
    """A name in an office of a state or body. ``standing`` tells who held it before, stands in, or is to take it up."""

    name: str
    office: str
    office_class: str
    country: str | None = None
    organisation: str | None = None
    gender: Literal["f", "m"] | None = None
    standing: OfficeStanding = "holder"

    @property
    def side(self) -> str:
        """The state or body that the office is of."""
        return self.country or self.organisation or ""

    def held(self) -> dict[str, Any]:
        """These facts alone, for another record of them."""
        return {field: getattr(self, field) for field in OfficeHeld.__struct_fields__}


class OfficeTold(OfficeHeld, frozen=True, kw_only=True):
    """Who holds which office for whom, where the page itself says all three; nothing of it is completed. ``name`` is as
    written, ``start``/``end`` bound the words that say it."""

    start: int
    end: int


class Dates(msgspec.Struct, frozen=True, kw_only=True):
    """The ``when`` of a record. ``unresolved`` says why days are missing where words were found."""

    words: str | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = "none"
    convention: str | None = None
    unresolved: str | None = None
    start: int | None = None
    end: int | None = None


class Past(msgspec.Struct, frozen=True, kw_only=True):
    """An earlier state of an engagement that this same page tells of."""

    status: Status
    when: Dates | None = None
    evidence: Evidence


class Cause(msgspec.Struct, frozen=True, kw_only=True):
    incident: int | None = None
    type: CauseType = "other"
    words: str
    start: int
    end: int


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    words: str
    start: int
    end: int


class Engagement(msgspec.Struct, frozen=True, kw_only=True):
    kind: EngagementKind
    status: Status
    background: bool = False
    participants: tuple[Participant, ...] = ()
    host_country: str | None = None
    place: str | None = None
    occasion: str | None = None
    topics: tuple[str, ...] = ()
    topic_evidence: tuple[Topic, ...] = ()
    when: Dates = msgspec.field(default_factory=Dates)
    no_date_set: bool = False
    certainty: Certainty = "stated"
    asserted_by: int | None = None
    history: tuple[Past, ...] = ()
    cause: Cause | None = None
    part_of: int | None = None
    evidence: tuple[Evidence, ...]


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    name: str | None = None
    office: str | None = None
    country: str | None = None
    organisation: str | None = None


class Offsets(msgspec.Struct, frozen=True):
    start: int
    end: int


class SaidOn(msgspec.Struct, frozen=True, kw_only=True):
    earliest: date | None = None
    latest: date | None = None
    words: str | None = None


class Register(msgspec.Struct, frozen=True, kw_only=True):
    """A word of the diplomatic register in a statement, what it is known to signal and who says so."""

    words: str
    signals: str
    source: str
    start: int
    end: int


class Anonymity(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of a source it does not name: rank ("senior"), how many there are (None where it does not say),
    the words that withhold the name and the reason given for it."""

    rank: str | None = None
    number: int | None = None
    words: str | None = None
    reason: str | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Who said what. ``start``/``end`` bound cue, source and content together; ``content_spans`` the content.

    ``source`` is where the words for the speaker stand, ``source_words`` those words. ``chain`` are all links of a
    relayed statement, the one nearest to the page first and the origin last, and ``chain_words`` what the page calls
    each of them ("two officials"); both are empty where there is only one.
    ``joint`` are all speakers of a statement made together, ``speaker`` the first of them.
    ``negated`` and ``modality`` are those of the content's main verb.
    """

    speaker: Speaker
    anonymous: bool = False
    described_as: str | None = None
    cue: str | None = None
    kind: StatementKind
    content: str
    start: int
    end: int
    quotes: tuple[Offsets, ...] = ()
    said_on: SaidOn | None = None
    audience: str | None = None
    source: tuple[Offsets, ...] = ()
    source_words: str | None = None
    cue_spans: tuple[Offsets, ...] = ()
    content_spans: tuple[Offsets, ...] = ()
    force: str | None = None
    does: tuple[str, ...] = ()
    negated: bool = False
    modality: str | None = None
    occasion: str | None = None
    anonymity: Anonymity | None = None
    joint: tuple[Speaker, ...] = ()
    chain: tuple[Speaker, ...] = ()
    register: tuple[Register, ...] = ()
    chain_words: tuple[str, ...] = ()


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    words: str
    actor_country: str | None = None
    target_country: str | None = None
    when: Dates = msgspec.field(default_factory=Dates)
    start: int
    end: int


class Abstention(msgspec.Struct, frozen=True, kw_only=True):
    about: str
    reason: str
    start: int
    end: int


class ReaderStamp(msgspec.Struct, frozen=True):
    version: str
    rules: str
    model: str


class ArticleRecord(msgspec.Struct, frozen=True, kw_only=True):
    url: str | None = None
    title: str | None = None
    published: date | None = None
    section: str | None = None
    site: str | None = None
    language: str | None = None
    text: str


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """One page, read. ``id`` is the caller's own, where it gave one."""

    id: str | None = None
    article: ArticleRecord
    engagements: tuple[Engagement, ...] = ()
    statements: tuple[Statement, ...] = ()
    incidents: tuple[Incident, ...] = ()
    abstentions: tuple[Abstention, ...] = ()
    offices: tuple[OfficeTold, ...] = ()
    reader: ReaderStamp
