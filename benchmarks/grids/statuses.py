"""In what state an engagement stands: a table of forms in one or two sentences, with and without a title.

``python benchmarks/grids/statuses.py [-v]``. Every sentence is the project's own invention (``statuses.txt``); read as of Tuesday
14 May 2019. A row is right where each engagement it names is told in that state, and in no other. "- " opens those that are wrong today;
``tests/resolve/test_grids.py`` holds the others.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2019, 5, 14)
TABLE = Path(__file__).with_suffix(".txt")
Wanted = dict[tuple[str, str], list[list[str]]]
"""By company and kind, the states that each such engagement may stand in."""


class Row(NamedTuple):
    """What a page tells, its text, and whether it is known to be read wrong."""

    wanted: Wanted
    text: str
    is_open: bool


def rows() -> Iterator[Row]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        told, text = line.removeprefix("- ").split(" :: ", 1)
        wanted: Wanted = {}
        for each in told.split(";"):
            statuses, company, kind = each.split()
            wanted.setdefault((company, kind), []).append(statuses.split(","))
        yield Row(wanted, text.replace(" // ", "\n\n"), is_open=line.startswith("- "))


def is_it(engagement: Engagement, company: str, kind: str) -> bool:
    states = {p.country for p in engagement.participants} | {engagement.host_country}
    guest, _, host = company.partition(">")
    theirs = guest in states and engagement.host_country == host if host else set(company.split("-")) <= states
    return theirs and (kind == "*" or (kind == "v") == (engagement.kind == "visit"))


def is_right(wanted: Wanted, text: str) -> bool:
    found = read_text(text, published=PUBLISHED, is_final=True).engagements
    for (company, kind), each in wanted.items():
        told = [e for e in found if is_it(e, company, kind)]
        told = [e for e in told if not e.background] or told
        if not all(any(e.status in statuses for e in told) for statuses in each):
            return False
        if not all(any(e.status in statuses for statuses in each) for e in told):
            return False
    return True


def main() -> None:
    table = list(rows())
    wrong = [row.text for row in table if not is_right(row.wanted, row.text)]
    if "-v" in sys.argv:
        print(*wrong, sep="\n---\n")
    print(f"statuses: {len(table) - len(wrong)} of {len(table)}")


if __name__ == "__main__":
    main()
