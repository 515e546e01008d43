"""Whole short pages in the genres of the trade: which engagements are found, which are false, and whose status, host and day are right.

``python benchmarks/grids/pages.py [PART_OF_A_GENRE]``: what is missed, false or wrong page by page, then the shares.
The rows of ``pages.toml`` are matched as ``engagements.py`` matches those of annotated pages.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from engagements import brief, dates_right, pairs, record

PUBLISHED = "2025-03-12"
PAGES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "pages.toml").read_text(encoding="utf-8"))["page"]


def wanted(row: str) -> dict[str, Any]:
    """One row of ``told``: "visit EE+FI @FI announced 03-14"."""
    optional = row.startswith("?")
    kind, states, host, status, days = row.lstrip("? ").split()
    return {
        "kind": kind,
        "countries": states.replace("_", " ").split("+"),
        "host_country": None if host == "@-" else host[1:],
        "status": status.split("/")[0],
        "status_ok": status.split("/")[1:],
        "optional": optional,
        "when": _when(days.split("|")[0]),
        "when_ok": [{"status": status, "when": _when(other)} for other in days.split("|")[1:]],
    }


def _when(days: str) -> dict[str, str | None]:
    if days == "-":
        return {"earliest": None, "latest": None, "precision": "none"}
    first, _, last = days.lstrip("~").partition("..")
    full = [f"{PUBLISHED[:5]}{day}" if len(day) == 5 else day for day in (first, last or first)]
    return {"earliest": full[0], "latest": full[1], "precision": _precision(days)}


def _precision(days: str) -> str:
    """Of days: "~" a window, a whole month "05-01..05-31", else days."""
    if days.startswith("~"):
        return "window"
    return "month" if re.fullmatch(r".*-01\.\..*-(28|30|31)", days) else "day"


def measure(only: str = "") -> tuple[Counter[str], list[str]]:
    """How many engagements are expected, found, false, and how many of the found have their status, host and days; and what is wrong."""
    total: Counter[str] = Counter()
    lines: list[str] = []
    for page in PAGES:
        if only not in page["genre"]:
            continue
        want = [wanted(row) for row in page["told"]]
        got = list(record(page["text"].strip(), PUBLISHED, page.get("address"))["engagements"])
        here = _compare(want, got, total)
        lines += [f"== {page['genre']}: {page['text'].strip().splitlines()[0]}", *here] if here else []
    return total, lines


def _compare(want: list[dict[str, Any]], got: list[dict[str, Any]], total: Counter[str]) -> list[str]:
    lines = []
    matched = dict(pairs(want, got))
    for i, row in enumerate(want):
        must = not row["optional"]
        total["expected"] += must
        if i not in matched:
            lines += [f"  MISS {brief(row)}"] if must else []
            continue
        total["found"] += must
        if must:
            lines += _fields(row, got[matched[i]], total)
    for j, event in enumerate(got):
        if j not in matched.values() and not event["background"]:
            total["false"] += 1
            lines.append(f"  FALSE {brief(event)} | {event['evidence'][0]['text'][:140]}")
    return lines


def _fields(row: dict[str, Any], event: dict[str, Any], total: Counter[str]) -> list[str]:
    right = {
        "status": event["status"] in (row["status"], *row["status_ok"]),
        "host": event["host_country"] == row["host_country"],
        "days": any(dates_right(day, event) for day in (row, *row["when_ok"])),
    }
    total.update(name for name, is_so in right.items() if is_so)
    wrong = ", ".join(name for name, is_so in right.items() if not is_so)
    return [f"  {wrong.upper()} want {brief(row)}\n      got  {brief(event)}"] if wrong else []


def main() -> None:
    total, lines = measure(sys.argv[1] if len(sys.argv) > 1 else "")
    print("\n".join(lines))
    print(", ".join(f"{name} {total[name]}" for name in ("expected", "found", "false", "status", "host", "days")))


if __name__ == "__main__":
    main()
