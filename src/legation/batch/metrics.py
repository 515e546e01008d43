"""A watcher's figures for Prometheus: what it did since it was started, and what the calendar says of its feeds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from types import TracebackType
from typing import Self

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, start_http_server
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from legation.batch.events import Event
from legation.errors import CalendarError, UsageError
from legation.store import Store
from legation.store.feeds import feed_states, page_states

_SECONDS = (0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class Metrics:
    """Counts events, and answers ``GET /metrics`` on ``host``:``port`` while it is entered (port 0: any free one).

    Raises UsageError where the port cannot be had.
    """

    def __init__(self, store: Store, port: int, host: str = "127.0.0.1") -> None:
        self.registry = CollectorRegistry()
        self._host, self.port = host, port
        self._feeds = Counter(
            "legation_feed_fetches", "Feeds asked, by how it went.", ["result"], registry=self.registry
        )
        self._pages = Counter("legation_pages", "Pages dealt with, by how it went.", ["result"], registry=self.registry)
        self._engagements = Counter("legation_engagements", "Engagements in the pages read.", registry=self.registry)
        self._seconds = Histogram(
            "legation_step_seconds", "What one feed or page took.", ["kind"], buckets=_SECONDS, registry=self.registry
        )
        self.registry.register(_Calendar(store))
        ProcessCollector(registry=self.registry)

    def __enter__(self) -> Self:
        try:
            self._server, self._thread = start_http_server(self.port, addr=self._host, registry=self.registry)
        except (OSError, OverflowError) as error:
            raise UsageError(f"--metrics {self.port}: cannot listen there ({error})") from error
        self.port = self._server.server_port
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __call__(self, event: Event) -> None:
        """Counts an event."""
        if event.kind == "feed":
            self._feeds.labels(event.result).inc()
        elif event.kind == "page":
            self._pages.labels(event.result.replace(" ", "_")).inc()
            self._engagements.inc(event.count)
        if event.kind in ("feed", "page"):
            self._seconds.labels(event.kind).observe(event.seconds)


class _Calendar(Collector):
    """What is asked of the calendar at each scrape, so that it is true also after a restart."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def describe(self) -> list[Metric]:
        return []  # the calendar is not asked before the first scrape

    def collect(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("legation_calendar_up", "1 where the calendar answers.")
        waiting = GaugeMetricFamily("legation_pages_named", "Pages that feeds named, by state.", labels=["state"])
        fresh = GaugeMetricFamily("legation_feed_fresh_seconds", "When a feed last answered (epoch).", labels=["feed"])
        fails = GaugeMetricFamily("legation_feed_failures", "Failures of a feed in a row.", labels=["feed"])
        try:
            for state, count in page_states(self._store).items():
                waiting.add_metric([state], count)
            for feed, _ in feed_states(self._store):
                fails.add_metric([feed.url], feed.fails)
                if feed.fresh:
                    fresh.add_metric([feed.url], datetime.fromisoformat(feed.fresh).timestamp())
        except CalendarError:
            up.add_metric([], 0)
            yield up
            return
        up.add_metric([], 1)
        yield from (up, waiting, fresh, fails)
