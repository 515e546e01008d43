"""``WASHINGTON, June 6 (Agency) -``: the place, the day and the agency that open a report.

The forms are those of the agencies' own pages: ``CITY, Country, Month D. Agency``, ``CITY:``,
``CITY, D Month (Agency) --``, ``(Agency) CITY, Month D --``, ``CITY. Month D (Agency) -``, ``Month D (Agency) -``,
``CITY, Month D. /AGENCY/.``, ``Agency / City``.
A form that ordinary prose can take ("Paris: ...", "Blinken - the top diplomat - ...") is no dateline.
"""

from __future__ import annotations

import re
from functools import cache

from legation.records import Dateline
from legation.rules.furniture import FurnitureRules

_FARTHEST = 160
"""Characters from the start of a paragraph within which its dateline must end."""

# One word of a place: capitalised or all capitals, accents included; particles may stand between two.
# Possessive, and a hyphen always inside one: else a row of hyphens could be cut in a million ways, all tried.
_WORD = r"(?:[^\W\d_a-zß-öø-ÿ][\w'’.]*+(?:-[\w'’.]++)*+)"
_PLACE = rf"{_WORD}(?: (?:(?:de|del|da|do|di|la|el|al|of|the|and|on|sur|am|upon) )?{_WORD}){{0,4}}"
_PLACES = rf"(?P<place>{_PLACE}(?:\s?/\s?{_PLACE}){{0,3}})"
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
_CAPS_PLACE = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’.-]+(?:[ -][^\W\d_a-zß-öø-ÿ'’.-]+){0,3}"
_REGION = rf"(?:,\s*(?!{_WEEKDAY})(?:{_PLACE})|\s*[\[(]\s*(?:{_PLACE})\s*[\])])"
_AGENCY = r"(?:[\w&'’.-]+(?:(?: ?/ ?| )[\w&'’.-]+){0,4})"
_DASH = r"(?:\.?--?-?|\.?–|\.?—|―|:)"


@cache
def _forms(months: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    names = sorted({m.capitalize() for m in months} | {m.upper() for m in months}, key=lambda m: (-len(m), m))
    month = "(?:" + "|".join(names) + r")\b\.?"
    weekday = rf"(?:{_WEEKDAY}\.?,?\s+)?"
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    year = r"(?:,?\s+(?:19|20)\d\d)?"
    day = rf"(?P<day>{weekday}(?:{month}\s+{number}|{number}\s+{month}){year})"
    agency = rf"[(\[/]\s*(?P<agency>{_AGENCY})\s*[)\]/]"
    lead_agency = rf"[(\[]\s*(?P<agency>{_AGENCY})\s*[)\]]"
    forms = (
        # PLACE[, Region], June 6[, 2023] (Agency) -   /   PLACE. June 6. /AGENCY/.
        rf"{_PLACES}{_REGION}?[,.]?\s+{day}[,.]?\s*{agency}\s*(?:{_DASH}|\.)?\s+",
        # PLACE, Region, November 21. Agency   (a line of its own, or followed by a stop)
        rf"{_PLACES}{_REGION}?[,.]\s*{day}[.,]\s*(?P<agency>[A-Z][\w-]{{1,20}})\s*(?:[.:]|{_DASH}|$|\n)\s*",
        # PLACE, June 6 -
        rf"{_PLACES}{_REGION}?[,.]?\s+{day}\.?\s*{_DASH}\s+",
        # PLACE (Agency - 6 June, 2023)
        rf"{_PLACES}{_REGION}?\s*\(\s*(?P<agency>{_AGENCY})\s*[-–—,]\s*{day}\s*\)\s*(?:{_DASH})?\s*",
        # PLACE/AGENCY/.
        rf"{_PLACES}\s?/(?P<agency>[A-Z]{{3,12}})/\s*(?:{_DASH}|\.)\s+",
        # PLACE. 6 June. AGENCY -
        rf"{_PLACES}\s+{day}\.\s*(?P<agency>[A-Z][\w.-]{{2,20}})\s*{_DASH}\s+",
        # Place : The talks
        r"(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?) :\s+(?=[A-Z])",
        # PLACE (6 June 2023) --
        rf"{_PLACES}{_REGION}?\s*\(\s*{day}\s*\)\s*{_DASH}\s+",
        # PLACE, Region, June 6   (a line of its own)
        rf"{_PLACES}{_REGION}?,\s*{day}\s*[.:]?\s*$",
        # PLACE[, Region] (Agency) -
        rf"{_PLACES}{_REGION}?,?\s*{lead_agency}\s*{_DASH}\s*",
        # (Agency) PLACE[, June 6] -
        rf"{lead_agency}\s*{_PLACES}{_REGION}?(?:,\s*{day})?\s*{_DASH}\s+",
        # (Agency) PLACE, Region, June 6. The talks
        rf"{lead_agency}\s*{_PLACES}{_REGION}?,\s*{day}\.\s+",
        # PLACE, Region, June 6. The talks   (only in capitals: prose can look like it)
        rf"(?P<place>{_CAPS_PLACE}){_REGION}?,\s*{day}\.\s+(?=[A-Z“\"])",
        # June 6 (Agency) -
        rf"{day}\s*{lead_agency}\s*{_DASH}\s*",
        # Place.- The talks   (as Spanish agencies write)
        rf"{_PLACES}(?:(?<=\.)|\s\.)\s?[-–—]\s*(?=[A-Z“\"])",
        # PLACE | 6 June 2023 | The talks
        rf"{_PLACES}{_REGION}?\s*\|\s*{day}\s*(?:\||$)\s*",
        # 6 June 2023, Place. The talks
        rf"{day},\s+(?!{_WEEKDAY})(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?)\.\s+(?=[A-Z“\"])",
        # [Place, 6 June 2023] The talks
        rf"[\[(]\s*{_PLACES}{_REGION}?,\s*{day}\s*[\])]\s*(?:{_DASH})?\s*",
        # AA / Ankara
        r"(?P<agency>[A-Z]{2,6})\s?/\s?(?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?)\s*(?:\n|$)",
    )
    return tuple(re.compile(form) for form in forms)


_CAPITALS = re.compile(
    r"(?P<place>[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’.-]+(?:(?:\s?/\s?|[ -])[^\W\d_a-zß-öø-ÿ'’.-]+){0,4})"
    r"(?P<region>,\s*[^\W\d_][\w.]*(?: [^\W\d_][\w.]*){0,2})?\s*(?P<mark>:|--?-?|–|—|―)\s+(?=[\"'“‘«]?\w)"
)


def dateline(text: str, start: int, end: int, rules: FurnitureRules) -> Dateline | None:
    """The dateline that opens ``text[start:end]``, or None. Offsets are into ``text``; ``end`` excludes white space."""
    head = text[start : min(end, start + _FARTHEST)]
    for form in _forms(rules.months):
        match = form.match(head)
        if match and _is_place(match.groupdict().get("place"), rules):
            found = match.groupdict()
            return _record(match, start, found.get("place"), found.get("day"), found.get("agency"))
    match = _CAPITALS.match(head)
    if match and _is_place(match.group("place"), rules) and len(match.group("place")) > 2:
        return _record(match, start, match.group("place"), None, None)
    return None


def _is_place(place: str | None, rules: FurnitureRules) -> bool:
    return place is None or place.casefold().strip(" .") not in rules.not_places


def _record(match: re.Match[str], start: int, place: str | None, day: str | None, agency: str | None) -> Dateline:
    words = match.group().rstrip()
    return Dateline(start, start + len(words), _name(place) if place else None, day, agency)


def _name(place: str) -> str:
    """The place without what parts it from the day; the stop of an abbreviation ("D.C.") is its own."""
    words = place.strip(" ,")
    return words[:-1] if words.endswith(".") and "." not in words[:-1] else words
