"""What pages say of who holds which office, and what people have put right about names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "office_holder",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("office_class", sa.Text(), nullable=False),
        sa.Column("last_said", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_holder")),
    )
    with op.batch_alter_table("office_holder", schema=None) as batch_op:
        batch_op.create_index("ix_office_holder_office", ["side", "office_class"], unique=False)
    op.create_table(
        "office_holder_word",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["holder"], ["office_holder.id"], name=op.f("fk_office_holder_word_holder")),
        sa.PrimaryKeyConstraint("word", "holder", name=op.f("pk_office_holder_word")),
    )
    with op.batch_alter_table("office_holder_word", schema=None) as batch_op:
        batch_op.create_index("ix_office_holder_word_holder", ["holder"], unique=False)
    op.create_table(
        "office_claim",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["page.id"], name=op.f("fk_office_claim_page")),
        sa.ForeignKeyConstraint(["holder"], ["office_holder.id"], name=op.f("fk_office_claim_holder")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office_claim")),
    )
    with op.batch_alter_table("office_claim", schema=None) as batch_op:
        batch_op.create_index(op.f("ix_office_claim_page"), ["page"], unique=False)
        batch_op.create_index("ix_office_claim_holder", ["holder", "said_on", "page", "start"], unique=False)
    counter = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "name_correction",
        sa.Column("seq", counter, autoincrement=True, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=False),
        sa.Column("learned", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_name_correction")),
    )
