"""Vocabulary and grammars as data: TOML files per language (``en/``) and for the world (``world/``).

Each room's rules have a module here that validates its tables and freezes them (``rules.dates``, ``rules.world`` ...).
``table`` reads one file; ``fingerprint`` names the exact set of rules a record was made with.
"""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from legation.errors import RulesError

ROOT = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed TOML table ``name`` (``"en/dates"``); treat as read-only. Raises RulesError where it is not TOML."""
    path = ROOT / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise RulesError(f"{path}: no such rules file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RulesError(f"{path}: {error}") from error


@cache
def fingerprint() -> str:
    """Twelve hexadecimal digits that change when any rules file changes."""
    digest = hashlib.sha256()
    for path in sorted(ROOT.rglob("*.toml")):
        digest.update(path.relative_to(ROOT).as_posix().encode())
        digest.update(b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
