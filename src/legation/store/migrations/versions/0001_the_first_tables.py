"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cluster",
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("root", name=op.f("pk_cluster")),
    )
    op.create_table(
        "cluster_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("root", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", "root", name=op.f("pk_cluster_key")),
    )
    with op.batch_alter_table("cluster_key", schema=None) as batch_op:
        batch_op.create_index("ix_cluster_key_root", ["root"], unique=False)

    op.create_table(
        "entry",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("earliest", sa.Text(), nullable=True),
        sa.Column("latest", sa.Text(), nullable=True),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("outlets", sa.Text(), nullable=False),
        sa.Column("first_said", sa.Text(), nullable=False),
        sa.Column("last_said", sa.Text(), nullable=False),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.Column("updated", sa.Text(), nullable=False),
        sa.Column("part_of", sa.Text(), nullable=True),
        sa.Column("tour", sa.Text(), nullable=True),
        sa.Column("gone_to", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
    )
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.create_index("ix_entry_earliest", ["earliest", "id"], unique=False)
        batch_op.create_index("ix_entry_latest", ["latest"], unique=False)
        batch_op.create_index("ix_entry_part_of", ["part_of"], unique=False)
        batch_op.create_index(batch_op.f("ix_entry_tour"), ["tour"], unique=False)
        batch_op.create_index("ix_entry_status", ["status", "latest"], unique=False)
        batch_op.create_index(batch_op.f("ix_entry_updated"), ["updated"], unique=False)

    op.create_table(
        "page",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("site", sa.Text(), nullable=True),
        sa.Column("section", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("said_on", sa.Text(), nullable=False),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.Column("dispatch", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_page")),
        sa.UniqueConstraint("id", name=op.f("uq_page_id")),
    )
    with op.batch_alter_table("page", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_page_dispatch"), ["dispatch"], unique=False)
        batch_op.create_index(batch_op.f("ix_page_learned"), ["learned"], unique=False)
        batch_op.create_index(batch_op.f("ix_page_said_on"), ["said_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_page_url"), ["url"], unique=False)

    op.create_table(
        "entry_side",
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_entry_side_entry")),
        sa.PrimaryKeyConstraint("side", "entry", name=op.f("pk_entry_side")),
    )
    with op.batch_alter_table("entry_side", schema=None) as batch_op:
        batch_op.create_index("ix_entry_side_entry", ["entry"], unique=False)

    op.create_table(
        "page_band",
        sa.Column("band", sa.BigInteger(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["page.id"], name=op.f("fk_page_band_page")),
        sa.PrimaryKeyConstraint("band", "said_on", "page", name=op.f("pk_page_band")),
    )
    with op.batch_alter_table("page_band", schema=None) as batch_op:
        batch_op.create_index("ix_page_band_page", ["page"], unique=False)

    op.create_table(
        "report",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=False),
        sa.Column("root", sa.Text(), nullable=True),
        sa.Column("entry", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("reasons", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_report_entry")),
        sa.ForeignKeyConstraint(["page"], ["page.id"], name=op.f("fk_report_page")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_entry"), ["entry"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_page"), ["page"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_root"), ["root"], unique=False)

    op.create_table(
        "revision",
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.Column("superseded", sa.Text(), nullable=True),
        sa.Column("said_on", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("claims", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_revision_entry")),
        sa.PrimaryKeyConstraint("entry", "number", "learned", name=op.f("pk_revision")),
    )
    with op.batch_alter_table("revision", schema=None) as batch_op:
        batch_op.create_index("ix_revision_learned", ["learned"], unique=False)
        batch_op.create_index("ix_revision_said_on", ["said_on"], unique=False)

    op.create_table(
        "statement",
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("said_on", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["page.id"], name=op.f("fk_statement_page")),
        sa.PrimaryKeyConstraint("page", "number", name=op.f("pk_statement")),
    )
    with op.batch_alter_table("statement", schema=None) as batch_op:
        batch_op.create_index("ix_statement_country", ["country", "said_on"], unique=False)
        batch_op.create_index("ix_statement_speaker", ["speaker", "said_on"], unique=False)

    op.create_table(
        "claim",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["page.id"], name=op.f("fk_claim_page")),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_claim_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_page"), ["page"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_report"), ["report"], unique=False)

    op.create_table(
        "correction",
        sa.Column("seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=False),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["other"], ["report.id"], name=op.f("fk_correction_other")),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_correction_report")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_correction")),
    )
    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_correction_other"), ["other"], unique=False)
        batch_op.create_index(batch_op.f("ix_correction_report"), ["report"], unique=False)

    op.create_table(
        "report_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["report.id"], name=op.f("fk_report_key_report")),
        sa.PrimaryKeyConstraint("key", "role", "said_on", "report", name=op.f("pk_report_key")),
    )
    with op.batch_alter_table("report_key", schema=None) as batch_op:
        batch_op.create_index("ix_report_key_report", ["report"], unique=False)

    _create_search()


def _create_search() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute(
            "ALTER TABLE page ADD COLUMN search tsvector GENERATED ALWAYS AS "
            "(to_tsvector('simple', coalesce(title, '') || ' ' || left(text, 500000))) STORED"
        )
        op.execute("CREATE INDEX ix_page_search ON page USING gin (search)")
        return
    op.execute(
        "CREATE VIRTUAL TABLE page_search USING fts5(title, text, content='page', content_rowid='seq', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER page_search_insert AFTER INSERT ON page BEGIN "
        "INSERT INTO page_search(rowid, title, text) VALUES (new.seq, new.title, new.text); END"
    )
    op.execute(
        "CREATE TRIGGER page_search_delete AFTER DELETE ON page BEGIN "
        "INSERT INTO page_search(page_search, rowid, title, text) VALUES ('delete', old.seq, old.title, old.text); END"
    )
    op.execute(
        "CREATE TRIGGER page_search_update AFTER UPDATE OF title, text ON page BEGIN "
        "INSERT INTO page_search(page_search, rowid, title, text) VALUES ('delete', old.seq, old.title, old.text); "
        "INSERT INTO page_search(rowid, title, text) VALUES (new.seq, new.title, new.text); END"
    )
