"""Versions of the calendar's tables: a file from an older Legation is brought up to date, a newer one is refused."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from legation.errors import CalendarError

# The newest file in versions/; a test says when this is forgotten.
HEAD = "0006"
# Any constant number: it names the lock that PostgreSQL writers of one calendar queue for.
WRITER_LOCK = 0x1E6A7104
_FOLDER = Path(__file__).parent


def version_of(connection: Connection) -> str | None:
    """The version a calendar was written by; None for an empty database. Raises CalendarError for anything else's."""
    tables = set(inspect(connection).get_table_names())
    if "alembic_version" in tables and ("page" in tables or len(tables) == 1):
        version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return version
    if tables - {"alembic_version"}:
        raise CalendarError("holds other tables; it is not a Legation calendar. Name another with --calendar")
    return None


def known_versions() -> frozenset[str]:
    """Every version this Legation can read or bring up to date."""
    return frozenset(path.name.partition("_")[0] for path in (_FOLDER / "versions").glob("[0-9]*.py"))


def upgrade(engine: Engine, target: str = "head") -> None:
    """Brings the tables to ``target``, in one transaction, keeping all data."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    with engine.connect().execution_options(legation_writes=True) as connection, connection.begin():
        if connection.dialect.name != "sqlite":  # SQLite's write lock is held already
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")
        config.attributes["connection"] = connection
        command.upgrade(config, target)
