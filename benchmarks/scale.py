"""Pages a second and core, from a raw crawl to stored claims, by stage, beside reading everything.

    python benchmarks/scale.py [--check] [--pages N] [--share 0.03] [--sample N] [--processes 1 2]
                               [--rounds 1] [--grow 1000 10000 100000]

The crawl is generated: real pages of the article-extraction reference set in their full weight for "anything", and for
the diplomatic share the White House read-outs in the markup of such pages. Each page is made different by a number in
its paragraphs. Real pages that report an engagement when read in full are left out of "anything", so that the share
is what it says; before that, they and the read-outs show what the funnel loses against reading everything.

Compared, in the same run and on a sample of the same crawl: (a) trafilatura and bare spaCy on everything,
(b) newspaper4k and bare spaCy on everything. Figures are processor seconds of one core (the machine may be shared),
with the clock beside them; memory is the largest worker's peak. Starting (a backfill of one small page a process) is
inside Legation's figures and given apart too, and so is what the machine itself makes of several processes: a plain loop
in each, which shares nothing. Of ``--rounds`` each takes all numbers of processes by turns. ``--grow`` instead reads
ever larger crawls of pages below ``--largest`` KB, and gives the largest worker's memory at each quarter of the way.
``--check`` compares with ``[scale]`` in floors.toml: pages a second and core as a multiple of (a)'s, the share of
engagements that the funnel keeps, and the share of pages that its gate keeps out.
Without the reference sets it says so and exits 0.
"""

from __future__ import annotations

import argparse
import concurrent.futures
import contextlib
import gzip
import importlib.util
import json
import logging
import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from _floors import check

if TYPE_CHECKING:
    from legation.batch.worker import Piece
    from legation.records import Engagement

GOLD = Path(os.environ.get("LEGATION_GOLD", Path(__file__).parents[2] / "shared" / "gold"))


def anything() -> list[str]:
    """Real pages, as they were served."""
    folder = GOLD / "data" / "article-extraction" / "html"
    return [gzip.decompress(p.read_bytes()).decode("utf-8", "replace") for p in sorted(folder.glob("*.html.gz"))]


def diplomatic() -> list[tuple[str, str]]:
    """(text, day) of read-outs that name another country."""
    with gzip.open(GOLD / "data" / "readouts.jsonl.gz") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row["text"], row["date"][:10]) for row in rows if row.get("countries_in_title")]


def compared(pages: list[str]) -> tuple[list[set[object]], list[set[object]]]:
    """For each page its engagements between two parties that are named by state or body (kind, status, who, host), read
    in full and read through the funnel."""
    from legation.batch import through
    from legation.parse import default_parser
    from legation.records import Page

    found: tuple[list[set[object]], list[set[object]]] = ([], [])
    for markup in pages:
        for gated, kept in zip((False, True), found, strict=True):
            record = through(Page(source="page", text=markup, media_type="html"), default_parser(), gated=gated).record
            engagements = [e for e in (record.engagements if record else ()) if len(sides(e)) > 1]
            kept.append({(e.kind, e.status, who(e), e.host_country) for e in engagements})
    return found


def sides(engagement: Engagement) -> set[str]:
    """The states and bodies it is between, its host among them."""
    named = {p.country or p.organisation for p in engagement.participants} | {engagement.host_country}
    return {name for name in named if name}


def who(engagement: Engagement) -> frozenset[object]:
    """The participants, in no order."""
    return frozenset((p.name, p.country, p.organisation) for p in engagement.participants)


def losses(pages: list[str], releases: list[str]) -> tuple[list[str], float]:
    """Says what the funnel loses; returns the pages that report no engagement when read in full, and the share of
    engagements that is kept."""
    print("| what the funnel loses | pages | engagements read in full | of these lost | pages that lose all |")
    print("|---|---|---|---|---|")
    without, read, missed = [], 0, 0
    for what, group in (("real pages", pages), ("read-outs", releases)):
        full, gated = compared(group)
        total, lost = sum(map(len, full)), sum(len(a - b) for a, b in zip(full, gated, strict=True))
        read, missed = read + total, missed + lost
        gone = sum(bool(a) and not b for a, b in zip(full, gated, strict=True))
        print(f"| {what} | {len(group)} | {total} | {lost} | {gone} |")
        if what == "real pages":
            without = [markup for markup, found in zip(group, full, strict=True) if not found]
    return without, 1 - missed / max(1, read)


def crawl(count: int, share: float, pages: list[str], seed: int = 7) -> Iterator[tuple[str, str]]:
    """(address, page), ``share`` of them diplomatic, the rest out of ``pages``."""
    rng = random.Random(seed)
    releases = diplomatic()
    for i in range(count):
        markup = rng.choice(pages)
        if rng.random() < share:
            text, day = rng.choice(releases)
            yield f"https://news.example.org/{day}/{i}", dressed(markup, text, day, i)
        else:
            at = markup.find("<p")
            yield f"https://news.example.org/{i}", f"{markup[:at]}<p>Number {i}.</p>{markup[at:]}"


def dressed(markup: str, text: str, day: str, number: int) -> str:
    """A read-out in the weight of a real page: its head and scripts before, and a plain article after."""
    head = markup[: markup.find("<body")] or "<html><head></head>"
    scripts = "".join(f"<script>{piece}" for piece in markup.split("<script")[1:4])
    body = "".join(f"<p>{line.strip()}</p>" for line in text.splitlines() if line.strip())
    about = f'<meta property="article:published_time" content="{day}">'
    return (
        f"<html><head><title>Release {number}</title>{about}</head><body><div hidden>{scripts}</div>"
        f"<article><h1>Release {number}</h1>{body}<p>Release number {number} of the office.</p></article>"
        f"<!-- {head} --></body></html>"
    )


def write_warc(path: Path, pages: Iterator[tuple[str, str]]) -> int:
    """A WARC of CC-NEWS' layout, one gzip member a record; returns its bytes before compression."""
    total = 0
    with path.open("wb") as file:
        for i, (url, markup) in enumerate(pages):
            body = markup.encode("utf-8", "replace")
            total += len(body)
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{i:012d}>\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + http + b"\r\n\r\n", 4))
    return total


class Spent:
    """Processor seconds of this process and of all that it started, whoever started them for it: what a server forks is
    no child of ours, and is not among those that the system counts for us."""

    def __init__(self) -> None:
        self._own, self._others = time.process_time(), dict[int, float]()

    def look(self) -> None:
        """Notes what those that run now have spent; what one spends after the last look is not counted."""
        for process in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.Error):
                times = process.cpu_times()
                self._others[process.pid] = times.user + times.system

    @property
    def own(self) -> float:
        return time.process_time() - self._own

    @property
    def seconds(self) -> float:
        return self.own + sum(self._others.values())


def peak(figure: str = "VmHWM") -> float:
    """The largest worker's peak so far, or what it holds now (``VmRSS``), in MB (0 where the system does not tell)."""
    found = [0.0]
    for process in multiprocessing.active_children():
        with contextlib.suppress(OSError, ValueError, IndexError):
            status = Path(f"/proc/{process.pid}/status").read_text()
            found.append(float(status.partition(f"{figure}:")[2].split()[0]) / 1024)
    return max(found)


def legation(files: list[Path], processes: int, folder: Path) -> dict[str, float]:
    """A whole backfill in a process of its own, worker start and model loading included."""
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=context) as alone:
        return alone.submit(_legation, files, processes, folder).result()


def _legation(files: list[Path], processes: int, folder: Path) -> dict[str, float]:
    from legation.batch import backfill, shards
    from legation.store import open_calendar

    began, spent = time.perf_counter(), Spent()
    peaks, held, done = [0.0], [(0, 0.0)], 0

    def told(piece: Piece) -> None:
        nonlocal done
        done += piece.counts.get("seen", 0)
        spent.look()
        peaks.append(peak())
        held.append((done, peak("VmRSS")))

    with open_calendar(str(folder / f"{processes}-{time.monotonic_ns()}.sqlite")) as store:
        wanted = shards([str(f) for f in files])
        totals = backfill(store, wanted, processes=processes, told=told)
    seen = totals.counts["seen"]
    return {
        "pages": seen,
        "clock": time.perf_counter() - began,
        "cpu": spent.seconds,
        "writer": spent.own,
        "memory": max(peaks),
        **{f"held {k}/4": max((m for n, m in held if n <= seen * k / 4), default=0.0) for k in (1, 2, 3, 4)},
        **{name: float(count) for name, count in totals.counts.items()},
    }


def start(processes: int, folder: Path) -> float:
    """Seconds of a backfill of one small page a process."""
    files = [folder / f"small-{i}.txt.warc" for i in range(processes)]
    for file in files:
        write_warc(file, iter([("https://news.example.org/small", "<p>The minister arrived on Monday.</p>")]))
    return legation(files, processes, folder)["clock"]


def loop(seconds: float) -> int:
    """Rounds of a plain loop within ``seconds``."""
    until, rounds = time.perf_counter() + seconds, 0
    while time.perf_counter() < until:
        sum(range(100_000))
        rounds += 1
    return rounds


def ceiling(processes: Sequence[int], rounds: int = 5) -> list[float]:
    """What the machine itself makes of so many ``processes``: rounds a second of a plain loop in each of them together,
    over those of one; the median of several turns."""
    found: list[list[float]] = []
    with multiprocessing.get_context("spawn").Pool(max(processes)) as pool:
        pool.map(loop, [0.1] * max(processes), chunksize=1)
        for _ in range(rounds):
            alone, *others = (sum(pool.map(loop, [1.0] * n, chunksize=1)) for n in (1, *processes))
            found.append([other / alone for other in others])
    return [statistics.median(ratios) for ratios in zip(*found, strict=True)]


def bare(files: list[Path], count: int, text_of: Callable[[str], str | None]) -> dict[str, float]:
    """An extractor and bare spaCy on the first ``count`` pages; the model is loaded before the clock starts."""
    from legation.batch.warc import warc_pages
    from legation.parse._spacy import PIPELINES
    from legation.records import Page

    name = next(p for p in PIPELINES if importlib.util.find_spec(p))
    nlp = importlib.import_module(name).load()
    nlp("A sentence, to be warm.")
    pages = [p for p in warc_pages(str(files[0])) if isinstance(p, Page)][:count]
    began, cpu = time.perf_counter(), time.process_time()
    for page in pages:
        try:
            text = text_of(page.text or "")
        # Each library fails in its own ways.
        except Exception:
            text = None
        if text:
            nlp(text[:100_000])
    return {"pages": len(pages), "clock": time.perf_counter() - began, "cpu": time.process_time() - cpu}


def by_newspaper(markup: str) -> str | None:
    from newspaper import Article

    page = Article("https://example.org/", language="en", fetch_images=False)
    page.download(input_html=markup)
    page.parse()
    return str(page.text)


def by_trafilatura(markup: str) -> str | None:
    import trafilatura

    return trafilatura.extract(markup, include_comments=False)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=int, default=2000)
    options.add_argument("--share", type=float, default=0.03)
    options.add_argument("--sample", type=int, default=100, help="pages that (a) and (b) read")
    options.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    options.add_argument("--rounds", type=int, default=1, help="times that Legation reads the crawl")
    options.add_argument("--files", type=int, default=16, help="files that the crawl stands in")
    options.add_argument("--grow", type=int, nargs="+", help="crawls of so many pages, one after the other")
    options.add_argument("--largest", type=float, default=60.0, help="KB of the pages that --grow takes")
    options.add_argument("--check", action="store_true")
    arguments = options.parse_args()
    if not (GOLD / "data" / "article-extraction").is_dir():
        print(f"scale: no reference set in {GOLD}, nothing measured")
        return 0
    logging.disable(logging.CRITICAL)
    if arguments.grow:
        grow(arguments.grow, arguments.share, arguments.largest, arguments.processes)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{i}.warc.gz" for i in range(arguments.files)]
        size = 0
        pages = anything()
        releases = [dressed(pages[i % len(pages)], *r, i) for i, r in enumerate(diplomatic()[::7])]
        without, kept = losses(pages, releases)
        made = list(crawl(arguments.pages, arguments.share, without))
        for i, file in enumerate(files):
            size += write_warc(file, iter(made[i :: len(files)]))
        print(
            f"{arguments.pages:,} pages, {size / arguments.pages / 1e3:.0f} KB each, {arguments.share:.0%} diplomatic"
        )
        print(
            "| what | pages | pages/s and core | seconds (clock) | pages/s (clock) | of the cores | the writer's | MB |"
        )
        print("|---|---|---|---|---|---|---|---|")
        legations = [[legation(files, n, folder) for n in arguments.processes] for _ in range(arguments.rounds)]
        rows = {f"legation, {n} process(es)": row for n, row in zip(arguments.processes, legations[0], strict=True)}
        for k, more in enumerate(legations[1:], 2):
            turn = zip(arguments.processes, more, strict=True)
            rows |= {f"legation, {n} process(es), round {k}": row for n, row in turn}
        rows["(a) trafilatura + bare spaCy"] = bare(files, arguments.sample, by_trafilatura)
        if importlib.util.find_spec("newspaper"):
            rows["(b) newspaper4k + bare spaCy"] = bare(files, arguments.sample, by_newspaper)
        else:
            print("newspaper4k: not installed, not measured", file=sys.stderr)
        for what, row in rows.items():
            print(
                f"| {what} | {row['pages']:.0f} | {row['pages'] / row['cpu']:.1f} | {row['clock']:.1f} "
                f"| {row['pages'] / row['clock']:.1f} | {row['cpu'] / row['clock']:.2f} "
                f"| {row.get('writer', 0) / row['cpu']:.0%} | {row.get('memory', 0):.0f} |"
            )
        growth(arguments.processes, legations, folder)
        first = rows[f"legation, {arguments.processes[0]} process(es)"]
        stages(first)
    other = rows["(a) trafilatura + bare spaCy"]
    over = first["pages"] / first["cpu"] / (other["pages"] / other["cpu"])
    out = 1 - first.get("gate", 0) / first["seen"]
    print(f"\n{over:.1f} times (a); {kept:.1%} of engagements kept; {out:.1%} of pages kept out at the gate")
    figures = {"over_trafilatura_spacy": over, "engagements_kept": kept, "kept_out_at_the_gate": out}
    return check("scale", figures) if arguments.check else 0


def growth(processes: list[int], rounds: list[list[dict[str, float]]], folder: Path) -> None:
    """What more processes gain over the first number of them, beside what the machine has to give."""
    print("\n| processes | pages/s (clock) over the first row's, by rounds | a plain loop's | starting, s |")
    print("|---|---|---|---|")
    for i, (n, most) in enumerate(zip(processes, ceiling(processes), strict=True)):
        gains = (row[0]["clock"] / row[i]["clock"] for row in rounds)
        print(f"| {n} | {', '.join(f'{gain:.2f}' for gain in gains)} | {most:.2f} | {start(n, folder):.1f} |")


def grow(counts: list[int], share: float, largest: float, processes: list[int]) -> None:
    """Ever larger crawls of small pages: speed, and whether memory stays."""
    from legation.batch import through
    from legation.parse import default_parser
    from legation.records import Page

    pages = [page for page in anything() if len(page) < 1e3 * largest]
    made = (through(Page(source="page", text=page, media_type="html"), default_parser()) for page in pages)
    pages = [page for page, found in zip(pages, list(made), strict=True) if found.record is None]
    print(f"{len(pages)} different pages below {largest:g} KB, {share:.0%} diplomatic\n")
    print("| pages | processes | pages/s and core | pages/s (clock) | kept | MB at 1/4 | 1/2 | 3/4 | end | peak |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            files = [Path(name) / f"{i}.warc.gz" for i in range(4)]
            for i, file in enumerate(files):
                write_warc(file, (page for k, page in enumerate(crawl(count, share, pages)) if k % 4 == i))
            for n in processes:
                row = legation(files, n, Path(name))
                memory = " | ".join(f"{row[f'held {k}/4']:.0f}" for k in (1, 2, 3, 4))
                print(
                    f"| {row['pages']:,.0f} | {n} | {row['pages'] / row['cpu']:.1f} | {row['pages'] / row['clock']:.1f} "
                    f"| {row.get('kept', 0):,.0f} | {memory} | {row['memory']:.0f} |",
                    flush=True,
                )


def stages(row: dict[str, float]) -> None:
    """What each stage let through and cost."""
    from legation.batch import STAGES

    print("\n| stage | pages in | let through | ms a page in | seconds |\n|---|---|---|---|---|")
    before = row["seen"]
    for stage in STAGES:
        spent = row.get(f"{stage} us", 0.0)
        each = spent / 1e3 / max(1, before)
        print(f"| {stage} | {before:.0f} | {row.get(stage, 0):.0f} | {each:.2f} | {spent / 1e6:.1f} |")
        before = row.get(stage, 0)


if __name__ == "__main__":
    sys.exit(main())
