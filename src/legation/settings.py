"""What the environment says, frozen: the only place that reads it.

| variable | meaning | default |
|---|---|---|
| ``LEGATION_CALENDAR`` | the calendar: a file, or ``postgresql://...`` | ``calendar.sqlite`` in the data folder |
| ``LEGATION_WHOSWHO`` | a who's who of one's own, in place of the starter file | none |
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that can be set from outside."""

    calendar: str
    whos_who: str | None = None


def settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of ``environment`` (the process's own where None)."""
    given = os.environ if environment is None else environment
    return Settings(
        calendar=given.get("LEGATION_CALENDAR") or str(data_folder(given) / "calendar.sqlite"),
        whos_who=given.get("LEGATION_WHOSWHO") or None,
    )


def data_folder(environment: Mapping[str, str]) -> Path:
    """Where this platform keeps a user's data for Legation."""
    home = Path(environment.get("HOME") or Path.home())
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Legation"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Legation"
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / "legation"
