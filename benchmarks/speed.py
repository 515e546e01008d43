"""Reading against bare spaCy, and how fast ``legation --help`` starts.

    python benchmarks/speed.py [--check] [--rounds N]

Both sides run the same spaCy pipeline over the same pages in this one process, taking turns page by page, so that a
busy machine slows both alike. The pages are about diplomacy: the project's own passages, joined to pages of about
1,000 words. Bare spaCy parses the page in one call; reading does everything that ``legation.read_text`` does. The
figure is reading's time as a multiple of bare spaCy's: the median over rounds, with the range. Stages are timed in
the same turns.

``--check`` compares with ``[speed]`` in floors.toml: ``spacy_share`` is bare spaCy's time as a share of reading's
(floor 1: reading takes no longer); ``command_over_help`` the time of ``legation read`` on one
short page as a multiple of ``legation --help`` (floor 2.5: help starts in under 0.4 of it).
"""

from __future__ import annotations

import argparse
import importlib.util
import statistics
import subprocess
import sys
import time
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from _floors import check
from legation import pipeline
from legation.api import article_of, read_text
from legation.parse import default_parser
from legation.parse._spacy import PIPELINES
from legation.records import Article, Page

ROOT = Path(__file__).parents[1]
WORDS = 1_000
PUBLISHED = date(2024, 6, 5)


def diplomatic_pages() -> list[str]:
    """The passages with engagements, in their order, joined to pages of about ``WORDS`` words."""
    rows = tomllib.loads((ROOT / "tests" / "data" / "passages.toml").read_text(encoding="utf-8"))["passage"]
    pages, page = [], ""
    for row in rows:
        if row["style"] == "negative":
            continue
        page = f"{page}\n\n{row['text']}" if page else row["text"]
        if len(page.split()) >= WORDS:
            pages.append(page)
            page = ""
    return pages


def bare_pipeline() -> Any:
    """The pipeline that Legation's parser takes, loaded on its own."""
    import spacy

    return spacy.load(next(name for name in PIPELINES if importlib.util.find_spec(name)))


def seconds(call: Any, *arguments: Any, **options: Any) -> tuple[float, Any]:
    began = time.process_time()
    result = call(*arguments, **options)
    return time.process_time() - began, result


def measure(rounds: int) -> dict[str, list[float]]:
    """Seconds of processor time for all pages, one figure a round."""
    pages, nlp, parser = diplomatic_pages(), bare_pipeline(), default_parser()
    nlp(pages[0])
    read_text(pages[0], published=PUBLISHED)  # rules are loaded once a process, and not timed
    found: dict[str, list[float]] = {name: [] for name in ("bare", "reading", "page to article", "parsing", "the rest")}
    for number in range(rounds):
        spent = dict.fromkeys(found, 0.0)
        for page in pages:
            turns = [("bare", nlp), ("reading", lambda text: read_text(text, published=PUBLISHED))]
            for name, call in turns if number % 2 else reversed(turns):
                spent[name] += seconds(call, page)[0]
            took, article = seconds(article_of, Page(source="speed", text=page, published=PUBLISHED))
            spent["page to article"] += took
            parser.annotate(Article(text="What was parsed last is forgotten."))
            took, doc = seconds(parser.annotate, article)
            spent["parsing"] += took
            spent["the rest"] += seconds(pipeline.from_annotation, article, doc)[0]
        for name, value in spent.items():
            found[name].append(value)
    words = sum(len(page.split()) for page in pages)
    print(f"{len(pages)} pages of {words / len(pages):,.0f} words, {rounds} rounds, seconds of processor time a round")
    return found


def started(arguments: list[str], times: int) -> float:
    """The median wall time of ``legation`` with ``arguments``, in a new process each."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "legation", *arguments], check=True, capture_output=True)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()

    found = measure(arguments.rounds)
    for name, values in found.items():
        print(f"  {name:<16} median {statistics.median(values):6.3f}  ({min(values):.3f} to {max(values):.3f})")
    ratios = [reading / bare for reading, bare in zip(found["reading"], found["bare"], strict=True)]
    ratio = statistics.median(ratios)
    print(f"  reading takes {ratio:.2f} times bare spaCy ({min(ratios):.2f} to {max(ratios):.2f})")

    short = str(ROOT / "examples" / "1-visit-announced.html")
    help_, command = started(["--help"], 7), started(["read", short], 5)
    print(f"legation --help {help_:.3f} s, legation read {command:.3f} s: {help_ / command:.2f} of it")
    figures = {"spacy_share": 1 / ratio, "command_over_help": command / help_}
    return check("speed", figures) if arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
