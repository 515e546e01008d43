"""What every route works with: the calendar, the clock, the settings, and the dossiers made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import get_args
from urllib.parse import quote

import msgspec
from msgspec.structs import replace

from legation.ports import Clock
from legation.publish import ics
from legation.publish.dossier import Dossier, Source, source_of
from legation.records import Entry, Filter, Revision, Standing
from legation.rules.ledger import ledger_rules
from legation.rules.publish import PublishWords, publish_words
from legation.store import Store, overview
from legation.web import urls
from legation.web.settings import DeskSettings

# Entries read at a time where a whole filter goes out.
_CHUNK = 500
# How far back feeds to subscribe to begin, unless their filter says otherwise.
_FEED_DAYS = 183
# Engagements kept as lines of iCalendar: about 4 KB each.
_MOST_COMPONENTS = 6000


def _kept_components() -> Callable[[Dossier, datetime, bool], bytes]:
    """``ics.component``, which remembers: when a page is added, nearly all of a feed is what it was."""

    @lru_cache(maxsize=_MOST_COMPONENTS)
    def component(dossier: Dossier, stamp: datetime, undated_as_todo: bool) -> bytes:
        return ics.component(dossier, publish_words(), stamp=stamp, undated_as_todo=undated_as_todo)

    return component


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    store: Store
    clock: Clock
    settings: DeskSettings
    words: PublishWords = msgspec.field(default_factory=publish_words)
    component: Callable[[Dossier, datetime, bool], bytes] = msgspec.field(default_factory=_kept_components)

    def now(self) -> datetime:
        return self.clock.now()

    def today(self) -> date:
        return self.clock.now().astimezone(UTC).date()

    def midnight(self, days: int = 0) -> datetime:
        """The beginning of today in UTC, or of another day counted from it."""
        return datetime.combine(self.today() + timedelta(days), time(), UTC)

    def absolute(self, path: str) -> str:
        """The address of one of the site's paths as the world sees it."""
        return self.settings.base_url.rstrip("/") + quote(path, safe="/?&=%#:+,@~!$'()*;")

    # -- dossiers -------------------------------------------------------------------------------------------------

    def dossier(self, entry: Entry, *, sources: Sequence[Source] = (), revisions: Iterable[Revision] = ()) -> Dossier:
        return Dossier(
            entry=entry,
            revisions=tuple(revisions),
            sources=tuple(sources),
            address=self.absolute(urls.engagement(entry.id)),
        )

    def full_dossier(self, entry: Entry) -> Dossier:
        """One engagement with its history and every page it rests on."""
        pages = self.store.pages(entry=entry.id, limit=200)
        return self.dossier(entry, sources=[source_of(p) for p in pages], revisions=self.store.revisions(entry.id))

    def dossiers(self, entries: Sequence[Entry], *, most_sources: int = 5) -> list[Dossier]:
        """Engagements with their newest pages, and without their histories."""
        pages = overview.newest_pages(self.store, [e.id for e in entries], most=most_sources)
        return [self.dossier(e, sources=[source_of(p) for p in pages.get(e.id, ())]) for e in entries]

    def every(self, wanted: Filter, *, most: int) -> Iterator[Dossier]:
        """The engagements of a filter by date, read in parts so that memory stays flat; at most ``most``."""
        after: tuple[str, str] | None = None
        today = self.today()
        left = most
        while left > 0:
            entries = self.store.entries(wanted, today=today, limit=min(_CHUNK, left), after=after)
            yield from self.dossiers(entries)
            if len(entries) < min(_CHUNK, left):
                return
            left -= len(entries)
            after = place(entries[-1])

    def current(self, wanted: Filter) -> Iterator[Dossier]:
        """What a subscriber to a filter needs: from half a year ago on, and everything without a date. A filter that
        names its own days is taken as it stands."""
        most = self.settings.most_in_feed
        if wanted.since or wanted.until or wanted.undated is not None:
            yield from self.every(wanted, most=most)
            return
        yield from self.every(replace(wanted, since=self.today() - timedelta(_FEED_DAYS)), most=most)
        yield from self.every(replace(wanted, undated=True), most=most)

    def version(self) -> overview.Version:
        return overview.version(self.store)


def open_plans() -> tuple[Standing, ...]:
    """The statuses of engagements that are planned, in order of firmness."""
    rules = ledger_rules()
    return tuple(s for s in get_args(Standing) if s in rules.plans)


def place(entry: Entry) -> tuple[str, str]:
    """Where an entry stands in the calendar's order, for continuing behind it."""
    return (entry.state.earliest.isoformat() if entry.state.earliest else "~", entry.id)
