"""The frozen types everything speaks in. Layer 0: imports nothing else of Legation's."""

from legation.records.actors import (
    Actor,
    ActorKind,
    ActorMention,
    Cast,
    KnownOffice,
    MentionForm,
    PersonMention,
    PlaceMention,
)
from legation.records.annotation import Annotation, Entity, Sentence, Token
from legation.records.article import Article, Block, Dateline, Page, Span
from legation.records.calendar import (
    Added,
    Change,
    Claim,
    ClaimField,
    Correction,
    CorrectionKind,
    Entry,
    Filter,
    Match,
    Odds,
    Revision,
    Standing,
    State,
    StatedCause,
    StoredPage,
    StoredStatement,
    Who,
)
from legation.records.reading import (
    Abstention,
    Anonymity,
    ArticleRecord,
    Cause,
    CauseType,
    Certainty,
    Dates,
    Engagement,
    EngagementKind,
    Evidence,
    Incident,
    Offsets,
    Participant,
    Past,
    ReaderStamp,
    Record,
    Register,
    Role,
    SaidOn,
    Speaker,
    Statement,
    StatementKind,
    Status,
    Topic,
)
from legation.records.times import Precision, TimeMention, TimexType, When

__all__ = [
    "Abstention", "Actor", "ActorKind", "ActorMention", "Added", "Annotation", "Anonymity", "Article", "ArticleRecord", "Block",
    "Cast", "Cause", "CauseType", "Certainty", "Change", "Claim", "ClaimField", "Correction", "CorrectionKind", "Dateline", "Dates",
    "Engagement", "EngagementKind", "Entity", "Entry", "Evidence", "Filter", "Incident", "KnownOffice", "Match", "MentionForm",
    "Odds", "Offsets", "Page", "Participant", "Past", "PersonMention", "PlaceMention", "Precision", "ReaderStamp",
    "Record", "Register", "Revision", "Role", "SaidOn", "Sentence", "Span", "Speaker", "Standing", "State",
    "StatedCause", "Statement", "StatementKind", "Status", "StoredPage", "StoredStatement", "TimeMention",
    "TimexType", "Token", "Topic", "When", "Who",
]  # fmt: skip
