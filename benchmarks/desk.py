"""The desk at size: time and weight of each kind of page, and a minute of load, over a generated calendar.

    python benchmarks/desk.py --engagements 100000 --calendar /tmp/desk-bench.sqlite [--seconds 60] [--workers 2]

Fills the calendar if the file is not there (ten claims an engagement), serves it with ``legation serve``, asks each kind
of page for things not asked before (so that the page cache does not answer), then lets ``wrk`` (Debian's package) ask a
mix of addresses for a while and watches the servers' memory. Prints one table; exits 1 where a promise is broken.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter, sleep
from typing import Any
from urllib.parse import quote

import httpx
import psutil
from sqlalchemy import insert

from legation.records import (
    ArticleRecord,
    Change,
    Claim,
    Dates,
    Entry,
    ReaderStamp,
    Record,
    Speaker,
    State,
    Statement,
    Who,
)
from legation.store import open_calendar, schema
from legation.store._entries import name_rows, people_text, side_rows, sort_day
from legation.store._json import moment, text_of

PROMISED_MS, PROMISED_BYTES, PROMISED_RATE = 50.0, 100_000, 200.0
CODES = [
    "US", "CN", "RU", "FR", "DE", "GB", "JP", "IN", "BR", "ZA", "ID", "TR", "SA", "IR", "IL", "EG", "UA", "PL", "IT", "ES",
    "KR", "AU", "CA", "MX", "NG", "KE", "ET", "PK", "VN", "TH",
]  # fmt: skip
GIVEN = [
    "Ada", "Bela", "Cyril", "Dora", "Emil", "Fania", "Georg", "Hana", "Igor", "Jana", "Karl", "Lena", "Milan", "Nora", "Otto",
    "Petra", "Rosa", "Stefan", "Tara", "Ugo",
]  # fmt: skip
STEMS = ("Bor", "Dal", "Kest", "Lind", "Mar", "Nov", "Per", "Qod", "Ros", "Tem")
FAMILY = [stem + end for stem in STEMS for end in ("in", "ov", "ström", "ez")]
KINDS = ("visit", "meeting", "call", "talks")
STATUSES = ("announced", "expected", "held", "held", "held", "postponed", "cancelled", "proposed")
TODAY = date.today()
_RECORD = text_of(Record(article=ArticleRecord(text=""), reader=ReaderStamp("0", "0", "generated")))


def fill(path: Path, count: int) -> None:
    """Writes ``count`` engagements with two pages and ten claims each straight into the tables."""
    chance = random.Random(20310512)
    with open_calendar(str(path)) as store:
        for first in range(0, count, 5000):
            with store.writing() as connection:
                rows: dict[Any, list[dict[str, Any]]] = {}
                for number in range(first, min(first + 5000, count)):
                    for table, row in _engagement(number, chance):
                        rows.setdefault(table, []).append(row)
                for table in (schema.page, schema.entry, schema.entry_side, schema.entry_name, schema.report,
                              schema.claim, schema.revision, schema.statement):  # fmt: skip
                    connection.execute(insert(table), rows[table])
            print(f"\r{min(first + 5000, count):,} engagements", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)


def _engagement(number: int, chance: random.Random) -> Iterator[tuple[Any, dict[str, Any]]]:
    name = f"e{number:011d}"
    one, other = chance.sample(CODES, 2) if chance.random() < 0.5 else ("US", chance.choice(CODES[1:]))
    people = tuple(
        Who(name=f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}", office="Foreign Minister", country=c, role=r)  # type: ignore[arg-type]
        for c, r in ((one, "traveller"), (other, "host"))
    )
    day = TODAY + timedelta(chance.randint(-900, 200))
    status = chance.choice(STATUSES) if day >= TODAY else chance.choice(("held", "held", "cancelled", "announced"))
    when = None if chance.random() < 0.05 else Dates(words="that day", earliest=day, latest=day, precision="day")
    state = State(kind=chance.choice(KINDS), status=status, participants=people, host_country=other, place="Capital",
                  when=when, topics=("trade",))  # type: ignore[arg-type]  # fmt: skip
    said = sorted(min(day, TODAY) - timedelta(chance.randint(1, 60)) for _ in range(2))
    learned = [
        datetime.combine(d, time(), UTC) + timedelta(seconds=s)
        for d, s in zip(said, sorted(chance.sample(range(86_400), 2)), strict=True)
    ]
    entry = Entry(id=name, state=state, first_said=said[0], last_said=said[1])
    yield schema.entry, {
        "id": name, "sequence": 1, "body": text_of(state), "kind": state.kind, "status": status,
        "earliest": day.isoformat() if when else None, "latest": day.isoformat() if when else None,
        "people": people_text(entry.state), "sources": 2, "pages": 2, "outlets": '["Wire","Post"]',
        "first_said": said[0].isoformat(), "last_said": said[1].isoformat(), "learned": moment(learned[0]),
        "updated": moment(learned[1]), "sort_day": sort_day(state),
        "revision": 1, "revised_on": said[1].isoformat(),
    }  # fmt: skip
    for row in side_rows(name, state):
        yield schema.entry_side, row
    for row in name_rows(name, state):
        yield schema.entry_name, row
    for i in range(2):
        yield from _page(number * 2 + i + 1, name, state, said[i], learned[i], chance)


def _page(
    seq: int, entry: str, state: State, said: date, learned: datetime, chance: random.Random
) -> Iterator[tuple[Any, dict[str, Any]]]:
    number = (seq - 1) % 2
    page, report = (f"{letter}{(seq - 1) // 2:010d}{number}" for letter in "pr")
    who = state.participants[0]
    text = f"{who.name} of {who.country} will travel to the capital, an official said. " + " ".join(
        chance.choice(FAMILY).lower() for _ in range(60)
    )
    yield schema.page, {
        "seq": seq, "id": page, "url": f"https://wire.example/{page}", "title": f"{who.name} and the capital", "site": "Wire",
        "said_on": said.isoformat(), "published": said.isoformat(), "learned": moment(learned), "dispatch": page,
        "text": text, "body": _RECORD, "rules": "0", "model": "generated",
    }  # fmt: skip
    yield schema.report, {"id": report, "page": page, "page_seq": seq, "number": 0, "said_on": said.isoformat(),
                          "root": entry, "entry": entry, "body": "{}", "score": 1.0, "reasons": "{}"}  # fmt: skip
    words = text[: text.index(",")]
    for field, value in (("status", state.status), ("kind", state.kind), ("place", "Capital"),
                         ("participant", str(who.name)), ("host_country", str(state.host_country))):  # fmt: skip
        claim = Claim(
            id=f"{report}.{field}", report=report, page=page, field=field, value=value, said_on=said, learned=learned,  # type: ignore[arg-type]
            start=0, end=len(words), words=words, speaker=Speaker(name="An Official", country=who.country),
        )  # fmt: skip
        yield schema.claim, {"id": claim.id, "report": report, "page": page, "field": field, "value": value, "start": 0,
                             "stop": len(words), "body": text_of(claim)}  # fmt: skip
    change = (Change(field="status", before=None, after=state.status, claim=f"{report}.status"),)
    yield schema.revision, {
        "entry": entry, "number": number, "learned": moment(learned), "said_on": said.isoformat(), "superseded": None,
        "body": text_of(state), "changes": text_of(change), "claims": text_of((f"{report}.status",)),
    }  # fmt: skip
    statement = Statement(speaker=Speaker(name="An Official", country=who.country), kind="indirect", content=words,
                          start=0, end=len(words))  # fmt: skip
    yield schema.statement, {"page": page, "number": 0, "speaker": "An Official", "country": who.country,
                             "said_on": said.isoformat(), "body": text_of(statement)}  # fmt: skip


def kinds(count: int, chance: random.Random) -> dict[str, Iterator[str]]:
    """For each kind of page, addresses that differ each time."""

    def many(make: Any) -> Iterator[str]:
        while True:
            yield make()

    def number() -> int:
        return chance.randrange(count)

    def code() -> str:
        return chance.choice(CODES)

    names = [f"{g} {f}" for g in GIVEN for f in FAMILY]
    nothing = iter(range(10**9))
    return {
        "home": many(lambda: f"/?x={next(nothing)}"),
        "calendar": many(
            lambda: f"/calendar?month=20{chance.randint(24, 27)}-{chance.randint(1, 12):02d}&country={code()}"
        ),
        "list": many(lambda: f"/engagements?country={code()}&since={TODAY - timedelta(chance.randrange(800))}"),
        "engagement": many(lambda: f"/engagements/e{number():011d}"),
        "article": many(lambda: f"/articles/p{number():010d}0"),
        "sections": many(lambda: f"/sections?x={next(nothing)}"),
        "country": many(lambda: f"/countries/{code()}?x={next(nothing)}"),
        "pair": many(lambda: "/countries/{}/{}?x={}".format(*sorted(chance.sample(CODES, 2)), next(nothing))),
        "person": many(lambda: f"/people/{quote(chance.choice(names))}?x={next(nothing)}"),
        "search": many(lambda: f"/search?q={quote(chance.choice(FAMILY))}+{chance.choice(GIVEN)}&x={next(nothing)}"),
        "ics of a country": many(
            lambda: f"/feeds/engagements.ics?country={code()}&since={TODAY - timedelta(chance.randrange(300))}"
        ),
        "atom of a country": many(lambda: f"/feeds/engagements.atom?country={code()}&x={next(nothing)}"),
        "api list": many(
            lambda: f"/api/v1/engagements?country={code()}&since={TODAY - timedelta(chance.randrange(800))}"
        ),
    }


def measure(base: str, count: int, rounds: int, server: psutil.Process) -> bool:
    """Prints the table of pages; whether every page kept the promise. The processor's time is the servers' own, which
    other work on this machine does not lengthen; the median is what a reader waited."""
    chance = random.Random(1)
    kept = True
    print(f"{'page':20} {'median ms':>10} {'p90 ms':>8} {'cpu ms':>8} {'most bytes':>11}")
    with httpx.Client(base_url=base, timeout=60, headers={"Accept-Encoding": "identity"}) as client:
        for name, addresses in kinds(count, chance).items():
            times, sizes = [], []
            client.get(next(addresses))
            worked = cpu(server)
            for _ in range(rounds):
                begun = perf_counter()
                answer = client.get(next(addresses))
                times.append((perf_counter() - begun) * 1000)
                if answer.status_code not in (200, 404):
                    raise SystemExit(f"{answer.request.url}: {answer.status_code}")
                sizes.append(len(answer.content))
            median = statistics.median(times)
            is_page = not name.startswith(("ics", "atom", "api"))
            is_kept = median < PROMISED_MS and (not is_page or max(sizes) < PROMISED_BYTES)
            kept = kept and (is_kept or not is_page)
            worked = (cpu(server) - worked) / rounds * 1000
            ninth = sorted(times)[int(len(times) * 0.9)]
            print(
                f"{name:20} {median:10.1f} {ninth:8.1f} {worked:8.1f} {max(sizes):11,}{'' if is_kept else '  over'}",
                flush=True,
            )
    return kept


def warm(base: str, count: int, server: psutil.Process) -> None:
    """What a page costs that is finished already: the processor's time over a few thousand answers."""
    address = next(kinds(count, random.Random(3))["country"])
    httpx.get(base + address)
    found = _wrk(base + address, 4, 5)
    worked = cpu(server)
    found = _wrk(base + address, 4, 5)
    total = int(re.search(r"(\d+) requests in", found).group(1))  # type: ignore[union-attr]
    print(f"a finished page: {(cpu(server) - worked) / total * 1000:.2f} ms of the processor, {total / 5:,.0f} a second")


def _wrk(address: str, connections: int, seconds: int, *more: str) -> str:
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "--latency", *more, address]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def load(base: str, count: int, seconds: int, server: psutil.Process) -> bool:
    """A mix of 3,000 addresses from 16 connections; whether it kept up, without an error, with flat memory."""
    chance = random.Random(2)
    pools = kinds(count, chance)
    weights = {"engagement": 30, "article": 15, "list": 10, "country": 10, "home": 10, "calendar": 5, "pair": 5,
               "person": 5, "search": 5, "atom of a country": 3, "api list": 2}  # fmt: skip
    addresses = [next(pools[n]) for n in chance.choices(list(weights), list(weights.values()), k=3000)]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "mix.lua"
        listed = ",".join(f'"{a}"' for a in addresses)
        script.write_text(
            f"local paths = {{{listed}}}\nlocal n = math.random(#paths)\n"
            "request = function() n = n % #paths + 1; return wrk.format('GET', paths[n]) end\n"
        )
        before, worked = memory(server), cpu(server)
        found = _wrk(base, 16, seconds, "-s", str(script))
    after = memory(server)
    total = int(re.search(r"(\d+) requests in", found).group(1))  # type: ignore[union-attr]
    print(found)
    print(f"processor time a request: {(cpu(server) - worked) / total * 1000:.1f} ms")
    print(f"memory of the servers: {before / 1e6:.0f} MB before, {after / 1e6:.0f} MB after")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", found).group(1))  # type: ignore[union-attr]
    errors = re.search(r"Non-2xx or 3xx responses: (\d+)", found)
    return rate >= PROMISED_RATE and "Socket errors" not in found and errors is None


def cpu(server: psutil.Process) -> float:
    times = [p.cpu_times() for p in (server, *server.children(recursive=True))]
    return sum(t.user + t.system for t in times)


def memory(server: psutil.Process) -> int:
    return sum(p.memory_info().rss for p in (server, *server.children(recursive=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engagements", type=int, default=100_000)
    parser.add_argument("--calendar", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=41)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--port", type=int, default=8097)
    given = parser.parse_args()
    if not given.calendar.exists():
        fill(given.calendar, given.engagements)
    print(
        f"{given.engagements:,} engagements, {given.calendar.stat().st_size / 1e9:.2f} GB; "
        f"load average {psutil.getloadavg()[0]:.1f}"
    )
    command = [sys.executable, "-m", "legation", "serve", "--calendar", str(given.calendar), "--port", str(given.port),
               "--workers", str(given.workers)]  # fmt: skip
    base = f"http://127.0.0.1:{given.port}"
    # Pages are measured as they are made, without the cache of finished ones; the load is what readers ask, with it.
    with _serving([*command, "--cache-mb", "0"], base) as server:
        kept = measure(base, given.engagements, given.rounds, server)
    with _serving(command, base) as server:
        warm(base, given.engagements, server)
        print(f"\nfrom an empty cache, for {given.seconds} seconds (load average {psutil.getloadavg()[0]:.1f}):")
        load(base, given.engagements, given.seconds, server)
        print(f"the same addresses again (load average {psutil.getloadavg()[0]:.1f}):")
        kept = load(base, given.engagements, given.seconds, server) and kept
    sys.exit(0 if kept else 1)


@contextmanager
def _serving(command: list[str], base: str) -> Iterator[psutil.Process]:
    with subprocess.Popen(command) as server:
        try:
            _wait_for(base)
            yield psutil.Process(server.pid)
        finally:
            server.terminate()


def _wait_for(base: str) -> None:
    for _ in range(200):
        try:
            httpx.get(f"{base}/robots.txt")
            return
        except httpx.TransportError:
            sleep(0.1)
    raise SystemExit("the server did not start")


if __name__ == "__main__":
    main()
