"""Keeps a calendar in SQLite (a file) or PostgreSQL (an address), one transaction a page."""

from __future__ import annotations

from legation.store._database import driver_address, is_server, shown
from legation.store.calendar import Store, open_calendar

__all__ = ["Store", "driver_address", "is_server", "open_calendar", "shown"]
