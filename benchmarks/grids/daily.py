"""Ordinary engagements as agencies put them: who receives, calls, confers, co-chairs, invites; a table of forms.

``python benchmarks/grids/daily.py [-v]``. Every sentence is the project's own invention; read as of Tuesday 14 May 2030, a year of which the who's who knows nobody.
The answers stand in ``daily.toml``: ``want`` lists engagements as "kinds states host status" ("?" before one that may be missing, "-" for no host,
"*" for any); a row is right where each is found and nothing else is. ``is_open`` marks those that are wrong today; ``tests/resolve/test_grids.py``
holds the others.
"""

from __future__ import annotations

import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2030, 5, 14)
TABLE = Path(__file__).with_name("daily.toml")


def states(engagement: Engagement) -> frozenset[str]:
    """Of all who take part, with the bodies that are no states; a visit's host need not be named."""
    sides = {name for one in engagement.participants if (name := one.country or one.organisation)}
    return frozenset(sides | {engagement.host_country} if engagement.kind == "visit" and engagement.host_country else sides)


def fits(engagement: Engagement, want: str) -> bool:
    """Whether this is the engagement that ``want`` tells of."""
    kinds, sides, host, status = want.removeprefix("?").split()
    same_host = host == "*" or (engagement.host_country or "-") in host.split("|")
    kind_and_status = engagement.kind in kinds.split("|") and engagement.status in status.split("|")
    return kind_and_status and states(engagement) == set(sides.split(",")) and same_host


def faults(text: str, wants: list[str]) -> tuple[list[str], list[Engagement]]:
    """What is missed, and what is told beside: older history is nobody's fault."""
    found = [one for one in read_text(text, published=PUBLISHED).engagements if not one.background]
    missed = []
    for want in wants:
        hit = next((one for one in found if fits(one, want)), None)
        if hit is not None:
            found.remove(hit)
        elif not want.startswith("?"):
            missed.append(want)
    return missed, found


def rows() -> list[tuple[str, dict[str, Any]]]:
    """Every row of the table with the name of its class."""
    return [(name, row) for name, table in tomllib.loads(TABLE.read_text()).items() for row in table]


def main() -> None:
    """Print the rows that are wrong (``-v``) and how many of each class are right."""
    right: dict[str, list[bool]] = {}
    for name, row in rows():
        missed, beside = faults(row["text"], row["want"])
        right.setdefault(name, []).append(not missed and not beside)
        if "-v" in sys.argv and (missed or beside):
            print(f"[{name}] {row['text']}")
            for want in missed:
                print("   missed", want)
            for one in beside:
                print("   beside", one.kind, ",".join(sorted(states(one))), one.host_country, one.status)
    for name, results in right.items():
        print(f"{name:14} {sum(results)} of {len(results)}")
    print(f"{'all':14} {sum(map(sum, right.values()))} of {sum(map(len, right.values()))}")


if __name__ == "__main__":
    main()
