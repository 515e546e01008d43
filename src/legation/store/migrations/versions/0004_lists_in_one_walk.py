"""Columns and indexes that let lists, people and search be answered without touching rows that are not shown."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_UNDATED = "9999-99-99"
_BATCH = 5000


def upgrade() -> None:
    op.add_column("entry", sa.Column("sort_day", sa.Text(), nullable=False, server_default=_UNDATED))
    op.execute("UPDATE entry SET sort_day = earliest WHERE earliest IS NOT NULL")
    live = sa.text("gone_to IS NULL AND pages > 0")
    op.create_index(
        "ix_entry_live", "entry", ["sort_day", "id", "latest", "status", "kind", "updated"],
        sqlite_where=live, postgresql_where=live,
    )  # fmt: skip
    op.add_column("entry_side", sa.Column("sort_day", sa.Text(), nullable=False, server_default=_UNDATED))
    op.add_column("entry_side", sa.Column("latest", sa.Text()))
    op.add_column("entry_side", sa.Column("status", sa.Text(), nullable=False, server_default=""))
    op.add_column("entry_side", sa.Column("kind", sa.Text(), nullable=False, server_default=""))
    op.execute(
        "UPDATE entry_side SET sort_day = e.sort_day, latest = e.latest, status = e.status, kind = e.kind "
        "FROM entry AS e WHERE e.id = entry_side.entry"
    )
    op.create_index("ix_entry_side_walk", "entry_side", ["side", "sort_day", "entry", "latest", "status", "kind"])
    op.create_table(
        "entry_name",
        sa.Column("word", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_entry_name_entry")),
        sa.PrimaryKeyConstraint("word", "entry", name=op.f("pk_entry_name")),
    )
    _fill_names(op.get_bind())
    op.create_index("ix_entry_name_entry", "entry_name", ["entry", "word"])
    op.add_column("report", sa.Column("page_seq", sa.BigInteger()))
    op.execute("UPDATE report SET page_seq = page.seq FROM page WHERE page.id = report.page")
    op.create_index("ix_report_page_seq", "report", ["page_seq", "entry"])
    op.create_table("edition", sa.Column("number", sa.Integer(), nullable=False))
    op.execute("INSERT INTO edition (number) VALUES (0)")


def _fill_names(connection: sa.Connection) -> None:
    """The words stand in ``entry.people`` already, folded."""
    last = ""
    query = sa.text("SELECT id, people FROM entry WHERE id > :last ORDER BY id LIMIT :most")
    names = sa.table("entry_name", sa.column("word"), sa.column("entry"))
    while rows := connection.execute(query, {"last": last, "most": _BATCH}).all():
        last = rows[-1].id
        found = [{"word": w, "entry": r.id} for r in rows for w in sorted(set(r.people.replace("|", " ").split()))]
        if found:
            connection.execute(sa.insert(names), found)
