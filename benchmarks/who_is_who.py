"""What the calendar's who's who costs: adding pages that tell of offices, and completing what is looked at.

    python benchmarks/who_is_who.py [--claims 200000] [--folder /tmp]

A SQLite calendar of made-up pages. ``--claims`` of them stand behind one line (everybody names the president), made by
copying rows; then pages with and without words on offices are added, and a list of fifty engagements is looked at that
give surnames and bare offices only. The pages that are timed plan nothing: merging is another benchmark's. Times are
processor time.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import text

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from ledger_pages import engagement
from legation.records import Record
from legation.store import Store, open_calendar
from who_pages import who_page

FAMILIES = [f"{a}{b}{c}" for a in ("Ber", "Dal", "Gor", "Kas", "Lun") for b in ("an", "el", "i") for c in ("sen", "ov", "idze")]
SIDES = ("NO", "SE", "FI", "DK", "IS", "EE", "LV", "LT", "PL", "CZ")


def pages(first: int, count: int, *, is_told: bool, is_planned: bool = False) -> list[Record]:
    """``count`` pages, one a day; each tells of three offices where ``is_told``, of a visit where ``is_planned``."""
    made = []
    for n in range(first, first + count):
        side, family, other = SIDES[n % len(SIDES)], *FAMILIES[n % len(SIDES) * 4 :][:2]
        offices = (f"Mia {family}/foreign minister/{side}", f"Bo {other}/president/{side}", "Ida Oe/president/US")
        whom = f"{family}//{side}" if n % 2 else f"/foreign minister/{side}"
        day = date(2023, 1, 1) + timedelta(n % 360)
        visit = engagement("announced", who=whom, when=(day + timedelta(3)).isoformat(), host="JP")
        told, planned = offices if is_told else (), (visit,) if is_planned else ()
        made.append(who_page(day.isoformat(), *told, site=f"s{n}.org", engagements=planned))
    return made


def crowd(store: Store, claims: int) -> None:
    """Puts ``claims`` copies of one page's words behind the line of one president."""
    with store.writing() as connection:
        line = connection.execute(
            text("SELECT holder, page, body FROM office_claim WHERE body LIKE '%Ida Oe%' ORDER BY id LIMIT 1")
        ).one()
        connection.execute(
            text(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :many) "
                "INSERT INTO office_claim SELECT 'x' || i, :page, :holder, '2023-06-01', i, :body FROM n"
            ),
            {"many": claims, "page": line.page, "holder": line.holder, "body": line.body},
        )


def each(action: Callable[[Record], object], records: list[Record]) -> float:
    """The median milliseconds of processor time."""
    took = []
    for record in records:
        begun = time.process_time()
        action(record)
        took.append((time.process_time() - begun) * 1000)
    return statistics.median(took)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder, open_calendar(f"{folder}/c.sqlite") as store:
        store.add_all(pages(0, 200, is_told=True, is_planned=True))
        print(f"page with three words on offices: {each(store.add, pages(1000, 100, is_told=True)):.1f} ms")
        print(f"page without any:                 {each(store.add, pages(2000, 100, is_told=False)):.1f} ms")
        crowd(store, options.claims)
        told = each(store.add, pages(3000, 100, is_told=True))
        print(f"the same behind {options.claims:,} claims on one line: {told:.1f} ms")
        begun = time.process_time()
        found = store.entries(limit=50)
        took = (time.process_time() - begun) * 1000
        done = sum(bool(w.known_from) for e in found for w in e.state.participants)
        print(f"fifty engagements looked at: {took:.1f} ms, {done} participants completed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
