"""What a watcher follows: feeds and when each is due, what they named, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import func, insert, select, update

from legation.records import Record
from legation.store import schema
from legation.store._json import as_moment, moment, read, text_of
from legation.store.calendar import Store
from legation.store.intake import Failed, note_failures


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """One followed address: what kind it is, what conditional requests need, and how it fares."""

    url: str
    kind: str = "feed"
    every_minutes: float = 15.0
    etag: str | None = None
    modified: str | None = None
    fresh: str | None = None
    fails: int = 0
    problem: str | None = None
    hub: str | None = None
    """The WebSub hub it offers; ``topic`` is its name there, ``lease`` until when the hub has promised to tell, and
    ``token`` and ``secret`` are what the hub must know."""
    topic: str | None = None
    lease: str | None = None
    token: str | None = None
    secret: str | None = None


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A page that a feed named."""

    url: str
    feed: str
    published: str | None = None
    title: str | None = None
    tries: int = 0


def follow(store: Store, feeds: Sequence[Feed], now: datetime) -> None:
    """Adds the feeds that are not followed yet, due at once; those known keep their state, with the new interval."""
    with store.writing() as connection:
        known = {
            row.url: read(row.body, Feed) for row in connection.execute(select(schema.feed.c.url, schema.feed.c.body))
        }
        for feed in feeds:
            old = known.get(feed.url)
            if old is None:
                connection.execute(insert(schema.feed).values(url=feed.url, due=moment(now), body=text_of(feed)))
            elif (old.kind, old.every_minutes) != (feed.kind, feed.every_minutes):
                new = msgspec.structs.replace(old, kind=feed.kind, every_minutes=feed.every_minutes)
                where = schema.feed.c.url == feed.url
                connection.execute(update(schema.feed).where(where).values(body=text_of(new)))


def due_feed(store: Store, now: datetime, urls: Sequence[str]) -> Feed | None:
    """The one of ``urls`` that has been due longest, or None."""
    with store.reading() as connection:
        row = connection.execute(
            select(schema.feed.c.body)
            .where(schema.feed.c.due <= moment(now), schema.feed.c.url.in_(urls))
            .order_by(schema.feed.c.due)
            .limit(1)
        ).first()
    return read(row.body, Feed) if row else None


def due_feeds(store: Store, now: datetime, urls: Sequence[str]) -> list[str]:
    """Those of ``urls`` that are due, the longest due first."""
    with store.reading() as connection:
        due = select(schema.feed.c.url).where(schema.feed.c.due <= moment(now), schema.feed.c.url.in_(urls))
        return list(connection.scalars(due.order_by(schema.feed.c.due, schema.feed.c.url)))


def make_due(store: Store, url: str, now: datetime, lease: str | None = None) -> None:
    """The feed is due at once: there is something new; with ``lease``, only how long its hub has promised to tell."""
    with store.writing() as connection:
        where = schema.feed.c.url == url
        if lease is None:
            connection.execute(update(schema.feed).where(where).values(due=moment(now)))
            return
        body = connection.scalar(select(schema.feed.c.body).where(where))
        if body is not None:
            new = msgspec.structs.replace(read(body, Feed), lease=lease)
            connection.execute(update(schema.feed).where(where).values(body=text_of(new)))


def note_feed(store: Store, feed: Feed, due: datetime, named: Sequence[Found], now: datetime) -> int:
    """Keeps a feed's new state and queues the pages it named that were never named before; returns how many."""
    with store.writing() as connection:
        where = schema.feed.c.url == feed.url
        connection.execute(update(schema.feed).where(where).values(due=moment(due), body=text_of(feed)))
        if feed.problem is not None:
            note_failures(connection, [Failed(feed.url, feed.problem)], now)
        new = {page.url: page for page in named}
        if new:
            known = set(connection.scalars(select(schema.found.c.url).where(schema.found.c.url.in_(list(new)))))
            rows = [
                {
                    "url": page.url,
                    "feed": page.feed,
                    "state": "new",
                    "tries": 0,
                    "due": moment(now),
                    "published": page.published,
                    "title": page.title,
                }
                for page in new.values()
                if page.url not in known
            ]
            if rows:
                connection.execute(insert(schema.found), rows)
            return len(rows)
    return 0


def due_pages(store: Store, now: datetime, limit: int) -> list[Found]:
    """Pages that wait to be read, the longest waiting first."""
    with store.reading() as connection:
        rows = connection.execute(
            select(schema.found)
            .where(schema.found.c.state == "new", schema.found.c.due <= moment(now))
            .order_by(schema.found.c.due, schema.found.c.url)
            .limit(limit)
        ).mappings()
        return [_found(row) for row in rows]


def due_page(store: Store, now: datetime, url: str) -> Found | None:
    """The page ``url`` if it waits to be read; None where it does not, or no longer."""
    with store.reading() as connection:
        wanted = select(schema.found).where(schema.found.c.url == url, schema.found.c.state == "new")
        row = connection.execute(wanted.where(schema.found.c.due <= moment(now))).mappings().first()
    return _found(row) if row is not None else None


def _found(row: Any) -> Found:
    return Found(**{name: row[name] for name in ("url", "feed", "published", "title", "tries")})


def begin_page(store: Store, page: Found) -> None:
    """Counts a try before it is made: a page that ends the process that reads it is not begun for ever."""
    with store.writing() as connection:
        where = (schema.found.c.url == page.url) & (schema.found.c.state == "new")
        connection.execute(update(schema.found).where(where).values(tries=page.tries + 1))


def note_page(
    store: Store, page: Found, record: Record | None, problem: str | None, now: datetime, *, again: timedelta | None
) -> bool:
    """Keeps what became of a page, with its record, in one transaction; ``again`` is when a failed one is retried.

    False, and nothing kept, where another watcher has dealt with the page since.
    """
    with store.writing() as connection:
        if connection.scalar(select(schema.found.c.state).where(schema.found.c.url == page.url)) != "new":
            return False
        if record is not None:
            store.add_within(connection, record, learned=now)
        if problem is not None:
            note_failures(connection, [Failed(page.url, problem)], now)
        state = "read" if record is not None else "skipped"
        if problem is not None:
            state = "new" if again is not None else "failed"
        due = moment(now + (again or timedelta()))
        values = {"state": state, "tries": page.tries + 1, "due": due}
        connection.execute(update(schema.found).where(schema.found.c.url == page.url).values(**values))
    return True


def feed_states(store: Store) -> list[tuple[Feed, datetime]]:
    """Every feed ever followed, with when it is due, by address."""
    with store.reading() as connection:
        rows = connection.execute(select(schema.feed.c.body, schema.feed.c.due).order_by(schema.feed.c.url)).all()
    return [(read(body, Feed), as_moment(due)) for body, due in rows]


def page_states(store: Store) -> dict[str, int]:
    """How many of the pages that feeds named are new, read, skipped and failed."""
    with store.reading() as connection:
        states = connection.execute(select(schema.found.c.state, func.count()).group_by(schema.found.c.state)).all()
    return {row[0]: row[1] for row in sorted(states, key=lambda row: str(row[0]))}


def feed_lines(store: Store) -> list[str]:
    """One line a feed for ``legation status``, and one for the pages they named."""
    lines = []
    for feed, due in feed_states(store):
        fresh = f"fresh {feed.fresh[:16]}Z" if feed.fresh else "never fetched"
        fails = f", failing {feed.fails} times: {feed.problem}" if feed.fails else ""
        hub = f", told by its hub until {feed.lease[:16]}Z" if feed.lease else ""
        lines.append(f"feed: {feed.url} ({feed.kind}), {fresh}, due {due.astimezone(UTC):%Y-%m-%d %H:%M}Z{hub}{fails}")
    states = page_states(store)
    if states:
        lines.append("pages named: " + ", ".join(f"{count:,} {state}" for state, count in states.items()))
    return lines
