"""The Ray engine leaves the calendar that the local one leaves, whatever happens to its actors."""

from __future__ import annotations

import gzip
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from calendars import everything, stop_the_clock
from crawl_pages import pages, record
from legation.batch import backfill, backfill_on_ray, shards
from legation.batch.worker import Piece
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
        assert everything(other) == everything(one)
        assert len(latest_failures(other)) == 1
        again = backfill_on_ray(other, shards([crawl]))
        assert (again.shards, again.skipped, again.new) == (0, 3, 0)


def test_a_killed_actor_is_replaced_and_nothing_is_lost(
    cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import legation.batch.cluster as module

    ids = str(tmp_path / "ids")

    class Known(module.Reader):
        """Says which process it is."""

        def __init__(self) -> None:
            super().__init__()
            with open(ids, "a") as file:
                print(os.getpid(), file=file)

    monkeypatch.setattr(module, "Reader", Known)
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(u, c)) for u, c in pages(960)))  # enough that work is left when it dies
    killed: list[int] = []

    def kill_the_first(_: Piece) -> None:
        if not killed:
            killed.append(int(Path(ids).read_text()))
            os.kill(killed[0], signal.SIGKILL)

    with open_calendar(str(tmp_path / "c.sqlite")) as store:
        totals = backfill_on_ray(store, shards([str(path)]), processes=1, told=kill_the_first)
        assert len(Path(ids).read_text().split()) == 2
        assert totals.new == 192
        found = [page.url or "" for page in store.pages(limit=1000)]
        assert sorted(found) == sorted(f"https://news.example.org/{i}" for i in range(0, 960, 5))
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
