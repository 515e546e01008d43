"""iCalendar (RFC 5545, with the calendar properties of RFC 7986): engagements as all-day events.

The UID of an engagement never changes and SEQUENCE only rises, so that a postponed visit moves in a subscriber's
calendar instead of appearing twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
import msgspec

from legation._version import VERSION
from legation.publish.dossier import Dossier, days_of, last_change, previous_days, uid, uid_of
from legation.publish.words import described, place_of, title_of, when_of
from legation.records import Dates, Entry
from legation.rules.publish import PublishWords, vocabularies

# How often a subscriber need look again.
REFRESH = timedelta(hours=1)
# Octets of a line that needs no folding (RFC 5545, section 3.1: 75, with room for the line's end).
_SHORT = 75
# Sources listed inside one event; the web page has them all.
_SHOWN_SOURCES = 10


class CalendarHead(msgspec.Struct, frozen=True, kw_only=True):
    """What a feed says of itself. ``stamp`` is the DTSTAMP of engagements without a moment of their own."""

    name: str
    description: str = ""
    address: str | None = None
    page: str | None = None
    stamp: datetime
    updated: datetime | None = None


def calendar(
    head: CalendarHead, dossiers: Iterable[Dossier], words: PublishWords, *, undated_as_todo: bool = False
) -> bytes:
    """The feed, in UTF-8 with CRLF line ends; a feed without engagements is valid and empty. What becomes of each
    engagement ``component`` says."""
    return joined(head, (component(d, words, stamp=head.stamp, undated_as_todo=undated_as_todo) for d in dossiers))


def joined(head: CalendarHead, components: Iterable[bytes]) -> bytes:
    """The feed of components that ``component`` made."""
    end = b"END:VCALENDAR\r\n"
    return b"".join([_lines(_properties(head)).removesuffix(end), *components, end])


def component(dossier: Dossier, words: PublishWords, *, stamp: datetime, undated_as_todo: bool = False) -> bytes:
    """One engagement of a feed as its lines. Without days it is left out (no lines), or a VTODO where
    ``undated_as_todo`` asks for it. ``stamp`` is the DTSTAMP of one without a moment of its own.

    An engagement that was put off or called off and has no new days stays on its old ones, with its status: left out,
    it would stay in subscribers' calendars as if nothing had happened.
    """
    if _event_days(dossier.entry) is not None:
        return _lines(_event(dossier, words, stamp))
    return _lines(_todo(dossier, words, stamp)) if undated_as_todo else b""


def _lines(made: icalendar.Component) -> bytes:
    """Its lines, folded. Only long ones are given to the library's folding, which looks at every character."""
    encoded = ((line, line.encode()) for line in made.content_lines(sorted=True) if line)
    return b"".join((short if len(short) < _SHORT else line.to_ical()) + b"\r\n" for line, short in encoded)


def _properties(head: CalendarHead) -> icalendar.Calendar:
    feed = icalendar.Calendar()
    feed.add("prodid", f"-//Legation//Legation {VERSION}//EN")
    feed.add("version", "2.0")
    feed.add("calscale", "GREGORIAN")
    feed.add("method", "PUBLISH")
    feed.add("name", _one_line(head.name))
    feed.add("x-wr-calname", _one_line(head.name))
    if head.description:
        feed.add("description", head.description)
        feed.add("x-wr-caldesc", head.description)
    if head.page:
        feed.add("url", head.page)
    if head.address:
        feed.add("source", head.address, parameters={"VALUE": "URI"})
    if head.updated:
        feed.add("last-modified", _utc(head.updated))
    feed.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    feed.add("x-published-ttl", "PT1H")
    return feed


def _event(dossier: Dossier, words: PublishWords, stamp: datetime) -> icalendar.Event:
    event = icalendar.Event()
    days = _event_days(dossier.entry)
    assert days is not None
    assert days.earliest is not None
    assert days.latest is not None
    _common(event, dossier, words, stamp)
    event.add("dtstart", days.earliest)
    event.add("dtend", days.latest + timedelta(days=1))
    event.add("status", vocabularies().icalendar(dossier.entry.state))
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-alldayevent", "TRUE")
    return event


def _event_days(entry: Entry) -> Dates | None:
    """The days in force; the old ones of an engagement that is put off or called off without new ones."""
    days = days_of(entry)
    if days is not None:
        return days
    is_off = vocabularies().status[entry.status].schema_org in ("EventPostponed", "EventCancelled")
    previous = previous_days(entry) if is_off else None
    return previous if previous is not None and previous.latest is not None else None


def _todo(dossier: Dossier, words: PublishWords, stamp: datetime) -> icalendar.Todo:
    todo = icalendar.Todo()
    _common(todo, dossier, words, stamp)
    is_off = vocabularies().icalendar(dossier.entry.state) == "CANCELLED"
    todo.add("status", "CANCELLED" if is_off else "NEEDS-ACTION")
    return todo


def _common(component: Any, dossier: Dossier, words: PublishWords, stamp: datetime) -> None:
    entry = dossier.entry
    state = entry.state
    label = words.statuses[entry.standing]
    changed = entry.updated or entry.learned or stamp
    component.add("uid", uid(entry))
    component.add("sequence", entry.sequence)
    component.add("dtstamp", _utc(changed))
    component.add("last-modified", _utc(changed))
    if entry.learned:
        component.add("created", _utc(entry.learned))
    component.add("summary", _one_line(f"{label}: {title_of(entry, words)}"))
    component.add("description", _description(dossier, words))
    if place_of(state):
        component.add("location", _one_line(place_of(state)))
    component.add("categories", [words.kinds[state.kind], label, *map(_one_line, state.topics)])
    component.add("class", "PUBLIC")
    if dossier.address:
        component.add("url", dossier.address)
    if entry.part_of:
        component.add("related-to", uid_of(entry.part_of), parameters={"RELTYPE": "PARENT"})
    for part in entry.parts:
        component.add("related-to", uid_of(part), parameters={"RELTYPE": "CHILD"})
    for name, value in _native(entry).items():
        component.add(f"x-legation-{name}", _one_line(value))


def _native(entry: Entry) -> dict[str, str]:
    """What iCalendar has no words for, so that nothing is lost on the way."""
    state = entry.state
    when = state.when
    values = {
        "status": entry.status,
        "standing": entry.standing,
        "kind": state.kind,
        "certainty": state.certainty,
        "precision": when.precision if when else "none",
        "when": (when.words or "") if when else "",
        "no-date-set": "TRUE" if state.no_date_set else "",
        "host": state.host_country or "",
        "disputed": ",".join(state.disputed),
        "sources": str(entry.sources),
        "pages": str(entry.pages),
    }
    return {name: value for name, value in values.items() if value}


def _description(dossier: Dossier, words: PublishWords) -> str:
    entry = dossier.entry
    state = entry.state
    standing = f"{words.statuses[entry.standing]} ({words.certainties[state.certainty]})"
    lines = [standing, when_of(state.when, words, no_date_set=state.no_date_set)]
    previous = previous_days(entry)
    if previous is not None and previous != state.when:
        lines.append(f"Before: {when_of(previous, words)}")
    change = last_change(dossier, "status")
    if change is not None:
        lines.append(f"So since {change.said_on.isoformat()}")
    if state.cause:
        lines.append(f"Cause: {state.cause.words}")
    lines += [f"{words.fields['participant']}: {described(who)}" for who in state.participants]
    lines.append(f"{entry.sources} independent sources, {entry.pages} pages: {', '.join(entry.outlets)}")
    for source in dossier.sources[:_SHOWN_SOURCES]:
        about = " · ".join(str(p) for p in (source.said_on, source.outlet, source.title) if p)
        lines.append(f"{about} {source.url or ''}".strip())
    return "\n".join(_one_line(line) for line in lines)


def _utc(moment: datetime) -> datetime:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)


def _one_line(text: str) -> str:
    """Words from a page on one line, without the control characters that RFC 5545 forbids."""
    printable = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    return " ".join(printable.split())
