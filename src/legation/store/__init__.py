"""Keeps a calendar in SQLite (a file) or PostgreSQL (an address), one transaction a page."""

from __future__ import annotations

from legation.store._database import shown
from legation.store.calendar import Store, open_calendar

__all__ = ["Store", "open_calendar", "shown"]
