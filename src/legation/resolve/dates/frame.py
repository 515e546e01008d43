"""What a temporal expression is resolved against, and what comes out."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from legation.records import Precision
from legation.resolve.dates.sense import Sense
from legation.resolve.dates.spans import Stretch
from legation.rules.dates import DateRules

Reading = dict[str, Any]

NO_PUBLICATION = "relative to the publication date, which is unknown"


class Frame(msgspec.Struct, frozen=True):
    """``published`` is the day of publication, ``then`` the last stretch the text resolved (narrative time),
    ``then_day`` the last day, at character ``then_at``; ``at`` is where the present expression stands;
    ``quarter`` the last quarter it named, at character ``quarter_at``."""

    rules: DateRules
    published: date | None
    sense: Sense | None = None
    then: Stretch | None = None
    then_day: date | None = None
    then_at: int = 0
    at: int = 0
    quarter: Stretch | None = None
    quarter_at: int = 0


class Meaning(msgspec.Struct, frozen=True):
    """What a reading comes to. Without days ``reason`` says why; ``value`` may still hold what the words give."""

    value: str | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = "none"
    mod: str | None = None
    convention: str | None = None
    reason: str | None = None
    zone: str | None = None


def meant(stretch: Stretch, convention: str | None = None) -> Meaning:
    return Meaning(stretch.value, stretch.earliest, stretch.latest, stretch.precision, None, convention)


def open_meaning(value: str | None, reason: str = NO_PUBLICATION) -> Meaning:
    return Meaning(value=value, reason=reason)


def stretch_of(meaning: Meaning) -> Stretch | None:
    if meaning.earliest is None or meaning.latest is None or meaning.value is None:
        return None
    return Stretch(meaning.earliest, meaning.latest, meaning.value, meaning.precision)
