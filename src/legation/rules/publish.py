"""The words and foreign vocabularies of what is published, as frozen data."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from legation.errors import RulesError
from legation.records import Certainty, State, Status
from legation.rules import table


class StatusElsewhere(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One status in iCalendar, schema.org, IPTC's event occurrence status and PLOVER (None: it has no such event)."""

    icalendar: str
    schema_org: str
    iptc: str
    plover: str | None = None
    plover_mode: str | None = None
    icalendar_by_certainty: dict[Certainty, str] = {}
    iptc_by_certainty: dict[Certainty, str] = {}


class Plover(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    modes: dict[str, str]
    quad_codes: dict[str, str]
    sectors: dict[str, str]


class Vocabularies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How Legation's statuses stand in other vocabularies."""

    status: dict[Status, StatusElsewhere]
    plover: Plover

    def icalendar(self, state: State) -> str:
        """``STATUS`` of RFC 5545: TENTATIVE, CONFIRMED or CANCELLED."""
        row = self.status[state.status]
        return row.icalendar_by_certainty.get(state.certainty, row.icalendar)

    def schema_org(self, state: State) -> str:
        """The address of a schema.org ``EventStatusType``."""
        return f"https://schema.org/{self.status[state.status].schema_org}"

    def iptc(self, state: State) -> str:
        """The address of an IPTC event occurrence status."""
        row = self.status[state.status]
        code = row.iptc_by_certainty.get(state.certainty, row.iptc)
        return f"http://cv.iptc.org/newscodes/eventoccurstatus/{code}"


class PublishWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language: patterns of titles and dates, labels of statuses, kinds, fields and certainties."""

    titles: dict[str, str]
    statuses: dict[str, str]
    kinds: dict[str, str]
    fields: dict[str, str]
    certainties: dict[str, str]
    dates: dict[str, str]


def _converted(name: str, into: type[Any]) -> Any:
    try:
        return msgspec.convert(table(name), into)
    except msgspec.ValidationError as error:
        raise RulesError(f"rules {name}: {error}") from error


@cache
def vocabularies() -> Vocabularies:
    """The mappings. Raises RulesError where the table is wrong."""
    found: Vocabularies = _converted("world/vocabularies", Vocabularies)
    return found


@cache
def publish_words(language: str = "en") -> PublishWords:
    """The words of ``language``. Raises RulesError where there are none."""
    found: PublishWords = _converted(f"{language}/publish", PublishWords)
    return found
