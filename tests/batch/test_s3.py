"""Backfilling out of S3: a local server of it, read through fsspec, resumed where it was left."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from calendars import everything, stop_the_clock
from crawl_pages import pages, record
from legation.batch import backfill, shards
from legation.batch.local import _Worker
from legation.batch.shards import pages_of
from legation.batch.worker import Piece
from legation.errors import SourceError
from legation.store import open_calendar
from legation.store.intake import latest_failures

pytest.importorskip("s3fs", reason="s3fs is not installed: pip install 'legation[batch]'")
server = pytest.importorskip("moto.server", reason="moto is not installed: pip install 'moto[server]'")

COUNT = 240


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """The address of a bucket on a server of this run's own; workers inherit where it is, also those forked from what
    was started before this was known."""
    import s3fs

    _Worker().end()
    with pytest.MonkeyPatch.context() as patch:
        running = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        running.start()
        host, port = running.get_host_and_port()
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "for-tests")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "for-tests")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("NO_PROXY", "127.0.0.1")
        system = s3fs.S3FileSystem()
        system.mkdir("crawls")
        made = [gzip.compress(record(url, content)) for url, content in pages(COUNT, every=20)]
        with system.open("crawls/news.warc.gz", "wb") as file:
            file.write(b"".join(made))
        yield "s3://crawls"
        running.stop()


def test_a_crawl_in_s3_leaves_what_the_same_file_here_leaves(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped after its first piece, then resumed: not from the beginning, and to the same calendar."""

    class Stopped(Exception):
        pass

    def stop(_: Piece) -> None:
        raise Stopped

    import s3fs

    stop_the_clock(monkeypatch)
    here = tmp_path / "news.warc.gz"
    s3fs.S3FileSystem().get("crawls/news.warc.gz", str(here))
    source = f"{bucket}/news.warc.gz"
    with open_calendar(str(tmp_path / "s3.sqlite")) as remote, open_calendar(str(tmp_path / "here.sqlite")) as local:
        with pytest.raises(Stopped):
            backfill(remote, shards([source]), told=stop)
        before = len(remote.pages(limit=100))
        totals = backfill(remote, shards([source]))
        assert before > 0
        assert totals.new == COUNT // 20 - before
        assert backfill(remote, shards([source])).skipped == 1
        backfill(local, shards([str(here)]))
        wanted, found = everything(local), everything(remote)
        assert [t for t in wanted if wanted[t] != found[t]] == ["shard"]  # the addresses differ
        assert latest_failures(remote) == []


def test_what_is_not_there_is_one_clear_line(bucket: str) -> None:
    with pytest.raises(SourceError, match="cannot be read") as caught:
        shards([f"{bucket}/none.warc.gz"])
    assert "\n" not in str(caught.value)


def test_an_object_that_goes_away_is_listed(bucket: str) -> None:
    import s3fs

    system = s3fs.S3FileSystem()
    with system.open("crawls/gone.warc.gz", "wb") as file:
        file.write(b"".join(gzip.compress(record(url, content)) for url, content in pages(2)))
    (shard,) = shards([f"{bucket}/gone.warc.gz"])
    assert [number for number, _ in pages_of(shard)] == [0, 1]
    system.rm("crawls/gone.warc.gz")
    with pytest.raises(SourceError, match="cannot be read"):
        list(pages_of(shard))
