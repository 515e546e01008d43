"""The time limit of a page: of the processor's time, with the clock as a far bound."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator

import pytest

from legation.batch import limits
from legation.batch.limits import PageTimeout, arm, within, within_or_exit


@pytest.fixture(autouse=True)
def armed() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGPROF, signal.SIGALRM)}
    arm()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_what_computes_for_too_long_is_ended() -> None:
    with pytest.raises(PageTimeout), within(0.05):
        _for_ever()


def test_a_page_that_waits_for_the_processor_is_not_given_up() -> None:
    with within(0.1):
        time.sleep(0.3)  # as on a machine where others compute


def test_what_waits_for_ever_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CLOCK", 2.0)
    with pytest.raises(PageTimeout), within(0.05):
        time.sleep(600)


def test_the_limit_ends_with_what_is_inside_and_leaves_the_handlers_as_they_were() -> None:
    mine = {number: signal.getsignal(number) for number in (signal.SIGPROF, signal.SIGALRM)}
    with pytest.raises(PageTimeout), within_or_exit(0.05):
        _for_ever()
    with within_or_exit(60.0):
        pass
    assert signal.getitimer(signal.ITIMER_PROF)[0] == signal.getitimer(signal.ITIMER_REAL)[0] == 0
    assert {number: signal.getsignal(number) for number in mine} == mine


def _for_ever() -> None:
    while True:
        pass
