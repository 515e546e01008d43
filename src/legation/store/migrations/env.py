"""Alembic's entry: runs migrations over the connection that ``migrations.upgrade`` hands it."""

from __future__ import annotations

from alembic import context

from legation.store import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
