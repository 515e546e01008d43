"""What a backfill is given -> shards: pieces that are begun, resumed and finished on their own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

import msgspec

from legation.errors import SourceError
from legation.fetch.sources import pages
from legation.records import Page

ShardKind = Literal["warc", "lines", "files", "parquet"]
_WARC = (".warc", ".warc.gz", ".warc.lz4", ".warc.zst")
_LINES = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
_PAGES = (".html", ".htm", ".xhtml", ".txt")

FILES_A_SHARD = 500


class Shard(msgspec.Struct, frozen=True, kw_only=True):
    """``key`` names the shard and the state its source was in; ``paths`` are its files."""

    key: str
    source: str
    kind: ShardKind
    paths: tuple[str, ...]


def shards(sources: Sequence[str]) -> tuple[Shard, ...]:
    """The shards of files, folders and ``s3://`` (any fsspec) addresses, in order.

    Raises SourceError for a source that is missing or of no known kind: a backfill begins with all its sources or not.
    """
    found: list[Shard] = []
    for source in sources:
        if "://" in source:
            found.append(_shard(source, _kind(source), (source,), _remote_state(source)))
            continue
        path = Path(source)
        if path.is_dir():
            found += _folder(path)
        elif path.is_file():
            found.append(_shard(source, _kind(source), (str(path.resolve()),), _state(path)))
        else:
            raise SourceError(source, "no such file or folder")
    return tuple(found)


def largest_first(shards: Sequence[Shard]) -> list[Shard]:
    """The shards by the bytes of their files, so that no worker begins a long one when all the others are done; those of
    equal size, and remote ones behind the others, in the order given."""
    return sorted(shards, key=lambda shard: -sum(map(_bytes, shard.paths)))


def _bytes(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:  # remote, or gone: reading it will tell
        return 0


def pages_of(shard: Shard, start: int = 0) -> Iterator[tuple[int, Page | SourceError]]:
    """The shard's pages from number ``start`` on, numbered as they always are. A page that cannot be had is a SourceError
    in its place; SourceError is raised where the shard's one file cannot be."""
    from legation.batch.warc import warc_pages

    if shard.kind != "files":
        opened(shard.paths[0]).close()
    if shard.kind == "warc":
        everything: Iterator[Page | SourceError] = warc_pages(shard.paths[0])
    elif shard.kind == "parquet":
        everything = _parquet_pages(shard.paths[0])
    elif shard.kind == "lines" and "://" in shard.paths[0]:
        everything = pages(["-"], stdin=opened(shard.paths[0]))
    else:
        everything = pages(shard.paths)
    for number, page in enumerate(everything):
        if number >= start:
            yield number, page


def opened(path: str) -> BinaryIO:
    """A file or a remote object, open for reading; SourceError where it cannot be."""
    try:
        if "://" not in path:
            return open(path, "rb")
        import fsspec

        return cast(BinaryIO, fsspec.open(path, "rb").open())
    except ImportError as error:
        raise SourceError(path, "remote files need fsspec: pip install 'legation[batch]'") from error
    except Exception as error:
        # fsspec's many back ends each raise their own.
        raise SourceError(path, f"cannot be read: {error}") from error


def _folder(path: Path) -> list[Shard]:
    files = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
    whole = [p for p in files if p.name.lower().endswith((*_WARC, *_LINES, ".parquet"))]
    found = [_shard(str(p), _kind(p.name), (str(p.resolve()),), _state(p)) for p in whole]
    single = [p for p in files if p.name.lower().endswith(_PAGES)]
    for i in range(0, len(single), FILES_A_SHARD):
        piece = single[i : i + FILES_A_SHARD]
        state = "\n".join(_state(p) for p in piece)
        paths = tuple(str(p.resolve()) for p in piece)
        found.append(_shard(f"{path} ({i + 1} to {i + len(piece)})", "files", paths, state))
    if not found:
        raise SourceError(str(path), "holds no pages: no .html, .txt, .jsonl, .warc or .parquet file in it")
    return found


def _shard(source: str, kind: ShardKind, paths: tuple[str, ...], state: str) -> Shard:
    digest = hashlib.sha256("\n".join((*paths, state)).encode("utf-8", "surrogateescape")).hexdigest()
    return Shard(key=digest[:32], source=source, kind=kind, paths=paths)


def _kind(name: str) -> ShardKind:
    low = name.lower()
    if low.endswith(_WARC):
        return "warc"
    if low.endswith(_LINES):
        return "lines"
    if low.endswith(".parquet"):
        return "parquet"
    if low.endswith(_PAGES):
        return "files"
    raise SourceError(
        name, "of no known kind: give .warc(.gz), .jsonl(.gz), .parquet, .html or .txt files, or a folder"
    )


def _state(path: Path) -> str:
    status = path.stat()
    return f"{status.st_size} {status.st_mtime_ns}"


def _remote_state(address: str) -> str:
    try:
        import fsspec

        system, path = fsspec.core.url_to_fs(address)
        about = system.info(path)
        return f"{about.get('size')} {about.get('ETag') or about.get('etag') or about.get('LastModified') or ''}"
    except ImportError as error:
        raise SourceError(address, "remote files need fsspec: pip install 'legation[batch]'") from error
    except Exception as error:
        raise SourceError(address, f"cannot be read: {error}") from error


def _parquet_pages(path: str) -> Iterator[Page | SourceError]:
    """Rows with the columns of the JSON lines (text or html, id, url, title, published)."""
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise SourceError(path, "Parquet needs pyarrow: pip install 'legation[batch]'") from error
    from legation.fetch.sources import page_of

    with opened(path) as file:
        try:
            table = parquet.ParquetFile(file)
            number = 0
            for batch in table.iter_batches(batch_size=256):
                for row in batch.to_pylist():
                    number += 1
                    yield page_of(_plain(row), path, number)
        except (OSError, ValueError) as error:
            raise SourceError(path, f"no Parquet file: {error}".splitlines()[0]) from error


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in row.items()}
