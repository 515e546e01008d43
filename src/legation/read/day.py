"""The day that a page's own lines and dateline give: when it was published, when its report was written."""

from __future__ import annotations

import re
from datetime import date, timedelta

from legation.read.furniture import stated_day
from legation.records import Dateline
from legation.rules.furniture import FurnitureRules

HEAD_LINES = 10
"""Lines, a title among them, in which a page says when it was published."""
STAMP_WORDS = 14
"""Words that a line with the day, an outlet and a section has at most."""
FILED = timedelta(days=3)
"""Days before publication from which a report may date."""

_PARTS = re.compile(r"\s*[|·•;]\s*|\s+[-–—]\s+|\s*,\s+(?=\d{1,2}[:.h]\d\d)")
_PLACE = re.compile(r"^[^\W\d_][\w ./'’()-]{1,40}[,:]\s+(?=(?:\w+\.?\s)?\d)")
_YEAR = re.compile(r"\b(?:19|20)\d\d$")


def day_of_page(text: str, found: Dateline | None, rules: FurnitureRules) -> date | None:
    """The day of publication by a line near the head that is a stamp and no prose ("Published 5 May 2017", "Burgas, 19 September
    2013, 16:12 | Region"), else by a dateline that gives the year; None where neither does."""
    lines = [line.strip() for line in text[:2000].splitlines() if line.strip()][:HEAD_LINES]
    for number, line in enumerate(lines):
        day = stated_day(line, rules) or (_in_parts(line, rules) if number else None)
        if day is not None:
            return day
    words = found.day_words if found is not None else None
    return stated_day(words, rules) if words and _YEAR.search(words) else None


def day_written(found: Dateline | None, published: date | None, rules: FurnitureRules) -> date | None:
    """The day of the dateline where it is one of the last before ``published``: what "today" and "tomorrow" count from."""
    if found is None or found.day_words is None or published is None:
        return None
    words = found.day_words.rstrip(" .,")
    for year in (published.year, published.year - 1):
        day = stated_day(words if _YEAR.search(words) else f"{words}, {year}", rules)
        if day is not None and published - FILED <= day <= published:
            return day
    return None


def _in_parts(line: str, rules: FurnitureRules) -> date | None:
    if len(line.split()) > STAMP_WORDS or line.endswith((".", "!", "?", '"', "”")):
        return None
    parts = (
        form for part in (line, *_PARTS.split(line)) for form in (part, _unsigned(part, rules), _PLACE.sub("", part))
    )
    return next((day for part in parts if (day := stated_day(part, rules)) is not None), None)


def _unsigned(part: str, rules: FurnitureRules) -> str:
    """Without who put it up: "By A. Writer on 5 May 2017"."""
    signed = rules.author.match(part)
    return part[signed.end() :] if signed else part
