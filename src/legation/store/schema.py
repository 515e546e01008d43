"""The tables of a calendar, for SQLite and PostgreSQL alike.

Days are ISO 8601 text and moments ISO 8601 text in UTC, so that they compare as they read and both databases agree.
Records are kept as JSON in ``body`` columns; what is searched or joined stands in columns of its own. A change here
needs a migration in ``migrations/versions``; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

# Behind every real day, in any order of letters a database may use: where what has no date stands.
UNDATED = "9999-99-99"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# SQLite counts rows itself only in a column that is INTEGER; PostgreSQL needs room for more.
Counter = BigInteger().with_variant(Integer, "sqlite")

page = Table(
    "page",
    metadata,
    Column("seq", Counter, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("source_id", Text),
    Column("url", Text, index=True),
    Column("title", Text),
    Column("site", Text),
    Column("section", Text),
    Column("language", Text),
    Column("published", Text),
    Column("said_on", Text, nullable=False, index=True),
    Column("learned", Text, nullable=False, index=True),
    Column("dispatch", Text, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("rules", Text, nullable=False),
    Column("model", Text, nullable=False),
)

# What is shown: not merged into another, and still told of.
LIVE = text("gone_to IS NULL AND pages > 0")

entry = Table(
    "entry",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
    Column("people", Text, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("outlets", Text, nullable=False),
    Column("first_said", Text, nullable=False),
    Column("last_said", Text, nullable=False),
    Column("learned", Text, nullable=False),
    Column("updated", Text, nullable=False, index=True),
    # Its last revision in force: the number, and the day it was said. With them the state as of most days is here.
    Column("revision", Integer),
    Column("revised_on", Text),
    Column("part_of", Text),
    Column("tour", Text, index=True),
    # Set where all its reports have moved to another engagement: the identifier still leads there.
    Column("gone_to", Text),
    # The earliest day, or UNDATED: where it stands in lists.
    Column("sort_day", Text, nullable=False, server_default=UNDATED),
    Index("ix_entry_earliest", "earliest", "id"),
    Index("ix_entry_latest", "latest"),
    Index("ix_entry_status", "status", "latest"),
    Index("ix_entry_part_of", "part_of"),
    # Lists walk these engagements in order without touching a row that they do not show.
    Index(
        "ix_entry_live", "sort_day", "id", "latest", "status", "kind", "updated",
        sqlite_where=LIVE, postgresql_where=LIVE,
    ),
)  # fmt: skip

# Who takes part or hosts, with what filters ask of the engagement, so that the list of a country is one walk.
entry_side = Table(
    "entry_side",
    metadata,
    Column("entry", ForeignKey("entry.id"), nullable=False),
    Column("side", Text, nullable=False),
    Column("sort_day", Text, nullable=False, server_default=UNDATED),
    Column("latest", Text),
    Column("status", Text, nullable=False, server_default=""),
    Column("kind", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("side", "entry"),
    Index("ix_entry_side_entry", "entry"),
    Index("ix_entry_side_walk", "side", "sort_day", "entry", "latest", "status", "kind"),
)

# The folded words of participants' names: a person is found by the beginning of any of them.
entry_name = Table(
    "entry_name",
    metadata,
    # Compared by code points everywhere, since a beginning is asked for as a range.
    Column("word", Text().with_variant(Text(collation="C"), "postgresql"), nullable=False),
    Column("entry", ForeignKey("entry.id"), nullable=False),
    PrimaryKeyConstraint("word", "entry"),
    Index("ix_entry_name_entry", "entry", "word"),
)

report = Table(
    "report",
    metadata,
    Column("id", Text, primary_key=True),
    Column("page", ForeignKey("page.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("said_on", Text, nullable=False),
    # The group that matching put it in; None where it names nobody. ``entry`` is the same after corrections.
    Column("root", Text, index=True),
    Column("entry", ForeignKey("entry.id"), index=True),
    Column("body", Text, nullable=False),
    Column("score", Float),
    Column("reasons", Text),
    # The page's number, by which full-text search finds it.
    Column("page_seq", BigInteger),
    Index("ix_report_page_seq", "page_seq", "entry"),
)

cluster = Table(
    "cluster",
    metadata,
    Column("root", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
)

report_key = Table(
    "report_key",
    metadata,
    Column("key", Text, nullable=False),
    # "i": filed under it; "l": looks under it.
    Column("role", Text, nullable=False),
    Column("said_on", Text, nullable=False),
    Column("report", ForeignKey("report.id"), nullable=False),
    PrimaryKeyConstraint("key", "role", "said_on", "report"),
    Index("ix_report_key_report", "report"),
)

# With how far the group reaches in time, so that of all that two states ever did only what is near is looked at.
cluster_key = Table(
    "cluster_key",
    metadata,
    Column("root", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    PrimaryKeyConstraint("root", "key"),
    Index("ix_cluster_key_near", "key", "last", "first", "root"),
    sqlite_with_rowid=False,
)

claim = Table(
    "claim",
    metadata,
    Column("id", Text, primary_key=True),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
    Column("page", ForeignKey("page.id"), nullable=False, index=True),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

revision = Table(
    "revision",
    metadata,
    Column("entry", ForeignKey("entry.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("learned", Text, nullable=False),
    Column("superseded", Text),
    Column("said_on", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("claims", Text, nullable=False),
    PrimaryKeyConstraint("entry", "number", "learned"),
    Index("ix_revision_said_on", "said_on"),
    Index("ix_revision_learned", "learned"),
)

# One row: how often pages were read anew, which may change what is shown and nothing else that a version is told by.
edition = Table("edition", metadata, Column("number", Integer, nullable=False))

correction = Table(
    "correction",
    metadata,
    Column("seq", Counter, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("report", ForeignKey("report.id"), nullable=False, index=True),
    Column("other", ForeignKey("report.id"), index=True),
    Column("field", Text),
    Column("value", Text),
    Column("person", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("said_on", Text, nullable=False),
    Column("learned", Text, nullable=False),
)

statement = Table(
    "statement",
    metadata,
    Column("page", ForeignKey("page.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("speaker", Text),
    Column("country", Text),
    Column("said_on", Text, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("page", "number"),
    Index("ix_statement_country", "country", "said_on"),
    Index("ix_statement_speaker", "speaker", "said_on"),
)

# Under which numbers copies find a page, month by month: the numbers are anywhere, and so would be what is read and
# written for each page if time did not come first. One tree on SQLite instead of two.
page_band = Table(
    "page_band",
    metadata,
    Column("month", Text, nullable=False),
    Column("band", BigInteger, nullable=False),
    Column("said_on", Text, nullable=False),
    Column("page", ForeignKey("page.id"), nullable=False),
    PrimaryKeyConstraint("month", "band", "said_on", "page"),
    sqlite_with_rowid=False,
)

# The who's who that pages make: each page's word, and the lines that such words make, a name in an office in a year.
office_holder = Table(
    "office_holder",
    metadata,
    Column("id", Text, primary_key=True),
    Column("side", Text, nullable=False),
    Column("office_class", Text, nullable=False),
    Column("last_said", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_office_holder_office", "side", "office_class"),
)

office_holder_word = Table(
    "office_holder_word",
    metadata,
    Column("word", Text, nullable=False),
    Column("holder", ForeignKey("office_holder.id"), nullable=False),
    PrimaryKeyConstraint("word", "holder"),
    Index("ix_office_holder_word_holder", "holder"),
)

office_claim = Table(
    "office_claim",
    metadata,
    Column("id", Text, primary_key=True),
    Column("page", ForeignKey("page.id"), nullable=False, index=True),
    Column("holder", ForeignKey("office_holder.id"), nullable=False),
    Column("said_on", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_office_claim_holder", "holder", "said_on", "page", "start"),
)

name_correction = Table(
    "name_correction",
    metadata,
    Column("seq", Counter, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("said_on", Text, nullable=False),
    Column("learned", Text, nullable=False),
)

# What was read from where: how far each shard of a backfill is, what feeds have named, and what failed.
shard = Table(
    "shard",
    metadata,
    Column("key", Text, primary_key=True),
    Column("source", Text, nullable=False),
    # Pages of it that are wholly dealt with; reading begins again behind them.
    Column("position", Integer, nullable=False),
    Column("is_done", Integer, nullable=False),
    Column("counts", Text, nullable=False),
    Column("changed", Text, nullable=False),
)

feed = Table(
    "feed",
    metadata,
    Column("url", Text, primary_key=True),
    Column("due", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
)

found = Table(
    "found",
    metadata,
    Column("url", Text, primary_key=True),
    Column("feed", Text, nullable=False),
    # "new", "read", "skipped" (no diplomacy, another language) or "failed".
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due", Text, nullable=False),
    Column("published", Text),
    Column("title", Text),
    Index("ix_found_state", "state", "due"),
)

failure = Table(
    "failure",
    metadata,
    Column("seq", Counter, primary_key=True, autoincrement=True),
    Column("source", Text, nullable=False),
    Column("problem", Text, nullable=False),
    Column("learned", Text, nullable=False, index=True),
)
