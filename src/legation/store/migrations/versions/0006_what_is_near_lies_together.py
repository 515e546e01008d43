"""What a new page is compared with lies together in time, so that adding reads and writes as much however large the
calendar is: the numbers that copies share by month, the groups under a key by their days."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _set_aside("page_band")
    op.create_table(
        "page_band",
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("band", sa.BigInteger(), nullable=False),
        sa.Column("said_on", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["page"], ["page.id"], name=op.f("fk_page_band_page")),
        sa.PrimaryKeyConstraint("month", "band", "said_on", "page", name=op.f("pk_page_band")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO page_band (month, band, said_on, page) "
        "SELECT substr(said_on, 1, 7), band, said_on, page FROM page_band_before ORDER BY 1, 2, 3, 4"
    )
    op.drop_table("page_band_before")
    _set_aside("cluster_key")
    op.create_table(
        "cluster_key",
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("root", "key", name=op.f("pk_cluster_key")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO cluster_key (root, key, first, last) SELECT k.root, k.key, c.first, c.last "
        "FROM cluster_key_before AS k JOIN cluster AS c ON c.root = k.root ORDER BY 1, 2"
    )
    op.drop_table("cluster_key_before")
    op.create_index("ix_cluster_key_near", "cluster_key", ["key", "last", "first", "root"])


def _set_aside(table: str) -> None:
    op.rename_table(table, f"{table}_before")
    if op.get_bind().dialect.name == "postgresql":  # where the names of keys are not their tables' own
        op.execute(f"ALTER INDEX pk_{table} RENAME TO pk_{table}_before")
