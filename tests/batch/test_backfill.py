"""Backfilling: every page once, whatever happens on the way."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from crawl_pages import DIPLOMATIC, html, pages, record
from legation.batch import backfill, local, shards
from legation.batch.keeper import patiently
from legation.batch.shards import largest_first, pages_of
from legation.errors import CalendarError, SourceError
from legation.records import Page
from legation.store import Store, open_calendar
from legation.store.intake import latest_failures


@pytest.fixture
def warc(tmp_path: Path) -> Path:
    """Twenty pages, four of them diplomatic, each record in a gzip member of its own."""
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(url, content)) for url, content in pages(20)))
    return path


def stored(store: Store) -> set[str | None]:
    return {page.url for page in store.pages(limit=10_000)}


WANTED = {f"https://news.example.org/{i}" for i in (0, 5, 10, 15)}


def test_a_crawl_is_stored_once(warc: Path, tmp_path: Path) -> None:
    with open_calendar(str(tmp_path / "c.sqlite")) as store:
        first = backfill(store, shards([str(warc)]))
        assert (first.shards, first.new, first.counts["seen"], first.counts["kept"]) == (1, 4, 20, 4)
        assert stored(store) == WANTED
        again = backfill(store, shards([str(warc)]))
        assert (again.shards, again.skipped, again.new) == (0, 1, 0)
        assert stored(store) == WANTED


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    folder = tmp_path / "crawl"
    folder.mkdir()
    for k in range(3):
        made = pages(20)[k::3]
        (folder / f"{k}.warc.gz").write_bytes(b"".join(gzip.compress(record(u, c)) for u, c in made))
    with open_calendar(str(tmp_path / "c.sqlite")) as store:
        backfill(store, shards([str(folder)]), processes=2)
        assert stored(store) == WANTED


def test_the_longest_shard_is_begun_first(tmp_path: Path) -> None:
    for name, length in (("a", 3), ("b", 9), ("c", 3), ("d", 7)):
        (tmp_path / f"{name}.jsonl").write_text("x" * length)
    found = [Path(shard.source).stem for shard in largest_first(shards([str(tmp_path)]))]
    assert found == ["b", "d", "a", "c"]


def test_a_worker_loads_no_database() -> None:
    loaded = "import sys, legation.batch.worker; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0


def numbers(path: Path) -> list[str]:
    (shard,) = shards([str(path)])
    return [p.url or "" if isinstance(p, Page) else "damaged" for _, p in pages_of(shard)]


def test_a_crawl_that_is_not_compressed_is_stored_as_a_compressed_one(warc: Path, tmp_path: Path) -> None:
    plain = tmp_path / "plain.warc"
    plain.write_bytes(gzip.decompress(warc.read_bytes()))
    found = []
    for number, path in enumerate((warc, plain)):
        with open_calendar(str(tmp_path / f"{number}.sqlite")) as store:
            backfill(store, shards([str(path)]))
            found.append(stored(store))
    assert found[0] == found[1]
    assert len(found[0]) == 4


def test_a_truncated_crawl_gives_what_is_there(warc: Path) -> None:
    whole = warc.read_bytes()
    warc.write_bytes(whole[:-40])
    found = numbers(warc)
    assert found[:19] == [f"https://news.example.org/{i}" for i in range(19)]
    assert found[19:] == ["damaged"]


def test_a_corrupt_member_is_told_and_the_rest_read(warc: Path) -> None:
    whole = bytearray(warc.read_bytes())
    members = [i for i in range(len(whole)) if whole[i : i + 3] == b"\x1f\x8b\x08"]
    for i in range(members[7] + 30, members[7] + 90):
        whole[i] ^= 0xA5
    warc.write_bytes(bytes(whole))
    found = numbers(warc)
    assert "damaged" in found
    assert set(found) >= {f"https://news.example.org/{i}" for i in range(20) if i != 7}


def test_reading_begins_again_behind_what_is_done(warc: Path) -> None:
    (shard,) = shards([str(warc)])
    assert [number for number, _ in pages_of(shard, 17)] == [17, 18, 19]


def test_a_file_that_is_gone_is_listed_and_taken_up_when_it_is_back(warc: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"text": DIPLOMATIC, "id": "a"}))
    wanted = shards([str(warc), str(other)])
    away = warc.rename(tmp_path / "away")
    with open_calendar(str(tmp_path / "c.sqlite")) as store:
        first = backfill(store, wanted)
        assert (first.shards, first.new, first.counts["failed"]) == (1, 1, 1)
        assert latest_failures(store)[0].problem.startswith("cannot be read: ")
        away.rename(warc)
        assert backfill(store, wanted).new == 4


def test_a_killed_worker_is_replaced_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(u, c)) for u, c in pages(60, every=2)))
    workers: list[local._Worker] = []
    killed: list[int] = []
    stop = threading.Event()

    class Watched(local._Worker):
        def __init__(self) -> None:
            super().__init__()
            workers.append(self)

    def killer() -> None:
        # Once, in mid-shard: a page that two workers die on is left out, and rightly.
        while not (workers and workers[0].current.value >= 10):
            if stop.wait(0.001):
                return
        pid = workers[0].process.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        killed.append(pid)

    monkeypatch.setattr(local, "_Worker", Watched)
    thread = threading.Thread(target=killer)
    thread.start()
    try:
        with open_calendar(str(tmp_path / "c.sqlite")) as store:
            backfill(store, shards([str(path)]))
            assert stored(store) == {f"https://news.example.org/{i}" for i in range(0, 60, 2)}
    finally:
        stop.set()
        thread.join()
    assert len(killed) == 1
    assert len(workers) == 2


@pytest.mark.parametrize("seconds", [4.0, 6.0, 8.0])
def test_kill_9_of_everything_loses_and_doubles_nothing(tmp_path: Path, seconds: float) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(u, c)) for u, c in pages(120, every=2)))
    calendar = tmp_path / "c.sqlite"
    command = [sys.executable, "-m", "legation", "backfill", str(path), "--calendar", str(calendar)]
    first = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        first.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    subprocess.run(command, check=True, capture_output=True)
    with open_calendar(str(calendar)) as store:
        found = [page.url for page in store.pages(limit=10_000)]
        assert sorted(u or "" for u in found) == sorted(f"https://news.example.org/{i}" for i in range(0, 120, 2))


def test_kill_9_of_the_writer_alone_leaves_nothing_running(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(gzip.compress(record(u, c)) for u, c in pages(2000, every=1)))
    calendar = tmp_path / "c.sqlite"
    command = [sys.executable, "-m", "legation", "backfill", str(path), str(tmp_path), "--processes", "2"]
    first = subprocess.Popen([*command, "--calendar", str(calendar)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        while not (calendar.exists() and stored_in(calendar)):
            assert first.poll() is None
            time.sleep(0.1)
        started = psutil.Process(first.pid).children(recursive=True)
    finally:
        first.kill()
        first.communicate()
    assert len(started) >= 3  # at least two workers, and what they are forked from
    assert psutil.wait_procs(started, timeout=60)[1] == []


def stored_in(calendar: Path) -> set[str | None]:
    with open_calendar(str(calendar)) as store:
        return stored(store)


def test_a_parser_that_cannot_be_loaded_is_told_and_ends_it(warc: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken" / "spacy"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise RuntimeError('no such model')")
    found = os.environ.get("PYTHONPATH")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(broken.parent), found]))}
    command = [sys.executable, "-m", "legation", "backfill", str(warc), "--calendar", str(tmp_path / "c.sqlite")]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert ended.returncode != 0
    assert "no such model" in ended.stderr
    assert "workers died before they had begun" in ended.stderr.splitlines()[-1]


def test_a_page_that_takes_too_long_is_listed_and_left(tmp_path: Path) -> None:
    long = html("Long", *(f"{DIPLOMATIC} So says report {i}." for i in range(2000)))
    path = tmp_path / "crawl.warc.gz"
    made = [("https://news.example.org/long", long), *pages(6)]
    path.write_bytes(b"".join(gzip.compress(record(u, c)) for u, c in made))
    with open_calendar(str(tmp_path / "c.sqlite")) as store:
        totals = backfill(store, shards([str(path)]), page_seconds=2.0)
        assert totals.counts["failed"] == 1
        (failure,) = latest_failures(store)
        assert failure.source == "https://news.example.org/long"
        assert failure.problem == "given up: not read within 2 seconds"
        assert stored(store) == {"https://news.example.org/0", "https://news.example.org/5"}


KINDS = [
    ("a folder", "pages"),
    ("JSON lines", "a.jsonl"),
    ("Parquet", "a.parquet"),
    ("WARC", "a.warc"),
]


@pytest.mark.parametrize("name", [k[1] for k in KINDS], ids=[k[0] for k in KINDS])
def test_every_kind_of_source(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "pages":
        (path / "sub").mkdir(parents=True)
        (path / "a.html").write_bytes(html("A", DIPLOMATIC))
        (path / "sub" / "b.txt").write_text(f"A headline of three\n\n{DIPLOMATIC}")
    elif name.endswith(".warc"):
        path.write_bytes(b"".join(record(url, content) for url, content in pages(2, every=1)))
    elif name.endswith(".jsonl"):
        path.write_text("\n".join(json.dumps({"text": DIPLOMATIC, "id": i, "published": "2023-06-07"}) for i in "ab"))
    else:
        pyarrow = pytest.importorskip("pyarrow")
        import pyarrow.parquet as parquet

        parquet.write_table(pyarrow.table({"text": [DIPLOMATIC, DIPLOMATIC], "id": ["a", "b"]}), path)
    found = [page for shard in shards([str(path)]) for _, page in pages_of(shard)]
    assert len(found) == 2
    assert all(isinstance(page, Page) for page in found)


def test_a_remote_address(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    with fsspec.open("memory://crawl/a.warc.gz", "wb") as file:
        file.write(b"".join(gzip.compress(record(u, c)) for u, c in pages(3)))
    (shard,) = shards(["memory://crawl/a.warc.gz"])
    assert len(list(pages_of(shard))) == 3


REFUSED = [
    ("none.warc", "no such file or folder"),
    ("a.pdf", "of no known kind"),
    ("empty", "holds no pages"),
]


@pytest.mark.parametrize(("name", "problem"), REFUSED)
def test_a_source_that_is_none(tmp_path: Path, name: str, problem: str) -> None:
    if name == "empty":
        (tmp_path / name).mkdir()
    elif name == "a.pdf":
        (tmp_path / name).write_bytes(b"%PDF")
    with pytest.raises(SourceError, match=problem):
        shards([str(tmp_path / name)])


def test_a_calendar_out_of_reach_is_waited_for() -> None:
    waits: list[float] = []
    answers = iter([CalendarError("gone"), CalendarError("gone"), 3])

    def store() -> int:
        answer = next(answers)
        if isinstance(answer, CalendarError):
            raise answer
        return answer

    assert patiently(store, waits.append) == 3
    assert waits == [1.0, 2.0]


def test_a_calendar_that_stays_away_ends_the_backfill() -> None:
    def store() -> int:
        raise CalendarError("gone")

    waits: list[float] = []
    with pytest.raises(CalendarError):
        patiently(store, waits.append)
    assert 60 <= sum(waits) <= 600


def test_a_worker_that_has_just_died_can_be_dismissed() -> None:
    worker = local._Worker()
    worker.process.kill()
    worker.process.join()
    worker.give(None)
    assert worker.task is None
    worker.end()
