"""The plain object of an engagement: what JSON lines and the API give, field for field."""

from __future__ import annotations

from typing import Any

import msgspec

from legation.publish.dossier import Dossier, uid
from legation.publish.words import countries_of, title_of
from legation.records import Revision
from legation.rules.publish import PublishWords


def entry_object(dossier: Dossier, words: PublishWords) -> dict[str, Any]:
    """One engagement as JSON-ready values: the state's fields, its standing, counts, and where it is published.

    Field names are a contract. ``standing`` is what to show, ``status`` the last status a source gave.
    """
    entry = dossier.entry
    state: dict[str, Any] = msgspec.to_builtins(entry.state)
    found: dict[str, Any] = {
        "id": entry.id,
        "uid": uid(entry),
        "sequence": entry.sequence,
        "title": title_of(entry, words),
        "standing": entry.standing,
        **state,
        "countries": list(countries_of(entry.state)),
        "sources": entry.sources,
        "pages": entry.pages,
        "outlets": list(entry.outlets),
        "first_said": entry.first_said.isoformat(),
        "last_said": entry.last_said.isoformat(),
        "learned": msgspec.to_builtins(entry.learned),
        "updated": msgspec.to_builtins(entry.updated),
        "part_of": entry.part_of,
        "parts": list(entry.parts),
        "url": dossier.address,
    }
    if dossier.sources:
        found["reports"] = msgspec.to_builtins(dossier.sources)
    return found


def revision_object(revision: Revision) -> dict[str, Any]:
    """One change as JSON-ready values."""
    found: dict[str, Any] = msgspec.to_builtins(revision)
    return found


def json_line(dossier: Dossier, words: PublishWords) -> bytes:
    """The plain object on one line of UTF-8, with its line end."""
    return msgspec.json.encode(entry_object(dossier, words)) + b"\n"
