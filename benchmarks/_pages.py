"""The pages that people read for the benchmarks: a fact a line, and the text that it was read on.

Two kinds. Pages of others are not in the repository: their facts are in ``engagements/pages.jsonl``, and ``LEGATION_PAGES`` names
the folder that holds ``<id>.txt``. Pages retold in our own words are: facts in ``engagements/retold.jsonl``, texts in
``engagements/retold/``. ``LEGATION_FACTS`` names another file of facts.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "engagements"
RETOLD = HERE / "retold"
PAGES = Path(os.environ.get("LEGATION_PAGES", "/nonexistent"))
OTHER = os.environ.get("LEGATION_FACTS")
FACTS = [Path(OTHER)] if OTHER else [HERE / "pages.jsonl", HERE / "retold.jsonl"]


def pages(which: str) -> Iterator[dict[str, Any]]:
    """The pages of a split whose text is at hand, with it as ``text``; nothing where none is."""
    for facts in FACTS:
        for line in facts.read_text(encoding="utf-8").splitlines() if facts.exists() else ():
            row = json.loads(line)
            if row["split"] != which:
                continue
            text = next((t for folder in (PAGES, RETOLD) if (t := folder / f"{row['id']}.txt").exists()), None)
            if text is not None:
                yield row | {"text": text.read_text(encoding="utf-8")}
