"""What goes out about one engagement: its entry, its changes and the pages it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from legation.records import Dates, Entry, Revision, StoredPage

# The part after the @ of every UID. It names the software, not a host: a feed that moves keeps its identifiers
# (RFC 7986, section 5.3).
UID_DOMAIN = "legation"


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A page that an engagement rests on, as far as a reader needs it to go there."""

    page: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    said_on: date | None = None


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """One engagement as published. ``address`` is its absolute web address, where it has one.

    ``revisions`` are oldest first, ``sources`` newest first; both may be empty where the caller has no need of them.
    """

    entry: Entry
    revisions: tuple[Revision, ...] = ()
    sources: tuple[Source, ...] = ()
    address: str | None = None


def source_of(page: StoredPage) -> Source:
    """What is published of a stored page: never its text."""
    return Source(page=page.id, url=page.url, outlet=page.site, title=page.title, said_on=page.said_on)


def uid(entry: Entry) -> str:
    """The identifier under which every feed publishes ``entry``. It never changes."""
    return uid_of(entry.id)


def uid_of(entry_id: str) -> str:
    """The UID of the engagement with this identifier."""
    return f"{entry_id}@{UID_DOMAIN}"


def urn(entry: Entry) -> str:
    """The same identifier as a URI."""
    return f"urn:legation:{entry.id}"


def days_of(entry: Entry) -> Dates | None:
    """The dates to publish: those in force where they have days, else None. Words alone are no days."""
    when = entry.state.when
    return when if when is not None and when.earliest is not None and when.latest is not None else None


def previous_days(entry: Entry) -> Dates | None:
    """The dates that no longer hold: those before a move, or those in force of an engagement that was put off
    without a new date. None where there are none with days."""
    state = entry.state
    previous = state.previous
    if previous is None and state.status == "postponed":
        previous = state.when
    return previous if previous is not None and previous.earliest is not None else None


def has_new_days(entry: Entry) -> bool:
    """Whether the days in force are days on which the engagement may still take place: False where it is put off
    and the only date is the old one."""
    days = days_of(entry)
    return days is not None and not (entry.state.status == "postponed" and days == previous_days(entry))


def last_change(dossier: Dossier, field: str) -> Revision | None:
    """The latest revision that changed ``field``."""
    changed = (r for r in reversed(dossier.revisions) if any(c.field == field for c in r.changes))
    return next(changed, None)


def updated(dossiers: Sequence[Dossier]) -> datetime | None:
    """The moment anything of these was last learned; None where none is known."""
    moments = [d.entry.updated or d.entry.learned for d in dossiers]
    return max((m for m in moments if m is not None), default=None)
