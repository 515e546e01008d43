"""How well and how fast article text is taken out of HTML: Legation's reader beside the extractors it could use.

    python benchmarks/extraction.py [--check] [--pages N]

Accuracy is the 4-gram shingle F1 of the article-extraction benchmark (its `evaluate.py`: shingles of
`\\w+` tokens, precision and recall averaged over pages). Speed is pages a second of processor
time, all extractors taking turns on each page in this one process, parsing included, from the decoded page.
Pages that Legation refuses for their language are left out of the English columns, for every extractor.
`--check` compares with `[extraction]` in floors.toml and exits 1 below a floor; without the set it says so and exits 0.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from _floors import check

GOLD = Path(os.environ.get("LEGATION_GOLD", Path(__file__).parents[2] / "shared" / "gold"))
_TOKEN = re.compile(r"\w+")

FOREIGN = "\0"
Extractor = Callable[[str], str]


def shingles(text: str, n: int = 4) -> Counter[tuple[str, ...]]:
    """Counts of the runs of ``n`` tokens; a shorter text is one run."""
    tokens = _TOKEN.findall(text)
    return Counter(tuple(tokens[i : i + n]) for i in range(max(1, len(tokens) - n + 1)))


def score(true: str, found: str) -> tuple[float, float]:
    """Precision and recall of one page."""
    a, b = shingles(true), shingles(found)
    same = sum((a & b).values())
    return same / max(1, sum(b.values())), same / max(1, sum(a.values()))


def extractors() -> dict[str, Extractor]:
    """What is installed, by name."""
    from legation.errors import SourceError
    from legation.read import article
    from legation.records import Page

    def legation(markup: str) -> str:
        try:
            return article(Page(source="page", text=markup, media_type="html")).text
        except SourceError as error:
            # Refused for its language: left out of the English column for every extractor.
            return "" if "the page is in" not in error.problem else FOREIGN

    found: dict[str, Extractor] = {"legation.read": legation}
    import trafilatura

    def traf(**options: bool) -> Extractor:
        return lambda markup: trafilatura.extract(markup, include_comments=False, **options) or ""

    found["trafilatura"] = traf()
    found["trafilatura, fast"] = traf(fast=True)
    found["trafilatura, precision"] = traf(favor_precision=True)
    for name, make in (
        ("resiliparse", _resiliparse),
        ("selectolax, paragraphs", _selectolax),
        ("readability-lxml", _readability),
        ("newspaper4k", _newspaper),
    ):
        try:
            found[name] = make()
        except ImportError:
            print(f"{name}: not installed, not measured (pip install legation[bench])", file=sys.stderr)
    return found


def _resiliparse() -> Extractor:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda markup: extract_plain_text(markup, main_content=True, alt_texts=False)


def _selectolax() -> Extractor:
    from selectolax.lexbor import LexborHTMLParser

    def extract(markup: str) -> str:
        tree = LexborHTMLParser(markup)
        tree.strip_tags(["script", "style", "nav", "footer", "aside", "form", "noscript", "figure"])
        words = (node.text(separator=" ", strip=True) for node in tree.css("p"))
        return "\n".join(w for w in words if len(w) > 40)

    return extract


def _readability() -> Extractor:
    from lxml.html import fromstring
    from readability import Document

    def extract(markup: str) -> str:
        return "\n".join(fromstring(Document(markup).summary()).itertext())

    return extract


def _newspaper() -> Extractor:
    from newspaper import Article

    def extract(markup: str) -> str:
        page = Article("https://example.org/", language="en", fetch_images=False)
        page.download(input_html=markup)
        page.parse()
        return str(page.text)

    return extract


def measure(pages: list[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """For each extractor: precision, recall, F1, pages a second, pages it failed on."""
    tools = extractors()
    scores: dict[str, list[tuple[float, float]]] = {name: [] for name in tools}
    english: dict[str, list[tuple[float, float]]] = {name: [] for name in tools}
    seconds = dict.fromkeys(tools, 0.0)
    failed = dict.fromkeys(tools, 0)
    for tool in tools.values():
        tool(pages[0][0])
    for markup, true in pages:
        is_english = True
        for name, tool in tools.items():
            start = time.process_time()
            try:
                text = tool(markup)
            # Each library fails in its own ways; a failure is an empty page here, and is counted.
            except Exception:
                text = ""
                failed[name] += 1
            seconds[name] += time.process_time() - start
            is_english = is_english and text != FOREIGN
            scores[name].append(score(true, text))
            if is_english:
                english[name].append(scores[name][-1])
    table = {}
    for name in tools:
        table[name] = {
            **averaged(scores[name]),
            **{f"english_{key}": value for key, value in averaged(english[name]).items()},
            "pages_per_second": len(pages) / seconds[name],
            "failed": failed[name],
        }
    return table


def averaged(scores: list[tuple[float, float]]) -> dict[str, float]:
    """Precision and recall averaged over pages, and the F1 of the two."""
    precision = sum(p for p, _ in scores) / max(1, len(scores))
    recall = sum(r for _, r in scores) / max(1, len(scores))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1, "pages": len(scores)}


def load(limit: int | None) -> list[tuple[str, str]]:
    """(decoded page, true text) of the set, or of its first ``limit`` pages."""
    folder = GOLD / "data" / "article-extraction"
    truth = json.loads((folder / "ground-truth.json").read_text())
    pages = []
    for name in sorted(truth)[:limit]:
        raw = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        pages.append((raw.decode("utf-8", "replace"), truth[name]["articleBody"]))
    return pages


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--check", action="store_true", help="exit 1 where a floor is not reached")
    options.add_argument("--pages", type=int, default=None, help="only so many pages")
    arguments = options.parse_args()
    if not (GOLD / "data" / "article-extraction").is_dir():
        print(f"extraction: no reference set in {GOLD}, nothing measured")
        return 0
    logging.disable(logging.CRITICAL)
    pages = load(arguments.pages)
    table = measure(pages)
    english = int(table["legation.read"]["english_pages"])
    print(f"| extractor | F1, all {len(pages)} | English ({english}): precision | recall | F1 | pages/s | failed |")
    print("|---|---|---|---|---|---|---|")
    for name, row in sorted(table.items(), key=lambda item: -item[1]["english_f1"]):
        print(
            f"| {name} | {row['f1']:.3f} | {row['english_precision']:.3f} | {row['english_recall']:.3f} "
            f"| {row['english_f1']:.3f} | {row['pages_per_second']:.0f} | {row['failed']:.0f} |"
        )
    return check("extraction", table["legation.read"]) if arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
