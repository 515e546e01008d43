"""Coded events in the columns of POLECAT, for researchers who read that data set.

One row an engagement that PLOVER has an event for. Legation knows no coordinates, Wikipedia or GeoNames identifiers,
correlates-of-war numbers or intensities; those columns hold ``None``, as POLECAT's own missing values do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import pycountry

from legation._version import VERSION
from legation.publish.dossier import Dossier, days_of, last_change
from legation.publish.words import country_name, described, name_of
from legation.records import Entry, Who
from legation.rules.publish import StatusElsewhere, vocabularies

# The header of POLECAT's files, in their order.
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
_NONE = "None"
_MANY = "; "
_HAPPENED = ("held", "under_way")


def rows(dossiers: Iterable[Dossier]) -> Iterator[bytes]:
    """The table as tab-separated UTF-8 lines: the header, then a line for each engagement that has a PLOVER event.

    ``Event Date`` is the first day of what took place, where news named days (a month is no day: ``None``); for plans
    and refusals it is the day the latest status was said. Actor and recipient are the sides of the engagement (a
    visit's traveller and host), also where the event is an agreement or a refusal.
    """
    yield _line(COLUMNS)
    for dossier in dossiers:
        row = event_row(dossier)
        if row is not None:
            yield _line([row.get(name, _NONE) for name in COLUMNS])


def event_row(dossier: Dossier) -> dict[str, str] | None:
    """One engagement as POLECAT columns; None where PLOVER has no event for its status."""
    entry = dossier.entry
    known = vocabularies()
    coded = known.status[entry.status]
    if coded.plover is None:
        return None
    actors, recipients = sides(entry)
    names = [w.name for w in entry.state.participants if w.name]
    bodies = [w.organisation for w in entry.state.participants if w.organisation]
    oldest = min((s for s in dossier.sources if s.said_on), key=lambda s: s.said_on or date.max, default=None)
    return {
        "Event ID": entry.id,
        "Event Date": _text(_event_date(dossier)),
        "Event Type": coded.plover,
        "Event Mode": _text(_mode(entry, coded)),
        "Quad Code": known.plover.quad_codes[coded.plover],
        "Contexts": _many(entry.state.topics),
        **_side("Actor", actors),
        **_side("Recipient", recipients),
        "Placename": _text(entry.state.place),
        "City": _text(entry.state.place),
        "Country": _alpha3(entry.state.host_country),
        "Raw Placename": _text(entry.state.place),
        "Source": _many(entry.outlets),
        "Publication Date": _text((oldest.said_on if oldest else None) or entry.first_said),
        "Story People": _many(names),
        "Story Organizations": _many(bodies),
        "Story Locations": _many([v for v in (entry.state.place, country_name(entry.state.host_country)) if v]),
        "Language": "English",
        "Version": f"Legation {VERSION}",
    }


def sides(entry: Entry) -> tuple[tuple[Who, ...], tuple[Who, ...]]:
    """Actor and recipient: travellers and the host's side; else the first participant's country and the rest."""
    people = entry.state.participants
    host = entry.state.host_country
    travellers = tuple(w for w in people if w.role == "traveller")
    if travellers:
        hosts = tuple(w for w in people if w not in travellers)
        return travellers, hosts or ((Who(country=host, role="host"),) if host else ())
    if not people:
        return (), ()
    first = people[0].country
    own = tuple(w for w in people if w.country == first) if first else people[:1]
    return own, tuple(w for w in people if w not in own)


def _event_date(dossier: Dossier) -> date | None:
    if dossier.entry.status in _HAPPENED:
        days = days_of(dossier.entry)
        return days.earliest if days is not None and days.precision == "day" else None
    change = last_change(dossier, "status")
    return change.said_on if change else dossier.entry.last_said


def _mode(entry: Entry, coded: StatusElsewhere) -> str | None:
    if coded.plover != "CONSULT":
        return coded.plover_mode
    mode = vocabularies().plover.modes.get(entry.state.kind)
    if mode is None and len({w.country for w in entry.state.participants if w.country}) > 2:
        return "multilateral"
    if mode is None and _is_elsewhere(entry):
        return "third-party"
    return mode


def _is_elsewhere(entry: Entry) -> bool:
    """Whether two states met in a third."""
    taking_part = {w.country for w in entry.state.participants if w.country}
    host = entry.state.host_country
    return host is not None and len(taking_part) == 2 and host not in taking_part


def _side(prefix: str, people: Sequence[Who]) -> dict[str, str]:
    sector = vocabularies().plover.sectors["default"]
    return {
        f"{prefix} Name": _many([name_of(w) for w in people]),
        f"{prefix} Country": _many(list(dict.fromkeys(_alpha3(w.country) for w in people if w.country))),
        f"Primary {prefix} Sector": sector if people else _NONE,
        f"{prefix} Sectors": sector if people else _NONE,
        f"{prefix} Title": _many([w.office for w in people if w.office]),
        f"{prefix} Name Raw": _many([described(w) for w in people]),
    }


def _alpha3(code: str | None) -> str:
    """ISO 3166-1 alpha-3, as POLECAT writes countries; Kosovo by the user-assigned XKX."""
    if code is None:
        return _NONE
    if code == "XK":
        return "XKX"
    country = pycountry.countries.get(alpha_2=code)
    return country.alpha_3 if country else code


def _many(values: Sequence[str]) -> str:
    return _MANY.join(dict.fromkeys(v for v in values if v)) or _NONE


def _text(value: str | date | None) -> str:
    return _NONE if value is None or value == "" else str(value)


def _line(cells: Sequence[str]) -> bytes:
    """One line; a tab or line end inside a value would break the table and becomes a space."""
    return ("\t".join(" ".join(cell.split()) for cell in cells) + "\n").encode()
