"""How far a text may be damaged before engagements go wrong: it should miss, not lie.

    python benchmarks/damage.py [--check]

The project's own passages (``tests/data/passages.toml``) and, where ``LEGATION_PAGES`` names the folder of their texts, the
development pages are damaged in seven ways and read beside the undamaged text. Precision is the share of reported
engagements (background left out) that a reader found too, recall the share of the reader's that are reported, status and
dates the share right among those found, false the engagements reported on ten pages that hold none.
``--check`` holds precision on the passages against ``[damage]`` in ``floors.toml``.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from _floors import check
from _pages import PAGES
from engagements import dates_right, pages, pairs, record

Row = dict[str, Any]

ARTICLES = re.compile(r"\b(?:the|an?)\s+", re.IGNORECASE)
DROPPED = 10
"""Every tenth word goes."""
WIDTH = 60
"""Characters a line, as in old mail and wire archives."""


def unpunctuated(text: str) -> str:
    """Without punctuation; apostrophes and hyphens inside words stay."""

    def keeps(i: int) -> bool:
        if not unicodedata.category(text[i]).startswith("P"):
            return True
        inside = 0 < i < len(text) - 1 and text[i - 1].isalnum() and text[i + 1].isalnum()
        return inside and text[i] in "'’-.,:/"

    return "".join(c for i, c in enumerate(text) if keeps(i))


def headless(text: str) -> str:
    """Without the first paragraph; empty where there is only one."""
    return "\n\n".join(re.split(r"\n\s*\n|\n", text.strip())[1:]).strip()


def gapped(text: str) -> str:
    """Without every tenth word."""
    words = re.findall(r"\S+\s*", text)
    return "".join(word for n, word in enumerate(words, 1) if n % DROPPED)


def wrapped(text: str) -> str:
    """Broken into lines of sixty characters."""
    return "\n\n".join(textwrap.fill(part, WIDTH) for part in re.split(r"\n+", text) if part.strip())


DAMAGE: dict[str, Callable[[str], str]] = {
    "undamaged": lambda text: text,
    "no_punctuation": unpunctuated,
    "capitals": str.upper,
    "lower_case": str.lower,
    "no_first_paragraph": headless,
    "every_tenth_word_gone": gapped,
    "no_articles": lambda text: ARTICLES.sub("", text),
    "lines_of_sixty": wrapped,
}


def counted(rows: list[Row], damage: Callable[[str], str]) -> Counter[str]:
    """What was reported, true, wanted and found over all rows; rows that the damage leaves empty are left out."""
    total: Counter[str] = Counter()
    for row in rows:
        text = damage(row["text"])
        if not text.strip():
            continue
        got = record(text, row.get("published"), row.get("address"))["engagements"]
        total["pages"] += 1
        if row["negative"]:
            total["negative"] += 1
            total["false"] += sum(not e["background"] for e in got)
            continue
        # Offsets are the undamaged text's, so that they say nothing here.
        wanted = [{k: v for k, v in e.items() if k not in {"start", "end"}} for e in row["engagements"]]
        of_want = dict(pairs(wanted, got))
        for i, want in enumerate(wanted):
            if want.get("background"):
                continue
            if not want.get("optional"):
                total["want"] += 1
                total["found"] += i in of_want
            if i in of_want:
                e = got[of_want[i]]
                total["judged"] += 1
                total["status"] += e["status"] == want["status"] or e["status"] in want.get("status_ok", [])
                total["dates"] += dates_right(want, e)
        matched = set(of_want.values())
        total["reported"] += sum(not e["background"] for e in got)
        total["true"] += sum(not e["background"] and j in matched for j, e in enumerate(got))
    return total


def figures(total: Counter[str]) -> dict[str, float]:
    return {
        "precision": total["true"] / total["reported"] if total["reported"] else 1.0,
        "recall": total["found"] / max(total["want"], 1),
        "status": total["status"] / max(total["judged"], 1),
        "dates": total["dates"] / max(total["judged"], 1),
        "false_in_ten": 10 * total["false"] / max(total["negative"], 1),
    }


def measured(which: str) -> Iterator[tuple[str, dict[str, float]]]:
    """(damage, figures) for one set; prints its table."""
    rows = list(pages(which))
    print(f"\n{which}\n{'damage':<24}{'pages':>6}{'reported':>9}{'precision':>10}{'recall':>8}{'status':>8}{'dates':>8}{'false/10':>9}")
    for name, damage in DAMAGE.items():
        total = counted(rows, damage)
        found = figures(total)
        print(
            f"{name:<24}{total['pages']:>6}{total['reported']:>9}{found['precision']:>10.3f}{found['recall']:>8.3f}"
            f"{found['status']:>8.3f}{found['dates']:>8.3f}{found['false_in_ten']:>9.2f}"
        )
        yield name, found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="hold precision on the passages against its floors")
    arguments = parser.parse_args()
    held = {f"{name}_precision": found["precision"] for name, found in measured("passages")}
    if PAGES.is_dir() and not arguments.check:
        list(measured("dev"))
    elif not arguments.check:
        print("\ndev: not measured, LEGATION_PAGES does not name a folder of pages", file=sys.stderr)
    return check("damage", held) if arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
