"""When: temporal expressions as found, and what they mean once resolved."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec

Precision = Literal["day", "weekend", "week", "month", "season", "year", "window", "none"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A temporal expression as ``find.dates`` sees it: words, TIMEX3 type and its unresolved reading.

    ``reading`` is the grammar's own normal form (data for ``resolve.dates`` only).
    """

    start: int
    end: int
    words: str
    type: TimexType
    reading: dict[str, Any]


class When(msgspec.Struct, frozen=True, kw_only=True):
    """The days an expression can mean: ``earliest`` to ``latest`` inclusive, both None where unresolved.

    ``precision`` is what the words give ("February" stays a month; "none" is the value "no date has been set").
    ``value`` and ``mod`` are TIMEX3. ``convention`` names the convention that was needed, if one was.
    ``reason`` says why it is unresolved. ``relation`` is the word that bounds it ("by Friday", "since 2015"); under
    "by", "until" and "before" a day to come gives the window from publication on. ``parts`` are the two ends of a
    range. ``sense_from`` says whether tense, where it decided, was read from a parse or from the words alone.
    ``zone`` is a clock time's offset from UTC (``Z``, ``-05``; ``local`` where the text says only that).
    """

    words: str | None = None
    start: int | None = None
    end: int | None = None
    type: TimexType = "DATE"
    value: str | None = None
    mod: str | None = None
    earliest: date | None = None
    latest: date | None = None
    precision: Precision = "none"
    convention: str | None = None
    reason: str | None = None
    relation: str | None = None
    zone: str | None = None
    sense_from: Literal["parse", "words"] | None = None
    parts: tuple[When, ...] = ()
