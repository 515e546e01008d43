"""What adding a page costs as a calendar grows, measured in turns.

The smallest calendar is filled by adding the pages of a generated world up to one page; the larger ones hold the same
and, many times over, what the same states did years before (``copies.py``). All are then given the same next pages, a
few at a time in turn, each by a process of its own. So the pages, what they are compared with and the load of the
machine are the same for all, and what differs is how much is stored.
"""

from __future__ import annotations

import ast
import pickle
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import text

from copies import tell_again
from legation.ledger.reports import page_id
from legation.records import Record
from legation.store import Store, open_calendar
from world import World

LEARNED = datetime(2030, 1, 1, tzinfo=UTC)
# Pages that each calendar is given at a time, and how often; the first turn only warms up.
_TURN, _TURNS = 10, 31
_BATCH = 200

_ADDER = """
import pickle, sys, time
from datetime import datetime
from legation.store import open_calendar
mark = lambda: next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))
records = pickle.load(open(sys.argv[2], "rb"))
with open_calendar(sys.argv[1]) as store:
    store.count()
    opened = mark()
    print(repr(opened), flush=True)
    for line in sys.stdin:
        first, last = map(int, line.split())
        times = []
        for record in records[first:last]:
            began, wall = time.process_time(), time.perf_counter()
            store.add(record, datetime(2030, 1, 1))
            times.append((time.process_time() - began, time.perf_counter() - wall))
        print(repr((times, mark())), flush=True)
"""


def growth(sizes: Sequence[int], seed: int, place: str) -> dict[str, float]:
    """Milliseconds to add a page, one transaction each, to calendars of about so many claims in ``place``, a folder or
    the address of a PostgreSQL server, where they stay for the next time; and the most memory that takes."""
    addresses = {size: _address(place, seed, size) for size in sorted(sizes)}
    stored = _filled(addresses, seed)
    records = _next_pages(addresses, seed, _TURN * _TURNS)
    times, opened, most = _in_turns(addresses, records)
    figures: dict[str, float] = {}
    for size in addresses:
        cpu, wall = ([1e3 * t[i] for turn in times[size] for t in turn] for i in (0, 1))
        figures[str(size)], figures[f"{size} MB"] = statistics.median(cpu), most[size]
        print(
            f"  {stored[size]} claims stored: {_spread(cpu)} ms a page of processor time, {_spread(wall)} by the clock; "
            f"{opened[size]:.0f} MB when opened, {most[size]:.0f} MB at most"
        )
    smallest, *_, largest = addresses
    for i, what in enumerate(("growth", "growth by the clock")):
        ratios = [
            statistics.median(t[i] for t in large) / statistics.median(t[i] for t in small)
            for small, large in zip(times[smallest], times[largest], strict=True)
        ]
        figures[what] = statistics.median(ratios)
        print(f"  {what}: {_spread(ratios)}, turn by turn")
    figures["memory growth"] = most[largest] / most[smallest]
    print(f"  of memory: {figures['memory growth']:.2f}")
    return figures


def _spread(values: Sequence[float]) -> str:
    """``11.5 (9.8 to 13.1)``: the median, and between which two values half of all lie."""
    low, middle, high = statistics.quantiles(values, n=4)
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"


def _address(place: str, seed: int, size: int) -> str:
    name = f"growth_{seed}_{size}"
    if "://" not in place:
        return str(Path(place) / f"{name}.sqlite")
    import psycopg

    with psycopg.connect(place, autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone():
            server.execute(f"CREATE DATABASE {name}")
    before, _, behind = place.partition("?")
    return f"{before.rpartition('/')[0]}/{name}" + (f"?{behind}" if behind else "")


def _pages(smallest: int, seed: int) -> Iterator[Record]:
    """The pages of a world in which the smallest calendar's are but the beginning."""
    return (told.record for told in World(seed, smallest // 100 + 300, per_day=1.0).pages())


def _filled(addresses: dict[int, str], seed: int) -> dict[int, int]:
    """Fills those of the calendars that are empty; the claims of each."""
    with ExitStack() as opened:
        stores = {size: opened.enter_context(open_calendar(address)) for size, address in addresses.items()}
        smallest, *_ = stores
        source, pages = stores[smallest], _pages(smallest, seed)
        if not source.count_pages():
            while source.count_claims() < smallest:
                source.add_all(list(islice(pages, _BATCH)), LEARNED)
        for size, store in stores.items():
            if not store.count_pages():
                tell_again(source, store, range(round(size / source.count_claims())))
                _settle(store)
        return {size: store.count_claims() for size, store in stores.items()}


def _settle(store: Store) -> None:
    """Has a server count on from here, and learn what it holds, which it would have in the time that adding takes."""
    with store.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT setval(pg_get_serial_sequence('page', 'seq'), max(seq)) FROM page"))
            connection.execute(text("ANALYZE"))


def _next_pages(addresses: dict[int, str], seed: int, count: int) -> list[Record]:
    """The next pages of the world that none of the calendars holds."""
    with ExitStack() as opened:
        stores = [opened.enter_context(open_calendar(address)) for address in addresses.values()]
        pages = _pages(min(addresses), seed)
        fresh = (r for r in pages if all(store.page(page_id(r)) is None for store in stores))
        return list(islice(fresh, count))


def _in_turns(
    addresses: dict[int, str], records: list[Record]
) -> tuple[dict[int, list[list[tuple[float, float]]]], dict[int, float], dict[int, float]]:
    """Adds the same records to every calendar, a few at a time in turn: (processor, clock) seconds of each page, turn
    by turn; the memory of each process when its calendar was open, and its most."""
    times: dict[int, list[list[tuple[float, float]]]] = {size: [] for size in addresses}
    opened, most = {}, {}
    with tempfile.NamedTemporaryFile() as file, ExitStack() as running:
        pickle.dump(records, file)
        file.flush()
        adders = {}
        for size, address in addresses.items():
            command = [sys.executable, "-c", _ADDER, address, file.name]
            adders[size] = running.enter_context(
                subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
            )
            opened[size] = ast.literal_eval(_answer(adders[size]))
        for turn in range(0, len(records), _TURN):
            # Nobody is always the first: what the others do to the machine's caches is shared out too.
            order = sorted(adders, reverse=turn // _TURN % 2 == 1)
            for size in order:
                found, most[size] = ast.literal_eval(_answer(adders[size], f"{turn} {turn + _TURN}\n"))
                if turn:
                    times[size].append(found)
    return times, opened, most


def _answer(adder: subprocess.Popen[str], asked: str = "") -> str:
    assert adder.stdin is not None
    assert adder.stdout is not None
    adder.stdin.write(asked)
    adder.stdin.flush()
    return adder.stdout.readline()
