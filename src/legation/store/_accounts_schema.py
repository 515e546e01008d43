"""The tables of the desk's own database: who may sign in, what they wrote, what they want to be told."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

metadata = MetaData()
version = Table("desk_version", metadata, Column("version", Integer, nullable=False))
user = Table(
    "desk_user",
    metadata,
    Column("id", Text, primary_key=True),
    Column("login", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("disabled", Text),
)
session = Table(
    "desk_session",
    metadata,
    Column("token", Text, primary_key=True),
    Column("user", ForeignKey("desk_user.id"), nullable=False, index=True),
    Column("csrf", Text, nullable=False),
    Column("created", Text, nullable=False),
    Column("expires", Text, nullable=False),
)
api_token = Table(
    "desk_token",
    metadata,
    Column("token", Text, primary_key=True),
    Column("user", ForeignKey("desk_user.id"), nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("created", Text, nullable=False),
)
note = Table(
    "desk_note",
    metadata,
    Column("id", Text, primary_key=True),
    Column("entry", Text, nullable=False, index=True),
    Column("parent", ForeignKey("desk_note.id")),
    Column("user", ForeignKey("desk_user.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("status", Text, nullable=False, index=True),
    Column("created", Text, nullable=False),
)
log = Table(
    "desk_log",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("moment", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("detail", Text, nullable=False),
)
watch = Table(
    "desk_watch",
    metadata,
    Column("id", Text, primary_key=True),
    Column("user", ForeignKey("desk_user.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("hook", Text),
    Column("secret", Text, nullable=False),
    Column("mail", Text),
    Column("created", Text, nullable=False),
    Column("told", Text, nullable=False),
)
delivery = Table(
    "desk_delivery",
    metadata,
    Column("id", Text, primary_key=True),
    Column("watch", ForeignKey("desk_watch.id"), nullable=False, index=True),
    Column("way", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due", Text, nullable=False, index=True),
    Column("status", Text, nullable=False),
    Column("problem", Text),
)
