"""What is found in pages that tell of no engagement between states.

``python benchmarks/grids/negatives.py``: each page of ``negatives.toml`` in which something is found, and how many are clean.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from legation import read_text
from legation.records import Engagement

PUBLISHED = date(2025, 3, 12)
PAGES = tomllib.loads((Path(__file__).parent / "negatives.toml").read_text(encoding="utf-8"))["page"]


def found_in(page: dict[str, str]) -> list[Engagement]:
    """What is told as news in a page that tells of nothing."""
    return [e for e in read_text(page["text"].strip(), published=PUBLISHED).engagements if not e.background]


def main() -> None:
    clean = 0
    for page in PAGES:
        found = found_in(page)
        clean += not found
        for e in found:
            who = ", ".join(f"{p.name or p.office or p.organisation or p.country} ({p.country})" for p in e.participants)
            print(f"{page['kind']}: {e.kind} {e.status} @{e.host_country} {who}\n    {e.evidence[0].text}")
    print(f"{clean} of {len(PAGES)} pages clean")


if __name__ == "__main__":
    main()
