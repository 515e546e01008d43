"""Where it is: a table of who meets whom x how the place is told, made out of templates; what fails, by template.

``python benchmarks/grids/places.py [PART_OF_A_TEMPLATE]``. Every sentence and every person is the project's own invention.
An engagement is written "kind STATES @host"; g is the guest's state, h the other's, t a third one. "~kind" may be there or not.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from legation import read_text
from legation.errors import NotReadError
from legation.records import Engagement

PUBLISHED = date(2025, 3, 12)

TABLE = tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))
CASTS: list[dict[str, str]] = TABLE["cast"]
ROWS: list[tuple[str, str]] = [(row["text"], row["told"]) for row in TABLE["row"]]


def filled(template: str, cast: dict[str, str]) -> str:
    return template.format(**cast, **{f"{s}capU": cast[f"{s}cap"].upper() for s in "ght"})


def told(engagement: Engagement) -> str:
    states = {p.country or p.organisation for p in engagement.participants} - {None}
    if engagement.kind == "visit" and engagement.host_country:
        states |= {engagement.host_country}
    return f"{engagement.kind} {''.join(sorted(s for s in states if s))} @{engagement.host_country or '-'}"


def expected(answer: str, cast: dict[str, str]) -> tuple[list[str], list[str]]:
    """What must be told and what may be."""
    must, _, may = answer.partition(" ~")
    return [_written(a, cast) for a in must.split(" / ")], [_written(a, cast) for a in may.split(" / ") if may]


def _written(one: str, cast: dict[str, str]) -> str:
    state = {**{s: s for s in ("US", "CH", "BE", "NL")}, "h": cast["h"], "g": cast["g"], "t": cast["t"], "-": "-"}
    if one.startswith("*"):
        return f"* {''.join(sorted((cast['g'], cast['h'])))} @{state[one.partition('@')[2] or 'h']}"
    kind, sides, host = one.split(" ")
    return f"{kind} {''.join(sorted(state[s] for s in sides))} @{state[host[1:]]}"


def is_right(found: list[str], must: list[str], may: list[str]) -> bool:
    left = list(found)
    for wanted in must:
        kind, rest = wanted.split(" ", 1)
        hit = next((f for f in left if (f == wanted) or (kind == "*" and f.split(" ", 1)[1] == rest)), None)
        if hit is None:
            return False
        left.remove(hit)
    return all(f in may or any(m.startswith("*") and f.endswith(m.split(" ", 1)[1]) for m in must) for f in left)


def rows(only: str = "") -> Iterator[tuple[str, str, list[str], bool, list[str]]]:
    for template, answer in ROWS:
        if only and only not in template:
            continue
        for cast in CASTS:
            text = filled(template, cast)
            try:
                page = read_text(text, published=PUBLISHED, is_final=True)
            except NotReadError:
                continue  # too short for its language to be told
            found = [told(e) for e in page.engagements if not e.background]
            must, may = expected(answer, cast)
            yield template, text, found, is_right(found, must, may), must


def main() -> None:
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    right: Counter[str] = Counter()
    total = 0
    wrong: dict[str, list[str]] = {}
    for template, text, found, is_so, must in rows(only):
        right[template] += is_so
        total += 1
        if not is_so:
            wrong.setdefault(template, []).append(f"    {text!r}\n      want {must}\n      got  {found}")
    for template, lines in wrong.items():
        print(f"{right[template]}/{len(CASTS)} {template}")
        print("\n".join(lines if only else lines[:2]))
    print(f"{sum(right.values())} of {total} rows right")


if __name__ == "__main__":
    main()
