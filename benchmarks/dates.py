"""How well and how fast temporal expressions are read: Legation beside its peers, on the reference sets.

    GOLD_MIRROR=/work/.mirror python benchmarks/dates.py [--check] [--sets NAMES] [--peers NAMES|all|none] [--errors N]

Scores are TempEval-3's: strict F1 (same span), relaxed F1 (overlapping spans, one to one), value F1 (relaxed, and the
same TIMEX3 value); "days" is the share of matched expressions with known days whose first and last day are right.
TimeBank and AQUAINT are for tuning, platinum is scored only when a change is finished; MEANTIME and GUM were looked at.
Seconds are wall time of all texts of the set in this process, models loaded before.
`--check` compares with `[dates]` in floors.toml and exits 1 below a floor; without a set it says so and exits 0.
`--errors N` prints the N most frequent errors of each kind, on training sets only.
"""

from __future__ import annotations

import argparse
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from _date_peers import Found, Reader, peers
from _date_sets import SETS, Doc, Gold
from _floors import check

PASSAGES = Path(__file__).parents[1] / "tests" / "data" / "date_passages.toml"
TRAINING = ("timebank", "aquaint")
FLOOR_SETS = ("timebank", "aquaint", "platinum")


class Score(NamedTuple):
    strict: float
    relaxed: float
    value: float
    days: float
    precision: float
    recall: float
    seconds: float


def legation(*, parse: bool, whole: bool = False) -> Reader:
    """Legation's reader, from words alone or with a full parse; ``whole`` keeps a range in one piece, which TIMEX3
    does not."""
    from legation.find.dates import find_dates, light
    from legation.publish.timeml import timexes
    from legation.records import Article
    from legation.resolve.dates import resolve_dates
    from legation.rules.dates import date_rules

    rules = date_rules()
    annotate: Callable[[Article], object] = light
    if parse:
        from legation.parse import default_parser

        annotate = default_parser().annotate

    def reader(text: str, published: date | None) -> list[Found]:
        doc = annotate(Article(text=text))
        whens = resolve_dates(find_dates(doc, rules), doc, rules, published=published)  # type: ignore[arg-type]
        return [
            (w.start or 0, w.end or 0, w.value, (w.earliest, w.latest) if w.earliest and w.latest else None)
            for w in (whens if whole else timexes(whens))
        ]

    return reader


def score(reader: Reader, docs: list[Doc], errors: Counter[str] | None = None) -> Score:
    """The scores of one reader on one set."""
    counts: Counter[str] = Counter()
    began = time.perf_counter()
    answers = [reader(doc.text, doc.published) for doc in docs]
    seconds = time.perf_counter() - began
    for doc, found in zip(docs, answers, strict=True):
        _count(doc, [f for f in found if f[0] < doc.until], counts, errors)
    both = max(1, counts["gold"] + counts["found"])
    return Score(
        2 * counts["strict"] / both,
        2 * counts["relaxed"] / both,
        2 * counts["value"] / both,
        counts["days"] / max(1, counts["dated"]),
        counts["relaxed"] / max(1, counts["found"]),
        counts["relaxed"] / max(1, counts["gold"]),
        seconds,
    )


def _count(doc: Doc, found: list[Found], counts: Counter[str], errors: Counter[str] | None) -> None:
    counts["gold"] += len(doc.gold)
    counts["found"] += len(found)
    open_gold = set(doc.gold)
    for answer in found:
        start, end, value, days = answer
        over = [g for g in doc.gold if g in open_gold and g.start < end and start < g.end]
        words = " ".join(doc.text[start:end].split())
        if not over:
            _note(errors, f"false    {words.lower()}")
            continue
        gold = next((g for g in over if (g.start, g.end) == (start, end)), over[0])
        open_gold.discard(gold)
        counts["relaxed"] += 1
        counts["strict"] += (gold.start, gold.end) == (start, end)
        counts["value"] += value == gold.value
        if gold.days:
            counts["dated"] += 1
            counts["days"] += days is not None and _same_days(days, gold)
        gold_words = " ".join(doc.text[gold.start : gold.end].split())
        if (gold.start, gold.end) != (start, end):
            _note(errors, f"span     {words} <> {gold_words}")
        if value != gold.value:
            _note(errors, f"value    {words}: {value} for {gold.value} ({doc.published})")
    for gold in open_gold:
        _note(errors, f"missed   {' '.join(doc.text[gold.start : gold.end].split()).lower()} = {gold.value}")


def _same_days(days: tuple[date, date], gold: Gold) -> bool:
    """Whether the days are the reference's, or a part of a longer stretch of it ("early March")."""
    return any(
        days == known or (known[0] != known[1] and known[0] <= days[0] and days[1] <= known[1]) for known in gold.days
    )


def _note(errors: Counter[str] | None, line: str) -> None:
    if errors is not None:
        errors[line] += 1


def passages(*, parse: bool) -> tuple[float, list[str]]:
    """The share of our own passages read right, and the wrong ones."""
    from legation.api import dates

    rows = tomllib.loads(PASSAGES.read_text(encoding="utf-8"))["passage"]
    wrong = []
    for row in rows:
        published = row.get("published")
        whens = dates(row["text"], published, parse=parse)
        got = [[w.words, w.value or "", str(w.earliest or ""), str(w.latest or "")] for w in whens]
        expected = [[*e] for e in row["expect"]]
        if got != expected:
            wrong.append(f"{row['text']}\n    expected {expected}\n    got      {got}")
    return 1 - len(wrong) / len(rows), wrong


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true")
    options.add_argument("--sets", default=None, help="comma-separated; " + ", ".join(SETS))
    options.add_argument("--peers", default="none")
    options.add_argument("--errors", type=int, default=0)
    options.add_argument("--parse", action="store_true", help="also read tense from a full parse")
    chosen = options.parse_args()
    names = chosen.sets.split(",") if chosen.sets else list(FLOOR_SETS if chosen.check else SETS)
    systems: dict[str, Reader] = {"legation": legation(parse=False)}
    if chosen.parse:
        systems["legation, parsed"] = legation(parse=True)
    if chosen.peers != "none":
        made, missing = peers(None if chosen.peers == "all" else set(chosen.peers.split(",")))
        systems |= made
        for name, reason in missing.items():
            print(f"{name}: not run ({reason})")
    figures: dict[str, float] = {}
    for name in names:
        try:
            docs = list(SETS[name]())
        except Exception as error:  # The reference data is not everywhere.
            print(f"{name}: not here ({error}); skipped")
            continue
        if not docs:
            print(f"{name}: not here (GOLD_MIRROR does not hold it); skipped")
            continue
        _report(name, docs, systems, figures, chosen.errors if name in TRAINING else 0)
    if PASSAGES.exists():
        for label, parse in (("words", False), ("parsed", True))[: 2 if chosen.parse else 1]:
            share, wrong = passages(parse=parse)
            print(f"\nown passages, tense from {label}: {share:.3f} right; wrong:" if wrong else f"\nown: {share:.3f}")
            print("\n".join(wrong))
            if not parse:
                figures["passages"] = share
    if not chosen.check:
        return 0
    measured = {key.split("_")[0] for key in figures}
    absent = [name for name in FLOOR_SETS if name not in measured]
    if absent:
        print(f"dates: no floors checked for {', '.join(absent)}: the reference data is not here")
        return 0
    return check("dates", figures)


def _report(name: str, docs: list[Doc], systems: dict[str, Reader], figures: dict[str, float], most: int) -> None:
    known = sum(len(d.gold) for d in docs)
    print(f"\n{name}: {len(docs)} texts, {known} expressions")
    print(f"  {'':18}{'strict':>8}{'relaxed':>8}{'value':>8}{'days':>8}{'P':>8}{'R':>8}{'seconds':>9}")
    for label, reader in systems.items():
        if name == "recognizers" and label == "legation":
            reader = legation(parse=False, whole=True)
        errors: Counter[str] = Counter()
        found = score(reader, docs, errors)
        print(f"  {label:18}" + "".join(f"{x:8.3f}" for x in found[:6]) + f"{found.seconds:9.2f}", flush=True)
        if label == "legation":
            figures |= {f"{name}_{kind}": getattr(found, kind) for kind in ("strict", "relaxed", "value")}
            for line, times in errors.most_common() if most else ():
                if times >= 1 and most > 0:
                    print(f"    {times:3d} {line}")


if __name__ == "__main__":
    sys.exit(main())
