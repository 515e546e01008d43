"""ECB+ (Cybulska and Vossen 2014): events told in several news pages, which of them are one. What of the ledger's matching fits
is measured on it: whether pages that name the same people are of one story, and which pages are copies of one report.

    python benchmarks/ecbplus.py            topics 1 to 35, for looking at while working
    python benchmarks/ecbplus.py --test     topics 36 to 45, beside the published figures
    python benchmarks/ecbplus.py --check    against floors.toml, on topics 1 to 35

Event mentions are given, as in the published figures, and clustered by the stem of their head within a story; only the
stories differ: as annotated, or as the ledger makes them of the people and places its pages name (also given), all
topics together. B-cubed over mentions, sentence 0 left out (often the page's address).

What this cannot show: states, dates, postponements, the status of a plan, what is an engagement at all. The events are
arrests, launches, fires and funerals; hardly any is diplomacy, and the pages of a topic were chosen to be alike.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from _floors import check
from legation.ledger.amend import amend
from legation.ledger.dispatches import is_one_dispatch, signature
from legation.ledger.reports import Report, fingerprint
from legation.ledger.shelf import MemoryShelf
from legation.records import Who
from legation.rules.ledger import ledger_rules

GOLD = Path(os.environ.get("LEGATION_GOLD", Path(__file__).parents[2] / "shared" / "gold"))
RULES = ledger_rules()
TEST = range(36, 46)
PUBLISHED = {"every mention alone": 62.3, "same stem within a story, as annotated": 78.4}
# Mentions of persons, bodies and places: by the names among them a page is compared.
NAMED = ("HUMAN", "LOC")
_DAY = date(2010, 1, 1)
Page = dict[str, Any]


def pages(*, test: bool) -> list[Page]:
    """The pages of the test topics or of the others."""
    with gzip.open(GOLD / "data" / "ecbplus.jsonl.gz", "rt", encoding="utf-8") as file:
        found = [json.loads(line) for line in file]
    return [page for page in found if (int(page["topic"]) in TEST) == test]


def mentions(page: Page) -> list[tuple[str, str]]:
    """(Mention, stem of its head) of the events in the sentences that were checked."""
    from snowballstemmer import stemmer  # type: ignore[import-untyped]

    stem = stemmer("english").stemWord
    sentences = set(page["valid"]) - {0}
    return [
        (f"{page['id']}:{number}", stem(mention["text"].split()[0].lower()))
        for number, mention in page["mentions"].items()
        if "ACTION" in mention["type"] and mention["sent"] in sentences
    ]


def truth(page: Page) -> dict[str, Hashable]:
    return {name: page["chains"].get(name.partition(":")[2], name) for name, _ in mentions(page)}


def people(page: Page) -> tuple[Who, ...]:
    """Everybody and every body and place that the page names, by words with capital letters."""
    names = {
        m["text"]
        for m in page["mentions"].values()
        if m["type"].startswith(NAMED) and m["sent"] and all(w[0].isupper() for w in m["text"].split())
    }
    return tuple(Who(name=name) for name in sorted(names) if len(name) > 3)


def stories(found: Iterable[Page]) -> dict[str, str]:
    """The ledger's story of each page: its matching, told of each page only whom it names."""
    shelf, page_of = MemoryShelf(RULES), {}
    for name, page in sorted(((fingerprint(page["id"]), page) for page in found), key=lambda pair: pair[0]):
        page_of[name] = page["id"]
        report = Report(
            id=name, page=name, number=0, said_on=_DAY, dispatch=name, kind="other", status="held", people=people(page)
        )  # fmt: skip
        amendment = amend(shelf, [report], RULES)
        shelf.settle(amendment.roots, [report] if name in amendment.placed else [])
    return {page: shelf.roots.get(name, page) for name, page in page_of.items()}


def copies(found: list[Page]) -> tuple[int, int]:
    """(Pairs of pages taken for one dispatch, those of them within one annotated story)."""
    signed = {page["id"]: (page, signature(page["text"])) for page in found}
    banded: dict[int, set[str]] = defaultdict(set)
    for name, (_, signed_as) in signed.items():
        for band in signed_as.bands:
            banded[band].add(name)
    near = {(a, b) for names in banded.values() for a in names for b in names if a < b}
    pairs = [(signed[a][0], signed[b][0]) for a, b in near if is_one_dispatch(signed[a][1], signed[b][1])]
    return len(pairs), sum((a["topic"], a["story"]) == (b["topic"], b["story"]) for a, b in pairs)


def b_cubed(clusters: dict[str, Hashable], true: dict[str, Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998)."""
    sizes, wanted = Counter(clusters.values()), Counter(true.values())
    both = Counter((clusters[m], true[m]) for m in true)
    precision = sum(n * n / sizes[c] for (c, _), n in both.items()) / len(true)
    recall = sum(n * n / wanted[t] for (_, t), n in both.items()) / len(true)
    return precision, recall, 2 * precision * recall / (precision + recall)


def measured(found: list[Page], ours: dict[str, str]) -> dict[str, tuple[float, float, float]]:
    true: dict[str, Hashable] = {}
    stems: dict[str, tuple[Page, str]] = {}
    for page in found:
        true |= truth(page)
        stems |= {name: (page, stem) for name, stem in mentions(page)}
    ways: dict[str, Callable[[str, Page, str], Hashable]] = {
        "every mention alone": lambda name, page, stem: name,
        "same stem anywhere": lambda name, page, stem: stem,
        "same stem within a topic": lambda name, page, stem: (page["topic"], stem),
        "same stem within a story, as annotated": lambda name, page, stem: (page["topic"], page["story"], stem),
        "same stem within a story, as the ledger makes them": lambda name, page, stem: (ours[page["id"]], stem),
        "the same, topics given": lambda name, page, stem: (page["topic"], ours[page["id"]], stem),
    }
    return {
        words: b_cubed({name: way(name, page, stem) for name, (page, stem) in stems.items()}, true)
        for words, way in ways.items()
    }


def story_scores(found: list[Page], ours: dict[str, str]) -> tuple[float, float, float]:
    """B-cubed over pages: the ledger's stories against the annotated ones."""
    return b_cubed(dict(ours), {page["id"]: (page["topic"], page["story"]) for page in found})


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--test", action="store_true")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    if not (GOLD / "data" / "ecbplus.jsonl.gz").exists():
        print(f"skipped: ECB+ is not in {GOLD} (LEGATION_GOLD names the folder)")
        return 0
    found = pages(test=arguments.test)
    print(f"ECB+, {'test topics 36 to 45' if arguments.test else 'topics 1 to 35'}: {len(found)} pages")
    ours = stories(found)
    scores = measured(found, ours)
    for words, (precision, recall, f1) in scores.items():
        told = f"   published {PUBLISHED[words]}" if arguments.test and words in PUBLISHED else ""
        print(f"  {words:<52} precision {precision:.3f}  recall {recall:.3f}  F1 {100 * f1:.1f}{told}")
    precision, recall, f1 = story_scores(found, ours)
    words = "pages by story, the ledger's against the annotated"
    print(f"  {words:<52} precision {precision:.3f}  recall {recall:.3f}  F1 {100 * f1:.1f}")
    pairs, inside = copies(found)
    print(f"  {pairs} pairs of pages taken for one dispatch, {inside} of them within one story")
    figures = {
        "dispatches": inside / pairs if pairs else 1.0,
        "clusters": scores["same stem within a story, as the ledger makes them"][2],
        "stories": f1,
    }
    return check("ecbplus", figures) if arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
