"""Files that commands write: wholly, or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from legation.errors import LegationError


class OutputError(LegationError):
    """A file asked for cannot be written."""


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` into ``path`` so that nobody ever sees half of it. Raises OutputError with one line."""
    if path.exists() and not path.is_file():
        # A pipe or /dev/stdout has no half-written state to hide, and cannot be replaced; a directory fails below.
        _put(path, content)
        return
    unfinished = None
    try:
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(unfinished, 0o666 & ~mask)
        os.replace(unfinished, path)
    except OSError as error:
        if unfinished is not None:
            with suppress(OSError):
                os.unlink(unfinished)
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error


def _put(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
