"""How long one page may take: a signal ends what Python runs, and what no signal reaches ends its process.

The limit is of processor time, so that a crowded machine gives up the same pages as an idle one and both engines leave
the same calendar. By the clock a page may take ``CLOCK`` times as long: what waits for ever uses no processor.
"""

from __future__ import annotations

import faulthandler
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

HUNG = 2.0
"""Times its page limit, of processor time, after which a process that no signal reaches is ended."""

CLOCK = 20.0
"""Times its limit that a page may take by the clock."""


def hung_seconds(seconds: float) -> float:
    """Seconds by the clock after which a process is ended that was not ended at ``seconds`` of processor time a page."""
    return HUNG * CLOCK * seconds + 5.0


_SIGNALS = (signal.SIGPROF, signal.SIGALRM)


class PageTimeout(BaseException):
    """Raised inside a page that takes too long; no handler of ordinary exceptions may swallow it."""


def arm() -> None:
    """Makes SIGPROF (processor time) and SIGALRM (the clock) end the page that is being read; for a process's main thread."""
    for number in _SIGNALS:
        signal.signal(number, _too_long)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raises PageTimeout where what is inside takes this process longer; ``arm`` was called before."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, CLOCK * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def within_or_exit(seconds: float) -> Iterator[None]:
    """As ``within``, where nobody watches this process from outside: what hangs beyond the reach of signals ends the
    whole process (exit code 1), with its stack on standard error. In another thread than the main one, no limit."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = [signal.getsignal(number) for number in _SIGNALS]
    arm()
    if sys.__stderr__ is not None:
        faulthandler.dump_traceback_later(hung_seconds(seconds), exit=True, file=sys.__stderr__)
    try:
        with within(seconds):
            yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        for number, handler in zip(_SIGNALS, before, strict=True):
            signal.signal(number, handler)


def _too_long(_: int, __: FrameType | None) -> None:
    raise PageTimeout
