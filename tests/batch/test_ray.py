"""The Ray engine leaves the calendar that the local one leaves, whatever happens to its actors."""

from __future__ import annotations

import gzip
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from calendars import everything, history, stop_the_clock
from crawl_pages import pages, record
from legation.batch import backfill, backfill_on_ray, shards
from legation.store import open_calendar
from legation.store.intake import latest_failures

ray = pytest.importorskip("ray", reason="Ray is not installed: pip install 'legation[ray]'")


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """A cluster of two processors that all tests here share, since starting one takes seconds."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    found = ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
    yield found.address_info["address"]
    ray.shutdown()


def three_files(folder: Path, count: int = 20) -> str:
    folder.mkdir()
    for k in range(3):
        made = [gzip.compress(record(u, c)) for u, c in pages(count)[k::3]]
        (folder / f"{k}.warc.gz").write_bytes(b"".join(made) if k else b"".join(made)[:-30])  # one is cut off
    return str(folder)


def test_both_engines_leave_the_same(cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stop_the_clock(monkeypatch)
    crawl = three_files(tmp_path / "crawl")
    with open_calendar(str(tmp_path / "local.sqlite")) as one, open_calendar(str(tmp_path / "ray.sqlite")) as other:
        local = backfill(one, shards([crawl]))
        spread = backfill_on_ray(other, shards([crawl]))
        assert (spread.shards, spread.new) == (local.shards, local.new) == (3, 4)
        # Shards are stored as they are read, so the order of arrival is the engines' own.
        assert everything(other, in_any_order=True) == everything(one, in_any_order=True)
        assert history(other) == history(one) != []
        assert len(latest_failures(other)) == 1
        again = backfill_on_ray(other, shards([crawl]))
        assert (again.shards, again.skipped, again.new) == (0, 3, 0)


def test_a_killed_actor_is_replaced_and_nothing_is_lost(
    cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import legation.batch.cluster as module

    begun = tmp_path / "begun"

    class Mortal(module.Reader):
        """Hands the first eight pages over singly; the first of them is killed while it reads the eleventh."""

        def begin(self, task: Any) -> None:
            from legation.batch.worker import pieces

            with begun.open("a") as file:
                print(task.start, file=file)
            is_first = len(begun.read_text().split()) == 1

            def begins(number: int) -> None:
                if is_first and number == 10:
                    os.kill(os.getpid(), signal.SIGKILL)

            self._pieces = pieces(msgspec.structs.replace(task, one_by_one=8), self._parser, begins)

    monkeypatch.setattr(module, "Reader", Mortal)
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(u, c)) for u, c in pages(20)))
    with open_calendar(str(tmp_path / "c.sqlite")) as store:
        totals = backfill_on_ray(store, shards([str(path)]), processes=1)
        assert begun.read_text().split() == ["0", "8"]
        assert totals.new == 4
        assert sorted(page.url or "" for page in store.pages()) == sorted(
            f"https://news.example.org/{i}" for i in range(0, 20, 5)
        )
        assert latest_failures(store) == []


def test_a_page_that_kills_actors_is_listed_and_left(
    cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import legation.batch.cluster as module

    class Deadly(module.Reader):
        """Dies on the fourth page."""

        def begin(self, task: Any) -> None:
            from legation.batch.worker import pieces

            def begins(number: int) -> None:
                if number == 3 and number not in task.poison:
                    os.kill(os.getpid(), signal.SIGKILL)

            self._pieces = pieces(task, self._parser, begins)

    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(u, c)) for u, c in pages(6, every=2)))
    monkeypatch.setattr(module, "Reader", Deadly)
    with open_calendar(str(tmp_path / "c.sqlite")) as store:
        totals = backfill_on_ray(store, shards([str(path)]), processes=1)
        assert totals.counts["seen"] == 5
        assert totals.new == 3
        assert [(f.source, f.problem) for f in latest_failures(store)] == [
            ("https://news.example.org/3", "given up: reading it killed or hung a worker")
        ]
