"""Bars show on a terminal only, only when work takes long, and never touch what is written to standard output."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from legation.cli.terminal import followed

STEPS = """
import time
from legation.cli import terminal
terminal.PATIENCE = {patience}
with terminal.progress("checking") as told:
    for done in range(3):
        time.sleep(0.15)
        told(done + 1, 3)
print("whole", {printed})
"""
SLOW = """
import time
from legation.cli import terminal
terminal.PATIENCE = {patience}
def items():
    for n in range(3):
        time.sleep(0.15)
        yield n
for n in terminal.followed(items(), what="reading", total=3, is_printed={printed}):
    print(n)
"""


def ran(patience: float, *, printed: bool = False, terminal: bool = True, code: str = SLOW) -> tuple[str, str]:
    """Standard output (a pipe), and what standard error (a terminal or a pipe) got."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty() if terminal else os.pipe()
    code = code.format(patience=patience, printed=printed)
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=theirs, env=environment, check=True
    )
    os.close(theirs)
    told = b""
    try:
        while chunk := os.read(ours, 65536):
            told += chunk
    except OSError:  # how Linux says that the other end of a terminal has been closed
        pass
    os.close(ours)
    return done.stdout.decode(), told.decode()


def test_long_work_shows_a_bar_and_leaves_the_output_alone() -> None:
    out, told = ran(0.05)
    assert out == "0\n1\n2\n"
    assert "reading" in told
    assert "3/3" in told


def test_short_work_shows_none() -> None:
    assert ran(60)[0] == "0\n1\n2\n"
    assert "reading" not in ran(60)[1]


def test_steps_that_are_told_show_a_bar() -> None:
    out, told = ran(0.05, code=STEPS)
    assert out == "whole False\n"
    assert "checking" in told
    assert "3/3" in told


def test_a_pipe_gets_no_bar() -> None:
    assert ran(0.05, terminal=False, code=STEPS) == ("whole False\n", "")
    assert ran(0.05, terminal=False) == ("0\n1\n2\n", "")


def test_what_is_followed_comes_through_in_order() -> None:
    assert list(followed(range(5), what="counting")) == [0, 1, 2, 3, 4]
