"""The ledger against a generated world whose truth is known, and what adding and looking cost as a calendar grows.

    python benchmarks/ledger.py                     quality on 1,500 engagements (about 29,000 pages), some minutes
    python benchmarks/ledger.py --engagements 10000 the size that docs/ledger.md reports (about 195,000 pages)
    python benchmarks/ledger.py --growth 10000 100000 1000000    time per page at so many stored claims, in turns
    python benchmarks/ledger.py --as-of 100000      the whole calendar as of a day, with so many engagements
    python benchmarks/ledger.py --check             small sizes, against floors.toml: exit code 1 below a floor

Figures: B-cubed precision and recall of merging over reports (Bagga and Baldwin 1998); the share of true engagements
whose entry (the one with most of their reports) ends in the true status, ``unverified`` included.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from _floors import check
from as_of_calendar import fill
from growth import growth
from legation.ledger.amend import amend
from legation.ledger.dispatches import Signature, is_one_dispatch, signature
from legation.ledger.history import replay
from legation.ledger.policy import is_unverified
from legation.ledger.reports import Report, page_id, reports_of
from legation.ledger.shelf import MemoryShelf
from legation.records import State
from legation.rules.ledger import ledger_rules
from legation.store import open_calendar
from world import World

RULES = ledger_rules()
LEARNED = datetime(2030, 1, 1, tzinfo=UTC)


class Dispatches:
    """Recognises copies among pages that come in order, as the store does."""

    def __init__(self) -> None:
        self.bands: dict[int, list[tuple[date, str, Signature]]] = defaultdict(list)

    def of(self, page: str, text: str, day: date) -> str:
        signed = signature(text)
        found = page
        for band in signed.bands:
            near = self.bands[band]
            while near and (day - near[0][0]).days > 7:
                near.pop(0)
            for _, dispatch, other in near:
                if found == page and is_one_dispatch(signed, other):
                    found = dispatch
        for band in signed.bands:
            self.bands[band].append((day, found, signed))
        return found


def build(world: World) -> tuple[MemoryShelf, dict[str, int], int, float]:
    """The ledger of a world's pages in their order: shelf, true engagement by report, pages, seconds."""
    shelf, truth, dispatches, pages = MemoryShelf(RULES), {}, Dispatches(), 0
    began = time.perf_counter()
    for told in world.pages():
        page, article = page_id(told.record), told.record.article
        dispatch = dispatches.of(page, article.text, article.published or world.end)
        reports = reports_of(told.record, page=page, learned=world.end, dispatch=dispatch, rules=RULES)
        truth |= {report.id: true for report, true in zip(reports, told.truths, strict=True)}
        amendment = amend(shelf, reports, RULES)
        shelf.settle(amendment.roots, [r for r in reports if r.id in amendment.placed])
        pages += 1
    return shelf, truth, pages, time.perf_counter() - began


def quality(engagements: int, seed: int) -> dict[str, float]:
    """Merge precision and recall, and how often the final status is right."""
    world = World(seed, engagements)
    shelf, truth, pages, seconds = build(world)
    groups = [group for group in shelf.groups.values() if group]
    found = b_cubed(groups, truth)
    right, wrong = final_statuses(world, groups, truth)
    told = sum(1 for t in world.truths if t.id in set(truth.values()))
    found |= {
        "status": right / told,
        "engagements": told,
        "entries": len(groups),
        "pages": pages,
        "ms_per_page": 1e3 * seconds / pages,
    }
    print(f"generated world, seed {seed}: {pages} pages of {told} engagements -> {len(groups)} entries")
    print(
        f"  B-cubed precision {found['precision']:.4f}  recall {found['recall']:.4f}  final status {found['status']:.4f}"
    )
    print(f"  {found['ms_per_page']:.2f} ms a page in memory")
    print(
        "  statuses most often wrong (true -> ours): "
        + ", ".join(f"{a} -> {b} {n}" for (a, b), n in wrong.most_common(6))
    )
    return found


def b_cubed(groups: Iterable[list[Report]], truth: dict[str, int]) -> dict[str, float]:
    """Precision and recall averaged over reports; a report in no group is alone."""
    sizes = Counter(truth.values())
    precision = recall = placed = 0.0
    for group in groups:
        for true, n in Counter(truth[r.id] for r in group).items():
            precision += n * n / len(group)
            recall += n * n / sizes[true]
        placed += len(group)
    alone = len(truth) - placed
    recall += sum(1 / sizes[true] for true in list(truth.values())[: int(alone)])
    return {"precision": (precision + alone) / len(truth), "recall": recall / len(truth)}


def final_statuses(
    world: World, groups: list[list[Report]], truth: dict[str, int]
) -> tuple[int, Counter[tuple[str, str]]]:
    best: dict[int, tuple[int, list[Report]]] = {}
    for group in groups:
        for true, n in Counter(truth[r.id] for r in group).items():
            if n > best.get(true, (0, []))[0]:
                best[true] = (n, group)
    wrong: Counter[tuple[str, str]] = Counter()
    right = 0
    for true, (_, group) in best.items():
        state: State = replay(group, entry="", rules=RULES)[-1].state
        status = "unverified" if is_unverified(state, world.end, RULES) else state.status
        final = world.truths[true].final
        right += status == final
        if status != final:
            wrong[(final, status)] += 1
    return right, wrong


def as_of(engagements: int, address: str, short: int) -> float:
    """Seconds of processor time for the whole calendar, as of the last day, of one in the middle, and as learned by a
    moment; the most of their medians of seven. A server's own time is not in it, so the clock is printed too."""
    last, middle, learned = date(2024, 2, 1), date(2021, 6, 1), datetime(2025, 1, 1, tzinfo=UTC)
    most = 0.0
    with open_calendar(address) as store:
        if not store.count():
            fill(store, engagements, short)
        for words, said, by in (
            (f"said by {last}", last, None), (f"said by {middle}", middle, None), (f"learned by {learned:%F}", None, learned),
            ("both", middle, learned),
        ):  # fmt: skip
            times = []
            for _ in range(7):
                began, wall = time.process_time(), time.perf_counter()
                count = len(store.entries(as_of=said, learned_by=by))
                times.append((time.process_time() - began, time.perf_counter() - wall))
            cpu, clock = (statistics.median(t) for t in zip(*times, strict=True))
            most = max(most, cpu)
            print(
                f"  {words}: {count} of {engagements} engagements in {cpu:.2f} s of processor time, {clock:.2f} s by the clock"
            )
    return most


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engagements", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--growth", type=int, nargs="+")
    parser.add_argument("--as-of", type=int)
    parser.add_argument("--short", type=int, default=0, help="of a hundred people, how many have but a surname there")
    parser.add_argument("--calendar", help="where as-of is measured; else a temporary SQLite file")
    parser.add_argument(
        "--calendars", help="where growth is measured and its calendars stay: a folder or a PostgreSQL server's address"
    )
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = arguments.calendar or str(Path(folder) / "calendar.sqlite")
        if arguments.growth:
            figures = growth(arguments.growth, arguments.seed, arguments.calendars or folder)
        elif arguments.as_of:
            figures = {"as_of_seconds": as_of(arguments.as_of, address, arguments.short)}
        else:
            figures = quality(300 if arguments.check else arguments.engagements, arguments.seed)
            if arguments.check:
                figures["flatness"] = 1 / growth([2_000, 12_000], arguments.seed, folder)["growth"]
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return check("ledger", figures) if arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
