"""Following feeds: what is due is fetched, what is new is read, and all of it is noted before anything else is done.

Every step is one transaction on the calendar, so a watcher that is killed goes on where it was: a page whose record is
stored is marked read in the same transaction, and one that is not marked is read again. Several watchers of one
calendar take their steps from a queue (``claims``), so that no two are at the same feed, page or site.
"""

from __future__ import annotations

import threading
import time
import tomllib
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from legation.batch.claims import Claim, Claims, Work
from legation.batch.events import Event, Kind, Result, Told
from legation.batch.limits import PageTimeout, within_or_exit
from legation.batch.stages import Outcome, through
from legation.batch.websub import Hubs, Subscription, new_subscription
from legation.errors import CalendarError, SourceError, UsageError
from legation.fetch._http import Answer, HttpFetcher
from legation.fetch.feeds import Entry, hub_of, named, opml
from legation.fetch.robots import Robots
from legation.ports import Parser
from legation.records import Page
from legation.store import Store
from legation.store.feeds import (
    Feed,
    Found,
    begin_page,
    due_feed,
    due_feeds,
    due_page,
    due_pages,
    feed_states,
    follow,
    make_due,
    note_feed,
    note_page,
)
from legation.store.intake import note_failed

LONGEST_BACKOFF = timedelta(hours=24)
PAGE_TRIES = 4
"""Times a page is tried; the wait between two doubles from ten minutes."""

OFFERED = 1_000
"""Pages that wait in the queue of several watchers at most; the calendar knows the others."""

OFFER_SECONDS = 2.0
"""How often a watcher looks what the queue lacks."""

LONGEST_PATIENCE = 300.0
"""Seconds between two looks for a calendar that is out of reach, at most."""

TOLD_BY_HUB = timedelta(hours=1)
"""How rarely a feed is asked whose hub tells of news, and a hub that has not answered."""


def _subscription(feed: Feed) -> Subscription | None:
    if not (feed.hub and feed.topic and feed.token and feed.secret):
        return None
    return Subscription(feed=feed.url, hub=feed.hub, topic=feed.topic, token=feed.token, secret=feed.secret)


def feeds_of(path: Path) -> tuple[Feed, ...]:
    """The feeds that a TOML or OPML file lists. Raises SourceError or UsageError with one line where it does not."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SourceError(str(path), f"cannot be read: {error.strerror}") from error
    if path.suffix.lower() in (".opml", ".xml"):
        found = tuple(Feed(url=url) for url in opml(content, source=str(path)))
    else:
        found = _from_toml(content, path)
    if not found:
        raise UsageError(f"{path}: lists no feed")
    return found


def _from_toml(content: bytes, path: Path) -> tuple[Feed, ...]:
    try:
        data = tomllib.loads(content.decode("utf-8"))
        every = float(data.get("every_minutes", 15.0))
        feeds = msgspec.convert([{"every_minutes": every, **row} for row in data.get("feed", [])], tuple[Feed, ...])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError, TypeError, ValueError) as error:
        raise UsageError(f"{path}: {error}") from error
    for feed in feeds:
        if feed.kind not in ("feed", "sitemap", "page") or feed.every_minutes <= 0:
            raise UsageError(f"{path}: {feed.url}: kind is feed, sitemap or page, and every_minutes above 0")
    return feeds


class Watcher:
    """Follows ``feeds`` into ``store``. ``now`` is the clock; ``stop`` ends it between two steps; ``told`` hears of each.

    ``claims`` is the queue that it shares with other watchers of the calendar. A page that is not read within
    ``page_seconds`` is tried again later; one that cannot even be interrupted ends the process.
    """

    def __init__(
        self,
        store: Store,
        feeds: Sequence[Feed],
        http: HttpFetcher,
        parser: Parser,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        stop: threading.Event | None = None,
        told: Told = lambda event: None,
        hubs: Hubs | None = None,
        claims: Claims | None = None,
        page_seconds: float = 30.0,
    ) -> None:
        self._store, self._http, self._parser, self._now, self._told = store, http, parser, now, told
        self._robots = Robots(http)
        self._urls = [feed.url for feed in feeds]
        self._stop = stop or threading.Event()
        self._hubs, self._claims, self._page_seconds = hubs, claims, page_seconds
        self._asked: dict[str, datetime] = {}
        self._offered = float("-inf")
        follow(store, feeds, now())
        if hubs is not None:
            for feed, _ in feed_states(store):
                known = _subscription(feed)
                if known is not None:
                    hubs.know(known)

    def run(self, *, rest_seconds: float = 5.0) -> None:
        """Works until stopped; rests where nothing is due, and waits for a calendar that is out of reach."""
        patience = 1.0
        while not self._stop.is_set():
            try:
                if not self.step() and self._claims is None:  # a queue is waited for in the step itself
                    self._stop.wait(rest_seconds)
                patience = 1.0
            except CalendarError as error:
                self._told(Event(kind="calendar", result="failed", source="the calendar", words=str(error)))
                self._stop.wait(patience)
                patience = min(LONGEST_PATIENCE, 2 * patience)

    def finish(self) -> None:
        """Works until nothing is due, or stopped."""
        while not self._stop.is_set():
            if not self.step():
                now = self._now()
                if self._claims is None or not (due_feeds(self._store, now, self._urls) or self._due_pages(1)):
                    return
                # What is due is in other hands, or its site rests.

    def step(self) -> bool:
        """One feed, if one is due, and one page, if one waits; False where neither. With others: one or the other."""
        self._hear()
        if self._claims is not None:
            return self._shared(self._claims)
        feed = due_feed(self._store, self._now(), self._urls)
        if feed is not None:
            self._fetch(feed)
        waiting = self._due_pages(1)
        for page in waiting:
            if not self._stop.is_set():
                self._read(page)
        return feed is not None or bool(waiting)

    def _due_pages(self, limit: int) -> list[Found]:
        return due_pages(self._store, self._now(), limit)

    def _shared(self, claims: Claims) -> bool:
        """Offers what the calendar has open, and does one job that nobody else holds."""
        if time.monotonic() - self._offered > OFFER_SECONDS:
            feeds: list[tuple[Work, str]] = [("feed", url) for url in due_feeds(self._store, self._now(), self._urls)]
            claims.offer([*feeds, *(("page", page.url) for page in self._due_pages(OFFERED))])
            self._offered = time.monotonic()
        claim = claims.next(0.5)
        if claim is None:
            return False
        try:
            self._claimed(claim)
        finally:
            claim.end(self._http.pause_seconds)
        return True

    def _claimed(self, claim: Claim) -> None:
        """Does the job, unless the calendar says that it was done since it was offered."""
        if claim.work == "feed":
            feed = due_feed(self._store, self._now(), [claim.url])
            if feed is not None:
                self._fetch(feed)
            self._offered = float("-inf")  # what it named can be taken up at once
        else:
            page = due_page(self._store, self._now(), claim.url)
            if page is not None:
                self._read(page)

    def _fetch(self, feed: Feed) -> None:
        now, began = self._now(), time.monotonic()
        conditions = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
        try:
            if not self._robots.allows(feed.url):
                raise SourceError(feed.url, "refused: robots.txt closes it")
            answer = self._http.get(feed.url, headers={k: v for k, v in conditions.items() if v})
            pages = self._named(feed, answer)
        except SourceError as error:
            self._failed(feed, error.problem, now, began)
            return
        new = msgspec.structs.replace(
            feed,
            etag=answer.headers.get("etag") if answer.status == 200 else feed.etag,
            modified=answer.headers.get("last-modified") if answer.status == 200 else feed.modified,
            fresh=now.astimezone(UTC).isoformat(),
            fails=0,
            problem=None,
        )
        if self._hubs is not None:
            new = self._subscribed(new, answer, self._hubs, now, began)
        wait = timedelta(minutes=feed.every_minutes)
        if self._hubs is not None and new.lease is not None and datetime.fromisoformat(new.lease) > now:
            wait = max(wait, TOLD_BY_HUB)
        count = note_feed(self._store, new, now + wait, pages, now)
        self._tell("feed", "new" if count else "unchanged", feed.url, f"{count} new" if count else "", began, count)

    def _named(self, feed: Feed, answer: Answer) -> list[Found]:
        if answer.status == 304:
            return []
        if answer.status != 200:
            raise SourceError(feed.url, f"the site answered {answer.status}")
        kind = feed.kind if feed.kind in ("sitemap", "page") else "feed"
        found = named(answer.content, kind, url=answer.url, media_type=answer.media_type)  # type: ignore[arg-type]
        entries = list(found.entries)
        # The last sitemaps of an index are the newest; older ones were there before watching began.
        for url in found.sitemaps[-2:]:
            entries += self._of_index(url)
        return [
            Found(url=e.url, feed=feed.url, title=e.title, published=e.published.isoformat() if e.published else None)
            for e in entries
        ]

    def _of_index(self, url: str) -> tuple[Entry, ...]:
        """What a sitemap names that an index points to; where it fails, that is listed, and its neighbour still read."""
        began = time.monotonic()
        try:
            if not self._robots.allows(url):
                raise SourceError(url, "refused: robots.txt closes it")
            answer = self._http.get(url)
            if answer.status != 200:
                raise SourceError(url, f"the site answered {answer.status}")
            return named(answer.content, "sitemap", url=url).entries
        except SourceError as error:
            note_failed(self._store, url, error.problem, self._now())
            self._tell("feed", "failed", url, error.problem, began)
            return ()

    def _hear(self) -> None:
        """Takes what hubs have said since the last step."""
        for heard in self._hubs.heard() if self._hubs is not None else ():
            began, now = time.monotonic(), self._now()
            if heard.lease_seconds is None:
                make_due(self._store, heard.feed, now)
                self._tell("websub", "pinged", heard.feed, "", began)
            else:
                until = (now + timedelta(seconds=heard.lease_seconds)).astimezone(UTC).isoformat()
                make_due(self._store, heard.feed, now, lease=until)
                self._tell("websub", "subscribed", heard.feed, f"its hub tells until {until[:16]}Z", began)

    def _subscribed(self, feed: Feed, answer: Answer, hubs: Hubs, now: datetime, began: float) -> Feed:
        """The feed, its hub asked where it names one and no lease runs for another day; at most once in an hour."""
        if answer.status == 200:
            found = hub_of(answer.content, answer.headers, url=answer.url)
        else:  # unchanged: what it said before
            found = (feed.hub, feed.topic) if feed.hub and feed.topic else None
        if found is None:
            return feed
        is_leased = feed.lease is not None and datetime.fromisoformat(feed.lease) > now + timedelta(days=1)
        is_same = (feed.hub, feed.topic) == found
        if (is_leased and is_same) or now - self._asked.get(feed.url, datetime.min.replace(tzinfo=UTC)) < TOLD_BY_HUB:
            return feed
        self._asked[feed.url] = now
        wanted = _subscription(feed) if is_same else None
        wanted = wanted or new_subscription(feed.url, *found)
        # Kept before the hub is asked: it may answer before the request returns, or after this process was killed.
        new = msgspec.structs.replace(
            feed, hub=wanted.hub, topic=wanted.topic, token=wanted.token, secret=wanted.secret
        )
        note_feed(self._store, new, now, (), now)
        try:
            hubs.subscribe(self._http, wanted)
        except SourceError as error:
            self._tell("websub", "failed", feed.url, error.problem, began)
        return new

    def _tell(self, kind: Kind, result: Result, source: str, words: str, began: float, count: int = 0) -> None:
        seconds = time.monotonic() - began
        self._told(Event(kind=kind, result=result, source=source, words=words, count=count, seconds=seconds))

    def _failed(self, feed: Feed, problem: str, now: datetime, began: float) -> None:
        fails = feed.fails + 1
        wait = min(LONGEST_BACKOFF, timedelta(minutes=feed.every_minutes) * 2 ** min(fails, 12))
        new = msgspec.structs.replace(feed, fails=fails, problem=problem)
        note_feed(self._store, new, now + wait, (), now)
        self._tell("feed", "failed", feed.url, problem, began)

    def _read(self, found: Found) -> None:
        now, began = self._now(), time.monotonic()
        if found.tries >= PAGE_TRIES:
            deadly = f"given up: reading it ended its watcher {PAGE_TRIES} times"
            note_page(self._store, found, None, deadly, now, again=None)
            self._tell("page", "given up", found.url, deadly, began)
            return
        begin_page(self._store, found)
        outcome: Outcome | None = None
        problem: str | None = None
        is_closed = False
        try:
            is_closed = not self._robots.allows(found.url)
            if not is_closed:
                page = self._http.page(found.url)
                with within_or_exit(self._page_seconds):
                    outcome = self._through(page, found, now)
                problem = outcome.problem
        except SourceError as error:
            problem = error.problem
        except PageTimeout:
            problem = f"not read within {self._page_seconds:g} seconds"
        self._note(found, outcome, problem, now, began, is_closed=is_closed)

    def _note(
        self,
        found: Found,
        outcome: Outcome | None,
        problem: str | None,
        now: datetime,
        began: float,
        *,
        is_closed: bool,
    ) -> None:
        """Keeps and tells what became of a page; nothing where another watcher was faster, which took us for dead."""
        is_last = found.tries + 1 >= PAGE_TRIES
        again = None if problem is None or is_last else timedelta(minutes=10) * 2**found.tries
        record = outcome.record if outcome is not None and problem is None else None
        if not note_page(self._store, found, record, problem, now, again=again):
            return
        if problem is not None:
            self._tell("page", "given up" if is_last else "failed", found.url, problem, began)
        elif record is None:
            self._tell("page", "closed" if is_closed else "left", found.url, "", began)
        else:
            count = len(record.engagements)
            self._tell("page", "read", found.url, f"{count} engagements", began, count)

    def _through(self, page: Page, found: Found, now: datetime) -> Outcome:
        """The page's own day first; the feed's word only where the page gives none, and never a day to come."""
        known = self._store.known_offices()
        outcome = through(page, self._parser, known=known)
        if outcome.record is None or outcome.record.article.published is not None or found.published is None:
            return outcome
        day = date.fromisoformat(found.published)
        if day > now.date() + timedelta(days=1):
            return outcome
        return through(msgspec.structs.replace(page, published=day), self._parser, known=known)
