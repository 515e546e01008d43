"""How long one page may take: a signal ends what Python runs, and what no signal reaches ends its process."""

from __future__ import annotations

import faulthandler
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

HUNG = 2.0
"""Times its page limit after which a process that no signal reaches is ended."""


class PageTimeout(BaseException):
    """Raised inside a page that takes too long; no handler of ordinary exceptions may swallow it."""


def arm() -> None:
    """Makes SIGALRM end the page that is being read; for a process's main thread."""
    signal.signal(signal.SIGALRM, _too_long)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises PageTimeout where what is inside takes longer; ``arm`` was called before."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def within_or_exit(seconds: float) -> Iterator[None]:
    """As ``within``, where nobody watches this process from outside: what hangs beyond the reach of signals ends the
    whole process (exit code 1), with its stack on standard error. In another thread than the main one, no limit."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _too_long)
    if sys.__stderr__ is not None:
        faulthandler.dump_traceback_later(HUNG * seconds + 5.0, exit=True, file=sys.__stderr__)
    try:
        with within(seconds):
            yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.signal(signal.SIGALRM, before)


def _too_long(_: int, __: FrameType | None) -> None:
    raise PageTimeout
