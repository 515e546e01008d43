"""Diaries and weeks ahead: lines that open with a day ("Tuesday: ...", "FRIDAY, MARCH 14" alone), whose day is that of what stands
under them, and with a town in capitals ("TBILISI - X meets Y"), where it is."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import msgspec

from legation.records import Annotation, When
from legation.records.engagements import EngagementMention
from legation.resolve.engagements._days import WEEK, later_by
from legation.resolve.engagements._lookup import Lookup
from legation.resolve.engagements._roles import Roles

DAYS = 2
"""Lines that open with a day from which a page is a diary."""
TOLD = frozenset({"present", "planned", "future", "under_way", None})
_LINE = re.compile(r"^[^\S\n]*(?:[*•·-]+[^\S\n]*)?(?=\w)", re.MULTILINE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLOSES = re.compile(r"\s*(?::|[–—-]\s|$)", re.MULTILINE)
_TOWN = re.compile(r"[*\s]*([A-Z][A-Z .,/'’-]{2,40}?)\s+[–—-]+\s")


class Diary(msgspec.Struct, frozen=True):
    """Where each day of a page begins, and the day; empty for a page that is no diary."""

    lookup: Lookup
    doc: Annotation
    days: tuple[tuple[int, When], ...]

    def day(self, mention: EngagementMention, when: When | None) -> When | None:
        """``when``, or the day above the mention where its own words give none."""
        if mention.effect not in TOLD:
            return when
        here = self.doc.tokens[mention.head].start
        above = [day for start, day in self.days if start < here]
        if not above or (when is not None and when.type != "TIME" and when.start != above[-1].start):
            return when
        return above[-1]

    def place(self, roles: Roles, mention: EngagementMention) -> None:
        """Gives ``roles`` the town that opens the mention's line, where it has no place of its own and people meet."""
        if not self.days or roles.host_country is not None or mention.kind == "visit":
            return
        start = self.doc.text.rfind("\n", 0, self.doc.tokens[mention.head].start) + 1
        town = _TOWN.match(self.doc.text[start : start + 60])
        if town is None:
            return
        inside = [p for p in self.lookup.cast.places if start + town.start(1) <= p.start < start + town.end(1)]
        if len({p.country for p in inside}) == 1:
            roles.host_country, roles.place = inside[0].country, inside[0].place


def diary_of(lookup: Lookup, doc: Annotation, times: tuple[When, ...], published: date | None) -> Diary:
    """The page's diary; weekdays that seem to go back are of the next week."""
    found: list[tuple[int, When]] = []
    for line in _LINE.finditer(doc.text):
        when = next((w for w in times if w.start == line.end() and w.precision == "day" and w.earliest), None)
        if when is None or when.end is None or _CLOSES.match(doc.text, when.end) is None or _is_stamp(when, published):
            continue
        found.append((line.end(), _behind(when, found[-1][1].earliest if found else published)))
    days = [when.earliest for _, when in found if when.earliest is not None]
    rising = all(a < b for a, b in pairwise(days))
    return Diary(lookup, doc, tuple(found) if rising and len(found) >= DAYS else ())


def _is_stamp(when: When, published: date | None) -> bool:
    """ "12 March 2025", "Monday, 10 March 09:15": when a page was put up, and no day of a diary."""
    words, day = when.words or "", when.earliest
    return ":" in words or (_YEAR.search(words) is not None and not (day and published and day > published))


def _behind(when: When, earlier: date | None) -> When:
    """The day itself, or the same weekday of a later week where ``earlier`` says that it is behind."""
    is_bare = not any(letter.isdigit() for letter in when.words or "")
    if when.earliest is None or earlier is None or not is_bare or when.earliest >= earlier:
        return when
    return later_by(when, -((when.earliest - earlier) // WEEK))
