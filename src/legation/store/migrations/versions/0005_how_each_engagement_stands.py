"""The last revision in force beside each engagement, so that the calendar as of a day need not look for it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("entry", sa.Column("revision", sa.Integer(), nullable=True))
    op.add_column("entry", sa.Column("revised_on", sa.Text(), nullable=True))
    op.execute(
        "UPDATE entry SET revision = (SELECT max(number) FROM revision WHERE revision.entry = entry.id "
        "AND superseded IS NULL)"
    )
    op.execute(
        "UPDATE entry SET revised_on = (SELECT said_on FROM revision WHERE revision.entry = entry.id "
        "AND revision.number = entry.revision AND superseded IS NULL)"
    )
