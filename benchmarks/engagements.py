"""Engagements against what people read out of the same pages: found, status, host, dates; false ones where there are none.

    python benchmarks/engagements.py [--set dev|held|passages|plover|readouts] [--errors] [--check]

Sets of pages of others need ``LEGATION_PAGES``, the folder of their texts; those retold in our own words (``retold``) are in the
repository (``_pages.py``). Sets that are absent are said to be.
Matching: an expected and a reported engagement pair where their states agree (one contained in the other) and their kinds
are compatible; each is used once, the closest pair first.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from _floors import check
from _pages import pages as read_pages

HERE = Path(__file__).parent
GOLD = Path(os.environ.get("LEGATION_GOLD", HERE.parent.parent / "shared" / "gold"))
LOOKED_AT = ("retold", "retold3", "retold4", "retold5", "retold6", "retold8", "retold9")
"""Pages retold in our own words whose errors are looked at: their figures may not fall. The other splits stay unseen."""
NEAR = [
    {"meeting", "talks", "summit"},
    {"visit", "summit"},
    {"visit", "ceremony"},
    {"call", "talks"},
    {"meeting", "visit"},
]


def record(text: str, published: str | None, url: str | None = None) -> dict[str, Any]:
    import msgspec

    from legation import read_text

    day = date.fromisoformat(published) if published else None
    return msgspec.to_builtins(read_text(text, published=day, url=url, is_final=True))


def states(engagement: dict[str, Any]) -> set[str]:
    if "countries" in engagement:
        found = set(engagement["countries"])
    else:
        found = {p.get("country") or p.get("organisation") for p in engagement["participants"]}
    found.add(engagement.get("host_country"))
    return {short(c) for c in found if c}


@cache
def short(state: str) -> str:
    """A state's code, a body's short name, however the reader wrote it: "Caribbean Community (CARICOM)" is CARICOM."""
    from legation.rules.world import world_rules

    world = world_rules()
    names = [state, re.sub(r"\s*\(.*?\)", "", state)]
    bodies = (name.organisation for words in names for name in world.readings(words))
    return state if len(state) == 2 or state in world.bodies else next((b for b in bodies if b), state)


def closeness(want: dict[str, Any], got: dict[str, Any]) -> float:
    """0 where the two cannot be the same; otherwise the more the closer."""
    a, b = states(want), states(got)
    if not a or not b or not (a <= b or b <= a or len(a & b) >= 2):
        return 0
    kinds = {want["kind"], got["kind"]}
    if len(kinds) == 2 and not any(kinds <= near for near in NEAR) and got["kind"] not in want.get("kind_ok", []):
        return 0
    score = len(a & b) / len(a | b) + (0.5 if len(kinds) == 1 else 0) + (0.3 if want["status"] == got["status"] else 0)
    if "start" in want and any(e["start"] < want["end"] and want["start"] < e["end"] for e in got["evidence"]):
        score += 0.5
    if days(want) and days(got) and overlap(days(want), days(got)):
        score += 0.3
    return score


def days(engagement: dict[str, Any]) -> tuple[str, str] | None:
    when = engagement.get("when", engagement) or {}
    if when.get("earliest") and when.get("latest"):
        return str(when["earliest"]), str(when["latest"])
    return None


def overlap(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    return bool(a and b and a[0] <= b[1] and b[0] <= a[1])


def dates_right(want: dict[str, Any], got: dict[str, Any]) -> bool:
    a, b = days(want), days(got)
    if want["status"] == "postponed" and b is None:
        return True
    if a is None:
        return b is None or (want.get("when", want) or {}).get("precision") in {"window", "season"}
    if b is None:
        return False
    if (want.get("when", want) or {}).get("precision") == "window":
        return overlap(a, b)
    return a == b or (overlap(a, b) and got["when"]["precision"] == (want.get("when", want) or {}).get("precision"))


def pairs(want: list[dict[str, Any]], got: list[dict[str, Any]]) -> list[tuple[int, int]]:
    scored = sorted(
        ((closeness(w, g), -i, -j) for i, w in enumerate(want) for j, g in enumerate(got) if closeness(w, g) > 0),
        reverse=True,
    )
    used_w: set[int] = set()
    used_g: set[int] = set()
    found = []
    for _, i, j in scored:
        if -i not in used_w and -j not in used_g:
            used_w.add(-i)
            used_g.add(-j)
            found.append((-i, -j))
    return found


def pages(which: str) -> Iterator[dict[str, Any]]:
    """Development pages of a split, with text; the project's own passages for ``passages``."""
    if which == "passages":
        rows = tomllib.loads((HERE.parent / "tests" / "data" / "passages.toml").read_text(encoding="utf-8"))
        for row in rows["passage"]:
            row["engagements"] = row.pop("engagement", [])
            row["negative"] = row["style"] == "negative"
            yield row
        return
    yield from read_pages(which)


def brief(e: dict[str, Any]) -> str:
    when = e.get("when", e) or {}
    who = e.get("names") or [
        f"{p['name'] or p['office']}/{p['country'] or p.get('organisation')}" for p in e.get("participants", [])
    ]
    marks = (" (bg)" if e.get("background") else "") + (" (opt)" if e.get("optional") else "")
    return (
        f"{e['kind']} {e['status']}{marks} host={e.get('host_country')} "
        f"{sorted(states(e))} {who} {when.get('words') or ''} {when.get('earliest')}..{when.get('latest')} {when.get('precision')}"
    )


def score(which: str, *, errors: bool, only: str | None) -> dict[str, float]:
    total: Counter[str] = Counter()
    confusion: Counter[tuple[str, str]] = Counter()
    by_status: dict[str, Counter[str]] = {}
    for row in pages(which):
        if only and only not in row["id"]:
            continue
        got = list(record(row["text"], row.get("published"), row.get("address"))["engagements"])
        want = row["engagements"]
        total["pages"] += 1
        if row["negative"]:
            false = [e for e in got if not e["background"]]
            total["negative_pages"] += 1
            total["negative_false"] += len(false)
            if errors and false:
                print(f"\n== {row['id']} NEGATIVE")
                for e in false:
                    print("   FALSE", brief(e), "|", e["evidence"][0]["text"][:160])
            continue
        matched = pairs(want, got)
        of_want, of_got = dict(matched), {j: i for i, j in matched}
        lines = []
        for i, w in enumerate(want):
            news = not w.get("background") and not w.get("optional")
            bucket = by_status.setdefault(w["status"], Counter())
            if i in of_want:
                g = got[of_want[i]]
                if news:
                    total["want"] += 1
                    total["found"] += 1
                    bucket["want"] += 1
                    bucket["found"] += 1
                if not w.get("background"):
                    total["judged"] += 1
                    right = g["status"] == w["status"] or g["status"] in w.get("status_ok", [])
                    total["status"] += right
                    confusion[(w["status"], g["status"])] += not right
                    total["host"] += g["host_country"] == w.get("host_country")
                    total["dates"] += dates_right(w, g)
                    total["kind"] += g["kind"] == w["kind"] or g["kind"] in w.get("kind_ok", [])
                    marks = "".join(
                        m
                        for m, bad in (
                            ("S", not right),
                            ("H", g["host_country"] != w.get("host_country")),
                            ("D", not dates_right(w, g)),
                            ("B", g["background"]),
                        )
                        if bad
                    )
                    if marks:
                        lines.append(f"   {marks:4} want {brief(w)}\n        got  {brief(g)}")
            elif news:
                total["want"] += 1
                bucket["want"] += 1
                lines.append(f"   MISS {brief(w)}")
        for j, g in enumerate(got):
            if g["background"]:
                continue
            total["reported"] += 1
            if j in of_got:
                total["true"] += 1
            else:
                lines.append(f"   FALSE {brief(g)} | {g['evidence'][0]['text'][:140]}")
        if errors and lines:
            print(f"\n== {row['id']} published {row.get('published')}")
            print("\n".join(lines))
    figures = {
        "precision": total["true"] / max(total["reported"], 1),
        "recall": total["found"] / max(total["want"], 1),
        "status": total["status"] / max(total["judged"], 1),
        "host": total["host"] / max(total["judged"], 1),
        "dates": total["dates"] / max(total["judged"], 1),
        "kind": total["kind"] / max(total["judged"], 1),
        "clean_negatives": 1 - total["negative_false"] / max(total["negative_pages"], 1),
    }
    print(
        f"\n{which}: {total['pages']} pages ({total['negative_pages']} without engagements), "
        f"{total['want']} expected, {total['reported']} reported"
    )
    print("  " + "  ".join(f"{name} {value:.3f}" for name, value in figures.items()))
    print(
        "  recall by status: "
        + ", ".join(f"{s} {c['found']}/{c['want']}" for s, c in sorted(by_status.items()) if c["want"])
    )
    print("  status taken for another: " + ", ".join(f"{a}->{b} {n}" for (a, b), n in confusion.most_common(12) if n))
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--set",
        action="append",
        dest="sets",
        help="dev, held or another split of the pages; passages; plover; readouts",
    )
    parser.add_argument("--errors", action="store_true", help="print every difference")
    parser.add_argument("--only", help="only pages whose id contains this")
    parser.add_argument("--check", action="store_true", help="hold figures against their floors")
    arguments = parser.parse_args()
    figures: dict[str, float] = {}
    for which in arguments.sets or ["passages", *(LOOKED_AT if arguments.check else ())]:
        if which in {"plover", "readouts"}:
            from _coded import score_coded

            score_coded(which, GOLD, errors=arguments.errors)
            continue
        if next(pages(which), None) is None:
            print(f"{which}: not measured, LEGATION_PAGES does not name a folder with its pages", file=sys.stderr)
            continue
        for name, value in score(which, errors=arguments.errors, only=arguments.only).items():
            figures[f"{which}_{name}"] = value
    return check("engagements", figures) if arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
