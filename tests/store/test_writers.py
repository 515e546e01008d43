"""Several processes add to one calendar at once: nothing is lost, nobody waits in a circle, and the ledger is the same.

Two of them; ``LEGATION_WRITERS=8`` makes it eight, and their pages more.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from legation.records import Record
from legation.store import Store, open_calendar
from world import World

WRITERS = int(os.environ.get("LEGATION_WRITERS", "2"))
LEARNED = datetime(2030, 1, 1, tzinfo=UTC)
_CHILD = """
import sys
sys.path[:0] = {paths!r}
from test_writers import LEARNED, records
from legation.store import open_calendar
mine = records()[int(sys.argv[2]) :: int(sys.argv[3])]
with open_calendar(sys.argv[1]) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for record in mine:
        store.add(record, LEARNED)
"""


def records() -> list[Record]:
    """A generated story; its pages go to the writers in turn, so each works on what the others work on."""
    return [told.record for told in World(5, 3 * WRITERS, pages_each=8, per_day=3).pages()]


def ledger(store: Store) -> list[Any]:
    """Every history with its sources, without regard to identifiers, which tell who was first."""
    found = [
        (tuple((r.number, r.said_on, r.state) for r in store.revisions(e.id)), e.sources, e.pages, e.outlets)
        for e in store.entries()
    ]
    return sorted(found, key=repr)


def test_writers_at_once_make_the_ledger_of_one(address: str, tmp_path: Path) -> None:
    paths = [str(Path(__file__).parents[1]), str(Path(__file__).parent), str(Path(__file__).parents[2] / "benchmarks")]
    with open_calendar(address):
        pass
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", _CHILD.format(paths=paths), address, str(n), str(WRITERS)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for n in range(WRITERS)
    ]  # fmt: skip
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:  # now all at once
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        _, problem = writer.communicate(timeout=300)
        assert writer.returncode == 0, problem
    with open_calendar(address) as store, open_calendar(str(tmp_path / "one.sqlite")) as alone:
        alone.add_all(records(), LEARNED)
        assert store.check() == []
        assert store.count_pages() == len(records())
        assert ledger(store) == ledger(alone)
