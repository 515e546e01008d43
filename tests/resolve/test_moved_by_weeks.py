"""A weekday moved by weeks: its ``value`` goes with its days."""

from __future__ import annotations

from datetime import date

import pytest

from legation.records import When
from legation.resolve.engagements._days import later_by

# First and last day of March 2025, weeks, the days they come to and the value.
MOVES = [
    (12, 12, 1, "2025-03-19", "2025-03-19", "2025-03-19"),
    (12, 12, -1, "2025-03-05", "2025-03-05", "2025-03-05"),
    (12, 12, 0, "2025-03-12", "2025-03-12", "2025-03-12"),
    (12, 13, 2, "2025-03-26", "2025-03-27", None),
]


@pytest.mark.parametrize(("first", "last", "weeks", "earliest", "latest", "value"), MOVES)
def test_a_value_is_that_of_the_new_day(first: int, last: int, weeks: int, earliest: str, latest: str, value: str | None) -> None:
    told = When(
        words="Wednesday",
        type="DATE",
        value="2025-03-12T15:00",
        earliest=date(2025, 3, first),
        latest=date(2025, 3, last),
        precision="day",
    )
    moved = later_by(told, weeks)
    assert (str(moved.earliest), str(moved.latest), moved.value) == (earliest, latest, value)


def test_what_has_no_day_is_not_moved() -> None:
    open_time = When(words="soon", type="DATE", value="FUTURE_REF", precision="none")
    assert later_by(open_time, 1) == open_time
